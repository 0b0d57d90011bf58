using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Postgres
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "DonorNames",
                table: "contribution",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Item",
                table: "contribution",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Members",
                table: "contribution",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Lower",
                table: "contribution",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Step",
                table: "contribution",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ValueLower",
                table: "contribution",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "contribution",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Currency",
                table: "claim",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DonorNames",
                table: "claim",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "claim",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Latest",
                table: "claim",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<long>(
                name: "Lower",
                table: "claim",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Measure",
                table: "claim",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Publisher",
                table: "claim",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Step",
                table: "claim",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Upper",
                table: "claim",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ValueLower",
                table: "claim",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ValueUpper",
                table: "claim",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "claim",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "donor_group",
                columns: table => new
                {
                    Operation = table.Column<Guid>(type: "uuid", nullable: false),
                    Donors = table.Column<string>(type: "text", nullable: false),
                    Names = table.Column<string>(type: "text", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_donor_group", x => new { x.Operation, x.Donors });
                });

            migrationBuilder.CreateTable(
                name: "part",
                columns: table => new
                {
                    Contribution = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Operation = table.Column<Guid>(type: "uuid", nullable: false),
                    Item = table.Column<string>(type: "text", nullable: false),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    Measure = table.Column<string>(type: "text", nullable: true),
                    Lower = table.Column<long>(type: "bigint", nullable: true),
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
            // An index of the sets of three letters that texts consist of, made of what every PostgreSQL has: the extension
            // that offers the same may not be installed everywhere.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION relight_letters(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
                $$ SELECT coalesce(array_agg(DISTINCT substr(words, at, 3)), '{}') FROM generate_series(1, length(words) - 2) AS at $$;
                CREATE INDEX "IX_claim_words" ON claim USING gin (relight_letters("Words"));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX \"IX_claim_words\"; DROP FUNCTION relight_letters(text);");

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
