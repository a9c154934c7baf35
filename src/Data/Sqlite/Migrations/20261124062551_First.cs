using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Keukentafel.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "circles",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    parents_apart = table.Column<bool>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    sheet = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("circles_pk", x => x.id);
                });

            // Rows of one circle lie together on disk: the key is the table.
            migrationBuilder.Sql(
                """
                create table contributions (
                    "circle" BLOB not null,
                    "number" INTEGER not null,
                    "id" BLOB not null,
                    "kind" INTEGER not null,
                    "seat" INTEGER not null,
                    "at" INTEGER not null,
                    "readers" INTEGER not null,
                    "named" INTEGER not null,
                    "about" INTEGER not null,
                    "waits_for" INTEGER not null,
                    "parent" BLOB,
                    "open" INTEGER not null,
                    "voices" INTEGER not null,
                    "replied" INTEGER not null,
                    "flags" INTEGER not null,
                    "changed_at" INTEGER not null,
                    "version" INTEGER not null,
                    "sheet" BLOB not null,
                    primary key (circle, number)
                ) without rowid
                """);

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    circle = table.Column<byte[]>(type: "BLOB", nullable: true),
                    page = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    sheet = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("drafts_pk", x => new { x.person, x.id });
                });

            // Rows of one circle lie together on disk: the key is the table.
            migrationBuilder.Sql(
                """
                create table laid_aside (
                    "circle" BLOB not null,
                    "seat" INTEGER not null,
                    "contribution" BLOB not null,
                    primary key (circle, seat, contribution)
                ) without rowid
                """);

            migrationBuilder.CreateTable(
                name: "marks",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("marks_pk", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    called = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    age = table.Column<int>(type: "INTEGER", nullable: false),
                    is_professional = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    demo_line = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("people_pk", x => x.id);
                });

            // Rows of one circle lie together on disk: the key is the table.
            migrationBuilder.Sql(
                """
                create table seats (
                    "circle" BLOB not null,
                    "number" INTEGER not null,
                    "bit" INTEGER not null,
                    "id" BLOB not null,
                    "person" BLOB,
                    "side" INTEGER not null,
                    "age" INTEGER not null,
                    "mug" INTEGER not null,
                    "since" INTEGER not null,
                    "visit_session" BLOB,
                    "visit_at" INTEGER,
                    "visit_before" INTEGER,
                    primary key (circle, number)
                ) without rowid
                """);

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    device = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ticket = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("sessions_pk", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trail",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    circle = table.Column<byte[]>(type: "BLOB", nullable: true),
                    seat = table.Column<int>(type: "INTEGER", nullable: false),
                    deed = table.Column<int>(type: "INTEGER", nullable: false),
                    permission = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: true),
                    part = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    shown = table.Column<byte[]>(type: "BLOB", nullable: true),
                    whose = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("trail_pk", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "trail_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("trail_head_pk", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("user_claims_pk", x => x.id);
                    table.ForeignKey(
                        name: "FK_user_claims_people_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("user_logins_pk", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_user_logins_people_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("user_tokens_pk", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_user_tokens_people_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "contributions_circle_changed_at",
                table: "contributions",
                columns: new[] { "circle", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "contributions_circle_id",
                table: "contributions",
                columns: new[] { "circle", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "contributions_circle_number_open",
                table: "contributions",
                columns: new[] { "circle", "number" },
                filter: "open = 1");

            migrationBuilder.CreateIndex(
                name: "contributions_circle_number_views",
                table: "contributions",
                columns: new[] { "circle", "number" },
                filter: "kind >= 6");

            migrationBuilder.CreateIndex(
                name: "contributions_circle_parent",
                table: "contributions",
                columns: new[] { "circle", "parent" });

            migrationBuilder.CreateIndex(
                name: "contributions_circle_seat",
                table: "contributions",
                columns: new[] { "circle", "seat" });

            migrationBuilder.CreateIndex(
                name: "people_normalized_email",
                table: "people",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "people_normalized_user_name",
                table: "people",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "seats_person_circle",
                table: "seats",
                columns: new[] { "person", "circle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "sessions_key",
                table: "sessions",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "sessions_person",
                table: "sessions",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "trail_circle_number",
                table: "trail",
                columns: new[] { "circle", "number" });

            migrationBuilder.CreateIndex(
                name: "user_claims_user_id",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "user_logins_user_id",
                table: "user_logins",
                column: "user_id");

            // SQLite knows nothing of an empty database and would read a whole circle to find one thing in it. This is how a full one looks:
            // many circles, of hundreds of contributions, of which few wait for somebody and some are views.
            migrationBuilder.Sql(
                """
                analyze sqlite_schema;
                insert into sqlite_stat1 (tbl, idx, stat) values
                    ('contributions', 'contributions', '60000 600 1'),
                    ('contributions', 'contributions_circle_id', '60000 600 1'),
                    ('contributions', 'contributions_circle_parent', '60000 600 60'),
                    ('contributions', 'contributions_circle_seat', '60000 600 30'),
                    ('contributions', 'contributions_circle_changed_at', '60000 600 1'),
                    ('contributions', 'contributions_circle_number_open', '1000 6 1'),
                    ('contributions', 'contributions_circle_number_views', '4000 20 1');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "circles");

            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "laid_aside");

            migrationBuilder.DropTable(
                name: "marks");

            migrationBuilder.DropTable(
                name: "seats");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "trail");

            migrationBuilder.DropTable(
                name: "trail_head");

            migrationBuilder.DropTable(
                name: "user_claims");

            migrationBuilder.DropTable(
                name: "user_logins");

            migrationBuilder.DropTable(
                name: "user_tokens");

            migrationBuilder.DropTable(
                name: "people");
        }
    }
}
