using System.Text.RegularExpressions;

namespace Keukentafel.Domain.Circles;

/// <summary>
/// What looks like an address (iets dat op een adres lijkt) in the Netherlands: a postcode, or a street with a number. It knows no address: for everybody
/// and every text it says the same (T22).
/// </summary>
public static partial class AddressShape
{
    // In small letters they are far more often a word or a measure after a number than the end of a postcode.
    private static readonly HashSet<string> Short = new(StringComparer.Ordinal)
    {
        "al", "am", "an", "as", "at", "be", "by", "cc", "cl", "cm", "da", "de", "dl", "dm", "do", "en", "er", "eu", "ga", "ge", "go", "gr", "ha", "he", "hm", "if",
        "ik", "in", "is", "it", "ja", "je", "jr", "kb", "kg", "km", "la", "me", "mg", "mi", "ml", "mm", "my", "na", "no", "nu", "of", "oh", "om", "on", "op", "or", "pm",
        "qr", "so", "te", "to", "tv", "uh", "um", "up", "us", "uu", "vd", "we", "ze", "zn", "zo",
    };

    // They end as streets do and are none.
    private static readonly HashSet<string> NoStreet = new(StringComparer.Ordinal)
    {
        "halverweg", "heenweg", "omweg", "onderweg", "schoolplein", "snelweg", "speelplein", "terugweg", "uitweg",
    };

    /// <summary>What in a text looks like an address, as it stands there, in its order; nothing when nothing does.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<string> In(string text) =>
    [
        .. PostcodeMatches(text).Concat(StreetMatches(text)).OrderBy(found => found.Index).Select(found => found.Value.Trim()).Distinct(StringComparer.Ordinal),
    ];

    internal static IEnumerable<string> PostcodesIn(string text) => Postcode().Matches(text).Select(found => found.Value);

    private static IEnumerable<Match> PostcodeMatches(string text) => Postcode().Matches(text).Where(found =>
        found.Groups["letters"].Value is var letters && (letters.All(char.IsUpper) || !Short.Contains(letters.ToLowerInvariant())));

    private static IEnumerable<Match> StreetMatches(string text) => Street().Matches(text).Concat(NamedAfter().Matches(text)).Where(found =>
        !NoStreet.Contains(found.Groups["name"].Value.ToLowerInvariant()));

    // In capitals it may stand against a sign before it and a number behind it ("12,1234AB", "NL-1234 AB", "1234AB12"): so written it is little else.
    [GeneratedRegex(
        @"(?:(?<![\p{L}\p{Nd}€.,:/-])[1-9][0-9]{3}[\s-]{0,2}(?<letters>(?![sS][aAdDsS])[a-zA-Z]{2})(?![\p{L}\p{Nd}])"
        + @"|(?<![\p{L}\p{Nd}€])[1-9][0-9]{3}[\s-]{0,2}(?<letters>(?!S[ADS])[A-Z]{2})(?!\p{L}))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();

    // A name that ends as streets do, two words of which the last is such a one, or one that is a name by itself; then a number that is no time, price or count.
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}])(?:(?<name>[\p{L}'’.-]{2,40}(?i:straat|straatje|str\.|laan|laantje|weg|plein|gracht|singel|kade|steeg|dreef|plantsoen|boulevard|allee|hof|dijk|hove|gaarde|meent|brink))"
        + @"|(?<name>\p{Lu}[\p{L}'’.-]{1,40}(?:pad|markt|park|erf|ring|baan|akker|werf|haven|poort|hoek|tuin|kamp|zoom|kwartier|waard|wal|pl\.|ln\.))"
        + @"|\p{Lu}[\p{L}'’.-]{1,40} (?<name>Straat|Laan|Weg|Plein|Markt|Dijk|Kade|Gracht|Singel|Hof|Pad|Wal|Brink|Dam|Boulevard)"
        + "|(?<name>Markt|Brink|Plein|Singel|Dijk))"
        + Number,
        RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}])(?<name>Straat|Laan|Weg|Plein|Hof|Kade|Pad|Park) (?:van|der|den|de|het|ter|ten|op|aan|'t)(?: [\p{L}'’.-]{1,40}){1,4}" + Number, RegexOptions.CultureInvariant)]
    private static partial Regex NamedAfter();

    private const string Number =
        @",?\s{1,3}(?:(?:nr\.?|no\.?|nummer|huisnummer)\s{1,2})?[0-9]{1,4}(?:[ -]?[a-zA-Z](?![\p{L}\p{Nd}])|[ -][0-9]{1,4})?(?![\p{L}\p{Nd}%€])(?![.,:][0-9]{1,2}(?![0-9]))"
        + @"(?!\s{0,2}(?:uur|u|jaar|keer|maal|x|dag|dagen|week|weken|maand|maanden|minuut|minuten|min|euro|km|kilometer|m|meter|kinderen|mensen|huizen|jongens|meisjes|auto|fiets)(?:\P{L}|\z))";
}
