using System.Globalization;
using System.Security.Cryptography;
using Keukentafel.Data.Mapping;
using Keukentafel.Domain.Access;

namespace Keukentafel.Data.Trail;

/// <summary>What a check of the trail found.</summary>
/// <param name="IsWhole">Whether nothing was changed, added, taken out or cut off.</param>
/// <param name="Sentences">In plain words.</param>
/// <param name="Head">The last line; null when there is none that can be trusted.</param>
public sealed record TrailReport(bool IsWhole, IReadOnlyList<string> Sentences, SignedHead? Head);

/// <summary>Walks along the whole chain, from its start to its head, and compares it with what was signed.</summary>
internal sealed class TrailCheck(TrailSource source, ECDsa key)
{
    private const int MostFaults = 20;

    private readonly List<string> _faults = [];
    private readonly List<string> _notes = [];

    /// <summary>Checks.</summary>
    /// <param name="signed">Signed heads that must lie on this chain, each with what it is called.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<TrailReport> RunAsync(IReadOnlyList<(string Name, SignedHead Head)> signed, CancellationToken cancellation)
    {
        var ends = await source.EndsAsync(cancellation);
        if (ends is null)
        {
            return new TrailReport(false, ["The trail has no head, or more than one."], null);
        }

        if (ends.Last != ends.Head)
        {
            Fault($"The head is at line {ends.Head}, but the last line is {ends.Last}.");
        }

        foreach (var (name, head) in signed.Where(s => s.Head.Number > ends.Head))
        {
            Fault($"{name} is at line {head.Number}, the database stops at line {ends.Head}: lines were cut off, or an older database was put in its place.");
        }

        Compare(signed, 0, Chain.Start);
        var last = 0L;
        var hash = Chain.Start;
        var withheld = new Dictionary<Deed, int>();
        var firstAt = 0L;
        var lastAt = 0L;
        var read = long.MinValue;
        while (true)
        {
            var rows = await source.AfterAsync(read, ends.Head, cancellation);
            if (rows.Count == 0)
            {
                break;
            }

            firstAt = read == long.MinValue ? rows[0].At : firstAt;
            foreach (var row in rows)
            {
                Follow(row, last, hash, signed);
                if ((Deed)row.Deed is >= Deed.WithholdingAsked and <= Deed.WithholdingShown)
                {
                    withheld[(Deed)row.Deed] = withheld.GetValueOrDefault((Deed)row.Deed) + 1;
                }

                hash = row.Hash;
                last = row.Number;
                lastAt = row.At;
            }

            read = last;
        }

        if (last != ends.Head)
        {
            Fault($"The head is at line {ends.Head}, but the lines end at {last}.");
        }
        else if (!hash.AsSpan().SequenceEqual(ends.Hash))
        {
            Fault($"The head does not fit line {last}.");
        }

        if (_faults.Count > 0)
        {
            return new TrailReport(false, [.. _faults.Take(MostFaults), .. _notes], null);
        }

        // That exceptions exist anybody who checks may know; never what, by whom or from whom (R127).
        if (withheld.Count > 0)
        {
            int Times(Deed deed) => withheld.GetValueOrDefault(deed);
            _notes.Add(Text(
                $"Not shown yet to whom it is about: asked {Times(Deed.WithholdingAsked)} times, longer {Times(Deed.WithholdingLonger)}; answered yes {Times(Deed.WithholdingAgreed)}, no {Times(Deed.WithholdingRefused)}, a yes taken back {Times(Deed.WithholdingYesTakenBack)}; shown by who wrote it {Times(Deed.WithholdingShown)}."));
        }

        var span = last == 0 ? "" : $", from {Day(firstAt)} to {Day(lastAt)}";
        return new TrailReport(
            true, [.. _notes, Text($"The trail is whole: it ends at line {last}{span}.")], new SignedHead(last, hash, lastAt, []));
    }

    private void Follow(TrailRow row, long last, byte[] before, IReadOnlyList<(string Name, SignedHead Head)> signed)
    {
        var restoration = row.Deed == (int)Deed.Restored ? Restoration.Of(row, before, key) : null;
        if (restoration is not null)
        {
            _notes.Add(restoration.Sentence);
            foreach (var (name, head) in signed.Where(s => s.Head.Number > last && s.Head.Number < row.Number))
            {
                _notes.Add(Text($"{name} is at line {head.Number}, one of those lines."));
            }
        }
        else if (row.Deed == (int)Deed.Restored)
        {
            Fault($"Line {row.Number} says that the database was restored, but that was not signed here.");
        }

        if (row.Number <= last)
        {
            Fault($"Line {row.Number} was put in.");
        }
        else if (row.Number != last + 1 && (restoration is null || restoration.From != last + 1 || restoration.To != row.Number - 1))
        {
            Fault($"The lines {last + 1} to {row.Number - 1} are missing.");
        }

        if (!Chain.Next(before, row).AsSpan().SequenceEqual(row.Hash))
        {
            Fault($"Line {row.Number} does not fit the line before it: it was changed or put in, or one before it was taken out.");
        }

        Compare(signed, row.Number, row.Hash);
    }

    private void Compare(IReadOnlyList<(string Name, SignedHead Head)> signed, long number, byte[] hash)
    {
        foreach (var (name, head) in signed)
        {
            if (head.Number == number && !hash.AsSpan().SequenceEqual(head.Hash))
            {
                Fault($"{name} is at line {number}, and line {number} here is another one: the database was replaced or written anew.");
            }
        }
    }

    private void Fault(FormattableString fault) => _faults.Add(Text(fault));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Day(long at) => Sheets.Moment(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
