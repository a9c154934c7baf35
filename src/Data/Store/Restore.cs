using System.Globalization;
using System.Security.Cryptography;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.People;
using Keukentafel.Data.Trail;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Store;

/// <summary>What was put back.</summary>
/// <param name="Manifest">What the backup says about itself.</param>
/// <param name="Sentence">What the trail says about it from now on.</param>
/// <param name="KeptBeside">Where the database is that stood here before; null when there was none.</param>
public sealed record Restored(Manifest Manifest, string Sentence, string? KeptBeside);

/// <summary>
/// Puts a backup back. All is checked first; what stood here is kept beside it; the trail gets a signed line that says what is missing since;
/// and everybody who was signed in must sign in anew.
/// </summary>
public static class Restore
{
    /// <summary>Puts a backup back. The caller holds the database alone.</summary>
    /// <param name="places">Where everything is.</param>
    /// <param name="file">The backup.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="BackupException">It cannot be put back; nothing was changed.</exception>
    public static async Task<Restored> FromAsync(Places places, string file, TimeProvider clock, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            throw new BackupException($"There is no file at {file}.");
        }

        var keyring = TrailChecks.KeyringOf(places);
        using var key = HeadFile.KeyIn(keyring);
        using var backup = BackupFile.Open(file, key);
        var wanted = places.Postgres is null ? Backup.Sqlite : Backup.Postgres;
        if (backup.Manifest.Database != wanted)
        {
            throw new BackupException($"This backup is of a {backup.Manifest.Database} database; here is {wanted}.");
        }

        if (!Setup.Knows(places, backup.Manifest.Migration))
        {
            throw new BackupException($"This backup was made by version {backup.Manifest.Product}, which is newer than this one. Use that version.");
        }

        await backup.CheckAsync();
        var known = HeadFile.Highest(keyring);
        using var heads = new HeadFile(keyring);
        return places.Postgres is { } postgres
            ? await PostgresRestore.FromAsync(places, postgres, backup, known, key, heads, clock, cancellation)
            : await SqliteRestore.FromAsync(places, backup, known, key, heads, clock, cancellation);
    }

    /// <summary>Walks along the trail of the backup, and compares its end with what the manifest says.</summary>
    internal static async Task CheckTrailAsync(TrailSource trail, Manifest manifest, ECDsa key, CancellationToken cancellation)
    {
        var head = SignedHead.Parse(manifest.Head);
        if (head is null || !HeadFile.IsSigned(head, key))
        {
            throw new BackupException("The head of the trail in this backup was not signed here.");
        }

        var report = await new TrailCheck(trail, key).RunAsync([("The head in the backup", head)], cancellation);
        if (!report.IsWhole || report.Head!.Number != head.Number)
        {
            throw new BackupException("The trail in this backup is not whole. " + string.Join(' ', report.Sentences));
        }
    }

    /// <summary>Ends what must not live on, and writes the signed line. In one transaction of the caller's.</summary>
    /// <returns>The line.</returns>
    internal static async Task<TrailRow> NoteAsync(
        AppDb db, SignedHead? known, ECDsa key, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var at = Sheets.Ms(now);
        var forgotten = Sheets.Ms(now - Drafts.KeptFor);
        await db.Sessions.Where(session => session.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, at), cancellation);
        await db.Drafts.Where(draft => draft.At < forgotten).ExecuteDeleteAsync(cancellation);

        var head = await db.TrailHead.SingleAsync(cancellation);
        var ends = new TrailEnds(head.Number, head.Hash, head.Number);
        var line = Restoration.Line(ends, known?.Number ?? 0, known?.Hash ?? Chain.Start, now, key);
        db.Add(line);
        head.Number = line.Number;
        head.Hash = line.Hash;
        await db.SaveChangesAsync(cancellation);
        return line;
    }

    internal static string SentenceOf(TrailRow line)
    {
        var parts = line.Part!.Split('-');
        return new Restoration(
            long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture), Sheets.Moment(line.At)).Sentence;
    }

    /// <summary>The higher of what was signed and what stood in the database that is replaced.</summary>
    internal static SignedHead? Higher(SignedHead? signed, TrailEnds? stood) =>
        stood is not null && stood.Head > (signed?.Number ?? 0) ? new SignedHead(stood.Head, stood.Hash, 0, []) : signed;
}
