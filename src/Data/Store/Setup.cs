using System.Globalization;
using Keukentafel.Data.Postgres;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Sqlite;
using Keukentafel.Data.Trail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Keukentafel.Data.Store;

/// <summary>Where everything is: the database, the data folder, the folder of keys.</summary>
/// <param name="Postgres">A connection string, or null for SQLite in the data folder.</param>
/// <param name="DataFolder">The data folder (<c>KEUKENTAFEL_DATA</c>).</param>
/// <param name="KeysFolder">The folder of keys (<c>KEUKENTAFEL_KEYS</c>), outside the data folder's backup.</param>
public sealed record Places(string? Postgres, string DataFolder, string KeysFolder)
{
    /// <summary>The file of the SQLite database.</summary>
    public string SqliteFile => Path.Combine(DataFolder, "keukentafel.db");

    /// <summary>The name under which cookies and forms are protected; the same for every process.</summary>
    public const string ApplicationName = "keukentafel";

    /// <summary>The folder of the keys that protect cookies and forms.</summary>
    public string WebKeysFolder => Path.Combine(KeysFolder, "web");
}

/// <summary>Whether a database is for real families or full of invented ones. Set once, never changed.</summary>
public enum DatabaseUse
{
    /// <summary>Nothing was put in yet.</summary>
    Unused = 0,

    /// <summary>For real people.</summary>
    Real = 1,

    /// <summary>Full of invented people.</summary>
    Demo = 2,
}

/// <summary>Makes the tables and what guards them. A command, never something that happens at start (D15).</summary>
public static class Setup
{
    private const string CircleSet = "(select nullif(current_setting('keukentafel.circle', true), '')::uuid)";

    private const string PersonSet = "(select nullif(current_setting('keukentafel.person', true), '')::uuid)";

    private const string NoPersonSet = "(select coalesce(current_setting('keukentafel.person', true), '') = '')";

    private const string NoCircleSet = "(select coalesce(current_setting('keukentafel.circle', true), '') = '')";

    // The second wall: whatever the program asks, it gets what belongs to the circle or person that it said it asks for.
    private static readonly (string Table, string Rule)[] Walls =
    [
        ("circles", $"id = {CircleSet} or id in (select tables_of_person())"),
        ("seats", $"circle = {CircleSet} or circle in (select tables_of_person())"),

        // Who holds a code does not know the table yet: looked up by its print, before any circle or person is set.
        ("invitations", $"circle = {CircleSet} or ({NoCircleSet} and {NoPersonSet})"),

        // What is to be removed is looked for before it is known at which table.
        ("removals", $"circle = {CircleSet} or ({NoCircleSet} and {NoPersonSet})"),
        ("contributions", $"circle = {CircleSet}"),
        ("laid_aside", $"circle = {CircleSet}"),
        ("hidden_addresses", $"circle = {CircleSet}"),
        ("sounds", $"circle = {CircleSet}"),

        // What became too old goes without anybody asking for it, and with a table that is removed go the drafts that were for it.
        ("drafts", $"person = {PersonSet} or ({NoPersonSet} and ({NoCircleSet} or circle = {CircleSet}))"),
        ("spent_drafts", $"person = {PersonSet} or ({NoCircleSet} and {NoPersonSet})"),
        ("one_time_codes", $"person = {PersonSet}"),
        ("spare_codes", $"person = {PersonSet}"),

        // Whoever comes in with a passkey is not known until it is found.
        ("passkeys", $"person = {PersonSet} or ({NoCircleSet} and {NoPersonSet})"),

        // So it is with who comes in through an organisation.
        ("organisation_keys", $"person = {PersonSet} or ({NoCircleSet} and {NoPersonSet})"),

        // Who lost the password is not signed in, and who helps is another person: both come with a key or a code, before any person is set.
        ("ways_back", $"person = {PersonSet} or ({NoCircleSet} and {NoPersonSet})"),
        ("lost_passwords", $"person = {PersonSet} or ({NoCircleSet} and {NoPersonSet})"),

        // Who is told by mail is looked for by nobody but what sends it, which goes on as each person then.
        ("nudges", $"person = {PersonSet} or ({NoCircleSet} and {NoPersonSet})"),

        // What people say about words is of nobody: from a table, or as somebody, it is not there.
        ("word_remarks", $"{NoCircleSet} and {NoPersonSet}"),
        ("word_decisions", $"{NoCircleSet} and {NoPersonSet}"),
        ("representatives", $"person = {PersonSet} or ({NoCircleSet} and {NoPersonSet})"),

        // Who asks for help is nobody here, and comes with a code; who answers gets what was asked of the own team.
        ("help_requests", $"team in (select teams_of_person()) or ({NoCircleSet} and {NoPersonSet})"),
        ("asked_totals", $"{NoCircleSet} and {NoPersonSet}"),
        ("local_team_members", $"person = {PersonSet} or ({NoCircleSet} and {NoPersonSet})"),

        // What editors write is for everybody once it is shown, and of no table.
        ("local_texts", $"{NoCircleSet} and {NoPersonSet}"),
        ("editors", $"person = {PersonSet} or ({NoCircleSet} and {NoPersonSet})"),
    ];

