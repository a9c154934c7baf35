using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Wishes;

public sealed class WishActsTests
{
    private const string Words = "Ik wil vrijdag bij oma slapen.";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_wish_is_said_repeated_promised_told_answered_and_heard_by_pressing_R14(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        var wish = await amir.LayAsync("wish", Words);
        await amir.GetAsync(wish);
        Assert.Equal("Ik wil dit nog steeds", amir.Page.QuerySelector("form[action$='/say-again'] button")!.TextContent);
        await amir.PressAsync("form[action$='/say-again']");
        Assert.Contains("2 keer gezegd", amir.Page.QuerySelector(".sheet")!.TextContent, StringComparison.Ordinal);

        await esra.GetAsync(wish);
        Assert.Contains("Nog geen antwoord", esra.Page.QuerySelector(".sheet")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(esra.Page.QuerySelector("a[href$='/promise']")!.GetAttribute("href")!);
        Assert.Contains("Vertel het Amir eerst zelf.", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/promise']");
        Assert.Equal(wish, esra.Path);
        await amir.GetAsync(wish);
        Assert.Contains("ik geef antwoord", amir.Page.QuerySelector(".sheet")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog geen antwoord", amir.Page.QuerySelector(".sheet")!.TextContent, StringComparison.Ordinal);

        await esra.GetAsync(esra.Page.QuerySelector("a[href$='/answer-wish']")!.GetAttribute("href")!);
        await esra.PressAsync("form.composer", ("words", "Deze vrijdag nog niet."), ("told", "yes"), ("dont-know", "yes"), ("possible", "Als oma vrij is."));
        await amir.GetAsync(wish);
        var answer = amir.Page.QuerySelector(".answer")!.TextContent;
        foreach (var part in new[] { "eerst zelf verteld", "We weten het nog niet.", "“Deze vrijdag nog niet.”", "“Als oma vrij is.”" })
        {
            Assert.Contains(part, answer, StringComparison.Ordinal);
        }

        await amir.PressAsync("form[action$='/heard']", "not-yet");
        Assert.Null(amir.Page.QuerySelector("form[action$='/heard']"));
        await esra.GetAsync(wish);
        Assert.Contains("Bij Amir kwam het antwoord nog niet aan", esra.Html, StringComparison.Ordinal);
        Assert.NotNull(esra.Page.QuerySelector("a[href$='/promise']"));
    }

    [Fact]
    public async Task We_do_not_know_needs_no_more_words_and_anything_else_does_INV_53()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        var wish = await amir.LayAsync("wish", Words);
        await esra.GetAsync(wish + "/promise");
        await esra.PressAsync("form[action$='/promise']", "yes");
        Assert.StartsWith(wish + "/answer-wish", esra.Path, StringComparison.Ordinal);
        Assert.True(((IHtmlInputElement)esra.Page.QuerySelector("input[name=told]")!).IsChecked);
        await esra.PressAsync("form.composer", ("possible", "Een rooster."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("Een rooster.", esra.Page.QuerySelector("#possible")!.TextContent);
        Assert.True(((IHtmlInputElement)esra.Page.QuerySelector("input[name=told]")!).IsChecked);
        await esra.PressAsync("form.composer", ("dont-know", "yes"));
        Assert.Equal(wish, esra.Path);
        Assert.DoesNotContain("“”", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_ones_own_to_do_is_not_there_R14()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        using var noor = await running.AsAsync("noor");
        var wish = await amir.LayAsync("wish", Words);
        var proof = new[] { await esra.ProofAsync() };
        await esra.GetAsync(wish + "/say-again");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        await esra.PostAsync(wish + "/say-again", proof);
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        await esra.PostAsync(wish + "/heard", [.. proof, KeyValuePair.Create("heard", "yes")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        await amir.GetAsync(wish + "/promise");
        Assert.Equal(HttpStatusCode.NotFound, amir.Status);

        // Answering before "I will answer" comes back with the words.
        await esra.GetAsync(wish + "/answer-wish");
        await esra.PressAsync("form.composer", ("words", "Ja hoor."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("Ja hoor.", esra.Page.QuerySelector("#words")!.TextContent);

        foreach (var act in new[] { "say-again", "promise", "answer-wish" })
        {
            await noor.GetAsync($"{wish}/{act}");
            Assert.Equal(HttpStatusCode.NotFound, noor.Status);
        }

        await amir.GetAsync(wish);
        Assert.DoesNotContain("Ja hoor.", amir.Html, StringComparison.Ordinal);
        Assert.Null(amir.Page.QuerySelector(".times"));
    }

    [Fact]
    public async Task Heard_is_yes_or_not_yet_and_asked_once_R14()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        var wish = await amir.LayAsync("wish", Words);
        await esra.GetAsync(wish + "/promise");
        await esra.PressAsync("form[action$='/promise']", "yes");
        await esra.PressAsync("form.composer", ("words", "Ja."));
        await amir.GetAsync(wish);
        var fields = Visitor.Fields((IHtmlFormElement)amir.Page.QuerySelector("form[action$='/heard']")!);
        await amir.PostAsync(wish + "/heard", [.. fields, KeyValuePair.Create("heard", "misschien")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, amir.Status);
        await amir.PostAsync(wish + "/heard", [.. fields, KeyValuePair.Create("heard", "yes")]);
        Assert.Contains("Amir heeft het antwoord gehoord", amir.Html, StringComparison.Ordinal);
        await amir.PostAsync(wish + "/heard", [.. fields, KeyValuePair.Create("heard", "not-yet")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, amir.Status);
        await amir.GetAsync(wish);
        Assert.DoesNotContain("kwam het antwoord nog niet aan", amir.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Two_people_answer_at_once_and_both_answers_stand(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var wish = await amir.LayAsync("wish", Words);
        foreach (var who in new[] { esra, fatma })
        {
            await who.GetAsync(wish + "/promise");
            await who.PressAsync("form[action$='/promise']", "yes");
        }

        await Task.WhenAll(
            esra.PressAsync("form.composer", ("words", "Van mama: ja.")), fatma.PressAsync("form.composer", ("words", "Van oma: gezellig.")));
        await amir.GetAsync(wish);
        Assert.Equal(2, amir.Page.QuerySelectorAll(".answer").Length);
        Assert.Contains("Van mama: ja.", amir.Html, StringComparison.Ordinal);
        Assert.Contains("Van oma: gezellig.", amir.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thumb_that_presses_twice_says_it_once_and_other_words_are_never_lost()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        var wish = await amir.LayAsync("wish", Words);
        await amir.GetAsync(wish);
        var fields = Visitor.Fields((IHtmlFormElement)amir.Page.QuerySelector("form[action$='/say-again']")!);
        await amir.PostAsync(wish + "/say-again", fields);
        await amir.PostAsync(wish + "/say-again", fields);
        Assert.Contains("2 keer gezegd", amir.Html, StringComparison.Ordinal);
        await amir.PostAsync(wish + "/say-again", [.. fields, KeyValuePair.Create("words", "Echt waar.")]);
        Assert.Contains("3 keer gezegd", amir.Html, StringComparison.Ordinal);
        Assert.Contains("“Echt waar.”", amir.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_finds_the_own_wishes_first_those_with_an_answer_on_top()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        var wish = await amir.LayAsync("wish", Words);
        await esra.GetAsync(wish + "/promise");
        await esra.PressAsync("form[action$='/promise']", "yes");
        await esra.PressAsync("form.composer", ("words", "Ja."));
        await amir.LayAsync("wish", "Ik wil een hond.");
        await esra.LayAsync("wish", "Ik wens rust.");
        await amir.GetAsync(amir.Table);
        var wishes = amir.Page.QuerySelectorAll("section[aria-labelledby=wishes] li .said").Select(said => said.TextContent).ToList();
        Assert.Equal($"“{Words}”", wishes[0]);
        Assert.Equal("“Ik wens rust.”", wishes[^1]);
    }
}
