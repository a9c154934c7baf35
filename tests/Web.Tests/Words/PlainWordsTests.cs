using System.Text.RegularExpressions;
using System.Xml.Linq;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Tests.Docs;

namespace Keukentafel.Web.Tests.Wording;

/// <summary>
/// What can be measured of plain words. Short sentences and a closed list are a proxy for B1, not a proof of it: reading aloud with the
/// people it is for is the proof.
/// </summary>
public sealed partial class PlainWordsTests
{
    private const string Folder = "tests/Web.Tests/Words/";
    private static readonly IReadOnlyDictionary<string, string> Dutch = Text.All(english: false);

    [Fact]
    public void Words_that_are_never_said_are_nowhere() => Assert.Empty(
        from word in List("never.nl.txt").Select(line => line.Split('|')[0].Trim())
        from pair in Dutch
        where Sentences.Has(pair.Value, word)
        select $"{word}: {pair.Key} = {pair.Value}");

    [Fact]
    public void Words_that_need_a_reason_have_it_beside_them_in_the_file()
    {
        var reasons = Comments();
        Assert.Empty(
            from word in List("needs-a-reason.nl.txt")
            from pair in Dutch
            where Sentences.Has(pair.Value, word)
            where !Regex.IsMatch(reasons.GetValueOrDefault(pair.Key, ""), $@"\b{Regex.Escape(word.TrimEnd('*'))}\w*: \S+ \S+", RegexOptions.IgnoreCase)
            select $"{word}: {pair.Key} = {pair.Value}");
    }

    [Fact]
    public void A_clock_at_a_full_hour_is_a_word_of_no_language() => Assert.Equal(["om", "uur", "b2b"], Sentences.Words("Om 22:00 uur {0:d} B2b"));

    [Fact]
    public void No_abbreviations() => Assert.Empty(
        from pair in Dutch.Concat(Text.All(english: true))
        from Match match in Abbreviation().Matches(pair.Value)
        select $"{match.Value}: {pair.Key} = {pair.Value}");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sentences_are_short_which_is_a_proxy_for_B1(bool english)
    {
        var sentences = Text.All(english).SelectMany(pair => Sentences.Of(pair.Value).Select(sentence => (pair.Key, Sentence: sentence))).ToList();
        Assert.DoesNotContain(sentences, one => Sentences.Length(one.Sentence) > 20);
        Assert.InRange(sentences.Average(one => Sentences.Length(one.Sentence)), 1, 12);
    }

    [Fact]
    public void A_new_word_is_written_in_the_list_so_that_it_shows_in_the_diff()
    {
        var known = new FileInfo(Path.Combine(Repository.Root, Folder, "known-words.nl.txt"));
        var words = Dutch.Values.SelectMany(Sentences.Words).Distinct().Order(StringComparer.Ordinal).ToList();
        if (Repository.Writes)
        {
            File.WriteAllText(known.FullName, string.Join('\n', words) + "\n");
        }

        var listed = File.ReadAllLines(known.FullName);
        Assert.Empty(words.Except(listed));
        Assert.Empty(listed.Except(words));
        Assert.Equal(listed.Order(StringComparer.Ordinal).Distinct(), listed);
    }

    [Fact]
    public void No_word_stands_in_the_files_of_both_languages_but_those_that_are_good_in_both() => Assert.Equal(
        List("words-in-both.txt").Order(StringComparer.Ordinal),
        WordsOf(Dutch).Intersect(WordsOf(Text.All(english: true))).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Dit is een casus.", "casus*", true)]
    [InlineData("De cliëntsystemen", "cliënt*", true)]
    [InlineData("Nu jij.", "u", false)]
    [InlineData("Wilt u dat?", "u", true)]
    [InlineData("Dat staat in de wet.", "wet", true)]
    [InlineData("Ik weet het", "wet", false)]
    public void The_search_finds_whole_words(string text, string word, bool found) => Assert.Equal(found, Sentences.Has(text, word));

    /// <summary>Words of one language that are none of the other.</summary>
    /// <param name="texts">All texts of the one.</param>
    internal static HashSet<string> OnlyIn(IReadOnlyDictionary<string, string> texts) =>
        [.. WordsOf(texts).Except(List("words-in-both.txt")).Except(["keukentafel", "veilig", "thuis"])];

    internal static IEnumerable<string> List(string file) =>
        Repository.Read(Folder + file).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#'));

    // What is said in the other language on purpose, or is a name, is left out.
    private static IEnumerable<string> WordsOf(IReadOnlyDictionary<string, string> texts) => texts
        .Where(pair => pair.Key is not ("shell.other-language" or "access.speak-other" or "shell.danger" or "shell.title"))
        .SelectMany(pair => Sentences.Words(pair.Value))
        .Distinct();

    private static Dictionary<string, string> Comments() => Repository.Files(".resx")
        .Where(path => !path.EndsWith(".en.resx", StringComparison.Ordinal))
        .SelectMany(path => XDocument.Load(Path.Combine(Repository.Root, path)).Root!.Elements("data")
            .Select(data => (Key: $"{Path.GetFileNameWithoutExtension(path).ToLowerInvariant()}.{data.Attribute("name")!.Value}", Comment: (string?)data.Element("comment"))))
        .Where(one => one.Comment is not null)
        .ToDictionary(one => one.Key, one => one.Comment!);

    [GeneratedRegex(@"\b\p{L}\.\p{L}\.|\b(?i:bijv|bv|enz|etc|evt|ca|nr|nrs|tel|mw|mevr|dhr|drs|mr|vb|max|min|incl|excl|resp|blz|e\.g|i\.e|approx)\.(?=\s+[\p{Ll}\d]|$)|\b\p{Lu}{2,}\b")]
    private static partial Regex Abbreviation();
}
