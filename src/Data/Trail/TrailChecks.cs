using System.Data.Common;
using Keukentafel.Data.Postgres;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Sqlite;
using Keukentafel.Data.Store;
using Microsoft.Data.Sqlite;

namespace Keukentafel.Data.Trail;

/// <summary>It cannot be checked here: there is no database, no key, or the witness is none.</summary>
public sealed class CannotCheckException : Exception
{
    internal CannotCheckException(string message)
        : base(message)
    {
    }
}

/// <summary>Checks of the trail, for the commands.</summary>
public static class TrailChecks
{
    private const string FirstLine = "Keukentafel: the head of the trail at one moment. Keep it where this machine cannot write.";

    /// <summary>Walks along the whole trail.</summary>
    /// <param name="places">Where.</param>
    /// <param name="witness">A signed head that was kept elsewhere, as text; null when there is none.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="CannotCheckException">There is nothing to check with.</exception>
    public static async Task<TrailReport> VerifyAsync(Places places, string? witness, CancellationToken cancellation)
    {
        var keyring = KeyringOf(places);
        using var key = HeadFile.KeyIn(keyring);
        var signed = new List<(string, SignedHead)>();
        if (witness is not null)
        {
            var head = witness.Split('\n').Select(SignedHead.Parse).FirstOrDefault(line => line is not null)
                ?? throw new CannotCheckException("The witness holds no signed head.");
            signed.Add(HeadFile.IsSigned(head, key)
                ? ("The witness", head)
                : throw new CannotCheckException("The witness was not signed with the key that is here: it is another table's, or the keys were replaced."));
        }

        // First what was signed, then the database: what is written in between only makes the database longer.
        var highest = HeadFile.Highest(keyring);
        await using var storage = StorageOf(places);
        await using var connection = await storage.OpenForWritingAsync(cancellation);
        if (highest is not null)
        {
            signed.Add(("The signed head", highest));
        }

        var report = await new TrailCheck(new TrailSource(connection), key).RunAsync(signed, cancellation);
        return highest is null
            ? report with { IsWhole = false, Sentences = ["There is no signed head in the folder of keys: whether lines were cut off cannot be seen.", .. report.Sentences] }
            : report;
    }

    /// <summary>The head of a trail that was found whole, signed now, as the text of a witness.</summary>
    /// <param name="places">Where.</param>
    /// <param name="report">What was found.</param>
    /// <param name="clock">The clock.</param>
    public static string WitnessOf(Places places, TrailReport report, TimeProvider clock)
    {
        using var key = HeadFile.KeyIn(KeyringOf(places));
        return $"{FirstLine}\n{HeadFile.Sign(key, report.Head!.Number, report.Head.Hash, clock.GetUtcNow()).Line}\n";
    }

    /// <summary>Why this database must not be served: what was signed is newer than what it holds. Null when all is well.</summary>
    /// <param name="places">Where.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="CannotCheckException">There is no database here.</exception>
    public static async Task<string?> FaultAtStartAsync(Places places, CancellationToken cancellation)
    {
        const string todo = " Do not go on with it: put the right database back, or use the restore command with a backup, which notes what is missing.";
        var keyring = KeyringOf(places);
        using var key = HeadFile.KeyIn(keyring);
        var signed = HeadFile.Highest(keyring);
        await using var storage = StorageOf(places);
        await using var connection = await storage.OpenForWritingAsync(cancellation);
        var source = new TrailSource(connection);
        var ends = await EndsAsync(source, cancellation);
        if (signed is null)
        {
            return "There is no signed head of the trail in the folder of keys. Put the whole folder of keys back.";
        }

        if (signed.Number > ends.Head)
        {
            return string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"The signed head of the trail is at line {signed.Number}, this database stops at line {ends.Head}: it is an older one.") + todo;
        }

        var hash = signed.Number == 0 ? Chain.Start : (await source.FindAsync(signed.Number, cancellation))?.Hash;

        // A restore that was killed between the database and the head leaves the head at a line that is noted as missing.
        hash ??= await IsNotedAsync(source, signed.Number, ends, key, cancellation) ? signed.Hash : null;
        return hash is not null && hash.AsSpan().SequenceEqual(signed.Hash) ? null : "The signed head of the trail belongs to another database." + todo;
    }

    internal static Storage StorageOf(Places places)
    {
        if (places.Postgres is { } postgres)
        {
            return new PostgresStorage(postgres);
        }

        return File.Exists(places.SqliteFile)
            ? new SqliteStorage(places.SqliteFile)
            : throw new CannotCheckException($"There is no database at {places.SqliteFile}: use the migrate command first.");
    }

    internal static Keyring KeyringOf(Places places)
    {
        var keyring = Directory.Exists(places.KeysFolder) ? new Keyring(places.KeysFolder) : null;
        return keyring is not null && HeadFile.HasKey(keyring)
            ? keyring
            : throw new CannotCheckException($"The key that signs the trail is not in {Path.GetFullPath(places.KeysFolder)}.");
    }

    private static async Task<TrailEnds> EndsAsync(TrailSource source, CancellationToken cancellation)
    {
        try
        {
            return await source.EndsAsync(cancellation) ?? throw new CannotCheckException("The trail has no head.");
        }
        catch (DbException failure) when (failure is SqliteException { SqliteErrorCode: 1 } or Npgsql.PostgresException { SqlState: "42P01" or "42501" })
        {
            throw new CannotCheckException("There are no tables in this database: use the migrate command first.");
        }
    }

    private static async Task<bool> IsNotedAsync(
        TrailSource source, long number, TrailEnds ends, System.Security.Cryptography.ECDsa key, CancellationToken cancellation)
    {
        if (await source.AfterAsync(number, ends.Head, cancellation) is not [var next, ..] || next.Part?.Split('-') is not [var from, _]
            || !long.TryParse(from, System.Globalization.CultureInfo.InvariantCulture, out var first) || first > number)
        {
            return false;
        }

        var before = first == 1 ? Chain.Start : (await source.FindAsync(first - 1, cancellation))?.Hash;
        return before is not null && Restoration.Of(next, before, key) is not null;
    }
}
