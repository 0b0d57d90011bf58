using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListColumns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_ChangedAt",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Date",
                table: "claim");

            migrationBuilder.AddColumn<int>(
                name: "Claims",
                table: "contribution",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "DonorNames",
                table: "contribution",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Item",
                table: "contribution",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Members",
                table: "contribution",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Lower",
                table: "contribution",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Step",
                table: "contribution",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ValueLower",
                table: "contribution",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "contribution",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Currency",
                table: "claim",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DonorNames",
                table: "claim",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "claim",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Latest",
                table: "claim",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<long>(
                name: "Lower",
                table: "claim",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Measure",
                table: "claim",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Publisher",
                table: "claim",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Step",
                table: "claim",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Upper",
                table: "claim",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ValueLower",
                table: "claim",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ValueUpper",
                table: "claim",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "claim",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "donor_group",
                columns: table => new
                {
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Donors = table.Column<string>(type: "TEXT", nullable: false),
                    Names = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_donor_group", x => new { x.Operation, x.Donors });
                });

            migrationBuilder.CreateTable(
                name: "part",
                columns: table => new
                {
                    Contribution = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", nullable: true),
                    Lower = table.Column<long>(type: "INTEGER", nullable: true),
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
                name: "IX_contribution_Operation_Id",
                table: "contribution",
                columns: new[] { "Operation", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_Item_Id",
                table: "contribution",
                columns: new[] { "Operation", "Item", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_Members_Id",
                table: "contribution",
                columns: new[] { "Operation", "Members", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_Lower_Id",
                table: "contribution",
                columns: new[] { "Operation", "Lower", "Id" });

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
                name: "IX_claim_conditions",
                table: "claim",
                columns: new[] { "Operation", "Stage", "Item", "DonorNames", "Measure", "Lower", "Upper", "Currency", "ValueLower", "ValueUpper", "Date", "Latest", "Language", "Step", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Date_Id",
                table: "claim",
                columns: new[] { "Operation", "Date", "Id" });

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

            migrationBuilder.CreateIndex(
                name: "IX_part_Operation_Item_Stage_Contribution",
                table: "part",
                columns: new[] { "Operation", "Item", "Stage", "Contribution" });

            migrationBuilder.CreateIndex(
                name: "IX_part_Operation_Measure_Lower_Upper_Contribution",
                table: "part",
                columns: new[] { "Operation", "Measure", "Lower", "Upper", "Contribution" });
            // The index of texts keeps in which claims three letters stand; the claims are numbered for it, because the
            // numbers that SQLite itself gives to rows can change.
            migrationBuilder.Sql(
                """
                CREATE TABLE claim_number ("Number" INTEGER PRIMARY KEY, "Claim" TEXT NOT NULL UNIQUE);
                CREATE VIRTUAL TABLE claim_words USING fts5("Words", content='', detail=none, tokenize='trigram case_sensitive 1');
                CREATE TRIGGER claim_words_added AFTER INSERT ON claim BEGIN
                    INSERT INTO claim_number ("Claim") VALUES (new."Id");
                    INSERT INTO claim_words (rowid, "Words") SELECT "Number", new."Words" FROM claim_number WHERE "Claim" = new."Id";
                END;
                CREATE TRIGGER claim_words_changed AFTER UPDATE OF "Words" ON claim BEGIN
                    INSERT INTO claim_words (claim_words, rowid, "Words") SELECT 'delete', "Number", old."Words" FROM claim_number WHERE "Claim" = old."Id";
                    INSERT OR IGNORE INTO claim_number ("Claim") VALUES (new."Id");
                    INSERT INTO claim_words (rowid, "Words") SELECT "Number", new."Words" FROM claim_number WHERE "Claim" = new."Id";
                END;
                CREATE TRIGGER claim_words_removed AFTER DELETE ON claim BEGIN
                    INSERT INTO claim_words (claim_words, rowid, "Words") SELECT 'delete', "Number", old."Words" FROM claim_number WHERE "Claim" = old."Id";
                    DELETE FROM claim_number WHERE "Claim" = old."Id";
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER claim_words_added; DROP TRIGGER claim_words_changed; DROP TRIGGER claim_words_removed; DROP TABLE claim_words; DROP TABLE claim_number;");

            migrationBuilder.DropTable(
                name: "donor_group");

            migrationBuilder.DropTable(
                name: "part");

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
                name: "IX_contribution_Operation_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_Item_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_Members_Id",
                table: "contribution");

            migrationBuilder.DropIndex(
                name: "IX_contribution_Operation_Lower_Id",
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
                name: "IX_claim_conditions",
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
                name: "IX_claim_Operation_Publisher_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_Step_Id",
                table: "claim");

            migrationBuilder.DropIndex(
                name: "IX_claim_Operation_ValueLower_Id",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "Claims",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "DonorNames",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "Item",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "Members",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "Lower",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "ValueLower",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "contribution");

            migrationBuilder.DropColumn(
                name: "Currency",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "DonorNames",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "Latest",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "Lower",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "Measure",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "Publisher",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "Upper",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "ValueLower",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "ValueUpper",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "claim");

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_ChangedAt",
                table: "contribution",
                columns: new[] { "Operation", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Date",
                table: "claim",
                columns: new[] { "Operation", "Date" });
        }
    }
}
