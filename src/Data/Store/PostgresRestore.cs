using System.Globalization;
using System.Security.Cryptography;
using Keukentafel.Data.Trail;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Keukentafel.Data.Store;

/// <summary>Puts a backup back on PostgreSQL: what stands there is kept as a backup of its own, and all rows are replaced in one transaction.</summary>
internal static class PostgresRestore
{
    public static async Task<Restored> FromAsync(
        Places places, string connectionString, BackupFile backup, SignedHead? known, ECDsa key, HeadFile heads, TimeProvider clock,
        CancellationToken cancellation)
    {
        await CheckTrailAsync(connectionString, backup, key, cancellation);
        var stood = await StoodAsync(connectionString, cancellation);
        var beside = stood is null ? null : await SetAsideAsync(places, clock, cancellation);

        await using var source = NpgsqlDataSource.Create(connectionString);
        await using (var db = Setup.OwnerOfPostgres(source))
        {
            // Tables of another version are made anew, as they were when the backup was made.
            var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).LastOrDefault();
            if (applied != backup.Manifest.Migration)
            {
                await DropAsync(db, source, cancellation);
                await db.Database.MigrateAsync(backup.Manifest.Migration, cancellation);
            }
        }

        await FillAsync(source, backup, cancellation);
        await Setup.MigratePostgresAsync(connectionString, cancellation);
        await using var noted = Setup.OwnerOfPostgres(source);
        await using var transaction = await noted.Database.BeginTransactionAsync(cancellation);
        var line = await Restore.NoteAsync(noted, Restore.Higher(known, stood), key, clock, cancellation);
        await transaction.CommitAsync(cancellation);
        heads.Write(line.Number, line.Hash, clock.GetUtcNow());
        return new Restored(backup.Manifest, Restore.SentenceOf(line), beside);
    }

    private static async Task CheckTrailAsync(string connectionString, BackupFile backup, ECDsa key, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await RunAsync(
            connection,
            "create temp table trail_in_backup (number bigint primary key, at bigint, person uuid, circle uuid, seat int, deed int, permission int, " +
            "subject uuid, part text, shown bytea, whose bigint, hash bytea); create temp table head_in_backup (id int, number bigint, hash bytea)",
            cancellation);
        await CopyAsync(connection, backup, "trail", "trail_in_backup (number, at, person, circle, seat, deed, permission, subject, part, shown, whose, hash)", cancellation);
        await CopyAsync(connection, backup, "trail_head", "head_in_backup (id, number, hash)", cancellation);
        await Restore.CheckTrailAsync(new TrailSource(connection, "trail_in_backup", "head_in_backup"), backup.Manifest, key, cancellation);
    }

    private static async Task<TrailEnds?> StoodAsync(string connectionString, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        try
        {
            return await new TrailSource(connection).EndsAsync(cancellation);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return null;
        }
    }

    private static async Task<string> SetAsideAsync(Places places, TimeProvider clock, CancellationToken cancellation)
    {
        Directory.CreateDirectory(places.DataFolder);
        var beside = Path.Combine(
            places.DataFolder, clock.GetUtcNow().ToString("'postgres'-yyyyMMdd-HHmmss'.before-restore'", CultureInfo.InvariantCulture));
        await Backup.MakeAsync(places, beside, clock, cancellation);
        return beside;
    }

    private static async Task DropAsync(AppDb db, NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        foreach (var (table, _) in await Backup.TablesAsync(connection, cancellation))
        {
            await RunAsync(connection, $"drop table {table} cascade", cancellation);
        }

        await RunAsync(connection, "drop table if exists \"__EFMigrationsHistory\"", cancellation);
    }

    private static async Task FillAsync(NpgsqlDataSource source, BackupFile backup, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var tables = await Backup.TablesAsync(connection, cancellation);
        await RunAsync(connection, $"truncate {string.Join(", ", tables.Select(t => t.Table))}", cancellation);
        foreach (var (table, columns) in tables)
        {
            await CopyAsync(connection, backup, table, $"{table} ({columns})", cancellation);
        }

        // Numbers that the database gives out itself go on after the highest that came in.
        await RunAsync(
            connection,
            "do $$ declare c record; begin for c in select table_name t, column_name n from information_schema.columns " +
            "where table_schema = 'public' and is_identity = 'YES' loop execute format(" +
            "'select setval(pg_get_serial_sequence(%L, %L), coalesce((select max(%I) from %I), 0) + 1, false)', quote_ident(c.t), c.n, c.n, c.t); " +
            "end loop; end $$",
            cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static Task CopyAsync(NpgsqlConnection connection, BackupFile backup, string table, string into, CancellationToken cancellation) =>
        backup.ReadAsync(Backup.PartOf(table), async stream =>
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"copy {into} from stdin (format binary)", cancellation);
            await stream.CopyToAsync(rows, cancellation);
        });

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
