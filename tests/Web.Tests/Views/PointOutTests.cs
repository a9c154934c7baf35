using System.Net;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Views;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Views;

public sealed class PointOutTests
{
    [Fact]
    public async Task Somebody_lays_two_sentences_beside_each_other_and_somebody_says_it_stays_R46_R47()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        await ChooseAsync(joris, "Samira", "Amir");
        await joris.PressAsync(
            "form.composer", ("left-words", "Ik ben gerust zolang de ochtenden geregeld zijn."), ("right-words", "Ik slaap beter."), ("words", "Hoort dit bij elkaar?"));
        Assert.Equal(HttpStatusCode.OK, joris.Status);
        var difference = joris.Page.QuerySelector("article.difference")!;
        Assert.Contains("Joris legde twee zinnen naast elkaar", difference.TextContent, StringComparison.Ordinal);
        var halves = difference.QuerySelectorAll(".side-by-side > .sheet");
        Assert.Equal(
            ["“Ik ben gerust zolang de ochtenden geregeld zijn.”", "“Ik slaap beter.”"], halves.Select(half => half.QuerySelector(".said")!.TextContent));
        Assert.Single(halves.Select(half => half.ClassName).Distinct());

        using var amir = await running.AsAsync("amir");
        await amir.GetAsync(difference.QuerySelector("a[href$='/stays']")!.GetAttribute("href")!);
        await amir.PressAsync("form.composer", ("words", "Dat mag toch."));
        Assert.Contains("Amir zegt: dit blijven we anders zien", amir.Page.QuerySelector("article.difference")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dat mag toch.", amir.Html, StringComparison.Ordinal);
        Assert.Null(amir.Page.QuerySelector("a[href$='/stays']"));
        await amir.GetAsync(amir.Path + "/stays");
        await amir.PressAsync("form.composer", ("words", "Nog een keer."));
        Assert.Equal(HttpStatusCode.Conflict, amir.Status);
        Assert.Equal("Nog een keer.", amir.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task It_takes_two_people_and_a_sentence_of_each_and_nothing_typed_is_lost()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        await ChooseAsync(joris, "Amir");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
        await ChooseAsync(joris, "Samira", "Amir");
        await joris.PressAsync("form.composer", ("left-words", "Ik heb dit nooit gezegd."), ("right-words", "Ik slaap beter."), ("words", "Mijn vraag."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joris.Status);
        Assert.Equal("Mijn vraag.", joris.Page.QuerySelector("textarea")!.TextContent);
        Assert.Equal("Ik slaap beter.", joris.Page.QuerySelector("input[name=right-words][checked]")!.GetAttribute("value"));
        await joris.GetAsync(joris.Table + "/views");
        Assert.DoesNotContain("nooit gezegd", joris.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_of_it_opens_with_the_same_two_sentences()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        await ChooseAsync(joris, "Samira", "Amir");
        await joris.PressAsync("form.composer", ("left-words", "Niet gezegd."), ("right-words", "Ik slaap beter."), ("words", "Mijn vraag."));
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)joris.Page.QuerySelector("form.composer")!;
        var draft = form.GetAttribute("data-draft");
        await joris.PostAsync("/drafts/" + draft, [.. Visitor.Fields(form), KeyValuePair.Create("page", joris.Path)]);
        await joris.GetAsync("/drafts/" + draft);
        Assert.Equal("Mijn vraag.", joris.Page.QuerySelector("textarea")!.TextContent);
        Assert.Equal("Ik slaap beter.", joris.Page.QuerySelector("input[name=right-words][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Nobody_quotes_what_they_may_not_read()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.LayViewAsync(("safe", "Dit is van mij alleen."), ("readers", "OnlyMe"));
        var hidden = esra.Cards()[0].QuerySelector(".sheet-foot a")!.GetAttribute("href")!.Split('/')[^1];
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(bo.Table + "/views");
        var known = bo.Cards()[0].QuerySelector(".sheet-foot a")!.GetAttribute("href")!.Split('/')[^1];
        await bo.GetAsync($"{bo.Table}/views/sentences?view={known}&view={hidden}");
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        await bo.GetAsync($"{bo.Table}/things/{hidden}/stays");
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
    }

    [Fact]
    public async Task What_somebody_no_longer_shows_goes_out_of_what_others_quoted_R36()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/views");
        Assert.Contains("“Met Lina en mij gaat het goed.”", esra.Page.QuerySelector("article.difference")!.TextContent, StringComparison.Ordinal);
        var quoted = esra.Page.QuerySelectorAll("details.folded article.view .sheet-foot a").Single().GetAttribute("href")!.Split('/')[^1];
        await running.Services.GetRequiredService<Door>().ChangeAsync(
            await running.CallerAsync("amir"),
            new CircleId(Guid.Parse(esra.Table.Split('/')[^1])),
            Permission.Speak,
            async visit => (await visit.FindAsync<View>(new ContributionId(Guid.Parse(quoted)), CancellationToken.None)).TakeBack(visit.Act),
            CancellationToken.None);
        foreach (var page in new[] { "/views", "/print", "/find?q=Lina en mij" })
        {
            await esra.OpenAsync(esra.Table, page);
            Assert.DoesNotContain("Met Lina en mij gaat het goed", esra.Html, StringComparison.Ordinal);
        }

        await esra.GetAsync(esra.Table + "/views");
        Assert.Contains("Amir wil niet meer dat deze zin hier staat.", esra.Html, StringComparison.Ordinal);
        Assert.Contains("draagt", esra.Page.QuerySelector("article.difference")!.TextContent, StringComparison.Ordinal);
    }

    internal static async Task ChooseAsync(Visitor visitor, params string[] names)
    {
        await visitor.GetAsync(visitor.Table + "/views");
        await visitor.GetAsync(visitor.Page.QuerySelector("a[href*='/views/beside?child=']")!.GetAttribute("href")!);
        var chosen = names.Select(name => visitor.Page.QuerySelectorAll("label.tile").Single(tile => tile.TextContent.Contains(name, StringComparison.Ordinal))
            .QuerySelector("input")!.GetAttribute("value"));
        await visitor.GetAsync(visitor.Table + "/views/sentences?" + string.Join('&', chosen.Select(view => "view=" + view))
            + "&child=" + visitor.Page.QuerySelector("input[name=child]")!.GetAttribute("value"));
    }
}
