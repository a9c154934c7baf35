using System.Globalization;
using Keukentafel.Data.Postgres;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Sqlite;
using Keukentafel.Data.Trail;
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

/// <summary>Makes the tables and what guards them. A command, never something that happens at start (decision 15).</summary>
public static class Setup
{
    // Everything a circle or a person owns, and the column that says whose.
    private static readonly (string Table, string Rule)[] Walls =
    [
        ("circles", "id = (select nullif(current_setting('keukentafel.circle', true), '')::uuid) or exists (select 1 from seats s where s.circle = circles.id and s.person = (select nullif(current_setting('keukentafel.person', true), '')::uuid))"),
        ("contributions", "circle = (select nullif(current_setting('keukentafel.circle', true), '')::uuid)"),
        ("laid_aside", "circle = (select nullif(current_setting('keukentafel.circle', true), '')::uuid)"),
        ("drafts", "person = (select nullif(current_setting('keukentafel.person', true), '')::uuid) or coalesce(current_setting('keukentafel.person', true), '') = ''"),
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

        if (places.Postgres is null)
        {
            await MigrateSqliteAsync(places, cancellation);
        }
        else
        {
            await MigratePostgresAsync(places.Postgres, cancellation);
        }
    }

    /// <summary>
    /// Lays the rows of each circle together on disk again. PostgreSQL writes them where there is room, in the order of life; SQLite keeps them
    /// together by itself. Locks what it tidies: for a quiet hour.
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
            "cluster contributions using contributions_pk", "cluster seats using seats_pk", "vacuum (analyze) contributions", "vacuum (analyze) seats",
        })
        {
            await using var command = source.CreateCommand(sql);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task MigrateSqliteAsync(Places places, CancellationToken cancellation)
    {
        Directory.CreateDirectory(places.DataFolder);
        var options = new DbContextOptionsBuilder<SqliteDb>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = places.SqliteFile, Pooling = false }.ToString())
            .AddInterceptors(new PragmasOnOpen())
            .Options;
        await using var db = new SqliteDb(options);
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
        await StartTrailAsync(db, cancellation);
        File.SetUnixFileMode(places.SqliteFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static async Task MigratePostgresAsync(string connectionString, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c lock_timeout=30000" });
        var options = new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(source).Options;
        await using var db = new PostgresDb(options);
        await db.Database.MigrateAsync(cancellation);
        await StartTrailAsync(db, cancellation);

        var sql = new List<string>
        {
            $"do $$ begin if not exists (select from pg_roles where rolname = '{PostgresStorage.Role}') then " +
            $"create role {PostgresStorage.Role} nologin nosuperuser nobypassrls nocreatedb nocreaterole; end if; end $$",
            $"grant {PostgresStorage.Role} to current_user",
            $"grant usage on schema public to {PostgresStorage.Role}",
            $"grant select, insert, update, delete on all tables in schema public to {PostgresStorage.Role}",
            $"revoke update, delete, truncate on trail from {PostgresStorage.Role}",
            $"revoke insert, delete, truncate on trail_head from {PostgresStorage.Role}",
            $"revoke all on \"__EFMigrationsHistory\" from {PostgresStorage.Role}",
        };
        foreach (var (table, rule) in Walls)
        {
            sql.Add($"alter table {table} enable row level security");
            sql.Add($"drop policy if exists {table}_wall on {table}");
            sql.Add($"create policy {table}_wall on {table} to {PostgresStorage.Role} using ({rule}) with check ({rule})");
        }

        await using var connection = await source.OpenConnectionAsync(cancellation);
        foreach (var line in sql)
        {
            await using var command = new NpgsqlCommand(line, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task StartTrailAsync(AppDb db, CancellationToken cancellation)
    {
        if (!await db.TrailHead.AnyAsync(cancellation))
        {
            db.Add(new Mapping.TrailHeadRow { Id = 1, Number = 0, Hash = Chain.Start });
            await db.SaveChangesAsync(cancellation);
        }
    }

    internal static string Use(DatabaseUse use) => use.ToString().ToLower(CultureInfo.InvariantCulture);
}