    /// <summary>Brings the database to this version and makes the keys. Safe to repeat.</summary>
    /// <param name="places">Where.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task MigrateAsync(Places places, CancellationToken cancellation)
    {
        var keyring = new Keyring(places.KeysFolder);
        using (HeadFile.KeyIn(keyring))
        {
        }

        // Two processes that start together would each make a key of their own for cookies.
        Keyring.MakeFolder(places.WebKeysFolder);
        DataProtectionProvider.Create(new DirectoryInfo(places.WebKeysFolder), keys => keys.SetApplicationName(Places.ApplicationName))
            .CreateProtector("first").Protect("first");

        bool started;
        if (places.Postgres is null)
        {
            Directory.CreateDirectory(places.DataFolder);
            started = await MigrateSqliteAsync(places.SqliteFile, cancellation);
        }
        else
        {
            started = await MigratePostgresAsync(places.Postgres, cancellation);
        }

        if (started)
        {
            // From the first moment there is a signed head, so that its absence always means something.
            using var heads = new HeadFile(keyring);
            heads.Write(0, Chain.Start, TimeProvider.System.GetUtcNow());
        }
    }

    /// <summary>
    /// Lays the rows of each circle together on disk again. PostgreSQL writes them where there is room, in the order of life; SQLite keeps them
    /// together by itself. Also clears up behind every table, so that the server does not do so while people read. Locks what it tidies: for a
    /// quiet hour.
    /// </summary>
    /// <param name="places">Where.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task TidyAsync(Places places, CancellationToken cancellation)
    {
        if (places.Postgres is null)
        {
            return;
        }

        await using var source = NpgsqlDataSource.Create(places.Postgres);
        foreach (var sql in new[]
        {
            "cluster contributions using contributions_pk", "cluster seats using seats_pk", "vacuum (analyze)",
        })
        {
            await using var command = source.CreateCommand(sql);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Whether there is a database at all.</summary>
    /// <param name="places">Where.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<bool> IsMadeAsync(Places places, CancellationToken cancellation)
    {
        if (places.Postgres is null)
        {
            return File.Exists(places.SqliteFile);
        }

        await using var source = NpgsqlDataSource.Create(places.Postgres);
        await using var command = source.CreateCommand("select to_regclass('public.trail_head') is not null");
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Which migrations an existing database still lacks; none when it is new or up to date.</summary>
    /// <param name="places">Where.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<IReadOnlyList<string>> LacksAsync(Places places, CancellationToken cancellation)
    {
        if (places.Postgres is null && !File.Exists(places.SqliteFile))
        {
            return [];
        }

        await using var source = places.Postgres is { } postgres ? NpgsqlDataSource.Create(postgres) : null;
        await using AppDb db = source is null ? OwnerOfSqlite(places.SqliteFile) : OwnerOfPostgres(source);
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellation);
        return applied.Any() ? [.. await db.Database.GetPendingMigrationsAsync(cancellation)] : [];
    }

    /// <summary>The version of the program.</summary>
    internal static string ProductVersion => typeof(Setup).Assembly.GetName().Version!.ToString(3);

    /// <summary>Whether this version of the program knows a migration.</summary>
    internal static bool Knows(Places places, string migration)
    {
        using var source = places.Postgres is { } postgres ? NpgsqlDataSource.Create(postgres) : null;
        using AppDb db = source is null ? OwnerOfSqlite(places.SqliteFile) : OwnerOfPostgres(source);
        return db.Database.GetMigrations().Contains(migration);
    }

    internal static SqliteDb OwnerOfSqlite(string file) => new(new DbContextOptionsBuilder<SqliteDb>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString())
        .AddInterceptors(new PragmasOnOpen())
        .Options);

    internal static PostgresDb OwnerOfPostgres(NpgsqlDataSource source) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(source).Options);

