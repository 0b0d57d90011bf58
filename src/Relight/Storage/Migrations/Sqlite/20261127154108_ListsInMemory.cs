using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListsInMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER claim_words_added; DROP TRIGGER claim_words_changed; DROP TRIGGER claim_words_removed; DROP TABLE claim_words; DROP TABLE claim_number;");

            migrationBuilder.DropTable(
                name: "part");

            migrationBuilder.DropIndex(
                name: "IX_contribution_conditions",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_ChangedAt_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_Claims_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_DonorNames_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_Item_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_Lower_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_Members_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_Step_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_Title_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_ValueLower_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_Words_Id",
                table: "contribution");

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

            migrationBuilder.DropColumn(
                name: "Words",
                table: "contribution");

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
                name: "IX_contribution_Operation_DonorNames",
                table: "contribution",
                columns: new[] { "Operation", "DonorNames" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_DonorNames",
                table: "claim",
                columns: new[] { "Operation", "DonorNames" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_DonorNames",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_DonorNames",
                table: "claim");

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

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "contribution",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

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

            migrationBuilder.CreateTable(
                name: "part",
                columns: table => new
                {
                    Contribution = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    Lower = table.Column<long>(type: "INTEGER", nullable: true),
                    Measure = table.Column<string>(type: "TEXT", nullable: true),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    Upper = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_part", x => new { x.Contribution, x.Place });
                    table.ForeignKey(
                        name: "FK_part_contribution_Contribution",
                        column: x => x.Contribution,
                        principalTable: "contribution",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_conditions",
                table: "contribution",
                columns: new[] { "Operation", "Id", "ChangedAt", "Title", "DonorNames", "Step", "FurthestBit", "Members", "Claims", "Item", "Lower", "ValueLower", "Kinds", "Stages", "Measure", "HighestLower", "LowestUpper", "Currency", "HighestValueLower", "LowestValueUpper", "HasSeveralMeasures", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_ChangedAt_Id",
                table: "contribution",
                columns: new[] { "Operation", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_Claims_Id",
                table: "contribution",
                columns: new[] { "Operation", "Claims", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_DonorNames_Id",
                table: "contribution",
                columns: new[] { "Operation", "DonorNames", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_Item_Id",
                table: "contribution",
                columns: new[] { "Operation", "Item", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_Lower_Id",
                table: "contribution",
                columns: new[] { "Operation", "Lower", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_Members_Id",
                table: "contribution",
                columns: new[] { "Operation", "Members", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_Step_Id",
                table: "contribution",
                columns: new[] { "Operation", "Step", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_Title_Id",
                table: "contribution",
                columns: new[] { "Operation", "Title", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_ValueLower_Id",
                table: "contribution",
                columns: new[] { "Operation", "ValueLower", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_Words_Id",
                table: "contribution",
                columns: new[] { "Operation", "Words", "Id" });

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

            migrationBuilder.CreateIndex(
                name: "IX_part_Operation_Item_Stage_Contribution",
                table: "part",
                columns: new[] { "Operation", "Item", "Stage", "Contribution" });

            migrationBuilder.CreateIndex(
                name: "IX_part_Operation_Measure_Lower_Upper_Contribution",
                table: "part",
                columns: new[] { "Operation", "Measure", "Lower", "Upper", "Contribution" });

            // The earlier version fills its columns, and with them the index, where a claim has no address or a contribution no donor.
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
                UPDATE contribution SET "DonorNames" = '' WHERE "Id" = (SELECT "Id" FROM contribution ORDER BY "Id" LIMIT 1);
                """);
        }
    }
}
