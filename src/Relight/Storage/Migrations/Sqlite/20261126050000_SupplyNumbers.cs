using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SupplyNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Urgency",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Item",
                table: "offer");

            migrationBuilder.AddColumn<string>(
                name: "Currency",
                table: "need",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Kilovolts",
                table: "need",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Kilowatts",
                table: "need",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Lower",
                table: "need",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Measure",
                table: "need",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Megavoltamperes",
                table: "need",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Units",
                table: "need",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Upper",
                table: "need",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ValueLower",
                table: "need",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ValueUpper",
                table: "need",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "need",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "Kilovolts",
                table: "offer",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "LowKilovolts",
                table: "offer",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Megavoltamperes",
                table: "offer",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Megawatts",
                table: "offer",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Tonnes",
                table: "offer",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "offer",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Urgency_Id",
                table: "need",
                columns: new[] { "Operation", "Urgency", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Deadline_Id",
                table: "need",
                columns: new[] { "Operation", "Deadline", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Title_Id",
                table: "need",
                columns: new[] { "Operation", "Title", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Kilovolts_Id",
                table: "need",
                columns: new[] { "Operation", "Kilovolts", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Megavoltamperes_Id",
                table: "need",
                columns: new[] { "Operation", "Megavoltamperes", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Kilowatts_Id",
                table: "need",
                columns: new[] { "Operation", "Kilowatts", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Measure_Lower_Id",
                table: "need",
                columns: new[] { "Operation", "Measure", "Lower", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Currency_ValueLower_Id",
                table: "need",
                columns: new[] { "Operation", "Currency", "ValueLower", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Units_Id",
                table: "need",
                columns: new[] { "Operation", "Units", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Words_Id",
                table: "need",
                columns: new[] { "Operation", "Words", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Item_Kilovolts_Megavoltamperes",
                table: "offer",
                columns: new[] { "Operation", "Item", "Kilovolts", "Megavoltamperes" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Title_Id",
                table: "offer",
                columns: new[] { "Operation", "Title", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Kilovolts_Id",
                table: "offer",
                columns: new[] { "Operation", "Kilovolts", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_LowKilovolts_Id",
                table: "offer",
                columns: new[] { "Operation", "LowKilovolts", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Megavoltamperes_Id",
                table: "offer",
                columns: new[] { "Operation", "Megavoltamperes", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Megawatts_Id",
                table: "offer",
                columns: new[] { "Operation", "Megawatts", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Tonnes_Id",
                table: "offer",
                columns: new[] { "Operation", "Tonnes", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Units_Id",
                table: "offer",
                columns: new[] { "Operation", "Units", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Words_Id",
                table: "offer",
                columns: new[] { "Operation", "Words", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Urgency_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Deadline_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Title_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Kilovolts_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Megavoltamperes_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Kilowatts_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Measure_Lower_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Currency_ValueLower_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Units_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_need_Operation_Words_Id",
                table: "need");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Item_Kilovolts_Megavoltamperes",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Title_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Kilovolts_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_LowKilovolts_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Megavoltamperes_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Megawatts_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Tonnes_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Units_Id",
                table: "offer");

            migrationBuilder.DropIndex(
                name: "IX_offer_Operation_Words_Id",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "Currency",
                table: "need");

            migrationBuilder.DropColumn(
                name: "Kilovolts",
                table: "need");

            migrationBuilder.DropColumn(
                name: "Kilowatts",
                table: "need");

            migrationBuilder.DropColumn(
                name: "Lower",
                table: "need");

            migrationBuilder.DropColumn(
                name: "Measure",
                table: "need");

            migrationBuilder.DropColumn(
                name: "Megavoltamperes",
                table: "need");

            migrationBuilder.DropColumn(
                name: "Units",
                table: "need");

            migrationBuilder.DropColumn(
                name: "Upper",
                table: "need");

            migrationBuilder.DropColumn(
                name: "ValueLower",
                table: "need");

            migrationBuilder.DropColumn(
                name: "ValueUpper",
                table: "need");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "need");

            migrationBuilder.DropColumn(
                name: "Kilovolts",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "LowKilovolts",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "Megavoltamperes",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "Megawatts",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "Tonnes",
                table: "offer");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "offer");

            migrationBuilder.CreateIndex(
                name: "IX_need_Operation_Urgency",
                table: "need",
                columns: new[] { "Operation", "Urgency" });

            migrationBuilder.CreateIndex(
                name: "IX_offer_Operation_Item",
                table: "offer",
                columns: new[] { "Operation", "Item" });
        }
    }
}
