using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Decisions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Talks;

/// <summary>What somebody could do who wants a talk to say what others did not: each was tried, and each is refused.</summary>
public sealed class NotSpokenForTests
{
    [Fact]
    public async Task A_childs_yes_to_one_step_is_not_moved_to_another_INV48_N12()
    {
        await using var running = await Running.StartAsync();
        using var chantal = await running.AsAsync("chantal");
        using var jayden = await running.AsAsync("jayden");
        var page = await chantal.AskAsync("Waar slaapt Jayden woensdag?", "Bij opa.");
        await jayden.GetAsync(page.Act() + "/stand");
        var drawn = Visitor.Fields((IHtmlFormElement)jayden.Page.QuerySelector("form.composer")!);
        await chantal.DoAsync(page, "propose", ("words", "Bij de buren."));
        await jayden.PostAsync(page.Act() + "/stand", [.. drawn.Where(field => field.Key != "words"), KeyValuePair.Create("stance", "Agree"), KeyValuePair.Create("words", "Leuk bij opa.")]);
        Assert.Equal(HttpStatusCode.Conflict, jayden.Status);
        Assert.Equal("Leuk bij opa.", jayden.Page.QuerySelectorAll("#words")[^1].TextContent);
        Assert.Contains("Bij de buren.", jayden.Html, StringComparison.Ordinal);
        await chantal.GetAsync(page.Act() + "/close");
        Assert.Contains("van Chantal", chantal.Html, StringComparison.Ordinal);
        await chantal.PressAsync("form.composer");
        Assert.DoesNotContain("Dit kozen we samen", chantal.Html, StringComparison.Ordinal);
        await chantal.GetAsync(page);
        Assert.Contains("Wat eerder werd voorgesteld", chantal.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mother_who_presses_on_over_her_words_finds_them_there_again()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var talk = await esra.PlanAsync("De ochtend");
        await esra.BeginAsync(talk, "table", "Amir");
        foreach (var act in new[] { "turn", "pause", "end" })
        {
            await esra.GetAsync(talk + "/at-table");
            await esra.SteerAsync(act, ("words", "Nog niet neergelegd."));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
            Assert.Equal("Nog niet neergelegd.", esra.Page.QuerySelector("#words")!.TextContent);
            Assert.Contains("Leg ze eerst op tafel", esra.Html, StringComparison.Ordinal);
            Assert.Contains("vraag 1 van", esra.Html, StringComparison.Ordinal);
        }

        await esra.SteerAsync("turn", ("words", ""));
        Assert.Contains("vraag 2 van", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_own_phones_everybody_who_is_there_can_go_to_the_next_question()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var talk = await esra.PlanAsync("De ochtend");
        await esra.BeginAsync(talk, "own", "Fatma");
        await fatma.GetAsync(talk);
        await fatma.SteerAsync("turn");
        Assert.Contains("vraag 2 van", fatma.Html, StringComparison.Ordinal);
        await fatma.SteerAsync("pause");
        Assert.Null(fatma.Page.QuerySelector("#composer"));
        await fatma.PressAsync("form[action$='/pause']", "no");
        Assert.NotNull(fatma.Page.QuerySelector("#composer"));
    }

    [Fact]
    public async Task A_child_who_was_typing_when_somebody_came_in_is_told_so_first_R12()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        var talk = await esra.PlanAsync("De ochtend", "Amir");
        await esra.BeginAsync(talk, "own", "Amir");
        await amir.GetAsync(talk);
        await esra.GetAsync(talk + "/present");
        await esra.SayPresentAsync(null, "Amir", "Bo");
        await amir.SayAsync(null, "Ik zeg het alleen tegen mama.");
        Assert.Equal(HttpStatusCode.Conflict, amir.Status);
        Assert.Contains("Er is iemand bij gekomen", amir.Html, StringComparison.Ordinal);
        Assert.Equal("Ik zeg het alleen tegen mama.", amir.Page.QuerySelector("#words")!.TextContent);
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(talk);
        Assert.DoesNotContain("alleen tegen mama", bo.Html, StringComparison.Ordinal);
        await amir.SayAsync(null, "Dan zeg ik iets anders.");
        Assert.Equal(HttpStatusCode.OK, amir.Status);
    }

    [Fact]
    public async Task Two_who_say_at_once_who_is_there_drop_nobody()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        using var bo = await running.AsAsync("bo");
        var talk = await esra.PlanAsync("De ochtend");
        await esra.BeginAsync(talk, "own", "Fatma");
        await esra.GetAsync(talk + "/present");
        await fatma.GetAsync(talk + "/present");
        await fatma.SayPresentAsync(null, "Esra", "Bo");
        await esra.SayPresentAsync(null, "Fatma", "Amir");
        await bo.GetAsync(talk);
        Assert.Equal(["Esra", "Amir", "Fatma", "Bo"], bo.Page.QuerySelectorAll(".who-row li").Select(who => who.TextContent.Trim()));
    }

