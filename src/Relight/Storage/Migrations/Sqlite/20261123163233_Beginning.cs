using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Beginning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contribution",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Donors = table.Column<string>(type: "TEXT", nullable: false),
                    Furthest = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contribution", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "grid_model",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grid_model", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ledger",
                columns: table => new
                {
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Command = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommandSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger", x => new { x.Operation, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "ledger_head",
                columns: table => new
                {
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_head", x => x.Operation);
                });

            migrationBuilder.CreateTable(
                name: "operation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_operation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Country = table.Column<string>(type: "TEXT", nullable: true),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "source",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Publisher = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "total",
                columns: table => new
                {
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Donors = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Lower = table.Column<long>(type: "INTEGER", nullable: false),
                    BoundedUpper = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenParts = table.Column<int>(type: "INTEGER", nullable: false),
                    UnspecifiedParts = table.Column<int>(type: "INTEGER", nullable: false),
                    Parts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_total", x => new { x.Operation, x.Donors, x.Stage, x.Item, x.Measure });
                });

            migrationBuilder.CreateTable(
                name: "reached",
                columns: table => new
                {
                    Contribution = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Donors = table.Column<string>(type: "TEXT", nullable: false),
                    Lower = table.Column<long>(type: "INTEGER", nullable: false),
                    Upper = table.Column<long>(type: "INTEGER", nullable: true),
                    Specified = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reached", x => new { x.Contribution, x.Stage, x.Item, x.Measure });
                    table.ForeignKey(
                        name: "FK_reached_contribution_Contribution",
                        column: x => x.Contribution,
                        principalTable: "contribution",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "scenario",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Model = table.Column<Guid>(type: "TEXT", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scenario", x => x.Id);
                    table.ForeignKey(
                        name: "FK_scenario_grid_model_Model",
                        column: x => x.Model,
                        principalTable: "grid_model",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "need",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    Urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Oblast = table.Column<string>(type: "TEXT", nullable: true),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_need", x => x.Id);
                    table.ForeignKey(
                        name: "FK_need_organisation_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "offer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    Donor = table.Column<Guid>(type: "TEXT", nullable: false),
                    Contribution = table.Column<Guid>(type: "TEXT", nullable: true),
                    Units = table.Column<int>(type: "INTEGER", nullable: false),
                    Arrival = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_offer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_offer_contribution_Contribution",
                        column: x => x.Contribution,
                        principalTable: "contribution",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_offer_organisation_Donor",
                        column: x => x.Donor,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "claim",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<Guid>(type: "TEXT", nullable: false),
                    Donors = table.Column<string>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_claim_source_Source",
                        column: x => x.Source,
                        principalTable: "source",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Scenario = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_scenario_Scenario",
                        column: x => x.Scenario,
                        principalTable: "scenario",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "adoption",
                columns: table => new
                {
                    Claim = table.Column<Guid>(type: "TEXT", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Contribution = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_adoption", x => x.Claim);
                    table.ForeignKey(
                        name: "FK_adoption_claim_Claim",
                        column: x => x.Claim,
                        principalTable: "claim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_adoption_contribution_Contribution",
                        column: x => x.Contribution,
                        principalTable: "contribution",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "link",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    To = table.Column<Guid>(type: "TEXT", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link", x => x.Id);
                    table.ForeignKey(
                        name: "FK_link_claim_From",
                        column: x => x.From,
                        principalTable: "claim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_link_claim_To",
                        column: x => x.To,
                        principalTable: "claim",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_adoption_Contribution",
                table: "adoption",
                column: "Contribution");

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation",
                table: "claim",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_claim_Operation_Date",
                table: "claim",
                columns: new[] { "Operation", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_claim_Source",
                table: "claim",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation",
                table: "contribution",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_contribution_Operation_ChangedAt",
                table: "contribution",
                columns: new[] { "Operation", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_grid_model_Operation",
                table: "grid_model",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_Operation_Command",
                table: "ledger",
                columns: new[] { "Operation", "Command" });

            migrationBuilder.CreateIndex(
                name: "IX_link_From",
                table: "link",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_link_Operation",
                table: "link",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_link_To",
                table: "link",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation",
                table: "need",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Urgency",
                table: "need",
                columns: new[] { "Operation", "Urgency" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Organisation",
                table: "need",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_offer_Contribution",
                table: "offer",
                column: "Contribution");

            migrationBuilder.CreateIndex(
                name: "IX_offer_Donor",
                table: "offer",
                column: "Donor");

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation",
                table: "offer",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Item",
                table: "offer",
                columns: new[] { "Operation", "Item" });

            migrationBuilder.CreateIndex(
                name: "IX_operation_Operation",
                table: "operation",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_Operation",
                table: "organisation",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_Operation_Name",
                table: "organisation",
                columns: new[] { "Operation", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_Operation",
                table: "plan",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_plan_Scenario",
                table: "plan",
                column: "Scenario");

            migrationBuilder.CreateIndex(
                name: "IX_scenario_Model",
                table: "scenario",
                column: "Model");

            migrationBuilder.CreateIndex(
                name: "IX_scenario_Operation",
                table: "scenario",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_source_Operation",
                table: "source",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_source_Operation_Address",
                table: "source",
                columns: new[] { "Operation", "Address" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adoption");

            migrationBuilder.DropTable(
                name: "ledger");

            migrationBuilder.DropTable(
                name: "ledger_head");

            migrationBuilder.DropTable(
                name: "link");

            migrationBuilder.DropTable(
                name: "need");

            migrationBuilder.DropTable(
                name: "offer");

            migrationBuilder.DropTable(
                name: "operation");

            migrationBuilder.DropTable(
                name: "plan");

            migrationBuilder.DropTable(
                name: "reached");

            migrationBuilder.DropTable(
                name: "total");

            migrationBuilder.DropTable(
                name: "claim");

            migrationBuilder.DropTable(
                name: "organisation");

            migrationBuilder.DropTable(
                name: "scenario");

            migrationBuilder.DropTable(
                name: "contribution");

            migrationBuilder.DropTable(
                name: "source");

            migrationBuilder.DropTable(
                name: "grid_model");
        }
    }
}
