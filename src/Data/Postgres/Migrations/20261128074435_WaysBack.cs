using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Keukentafel.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WaysBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "lost_passwords",
                columns: table => new
                {
                    print = table.Column<byte[]>(type: "bytea", nullable: false),
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false),
                    sheet = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("lost_passwords_pk", x => x.print);
                });

            migrationBuilder.CreateTable(
                name: "ways_back",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("ways_back_pk", x => x.person);
                });

            migrationBuilder.CreateIndex(
                name: "lost_passwords_key",
                table: "lost_passwords",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "lost_passwords_person",
                table: "lost_passwords",
                column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lost_passwords");

            migrationBuilder.DropTable(
                name: "ways_back");
        }
    }
}
