using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Keukentafel.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Keys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "one_time_codes",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    last_step = table.Column<long>(type: "bigint", nullable: false),
                    wrong = table.Column<int>(type: "integer", nullable: false),
                    wrong_since = table.Column<long>(type: "bigint", nullable: false),
                    sheet = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("one_time_codes_pk", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "passkey_questions",
                columns: table => new
                {
                    print = table.Column<byte[]>(type: "bytea", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false),
                    question = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("passkey_questions_pk", x => x.print);
                });

            migrationBuilder.CreateTable(
                name: "passkeys",
                columns: table => new
                {
                    print = table.Column<byte[]>(type: "bytea", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    used_at = table.Column<long>(type: "bigint", nullable: true),
                    sheet = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("passkeys_pk", x => x.print);
                });

            migrationBuilder.CreateTable(
                name: "spare_codes",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    print = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("spare_codes_pk", x => new { x.person, x.print });
                });

            migrationBuilder.CreateIndex(
                name: "passkey_questions_until",
                table: "passkey_questions",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "passkeys_person_id",
                table: "passkeys",
                columns: new[] { "person", "id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "one_time_codes");

            migrationBuilder.DropTable(
                name: "passkey_questions");

            migrationBuilder.DropTable(
                name: "passkeys");

            migrationBuilder.DropTable(
                name: "spare_codes");
        }
    }
}
