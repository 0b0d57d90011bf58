using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AppealsFundsOutagesSupply : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "appeal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Item = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Operation = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appeal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "exchange_rate",
                columns: table => new
                {
                    Operation = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<string>(type: "text", nullable: false),
                    To = table.Column<string>(type: "text", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exchange_rate", x => new { x.Operation, x.From, x.To, x.Date });
                });

            migrationBuilder.CreateTable(
                name: "fund",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Holder = table.Column<Guid>(type: "uuid", nullable: false),
                    Operation = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fund", x => x.Id);
                    table.ForeignKey(
                        name: "FK_fund_organisation_Holder",
                        column: x => x.Holder,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "maker_capacity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Maker = table.Column<Guid>(type: "uuid", nullable: false),
                    Item = table.Column<string>(type: "text", nullable: false),
                    Operation = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_maker_capacity", x => x.Id);
                    table.ForeignKey(
                        name: "FK_maker_capacity_organisation_Maker",
                        column: x => x.Maker,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outage_report",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<Guid>(type: "uuid", nullable: false),
                    Area = table.Column<string>(type: "text", nullable: false),
                    Service = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false),
                    Supersedes = table.Column<Guid>(type: "uuid", nullable: true),
                    Operation = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outage_report", x => x.Id);
                    table.ForeignKey(
                        name: "FK_outage_report_source_Source",
                        column: x => x.Source,
                        principalTable: "source",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "answer",
                columns: table => new
                {
                    Contribution = table.Column<Guid>(type: "uuid", nullable: false),
                    Operation = table.Column<Guid>(type: "uuid", nullable: false),
                    Appeal = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answer", x => x.Contribution);
                    table.ForeignKey(
                        name: "FK_answer_appeal_Appeal",
                        column: x => x.Appeal,
                        principalTable: "appeal",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_answer_contribution_Contribution",
                        column: x => x.Contribution,
                        principalTable: "contribution",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "fund_payment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Fund = table.Column<Guid>(type: "uuid", nullable: false),
                    Donors = table.Column<string>(type: "text", nullable: false),
                    Contribution = table.Column<Guid>(type: "uuid", nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Operation = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fund_payment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_fund_payment_fund_Fund",
                        column: x => x.Fund,
                        principalTable: "fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reservation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Fund = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    LapsesAt = table.Column<long>(type: "bigint", nullable: false),
                    Operation = table.Column<Guid>(type: "uuid", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reservation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reservation_fund_Fund",
                        column: x => x.Fund,
                        principalTable: "fund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_answer_Appeal",
                table: "answer",
                column: "Appeal");

            migrationBuilder.CreateIndex(
                name: "IX_appeal_Operation",
                table: "appeal",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_fund_Holder",
                table: "fund",
                column: "Holder");

            migrationBuilder.CreateIndex(
                name: "IX_fund_Operation",
                table: "fund",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_fund_payment_Contribution",
                table: "fund_payment",
                column: "Contribution");

            migrationBuilder.CreateIndex(
                name: "IX_fund_payment_Fund",
                table: "fund_payment",
                column: "Fund");

            migrationBuilder.CreateIndex(
                name: "IX_fund_payment_Operation",
                table: "fund_payment",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_maker_capacity_Maker",
                table: "maker_capacity",
                column: "Maker");

            migrationBuilder.CreateIndex(
                name: "IX_maker_capacity_Operation",
                table: "maker_capacity",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_maker_capacity_Operation_Item",
                table: "maker_capacity",
                columns: new[] { "Operation", "Item" });

            migrationBuilder.CreateIndex(
                name: "IX_outage_report_Operation",
                table: "outage_report",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_outage_report_Operation_From",
                table: "outage_report",
                columns: new[] { "Operation", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_outage_report_Source",
                table: "outage_report",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_outage_report_Supersedes",
                table: "outage_report",
                column: "Supersedes");

            migrationBuilder.CreateIndex(
                name: "IX_reservation_Fund_State_LapsesAt",
                table: "reservation",
                columns: new[] { "Fund", "State", "LapsesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_reservation_Operation",
                table: "reservation",
                column: "Operation");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answer");

            migrationBuilder.DropTable(
                name: "exchange_rate");

            migrationBuilder.DropTable(
                name: "fund_payment");

            migrationBuilder.DropTable(
                name: "maker_capacity");

            migrationBuilder.DropTable(
                name: "outage_report");

            migrationBuilder.DropTable(
                name: "reservation");

            migrationBuilder.DropTable(
                name: "appeal");

            migrationBuilder.DropTable(
                name: "fund");
        }
    }
}
