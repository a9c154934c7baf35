using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Keukentafel.Data.Sqlite;
using Keukentafel.Data.Trail;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Keukentafel.Data.Store;

/// <summary>
/// Makes a backup while the tables are served: all tables as they were at one moment, in one file, without any key. Words in it can be read
/// only with the folder of keys, which is kept apart.
/// </summary>
public static class Backup
{
    internal const string Sqlite = "sqlite";
    internal const string Postgres = "postgres";
    internal const string SqlitePart = "keukentafel.db";

    /// <summary>Makes a backup.</summary>
    /// <param name="places">Where everything is.</param>
    /// <param name="file">Where the backup comes; nothing may be there yet.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Stops; then there is no file.</param>
    /// <returns>What was kept.</returns>
    /// <exception cref="BackupException">It was not made.</exception>
    public static async Task<Manifest> MakeAsync(Places places, string file, TimeProvider clock, CancellationToken cancellation)
    {
        if (File.Exists(file))
        {
            throw new BackupException($"There is a file already at {file}; it was left as it is.");
        }

        using var key = HeadFile.KeyIn(TrailChecks.KeyringOf(places));
        Manifest? made = null;
        await BackupFile.WriteAsync(Path.GetFullPath(file), key, async parts => made = places.Postgres is { } postgres
            ? await PostgresAsync(postgres, parts, key, clock, cancellation)
            : await SqliteAsync(places, file, parts, key, clock, cancellation));
        return made!;
    }

    /// <summary>The tables of a PostgreSQL database that go into a backup, with their columns, in an order in which they can be filled.</summary>
    internal static async Task<IReadOnlyList<(string Table, string Columns)>> TablesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // By name is by need as well: "people" comes before all "user_…" that point at it, and a test restores them.
        await using var command = new NpgsqlCommand(
            "select c.table_name, string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) from information_schema.columns c " +
            "join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE' " +
            "where c.table_schema = 'public' and c.table_name not like '\\_\\_%' group by c.table_name order by c.table_name",
            connection);
        var tables = new List<(string, string)>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            tables.Add((rows.GetString(0), rows.GetString(1)));
        }

        return tables;
    }

    internal static string PartOf(string table) => table + ".rows";

    private static async Task<Manifest> SqliteAsync(
        Places places, string file, BackupFile.Parts parts, ECDsa key, TimeProvider clock, CancellationToken cancellation)
    {
        if (!File.Exists(places.SqliteFile))
        {
            throw new BackupException($"There is no database at {places.SqliteFile}.");
        }

        // SQLite fills an empty file; made here, so that nobody else can read it.
        var copy = Disk.Beside(Path.GetFullPath(file));
        await Disk.New(copy).DisposeAsync();
        try
        {
            await using (var storage = new SqliteStorage(places.SqliteFile))
            await using (var connection = await storage.OpenForWritingAsync(cancellation))
            {
                await using var vacuum = connection.CreateCommand();
                vacuum.CommandText = "vacuum into @copy";
                storage.Bind(vacuum, "copy", copy);
                await vacuum.ExecuteNonQueryAsync(cancellation);
            }

            Manifest manifest;
            await using (var connection = await OpenCopyAsync(copy, cancellation))
            {
                await using var check = connection.CreateCommand();
                check.CommandText = "pragma integrity_check";
                if (await check.ExecuteScalarAsync(cancellation) is not "ok")
                {
                    throw new BackupException("The database itself is damaged: the copy does not pass its check. Keep your earlier backups.");
                }

                var tables = await ListAsync(
                    connection, null, "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\' order by name", cancellation);
                manifest = await ManifestAsync(connection, null, Sqlite, tables, key, clock, cancellation);
            }

            await using var whole = File.OpenRead(copy);
            await parts.AddAsync(SqlitePart, whole);
            return manifest;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static async Task<Manifest> PostgresAsync(
        string connectionString, BackupFile.Parts parts, ECDsa key, TimeProvider clock, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var tables = await TablesAsync(connection, cancellation);
        if (tables.Count == 0)
        {
            throw new BackupException("There are no tables in this database.");
        }

        foreach (var (table, columns) in tables)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"copy {table} ({columns}) to stdout (format binary)", cancellation);
            await parts.AddAsync(PartOf(table), rows);
        }

        return await ManifestAsync(connection, transaction, Postgres, [.. tables.Select(t => t.Table)], key, clock, cancellation);
    }

    private static async Task<SqliteConnection> OpenCopyAsync(string path, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(cancellation);
        await using var pragmas = connection.CreateCommand();
        pragmas.CommandText = SqliteDb.ReadingPragmas;
        await pragmas.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    private static async Task<Manifest> ManifestAsync(
        DbConnection connection, DbTransaction? transaction, string database, IReadOnlyList<string> tables, ECDsa key, TimeProvider clock,
        CancellationToken cancellation)
    {
        var ends = await new TrailSource(connection).EndsAsync(cancellation) ?? throw new BackupException("The trail has no head.");
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            counts[table] = long.Parse((await ListAsync(connection, transaction, $"select count(*) from {table}", cancellation))[0], CultureInfo.InvariantCulture);
        }

        var migrations = await ListAsync(
            connection, transaction, "select \"MigrationId\" from \"__EFMigrationsHistory\" order by \"MigrationId\" desc", cancellation);
        var now = clock.GetUtcNow();
        return new Manifest(
            Manifest.CurrentFormat, Setup.ProductVersion, now, database, migrations[0], HeadFile.Sign(key, ends.Head, ends.Hash, now).Line, counts,
            new Dictionary<string, ManifestPart>());
    }

    private static async Task<IReadOnlyList<string>> ListAsync(
        DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        var list = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            list.Add(Convert.ToString(rows.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return list;
    }
}
