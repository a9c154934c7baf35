using System.Text.RegularExpressions;

namespace Keukentafel.Web.Tests.Wording;

/// <summary>Cuts words of the program into sentences and words.</summary>
internal static partial class Sentences
{
    /// <summary>The sentences. A place for a name counts as one word.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<string> Of(string text) =>
        End().Split(Place().Replace(text, "x")).Select(sentence => sentence.Trim()).Where(sentence => Of(sentence, Word()).Any());

    /// <summary>The words, in lower case, without places for names. Figures are no words: a clock that stands at a full hour says nothing in any language.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<string> Words(string text) =>
        Of(Place().Replace(text, " "), Word()).Where(word => word.Any(char.IsLetter)).Select(word => word.ToLowerInvariant());

    /// <summary>How many words.</summary>
    /// <param name="sentence">The sentence.</param>
    public static int Length(string sentence) => Of(sentence, Word()).Count();

    /// <summary>Whether a word or a few words stand in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words; a star at the end stands for any ending.</param>
    public static bool Has(string text, string words) => Regex.IsMatch(
        text, $@"(?<![\p{{L}}\d]){Regex.Escape(words.TrimEnd('*'))}{(words.EndsWith('*') ? "" : @"(?![\p{L}\d])")}", RegexOptions.IgnoreCase);

    private static IEnumerable<string> Of(string text, Regex what) => what.Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?<=[.!?:;])[’”)]*\s+")]
    private static partial Regex End();

    [GeneratedRegex(@"[\p{L}\d]+(?:[’'-][\p{L}\d]+)*")]
    private static partial Regex Word();
}
