using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClaimsInMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER claim_words_added; DROP TRIGGER claim_words_changed; DROP TRIGGER claim_words_removed; DROP TABLE claim_words; DROP TABLE claim_number;");

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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "DescriptionLetters2",
                table: "claim",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "DescriptionLetters3",
                table: "claim",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "QuoteLetters1",
                table: "claim",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "QuoteLetters2",
                table: "claim",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "QuoteLetters3",
                table: "claim",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "QuoteLetters4",
                table: "claim",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "QuoteLetters5",
                table: "claim",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "QuoteLetters6",
                table: "claim",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_claim_conditions",
                table: "claim",
                columns: new[] { "Operation", "Stage", "Item", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6", "DonorNames", "Measure", "Lower", "Upper", "Currency", "ValueLower", "ValueUpper", "Date", "Latest", "Language", "Step", "Publisher", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Currency_ValueLower_Id",
                table: "claim",
                columns: new[] { "Operation", "Currency", "ValueLower", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Date_Id",
                table: "claim",
                columns: new[] { "Operation", "Date", "Id", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_DonorNames_Id",
                table: "claim",
                columns: new[] { "Operation", "DonorNames", "Id", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Id",
                table: "claim",
                columns: new[] { "Operation", "Id", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Item_Id",
                table: "claim",
                columns: new[] { "Operation", "Item", "Id", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Language_Id",
                table: "claim",
                columns: new[] { "Operation", "Language", "Id", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Lower_Id",
                table: "claim",
                columns: new[] { "Operation", "Lower", "Id", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Measure_Lower_Id",
                table: "claim",
                columns: new[] { "Operation", "Measure", "Lower", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Publisher_Id",
                table: "claim",
                columns: new[] { "Operation", "Publisher", "Id", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Step_Id",
                table: "claim",
                columns: new[] { "Operation", "Step", "Id", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_ValueLower_Id",
                table: "claim",
                columns: new[] { "Operation", "ValueLower", "Id", "DescriptionLetters1", "DescriptionLetters2", "DescriptionLetters3", "QuoteLetters1", "QuoteLetters2", "QuoteLetters3", "QuoteLetters4", "QuoteLetters5", "QuoteLetters6" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_texts",
                table: "claim",
                columns: new[] { "Description", "Quote", "Address", "Id" });

            // The earlier version fills its columns, and with them the index, where a claim has no address.
            migrationBuilder.Sql(
                """
                CREATE TABLE claim_number ("Number" INTEGER PRIMARY KEY, "Claim" TEXT NOT NULL UNIQUE);
                CREATE VIRTUAL TABLE claim_words USING fts5("Description", "Quote", "Address", content='', detail=column, tokenize='trigram case_sensitive 1');
                INSERT INTO claim_number ("Claim") SELECT "Id" FROM claim;
                INSERT INTO claim_words (rowid, "Description", "Quote", "Address") SELECT "Number", "Description", "Quote", "Address" FROM claim_number JOIN claim ON "Id" = "Claim";
                CREATE TRIGGER claim_words_added AFTER INSERT ON claim BEGIN
                    INSERT INTO claim_number ("Claim") VALUES (new."Id");
                    INSERT INTO claim_words (rowid, "Description", "Quote", "Address") SELECT "Number", new."Description", new."Quote", new."Address" FROM claim_number WHERE "Claim" = new."Id";
                END;
                CREATE TRIGGER claim_words_changed AFTER UPDATE OF "Description", "Quote", "Address" ON claim BEGIN
                    INSERT INTO claim_words (claim_words, rowid, "Description", "Quote", "Address") SELECT 'delete', "Number", old."Description", old."Quote", old."Address" FROM claim_number WHERE "Claim" = old."Id";
                    INSERT OR IGNORE INTO claim_number ("Claim") VALUES (new."Id");
                    INSERT INTO claim_words (rowid, "Description", "Quote", "Address") SELECT "Number", new."Description", new."Quote", new."Address" FROM claim_number WHERE "Claim" = new."Id";
                END;
                CREATE TRIGGER claim_words_removed AFTER DELETE ON claim BEGIN
                    INSERT INTO claim_words (claim_words, rowid, "Description", "Quote", "Address") SELECT 'delete', "Number", old."Description", old."Quote", old."Address" FROM claim_number WHERE "Claim" = old."Id";
                    DELETE FROM claim_number WHERE "Claim" = old."Id";
                END;
                UPDATE claim SET "Address" = '' WHERE "Id" = (SELECT "Id" FROM claim ORDER BY "Id" LIMIT 1);
                """);
        }
    }
}
