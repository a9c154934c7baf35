using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Plans;

namespace Keukentafel.Web.Tests.Decisions;

public sealed class LightDecisionTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_asks_a_question_everybody_says_where_they_stand_and_she_finishes_it_R73_R74(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/decisions");
        Assert.NotNull(esra.Page.QuerySelector(".empty"));
        await esra.GetAsync(esra.Table + "/talks");
        Assert.NotNull(esra.Page.QuerySelector("main a[href$='/decisions']"));
        var page = await esra.AskAsync("Gaan we zaterdag zwemmen?", "Ja, om tien uur.");
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        Assert.Contains("“Ja, om tien uur.”", esra.Html, StringComparison.Ordinal);
        using var amir = await running.AsAsync("amir");
        await amir.DoAsync(page, "stand", ("stance", "AgreeBut"), ("words", "als Sem mee mag"));
        Assert.Equal(page, amir.Path);
        await esra.DoAsync(page, "close");
        Assert.Contains("als Sem mee mag", esra.Html, StringComparison.Ordinal);
        await esra.GetAsync(esra.Table + "/decisions");
        Assert.Contains("Gaan we zaterdag zwemmen?", esra.Page.QuerySelector("section[aria-labelledby=closed]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_light_question_asks_two_answers_and_without_either_nothing_is_lost_R150_R73()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        (string, string?)[] both = [("words", "Gaan we?"), ("chosen-words", "Ja.")];
        foreach (var (left, kept) in new[] { ("words", "chosen-words"), ("chosen-words", "words") })
        {
            await esra.GetAsync(esra.Table + "/decisions/new");
            await esra.PressAsync("form.composer", [.. both.Where(one => one.Item1 != left)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
            Assert.NotNull(esra.Page.QuerySelector($"#{left}-error"));
            Assert.NotEqual("", esra.Page.QuerySelector("#" + kept)!.TextContent);
        }

        await esra.PressAsync("form.composer", both);
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        await esra.AskAsync("Gaan we verhuizen?", "", ("unknown", "yes"));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        Assert.Contains("We weten het (nog) niet", esra.Page.QuerySelector("article.decision")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_went_by_is_asked_again_with_everything_typed_R80()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.AskAsync("Gaan we?", "Ja.", ("look-back", "2020-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("Gaan we?", esra.Page.QuerySelector("#words")!.TextContent);
        Assert.True(esra.Page.QuerySelector("details:has(#look-back)")!.HasAttribute("open"));
    }

    [Fact]
    public async Task Who_does_not_take_part_sees_nothing_of_it_anywhere_and_a_stranger_gets_nothing_R12()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        using var fatma = await running.AsAsync("fatma");
        await bo.GetAsync(bo.Table + "/decisions");
        var before = bo.Steady();
        var seat = await esra.SeatAsync("Fatma");
        var page = await esra.AskAsync("Gaat het over geheimpjes?", "Ja, stil.", ("named", seat));
        await fatma.GetAsync(page);
        Assert.Contains("geheimpjes", fatma.Html, StringComparison.Ordinal);
        await bo.GetAsync(bo.Table + "/decisions");
        Assert.Equal(before, bo.Steady());
        foreach (var address in new[] { page, page.Act(), page.Act() + "/stand", page.Act() + "/close", page.Act() + "/option", page.Act() + "/take-back" })
        {
            await bo.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        }

        await bo.GetAsync(bo.Table + "/print");
        Assert.DoesNotContain("geheimpjes", bo.Html, StringComparison.Ordinal);
        using var jayden = await running.AsAsync("jayden");
        await jayden.GetAsync(page);
        Assert.Equal(HttpStatusCode.NotFound, jayden.Status);
        await esra.DoAsync(page, "ask-along", ("named", await BoAsync()));
        await bo.GetAsync(page);
        Assert.Contains("geheimpjes", bo.Html, StringComparison.Ordinal);

        // What Fatma says now she says to those three: the page says so before anybody ticks a name.
        await fatma.StandAsync(page.Act(), "AgreeBut", "Als Amir het niet hoort.");
        await esra.GetAsync(page.Act() + "/ask-along");
        Assert.Null(esra.Page.QuerySelector("form.composer"));
        Assert.Contains("Hier staan al woorden van anderen", esra.Html, StringComparison.Ordinal);
        var named = KeyValuePair.Create("named", await esra.SeatAsync("Amir"));
        await esra.PostAsync(page.Act() + "/ask-along", [await esra.ProofAsync(), named]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        using var amir = await running.AsAsync("amir");
        await amir.GetAsync(page);
        Assert.Equal(HttpStatusCode.NotFound, amir.Status);

        async Task<string> BoAsync()
        {
            await esra.GetAsync(page.Act() + "/ask-along");
            return esra.Page.QuerySelectorAll("label.tile").Single(tile => tile.TextContent.Contains("Bo", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
        }
    }

    [Fact]
    public async Task What_a_professional_finishes_without_the_family_is_called_a_decision_of_that_person_INV48_N12()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        var page = await bo.AskAsync("Mag de juf bellen?", "Ja, op dinsdag.");
        await bo.DoAsync(page, "close");
        Assert.Contains("Besluit van Bo", bo.Page.QuerySelector("article.decision")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Dit kozen we samen", bo.Html, StringComparison.Ordinal);
        Assert.Contains("Hier staat nog niets van Amir", bo.Html, StringComparison.Ordinal);

        // What the family asked is not for a guest to finish.
        using var esra = await running.AsAsync("esra");
        var own = await esra.AskAsync("Gaan we zwemmen?", "Ja.");
        await bo.GetAsync(own);
        Assert.Null(bo.Page.QuerySelector("a[href$='/close']"));
        await bo.GetAsync(own.Act() + "/close");
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
    }

    [Fact]
    public async Task Two_who_finish_it_at_once_finish_it_once_and_the_other_reads_that_it_was_done_INV51()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var again = await running.AsAsync("esra");
        var page = await esra.AskAsync("Gaan we zwemmen?", "Ja.");
        await esra.GetAsync(page.Act() + "/close");
        await again.GetAsync(page.Act() + "/close");
        await Task.WhenAll(esra.PressAsync("form.composer"), again.PressAsync("form.composer"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], new[] { esra.Status, again.Status }.Order());
    }

    [Fact]
    public async Task When_another_proposes_meanwhile_Sanne_reads_it_first_and_nothing_closes_with_a_second_press_T20()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        var page = await sanne.AskAsync("Waar is Isa met kerst?", "Bij mij.");
        await sanne.GetAsync(page.Act() + "/close");
        await mark.DoAsync(page, "propose", ("words", "Bij mij."));
        await sanne.PressAsync("form.composer");
        Assert.Equal(HttpStatusCode.Conflict, sanne.Status);
        Assert.Contains("Er ligt intussen een ander voorstel.", sanne.Html, StringComparison.Ordinal);
        Assert.Empty(sanne.Page.QuerySelectorAll("form.composer button"));
        Assert.Equal(page.Split('?')[0], sanne.Page.QuerySelector("form.composer a.nl-button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Words_for_what_was_finished_meanwhile_are_not_lost_INV51()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var page = await esra.AskAsync("Gaan we zwemmen?", "Ja.");
        await fatma.GetAsync(page.Act() + "/option");
        await esra.DoAsync(page, "close");
        await fatma.PressAsync("form.composer", ("words", "We gaan naar het bos."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fatma.Status);
        Assert.Equal("We gaan naar het bos.", fatma.Page.QuerySelector("#words")!.TextContent);
        Assert.Contains("Er is al gekozen.", fatma.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_finished_is_not_taken_back_and_what_is_open_can_be_D7_INV51()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var page = await esra.AskAsync("Gaan we zwemmen?", "Ja.");
        Assert.NotNull(esra.Page.QuerySelector("a[href$='/take-back']"));
        await esra.GetAsync(page.Act() + "/take-back");
        await esra.PressAsync("main form");
        await esra.GetAsync(page);
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        var kept = await esra.AskAsync("Gaan we fietsen?", "Ja.");
        await esra.DoAsync(kept, "close");
        Assert.Null(esra.Page.QuerySelector("a[href$='/take-back']"));
        await esra.GetAsync(kept.Act() + "/take-back");
        await esra.PressAsync("main form[action$='/take-back']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        await esra.GetAsync(kept);
        Assert.Contains("Gaan we fietsen?", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_meets_the_words_of_the_other_in_a_decision_only_by_pressing_T20()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        using var isa = await running.AsAsync("isa");
        var page = await isa.AskAsync("Mag ik op dinsdag bij allebei eten?", "Ja, om en om.");
        await mark.DoAsync(page, "stand", ("stance", "Disagree"), ("words", "Woorden van Mark, een."));
        await mark.DoAsync(page, "propose", ("words", "Woorden van Mark, twee."));
        await mark.DoAsync(page, "option", ("words", "Woorden van Mark, drie."));
        await mark.DoAsync(page, "nothing-yet", ("words", "Woorden van Mark, vier."));
        await isa.DoAsync(page, "gets-less", ("unknown", "yes"));
        await mark.DoAsync(page, "gets-less", ("words", "Woorden van Mark, vijf."));
        await mark.DoAsync(page, "close", ("reason", "Woorden van Mark, zes."), ("authority-words", "a"), ("rights-words", "b"), ("object-words", "c"));
        foreach (var address in new[] { page, page + "?again", sanne.Table + "/decisions", sanne.Table + "/print" })
        {
            await sanne.GetAsync(address);
            var said = sanne.Page.QuerySelectorAll(".said").Where(one => one.TextContent.Contains("Woorden van Mark", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(said);
            Assert.All(said, one => Assert.NotNull(one.Closest("details.folded:not([open])")));
        }

        await isa.GetAsync(page);
        Assert.Null(isa.Page.QuerySelector(".folded-apart"));
        Assert.Contains("Woorden van Mark, drie.", isa.Html, StringComparison.Ordinal);
    }
}
