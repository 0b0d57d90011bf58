using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Relight.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrganisationNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NameInCapitals",
                table: "organisation",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_Operation_NameInCapitals",
                table: "organisation",
                columns: new[] { "Operation", "NameInCapitals" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_organisation_Operation_NameInCapitals",
                table: "organisation");

            migrationBuilder.DropColumn(
                name: "NameInCapitals",
                table: "organisation");
        }
    }
}
