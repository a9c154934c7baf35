using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Consults;

/// <summary>
/// Finds what may give somebody away in a text behind which no table stands: there nobody knows who is meant, so it goes by shape alone (R5, R98). A word with a
/// capital that does not begin a sentence is often a name; a long number is a telephone, a birthday or a file; and an address is caught as it is elsewhere.
/// It knows no name: one that begins a sentence is not found.
/// </summary>
public static class NameSigns
{
    // From as many digits on, a number is no age, no time and no amount that matters.
    private const int LongNumber = 6;

    // All in capitals it is short for something, until it is as long as a name.
    private const int LongestShort = 4;

    private static readonly HashSet<string> Ordinary = new(StringComparer.OrdinalIgnoreCase)
    {
        "ik", "i", "nederland", "nederlands", "nederlandse", "dutch", "english", "engels", "engelse", "veilig", "thuis", "kindertelefoon", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    };

    /// <summary>What in a text may give somebody away, as it was typed, each once.</summary>
    /// <param name="text">The text; null for none.</param>
    public static IReadOnlyList<string> In(string? text) => Words.Tidy(text) is not { } words ? []
        : [.. CapitalsIn(words).Concat(NumbersIn(words)).Concat(AddressShape.In(words)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether something was let stand as ordinary words: however it is written.</summary>
    /// <param name="letStand">What was let stand.</param>
    /// <param name="sign">What was found.</param>
    public static bool IsLet(IReadOnlyCollection<string> letStand, string sign) => letStand.Contains(sign, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> CapitalsIn(string text)
    {
        var begins = true;
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetter(text[at]))
            {
                // A sentence begins on a new line, after an end, and after what opens one.
                begins = text[at] is '.' or '!' or '?' or ':' or ';' or '\n' or '“' or '"' or '(' or '‘' or '\'' || (begins && !char.IsDigit(text[at]));
                at++;
                continue;
            }

            var from = at;
            while (at < text.Length && (char.IsLetter(text[at]) || (text[at] is '-' or '’' or '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
            {
                at++;
            }

            var word = text[from..at];
            if (!begins && word.Length > 1 && char.IsUpper(word[0]) && !(word.Length <= LongestShort && word.All(char.IsUpper)) && !Ordinary.Contains(word)
                && !FamilyNames.IsToEverybody(word))
            {
                yield return word;
            }

            begins = false;
        }
    }

    private static IEnumerable<string> NumbersIn(string text)
    {
        var (from, digits, last) = (-1, 0, -1);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsDigit(text[at]))
            {
                (from, digits, last) = (from < 0 ? at : from, digits + 1, at);
            }
            else if (from >= 0 && (at == text.Length || text[at] is not (' ' or '-' or '/' or '.') || at - last > 1))
            {
                if (digits >= LongNumber)
                {
                    yield return text[from..(last + 1)];
                }

                (from, digits) = (-1, 0);
            }
        }
    }
}
