using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Circles;

public sealed class SayContactTests
{
    private const string Number = "KANARIE-4411 alleen deze";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Sanne_says_how_to_reach_her_and_only_Ilse_reads_it_before_she_plans_T22(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var sanne = await running.AsAsync("sanne");
        using var ilse = await running.AsAsync("ilse");
        var (hers, herTable) = ($"{sanne.Table}/people/{await sanne.SeatAsync("Sanne")}", sanne.Table);
        await sanne.GetAsync("/me");
        await sanne.GetAsync(sanne.Page.QuerySelector("main a[href$='/contact']")!.GetAttribute("href")!);
        Assert.Equal(herTable + "/contact", sanne.Path);
        Assert.Empty(sanne.Page.QuerySelectorAll("input[name=reader][checked], input[name=voicemail][checked]"));
        await SayAsync(sanne, "Ilse");
        Assert.Contains("Alleen wie je koos, kan het lezen.", sanne.Html, StringComparison.Ordinal);
        Assert.Equal(Number, ((IHtmlInputElement)sanne.Page.QuerySelector("#number-words")!).Value);

        await ilse.GetAsync(ilse.Table + "/talks/new");
        await ilse.GetAsync(ilse.Page.QuerySelector("section[aria-labelledby=read-first] a")!.GetAttribute("href")!);
        Assert.Equal(hers, ilse.Path);
        var first = ilse.Page.QuerySelector("section[aria-labelledby=read-first]")!.TextContent;
        foreach (var words in new[] { "Eerst dit lezen", Number, "dinsdag om tien", "pannenkoek", "mijn zus", "bel nooit op zaterdag", "Spreek niets in." })
        {
            Assert.Contains(words, first, StringComparison.Ordinal);
        }

        // She finds back that Ilse read it.
        await sanne.GetAsync(herTable + "/read-by");
        Assert.Contains("Ilse", sanne.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task To_Mark_not_one_letter_differs_whether_Sanne_said_it_changed_it_or_took_it_away_T22(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var mark = await running.AsAsync("mark");
        using var sanne = await running.AsAsync("sanne");
        using var theo = await running.AsAsync("theo");
        using var ilse = await running.AsAsync("ilse");
        var table = mark.Table;
        var hers = $"{table}/people/{await mark.SeatAsync("Sanne")}";
        string[] pages = [hers, table, table + "/list", table + "/print", table + "/read-by", table + "/talks", table + "/talks/new", table + "/contact", "/tables", "/drafts"];

        // Once before, so that "new since you were here" stands still.
        await PagesAsync(mark, pages);
        var (before, theos) = (await PagesAsync(mark, pages), await PagesAsync(theo, pages));
        await sanne.GetAsync(table + "/contact");
        await SayAsync(sanne, "Ilse");
        await ilse.GetAsync(hers);
        Assert.Contains(Number, ilse.Html, StringComparison.Ordinal);
        Assert.Equal(before, await PagesAsync(mark, pages));
        Assert.Equal(theos, await PagesAsync(theo, pages));
        await sanne.GetAsync(table + "/contact");
        await sanne.PressAsync("form[action$='/take-away']");
        Assert.Contains("Er staat niets meer.", sanne.Html, StringComparison.Ordinal);
        Assert.Equal(before, await PagesAsync(mark, pages));
        await ilse.GetAsync(hers);
        Assert.Null(ilse.Page.QuerySelector("#read-first"));
    }

    [Fact]
    public async Task Nobody_says_reads_or_takes_away_another_ones()
    {
        await using var running = await Running.StartAsync();
        using var mark = await running.AsAsync("mark");
        using var sanne = await running.AsAsync("sanne");
        await sanne.GetAsync(sanne.Table + "/contact");
        await SayAsync(sanne, "Ilse");
        var mark_ = ((IHtmlInputElement)sanne.Page.QuerySelector("form[action$='/take-away'] input[name=seen]")!).Value;
        await mark.PostAsync(mark.Table + "/contact/take-away", [await mark.ProofAsync(), KeyValuePair.Create("seen", mark_)]);
        Assert.Equal(HttpStatusCode.Conflict, mark.Status);
        Assert.DoesNotContain("KANARIE", mark.Html, StringComparison.Ordinal);
        using var esra = await running.AsAsync("esra");
        foreach (var path in new[] { sanne.Table + "/contact", sanne.Table + "/contact/take-away" })
        {
            await esra.PostAsync(path, [await esra.ProofAsync(), KeyValuePair.Create("number-words", "x")]);
            Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        }

        await sanne.GetAsync(sanne.Table + "/contact");
        Assert.Contains(Number, sanne.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Said_on_two_devices_at_once_nothing_is_overwritten_silently()
    {
        await using var running = await Running.StartAsync();
        using var phone = await running.AsAsync("sanne");
        using var laptop = await running.AsAsync("sanne");
        await phone.GetAsync(phone.Table + "/contact");
        await laptop.GetAsync(laptop.Table + "/contact");
        await SayAsync(phone, "Ilse");
        await laptop.PressAsync("form.composer", ("number-words", "bel mijn werk"));
        Assert.Equal(HttpStatusCode.Conflict, laptop.Status);
        Assert.Contains(Number, laptop.Page.QuerySelector(".stands-now")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Te lezen voor Ilse.", laptop.Page.QuerySelector(".stands-now")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("bel mijn werk", ((IHtmlInputElement)laptop.Page.QuerySelector("#number-words")!).Value);
        await laptop.PressAsync("form.composer");
        await phone.GetAsync(phone.Table + "/contact");
        Assert.Equal("bel mijn werk", ((IHtmlInputElement)phone.Page.QuerySelector("#number-words")!).Value);
    }

    [Fact]
    public async Task What_is_to_be_mended_stands_beside_the_field_with_all_that_was_typed()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        await sanne.GetAsync(sanne.Table + "/contact");
        await sanne.PressAsync("form.composer", ("voicemail", "yes"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sanne.Status);
        Assert.NotNull(sanne.Page.QuerySelector("#number-words-error"));
        Assert.NotNull(sanne.Page.QuerySelector("input[name=voicemail][checked]"));
        await sanne.PressAsync("form.composer", ("number-words", "06 12"), ("mind-words", new string('x', 1001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sanne.Status);
        Assert.NotNull(sanne.Page.QuerySelector("#mind-words-error"));
        Assert.Equal("06 12", ((IHtmlInputElement)sanne.Page.QuerySelector("#number-words")!).Value);
    }

    [Fact]
    public async Task Amir_says_it_in_a_childs_words_and_no_word_of_it_lies_open_on_the_disk()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        await amir.GetAsync(amir.Table + "/contact");
        Assert.Contains("Een geheim woord", amir.Html, StringComparison.Ordinal);
        Assert.Null(amir.Page.QuerySelector("#hear-words"));
        await amir.PressAsync("form.composer", ("number-words", Number));
        await esra.GetAsync($"{esra.Table}/people/{await esra.SeatAsync("Amir")}");
        Assert.DoesNotContain("KANARIE", esra.Html, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(running.Places.DataFolder))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain("KANARIE-4411", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    private static Task SayAsync(Visitor who, string reader) => who.PressAsync(
        "form.composer", ("number-words", Number), ("hours-words", "dinsdag om tien"), ("code-words", "pannenkoek"), ("hear-words", "mijn zus"),
        ("mind-words", "bel nooit op zaterdag"),
        ("reader", who.Page.QuerySelectorAll("label.tile").Single(tile => tile.TextContent.Contains(reader, StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")));

    private static async Task<string> PagesAsync(Visitor who, IEnumerable<string> pages)
    {
        var all = new List<string>();
        foreach (var page in pages)
        {
            await who.GetAsync(page);

            // A form gets an id for its draft anew each time it is drawn.
            all.Add(System.Text.RegularExpressions.Regex.Replace(who.Steady(), "(data-draft|name=\"draft\" value)=\"[^\"]*\"", "$1"));
        }

        return string.Join('\n', all);
    }
}
