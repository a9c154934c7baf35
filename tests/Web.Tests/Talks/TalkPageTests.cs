using System.Net;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Talks;

public sealed class TalkPageTests
{
    private static readonly char[] Digits = [.. "0123456789"];

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_host_plans_a_talk_with_nothing_filled_in_and_everybody_finds_it_R150(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        await esra.GetAsync(table + "/talks/new");
        await esra.PressAsync("form.composer");
        Assert.Contains("Wanneer is nog niet afgesproken", esra.Html, StringComparison.Ordinal);
        var talk = esra.Path;
        using var joris = await running.AsAsync("joris");
        await joris.GetAsync(table);
        Assert.NotNull(joris.Page.QuerySelector($"a[href='{talk}']"));
        await joris.GetAsync(talk);
        Assert.Null(joris.Page.QuerySelector("a[href$='/change']"));
        await joris.GetAsync(talk + "/change");
        Assert.Equal(HttpStatusCode.NotFound, joris.Status);
    }

    [Fact]
    public async Task Changed_on_two_screens_neither_is_overwritten_silently_and_no_other_changes_it_D31()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        using var phone = await running.AsAsync("joris");
        using var esra = await running.AsAsync("esra");
        var talk = await joris.PlanAsync("De ochtend");
        await esra.GetAsync(talk);
        Assert.Null(esra.Page.QuerySelector("main a[href$='/change']"));
        await esra.GetAsync(talk + "/change");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        await joris.GetAsync(talk + "/change");
        await phone.GetAsync(talk + "/change");
        await phone.PressAsync("form.composer", ("time-words", "half acht"), ("day", "2027-01-12"));
        Assert.Contains("12 januari 2027, half acht", phone.Html, StringComparison.Ordinal);
        await joris.PressAsync("form.composer", ("time-words", "negen uur"));
        Assert.Equal(HttpStatusCode.Conflict, joris.Status);
        Assert.Equal("negen uur", joris.Page.QuerySelector("#time-words")!.GetAttribute("value"));
        Assert.Contains("half acht", joris.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_of_some_is_not_there_for_others_and_for_strangers_R126()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        using var mark = await running.AsAsync("mark");
        var talk = await esra.PlanAsync("Iets tussen ons", "Amir");
        await bo.GetAsync(bo.Table);
        Assert.DoesNotContain("Iets tussen ons", bo.Html, StringComparison.Ordinal);
        foreach (var (who, pages) in new[] { (bo, new[] { "", "/begin", "/points/new", "/placemat", "/sheet", "/write-up", "/present", "/stand", "/sign" }), (mark, ["", "/begin", "/sign"]) })
        {
            foreach (var page in pages)
            {
                await who.GetAsync(talk + page);
                Assert.Equal(HttpStatusCode.NotFound, who.Status);
            }

            foreach (var act in new[] { "/begin", "/say", "/turn", "/pause", "/end", "/present", "/points/new", "/spokesperson", "/take-away", "/stand", "/write-up", "/change" })
            {
                await who.PostAsync(talk + act, [await who.ProofAsync(), KeyValuePair.Create("words", "x"), KeyValuePair.Create("ask", "Good")]);
                Assert.Equal(HttpStatusCode.NotFound, who.Status);
            }
        }
    }

