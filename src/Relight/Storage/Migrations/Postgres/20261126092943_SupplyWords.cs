using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SupplyWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ArrivalEarliest",
                table: "offer",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Available",
                table: "offer",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AvailableLatest",
                table: "offer",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Condition",
                table: "offer",
                type: "text",
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<string>(
                name: "Dispatch",
                table: "offer",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DonorWords",
                table: "offer",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "offer",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "offer",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OrganisationWords",
                table: "need",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Rank",
                table: "need",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Arrival_Id",
                table: "offer",
                columns: new[] { "Operation", "Arrival", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_ArrivalEarliest_Id",
                table: "offer",
                columns: new[] { "Operation", "ArrivalEarliest", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Available_Id",
                table: "offer",
                columns: new[] { "Operation", "Available", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Condition_Id",
                table: "offer",
                columns: new[] { "Operation", "Condition", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Dispatch_Id",
                table: "offer",
                columns: new[] { "Operation", "Dispatch", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_DonorWords_Id",
                table: "offer",
                columns: new[] { "Operation", "DonorWords", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Id",
                table: "offer",
                columns: new[] { "Operation", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Item_Id",
                table: "offer",
                columns: new[] { "Operation", "Item", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Origin_Id",
                table: "offer",
                columns: new[] { "Operation", "Origin", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Place_Id",
                table: "offer",
                columns: new[] { "Operation", "Place", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Id",
                table: "need",
                columns: new[] { "Operation", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Item_Id",
                table: "need",
                columns: new[] { "Operation", "Item", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Kind_Id",
                table: "need",
                columns: new[] { "Operation", "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Lower_Id",
                table: "need",
                columns: new[] { "Operation", "Lower", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Oblast_Id",
                table: "need",
                columns: new[] { "Operation", "Oblast", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_OrganisationWords_Id",
                table: "need",
                columns: new[] { "Operation", "OrganisationWords", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Rank_Id",
                table: "need",
                columns: new[] { "Operation", "Rank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_ValueLower_Id",
                table: "need",
                columns: new[] { "Operation", "ValueLower", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Arrival_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_ArrivalEarliest_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Available_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Condition_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Dispatch_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_DonorWords_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Item_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Origin_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Place_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Item_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Kind_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Lower_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Oblast_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_OrganisationWords_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Rank_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_ValueLower_Id",
                table: "need");

            migrationBuilder.DropColumn(
                name: "ArrivalEarliest",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "Available",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "AvailableLatest",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "Condition",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "Dispatch",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "DonorWords",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "OrganisationWords",
                table: "need");

            migrationBuilder.DropColumn(
                name: "Rank",
                table: "need");
        }
    }
}
