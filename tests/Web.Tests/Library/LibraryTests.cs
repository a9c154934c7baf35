using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Keukentafel.Web.Library;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Tests.Arrivals;
using Keukentafel.Web.Tests.Docs;
using Keukentafel.Web.Tests.Wording;

namespace Keukentafel.Web.Tests.Library;

public sealed partial class LibraryTests(OnThePageTests.Table table) : IClassFixture<OnThePageTests.Table>
{
    private static readonly IReadOnlyDictionary<string, string> Dutch = Text.All(english: false);

    /// <summary>The numbers as the vision has them, written down a second time so that neither is changed alone.</summary>
    private static readonly Dictionary<string, (string Numbers, string Year)> Named = new()
    {
        ["F24a"] = ("", "2020"),
        ["F24b"] = ("", "2017"),
        ["F24c"] = ("", "2013"),
        ["F1"] = ("1 8", "2020"),
        ["F2"] = ("5.5 5 1 18 20", "2019"),
        ["F3"] = ("20", "2019"),
        ["F4"] = ("12 12 17", "2019"),
        ["F5"] = ("12 12", "2019"),
        ["F6"] = ("90000 127000 2.5 3.5 17 1 30", "2019"),
        ["F8"] = ("30000 2", "2015–2018"),
        ["F9"] = ("", "2001–2018"),
        ["F10"] = ("75", "2018"),
        ["F11"] = ("30 40 30", "1930–2005"),
        ["F11a"] = ("27.5 36.5 36", "1930–1936"),
        ["F11b"] = ("28 38 33", "2001"),
        ["F12"] = ("8 3 0.5 14", "2010–2016"),
        ["F13"] = ("50 60 5.8 7.5 12 10 1.7", "2011–2015"),
        ["F14"] = ("5", "2017"),
        ["F15"] = ("6 12", "2020"),
        ["F16"] = ("5.8", "2008"),
        ["F17"] = ("45 3", "2020"),
        ["F18"] = ("64960 4165 62075 1115", "2019"),
        ["F19"] = ("3100 24 1000 20 4 18 15", "2017–2018"),
        ["F21"] = ("12", "2013"),
    };

    [Fact]
    public async Task Whoever_reads_a_figure_reads_of_whom_it_is_which_year_how_it_was_measured_what_is_not_sure_and_the_source_R146_partly()
    {
        using var reader = table.Running.Stranger();
        await reader.GetAsync("/nl");
        await reader.GetAsync(reader.Page.QuerySelector("main a[href$='/know']")!.GetAttribute("href")!);
        await reader.GetAsync(reader.Page.QuerySelector("main a[href$='/know/figures']")!.GetAttribute("href")!);
        Assert.Equal(Figures.All.Count, reader.Page.QuerySelectorAll(".figure").Length);
        foreach (var figure in Figures.All)
        {
            var card = reader.Page.QuerySelector("#" + figure.Key)!;
            Assert.True(card.QuerySelectorAll("dd").Length == 5 && card.QuerySelectorAll("dd").All(one => one.TextContent.Trim().Length > 3), figure.Key);
            Assert.Contains(figure.Year, card.TextContent, StringComparison.Ordinal);
            Assert.Contains(figure.Source, card.QuerySelector("cite")!.TextContent, StringComparison.Ordinal);
            Assert.Matches(@"\d{4}", figure.Year);
            Assert.Matches(@"\d{4}|StatLine|De Gelderlander", figure.Source);
        }
    }

