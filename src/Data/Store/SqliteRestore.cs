using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Keukentafel.Data.Sqlite;
using Keukentafel.Data.Trail;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Store;

/// <summary>Puts a backup back on SQLite: all is made ready in a file beside it, which then takes the database's name at once.</summary>
internal static class SqliteRestore
{
    public static async Task<Restored> FromAsync(
        Places places, BackupFile backup, SignedHead? known, ECDsa key, HeadFile heads, TimeProvider clock, CancellationToken cancellation)
    {
        Directory.CreateDirectory(places.DataFolder);
        var ready = Disk.Beside(places.SqliteFile);
        try
        {
            await using (var file = Disk.New(ready))
            {
                await backup.ReadAsync(Backup.SqlitePart, stream => stream.CopyToAsync(file, cancellation));
            }

            await CheckAsync(ready, backup.Manifest, key, cancellation);
            await Setup.MigrateSqliteAsync(ready, cancellation);
            var line = await NoteAsync(ready, Restore.Higher(known, await StoodAsync(places.SqliteFile, cancellation)), key, clock, cancellation);
            var beside = SetAside(places.SqliteFile, clock);
            Disk.Place(ready, places.SqliteFile);
            heads.Write(line.Number, line.Hash, clock.GetUtcNow());
            return new Restored(backup.Manifest, Restore.SentenceOf(line), beside);
        }
        finally
        {
            File.Delete(ready);
            File.Delete(ready + "-wal");
            File.Delete(ready + "-shm");
        }
    }

    private static async Task CheckAsync(string ready, Manifest manifest, ECDsa key, CancellationToken cancellation)
    {
        await using var storage = new SqliteStorage(ready);
        await using var connection = await storage.OpenForWritingAsync(cancellation);
        await using var check = connection.CreateCommand();
        check.CommandText = "pragma integrity_check";
        if (await check.ExecuteScalarAsync(cancellation) is not "ok")
        {
            throw new BackupException("The database in this backup is damaged.");
        }

        await Restore.CheckTrailAsync(new TrailSource(connection), manifest, key, cancellation);
    }

    private static async Task<Mapping.TrailRow> NoteAsync(
        string ready, SignedHead? known, ECDsa key, TimeProvider clock, CancellationToken cancellation)
    {
        await using var db = Setup.OwnerOfSqlite(ready);
        await db.Database.OpenConnectionAsync(cancellation);
        Mapping.TrailRow line;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            line = await Restore.NoteAsync(db, known, key, clock, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        // One file, with nothing left beside it, before it gets its name.
        await db.Database.ExecuteSqlRawAsync("pragma journal_mode=delete", cancellation);
        return line;
    }

    /// <summary>Where the trail stood in the database that is replaced; null when there is none, or it cannot be read any more.</summary>
    private static async Task<TrailEnds?> StoodAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            await using var storage = new SqliteStorage(path);
            await using var connection = await storage.OpenForWritingAsync(cancellation);
            return await new TrailSource(connection).EndsAsync(cancellation);
        }
        catch (DbException)
        {
            return null;
        }
    }

    private static string? SetAside(string path, TimeProvider clock)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var beside = path + ".before-restore";
        if (File.Exists(beside))
        {
            beside += clock.GetUtcNow().ToString("-yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        }

        foreach (var end in new[] { "-wal", "-shm", "" })
        {
            if (File.Exists(path + end))
            {
                File.Move(path + end, beside + end, overwrite: false);
            }
        }

        return beside;
    }
}
