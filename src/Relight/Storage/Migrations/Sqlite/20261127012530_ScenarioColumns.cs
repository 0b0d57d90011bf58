using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ScenarioColumns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "EnteredAt",
                table: "scenario",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasUnits",
                table: "scenario",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "HourZero",
                table: "scenario",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "Of",
                table: "scenario",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "EnteredAt",
                table: "scenario");

            migrationBuilder.DropColumn(
                name: "HasUnits",
                table: "scenario");

            migrationBuilder.DropColumn(
                name: "HourZero",
                table: "scenario");

            migrationBuilder.DropColumn(
                name: "Of",
                table: "scenario");
        }
    }
}
