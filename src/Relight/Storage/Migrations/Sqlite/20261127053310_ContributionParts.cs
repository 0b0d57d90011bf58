using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Sqlite
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

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Id",
                table: "claim");

            // The framework would make the table anew.
            migrationBuilder.Sql("ALTER TABLE contribution DROP COLUMN \"Furthest\"");

            migrationBuilder.AddColumn<string>(
                name: "Currency",
                table: "contribution",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FurthestBit",
                table: "contribution",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "HasSeveralMeasures",
                table: "contribution",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "HighestLower",
                table: "contribution",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HighestValueLower",
                table: "contribution",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Kinds",
                table: "contribution",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "LowestUpper",
                table: "contribution",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LowestValueUpper",
                table: "contribution",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Measure",
                table: "contribution",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Stages",
                table: "contribution",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_contribution_conditions",
                table: "contribution",
                columns: new[] { "Operation", "Id", "ChangedAt", "Title", "DonorNames", "Step", "FurthestBit", "Members", "Claims", "Item", "Lower", "ValueLower", "Kinds", "Stages", "Measure", "HighestLower", "LowestUpper", "Currency", "HighestValueLower", "LowestValueUpper", "HasSeveralMeasures", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_ids",
                table: "claim",
                columns: new[] { "Operation", "Id", "Stage", "Item", "DonorNames", "Measure", "Lower", "Upper", "Currency", "ValueLower", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_contribution_conditions",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_claim_ids",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "Currency",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "FurthestBit",
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

            migrationBuilder.AddColumn<string>(
                name: "Furthest",
                table: "contribution",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_contribution_conditions",
                table: "contribution",
                columns: new[] { "Operation", "Id", "ChangedAt", "Title", "DonorNames", "Step", "Furthest", "Members", "Claims", "Item", "Lower", "ValueLower", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Id",
                table: "claim",
                columns: new[] { "Operation", "Id" });
        }
    }
}
