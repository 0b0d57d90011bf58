using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AllocationsAndDeliveries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "allocation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Need = table.Column<Guid>(type: "TEXT", nullable: false),
                    Offer = table.Column<Guid>(type: "TEXT", nullable: false),
                    Units = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    LapsesAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allocation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "consignment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Arrival = table.Column<long>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consignment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "joint_planning",
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
                    table.PrimaryKey("PK_joint_planning", x => x.Id);
                    table.ForeignKey(
                        name: "FK_joint_planning_plan_Plan",
                        column: x => x.Plan,
                        principalTable: "plan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "need_values",
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
                    table.PrimaryKey("PK_need_values", x => x.Id);
                    table.ForeignKey(
                        name: "FK_need_values_plan_Plan",
                        column: x => x.Plan,
                        principalTable: "plan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "package",
                columns: table => new
                {
                    Sscc = table.Column<string>(type: "TEXT", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Consignment = table.Column<Guid>(type: "TEXT", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_package", x => x.Sscc);
                });

            migrationBuilder.CreateTable(
                name: "place",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    IsHub = table.Column<bool>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_place", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "consignment_line",
                columns: table => new
                {
                    Consignment = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Offer = table.Column<Guid>(type: "TEXT", nullable: false),
                    Need = table.Column<Guid>(type: "TEXT", nullable: true),
                    Units = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedWhole = table.Column<int>(type: "INTEGER", nullable: false),
                    FromStock = table.Column<bool>(type: "INTEGER", nullable: false),
                    Dispatched = table.Column<bool>(type: "INTEGER", nullable: false),
                    Cancelled = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consignment_line", x => new { x.Consignment, x.Line });
                    table.ForeignKey(
                        name: "FK_consignment_line_consignment_Consignment",
                        column: x => x.Consignment,
                        principalTable: "consignment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "installation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Consignment = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Offer = table.Column<Guid>(type: "TEXT", nullable: false),
                    Need = table.Column<Guid>(type: "TEXT", nullable: false),
                    Units = table.Column<int>(type: "INTEGER", nullable: false),
                    LastMoved = table.Column<long>(type: "INTEGER", nullable: false),
                    InService = table.Column<bool>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_installation_consignment_Consignment",
                        column: x => x.Consignment,
                        principalTable: "consignment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "photo",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Consignment = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_photo", x => x.Id);
                    table.ForeignKey(
                        name: "FK_photo_consignment_Consignment",
                        column: x => x.Consignment,
                        principalTable: "consignment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hub_stock",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Hub = table.Column<Guid>(type: "TEXT", nullable: false),
                    Offer = table.Column<Guid>(type: "TEXT", nullable: false),
                    Units = table.Column<int>(type: "INTEGER", nullable: false),
                    Operation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hub_stock", x => x.Id);
                    table.ForeignKey(
                        name: "FK_hub_stock_place_Hub",
                        column: x => x.Hub,
                        principalTable: "place",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_allocation_Need_State",
                table: "allocation",
                columns: new[] { "Need", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_allocation_Offer_State",
                table: "allocation",
                columns: new[] { "Offer", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_allocation_Operation",
                table: "allocation",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_consignment_Operation",
                table: "consignment",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_consignment_Operation_Arrival_Id",
                table: "consignment",
                columns: new[] { "Operation", "Arrival", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_consignment_line_Operation_Offer",
                table: "consignment_line",
                columns: new[] { "Operation", "Offer" });

            migrationBuilder.CreateIndex(
                name: "IX_hub_stock_Hub",
                table: "hub_stock",
                column: "Hub");

            migrationBuilder.CreateIndex(
                name: "IX_hub_stock_Operation",
                table: "hub_stock",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_installation_Consignment",
                table: "installation",
                column: "Consignment");

            migrationBuilder.CreateIndex(
                name: "IX_installation_Offer",
                table: "installation",
                column: "Offer");

            migrationBuilder.CreateIndex(
                name: "IX_installation_Operation",
                table: "installation",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_joint_planning_Operation",
                table: "joint_planning",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_joint_planning_Plan",
                table: "joint_planning",
                column: "Plan");

            migrationBuilder.CreateIndex(
                name: "IX_need_values_Operation",
                table: "need_values",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_need_values_Plan",
                table: "need_values",
                column: "Plan");

            migrationBuilder.CreateIndex(
                name: "IX_package_Prefix",
                table: "package",
                column: "Prefix");

            migrationBuilder.CreateIndex(
                name: "IX_photo_Consignment",
                table: "photo",
                column: "Consignment");

            migrationBuilder.CreateIndex(
                name: "IX_photo_Operation",
                table: "photo",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_place_Operation",
                table: "place",
                column: "Operation");

            migrationBuilder.CreateIndex(
                name: "IX_place_Operation_Code",
                table: "place",
                columns: new[] { "Operation", "Code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allocation");

            migrationBuilder.DropTable(
                name: "consignment_line");

            migrationBuilder.DropTable(
                name: "hub_stock");

            migrationBuilder.DropTable(
                name: "installation");

            migrationBuilder.DropTable(
                name: "joint_planning");

            migrationBuilder.DropTable(
                name: "need_values");

            migrationBuilder.DropTable(
                name: "package");

            migrationBuilder.DropTable(
                name: "photo");

            migrationBuilder.DropTable(
                name: "place");

            migrationBuilder.DropTable(
                name: "consignment");
        }
    }
}
