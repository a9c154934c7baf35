using System.Buffers.Binary;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Requests;

namespace Keukentafel.Data.Requests;

/// <summary>
/// The totals of what people asked (R144), one sealed sheet of always the same size for each half-year: who reads the database, or two copies of it, cannot tell what
/// the request was about that went between them.
/// </summary>
public sealed class AskedCounts
{
    // Whose key seals them: of no circle and no person.
    private static readonly Guid Owner = new("7c1f0d3b-92ae-4f06-a2c5-40d1be66e1a9");

    private readonly Storage _storage;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;

    internal AskedCounts(Storage storage, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _keyring = keyring;
        _clock = clock;
    }

    /// <summary>What may be seen of the half-years that are over, the last first; those of which nothing may be seen are left out.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<(int HalfYear, ShownTotals Totals)>> OverAsync(CancellationToken cancellation)
    {
        var now = AskedTotals.HalfYearOf(Netherlands.DayOf(_clock.GetUtcNow()));
        var all = new List<(int, ShownTotals)>();
        await _storage.AskAsync(
            null,
            null,
            [
                new Query(
                    "select half_year, sheet from asked_totals where half_year < @now order by half_year desc",
                    row =>
                    {
                        var half = row.Small(0);
                        if (Opened(row.Bytes(1)).Shown(at => LaterOf(half, at)) is { All: not null } shown)
                        {
                            all.Add((half, shown));
                        }
                    },
                    ("now", now)),
            ],
            cancellation);
        return all;
    }

    /// <summary>Counts a request that goes, in the same change.</summary>
    internal static async Task CountAsync(Writing writing, Keyring keyring, HelpRequest request, DateTimeOffset? atTable, DateTimeOffset now)
    {
        var half = AskedTotals.HalfYearOf(Netherlands.DayOf(now));
        var before = AskedTotals.None;
        await writing.ReadAsync(
            "select sheet from asked_totals where half_year = @half", row => before = Opened((byte[])row[0], keyring), ("half", half));
        var after = before.With(request, atTable);
        if (!ReferenceEquals(after, before))
        {
            await writing.RunAsync(
                "insert into asked_totals (half_year, sheet) values (@half, @sheet) on conflict (half_year) do update set sheet = excluded.sheet",
                ("half", half), ("sheet", Sealed(after, keyring)));
        }
    }

    private static byte[] Sealed(AskedTotals totals, Keyring keyring)
    {
        var sheet = new byte[totals.Counts.Count * sizeof(int)];
        for (var i = 0; i < totals.Counts.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(sheet.AsSpan(i * sizeof(int)), totals.Counts[i]);
        }

        return keyring.Seal(Owner, sheet);
    }

    private static AskedTotals Opened(byte[] blob, Keyring keyring)
    {
        var sheet = keyring.Open(Owner, blob);
        return AskedTotals.Kept([.. Enumerable.Range(0, sheet.Length / sizeof(int)).Select(i => BinaryPrimitives.ReadInt32BigEndian(sheet.AsSpan(i * sizeof(int))))]);
    }

    private AskedTotals Opened(byte[] blob) => Opened(blob, _keyring);

    // The same each time, so that nobody averages it away; and known to nobody without the key.
    private int LaterOf(int half, int at) => _keyring.PrintOf(Owner, [.. "later"u8, .. BitConverter.GetBytes(half), .. BitConverter.GetBytes(at)])[0] % AskedTotals.Fewest;
}
