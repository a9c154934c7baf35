using System.Net;
using System.Text.RegularExpressions;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Overviews;

public sealed class OverviewTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Samira_asks_and_it_opens_only_when_Esra_finds_it_useful_too_R50(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var samira = await At(running, "samira");
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        await samira.GetAsync(samira.Table + "/talks");
        await samira.GetAsync(samira.Page.QuerySelector("main a[href$='/overview']")!.GetAttribute("href")!);
        Assert.NotNull(samira.Page.QuerySelector(".empty"));
        await samira.PressAsync("form[action$='/overview']");
        await fatma.SayUsefulAsync("Yes");
        Assert.Contains("Nog niets gezegd:", fatma.Page.QuerySelector("section[aria-labelledby=asked]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(fatma.Page.QuerySelector("#factors"));
        await fatma.GetAsync(fatma.Table + "/overview/helps");
        Assert.EndsWith("/overview", fatma.Path, StringComparison.Ordinal);

        await esra.SayUsefulAsync("Yes");
        await esra.AddAsync("helps", ("words", "De tuin van oma."));
        var card = (await samira.CardAsync("De tuin van oma."))!;
        Assert.Contains("Dit helpt", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Esra", card.TextContent, StringComparison.Ordinal);

        // Asked once more, it is the same question.
        var page = samira.Page.QuerySelector("form[action$='/useful']")!.GetAttribute("action");
        await samira.PostAsync(
            samira.Table + "/overview", [KeyValuePair.Create("proof", samira.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!)]);
        Assert.Equal(page, samira.Page.QuerySelector("form[action$='/useful']")!.GetAttribute("action"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task When_Amir_says_not_now_nothing_is_added_and_nothing_is_lost_R50(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        using var amir = await running.AsAsync("amir");
        await esra.OpenOverviewAsync(fatma);
        var thing = await esra.AddAsync("also", ("words", "De trap naar boven."));
        await esra.GetAsync(esra.Table + "/overview/also");
        await fatma.GetAsync(thing + "/works");
        await amir.SayUsefulAsync("NotNow");
        Assert.Contains("Daar volgt niets uit", amir.Html, StringComparison.Ordinal);

        await esra.PressAsync("form.composer", ("words", "Dit wilde ik nog zeggen."), ("works", "Both"), ("how-words", "Zoals altijd."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("Dit wilde ik nog zeggen.", esra.Page.QuerySelector("#words")!.TextContent);
        Assert.Equal("Zoals altijd.", esra.Page.QuerySelector("#how-words")!.TextContent);
        Assert.NotNull(esra.Page.QuerySelector("input[name=works][value=Both][checked]"));
        await fatma.PressAsync("form.composer", ("works", "Helps"), ("how-words", "Voor mij wel."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fatma.Status);
        Assert.Equal("Voor mij wel.", fatma.Page.QuerySelector("#how-words")!.TextContent);

        var stopped = await fatma.CardAsync("De trap naar boven.");
        Assert.NotNull(stopped);
        Assert.Contains("Amir zegt: nee, nu niet", fatma.Html, StringComparison.Ordinal);
        Assert.Empty(fatma.Page.QuerySelectorAll("main a[href$='/overview/also'], main a[href$='/works']"));
        Assert.DoesNotMatch(@"\d+ (keer|mensen|van de)", fatma.Page.QuerySelector("main")!.TextContent);

        await amir.SayUsefulAsync("Yes");
        Assert.Matches("eerder, op [^:]+: Nee, nu niet", amir.Page.QuerySelector("main")!.TextContent);
        await amir.AddAsync("helps", ("words", "Mijn kat."));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Readings_of_Esra_Amir_and_Samira_stand_together_each_with_a_name_and_a_day_INV33_R51(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var samira = await At(running, "samira");
        using var amir = await running.AsAsync("amir");
        await esra.OpenOverviewAsync(samira);
        var thing = await esra.AddAsync("also", ("words", "Dat ik 's nachts werk."), ("works", "Hard"), ("area", "WorkAndMoney"));
        await amir.WorksAsync(thing, "Helps", ("how-words", "Dan slaap ik bij oma."));
        await samira.WorksAsync(thing, "Depends");
        await esra.WorksAsync(thing, "Both", ("nobody", "yes"));
        var card = (await amir.CardAsync("Dat ik 's nachts werk."))!;
        Assert.Equal(
            ["Esra", "Amir", "Samira"], card.QuerySelectorAll(".stands > li > .by b").Select(name => name.TextContent));
        Assert.Equal(
            ["Allebei", "Dit helpt", "Dat hangt ervan af"], card.QuerySelectorAll(".stands > li > .works").Select(works => works.TextContent.Trim()));
        Assert.Contains("Dit maakt het moeilijk", card.QuerySelector("details.earlier")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Esra denkt dat niemand hier iets aan kan veranderen.", card.TextContent, StringComparison.Ordinal);

        // One shape of label for all: no class of the page says on which side it is.
        Assert.Single(card.QuerySelectorAll(".works > span").Select(label => label.ClassName).Distinct());
        Assert.Equal(4, card.QuerySelectorAll(".works use").Select(shape => shape.GetAttribute("href")).Distinct().Count());
        Assert.Empty(amir.Page.QuerySelectorAll("main table, main meter, main progress"));
    }

    [Fact]
    public async Task Fatma_is_first_asked_what_helps_and_may_pass_it_by_R52()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        await esra.OpenOverviewAsync(fatma);
        await fatma.GetAsync(fatma.Table + "/overview");
        Assert.EndsWith("/overview/helps", fatma.Page.QuerySelector(".nl-button--primary")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Empty(fatma.Page.QuerySelectorAll("main a[href$='/overview/also']"));
        await fatma.GetAsync(fatma.Table + "/overview/helps");
        Assert.Equal("Wat helpt hier?", fatma.Page.QuerySelector("h1")!.TextContent);
        await fatma.GetAsync(fatma.Page.QuerySelector("main a[href$='/overview/also']")!.GetAttribute("href")!);
        Assert.Empty(fatma.Page.QuerySelectorAll("input[name=works][checked], input[name=area][checked]"));
        await fatma.PressAsync("form.composer", ("words", "De bus rijdt niet meer."), ("works", "Hard"));
        Assert.EndsWith("/overview/also", fatma.Page.QuerySelector(".nl-button--primary")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.NotNull(fatma.Page.QuerySelector("main a[href$='/overview/helps']"));
    }

    [Fact]
    public async Task Only_Bo_sees_that_all_Bo_said_lies_on_one_side_whichever_side_INV36_N7()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        await esra.OpenOverviewAsync(bo);
        await bo.AddAsync("also", ("words", "De buurt is druk."), ("works", "Hard"));
        Assert.Null(bo.Page.QuerySelector(".one-side"));
        var second = await bo.AddAsync("also", ("words", "Er is weinig tijd."), ("works", "Hard"));
        Assert.Contains("die hier helpt?", bo.Page.QuerySelector(".one-side")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(esra.Table + "/overview");
        Assert.Null(esra.Page.QuerySelector(".one-side"));
        await bo.WorksAsync(second, "Depends");
        Assert.Null(bo.Page.QuerySelector(".one-side"));
        await esra.AddAsync("helps", ("words", "Zondag pannenkoeken."));
        await esra.AddAsync("helps", ("words", "Fatma belt elke dag."));
        Assert.Contains("dat het moeilijk maakt?", esra.Page.QuerySelector(".one-side")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_answer_is_enough_and_what_is_broken_comes_back_with_every_word_R150_R53()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        await esra.OpenOverviewAsync(fatma);
        await esra.GetAsync(esra.Table + "/overview/also");
        await esra.PressAsync("form.composer", ("how-words", "Dit blijft staan."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#words-error"));
        Assert.Equal("Dit blijft staan.", esra.Page.QuerySelector("#how-words")!.TextContent);
        await esra.PressAsync("form.composer", ("words", "De trap."), ("how-words", "Dit blijft staan."));
        Assert.NotNull(esra.Page.QuerySelector("#works-error"));
        await esra.PressAsync("form.composer", ("words", new string('x', 1001)), ("works", "Both"));
        Assert.NotNull(esra.Page.QuerySelector("#words-error"));
        var thing = await esra.AddAsync("also", ("words", "De trap."));

        await fatma.GetAsync(thing + "/works");
        await fatma.PressAsync("form.composer", ("how-words", "Zo steil."));
        Assert.NotNull(fatma.Page.QuerySelector("#works-error"));
        var named = await fatma.SeatAsync("Esra");
        await fatma.GetAsync(thing + "/works");
        await fatma.PressAsync("form.composer", ("works", "Hard"), ("nobody", "yes"), ("who", named), ("can-words", "Een leuning maken."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fatma.Status);
        Assert.NotNull(fatma.Page.QuerySelector("#who-error"));
        Assert.Equal("Een leuning maken.", fatma.Page.QuerySelector("#can-words")!.TextContent);
        await fatma.PressAsync("form.composer", ("nobody", null));
        Assert.Contains("Een leuning maken.", (await esra.CardAsync("De trap."))!.TextContent, StringComparison.Ordinal);

        // Who says it anew begins with what stands there.
        await fatma.GetAsync(thing + "/works");
        Assert.NotNull(fatma.Page.QuerySelector("input[name=works][value=Hard][checked]"));
        Assert.Equal("Een leuning maken.", fatma.Page.QuerySelector("#can-words")!.TextContent);
        await esra.PostAsync(
            esra.Page.QuerySelector("form[action$='/useful']")!.GetAttribute("action")!,
            [KeyValuePair.Create("proof", esra.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_Samira_tells_of_a_questionnaire_stands_apart_as_hers_and_Esra_answers_it_R55_N36(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var samira = await At(running, "samira");
        await esra.OpenOverviewAsync(samira);
        (string, string?)[] all = [("instrument-words", "De vragenlijst voor ouders."), ("on", "2026-01-12"), ("words", "Esra is moe."), ("not-said-words", "Waar dat van komt.")];
        foreach (var left in all)
        {
            await samira.GetAsync(samira.Table + "/overview/outcome");
            await samira.PressAsync("form.composer", [.. all.Where(one => one != left)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
            Assert.NotNull(samira.Page.QuerySelector($"#{left.Item1}-error"));
        }

        var thing = await samira.AddAsync("outcome", [.. all, ("about", await samira.SeatAsync("Esra")), ("readers", "These"), ("named", await samira.SeatAsync("Bo"))]);
        await esra.GetAsync(thing + "/answer");
        await esra.PressAsync("form.composer", ("words", "Ik ben moe van de nachten."));
        var card = (await esra.CardAsync("Esra is moe."))!;
        Assert.Contains("mening, zegt Samira", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Waar dat van komt.", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ik ben moe van de nachten.", card.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Esra is moe.", esra.Page.QuerySelector("section[aria-labelledby=factors]")!.TextContent, StringComparison.Ordinal);
        using var amir = await running.AsAsync("amir");
        Assert.NotNull(await amir.CardAsync("Esra is moe."));
        using var fatma = await running.AsAsync("fatma");
        Assert.Null(await fatma.CardAsync("Esra is moe."));
    }

    [Fact]
    public async Task What_Amir_may_not_read_leaves_no_gap_and_a_stranger_finds_nothing_R9()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        using var amir = await running.AsAsync("amir");
        using var noor = await running.AsAsync("noor");
        await esra.OpenOverviewAsync(fatma);
        await amir.GetAsync(amir.Table + "/overview");
        var before = Steady(amir);
        var thing = await esra.AddAsync("also", ("words", "Wat ik alleen oma zeg."), ("readers", "These"), ("named", await esra.SeatAsync("Fatma")));
        await amir.GetAsync(amir.Table + "/overview");
        Assert.Equal(before, Steady(amir));
        Assert.NotNull(await fatma.CardAsync("Wat ik alleen oma zeg."));
        foreach (var who in new[] { amir, noor })
        {
            foreach (var address in new[] { thing, thing + "/works" })
            {
                await who.GetAsync(address);
                Assert.Equal(HttpStatusCode.NotFound, who.Status);
            }
        }

        foreach (var page in new[] { "", "/helps", "/also", "/outcome" })
        {
            await noor.GetAsync($"{esra.Table}/overview{page}");
            Assert.Equal(HttpStatusCode.NotFound, noor.Status);
        }
    }

    [Fact]
    public async Task Two_who_read_the_same_thing_at_once_lose_nothing()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        await esra.OpenOverviewAsync(fatma);
        var thing = await esra.AddAsync("also", ("words", "De trap."));
        await Task.WhenAll(esra.WorksAsync(thing, "Hard", ("how-words", "Steil.")), fatma.WorksAsync(thing, "Helps", ("how-words", "Goed voor de benen.")));
        var card = (await esra.CardAsync("De trap."))!;
        Assert.Contains("Steil.", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Goed voor de benen.", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_it_says_of_when_it_is_and_that_it_does_not_say_who_is_right_R35()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        await esra.OpenOverviewAsync(fatma);
        await fatma.AddAsync("helps", ("words", "Elke dag soep."));
        foreach (var page in new[] { "/overview", "/print" })
        {
            await esra.OpenAsync(esra.Table, page);
            var text = Regex.Replace(esra.Page.QuerySelector("main")!.TextContent, @"\s+", " ");
            Assert.Contains("Dit is een momentopname van", text, StringComparison.Ordinal);
            Assert.Contains("“Elke dag soep.”", text, StringComparison.Ordinal);
            Assert.Contains("Fatma", text, StringComparison.Ordinal);
        }
    }

    // Without what is made anew for each answer.
    private static string Steady(Visitor who) =>
        Regex.Replace(Things.Steady(who.Page.QuerySelector("main")!.InnerHtml), "name=\"draft\" value=\"[^\"]*\"", "");

    // Samira sits at more than one table.
    private static async Task<Visitor> At(Running running, string name)
    {
        using var esra = await running.AsAsync("esra");
        var visitor = await running.AsAsync(name);
        await visitor.GetAsync(esra.Table);
        return visitor;
    }
}
