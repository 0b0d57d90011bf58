using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReplanProposals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "replan_proposal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Plan = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_replan_proposal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_replan_proposal_plan_Plan",
                        column: x => x.Plan,
                        principalTable: "plan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_replan_proposal_Operation",
                table: "replan_proposal",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_replan_proposal_Plan",
                table: "replan_proposal",
                column: "Plan");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "replan_proposal");
        }
    }
}
