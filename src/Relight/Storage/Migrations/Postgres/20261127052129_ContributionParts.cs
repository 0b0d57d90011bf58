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

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Currency_ValueLower_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Date_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Measure_Lower_Id",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "Furthest",
                table: "contribution");

            migrationBuilder.AddColumn<string>(
                name: "Currency",
                table: "contribution",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FurthestBit",
                table: "contribution",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

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
                columns: new[] { "Operation", "Id", "ChangedAt", "Title", "DonorNames", "Step", "FurthestBit", "Members", "Claims", "Item", "Lower", "ValueLower", "Kinds", "Stages", "Measure", "HighestLower", "LowestUpper", "Currency", "HighestValueLower", "LowestValueUpper", "HasSeveralMeasures", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Currency_ValueLower_Id",
                table: "claim",
                columns: new[] { "Operation", "Currency", "ValueLower", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "Stage", "Item", "DonorNames", "Measure", "Lower", "Upper", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Date_Id",
                table: "claim",
                columns: new[] { "Operation", "Date", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "Stage", "Item", "DonorNames", "Measure", "Lower", "Upper", "Currency", "ValueLower", "ValueUpper", "Latest", "Language", "Step", "Publisher" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Measure_Lower_Id",
                table: "claim",
                columns: new[] { "Operation", "Measure", "Lower", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "Stage", "Item", "DonorNames", "Upper", "Currency", "ValueLower", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher" });

            // One expression, which the server puts in the place of the call: then the index of letters answers it.
            migrationBuilder.Sql("""
                CREATE FUNCTION relight_has_letters(words text, wanted text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
                $$ SELECT relight_letters(words) COLLATE "C" @> relight_letters(wanted) $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION relight_has_letters(text, text);");

            migrationBuilder.DropIndex(
                name: "IX_contribution_conditions",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Currency_ValueLower_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Date_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Measure_Lower_Id",
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
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_contribution_conditions",
                table: "contribution",
                columns: new[] { "Operation", "Id", "ChangedAt", "Title", "DonorNames", "Step", "Furthest", "Members", "Claims", "Item", "Lower", "ValueLower", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Currency_ValueLower_Id",
                table: "claim",
                columns: new[] { "Operation", "Currency", "ValueLower", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Date_Id",
                table: "claim",
                columns: new[] { "Operation", "Date", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Measure_Lower_Id",
                table: "claim",
                columns: new[] { "Operation", "Measure", "Lower", "Id" });
        }
    }
}