    internal static async Task<bool> MigrateSqliteAsync(string file, CancellationToken cancellation)
    {
        await using var db = OwnerOfSqlite(file);
        await db.Database.OpenConnectionAsync(cancellation);

        // A migration that was killed leaves its lock behind, and the next would wait for it for ever (dotnet/efcore#38958).
        await db.Database.ExecuteSqlRawAsync("drop table if exists \"__EFMigrationsLock\"", cancellation);
        await db.Database.MigrateAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync(
            "create trigger if not exists trail_no_update before update on trail begin select raise(abort, 'the trail is only added to'); end",
            cancellation);
        await db.Database.ExecuteSqlRawAsync(
            "create trigger if not exists trail_no_delete before delete on trail begin select raise(abort, 'the trail is only added to'); end",
            cancellation);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return await StartTrailAsync(db, cancellation);
    }

    internal static async Task<bool> MigratePostgresAsync(string connectionString, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c lock_timeout=30000" });
        await using var db = OwnerOfPostgres(source);
        await db.Database.MigrateAsync(cancellation);
        var started = await StartTrailAsync(db, cancellation);

        List<string> sql =
        [
            // The role is of the whole server: another database may have made it, or may be making it now.
            $"do $$ begin create role {PostgresStorage.Role} nologin nosuperuser nobypassrls nocreatedb nocreaterole; " +
            "exception when duplicate_object or unique_violation then null; end $$",
            $"do $$ begin if not pg_has_role(current_user, '{PostgresStorage.Role}', 'member') then grant {PostgresStorage.Role} to current_user; end if; end $$",
            $"grant usage on schema public to {PostgresStorage.Role}",
            $"grant select, insert, update, delete on all tables in schema public to {PostgresStorage.Role}",
            $"grant usage on all sequences in schema public to {PostgresStorage.Role}",
            $"revoke update, delete, truncate on trail from {PostgresStorage.Role}",
            $"revoke insert, delete, truncate on trail_head from {PostgresStorage.Role}",
            $"revoke all on \"__EFMigrationsHistory\" from {PostgresStorage.Role}",

            // Runs as the owner, who stands before the walls: seats could not be asked about from within their own wall.
            "create or replace function tables_of_person() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp " +
            $"as $$ select circle from public.seats where person = {PersonSet} $$",
            "revoke all on function tables_of_person() from public",
            $"grant execute on function tables_of_person() to {PostgresStorage.Role}",
            "create or replace function teams_of_person() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp " +
            $"as $$ select team from public.local_team_members where person = {PersonSet} $$",
            "revoke all on function teams_of_person() from public",
            $"grant execute on function teams_of_person() to {PostgresStorage.Role}",

            // Lines of every circle are added in one transaction; within a circle only its own are read, and for a person none.
            .. Wall("trail", "select", "for select", $"using (circle = {CircleSet} or ({NoCircleSet} and {NoPersonSet}))"),
            .. Wall("trail", "insert", "for insert", "with check (true)"),
            .. Walls.SelectMany(wall => Wall(wall.Table, "wall", "for all", $"using ({wall.Rule}) with check ({wall.Rule})")),
        ];

        await using var connection = await source.OpenConnectionAsync(cancellation);
        foreach (var line in sql)
        {
            await using var command = new NpgsqlCommand(line, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        return started;
    }

    private static IEnumerable<string> Wall(string table, string name, string what, string rule) =>
    [
        $"alter table {table} enable row level security",
        $"drop policy if exists {table}_{name} on {table}",
        $"create policy {table}_{name} on {table} {what} to {PostgresStorage.Role} {rule}",
    ];

    private static async Task<bool> StartTrailAsync(AppDb db, CancellationToken cancellation)
    {
        if (await db.TrailHead.AnyAsync(cancellation))
        {
            return false;
        }

        db.Add(new Mapping.TrailHeadRow { Id = 1, Number = 0, Hash = Chain.Start });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    internal static string Use(DatabaseUse use) => use.ToString().ToLower(CultureInfo.InvariantCulture);
}
