using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ListsInMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX \"IX_claim_description\"; DROP INDEX \"IX_claim_quote\"; DROP INDEX \"IX_claim_address\"; DROP FUNCTION relight_letters(text);");

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

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "contribution",
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

            migrationBuilder.CreateTable(
                name: "part",
                columns: table => new
                {
                    Contribution = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Item = table.Column<string>(type: "text", nullable: false),
                    Lower = table.Column<long>(type: "bigint", nullable: true),
                    Measure = table.Column<string>(type: "text", nullable: true),
                    Operation = table.Column<Guid>(type: "uuid", nullable: false),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    Upper = table.Column<long>(type: "bigint", nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "IX_part_Operation_Item_Stage_Contribution",
                table: "part",
                columns: new[] { "Operation", "Item", "Stage", "Contribution" });

            migrationBuilder.CreateIndex(
                name: "IX_part_Operation_Measure_Lower_Upper_Contribution",
                table: "part",
                columns: new[] { "Operation", "Measure", "Lower", "Upper", "Contribution" });

            // The earlier version fills its columns where a claim has no address or a contribution no donor.
            migrationBuilder.Sql("""
                CREATE FUNCTION relight_letters(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
                $$ SELECT ARRAY(SELECT substr(words, at, 3) FROM generate_series(1, length(words) - 2) AS at) $$;
                CREATE INDEX "IX_claim_description" ON claim USING gin ((relight_letters("Description") COLLATE "C"));
                CREATE INDEX "IX_claim_quote" ON claim USING gin ((relight_letters("Quote") COLLATE "C"));
                CREATE INDEX "IX_claim_address" ON claim USING gin ((relight_letters("Address") COLLATE "C"));
                UPDATE claim SET "Address" = '' WHERE "Id" = (SELECT "Id" FROM claim ORDER BY "Id" LIMIT 1);
                UPDATE contribution SET "DonorNames" = '' WHERE "Id" = (SELECT "Id" FROM contribution ORDER BY "Id" LIMIT 1);
                """);
        }
    }
}
