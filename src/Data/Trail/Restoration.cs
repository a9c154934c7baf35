using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Keukentafel.Data.Mapping;
using Keukentafel.Domain.Access;

namespace Keukentafel.Data.Trail;

/// <summary>
/// What a restored database says about itself, in a signed line of the trail: which lines were written after the backup and are not here any
/// more. Their numbers are not used again, so that the number of a line means one line for ever.
/// </summary>
/// <param name="From">The first line that is missing.</param>
/// <param name="To">The last line that was known; before <paramref name="From"/> when nothing is missing.</param>
/// <param name="At">When it was restored.</param>
internal sealed record Restoration(long From, long To, DateTimeOffset At)
{
    private const int HashLength = 32;

    public bool MissesLines => To >= From;

    public string Sentence => MissesLines
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"Restored from a backup on {At:yyyy-MM-dd HH:mm} UTC: lines {From} to {To}, written after that backup, are not here any more.")
        : string.Create(CultureInfo.InvariantCulture, $"Restored from a backup on {At:yyyy-MM-dd HH:mm} UTC: no line was missing.");

    /// <summary>The line itself, after the last line of the backup.</summary>
    public static TrailRow Line(TrailEnds backup, long known, byte[] knownHash, DateTimeOffset at, ECDsa key)
    {
        var number = Math.Max(backup.Head, known) + 1;
        var part = string.Create(CultureInfo.InvariantCulture, $"{backup.Head + 1}-{number - 1}");
        var row = new TrailRow
        {
            Number = number,
            At = Sheets.Ms(at),
            Deed = (int)Deed.Restored,
            Part = part,
            Shown = [.. knownHash, .. key.SignData(Signed(backup.Hash, part, Sheets.Ms(at), knownHash), HashAlgorithmName.SHA256)],
        };
        row.Hash = Chain.Next(backup.Hash, row);
        return row;
    }

    /// <summary>Reads such a line; null when it is none, or nobody with the key signed it.</summary>
    public static Restoration? Of(TrailRow row, byte[] before, ECDsa key)
    {
        if (row.Deed != (int)Deed.Restored || row.Shown is not { Length: > HashLength } shown || row.Part?.Split('-') is not [var from, var to]
            || !long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            return null;
        }

        return key.VerifyData(Signed(before, row.Part, row.At, shown[..HashLength]), shown[HashLength..], HashAlgorithmName.SHA256)
            ? new Restoration(first, last, Sheets.Moment(row.At))
            : null;
    }

    private static byte[] Signed(byte[] before, string part, long at, byte[] knownHash) =>
        Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"restored {Convert.ToHexString(before)} {part} {at} {Convert.ToHexString(knownHash)}"));
}
