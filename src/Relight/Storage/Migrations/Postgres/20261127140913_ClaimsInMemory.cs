using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ClaimsInMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX \"IX_claim_description\"; DROP INDEX \"IX_claim_quote\"; DROP INDEX \"IX_claim_address\"; DROP FUNCTION relight_letters(text);");

            migrationBuilder.DropIndex(
                name: "IX_claim_conditions",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_long_texts",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Currency_ValueLower_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Date_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_DonorNames_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Item_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Language_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Lower_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Measure_Lower_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Publisher_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Step_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_ValueLower_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_texts",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "DescriptionLetters1",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "DescriptionLetters2",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "DescriptionLetters3",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "QuoteLetters1",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "QuoteLetters2",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "QuoteLetters3",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "QuoteLetters4",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "QuoteLetters5",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "QuoteLetters6",
                table: "claim");

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_DonorNames",
                table: "claim",
                columns: new[] { "Operation", "DonorNames" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_DonorNames",
                table: "claim");

            migrationBuilder.AddColumn<long>(
                name: "DescriptionLetters1",
                table: "claim",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "DescriptionLetters2",
                table: "claim",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "DescriptionLetters3",
                table: "claim",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "QuoteLetters1",
                table: "claim",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "QuoteLetters2",
                table: "claim",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "QuoteLetters3",
                table: "claim",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "QuoteLetters4",
                table: "claim",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "QuoteLetters5",
                table: "claim",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "QuoteLetters6",
                table: "claim",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_claim_conditions",
                table: "claim",
                columns: new[] { "Operation", "Stage", "Item", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6", "DonorNames", "Measure", "Lower", "Upper", "Currency", "ValueLower", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_long_texts",
                table: "claim",
                column: "Id",
                filter: "octet_length(\"Description\") + octet_length(\"Quote\") + octet_length(\"Address\") > 1900");

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Currency_ValueLower_Id",
                table: "claim",
                columns: new[] { "Operation", "Currency", "ValueLower", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "Stage", "Item", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6", "DonorNames", "Measure", "Lower", "Upper", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Date_Id",
                table: "claim",
                columns: new[] { "Operation", "Date", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "Stage", "Item", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6", "DonorNames", "Measure", "Lower", "Upper", "Currency", "ValueLower", "ValueUpper", "Latest", "Language", "Step", "Publisher" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_DonorNames_Id",
                table: "claim",
                columns: new[] { "Operation", "DonorNames", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Id",
                table: "claim",
                columns: new[] { "Operation", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Item_Id",
                table: "claim",
                columns: new[] { "Operation", "Item", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Language_Id",
                table: "claim",
                columns: new[] { "Operation", "Language", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Lower_Id",
                table: "claim",
                columns: new[] { "Operation", "Lower", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Measure_Lower_Id",
                table: "claim",
                columns: new[] { "Operation", "Measure", "Lower", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "Stage", "Item", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6", "DonorNames", "Upper", "Currency", "ValueLower", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Publisher_Id",
                table: "claim",
                columns: new[] { "Operation", "Publisher", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Step_Id",
                table: "claim",
                columns: new[] { "Operation", "Step", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_ValueLower_Id",
                table: "claim",
                columns: new[] { "Operation", "ValueLower", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_texts",
                table: "claim",
                column: "Operation",
                filter: "octet_length(\"Description\") + octet_length(\"Quote\") + octet_length(\"Address\") <= 1900")
                .Annotation("Npgsql:IndexInclude", new[] { "Id", "Description", "Quote", "Address" });

            // The earlier version fills its columns where a claim has no address.
            migrationBuilder.Sql("""
                CREATE FUNCTION relight_letters(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
                $$ SELECT ARRAY(SELECT substr(words, at, 3) FROM generate_series(1, length(words) - 2) AS at) $$;
                CREATE INDEX "IX_claim_description" ON claim USING gin ((relight_letters("Description") COLLATE "C"));
                CREATE INDEX "IX_claim_quote" ON claim USING gin ((relight_letters("Quote") COLLATE "C"));
                CREATE INDEX "IX_claim_address" ON claim USING gin ((relight_letters("Address") COLLATE "C"));
                UPDATE claim SET "Address" = '' WHERE "Id" = (SELECT "Id" FROM claim ORDER BY "Id" LIMIT 1);
                """);
        }
    }
}
