using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Wording;

/// <summary>What the program itself says on the pages people walk. What persons say (<c>.said</c>) is theirs, in any words.</summary>
public sealed class OnThePageTests(OnThePageTests.Table table) : IClassFixture<OnThePageTests.Table>
{
    private const int MostPages = 60;
    private static readonly IReadOnlyDictionary<string, string> Dutch = Text.All(english: false);
    private static readonly IReadOnlyDictionary<string, string> English = Text.All(english: true);

    [Theory]
    [InlineData("en-esra")]
    [InlineData("en-amir")]
    [InlineData("en-samira")]
    public async Task English_people_meet_no_Dutch_word(string who) => Assert.Empty(await ForeignAsync(who, PlainWordsTests.OnlyIn(Dutch)));

    [Theory]
    [InlineData("esra")]
    [InlineData("amir")]
    [InlineData("samira")]
    public async Task Esra_Amir_and_Samira_meet_no_English_word(string who) => Assert.Empty(await ForeignAsync(who, PlainWordsTests.OnlyIn(English)));

    [Theory]
    [InlineData("esra")]
    [InlineData("amir")]
    [InlineData("samira")]
    public async Task Esra_Amir_and_Samira_meet_no_word_that_is_never_said_R132_N44(string who)
    {
        var never = PlainWordsTests.List("never.nl.txt").Select(line => line.Split('|')[0].Trim()).ToList();
        var found = new List<string>();
        await WalkAsync(who, (path, own) => found.AddRange(never.Where(word => Sentences.Has(own, word)).Select(word => $"{word} on {path}")));
        Assert.Empty(found);
    }

    [Fact]
    public async Task What_Amir_of_11_reads_is_shorter_still_which_is_a_proxy_for_A2_R19_partly()
    {
        var met = new HashSet<string>();
        await WalkAsync("amir", (_, own) => met.UnionWith(Dutch.Where(pair => StandsIn(own, pair.Value)).Select(pair => pair.Key)));
        Assert.True(met.Count > 80, $"Amir met only {met.Count} sentences.");
        var sentences = met.SelectMany(key => Sentences.Of(Dutch[key]).Select(sentence => (Key: key, Sentence: sentence))).ToList();
        Assert.DoesNotContain(sentences, one => Sentences.Length(one.Sentence) > 15);
        Assert.InRange(sentences.Average(one => Sentences.Length(one.Sentence)), 1, 8);
    }

    private async Task<IReadOnlyList<string>> ForeignAsync(string who, IReadOnlySet<string> foreign)
    {
        var found = new List<string>();
        await WalkAsync(who, (path, own) => found.AddRange(Sentences.Words(own).Where(foreign.Contains).Distinct().Select(word => $"{word} on {path}")));
        return found;
    }

    // Follows every link from the person's own table, as somebody would who presses everything once.
    private async Task WalkAsync(string who, Action<string, string> look)
    {
        using var visitor = table.Running.Stranger();
        await visitor.GetAsync(who.StartsWith("en-", StringComparison.Ordinal) ? "/en/demo" : "/demo");
        await visitor.PressAsync($"form[action$='/demo/{who}']");
        var start = visitor.Path;
        var here = start == "/tables" ? visitor.Page.QuerySelector("main a[href^='/tables/']")!.GetAttribute("href")! : visitor.Table;
        var waiting = new Queue<string>([start, .. new[] { "worry", "wish", "statement" }.Select(what => $"{here}/lay?what={what}"), "/nowhere"]);
        var seen = new HashSet<string>(waiting);
        for (var pages = 0; waiting.Count > 0 && pages < MostPages; pages++)
        {
            var page = await visitor.GetAsync(waiting.Dequeue());
            look(visitor.Path, Own(page, who.StartsWith("en-", StringComparison.Ordinal) ? "en" : "nl"));
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Where(link => link.GetAttribute("hreflang") is null))
            {
                var address = link.GetAttribute("href")!.Split('#')[0];
                if (!address.Contains("/en", StringComparison.Ordinal) && seen.Add(address))
                {
                    waiting.Enqueue(address);
                }
            }
        }

        Assert.True(seen.Count > 12, $"{who} walked only {seen.Count} pages.");
    }

    private static string Own(IDocument page, string language)
    {
        var names = page.QuerySelectorAll(".seat-name, .by b").Select(name => name.TextContent).ToList();

        // What a team is called is theirs too.
        foreach (var other in page.QuerySelectorAll($".said, #team .tile, [translate='no'], script, style, .seat-role, .table-list .small, [lang]:not(html):not([lang='{language}'])"))
        {
            other.Remove();
        }

        // A space between elements: words of two elements are not one word.
        var own = string.Join(' ', Texts(page.DocumentElement).Concat(page.QuerySelectorAll("[aria-label], [alt], [title], [placeholder]")
            .SelectMany(element => new[] { "aria-label", "alt", "title", "placeholder" }.Select(element.GetAttribute)).OfType<string>()));
        return Regex.Replace(names.Aggregate(own, (text, name) => text.Replace(name, " ", StringComparison.Ordinal)), @"\s+", " ");
    }

    private static IEnumerable<string> Texts(INode node) =>
        node.ChildNodes.SelectMany(child => child is IText text ? [text.Data] : Texts(child));

    private static bool StandsIn(string own, string value)
    {
        var at = 0;
        foreach (var part in Regex.Split(value, @"\{\d+[^}]*\}").Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            at = own.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            at += part.Length;
        }

        return at > 0;
    }

    /// <summary>One program for all: these tests only look.</summary>
    public sealed class Table : IAsyncLifetime
    {
        public Running Running { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Running = await Running.StartAsync();

        public ValueTask DisposeAsync() => Running.DisposeAsync();
    }
}
