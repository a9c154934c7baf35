using System.Text.RegularExpressions;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Docs;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Safety;

/// <summary>What the program never puts in anybody's mouth, derives, or counts.</summary>
public sealed partial class NoWordsOfItsOwnTests
{
    [Fact]
    public async Task What_Esra_reads_between_quotes_was_typed_by_somebody_word_for_word_N47_R131()
    {
        await using var running = await Running.StartAsync();
        var typed = Plain(string.Concat(Repository.Files(".json", ".cs").Where(path => path.StartsWith(Path.Combine("src", "Web", "Demo"), StringComparison.Ordinal)).Select(Repository.Read)));
        var ours = Text.All(english: false).Select(pair => Plain(pair.Value)).ToHashSet();
        var read = 0;
        foreach (var name in new[] { "esra", "amir", "samira", "sanne" })
        {
            using var reader = await running.AsAsync(name);
            foreach (var page in new[] { "", "/views", "/plan", "/overview", "/talks", "/not-known", "/decisions", "/print", "/who", "/frames", "/list" })
            {
                await reader.GetAsync(reader.Table + page);
                foreach (var said in reader.Page.QuerySelectorAll("main .said").Select(one => Plain(one.TextContent)).Where(words => words.Length > 0))
                {
                    // Not knowing is an answer that one chooses, in our words.
                    Assert.True(typed.Contains(said, StringComparison.Ordinal) || ours.Contains(said), $"{name} {page}: {said}");
                    read++;
                }
            }
        }

        Assert.True(read > 200, $"{read}");
    }

    [Fact]
    public async Task Esra_says_how_safe_it_is_and_nothing_of_growing_up_follows_from_it_nor_the_other_way_round_N8()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        foreach (var (said, other) in new[] { ("safe", "growing"), ("growing", "safe") })
        {
            await esra.GetAsync(esra.Table + "/views/new?child=" + await esra.SeatAsync("Lina"));
            Assert.Equal("", esra.Page.QuerySelector("#" + other)!.TextContent.Trim());
            Assert.Null(esra.Page.QuerySelector($"input[name={other}-unknown][checked]"));
            await esra.PressAsync("form.composer", (said, $"kanarie {said}"));
            var view = esra.Page.QuerySelectorAll("main article").Single(one => one.TextContent.Contains($"kanarie {said}", StringComparison.Ordinal));

            // One answer stands there with its question, and of the other neither question nor answer.
            Assert.Equal([$"kanarie {said}"], view.QuerySelectorAll(".said").Select(one => one.TextContent.Trim('“', '”')));
            Assert.Single(view.QuerySelectorAll("p.small"), line => line.NextElementSibling?.ClassName == "said");
        }
    }

    [Fact]
    public async Task Samira_reads_the_same_page_however_many_requests_and_sentences_there_are_but_for_those_themselves_N45()
    {
        await using var running = await Running.StartAsync();
        using var samira = await running.AsAsync("samira");
        using var esra = await running.AsAsync("esra");
        using var neighbour = running.Stranger();
        var before = await AroundAsync();
        for (var i = 0; i < 4; i++)
        {
            await Requests.Asking.AskAsync(neighbour, $"kanarie {i}");
            await esra.LayAsync("good-thing", $"kanarie {i}");
        }

        await samira.GetAsync("/requests");
        Assert.Contains("kanarie 3", samira.Page.QuerySelector(".ask-lines")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await AroundAsync());

        // What is left of each page when the things themselves are taken out: a count of them would stand there.
        async Task<IReadOnlyList<string>> AroundAsync()
        {
            var left = new List<string>();
            foreach (var page in new[] { "/requests", "/tables", "/me", "/near", "/editing", "/know/asked", "/know" })
            {
                await samira.GetAsync(page);
                var main = samira.Page.QuerySelector("main")!;
                foreach (var thing in main.QuerySelectorAll("article, .ask-lines, .thing-lines, li:has(article)").ToList())
                {
                    thing.Remove();
                }

                left.Add(page + " " + string.Join(' ', Counts().Matches(main.TextContent).Select(found => found.Value)));
            }

            return left;
        }
    }

    private static string Plain(string words) => Space().Replace(words.Replace("\\n", " ", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Trim().Trim('“', '”'), " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\d+\s+\w+")]
    private static partial Regex Counts();
}
