using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ContributionParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_contribution_conditions",
                table: "contribution");

            migrationBuilder.AddColumn<string>(
                name: "Currency",
                table: "contribution",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasSeveralMeasures",
                table: "contribution",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "HighestLower",
                table: "contribution",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HighestValueLower",
                table: "contribution",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Kinds",
                table: "contribution",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "LowestUpper",
                table: "contribution",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LowestValueUpper",
                table: "contribution",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Measure",
                table: "contribution",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Stages",
                table: "contribution",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_contribution_conditions",
                table: "contribution",
                columns: new[] { "Operation", "Id", "ChangedAt", "Title", "DonorNames", "Step", "Furthest", "Members", "Claims", "Item", "Lower", "ValueLower", "Kinds", "Stages", "Measure", "HighestLower", "LowestUpper", "Currency", "HighestValueLower", "LowestValueUpper", "HasSeveralMeasures", "Version" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_contribution_conditions",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "Currency",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "HasSeveralMeasures",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "HighestLower",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "HighestValueLower",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "Kinds",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "LowestUpper",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "LowestValueUpper",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "Measure",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "Stages",
                table: "contribution");

            migrationBuilder.CreateIndex(
                name: "IX_contribution_conditions",
                table: "contribution",
                columns: new[] { "Operation", "Id", "ChangedAt", "Title", "DonorNames", "Step", "Furthest", "Members", "Claims", "Item", "Lower", "ValueLower", "Version" });
        }
    }
}