    [Fact]
    public async Task After_the_talk_nobody_says_or_chooses_anything_for_another_N14()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var talk = await esra.PlanAsync("De ochtend");
        await esra.BeginAsync(talk, "own", "Fatma", "Amir");
        await esra.PostAsync(talk + "/turn", [await esra.ProofAsync(), KeyValuePair.Create("ask", "Sheet")]);
        await esra.GetAsync(talk);
        await esra.SayAsync(null, "Vier van de vijf dagen.", ("part", "GoodEnough"));
        var line = esra.Page.QuerySelector(".sheet-line a[href*='/things/']")!.GetAttribute("href")!.Split('/')[^1].Split('?')[0];
        await esra.PostAsync(talk + "/end", [await esra.ProofAsync()]);
        var child = await fatma.SeatAsync("Amir");
        await fatma.PostAsync(talk + "/say", [await fatma.ProofAsync(), KeyValuePair.Create("ask", "Good"), KeyValuePair.Create("voice", child), KeyValuePair.Create("words", "Amir zegt ja.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fatma.Status);
        Assert.Contains("“Amir zegt ja.”", WebUtility.HtmlDecode(fatma.Html), StringComparison.Ordinal);
        await fatma.PostAsync(
            talk + "/stand",
            [await fatma.ProofAsync(), KeyValuePair.Create("line", line), KeyValuePair.Create("voice", child), KeyValuePair.Create("stance", "Agree"), KeyValuePair.Create("words", "Amir is het eens.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fatma.Status);
        await fatma.GetAsync(talk);
        Assert.DoesNotContain("Amir zegt ja.", fatma.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Amir is het ermee eens", fatma.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_finds_the_screen_on_the_table_plants_no_words_with_whose_screen_it_was()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        var talk = await esra.PlanAsync("De ochtend");
        await esra.BeginAsync(talk, "table", "Amir");
        await esra.SteerAsync("end");
        await esra.PostAsync(table + "/lay", [KeyValuePair.Create("what", "worry"), KeyValuePair.Create("words", "Geplant."), KeyValuePair.Create("draft", Domain.Access.ContributionId.New().Value.ToString())]);
        using var again = await running.AsAsync("esra");
        await again.GetAsync("/drafts");
        Assert.DoesNotContain("Geplant.", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_lets_nobody_in_who_was_not_asked()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var joris = await running.AsAsync("joris");
        var talk = await esra.PlanAsync("De ochtend", "Joris", "Amir");
        await joris.BeginAsync(talk, "own", "Esra", "Amir", "Bo");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
        Assert.Contains("niet gevraagd", joris.Html, StringComparison.Ordinal);
        await joris.BeginAsync(talk, "own", "Esra", "Amir");
        await esra.GetAsync(talk + "/present");
        await esra.SayPresentAsync(null, "Joris", "Amir", "Bo");
        Assert.Equal(HttpStatusCode.OK, esra.Status);
    }
}
