using System.Globalization;
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

    // As many lines as a page of paper has, twice. With a line for each dot one slip would push everybody else's words out of sight (T20).
    private const int MostLines = 100;

    // So many marks on one letter there are in languages; with more of them words would lie over those of another.
    private const int MostMarks = 4;

    /// <summary>
    /// Makes line ends one character, keeps at most one empty line in a row, drops characters no person typed, makes curved double quotation marks straight and
    /// styled letters plain, and trims; null when nothing is left to see. With thousands of empty lines somebody would push everybody else's words out of sight, and
    /// with the letters of our headings they would seem to be ours (T20).
    /// </summary>
    /// <param name="typed">What came in.</param>
    public static string? Tidy(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var tidy = new StringBuilder(typed.Length);
        var marks = 0;
        for (var i = 0; i < typed.Length; i++)
        {
            var c = typed[i];
            if (c == '\r')
            {
                if (i + 1 >= typed.Length || typed[i + 1] != '\n')
                {
                    tidy.Append('\n');
                }

                continue;
            }

            if (!Rune.TryGetRuneAt(typed, i, out var rune))
            {
                continue;
            }

            i += rune.Utf16SequenceLength - 1;
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks <= MostMarks && (!Rune.IsControl(rune) || c is '\n' or '\t') && !TurnsText(c))
            {
                tidy.Append(Plain(rune));
            }
        }

        // Two single ones look like a double one.
        var text = string.Join('\n', DoubledMarks().Replace(tidy.ToString(), "\"").Split('\n').Select(line => line.EnumerateRunes().All(IsUnseen) ? "" : line));
        text = EmptyLines().Replace(text.Trim(), "\n\n");
        return text.Length == 0 ? null : text;
    }

    /// <summary>Whether nothing is seen of a sign by itself: a space, a mark without a letter, a filler, what only joins or turns.</summary>
    /// <param name="rune">The sign.</param>
    internal static bool IsUnseen(Rune rune) => Rune.IsWhiteSpace(rune) || IsMark(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is 0x115F or 0x1160 or 0x2065 or 0x2800 or 0x3164 or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static string Plain(Rune rune) => rune.Value switch
    {
        // Words stand between curved marks of ours: who typed those could end a quotation and seem to quote another (T20).
        '“' or '”' or '„' or '‟' or 0x275D or 0x275E or 0x2760 or (>= 0x301D and <= 0x301F) or 0x2E42 or >= 0x1F676 and <= 0x1F678
            or 0x02BA or 0x02DD or 0x02EE or 0x02F5 or 0x02F6 or 0x05F4 or 0x1CD3 or 0x2033 or 0x2034 or 0x2036 or 0x2037 or 0x2057 or 0x3003 or 0xFF02 => "\"",
        0x275B or 0x275C or 0x275F or 0x02B9 or 0x00B4 or (>= 0x02BB and <= 0x02BF) or 0x02C8 or 0x02CA or 0x02CB or 0x02F4 or 0x055A or 0x05F3 or 0x07F4 or 0x07F5 or 0x1FBD or 0x1FBF or 0x1FFD or 0x1FFE or 0x2032 or 0x2035 or 0xA78B or 0xA78C or 0xFF07 => "'",
        0x2028 or 0x2029 => "\n",

        // White letters on a disc have no plain form of their own.
        >= 0x1F150 and <= 0x1F169 => ((char)('A' + rune.Value - 0x1F150)).ToString(),
        _ => IsStyled(rune) ? rune.ToString().Normalize(NormalizationForm.FormKC) : rune.ToString(),
    };

    // Letters and digits that are others in another dress: bold, cursive, wide, raised, in a circle. What people mean as it is, stays: ½, ², º, ™, ℹ.
    private static bool IsStyled(Rune rune) => rune.Value is (>= 0x1D400 and <= 0x1D7FF) or (>= 0xFF10 and <= 0xFF19) or (>= 0xFF21 and <= 0xFF3A) or (>= 0xFF41 and <= 0xFF5A)
        or (>= 0x24B6 and <= 0x24E9) or (>= 0x1F110 and <= 0x1F149) or (>= 0x249C and <= 0x24B5) or (>= 0x2160 and <= 0x217F) or (>= 0xFB00 and <= 0xFB06) or (>= 0x1EE00 and <= 0x1EEFF)
        || (rune.Value is (>= 0x02B0 and <= 0x02E4) or (>= 0x1D2C and <= 0x1DBF) or (>= 0x2071 and <= 0x209C) or (>= 0x2102 and <= 0x2138) or (>= 0x213C and <= 0x2149) or 0x2C7C or 0x2C7D
            && Rune.IsLetter(rune));

    // Also with what nobody sees between them.
    [GeneratedRegex(@"[‘’‛‚ʼ][\p{Cf}\p{Mn}\p{Me}\u115F\u1160\u2006-\u200A\u202F\u205F\u2065\u2800\u3164\uFFA0\uFFF0-\uFFF8]*[‘’‛‚ʼ]")]
    private static partial Regex DoubledMarks();

    [GeneratedRegex(@"\n(?>[^\S\n]*\n){2,}")]
    private static partial Regex EmptyLines();

    // Marks that turn the direction of what stands around them, and a space nobody sees: with these a name could look like another's.
    private static bool TurnsText(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200B' or '\u2060' or '\uFEFF';

    /// <summary>Whether tidied words are no longer than they may be, and of no more lines.</summary>
    /// <param name="tidied">The words.</param>
    /// <param name="longest">The greatest length, in characters.</param>
    internal static bool Fit(string tidied, int longest) => tidied.Length <= longest && tidied.AsSpan().Count('\n') < MostLines;

    /// <summary>Whether what was typed is too long, or of too many lines: beside which field that is said.</summary>
    /// <param name="typed">What came in.</param>
    /// <param name="longest">The greatest length, in characters.</param>
    public static bool IsTooLong(string? typed, int longest = Longest) => Tidy(typed) is { } tidied && !Fit(tidied, longest);

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
    /// <see cref="CommonRules.NotTooLong"/>, also with more than a hundred lines; or for a name <see cref="CommonRules.NameNotTooLong"/>: it is not laid down in parts.
    /// </exception>
    public static string? Optional(string? typed, int longest = Longest)
    {
        var text = Tidy(typed);
        return text is null || Fit(text, longest)
            ? text
            : throw new RuleBrokenException(longest == Name ? CommonRules.NameNotTooLong : CommonRules.NotTooLong);
    }
}
