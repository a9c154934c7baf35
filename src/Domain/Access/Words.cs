using System.Text;
using System.Text.RegularExpressions;

namespace Keukentafel.Domain.Access;

/// <summary>How words that somebody typed become words that are kept.</summary>
public static partial class Words
{
    /// <summary>The greatest length of what somebody lays on the table, in characters (UTF-16 units).</summary>
    public const int Longest = 4000;

    /// <summary>The greatest length of a short text such as a reason, in characters.</summary>
    public const int Brief = 1000;

    /// <summary>The greatest length of a name or of "what this person is to us", in characters.</summary>
    public const int Name = 60;

    /// <summary>
    /// Makes line ends one character, keeps at most one empty line in a row, drops characters no person typed, makes curved double quotation marks straight, and trims;
    /// null when nothing is left. With thousands of empty lines somebody would push everybody else's words out of sight (T20).
    /// </summary>
    /// <param name="typed">What came in.</param>
    public static string? Tidy(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var tidy = new StringBuilder(typed.Length);
        for (var i = 0; i < typed.Length; i++)
        {
            var c = typed[i];
            if (c == '\r')
            {
                if (i + 1 >= typed.Length || typed[i + 1] != '\n')
                {
                    tidy.Append('\n');
                }
            }
            else if (char.IsHighSurrogate(c) && i + 1 < typed.Length && char.IsLowSurrogate(typed[i + 1]))
            {
                tidy.Append(c).Append(typed[++i]);
            }
            else if (!char.IsSurrogate(c) && (!char.IsControl(c) || c is '\n' or '\t') && !TurnsText(c))
            {
                // Words stand between curved marks of ours: who typed those could end a quotation and seem to quote another (T20).
                tidy.Append(c is '“' or '”' or '„' or '‟' ? '"' : c);
            }
        }

        var text = EmptyLines().Replace(tidy.ToString().Trim(), "\n\n");
        return text.Length == 0 ? null : text;
    }

    [GeneratedRegex(@"\n(?>[^\S\n]*\n){2,}")]
    private static partial Regex EmptyLines();

    // Marks that turn the direction of what stands around them, and a space nobody sees: with these a name could look like another's.
    private static bool TurnsText(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200B' or '\u2060' or '\uFEFF';

    /// <summary>Tidied words that must be there.</summary>
    /// <param name="typed">What came in.</param>
    /// <param name="longest">The greatest length, in characters.</param>
    /// <exception cref="RuleBrokenException"><see cref="CommonRules.InWords"/>, and as <see cref="Optional"/>.</exception>
    public static string Needed(string? typed, int longest = Longest) =>
        Optional(typed, longest) ?? throw new RuleBrokenException(CommonRules.InWords);

    /// <summary>Tidied words that may be left out.</summary>
    /// <param name="typed">What came in.</param>
    /// <param name="longest">The greatest length, in characters.</param>
    /// <exception cref="RuleBrokenException">
    /// <see cref="CommonRules.NotTooLong"/>, or for a name <see cref="CommonRules.NameNotTooLong"/>: it is not laid down in parts.
    /// </exception>
    public static string? Optional(string? typed, int longest = Longest)
    {
        var text = Tidy(typed);
        return text is null || text.Length <= longest
            ? text
            : throw new RuleBrokenException(longest == Name ? CommonRules.NameNotTooLong : CommonRules.NotTooLong);
    }
}
