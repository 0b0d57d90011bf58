using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ClaimTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX \"IX_claim_words\"; DROP FUNCTION relight_has_letters(text, text);");

            migrationBuilder.DropIndex(
                name: "IX_claim_conditions",
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

            migrationBuilder.RenameColumn(
                name: "Words",
                table: "claim",
                newName: "Quote");

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "claim",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "claim",
                type: "text",
                nullable: false,
                defaultValue: "");

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

            migrationBuilder.CreateIndex(
                name: "IX_claim_conditions",
                table: "claim",
                columns: new[] { "Operation", "Stage", "Item", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "DonorNames", "Measure", "Lower", "Upper", "Currency", "ValueLower", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Currency_ValueLower_Id",
                table: "claim",
                columns: new[] { "Operation", "Currency", "ValueLower", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "Stage", "Item", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "DonorNames", "Measure", "Lower", "Upper", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Date_Id",
                table: "claim",
                columns: new[] { "Operation", "Date", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "Stage", "Item", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "DonorNames", "Measure", "Lower", "Upper", "Currency", "ValueLower", "ValueUpper", "Latest", "Language", "Step", "Publisher" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_DonorNames_Id",
                table: "claim",
                columns: new[] { "Operation", "DonorNames", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Id",
                table: "claim",
                columns: new[] { "Operation", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Item_Id",
                table: "claim",
                columns: new[] { "Operation", "Item", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Language_Id",
                table: "claim",
                columns: new[] { "Operation", "Language", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Lower_Id",
                table: "claim",
                columns: new[] { "Operation", "Lower", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Measure_Lower_Id",
                table: "claim",
                columns: new[] { "Operation", "Measure", "Lower", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "Stage", "Item", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "DonorNames", "Upper", "Currency", "ValueLower", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Publisher_Id",
                table: "claim",
                columns: new[] { "Operation", "Publisher", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Step_Id",
                table: "claim",
                columns: new[] { "Operation", "Step", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_ValueLower_Id",
                table: "claim",
                columns: new[] { "Operation", "ValueLower", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3" });

            migrationBuilder.Sql("""
                CREATE INDEX "IX_claim_description" ON claim USING gin ((relight_letters("Description") COLLATE "C"));
                CREATE INDEX "IX_claim_quote" ON claim USING gin ((relight_letters("Quote") COLLATE "C"));
                CREATE INDEX "IX_claim_address" ON claim USING gin ((relight_letters("Address") COLLATE "C"));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX \"IX_claim_description\"; DROP INDEX \"IX_claim_quote\"; DROP INDEX \"IX_claim_address\";");

            migrationBuilder.DropIndex(
                name: "IX_claim_conditions",
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

            migrationBuilder.DropColumn(
                name: "Address",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "Description",
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

            migrationBuilder.RenameColumn(
                name: "Quote",
                table: "claim",
                newName: "Words");

            migrationBuilder.CreateIndex(
                name: "IX_claim_conditions",
                table: "claim",
                columns: new[] { "Operation", "Stage", "Item", "DonorNames", "Measure", "Lower", "Upper", "Currency", "ValueLower", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher", "Id" });

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
                name: "IX_claim_Operation_DonorNames_Id",
                table: "claim",
                columns: new[] { "Operation", "DonorNames", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Id",
                table: "claim",
                columns: new[] { "Operation", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Item_Id",
                table: "claim",
                columns: new[] { "Operation", "Item", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Language_Id",
                table: "claim",
                columns: new[] { "Operation", "Language", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Lower_Id",
                table: "claim",
                columns: new[] { "Operation", "Lower", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Measure_Lower_Id",
                table: "claim",
                columns: new[] { "Operation", "Measure", "Lower", "Id" })
                .Annotation("Npgsql:IndexInclude", new[] { "Stage", "Item", "DonorNames", "Upper", "Currency", "ValueLower", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Publisher_Id",
                table: "claim",
                columns: new[] { "Operation", "Publisher", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Step_Id",
                table: "claim",
                columns: new[] { "Operation", "Step", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_ValueLower_Id",
                table: "claim",
                columns: new[] { "Operation", "ValueLower", "Id" });

            migrationBuilder.Sql("""
                CREATE FUNCTION relight_has_letters(words text, wanted text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
                $$ SELECT relight_letters(words) COLLATE "C" @> relight_letters(wanted) $$;
                CREATE INDEX "IX_claim_words" ON claim USING gin ((relight_letters("Words") COLLATE "C"));
                """);
        }
    }
}
