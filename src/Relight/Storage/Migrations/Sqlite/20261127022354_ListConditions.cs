using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListConditions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_claim_conditions",
                table: "claim");

            migrationBuilder.CreateIndex(
                name: "IX_contribution_conditions",
                table: "contribution",
                columns: new[] { "Operation", "Id", "ChangedAt", "Title", "DonorNames", "Step", "Furthest", "Members", "Claims", "Item", "Lower", "ValueLower", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_conditions",
                table: "claim",
                columns: new[] { "Operation", "Stage", "Item", "DonorNames", "Measure", "Lower", "Upper", "Currency", "ValueLower", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Currency_ValueLower_Id",
                table: "claim",
                columns: new[] { "Operation", "Currency", "ValueLower", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Measure_Lower_Id",
                table: "claim",
                columns: new[] { "Operation", "Measure", "Lower", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_contribution_conditions",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_claim_conditions",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Currency_ValueLower_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Measure_Lower_Id",
                table: "claim");

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_Id",
                table: "contribution",
                columns: new[] { "Operation", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_conditions",
                table: "claim",
                columns: new[] { "Operation", "Stage", "Item", "DonorNames", "Measure", "Lower", "Upper", "Currency", "ValueLower", "ValueUpper", "Date", "Latest", "Language", "Step", "Id" });
        }
    }
}
