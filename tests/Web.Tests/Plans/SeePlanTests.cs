using System.Net;
using System.Text.RegularExpressions;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Plans;

public sealed class SeePlanTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Everybody_of_a_table_sees_one_plan_with_each_kind_apart_R111_INV44_INV45(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var amir = await running.AsAsync("amir");
        using var fatma = await running.AsAsync("fatma");
        using var bo = await running.AsAsync("bo");
        await amir.LayInPlanAsync("goal", ("words", "Ik wil vrijdag bij oma slapen."), ("better-words", "Mijn tas staat klaar."));
        await fatma.LayInPlanAsync("agreement", ("words", "Ik haal Amir op."), ("others-words", "de buurvrouw"), ("way", "Stronger"));
        await bo.LayInPlanAsync(
            "condition", ("words", "Elke week een gesprek."), ("ground-words", "De rechter besloot dit."), ("consequence-words", "Dan vertel ik het de rechter."));
        await bo.LayInPlanAsync("advice", ("words", "Ga eens bij de huisarts langs."));

        foreach (var name in new[] { "esra", "amir", "fatma", "bo" })
        {
            using var who = await running.AsAsync(name);
            await who.GetAsync(who.Table);
            await who.GetAsync(who.Page.QuerySelector("main a[href$='/plan']")!.GetAttribute("href")!);
            Assert.Contains("Mijn tas staat klaar.", who.Page.QuerySelector("section[aria-labelledby=goals]")!.TextContent, StringComparison.Ordinal);
            var stronger = who.Page.QuerySelector("section[aria-labelledby=way-Stronger]")!.TextContent;
            Assert.Contains("Ik haal Amir op.", stronger, StringComparison.Ordinal);
            Assert.Contains("de buurvrouw", stronger, StringComparison.Ordinal);
            var apart = who.Page.QuerySelector("section[aria-labelledby=apart]")!.TextContent;
            foreach (var said in new[] { "Elke week een gesprek.", "De rechter besloot dit.", "Dan vertel ik het de rechter.", "Ga eens bij de huisarts langs." })
            {
                Assert.Contains(said, apart, StringComparison.Ordinal);
                Assert.DoesNotContain(said, who.Page.QuerySelector("section[aria-labelledby=goals]")!.TextContent, StringComparison.Ordinal);
            }

            Assert.Contains("naast je neerleggen", apart, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_reads_on_what_ground_a_condition_of_Bo_stands_and_what_comes_of_it_and_that_advice_is_free_R118(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");

        // Without a ground, or without what comes of it, there is no condition.
        foreach (var field in new[] { "ground-words", "consequence-words" })
        {
            await bo.GetAsync(bo.Table + "/plan/condition");
            await bo.PressAsync("form.composer", ("words", "Zonder reden."), (field, "De rechter besloot dit."));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bo.Status);
        }

        var condition = await bo.LayInPlanAsync(
            "condition", ("words", "Elke week een gesprek."), ("ground-words", "De rechter besloot dit."), ("consequence-words", "Dan vertel ik het de rechter."));
        var advice = await bo.LayInPlanAsync("advice", ("words", "Ga eens bij de huisarts langs."));
        const string Free = "Een advies mag je naast je neerleggen. Daar komt niets van.";
        foreach (var page in new[] { esra.Table + "/plan", condition, advice, esra.Table + "/print" })
        {
            await esra.GetAsync(page);
            Assert.DoesNotContain("Zonder reden.", esra.Html, StringComparison.Ordinal);
            var cards = esra.Page.QuerySelectorAll("main article").ToList();
            if (page != advice)
            {
                var must = cards.First(card => card.TextContent.Contains("Elke week een gesprek.", StringComparison.Ordinal)).TextContent;
                Assert.Contains("De rechter besloot dit.", must, StringComparison.Ordinal);
                Assert.Contains("Dan vertel ik het de rechter.", must, StringComparison.Ordinal);
                Assert.DoesNotContain(Free, must, StringComparison.Ordinal);
            }

            if (page != condition)
            {
                Assert.Contains(Free, cards.First(card => card.TextContent.Contains("Ga eens bij de huisarts langs.", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Each_worry_is_followed_in_the_words_of_its_holder_without_any_measure_R113()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var worry = await fatma.LayAsync("worry", "Ik ben bang dat Esra omvalt.");
        await esra.LayInPlanAsync("goal", ("words", "Ik wil weer doorslapen."), ("better-words", "Ik word wakker van de wekker."), ("worry", worry.Split('/')[^1]));
        await fatma.GetAsync(worry + "/stands");
        await fatma.PressAsync("form.composer", ("words", "Ze lachte gisteren."));
        await esra.GetAsync(esra.Table + "/plan");
        var answered = esra.Page.QuerySelectorAll(".for-worry").Select(worry => worry.TextContent)
            .Single(text => text.Contains("Voor de zorg die Fatma heeft", StringComparison.Ordinal));
        Assert.Contains("“Ze lachte gisteren.”", answered, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d\s*%|\d+ (van|uit) \d+|gehaald|behaald|mislukt|gelukt\b.*ja", esra.Page.QuerySelector("main")!.TextContent);
        Assert.Empty(esra.Page.QuerySelectorAll("main progress, main meter, main input[type=checkbox]"));
    }

    [Fact]
    public async Task A_worry_or_wish_that_a_reader_may_not_read_leaves_no_gap_in_the_plan_INV43()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        using var bo = await running.AsAsync("bo");
        var wish = await amir.LayAsync("wish", "Ik wil dat papa belt.", ("readers", "OnlyMe"));
        var worry = await amir.LayAsync("worry", "Ik ben bang alleen.", ("readers", "OnlyMe"));
        await amir.GetAsync(wish);
        await amir.GetAsync(amir.Page.QuerySelector("a[href*='/plan/goal?wish=']")!.GetAttribute("href")!);
        Assert.Equal("Ik wil dat papa belt.", amir.Page.QuerySelector("#words")!.TextContent);
        await amir.PressAsync("form.composer", ("words", "Ik wil elke week bellen."), ("better-words", "Ik vertel hem over school."), ("worry", worry.Split('/')[^1]));
        Assert.Contains("Dit begon als een wens.", amir.Html, StringComparison.Ordinal);
        Assert.NotNull(amir.Page.QuerySelector(".for-worry"));
        var linked = await CardAsync(bo, "Ik wil elke week bellen.");

        await amir.LayInPlanAsync("goal", ("words", "Ik wil elke week zwemmen."), ("better-words", "Ik vertel hem over school."));
        var plain = await CardAsync(bo, "Ik wil elke week zwemmen.");
        Assert.Equal(plain.Replace("zwemmen", "bellen", StringComparison.Ordinal), linked);

        static async Task<string> CardAsync(Visitor who, string words)
        {
            await who.GetAsync(who.Table + "/plan");
            var html = who.Page.QuerySelectorAll(".part-of-plan").First(part => part.TextContent.Contains(words, StringComparison.Ordinal)).InnerHtml;
            return Regex.Replace(html, "things/[0-9a-f-]{36}", "things/x");
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Whoever_says_it_is_not_safe_finds_at_once_what_protects_and_nobody_else_knows_INV29_R66(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        await amir.GetAsync(amir.Table + "/plan");
        var before = await PlanOfAsync(esra);
        await amir.GetAsync(amir.Page.QuerySelector("a[href$='/plan/not-safe']")!.GetAttribute("href")!);

        // No form stands before it, and the first thing to press is calling.
        Assert.Empty(amir.Page.QuerySelectorAll("main form, main textarea, main input"));
        Assert.Equal("tel:112", amir.Page.QuerySelector("main a")!.GetAttribute("href"));
        Assert.NotNull(amir.Page.QuerySelector("main a[href='tel:08002000']"));

        // Written down later, it is for the writer alone, unless the writer chooses.
        await amir.GetAsync(amir.Page.QuerySelector("a[href$='/later']")!.GetAttribute("href")!);
        Assert.NotNull(amir.Page.QuerySelector("input[name=readers][value=OnlyMe][checked]"));
        await amir.PressAsync("form.composer");
        Assert.Equal("first", amir.Page.QuerySelector("main h2")!.Id);
        Assert.NotNull(amir.Page.QuerySelector("section[aria-labelledby=first] a[href='tel:112']"));
        Assert.Equal(before, await PlanOfAsync(esra));

        var thing = amir.Page.QuerySelector("section[aria-labelledby=first] .sheet-foot a")!.GetAttribute("href")!;
        foreach (var path in new[] { thing, thing + "/safe-again" })
        {
            await esra.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        }

        await amir.GetAsync(thing + "/safe-again");
        await amir.PressAsync("form.composer", ("words", "Hij is weg."));
        await amir.GetAsync(amir.Table + "/plan");
        Assert.Null(amir.Page.QuerySelector("section[aria-labelledby=first]"));

        static async Task<string> PlanOfAsync(Visitor who)
        {
            await who.GetAsync(who.Table + "/plan");
            return who.Page.QuerySelector("main")!.InnerHtml;
        }
    }

    [Fact]
    public async Task What_must_stop_comes_first_only_for_who_reads_that_it_is_not_safe_R68_INV41()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        var named = await esra.SeatAsync("Fatma");
        await esra.GetAsync(esra.Table + "/plan/not-safe/later");
        await esra.PressAsync("form.composer", ("readers", "These"), ("named", named));
        using var fatma = await running.AsAsync("fatma");
        Assert.Equal(["way-Stop", "way-Rest", "way-Stronger"], await WaysAsync(fatma));
        Assert.Contains("Esra zegt: het is nu niet veilig", fatma.Html, StringComparison.Ordinal);
        Assert.Equal(["way-Rest", "way-Stronger", "way-Stop"], await WaysAsync(bo));
        Assert.DoesNotContain("zegt: het is nu niet veilig", bo.Html, StringComparison.Ordinal);

        // "Only these people" without a name is asked again, never widened.
        await esra.GetAsync(esra.Table + "/plan/not-safe/later");
        await esra.PressAsync("form.composer", ("readers", "These"), ("words", "Ik ben in de schuur."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("Ik ben in de schuur.", esra.Page.QuerySelector("#words")!.TextContent);

        static async Task<IEnumerable<string?>> WaysAsync(Visitor who)
        {
            await who.GetAsync(who.Table + "/plan");
            return who.Page.QuerySelectorAll("h3[id^=way-]").Select(way => way.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Amir_says_what_protects_and_oma_has_not_said_yes_before_she_does_R71_N12(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var amir = await running.AsAsync("amir");
        using var fatma = await running.AsAsync("fatma");
        await amir.LayInPlanAsync("protection", ("words", "Oma belt elke avond."), ("shown-words", "Al sinds groep 4."));
        var protects = amir.Page.QuerySelector("section[aria-labelledby=protects]")!.TextContent;
        Assert.Contains("“Oma belt elke avond.”", protects, StringComparison.Ordinal);
        Assert.Contains("“Al sinds groep 4.”", protects, StringComparison.Ordinal);

        var named = await amir.SeatAsync("Fatma");
        var thing = await amir.LayInPlanAsync("agreement", ("words", "Oma leest voor."), ("who", named));
        await fatma.GetAsync(thing);
        Assert.Contains("Fatma zei hier nog niets over.", fatma.Html, StringComparison.Ordinal);
        await fatma.StandAsync(thing, "Agree");
        await amir.GetAsync(thing);
        Assert.DoesNotContain("Fatma zei hier nog niets over.", amir.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_finds_no_plan_R9()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var noor = await running.AsAsync("noor");
        foreach (var page in new[] { "", "/goal", "/agreement", "/condition", "/advice", "/protection", "/not-safe", "/not-safe/later" })
        {
            await noor.GetAsync($"{esra.Table}/plan{page}");
            Assert.Equal(HttpStatusCode.NotFound, noor.Status);
        }
    }

    [Fact]
    public async Task On_paper_and_when_looked_for_each_part_says_what_it_is_R35()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        await bo.LayInPlanAsync(
            "condition", ("words", "Elke week een gesprek."), ("ground-words", "De rechter besloot dit."), ("consequence-words", "Dan vertel ik het."));
        await bo.LayInPlanAsync("advice", ("words", "Vroeg naar bed."));
        foreach (var page in new[] { "/print", "/find?q=gesprek", "/plan" })
        {
            await esra.OpenAsync(esra.Table, page);
            var card = esra.Page.QuerySelectorAll("article.sheet").First(card => card.TextContent.Contains("Elke week een gesprek.", StringComparison.Ordinal));
            Assert.Equal("Voorwaarde", card.QuerySelector(".part")!.TextContent);
            Assert.Contains("De rechter besloot dit.", card.TextContent, StringComparison.Ordinal);
            Assert.Contains("Bo", card.TextContent, StringComparison.Ordinal);
        }
    }
}
