using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Keukentafel.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class HelpRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "help_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    print = table.Column<byte[]>(type: "bytea", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<int>(type: "integer", nullable: false),
                    waits = table.Column<long>(type: "bigint", nullable: false),
                    word = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sheet = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("help_requests_pk", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "local_team_members",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("local_team_members_pk", x => new { x.person, x.team });
                });

            migrationBuilder.CreateTable(
                name: "local_teams",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("local_teams_pk", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "help_requests_print",
                table: "help_requests",
                column: "print",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "help_requests_team",
                table: "help_requests",
                column: "team");

            migrationBuilder.CreateIndex(
                name: "help_requests_until",
                table: "help_requests",
                column: "until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_requests");

            migrationBuilder.DropTable(
                name: "local_team_members");

            migrationBuilder.DropTable(
                name: "local_teams");
        }
    }
}
