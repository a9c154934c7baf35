using System.Globalization;
using System.Text;
using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Circles;

/// <summary>What somebody sees of a name: names that look alike are the same, in the spirit of Unicode's UTS 39 (T20).</summary>
internal static class NameSight
{
    // Letters of the Greek, Cyrillic and Armenian scripts, and a few of our own, with what they look like: as they stand, before they become small.
    private const string Others =
        "АВЕЅІЈКМНОРСТУХԁԚԜѴҮӀЬ" + "авекмнорстухѕіјԛԝѵҮүӏьһԍ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ" + "αβεηικνορτυχζωϲϳγ" + "ՕՍՏՀԼոսօհցզյձքթ" + "ıȷɑɡɩøØłŁđĐħĦǀ|∣0";

    private const string Look =
        "ABESIJKMHOPCTYXdQWVYIb" + "abekmhopctyxsijqwvYyIbhg" + "ABEZHIKMNOPTYXCJ" + "abenikvoptuxzwcjy" + "OUSZLnuohgqjaqp" + "ijagioOlLdDhHIIIo";

    /// <summary>Whether two names can be taken for each other.</summary>
    /// <param name="one">One of them.</param>
    /// <param name="other">The other.</param>
    public static bool AreAlike(string one, string other) => Spoken(one) == Spoken(other) || Seen(one) == Seen(other);

    /// <summary>Whether a word of a name mixes Latin letters with those of another script that look like them.</summary>
    /// <param name="name">The name.</param>
    public static bool IsMixed(string name)
    {
        var (latin, other) = (false, false);
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                latin |= rune.Value is <= 0x24F or (>= 0x250 and <= 0x2AF) or (>= 0x1D00 and <= 0x1DBF) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2C60 and <= 0x2C7F) or (>= 0xA720 and <= 0xA7FF);
                other |= rune.Value is (>= 0x370 and <= 0x58F) or (>= 0x1C80 and <= 0x1C8F) or (>= 0x1F00 and <= 0x1FFF) or (>= 0xA640 and <= 0xA69F);
            }
            else if (Rune.IsWhiteSpace(rune) || (!Rune.IsDigit(rune) && !Words.IsUnseen(rune)))
            {
                (latin, other) = (false, false);
            }

            if (latin && other)
            {
                return true;
            }
        }

        return false;
    }

    // Without signs, spaces, accents and capitals: what one name is, however it is typed.
    private static string Spoken(string name) => Joined(Signs(name).Select(one => Rune.ToLowerInvariant(Of(Rune.ToLowerInvariant(one.Sign)))));

    // As it stands: a capital I, a small l and the number 1 are one stroke, and so is an i whose dot became something else.
    private static string Seen(string name) => Joined(Signs(name).Select(one => Of(one.Sign) is var sign && (sign.Value is 'I' or 'l' or '1' || (sign.Value == 'i' && (one.Accent || one.Sign.Value == 'ı')))
        ? new Rune('l')
        : Rune.ToLowerInvariant(sign)));

    private static string Joined(IEnumerable<Rune> signs) =>
        string.Concat(signs).Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal);

    private static IEnumerable<(Rune Sign, bool Accent)> Signs(string name)
    {
        // Compatible signs too: wide letters, and digits in a circle.
        var runes = name.Normalize(NormalizationForm.FormKD).EnumerateRunes()
            .Where(rune => !Words.IsUnseen(rune) || (rune.Value is >= 0x300 and <= 0x36F and not 0x34F)).ToList();
        for (var i = 0; i < runes.Count; i++)
        {
            if (Rune.IsLetterOrDigit(runes[i]) || Others.Contains(runes[i].ToString(), StringComparison.Ordinal))
            {
                yield return (runes[i], i + 1 < runes.Count && Rune.GetUnicodeCategory(runes[i + 1]) == UnicodeCategory.NonSpacingMark);
            }
        }
    }

    private static Rune Of(Rune sign) => sign.IsBmp && Others.IndexOf((char)sign.Value, StringComparison.Ordinal) is >= 0 and var at ? new Rune(Look[at]) : sign;
}
