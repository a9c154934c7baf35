using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Keukentafel.Data.Sqlite.Migrations
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
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_step = table.Column<long>(type: "INTEGER", nullable: false),
                    wrong = table.Column<int>(type: "INTEGER", nullable: false),
                    wrong_since = table.Column<long>(type: "INTEGER", nullable: false),
                    sheet = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("one_time_codes_pk", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "passkey_questions",
                columns: table => new
                {
                    print = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    question = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("passkey_questions_pk", x => x.print);
                });

            migrationBuilder.CreateTable(
                name: "passkeys",
                columns: table => new
                {
                    print = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sheet = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("passkeys_pk", x => x.print);
                });

            migrationBuilder.CreateTable(
                name: "spare_codes",
                columns: table => new
                {
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    print = table.Column<byte[]>(type: "BLOB", nullable: false)
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
