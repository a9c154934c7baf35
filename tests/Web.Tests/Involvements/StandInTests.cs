using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Involvements;

public sealed class StandInTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Joris_is_away_and_Sem_comes_in_his_place_after_Esra_Amir_and_Lina_each_said_yes_R97_R102(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var joris = await running.AsAsync("joris");
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        using var bo = await running.AsAsync("bo");
        using var amir = await running.AsAsync("amir");
        var before = await esra.LayAsync("good-thing", "Wij lachten zondag.");
        var sem = await ProposeAsync(joris, "Joris", ("why-words", "Ik heb rust nodig."));
        Assert.Contains("Dit is Sem. Sem komt in plaats van Joris", Text(joris), StringComparison.Ordinal);
        Assert.Contains("Ik heb rust nodig.", Text(joris), StringComparison.Ordinal);
        foreach (var other in new[] { fatma, bo })
        {
            await other.GetAsync(sem);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            Assert.DoesNotContain("Sem", (await other.GetAsync(joris.Table)).Body!.TextContent, StringComparison.Ordinal);
        }

        // A child reads it on its own page, in its own words.
        await amir.GetAsync(amir.Table + "/mine");
        Assert.Contains("Joris is er een tijdje niet. Mag Sem dan komen? Wat vind jij?", Text(amir), StringComparison.Ordinal);
        await amir.GetAsync(sem);
        Assert.Contains("Vind jij het goed dat Sem komt?", Text(amir), StringComparison.Ordinal);
        Assert.Contains("Sem kent jou nog niet.", Text(amir), StringComparison.Ordinal);
        using var newcomer = await SitsDownAsync(running, esra, sem, "esra", "amir", "lina");
        Assert.Equal(esra.Table, newcomer.Path);
        Assert.Contains("Je komt hier in plaats van Joris", Text(newcomer), StringComparison.Ordinal);

        // What was said before is read when who said it chooses so, and not before.
        await newcomer.GetAsync(before);
        Assert.Equal(HttpStatusCode.NotFound, newcomer.Status);
        await esra.GetAsync(esra.Table);
        await esra.GetAsync(esra.Page.QuerySelectorAll(".sheet-waits a[href$='/reads']").Single().GetAttribute("href")!);
        Assert.Contains("Ook wat Joris van mij te lezen kreeg", Text(esra), StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/reads']", ("what", "Before"));
        await newcomer.GetAsync(before);
        Assert.Equal(HttpStatusCode.OK, newcomer.Status);

        await amir.GetAsync(amir.Table + "/mine");
        Assert.Contains("Sem komt een tijdje in plaats van Joris.", Text(amir), StringComparison.Ordinal);
        await fatma.GetAsync(fatma.Table + "/who");
        Assert.Contains("Sem komt in plaats van Joris.", Text(fatma), StringComparison.Ordinal);
        Assert.Contains("Bel op dinsdag.", Text(fatma), StringComparison.Ordinal);

        // Joris is back: one press, and Sem reads nothing from the next request on.
        var good = await newcomer.LayAsync("good-thing", "De post is open.");
        await joris.GetAsync(joris.Table);
        await joris.GetAsync(joris.Page.QuerySelector("main a[href$='/needed']")!.GetAttribute("href")!);
        await joris.PressAsync("form[action$='/back']");
        foreach (var page in new[] { esra.Table, before, good, esra.Table + "/who", esra.Table + "/print" })
        {
            await newcomer.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, newcomer.Status);
        }

        await newcomer.GetAsync("/tables");
        Assert.Null(newcomer.Page.QuerySelector($"a[href='{esra.Table}']"));
        await esra.GetAsync(good);
        Assert.Contains("Sem", esra.Page.QuerySelector(".by")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(esra.Table);
        Assert.DoesNotContain(esra.Page.QuerySelectorAll(".table-drawing .seat-name"), name => name.TextContent == "Sem");
        await esra.GetAsync(joris.Path);
        await esra.PressAsync("form[action$='/thanks']", ("thanks-words", "Dank je, Sem."));
        Assert.Contains("Dank je, Sem.", esra.Page.QuerySelector(".thanks-card")!.TextContent, StringComparison.Ordinal);
        await amir.GetAsync(amir.Table + "/mine");
        Assert.Contains("Sem komt niet meer in plaats van Joris.", Text(amir), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Mark_says_for_his_own_part_that_Ilse_is_back_and_ends_nothing_alone_T20_T21(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        var sem = await ProposeAsync(sanne, "Ilse");
        Assert.DoesNotContain("Wil je zeggen waarom", Text(sanne), StringComparison.Ordinal);
        using var newcomer = await SitsDownAsync(running, sanne, sem, "mark", "isa");
        var (his, hers) = (await mark.LayAsync("good-thing", "Zondag was goed."), await sanne.LayAsync("good-thing", "Maandag was goed."));
        var needed = $"{sanne.Table}/people/{await sanne.SeatAsync("Sem")}/needed";
        await newcomer.GetAsync(his);
        Assert.Equal(HttpStatusCode.OK, newcomer.Status);
        await mark.GetAsync(needed);
        Assert.Contains("als de anderen die hier beslissen dit ook zeggen", Text(mark), StringComparison.Ordinal);
        Assert.Contains("kan lezen dat jij zei: Ilse is er weer.", Text(mark), StringComparison.Ordinal);
        await mark.PressAsync("form[action$='/back']");

        // What he said is what the others read.
        await sanne.GetAsync(needed);
        Assert.Contains("zegt dat Ilse er weer is.", Text(sanne), StringComparison.Ordinal);
        Assert.DoesNotContain("zegt: het hoeft niet meer", Text(sanne), StringComparison.Ordinal);
        await newcomer.GetAsync(his);
        Assert.Equal(HttpStatusCode.NotFound, newcomer.Status);
        await newcomer.GetAsync(hers);
        Assert.Equal(HttpStatusCode.OK, newcomer.Status);
        foreach (var name in new[] { "sanne", "isa" })
        {
            using var host = await running.AsAsync(name);
            await host.GetAsync(needed);
            await host.PressAsync("form[action$='/back']");
            Assert.Equal(HttpStatusCode.OK, host.Status);
        }

        await newcomer.GetAsync(hers);
        Assert.Equal(HttpStatusCode.NotFound, newcomer.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Whoever_came_in_with_a_card_of_Mark_reads_nothing_that_Sanne_gives_by_name_before_she_says_that_they_met_T20_T22(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        var page = await ProposeAsync(mark, "Ilse");
        using var newcomer = await SitsDownAsync(running, mark, page, "sanne", "isa");
        var sem = await sanne.SeatAsync("Sem");
        var all = await sanne.LayAsync("good-thing", "Maandag was goed.");
        var named = await sanne.LayAsync("good-thing", "KANARIE-1 voor Sem", ("readers", "These"), ("named", sem));
        var his = await mark.LayAsync("good-thing", "Van mij voor Sem", ("readers", "These"), ("named", sem));
        foreach (var (thing, status) in new[] { (all, HttpStatusCode.OK), (named, HttpStatusCode.NotFound), (his, HttpStatusCode.OK) })
        {
            await newcomer.GetAsync(thing);
            Assert.Equal(status, newcomer.Status);
        }

        await newcomer.GetAsync(newcomer.Table);
        Assert.DoesNotContain("KANARIE", newcomer.Html, StringComparison.Ordinal);
        await newcomer.GetAsync(newcomer.Table + "/print");
        Assert.DoesNotContain("KANARIE", newcomer.Html, StringComparison.Ordinal);

        // Who is no host reads with whose card he came, and the same words after she met him: who met whom is hers alone.
        using var theo = await running.AsAsync("theo");
        async Task<string> BesideAsync()
        {
            await theo.GetAsync(theo.Table + "/lay?what=good-thing");
            return theo.Page.QuerySelectorAll("label.tile").First(tile => tile.QuerySelector($"input[name=named][value='{sem}']") is not null).TextContent;
        }

        var beside = await BesideAsync();
        Assert.Contains("kwam binnen met een kaart van Mark.", beside, StringComparison.Ordinal);

        // It stands beside the name where she chooses readers, and the press is hers and Isa's alone.
        await sanne.GetAsync(named + "/readers");
        Assert.Contains("kwam binnen met een kaart van Mark", Text(sanne), StringComparison.Ordinal);
        const string press = "form:has(input[name=met])";
        foreach (var name in new[] { "mark", "ilse" })
        {
            using var other = await running.AsAsync(name);
            await other.GetAsync(other.Table + "/who");
            Assert.Null(other.Page.QuerySelector(press));
            await other.PostAsync($"{other.Table}/people/{sem}/reads", [await other.ProofAsync(), new("met", "yes")]);
            Assert.NotEqual(HttpStatusCode.OK, other.Status);
        }

        await newcomer.GetAsync(named);
        Assert.Equal(HttpStatusCode.NotFound, newcomer.Status);

        // On her table it stands once she chose what Sem reads; on nobody else's but that of who did not meet him either.
        await sanne.GetAsync($"{sanne.Table}/people/{sem}/reads");
        await sanne.PressAsync("main form:has(input[name=what])", ("what", "SinceThen"));
        await sanne.GetAsync(sanne.Table);
        Assert.Contains("Sem kwam met een kaart van Mark. Heb jij Sem gesproken?", Text(sanne), StringComparison.Ordinal);
        await mark.GetAsync(mark.Table);
        Assert.DoesNotContain("Heb jij Sem gesproken?", Text(mark), StringComparison.Ordinal);
        await sanne.GetAsync(sanne.Page.QuerySelector($"main a[href$='/who#seat-{sem}']")!.GetAttribute("href")!);
        await sanne.PressAsync(press);
        Assert.Contains("Alleen jij weet dit.", Text(sanne), StringComparison.Ordinal);
        Assert.Null(sanne.Page.QuerySelector(press));
        Assert.Equal(beside, await BesideAsync());
        await newcomer.GetAsync(named);
        Assert.Equal(HttpStatusCode.OK, newcomer.Status);

        // Whoever held her phone may have pressed it: beside the name it still says with whose card he came, and she takes it back.
        await sanne.GetAsync(named + "/readers");
        Assert.Contains("kwam binnen met een kaart van Mark", Text(sanne), StringComparison.Ordinal);
        Assert.DoesNotContain("Leest dit pas als jij", Text(sanne), StringComparison.Ordinal);
        const string back = "form:has(input[name=not-met])";
        foreach (var name in new[] { "mark", "ilse", "theo" })
        {
            using var other = await running.AsAsync(name);
            await other.GetAsync(other.Table + "/who");
            Assert.Null(other.Page.QuerySelector(back));
            await other.PostAsync($"{other.Table}/people/{sem}/reads", [await other.ProofAsync(), new("not-met", "yes")]);
            Assert.NotEqual(HttpStatusCode.OK, other.Status);
        }

        await sanne.GetAsync(sanne.Table + "/who");
        Assert.Contains("Je zei dat je Sem sprak.", Text(sanne), StringComparison.Ordinal);
        await sanne.PressAsync(back);
        Assert.Contains("Dat is teruggenomen.", Text(sanne), StringComparison.Ordinal);
        Assert.NotNull(sanne.Page.QuerySelector(press));
        await newcomer.GetAsync(named);
        Assert.Equal(HttpStatusCode.NotFound, newcomer.Status);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost_R96()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        await joris.GetAsync(joris.Table + "/who");
        await joris.GetAsync(joris.Page.QuerySelector("main .links a[href$='/stand-in']")!.GetAttribute("href")!);
        await joris.PressAsync("form.composer", ("name", " "), ("what", "helpt met brieven"), ("reach-words", "Bel op dinsdag."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
        Assert.NotNull(joris.Page.QuerySelector("#name-error"));
        Assert.Equal("helpt met brieven", ((IHtmlInputElement)joris.Page.QuerySelector("#what")!).Value);
        await joris.PressAsync("form.composer", ("name", "Sem"), ("reach-words", string.Join('\n', Enumerable.Repeat("bel", 101))));
        Assert.NotNull(joris.Page.QuerySelector("#reach-words-error"));
        await joris.PressAsync("form.composer", ("name", "Sem"), ("reach-words", new string('x', 1001)));
        Assert.NotNull(joris.Page.QuerySelector("#reach-words-error"));
        await joris.PressAsync("form.composer", ("reach-words", "Bel op dinsdag."));
        Assert.Contains("Wat doet Sem, en tot wanneer?", Text(joris), StringComparison.Ordinal);
        foreach (var (field, value) in new[] { ("goal-words", ""), ("until", ""), ("until", "2999-01-01"), ("from", "2020-01-01"), ("meet-words", new string('x', 1001)) })
        {
            await joris.PressAsync("form.composer", [.. Meanwhile.Where(one => one.Name != field), (field, value)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
            Assert.NotNull(joris.Page.QuerySelector($"#{field}-error"));
            Assert.Equal("Sem", ((IHtmlInputElement)joris.Page.QuerySelector("input[name=name]")!).Value);
        }

        // Nobody comes under a name that looks like that of somebody here.
        await joris.PressAsync("form.composer", [.. Meanwhile, ("back", "Who")]);
        await joris.PressAsync("form.composer", ("name", "J0ris"));
        await joris.PressAsync("form.composer", Meanwhile);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
        Assert.NotNull(joris.Page.QuerySelector("#name-error"));
        await joris.PressAsync("form.composer", ("name", "Sem"));

        // Back to the first page, and on again: all of it still stands there.
        await joris.PressAsync("form.composer", [.. Meanwhile, ("back", "Who")]);
        Assert.Equal("Sem", ((IHtmlInputElement)joris.Page.QuerySelector("#name")!).Value);
        Assert.Equal("Bel op dinsdag.", joris.Page.QuerySelector("#reach-words")!.TextContent);
        await joris.PressAsync("form.composer");
        Assert.Equal("Hij belt elke week.", joris.Page.QuerySelector("#goal-words")!.TextContent);
        await joris.PressAsync("form.composer", Meanwhile);
        Assert.Contains("Dit is Sem.", Text(joris), StringComparison.Ordinal);
        await joris.PressAsync("form[action$='/why-away']", ("why-words", "Even rust."));
        Assert.Contains("Even rust.", joris.Page.QuerySelector("article.joining")!.TextContent, StringComparison.Ordinal);
        await joris.PressAsync("form[action$='/take-back']");
        Assert.Contains("nam dit terug", Text(joris), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_say_in_it_proposes_nobody_says_no_reason_and_ends_nothing_N19()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        using var esra = await running.AsAsync("esra");
        var joriss = await bo.SeatAsync("Joris");
        var page = $"{bo.Table}/people/{joriss}/stand-in";
        var sem = await ProposeAsync(bo, "Joris");
        foreach (var name in new[] { "fatma", "amir", "noor", "sanne" })
        {
            using var other = await running.AsAsync(name);
            await other.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            await other.PostAsync(page, [await other.ProofAsync(), new("step", "Meanwhile"), new("name", "Sem"), .. Meanwhile.Select(one => KeyValuePair.Create(one.Name, one.Value!))]);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }

        foreach (var nobody in new[] { await bo.SeatAsync("Fatma"), await bo.SeatAsync("Esra"), Keukentafel.Domain.Access.SeatId.New().Value.ToString() })
        {
            await bo.GetAsync($"{bo.Table}/people/{nobody}/stand-in");
            Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        }

        foreach (var other in new[] { bo, esra })
        {
            await other.PostAsync(sem + "/why-away", [await other.ProofAsync(), new("why-words", "Hij is ziek.")]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        }

        await esra.GetAsync(sem);
        Assert.DoesNotContain("Hij is ziek.", esra.Page.QuerySelector("article.joining")!.TextContent, StringComparison.Ordinal);
        using var newcomer = await SitsDownAsync(running, esra, sem, "esra", "amir", "lina");
        var back = $"{esra.Table}/people/{await esra.SeatAsync("Sem")}/needed/back";
        foreach (var (name, status) in new[] { ("fatma", HttpStatusCode.UnprocessableEntity), ("amir", HttpStatusCode.UnprocessableEntity), ("bo", HttpStatusCode.UnprocessableEntity), ("noor", HttpStatusCode.NotFound) })
        {
            using var other = await running.AsAsync(name);
            await other.PostAsync(back, [await other.ProofAsync()]);
            Assert.Equal(status, other.Status);
        }

        // Nobody stands in for who stands in, and Esra, who decides here alone, ends it with one press.
        await bo.GetAsync(back.Replace("/needed/back", "/stand-in", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        await esra.PostAsync(back, [await esra.ProofAsync()]);
        await newcomer.GetAsync(esra.Table);
        Assert.Equal(HttpStatusCode.NotFound, newcomer.Status);
    }

    [Fact]
    public async Task A_card_for_who_comes_next_week_is_made_next_week_R97()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var sem = await ProposeAsync(esra, "Joris", ("from", Ahead.Days(7)));
        foreach (var name in new[] { "amir", "lina" })
        {
            using var host = await running.AsAsync(name);
            await host.GetAsync(sem);
            await host.PressAsync("form[action$='/answer']", ("answer", "Welcome"));
        }

        await esra.GetAsync(sem);
        Assert.Contains("De kaart maak je vanaf", Text(esra), StringComparison.Ordinal);
        var place = $"{esra.Table}/people/{await esra.SeatAsync("Sem")}";
        await esra.GetAsync(place);
        Assert.Contains("De kaart maak je vanaf", Text(esra), StringComparison.Ordinal);
        Assert.Null(esra.Page.QuerySelector("a[href$='/invite']"));
        await esra.PostAsync(place + "/invite", [await esra.ProofAsync(), new("words", "Kom.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
    }

    private static (string Name, string? Value)[] Meanwhile =>
        [("goal-words", "Hij belt elke week."), ("from", Ahead.Days(0)), ("until", Ahead.Days(40)), ("meet-words", "Koffie op donderdag.")];

    private static string Text(Visitor who) => System.Text.RegularExpressions.Regex.Replace(who.Page.QuerySelector("main")!.TextContent, @"\s+", " ");

    /// <summary>Proposes Sem; gives the address of the page about it.</summary>
    private static async Task<string> ProposeAsync(Visitor who, string away, params (string Name, string? Value)[] more)
    {
        await who.GetAsync($"{who.Table}/people/{await who.SeatAsync(away)}/stand-in");
        await who.PressAsync("form.composer", ("name", "Sem"), ("what", "helpt met brieven"), ("reach-words", "Bel op dinsdag."));
        await who.PressAsync("form.composer", [.. Meanwhile.Where(one => more.All(other => other.Name != one.Name)), .. more]);
        Assert.Equal(HttpStatusCode.OK, who.Status);
        return who.Path;
    }

    /// <summary>Hosts say yes, and Sem comes in with the card of one of them.</summary>
    private static async Task<Visitor> SitsDownAsync(Running running, Visitor inviter, string page, params string[] hosts)
    {
        foreach (var name in hosts)
        {
            using var host = await running.AsAsync(name);
            await host.GetAsync(page);
            await host.PressAsync("form[action$='/answer']", ("answer", "Welcome"));
        }

        await inviter.GetAsync(page);
        await inviter.GetAsync(inviter.Page.QuerySelector("main .sheet-waits a[href*='/people/']")!.GetAttribute("href")!);
        await inviter.GetAsync(inviter.Page.QuerySelector("main a[href$='/invite']")!.GetAttribute("href")!);
        await inviter.PressAsync("form.composer", ("words", "Kom kennismaken."));
        var newcomer = running.Stranger();
        await newcomer.GetAsync("/welcome/" + inviter.Page.QuerySelector(".way-in-code")!.TextContent);
        await newcomer.GetAsync("/welcome/name");
        await newcomer.PressAsync("main form", ("name", "Sem"));
        await newcomer.PressAsync("main form", ("password", "drie woorden achter elkaar"));
        await newcomer.GetAsync(inviter.Table);
        Assert.Equal(HttpStatusCode.OK, newcomer.Status);
        return newcomer;
    }
}
