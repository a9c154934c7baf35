using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Keukentafel.Domain.Involvements;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Involvements;

public sealed class JoiningTests
{
    private const string Goal = "Dat er geen brieven blijven liggen.";
    private const string Password = "drie woorden achter elkaar";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Joris_proposes_Joke_who_comes_in_with_a_card_after_Esra_Amir_and_Lina_each_said_yes_R97_N40(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var joris = await running.AsAsync("joris");
        using var fatma = await running.AsAsync("fatma");
        using var bo = await running.AsAsync("bo");
        var joke = await ProposeAsync(joris);
        Assert.Contains("Nog niet iedereen heeft ja gezegd.", joris.Html, StringComparison.Ordinal);
        Assert.Contains("niet gezegd", joris.Html, StringComparison.Ordinal);

        // Until the family said yes it is between them and who proposes (INV-58).
        foreach (var other in new[] { fatma, bo })
        {
            await other.GetAsync(joke);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            await other.GetAsync(other.Table);
            Assert.DoesNotContain("Joke", (await other.GetAsync(joris.Table)).Body!.TextContent, StringComparison.Ordinal);
        }

        foreach (var (name, last) in new[] { ("esra", false), ("amir", false), ("lina", true) })
        {
            using var host = await running.AsAsync(name);
            Assert.Contains("Joke", host.Page.QuerySelector($".sheet-waits:has(a[href='{joke}'])")!.TextContent, StringComparison.Ordinal);
            await host.GetAsync(joke);
            Assert.Contains(Goal, host.Html, StringComparison.Ordinal);
            await host.PressAsync("form[action$='/answer']", ("answer", "Welcome"));
            Assert.Equal(last, host.Html.Contains("Er is een plek voor Joke.", StringComparison.Ordinal));
        }

        using var esra = await running.AsAsync("esra");
        using var newcomer = await ComeInAsync(running, esra, joke);
        Assert.Equal(esra.Table, newcomer.Path);
        Assert.Contains("Je bent hier te gast.", newcomer.Html, StringComparison.Ordinal);

        // The whole table is told, and may read what Joke is here for.
        await fatma.GetAsync(fatma.Table);
        Assert.Contains("Joke is komen zitten.", fatma.Html, StringComparison.Ordinal);
        await fatma.GetAsync(joke);
        Assert.Contains(Goal, fatma.Html, StringComparison.Ordinal);
        Assert.Null(fatma.Page.QuerySelector("main form"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_tells_Joke_nothing_again_but_gives_her_with_one_press_what_she_said_before_N24_partly(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var joris = await running.AsAsync("joris");
        using var esra = await running.AsAsync("esra");
        var said = await esra.LayAsync("good-thing", "KANARIE-1 de brieven liggen in de la.");
        var joke = await ProposeAsync(joris);
        foreach (var name in new[] { "esra", "amir", "lina" })
        {
            using var host = await running.AsAsync(name);
            await host.GetAsync(joke);
            await host.PressAsync("form[action$='/answer']", ("answer", "Welcome"));
        }

        using var newcomer = await ComeInAsync(running, esra, joke);
        await newcomer.GetAsync(said);
        Assert.Equal(HttpStatusCode.NotFound, newcomer.Status);
        await esra.GetAsync(esra.Table + "/who");
        await esra.GetAsync(esra.Page.QuerySelectorAll(".who-card a[href$='/reads']").Single(a => a.TextContent.Contains("Joke", StringComparison.Ordinal)).GetAttribute("href")!);

        // One choice, and no field to type in.
        Assert.Empty(esra.Page.QuerySelectorAll("form[action$='/reads'] textarea, form[action$='/reads'] input[type=text]"));
        await esra.PressAsync("form[action$='/reads']", ("what", "Before"));
        await newcomer.GetAsync(said);
        Assert.Equal(HttpStatusCode.OK, newcomer.Status);
        Assert.Contains("KANARIE-1 de brieven liggen in de la.", newcomer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_no_of_Mark_is_seen_by_nobody_and_looks_as_silence_does_to_Sanne_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        using var ilse = await running.AsAsync("ilse");
        var joke = await ProposeAsync(sanne);
        await sanne.GetAsync(sanne.Table);
        var table = Shown(sanne);
        await sanne.GetAsync(joke);
        var before = Shown(sanne);
        await mark.GetAsync(joke);
        Assert.Contains("Alleen jij ziet je antwoord", mark.Html, StringComparison.Ordinal);
        await mark.PressAsync("form[action$='/answer']", ("answer", "RatherNot"), ("words", "Dit wil ik niet zeggen waar zij bij is."));
        Assert.Equal("RatherNot", ((IHtmlInputElement)mark.Page.QuerySelector("[name=answer]:checked")!).Value);
        await sanne.GetAsync(joke);
        Assert.Equal(before, Shown(sanne));
        await sanne.GetAsync(sanne.Table);
        Assert.Equal(table, Shown(sanne));
        await ilse.GetAsync(joke);
        Assert.Equal(HttpStatusCode.NotFound, ilse.Status);

        // And shown by choice it is seen, by who answered already.
        await mark.GetAsync(joke);
        await mark.PressAsync("form[action$='/answer']", ("answer", "InDoubt"), ("words", "Eerst kennismaken."), ("show", "yes"));
        await sanne.GetAsync(joke);
        Assert.Contains("Eerst kennismaken.", sanne.Html, StringComparison.Ordinal);
        using var isa = await running.AsAsync("isa");
        await isa.GetAsync(joke);
        Assert.DoesNotContain("Eerst kennismaken.", isa.Html, StringComparison.Ordinal);

        // Each form gets a draft of its own each time.
        static string Shown(Visitor who) => Regex.Replace(
            Things.Steady(who.Page.QuerySelector("main")!.OuterHtml), "(data-draft|name=\"draft\" value)=\"[^\"]*\"", "");
    }

    [Fact]
    public async Task Amir_asks_to_explain_it_once_more_and_Joris_does_R97()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        using var amir = await running.AsAsync("amir");
        var joke = await ProposeAsync(joris);
        await amir.GetAsync(joke);
        Assert.Contains("Vind jij het goed dat Joke komt?", amir.Html, StringComparison.Ordinal);

        // A child is asked in its own place: one press for each answer, and no letter typed.
        Assert.Equal(Enum.GetNames<WelcomeAnswer>(), amir.Page.QuerySelectorAll("form.child-form button[name=answer]").Select(button => button.GetAttribute("value")!));
        Assert.Equal(amir.Table + "/mine", amir.Page.QuerySelector("main a.back")!.GetAttribute("href"));
        await amir.PressAsync("form[action$='/answer']", ("answer", "ExplainAgain"), ("words", "Wat gaat ze doen?"));
        await amir.GetAsync(amir.Table + "/mine");
        Assert.Null(amir.Page.QuerySelector($"main a[href='{joke}']"));
        await joris.GetAsync(joris.Table);
        Assert.Contains("Amir vraagt: leg nog eens uit", joris.Html, StringComparison.Ordinal);
        await joris.GetAsync(joke);
        Assert.Contains("Wat gaat ze doen?", joris.Html, StringComparison.Ordinal);
        await joris.PressAsync("form[action$='/explain']", ("explain-words", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
        Assert.NotNull(joris.Page.QuerySelector("#explain-words-error"));
        await joris.PressAsync("form[action$='/explain']", ("explain-words", "Zij leest de post met mama door."));
        await amir.GetAsync(amir.Table + "/mine");
        Assert.Contains("Joris heeft het nog eens verteld. Mag Joke erbij van jou?", amir.Html, StringComparison.Ordinal);
        await amir.GetAsync(amir.Page.QuerySelector($"main a[href='{joke}']")!.GetAttribute("href")!);
        Assert.Contains("Zij leest de post met mama door.", amir.Html, StringComparison.Ordinal);
        await joris.PressAsync("form[action$='/take-back']");
        Assert.Contains("nam dit terug", joris.Html, StringComparison.Ordinal);
        await amir.PressAsync("form[action$='/answer']", ("answer", "Welcome"), ("words", "Toch wel."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, amir.Status);
        Assert.Contains("Dit wordt nu niet meer gevraagd.", amir.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Esra_who_adds_a_professional_is_led_to_the_three_questions_with_what_she_typed_R96()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/people/new");
        await esra.PressAsync("main form", ("name", "Joke"));
        await esra.PressAsync("main form", ("what", "helpt met brieven"), ("side", "Guest"));
        Assert.StartsWith(esra.Table + "/joining/new", esra.Path, StringComparison.Ordinal);
        Assert.Equal("Joke", ((IHtmlInputElement)esra.Page.QuerySelector("#name")!).Value);
        Assert.Equal("helpt met brieven", ((IHtmlInputElement)esra.Page.QuerySelector("#what")!).Value);
        foreach (var (wrong, value, error) in new[] { ("goal-words", " ", "goal-words"), ("adds-words", "", "adds-words"), ("day", "2026-13-40", "day"), ("often-words", new string('x', 1001), "often-words") })
        {
            await esra.PressAsync("form.composer", [.. Answers.Where(one => one.Name != wrong), (wrong, value)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
            Assert.NotNull(esra.Page.QuerySelector($"#{error}-error"));
            Assert.Equal("Joke", ((IHtmlInputElement)esra.Page.QuerySelector("#name")!).Value);
        }

        await esra.PressAsync("form.composer", [.. Answers, ("often-words", "Eens in de maand.")]);
        Assert.Contains("Jij stelde dit voor", esra.Html, StringComparison.Ordinal);
        Assert.Equal("Welcome", ((IHtmlInputElement)esra.Page.QuerySelector("[name=answer]:checked")!).Value);
        Assert.DoesNotContain("Joke", (await esra.GetAsync(esra.Table + "/list")).QuerySelector(".table-list")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Somebody_on_the_authority_of_a_judge_sits_there_at_once_and_the_family_says_how_it_sees_that_INV62(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var joris = await running.AsAsync("joris");
        using var esra = await running.AsAsync("esra");
        using var karin = await running.AsAsync("karin");
        await esra.GetAsync(esra.Table + "/joining/by-authority");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        await joris.GetAsync(joris.Table + "/joining/by-authority");
        foreach (var (missing, error) in new[] { ("who-words", "who-words"), ("ground-words", "ground-words"), ("until", "until"), ("sign-in", "sign-in") })
        {
            await joris.PressAsync("form.composer", [.. Answers, .. Authority.Where(one => one.Name != missing), (missing, "")]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
            Assert.NotNull(joris.Page.QuerySelector($"#{error}-error"));
        }

        // Not somebody's neighbour, whatever name they come in by, and not for ever.
        foreach (var (field, value) in new[] { ("sign-in", "henk"), ("sign-in", "zo-heet-niemand"), ("until", "2999-01-01") })
        {
            await joris.PressAsync("form.composer", [.. Answers, .. Authority.Where(one => one.Name != field), (field, value)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
            Assert.NotNull(joris.Page.QuerySelector($"#{field}-error"));
        }

        await karin.GetAsync(joris.Table);
        Assert.Equal(HttpStatusCode.NotFound, karin.Status);
        await joris.PressAsync("form.composer", [.. Answers, .. Authority]);
        var page = joris.Path;
        await karin.GetAsync(joris.Table);
        Assert.Equal(HttpStatusCode.OK, karin.Status);
        await esra.GetAsync(joris.Table);
        await esra.GetAsync(esra.Page.QuerySelector($".sheet-waits a[href='{page}']")!.GetAttribute("href")!);
        Assert.Contains("zonder dat het gezin eerst ja zei", esra.Html, StringComparison.Ordinal);
        Assert.Contains("De kinderrechter", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/family-view']", ("view-words", "Wij vragen dit niet."));
        await karin.GetAsync(page);
        Assert.Contains("Wij vragen dit niet.", karin.Html, StringComparison.Ordinal);
        Assert.Null(karin.Page.QuerySelector("main form"));

        // Who came in that way brings nobody along.
        await karin.GetAsync(joris.Table + "/joining/by-authority");
        Assert.Equal(HttpStatusCode.NotFound, karin.Status);
    }

    [Fact]
    public async Task Whoever_is_not_asked_proposes_and_answers_nothing_N19()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        var joke = await ProposeAsync(joris);
        foreach (var (name, status) in new[] { ("fatma", HttpStatusCode.NotFound), ("bo", HttpStatusCode.NotFound), ("noor", HttpStatusCode.NotFound) })
        {
            using var visitor = await running.AsAsync(name);
            foreach (var part in new[] { "/answer", "/explain", "/family-view", "/take-back" })
            {
                await visitor.PostAsync(joke + part, [await visitor.ProofAsync(), KeyValuePair.Create("answer", "Welcome"), KeyValuePair.Create("explain-words", "Zo.")]);
                Assert.Equal(status, visitor.Status);
            }
        }

        using var network = await running.AsAsync("fatma");
        await network.GetAsync(joris.Table + "/joining/new");
        Assert.Equal(HttpStatusCode.NotFound, network.Status);
        using var child = await running.AsAsync("amir");
        await child.GetAsync(joris.Table + "/joining/new");
        Assert.Equal(HttpStatusCode.NotFound, child.Status);
    }

    [Fact]
    public async Task Esra_and_Amir_and_Lina_press_yes_at_once_and_there_is_one_seat()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        var joke = await ProposeAsync(joris);
        var hosts = new List<Visitor>();
        foreach (var name in new[] { "esra", "amir", "lina" })
        {
            var host = await running.AsAsync(name);
            await host.GetAsync(joke);
            hosts.Add(host);
        }

        await Task.WhenAll(hosts.Select(host => host.PressAsync("form[action$='/answer']", ("answer", "Welcome"))));
        await joris.GetAsync(joris.Table + "/list");
        Assert.Single(joris.Page.QuerySelectorAll(".table-list li"), line => line.TextContent.Contains("Joke", StringComparison.Ordinal));
        hosts.ForEach(host => host.Dispose());
    }

    private static (string Name, string? Value)[] Answers =>
    [
        ("name", "Joke"), ("what", "helpt met brieven"), ("goal-words", Goal), ("adds-words", "Zij kent de weg."),
        ("day", Ahead.Days(90)),
    ];

    private static (string Name, string? Value)[] Authority =>
    [
        ("who-words", "De kinderrechter"), ("ground-words", "De beslissing van 3 november."), ("sign-in", "karin"),
        ("until", Ahead.Days(90)),
    ];

    // Esra makes a card for the place that everybody gave, and Joke comes in with it.
    private static async Task<Visitor> ComeInAsync(Running running, Visitor esra, string joke)
    {
        await esra.GetAsync(joke);
        await esra.GetAsync(esra.Page.QuerySelector("main .sheet-waits a[href*='/people/']")!.GetAttribute("href")!);
        await esra.GetAsync(esra.Page.QuerySelector("main a[href$='/invite']")!.GetAttribute("href")!);
        await esra.PressAsync("form.composer", ("words", "Kom kennismaken."));
        var newcomer = running.Stranger();
        await newcomer.GetAsync("/welcome/" + esra.Page.QuerySelector(".way-in-code")!.TextContent);
        await newcomer.GetAsync("/welcome/name");
        await newcomer.PressAsync("main form", ("name", "Joke"));
        await newcomer.PressAsync("main form", ("password", Password));
        return newcomer;
    }

    /// <summary>Proposes Joke; gives the address of the page about it.</summary>
    internal static async Task<string> ProposeAsync(Visitor who)
    {
        await who.GetAsync(who.Table + "/joining/new");
        await who.PressAsync("form.composer", Answers);
        Assert.Equal(HttpStatusCode.OK, who.Status);
        return who.Path;
    }
}
