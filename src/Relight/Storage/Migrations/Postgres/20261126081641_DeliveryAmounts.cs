using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeliveryAmounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HasAmount",
                table: "hub_stock",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Amount",
                table: "consignment_line",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AmountReceived",
                table: "consignment_line",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AmountUnit",
                table: "consignment_line",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "HasAmount",
                table: "hub_stock");

            migrationBuilder.DropColumn(
                name: "Amount",
                table: "consignment_line");

            migrationBuilder.DropColumn(
                name: "AmountReceived",
                table: "consignment_line");

            migrationBuilder.DropColumn(
                name: "AmountUnit",
                table: "consignment_line");
        }
    }
}
