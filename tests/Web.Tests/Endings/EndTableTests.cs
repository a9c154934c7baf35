using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Endings;

public sealed class EndTableTests
{
    private const string Form = "form.composer[action$='/end']";
    private const string Now = "form[action$='/end/now']";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_asks_everybody_says_whether_it_is_good_enough_Amir_stands_first_and_she_ends_her_table_R8_R115(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var bo = await running.AsAsync("bo");
        using var fatma = await running.AsAsync("fatma");
        var (table, guests) = (esra.Table, bo.Table);
        await esra.GetAsync(table + "/rest");
        Assert.DoesNotContain("form[action$='/stop']", esra.Html, StringComparison.Ordinal);
        await esra.GetAsync(esra.Page.QuerySelector("main a[href$='/end']")!.GetAttribute("href")!);
        Assert.Null(esra.Page.QuerySelector(Now));
        await esra.PressAsync(Form, ("enough", "Yes"), ("words", "Het is rustig geworden."));
        Assert.NotNull(esra.Page.QuerySelector(Now));

        await amir.GetAsync(amir.Table + "/mine");
        Assert.Contains("Esra vraagt of de tafel mag stoppen.", amir.Html, StringComparison.Ordinal);
        await amir.GetAsync(amir.Page.QuerySelector("main a[href$='/end']")!.GetAttribute("href")!);
        Assert.Empty(amir.Page.QuerySelectorAll("[name='stops']"));
        Assert.Null(amir.Page.QuerySelector(Now));
        await amir.PressAsync(Form, ("enough", "No"));
        await bo.GetAsync(guests);
        await bo.GetAsync(bo.Page.QuerySelector("main a[href$='/end']")!.GetAttribute("href")!);
        Assert.Empty(bo.Page.QuerySelectorAll("[name='stops']"));
        await bo.PressAsync(Form, ("enough", "NotKnown"), ("words", "Ik zie haar pas drie weken."));

        await esra.GetAsync(table + "/end");
        Assert.Equal(["Amir", "Esra", "Bo"], esra.Page.QuerySelectorAll(".end-said b").Select(name => name.TextContent));
        Assert.Contains("Amir vindt het nog niet goed genoeg.", esra.Html, StringComparison.Ordinal);

        // Somebody is typing when it ends: nothing of it is lost, and nothing is laid down.
        await fatma.GetAsync(table + "/lay?what=good-thing");
        await esra.PressAsync(Now);
        Assert.Equal(table + "/ended", esra.Path);
        await fatma.PressAsync("form.composer", ("words", "Hij lacht weer."), ("what", "good-thing"));
        Assert.Equal(HttpStatusCode.Conflict, fatma.Status);
        Assert.Contains("Hij lacht weer.", fatma.Html, StringComparison.Ordinal);
        foreach (var page in new[] { "", "/end", "/ended", "/ended/read", "/who", "/print", "/story", "/booklet" })
        {
            await bo.GetAsync(guests + page);
            Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        }

        foreach (var who in new[] { esra, amir, fatma })
        {
            await who.GetAsync(table);
            Assert.Equal(table + "/ended", who.Path);
            Assert.Contains("De tafel van", who.Html, StringComparison.Ordinal);
            Assert.Equal(who == esra ? 1 : 0, who.Page.QuerySelectorAll("form[action$='/open-again']").Length);
            Assert.Contains("Het is nog niet goed genoeg.", who.Html, StringComparison.Ordinal);
            await who.GetAsync(table + "/story/read");
            Assert.Equal(HttpStatusCode.OK, who.Status);
            await who.GetAsync(table + "/ended/read");
            Assert.Equal(HttpStatusCode.OK, who.Status);
        }

        await esra.GetAsync("/tables");
        Assert.Contains("Deze tafel is gestopt op", esra.Html, StringComparison.Ordinal);
        await esra.GetAsync(table + "/ended");
        await fatma.GetAsync(table + "/ended");
        await fatma.PostAsync(table + "/open-again", [await fatma.ProofAsync()]);
        Assert.NotEqual(HttpStatusCode.OK, fatma.Status);
        await esra.GetAsync(table + "/ended");
        await esra.PressAsync("form[action$='/open-again']");
        Assert.Equal(table, esra.Path);
        await fatma.GetAsync(await fatma.LayHereAsync(table, "Hij lacht weer."));
        Assert.Equal(HttpStatusCode.OK, fatma.Status);
        await bo.GetAsync(guests);
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Sanne_ends_nothing_as_long_as_Mark_says_no_and_he_keeps_nobody_there_T20_N50(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        using var isa = await running.AsAsync("isa");
        var table = sanne.Table;
        await sanne.GetAsync(table + "/end");
        await sanne.PressAsync(Form, ("enough", "NotKnown"));
        Assert.Null(sanne.Page.QuerySelector(Now));
        Assert.Contains("Mark heeft nog niets gezegd.", sanne.Html, StringComparison.Ordinal);
        await sanne.PostAsync(table + "/end/now", [await sanne.ProofAsync()]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sanne.Status);
        foreach (var (who, stops) in new[] { (mark, "no"), (isa, "yes") })
        {
            await who.GetAsync(table + "/end");
            await who.PressAsync(Form, ("enough", "Yes"), ("stops", stops));
        }

        await sanne.GetAsync(table + "/end");
        Assert.Contains("Mark wil niet stoppen. Dan blijft de tafel.", sanne.Html, StringComparison.Ordinal);
        Assert.NotNull(sanne.Page.QuerySelector("main p a[href$='/rest']"));
        await mark.PressAsync(Form, ("enough", "Yes"), ("stops", "yes"));
        await isa.GetAsync(table + "/end");
        await isa.PressAsync(Now);
        Assert.Equal(table + "/ended", isa.Path);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_Sanne_Mark_and_Isa_ended_together_Mark_does_not_open_alone_T20(Database on)
    {
        const string Again = "form[action$='/open-again']";
        await using var running = await Running.StartAsync(on);
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        using var isa = await running.AsAsync("isa");
        var table = sanne.Table;
        foreach (var who in new[] { sanne, mark, isa })
        {
            await who.GetAsync(table + "/end");
            await who.PressAsync(Form, ("enough", "Yes"), ("stops", who == sanne ? null : "yes"));
        }

        await isa.GetAsync(table + "/end");
        await isa.PressAsync(Now);
        await mark.GetAsync(table + "/ended");
        Assert.Contains("De tafel gaat pas weer open met het ja van Sanne en Isa.", Words(mark), StringComparison.Ordinal);
        await mark.PressAsync(Again);
        Assert.Equal(table + "/ended", mark.Path);
        Assert.Contains("Dat gebeurt pas met het ja van Sanne en Isa.", Words(mark), StringComparison.Ordinal);
        Assert.Null(mark.Page.QuerySelector(Again));
        await sanne.GetAsync(table + "/ended");
        Assert.Contains("Wil de tafel weer open: Mark.", Words(sanne), StringComparison.Ordinal);

        // Who thinks otherwise takes it back, and then their yes is asked as well.
        await mark.PressAsync("form[action$='/leave-ended']");
        await sanne.GetAsync(table + "/ended");
        Assert.DoesNotContain("Wil de tafel weer open", Words(sanne), StringComparison.Ordinal);
        foreach (var who in new[] { mark, isa, sanne })
        {
            await who.GetAsync(table + "/ended");
            await who.PressAsync(Again);
        }

        Assert.Equal(table, sanne.Path);

        static string Words(Visitor who) => who.Page.QuerySelector("main")!.TextContent;
    }

    [Fact]
    public async Task Whatever_is_not_said_is_asked_beside_it_with_all_words_still_there_and_nobody_asks_who_may_not_R115()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        using var ilse = await running.AsAsync("ilse");
        using var theo = await running.AsAsync("theo");
        using var esra = await running.AsAsync("esra");
        var table = sanne.Table;
        foreach (var who in new[] { ilse, theo })
        {
            await who.GetAsync(table + "/end");
            Assert.Null(who.Page.QuerySelector(Form));
            await who.PostAsync(table + "/end", [await who.ProofAsync(), new("ask", "yes"), new("enough", "Yes")]);
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
        }

        await esra.GetAsync(table + "/end");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        await sanne.GetAsync(table + "/end");
        await sanne.PressAsync(Form, ("words", "Wij redden het."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sanne.Status);
        Assert.Contains("Kies één van de drie antwoorden.", sanne.Page.QuerySelector("#enough")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Wij redden het.", ((IHtmlTextAreaElement)sanne.Page.QuerySelector("#words")!).Value);
        await sanne.PressAsync(Form, ("enough", "Yes"), ("words", new string('a', 1001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sanne.Status);
        Assert.Equal(1001, ((IHtmlTextAreaElement)sanne.Page.QuerySelector("#words")!).Value.Length);
        await sanne.PressAsync(Form, ("enough", "Yes"), ("words", "Wij redden het."));
        await mark.GetAsync(table + "/end");
        await mark.PressAsync(Form, ("enough", "No"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mark.Status);
        Assert.Contains("Zeg ook of deze tafel mag stoppen.", mark.Page.QuerySelector("#stops")!.TextContent, StringComparison.Ordinal);
        Assert.Null(mark.Page.QuerySelector("form[action$='/take-back']"));
        await sanne.GetAsync(table + "/end");
        await sanne.PressAsync("form[action$='/take-back']");
        Assert.Equal(table, sanne.Path);

        // What mark still has on his screen is answered in words, not lost.
        await mark.PressAsync(Form, ("enough", "No"), ("stops", "no"), ("words", "Ik wil verder."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mark.Status);
        Assert.Contains("Ik wil verder.", mark.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Mark_who_asks_just_after_Sanne_reads_hers_and_keeps_his_words_and_her_take_back_takes_nobodys_no_R115(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        var table = sanne.Table;
        await sanne.GetAsync(table + "/end");
        await mark.GetAsync(table + "/end");
        await sanne.PressAsync(Form, ("enough", "Yes"));
        await mark.PressAsync(Form, ("enough", "No"), ("words", "Ik vroeg dit ook."));
        Assert.Equal(HttpStatusCode.Conflict, mark.Status);
        Assert.Contains("Iemand vroeg dit net ook.", mark.Html, StringComparison.Ordinal);
        Assert.Equal("Ik vroeg dit ook.", ((IHtmlTextAreaElement)mark.Page.QuerySelector("#words")!).Value);
        await mark.PressAsync(Form, ("stops", "no"));
        Assert.Equal(table + "/end", mark.Path);
        await sanne.GetAsync(table + "/end");
        await sanne.PressAsync("form[action$='/take-back']");
        await mark.GetAsync(table + "/end");
        Assert.Contains("Sanne vroeg dit ook op", mark.Page.QuerySelector("main details summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ik vroeg dit ook.", mark.Page.QuerySelector("main details")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_reads_before_and_after_the_end_on_which_day_opinions_go_first_and_on_which_the_rest_and_so_it_goes_R129_N48(Database on)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(on, clock);
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        await esra.LayAsync("worry", "KANARIE-1 hij slaapt niet.");
        await esra.GetAsync(table);
        await esra.LayAsync("good-thing", "KANARIE-2 wij lachten.");
        var (opinions, rest) = (Day(90), Day(365));
        await esra.GetAsync(table + "/end");
        await esra.PressAsync(Form, ("enough", "Yes"));
        foreach (var page in new[] { "before", "after" })
        {
            Assert.Contains("Vermoedens, meningen en zorgen gaan weg op " + opinions, esra.Html, StringComparison.Ordinal);
            Assert.Contains("Al het andere gaat weg op " + rest, esra.Html, StringComparison.Ordinal);
            if (page == "before")
            {
                await esra.PressAsync(Now);
                Assert.Equal(table + "/ended", esra.Path);
            }
        }

        await esra.GetAsync(table + "/ended/read");
        Assert.All(["KANARIE-1", "KANARIE-2"], words => Assert.Contains(words, esra.Html, StringComparison.Ordinal));
        clock.Advance(TimeSpan.FromDays(91));
        await running.Services.GetRequiredService<Removals>().RemoveDueAsync(TestContext.Current.CancellationToken);
        using var later = await running.AsAsync("esra");
        await later.GetAsync(table + "/ended/read");
        Assert.DoesNotContain("KANARIE-1", later.Html, StringComparison.Ordinal);
        Assert.Contains("KANARIE-2", later.Html, StringComparison.Ordinal);
        await later.GetAsync(table + "/ended");
        Assert.Contains("Vermoedens, meningen en zorgen zijn weg sinds", later.Html, StringComparison.Ordinal);
        Assert.Contains("Al het andere gaat weg op " + rest, later.Html, StringComparison.Ordinal);

        string Day(int days) => Netherlands.DayOf(clock.GetUtcNow()).AddDays(days).ToString("d MMMM", CultureInfo.GetCultureInfo("nl-NL"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Jayden_and_Chantal_each_say_what_holds_what_shows_it_and_what_is_done_when_it_becomes_harder_again_R114_R115(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var jayden = await running.AsAsync("jayden");
        using var chantal = await running.AsAsync("chantal");
        var table = chantal.Table;
        await jayden.GetAsync(table + "/plan");
        await jayden.GetAsync(jayden.Page.QuerySelector("section[aria-labelledby=protects] a[href$='/later']")!.GetAttribute("href")!);
        await jayden.PressAsync("form.composer", ("holds-words", "Elke zondag bij mama."), ("notices-words", new string('a', 1001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, jayden.Status);
        Assert.Equal("Elke zondag bij mama.", ((IHtmlTextAreaElement)jayden.Page.QuerySelector("#holds-words")!).Value);
        await jayden.PressAsync("form.composer", ("notices-words", "Als we niet meer bellen."), ("does-words", ""));
        await chantal.GetAsync(table + "/later");
        var his = chantal.Page.QuerySelectorAll("article.joining").Single(card => card.TextContent.Contains("Jayden", StringComparison.Ordinal)).TextContent;
        Assert.All(["Elke zondag bij mama.", "Als we niet meer bellen."], words => Assert.Contains(words, his, StringComparison.Ordinal));
        await chantal.PressAsync("form.composer", ("does-words", "Mijn zus, 06 12."));
        await jayden.GetAsync(table + "/later");
        Assert.Contains("Mijn zus, 06 12.", jayden.Html, StringComparison.Ordinal);

        // Each for themselves, beside each other: neither changes what the other said.
        Assert.Contains("Elke zondag bij mama.", jayden.Page.QuerySelector("#holds-words")!.TextContent, StringComparison.Ordinal);
        await jayden.PressAsync("form.composer", ("holds-words", ""), ("notices-words", " "), ("does-words", ""));
        await chantal.GetAsync(table + "/later");
        Assert.DoesNotContain("Als we niet meer bellen.", chantal.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esras_booklet_has_her_good_words_no_worries_and_words_of_Amir_only_after_his_yes_R7(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var bo = await running.AsAsync("bo");
        var table = esra.Table;
        await esra.LayHereAsync(table, "Zij zingt onder de douche.");
        await esra.GetAsync(table);
        await esra.LayAsync("worry", "Ik slaap slecht van de post.");
        await esra.GetAsync(table);
        await esra.LayAsync("good-thing", "Alleen voor mij.", ("readers", "OnlyMe"));
        await amir.LayHereAsync(table, "Wij voetballen in de gang.");
        await esra.GetAsync(table + "/booklet");
        Assert.Contains("Zij zingt onder de douche.", esra.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ik slaap slecht van de post.", esra.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Alleen voor mij.", esra.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Wij voetballen in de gang.", esra.Html, StringComparison.Ordinal);
        await amir.GetAsync(table + "/story/let-go");
        await amir.PressAsync("main form", ("with", await esra.SeatAsync("Esra")));
        await esra.GetAsync(table + "/booklet");
        Assert.Contains("Wij voetballen in de gang.", esra.Html, StringComparison.Ordinal);
        await bo.GetAsync(bo.Table + "/booklet");
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
    }
}

internal static class Laying
{
    /// <summary>Lays something good down at a table, from wherever somebody is.</summary>
    public static async Task<string> LayHereAsync(this Visitor who, string table, string words)
    {
        await who.GetAsync(table);
        return await who.LayAsync("good-thing", words);
    }
}
