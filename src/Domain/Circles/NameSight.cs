using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Circles;

/// <summary>What somebody sees of a name: names that look alike are the same, in the spirit of Unicode's UTS 39 (T20).</summary>
internal static partial class NameSight
{
    // Letters of the Greek, Cyrillic and Armenian scripts, and a few of our own, with what they look like: as they stand, before they become small.
    private const string Others =
        "АВЕЅІЈКМНОРСТУХԁԚԜѴҮӀЬ" + "авекмнорстухѕіјԛԝѵҮүӏьһԍ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ" + "αβεηικνορτυχζωϲϳγ" + "ՕՍՏՀԼոսօհցզյձքթ" + "ıȷɑɡɩøØłŁđĐħĦǀ|∣0ƁɓƊɗƘƙ" + "гпꙆꙇռĸŋŊɛƐəƏɔƆ5" + "ßþÞŧŦ";

    private const string Look =
        "ABESIJKMHOPCTYXdQWVYIb" + "abekmhopctyxsijqwvYyIbhg" + "ABEZHIKMNOPTYXCJ" + "abenikvoptuxzwcjy" + "OUSZLnuohgqjaqp" + "ijagioOlLdDhHIIIoBbDdKk" + "rnllnknNeEeEoOs" + "BpPtT";

    /// <summary>Whether two names can be taken for each other.</summary>
    /// <param name="one">One of them.</param>
    /// <param name="other">The other.</param>
    public static bool AreAlike(string one, string other) => Spoken(one) == Spoken(other) || Seen(one) == Seen(other);

    /// <summary>
    /// Whether all letters of a name are of scripts that people write their names in every day. Those of others are often drawn as ours, and say nothing to who
    /// reads here: the names that people have come in one of these too (UTS 39, "limited use" scripts).
    /// </summary>
    /// <param name="name">The name.</param>
    public static bool IsOfEveryday(string name) => name.Normalize(NormalizationForm.FormKC).EnumerateRunes().All(rune => !Rune.IsLetter(rune) || IsLatin(rune) || rune.Value is
        (>= 0x0370 and <= 0x052F) or (>= 0x0531 and <= 0x06FF) or (>= 0x0750 and <= 0x077F) or (>= 0x0780 and <= 0x07BF) or (>= 0x08A0 and <= 0x08FF)
        or (>= 0x0900 and <= 0x109F) or (>= 0x10A0 and <= 0x11FF) or (>= 0x1200 and <= 0x139F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x1C80 and <= 0x1CBF) or (>= 0x1F00 and <= 0x1FFF) or (>= 0x2D00 and <= 0x2D2F) or (>= 0x2D80 and <= 0x2DDF) or (>= 0x3040 and <= 0x31FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xA640 and <= 0xA69F) or (>= 0xAC00 and <= 0xD7FF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x20000 and <= 0x323AF));

    /// <summary>
    /// Whether something stands there as others do: the name of one with a sign and more behind it, as a name and what somebody is, or the names of two with "and"
    /// between them. Nobody is called so, and it would seem to be theirs.
    /// </summary>
    /// <param name="name">What somebody would be called.</param>
    /// <param name="names">The names of others.</param>
    public static bool StandsAs(string name, IReadOnlyList<string> names)
    {
        var whole = name.Normalize(NormalizationForm.FormKC);
        bool IsName(string part) => names.Any(other => AreAlike(other, part));
        var parts = Between.Split(whole).Where(part => Spoken(part).Length > 0).ToList();
        var words = whole.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return (Behind.Split(whole) is [var first, _, ..] && IsName(first)) || (parts.Count > 1 && parts.TrueForAll(IsName)) || (words.Length > 1 && Array.TrueForAll(words, IsName));
    }

