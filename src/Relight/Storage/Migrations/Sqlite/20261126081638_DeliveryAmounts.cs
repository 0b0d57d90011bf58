using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Amount",
                table: "consignment_line",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AmountReceived",
                table: "consignment_line",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AmountUnit",
                table: "consignment_line",
                type: "TEXT",
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
