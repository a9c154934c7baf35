using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Contributions;

public sealed class FindAndPrintTests
{
    [Fact]
    public async Task Words_are_found_in_what_one_may_read_large_or_small_with_or_without_accents()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        await esra.GetAsync(table + "/find");
        Assert.Empty(esra.Page.QuerySelectorAll("article"));
        await esra.LookForAsync(table, "SLAAP beter");
        var found = Assert.Single(esra.Page.QuerySelectorAll("article"));
        Assert.Contains("Ik slaap beter.", found.TextContent, StringComparison.Ordinal);
        await esra.LookForAsync(table, "wekkér");
        Assert.Contains("De wekker gaat", esra.Html, StringComparison.Ordinal);
        await esra.LookForAsync(table, "xyzzy");
        Assert.Empty(esra.Page.QuerySelectorAll("article"));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
    }

    [Theory]
    [InlineData("\U0001F3A0")]
    [InlineData("<script>")]
    [InlineData("   ")]
    public async Task No_question_breaks_it(string question)
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.LookForAsync(esra.Table, question);
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        Assert.DoesNotContain("<script>", esra.Html, StringComparison.Ordinal);
        await esra.LookForAsync(esra.Table, new string('a', 5_000));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        await esra.LookForAsync(esra.Table, new string('a', 199) + "\U0001F3A0\U0001F3A0");
        Assert.Equal(HttpStatusCode.OK, esra.Status);
    }

    [Fact]
    public async Task No_address_breaks_it()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.LookForAsync(esra.Table, "a");
        var found = esra.Path;
        foreach (var page in new[] { "-1", "99999999999999", "2147483647", "" })
        {
            await esra.GetAsync($"{found}&page={page}");
            Assert.Equal(HttpStatusCode.OK, esra.Status);
        }

        foreach (var made in new[] { "%00", "%F0%9F%8E%A0", "%ED%A0%80", "%3Cscript%3E", "wekker", new string('a', 3_000) })
        {
            await esra.GetAsync($"{esra.Table}/find?q={made}");
            Assert.Equal(HttpStatusCode.OK, esra.Status);
            Assert.Empty(esra.Page.QuerySelectorAll("article"));
        }
    }

    [Fact]
    public async Task The_words_looked_for_do_not_stand_in_the_address_and_the_address_opens_them_for_this_session_alone()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.LookForAsync(esra.Table, "wekker");
        Assert.Equal("wekker", esra.Page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.NotEmpty(esra.Page.QuerySelectorAll("article"));
        Assert.DoesNotContain("wekker", esra.Path, StringComparison.OrdinalIgnoreCase);
        using var again = await running.AsAsync("esra");
        await again.GetAsync(esra.Path);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Null(again.Page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Empty(again.Page.QuerySelectorAll("article"));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_what_was_found_counts_as_shown_R6(Database on)
    {
        // Who read is said by day: what is looked for after midnight stands under a day of its own.
        var clock = new FakeTimeProvider(Netherlands.StartOf(Ahead.Day(1)).AddMinutes(-4));
        await using var running = await Running.StartAsync(on, clock);
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        using var fatma = await running.AsAsync("fatma");
        await esra.LayAsync("worry", "Suikerbrood is op.");
        await fatma.LayAsync("worry", "Krentenbollen ook.");
        clock.Advance(TimeSpan.FromMinutes(8));
        var before = await DaysAsync();
        await bo.LookForAsync(bo.Table, "krentenbollen");
        Assert.Contains("Krentenbollen ook.", bo.Html, StringComparison.Ordinal);
        Assert.Equal(before, await DaysAsync());
        await bo.LookForAsync(bo.Table, "suikerbrood");
        Assert.Contains("Suikerbrood is op.", bo.Html, StringComparison.Ordinal);
        Assert.Equal(before + 1, await DaysAsync());

        async Task<int> DaysAsync()
        {
            await esra.GetAsync(esra.Table + "/read-by");
            return esra.Page.QuerySelectorAll("main ul.stack").Length;
        }
    }

    [Fact]
    public async Task What_was_looked_for_is_kept_nowhere()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        await esra.GetAsync(table + "/find");
        var form = Visitor.Fields((IHtmlFormElement)esra.Page.QuerySelector("form[role=search]")!);
        await esra.LookForAsync(table, "zoekgeheim");

        // Also not as a draft, when the form comes after the session ended.
        var cookies = esra.Cookies.GetAllCookies().Where(cookie => cookie.Name == "keukentafel").ToList();
        await esra.GetAsync("/me");
        await esra.PressAsync("form[action='/sign-out']");
        cookies.ForEach(esra.Cookies.Add);
        await esra.PostAsync(table + "/find", [.. form.Where(field => field.Key != "q"), KeyValuePair.Create("q", "zoekgeheim")]);
        using var later = await running.AsAsync("esra");
        await later.GetAsync("/drafts");
        Assert.Empty(later.Page.QuerySelectorAll("main li"));
        foreach (var file in Directory.EnumerateFiles(running.Places.DataFolder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes("zoekgeheim")) < 0, file);
        }
    }

    [Fact]
    public async Task What_was_found_comes_in_pages_of_sixty_and_paper_has_it_all()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        var table = noor.Table;
        for (var i = 0; i < 70; i++)
        {
            var by = i < 40 ? noor : amir;
            await by.GetAsync(table + "/lay?what=help");
            await by.PressAsync("form.composer", ("words", $"Marsepein {i}"));
        }

        await noor.LookForAsync(table, "marsepein");
        Assert.Equal(60, noor.Page.QuerySelectorAll("article").Length);
        await noor.GetAsync(noor.Page.QuerySelector("a[href*='page=2']")!.GetAttribute("href")!);
        Assert.Equal(10, noor.Page.QuerySelectorAll("article").Length);
        Assert.Null(noor.Page.QuerySelector("a[href*='page=3']"));
        await noor.GetAsync(table + "/print");
        Assert.All(Enumerable.Range(0, 70), i => Assert.Contains($"“Marsepein {i}”", noor.Html, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Whoever_lays_three_hundred_things_pushes_nothing_of_others_off_the_first_part_and_every_thing_is_on_paper_once_T20(Database on)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(on, clock);
        using var reader = await running.AsAsync("isa");
        var table = reader.Table;
        await reader.GetAsync(table + "/print");
        var before = reader.Page.QuerySelectorAll("main article").Where(card => card.QuerySelector(".by")?.TextContent.Contains("Mark", StringComparison.Ordinal) == false)
            .SelectMany(card => card.QuerySelectorAll(".said")).Select(words => words.TextContent.Trim()).ToList();
        Assert.NotEmpty(before);
        Assert.DoesNotContain("Dit is deel", reader.Html, StringComparison.Ordinal);
        for (var day = 0; day < 6; day++)
        {
            clock.Advance(TimeSpan.FromHours(25));
            await running.Services.GetRequiredService<Door>().ChangeAsync(
                await running.CallerAsync("mark"),
                new CircleId(Guid.Parse(table.Split('/')[^1])),
                Permission.Speak,
                visit =>
                {
                    for (var i = 0; i < 50; i++)
                    {
                        visit.Lay(GoodThing.Lay(
                            visit.Circle, string.Create(CultureInfo.InvariantCulture, $"Goed ding {day} {i}."), SeatSet.None, Audience.Everyone, visit.Act));
                    }

                    return Task.FromResult(true);
                },
                TestContext.Current.CancellationToken);
        }

        using var isa = await running.AsAsync("isa");
        await isa.GetAsync(table + "/print");
        Assert.Contains("Dit is deel 1 van 2.", isa.Html, StringComparison.Ordinal);
        Assert.All(before, said => Assert.Contains(said, Said(isa)));
        Assert.InRange(isa.Page.QuerySelectorAll("main article").Length, 1, 2 * PrintTable.MostInPart);
        var his = His(isa);
        Assert.Contains("Goed ding 5 49.", his);
        await isa.GetAsync(isa.Page.QuerySelector("main a[href$='?part=2']")!.GetAttribute("href")!);
        Assert.Empty(his.Intersect(His(isa)));
        Assert.Equal(300, his.Count + His(isa).Count);
        await isa.GetAsync(table + "/print?part=99");
        Assert.Contains("Dit is deel 2 van 2.", isa.Html, StringComparison.Ordinal);

        static List<string> Said(Visitor who) => [.. who.Page.QuerySelectorAll("main article .said").Select(words => words.TextContent.Trim())];
        static List<string> His(Visitor who) => [.. Said(who).Select(words => words.Trim('“', '”')).Where(words => words.StartsWith("Goed ding", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Paper_has_kinds_sources_dates_and_answers_R35()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        Assert.NotNull(esra.Page.QuerySelector($"a[href='{esra.Table}/print']"));
        await esra.GetAsync(esra.Table + "/print");
        var statement = esra.Page.QuerySelectorAll("article.statement").First(one => one.TextContent.Contains("vier keer te laat", StringComparison.Ordinal));
        Assert.Equal("feit, zegt Bo", statement.QuerySelector(".kind")!.TextContent.Trim());
        Assert.Contains("was erbij", statement.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lina wilde haar schoenen niet aan.", statement.TextContent, StringComparison.Ordinal);
        Assert.Empty(esra.Page.QuerySelectorAll("main details"));
        Assert.Contains("Dit is wat Esra mag lezen", esra.Html, StringComparison.Ordinal);
    }
}

/// <summary>Looking for words as a browser does it.</summary>
internal static class Looking
{
    private const string Find = "/find?q=";

    /// <summary>Fills in the form and presses.</summary>
    public static async Task LookForAsync(this Visitor visitor, string table, string question)
    {
        await visitor.GetAsync(table + "/find");
        await visitor.PressAsync("form[role=search]", ("q", question));
    }

    /// <summary>Opens a page of a table; what stands after <c>/find?q=</c> is filled in and pressed.</summary>
    public static async Task OpenAsync(this Visitor visitor, string table, string page)
    {
        if (page.StartsWith(Find, StringComparison.Ordinal))
        {
            await visitor.LookForAsync(table, page[Find.Length..]);
            Assert.Contains(Find, visitor.Path, StringComparison.Ordinal);
        }
        else
        {
            await visitor.GetAsync(table + page);
        }
    }
}