    /// <summary>Whether a word of a name mixes letters of two scripts, or Latin letters with signs or digits of another: one of those may look like ours.</summary>
    /// <param name="name">The name.</param>
    public static bool IsMixed(string name)
    {
        // A stroke of another script that stands by itself among our letters is taken for a dash, a bar or an "and".
        var words = name.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (Array.Exists(words, word => word.EnumerateRunes().Any(rune => Rune.IsLetter(rune) && ScriptOf(rune) == 0))
            && Array.Exists(words, word => word.EnumerateRunes().Count() == 1 && Rune.GetRuneAt(word, 0) is var rune && Rune.IsLetter(rune) && ScriptOf(rune) != 0))
        {
            return true;
        }

        // Japanese names stand in three scripts, and Chinese signs are taken for none of ours.
        int? script = null;
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark || (Rune.IsNumber(rune) && !rune.IsAscii))
            {
                var own = ScriptOf(rune);
                if (script is { } before && before != own)
                {
                    return true;
                }

                script = own;
            }
            else if (Rune.IsWhiteSpace(rune) || (!Rune.IsDigit(rune) && !Words.IsUnseen(rune)))
            {
                script = null;
            }
        }

        return false;
    }

    private static int ScriptOf(Rune rune) => IsLatin(rune) ? 0 : rune.Value switch
    {
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => 1,
        (>= 0x0400 and <= 0x052F) or (>= 0x1C80 and <= 0x1C8F) or (>= 0x2DE0 and <= 0x2DFF) or (>= 0xA640 and <= 0xA69F) => 2,
        >= 0x0531 and <= 0x058F => 3,
        (>= 0x10A0 and <= 0x10FF) or (>= 0x1C90 and <= 0x1CBF) or (>= 0x2D00 and <= 0x2D2F) => 4,
        _ => 5,
    };

    // The letters that names are written in: with all their accents, and the few of African languages. Not those of dictionaries and of other alphabets of sounds.
    private static bool IsLatin(Rune rune) => rune.Value is <= 0x017F or 0x018F or 0x0259 or (>= 0x01A0 and <= 0x01A1) or (>= 0x01AF and <= 0x01B0) or (>= 0x01CD and <= 0x01DC)
        or (>= 0x01E2 and <= 0x021B) or (>= 0x021E and <= 0x0233) or 0x0181 or 0x0253 or 0x0186 or 0x0254 or 0x018A or 0x0257 or 0x0190 or 0x025B or 0x0198 or 0x0199
        or (>= 0x1E00 and <= 0x1EFF);

    // Without signs, spaces, accents and capitals: what one name is, however it is typed.
    private static string Spoken(string name) => Joined(Signs(name).Select(one => Rune.ToLowerInvariant(Of(Rune.ToLowerInvariant(one.Sign)))));

    // As it stands: a capital I, a small l and the number 1 are one stroke, and so is an i whose dot became something else.
    private static string Seen(string name) => Joined(Signs(name.Replace("ÿ", "ij", StringComparison.Ordinal).Replace("Ÿ", "IJ", StringComparison.Ordinal)).Select(one => Of(one.Sign) is var sign && (sign.Value is 'I' or 'l' or '1' || (sign.Value == 'i' && (one.Accent || one.Sign.Value == 'ı')))
        ? new Rune('l')
        : Rune.ToLowerInvariant(sign)));

    private static string Joined(IEnumerable<Rune> signs) =>
        string.Concat(signs).Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal);

    [GeneratedRegex(@"[,;/&+]|\s(?:en|and|und|et|y|ve|i|u|met|with|mit|plus|og|och)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between { get; }

    // Any sign but those that stand within names: a point, an apostrophe, a dash without spaces.
    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}\s.'’‐‑-]|\s[-‐‑]\s")]
    private static partial Regex Behind { get; }

    private static IEnumerable<(Rune Sign, bool Accent)> Signs(string name)
    {
        // Compatible signs too: wide letters, and digits in a circle.
        var runes = name.Replace("œ", "oe", StringComparison.Ordinal).Replace("Œ", "OE", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal)
            .Replace("Æ", "AE", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD).EnumerateRunes()
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