    [Fact]
    public async Task A_professional_plans_no_talk_without_the_family_N13()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        await joris.GetAsync(joris.Table + "/talks/new");
        await joris.PressAsync("form.composer", ("words", "Overleg"), ("who", joris.Box("who", "Bo")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
        Assert.Contains("altijd met iemand van het gezin erbij", joris.Html, StringComparison.Ordinal);
        Assert.Equal("Overleg", joris.Page.QuerySelector("#words")!.GetAttribute("value"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task One_sheet_comes_of_a_talk_with_everybodys_place_and_a_no_at_equal_size_R48_R74_INV23(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var fatma = await running.AsAsync("fatma");
        var talk = await esra.PlanAsync("De ochtend");
        await fatma.BeginAsync(talk, "own", "Esra", "Amir");
        await fatma.GetAsync(talk);
        await fatma.PostAsync(talk + "/turn", [await fatma.ProofAsync(), KeyValuePair.Create("ask", "Sheet")]);
        await fatma.GetAsync(talk);
        await fatma.SayAsync(null, "De ochtend is te druk.", ("part", "Together"));
        Assert.Contains("Zo ziet Fatma het", fatma.Html, StringComparison.Ordinal);
        await esra.GetAsync(talk);
        await esra.StandAsync("te druk", null, "Agree");
        Assert.Contains("Zo zien Esra en Fatma het", esra.Html, StringComparison.Ordinal);
        await amir.GetAsync(talk);
        await amir.StandAsync("te druk", null, "Disagree", ("rather-words", "Eerder naar bed."));
        var sheet = amir.Page.QuerySelector(".one-sheet")!;
        Assert.Equal("Zo zien wij het", sheet.QuerySelector("h2")!.TextContent);
        Assert.Equal("Dit zien we anders", sheet.QuerySelector("h3")!.TextContent);
        Assert.Contains("Fatma legde dit neer als: Dit zien we samen", sheet.TextContent, StringComparison.Ordinal);
        var rings = sheet.QuerySelectorAll(".stands > li").Select(ring => ring.TextContent).ToList();
        Assert.Equal(2, rings.Count);
        Assert.Contains("Amir is het er niet mee eens", rings[0], StringComparison.Ordinal);
        Assert.Contains("“Eerder naar bed.”", rings[0], StringComparison.Ordinal);

        // A changed position keeps the earlier one, and the sheet says so in print after the talk too.
        await amir.StandAsync("te druk", null, "AgreeBut", ("words", "nu wel"));
        Assert.Equal("Dit zien we samen", amir.Page.QuerySelector(".one-sheet h3")!.TextContent);
        await fatma.GetAsync(talk);
        await fatma.PostAsync(talk + "/end", [await fatma.ProofAsync()]);
        await amir.GetAsync(talk + "/sheet");
        Assert.Contains("Amir zegt: ja, maar …", amir.Html, StringComparison.Ordinal);
        Assert.Contains("niet wie gelijk heeft.", amir.Html, StringComparison.Ordinal);
        Assert.Contains("Erbij waren: Esra, Amir en Fatma (opgeschreven door Fatma)", amir.Html, StringComparison.Ordinal);

        // Who was written down as there says for himself whether he was, and may think otherwise (D31).
        await amir.GetAsync(talk);
        await amir.PostAsync(talk + "/there", [await amir.ProofAsync()]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, amir.Status);
        await amir.PressAsync("form[action$='/there']", ("there", "no"));
        Assert.Contains("Amir zegt: ik was er niet bij.", amir.Html, StringComparison.Ordinal);
        foreach (var page in new[] { talk + "/sheet", esra.Table + "/talks" })
        {
            await esra.GetAsync(page);
            Assert.Contains("Amir zegt: ik was er niet bij.", esra.Html, StringComparison.Ordinal);
        }

        await amir.PressAsync("form[action$='/there']", ("there", "yes"));
        await esra.GetAsync(talk + "/sheet");
        Assert.DoesNotContain("ik was er niet bij", esra.Html, StringComparison.Ordinal);

        // Nobody ends for good on the day itself what others came for: who was there goes on (D31, T20).
        await esra.GetAsync(talk);
        await esra.GetAsync(esra.Page.QuerySelector("main a[href$='/begin']")!.GetAttribute("href")!);
        await esra.PressAsync("form.composer", ("screen", "own"));
        Assert.Equal(talk, esra.Path);
        await fatma.GetAsync(talk);
        await fatma.SayAsync(null, "Nog één ding.", ("part", "Together"));
        Assert.Contains("Nog één ding.", fatma.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_was_said_in_a_talk_lies_on_the_table_and_on_paper_too_R35(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        var talk = await esra.PlanAsync("Praten over zwemles");
        await amir.GetAsync(talk + "/points/new");
        await amir.PressAsync("form.composer", ("words", "Ik wil op zwemles."));
        await esra.BeginAsync(talk, "own", "Amir");
        await esra.GetAsync(talk);
        await esra.SayAsync(null, "Amir durft in het diepe.");
        await esra.PostAsync(talk + "/turn", [await esra.ProofAsync(), KeyValuePair.Create("ask", "Sheet")]);
        await esra.GetAsync(talk);
        await esra.SayAsync(null, "Elke week een keer is genoeg.", ("part", "GoodEnough"));

        // While the talk goes on its slip lies on the table as well: what was said in it does not hang under it.
        foreach (var (who, page) in new[] { (esra, "/list"), (amir, ""), (amir, "/print") })
        {
            await who.GetAsync(who.Table + page);
            Assert.Single(who.Page.QuerySelectorAll(".said"), said => said.TextContent == "“Amir durft in het diepe.”");
        }

        foreach (var words in new[] { "Praten over zwemles", "Ik wil op zwemles.", "Elke week een keer is genoeg.", "Dit is goed genoeg" })
        {
            Assert.Contains(words, amir.Html, StringComparison.Ordinal);
        }

        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(bo.Table + "/print");
        Assert.DoesNotContain("Elke week een keer", bo.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_present_on_their_own_phone_lays_nothing_down()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        var talk = await esra.PlanAsync("De ochtend");
        await esra.BeginAsync(talk, "own", "Amir");
        await bo.GetAsync(talk);
        Assert.Null(bo.Page.QuerySelector("#composer"));
        await bo.PostAsync(talk + "/say", [await bo.ProofAsync(), KeyValuePair.Create("words", "Ik ook."), KeyValuePair.Create("ask", "Good")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bo.Status);
        await esra.GetAsync(talk);
        Assert.DoesNotContain("Ik ook.", esra.Html, StringComparison.Ordinal);

        // On one's own screen one speaks for oneself, whatever mug is sent.
        var amir = await esra.SeatAsync("Amir");
        await esra.GetAsync(talk);
        await esra.PressAsync("#composer", ("words", "Van mij."), ("voice", amir));
        await esra.GetAsync(talk);
        Assert.Contains("Esra, mama", esra.Page.QuerySelectorAll(".talk-cards article")[^1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Words_on_paper_are_entered_by_their_code_and_wait_for_the_teller_R10(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var joris = await running.AsAsync("joris");
        using var amir = await running.AsAsync("amir");
        var talk = await joris.PlanAsync("De ochtend");
        await amir.GetAsync(talk + "/points/new");
        await amir.PressAsync("form.composer", ("words", "Wie haalt mij?"), ("first", "yes"));
        await joris.GetAsync(talk + "/placemat");
        var blocks = joris.Page.QuerySelectorAll(".block").ToDictionary(
            block => block.QuerySelector(".code")!.LastChild!.TextContent.Trim(), block => block.QuerySelector("b")!.TextContent);
        var code = blocks.First(block => block.Key.TrimEnd(Digits).Length == 3 && block.Value == "Amir").Key;
        await joris.BeginAsync(talk, "own", "Esra", "Amir");
        await joris.GetAsync(talk);
        await joris.PostAsync(talk + "/end", [await joris.ProofAsync()]);
        await joris.GetAsync(talk + "/write-up");
        await joris.PressAsync("form.composer", ("code", "Z9"), ("words", "Oma, als ze vrij is."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
        Assert.Equal("Oma, als ze vrij is.", joris.Page.QuerySelector("#words")!.TextContent);
        Assert.NotNull(joris.Page.QuerySelector("#code-error"));
        await joris.PressAsync("form.composer", ("code", code.ToLowerInvariant()), ("words", "Oma, als ze vrij is."));
        Assert.Equal(HttpStatusCode.OK, joris.Status);
        await joris.GetAsync(talk + "/write-up");
        await joris.PressAsync("form.composer", ("code", blocks.First(block => block.Key.TrimEnd(Digits) == "E" && block.Value == "Esra").Key), ("words", "Nooit te laat."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
        await joris.PressAsync("form.composer");
        await joris.GetAsync(talk + "/write-up");
        await joris.PressAsync("form.composer", ("code", blocks.First(block => block.Key.TrimEnd(Digits) == "H" && block.Value == "Esra").Key), ("words", "Oma bellen"));
        await amir.GetAsync(talk);
        var told = amir.Page.QuerySelectorAll("article").First(card => card.TextContent.Contains("als ze vrij is", StringComparison.Ordinal));
        Assert.Contains("zo vertelt Amir het", told.TextContent, StringComparison.Ordinal);
        Assert.Contains("opgeschreven door Joris · nog niet nagelezen", told.TextContent, StringComparison.Ordinal);
        Assert.Contains("Esra", amir.Page.QuerySelector(".sheet-line .doers")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dit is goed genoeg", amir.Html, StringComparison.Ordinal);

        // Who was not there is not on it, and who was not there enters nothing.
        await joris.GetAsync(talk + "/write-up");
        await joris.PressAsync("form.composer", ("code", "A" + blocks.First(block => block.Key.TrimEnd(Digits) == "A" && block.Value == "Bo").Key[1..]), ("words", "Van Bo."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(talk + "/write-up");
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);

        // Amir was not there: what Joris wrote down as his, and he did not read back, is gone for everybody (D31).
        await amir.GetAsync(talk);
        await amir.PressAsync("form[action$='/there']", ("there", "no"));
        Assert.Contains("Wat een ander daar voor jou opschreef, is weg.", amir.Html, StringComparison.Ordinal);
        foreach (var reader in new[] { amir, joris })
        {
            await reader.GetAsync(talk);
            Assert.DoesNotContain("als ze vrij is", reader.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_child_chooses_who_speaks_for_it_and_the_sheet_is_joint_with_that_person_INV23()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var fatma = await running.AsAsync("fatma");
        var talk = await esra.PlanAsync("De ochtend");
        await esra.GetAsync(talk);
        Assert.Null(esra.Page.QuerySelector("form[action$='/spokesperson']"));
        await amir.GetAsync(talk);
        await amir.PressAsync("form[action$='/spokesperson']", ("who", amir.Box("who", "Fatma")));
        await esra.GetAsync(talk);
        Assert.Contains("Fatma mag voor Amir spreken", esra.Html, StringComparison.Ordinal);
        await fatma.BeginAsync(talk, "own", "Esra");
        await fatma.GetAsync(talk);
        await fatma.PostAsync(talk + "/turn", [await fatma.ProofAsync(), KeyValuePair.Create("ask", "Sheet")]);
        await fatma.GetAsync(talk);
        await fatma.SayAsync(null, "Vier dagen op tijd.", ("part", "GoodEnough"));
        await esra.GetAsync(talk);
        await esra.StandAsync("Vier dagen", null, "Agree");
        Assert.Equal("Zo zien wij het", esra.Page.QuerySelector(".one-sheet h2")!.TextContent);
    }

    [Fact]
    public async Task Who_planned_a_talk_calls_it_off_and_it_is_gone_from_the_table()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock);
        using var esra = await running.AsAsync("esra");
        using var joris = await running.AsAsync("joris");
        var talk = await esra.PlanAsync("De ochtend");
        clock.Advance(Contribution.JustLaid + TimeSpan.FromSeconds(1));
        await esra.GetAsync(talk);
        await esra.GetAsync(esra.Page.QuerySelector("a[href$='/take-back']")!.GetAttribute("href")!);
        await esra.PressAsync("form[action$='/take-back']");
        await joris.GetAsync(joris.Table + "/talks");
        Assert.DoesNotContain("De ochtend", joris.Html, StringComparison.Ordinal);
        await joris.GetAsync(talk);
        Assert.Equal(HttpStatusCode.OK, joris.Status);
        Assert.Contains("teruggenomen", joris.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("De ochtend", joris.Html, StringComparison.Ordinal);
    }
}
