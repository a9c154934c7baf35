using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Keukentafel.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Sounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "sound",
                table: "drafts",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sounds",
                columns: table => new
                {
                    circle = table.Column<Guid>(type: "uuid", nullable: false),
                    contribution = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("sounds_pk", x => new { x.circle, x.contribution });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sounds");

            migrationBuilder.DropColumn(
                name: "sound",
                table: "drafts");
        }
    }
}