    [Fact]
    public void Every_figure_is_as_the_vision_has_it_and_each_number_is_used_in_its_words_R146_partly()
    {
        Assert.Equal(
            Named.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value.Year}: {one.Value.Numbers}"),
            Figures.All.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one =>
                $"{one.Key} {one.Year}: {string.Join(' ', one.Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}"));
        foreach (var figure in Figures.All.Where(one => one.Parts < 2))
        {
            var words = string.Concat(new[] { "figure.", "of.", "doubt." }.Select(part => Dutch[$"library.{part}{figure.Key}"]));
            Assert.Equal(
                Enumerable.Range(0, figure.Numbers.Count),
                Place().Matches(words).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().Order());
        }
    }

    [Fact]
    public async Task Whoever_reads_about_violence_at_home_reads_on_the_same_page_and_in_its_note_that_mostly_it_goes_well_R30_partly_N7_partly_N41_partly()
    {
        using var reader = table.Running.Stranger();
        await reader.GetAsync("/nl/know/figures");
        var groups = reader.Page.QuerySelectorAll("main h2").Select(one => one.Id).ToList();
        Assert.Equal(Enum.GetNames<FigureGroup>(), groups);
        Assert.Equal("GoesWell", groups[0]);
        var note = reader.Page.QuerySelector("#AtHome + p")!.TextContent;
        Assert.Contains("Dit komt vaak voor, en dat maakt het niet goed.", note, StringComparison.Ordinal);
        Assert.Contains("Zulke getallen zijn nooit precies", note, StringComparison.Ordinal);
        Assert.Contains("In verreweg de meeste gezinnen gaat het goed.", note, StringComparison.Ordinal);
        Assert.Equal(["F24a", "F24b", "F24c"], Figures.In(FigureGroup.GoesWell).Select(one => one.Key));
    }

    [Theory]
    [InlineData("F13", "Zelf gezegd")]
    [InlineData("F14", "Zwak bewijs")]
    [InlineData("F21", "Zwak bewijs")]
    [InlineData("F17", "Eén verhaal")]
    [InlineData("F12", "niet bewezen")]
    [InlineData("F5", "Niet gemeten")]
    public async Task Who_reads_a_figure_that_is_weak_or_self_reported_reads_that_beside_it_R146_partly_N36(string key, string said)
    {
        using var reader = table.Running.Stranger();
        await reader.GetAsync("/nl/know/figures");
        Assert.Contains(said, reader.Page.QuerySelector("#" + key)!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looks_at_a_drawing_finds_the_same_numbers_in_a_table_and_two_studies_are_never_one_drawing_R146_partly_R133_partly()
    {
        using var reader = table.Running.Stranger();
        await reader.GetAsync("/nl/know/figures");
        var drawn = reader.Page.QuerySelectorAll(".figure-drawn");
        Assert.Equal(3, drawn.Length);
        Assert.All(drawn, one =>
        {
            Assert.Equal("img", one.GetAttribute("role"));
            Assert.NotEmpty(one.QuerySelector("title")!.TextContent);
            Assert.NotNull(one.Closest(".figure")!.QuerySelector("table caption"));
        });
        Assert.Equal(12, reader.Page.QuerySelectorAll("#F4 .drawn-full").Length);
        Assert.Equal(100, reader.Page.QuerySelectorAll("#F4 circle").Length);
        Assert.Equal(["12", "88"], reader.Page.QuerySelectorAll("#F4 td").Select(cell => cell.TextContent));
        Assert.Equal(["27,5", "36,5", "36"], reader.Page.QuerySelectorAll("#F11a td").Select(cell => cell.TextContent));
        Assert.Equal(["28", "38", "33"], reader.Page.QuerySelectorAll("#F11b td").Select(cell => cell.TextContent));
        Assert.Equal(["gelukt", "hetzelfde gebleven", "het werd erger"], reader.Page.QuerySelectorAll("#F11b tbody th").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task A_reader_of_the_vision_finds_every_system_it_names_with_what_it_is_good_for_and_where_it_ends_N35_partly_N36()
    {
        Assert.Equal(Enumerable.Range(1, 39), NamedSystems.All.Select(one => one.Number).Order());
        using var reader = table.Running.Stranger();
        foreach (var (start, words) in new[] { ("/nl", Dutch), ("/en", Text.All(english: true)) })
        {
            await reader.GetAsync(start + "/know/exists");
            foreach (var one in NamedSystems.All)
            {
                var card = reader.Page.QuerySelector("#" + one.Key)!;
                Assert.Equal(one.Name, card.QuerySelector("h3")!.TextContent);
                Assert.Equal([words["library.good." + one.Key], words["library.limit." + one.Key]], card.QuerySelectorAll("dd").Select(said => said.TextContent));
                if (one.Place == InProduct.Open)
                {
                    Assert.EndsWith(one.Part!, card.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void The_list_of_named_systems_says_where_each_is_and_those_parts_are_there()
    {
        Assert.All(NamedSystems.All, one => Assert.True(
            one.Place switch
            {
                InProduct.AtTable => Directory.Exists(Path.Combine(Repository.Root, "src/Web", one.Part!)),
                InProduct.Open => one.Part!.StartsWith('/'),
                _ => one.Part is null,
            },
            one.Key));
        var page = new StringBuilder();
        page.Append(
            """
            # Named systems

            Every system and instrument that the vision names, and where a reader finds it. All stand on `/know/exists`, with what they are good for and what they
            cannot do. Printed from `NamedSystems` by a test; after changing that, write it anew:

                KEUKENTAFEL_WRITE=yes dotnet test --project tests/Web.Tests -c Release --filter-class "*LibraryTests"

            | | Name | In this program |
            |---|---|---|

            """);
        foreach (var one in NamedSystems.All.OrderBy(one => one.Number))
        {
            page.Append($"| {one.Key} | {one.Name} | {Where(one)} |\n");
        }

        if (Repository.Writes)
        {
            File.WriteAllText(Path.Combine(Repository.Root, "docs/named-systems.md"), page.ToString().ReplaceLineEndings("\n"));
        }

        Assert.Equal(page.ToString().ReplaceLineEndings("\n"), Repository.Read("docs/named-systems.md"));
    }

    [Fact]
    public async Task A_mother_sees_people_around_her_family_and_no_row_to_pass_N44_partly_R103_partly()
    {
        using var mother = table.Running.Stranger();
        await mother.GetAsync("/nl/know/who");
        Assert.Equal(WhoIsThere.All.Count, mother.Page.QuerySelectorAll("ul.who-around > li").Length);
        Assert.Empty(mother.Page.QuerySelectorAll("main ol"));
        Assert.Contains("Niemand hoeft langs al deze mensen", mother.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // The own people stand first, the organisation is said small and last.
        Assert.StartsWith("Familie", mother.Page.QuerySelector(".who-around h3")!.TextContent, StringComparison.Ordinal);
        Assert.All(mother.Page.QuerySelectorAll(".who-around .small"), one => Assert.Null(one.NextElementSibling));
    }

    [Theory]
    [InlineData("/know")]
    [InlineData("/know/figures")]
    [InlineData("/know/who")]
    [InlineData("/know/exists")]
    public async Task Whoever_looks_something_up_leaves_nothing_R146_partly(string path) => Assert.Empty(await Leafing.WrongAsync(table.Running, path));

    private static string Where(NamedSystem one) => one.Place switch
    {
        InProduct.Told => "told about",
        InProduct.Open => $"`{one.Part}`",
        InProduct.AtTable => $"`src/Web/{one.Part}`",
        _ => "not done, on purpose",
    };

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Place();
}
