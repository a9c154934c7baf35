using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Views;

public sealed class LayViewTests
{
    [Fact]
    public async Task One_answer_is_enough_and_the_rest_is_shown_when_given_R150_R45()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        await bo.LayViewAsync(("safe", "Vandaag lachte hij."));
        Assert.Equal(["“Vandaag lachte hij.”"], bo.Cards()[0].QuerySelectorAll(".said").Select(said => said.TextContent));
        await bo.LayViewAsync(("growing", "Hij leest weer."), ("basis", "Ik hoorde hem voorlezen."), ("because", "Ik houd van lezen."));
        Assert.Equal(
            ["“Hij leest weer.”", "“Ik hoorde hem voorlezen.”", "“Ik houd van lezen.”"],
            bo.Cards()[0].QuerySelectorAll(".said").Select(said => said.TextContent));
    }

    [Fact]
    public async Task Nothing_said_is_asked_again_and_nothing_typed_is_lost()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.LayViewAsync(("basis", "Ik zag het zelf."), ("readers", "GrownUps"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("[role=alert]"));
        Assert.Equal("Ik zag het zelf.", esra.Page.QuerySelector("textarea[name=basis]")!.TextContent);
        Assert.NotNull(esra.Page.QuerySelector("input[value=GrownUps][checked]"));
        Assert.NotNull(esra.Page.QuerySelector("input[name=child][checked]"));
        await esra.PressAsync("form.composer", ("safe", "Ze zijn veilig."));
        Assert.Contains("Ik zag het zelf.", esra.Cards()[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_are_more_children_one_says_about_which_R20()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/views/new");
        Assert.Null(esra.Page.QuerySelector("input[name=child][checked]"));
        await esra.PressAsync("form.composer", ("safe", "Ze slapen allebei."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("Ze slapen allebei.", esra.Page.QuerySelector("textarea[name=safe]")!.TextContent);
        using var jayden = await running.AsAsync("jayden");
        await jayden.GetAsync(jayden.Table + "/views/new");
        Assert.Equal("hidden", jayden.Page.QuerySelector("input[name=child]")!.GetAttribute("type"));
    }

    [Fact]
    public async Task What_is_for_some_is_seen_by_those_alone_R12()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.LayViewAsync(("safe", "Alleen de groten lezen dit."), ("readers", "GrownUps"));
        using var amir = await running.AsAsync("amir");
        using var bo = await running.AsAsync("bo");
        foreach (var page in new[] { "/views", "/find?q=groten", "/print" })
        {
            await amir.OpenAsync(amir.Table, page);
            Assert.DoesNotContain("Alleen de groten", amir.Html, StringComparison.Ordinal);
            await bo.OpenAsync(bo.Table, page);
            Assert.Contains("Alleen de groten", bo.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_view_has_a_page_of_its_own_with_the_same_words()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/views");
        var card = esra.Cards()[1];
        await esra.GetAsync(card.QuerySelector(".sheet-foot a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        Assert.Equal("Zo ziet Amir het", esra.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            card.QuerySelectorAll(".said").Select(said => said.TextContent),
            esra.Page.QuerySelectorAll("article.view .said").Select(said => said.TextContent));
    }
}
