using System.Net;
using AngleSharp.Dom;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Views;

public sealed class SeeViewsTests
{
    [Fact]
    public async Task What_everybody_saw_last_stands_beside_the_others_with_its_age_and_nobody_speaks_for_all_R42_INV_12_N9()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/views");
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        var cards = esra.Cards();
        Assert.Equal(["Samira", "Amir", "Bo", "Esra"], cards.Select(card => card.QuerySelector(".by b")!.TextContent.Split(',')[0]));
        Assert.All(cards, card => Assert.Matches("geleden, \\d+ \\w+", card.QuerySelector(".by .small")!.TextContent));

        // One form for everybody: the same classes, whoever speaks (INV-13).
        Assert.Single(cards.Select(card => card.ClassName!.Trim()).Distinct());
        Assert.Single(cards.Select(card => card.ParentElement!.ClassName ?? "").Distinct());
    }

    [Fact]
    public async Task Not_knowing_is_shown_as_a_full_answer_and_what_was_left_empty_is_left_out_INV_15()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.LayViewAsync(("growing-unknown", "yes"));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        var mine = esra.Cards()[0];
        Assert.Equal(["“Ik weet het (nog) niet.”"], mine.QuerySelectorAll(".said").Select(said => said.TextContent));
        Assert.DoesNotContain("gerust", mine.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_views_of_a_person_can_be_read_back_R41()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        await amir.LayViewAsync(("safe", "Vandaag is het rustig."));
        Assert.Contains("Vandaag is het rustig.", amir.Cards()[0].TextContent, StringComparison.Ordinal);
        var earlier = amir.Page.QuerySelectorAll("details.folded ol.folded-inside article.view");
        Assert.Equal(2, earlier.Length);
        Assert.Contains("Ik slaap beter.", earlier[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_choose_the_order_with_one_press_and_others_cannot_R42()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/views");
        await esra.PressAsync("form.views-order", "BySeat");
        Assert.Equal(["Amir", "Bo", "Esra", "Samira"], esra.Cards().Select(Name).Order());
        Assert.Equal(["Esra", "Amir"], esra.Cards().Select(Name).Take(2));
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(bo.Table + "/views");
        Assert.Equal(["Esra", "Amir"], bo.Cards().Select(Name).Take(2));
        Assert.Null(bo.Page.QuerySelector("form.views-order button"));
        await bo.GetAsync(bo.Table + "/lay");
        var proof = bo.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!;
        await bo.PostAsync(bo.Table + "/views/order", [KeyValuePair.Create("proof", proof), KeyValuePair.Create("order", "ByTime")]);
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        await esra.GetAsync(esra.Table + "/views");
        Assert.Equal("Esra", Name(esra.Cards()[0]));
    }

    [Fact]
    public async Task A_stranger_finds_no_views()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var noor = await running.AsAsync("noor");
        foreach (var page in new[] { "/views", "/views/new", "/views/beside", "/views/sentences", "/find", "/print" })
        {
            await noor.GetAsync(esra.Table + page);
            Assert.Equal(HttpStatusCode.NotFound, noor.Status);
        }
    }

    [Fact]
    public async Task Where_parents_live_apart_each_unfolds_the_others_view_when_they_want_T20()
    {
        await using var running = await Running.StartAsync();
        using var mark = await running.AsAsync("mark");
        await mark.GetAsync(mark.Table + "/views");
        var folded = mark.Page.QuerySelectorAll("details.folded-more");
        Assert.Equal("Sanne", Name(Assert.Single(folded).QuerySelector("article.view")!));
        using var isa = await running.AsAsync("isa");
        await isa.GetAsync(isa.Table + "/views");
        Assert.Empty(isa.Page.QuerySelectorAll("details.folded-more"));
        Assert.Equal(3, isa.Cards().Count);
    }

    private static string Name(IElement card) => card.QuerySelector(".by b")!.TextContent.Split(',')[0];

    [Fact]
    public async Task A_child_sees_everybodys_view_without_what_is_for_putting_them_in_order()
    {
        await using var running = await Running.StartAsync();
        using var deniz = await running.AsAsync("deniz");
        using var murat = await running.AsAsync("murat");
        await deniz.GetAsync(deniz.Table + "/views");
        await murat.GetAsync(murat.Table + "/views");
        const string ForWhoIsOlder = ".views-order, a[href*='/beside'], .lenses";
        Assert.Empty(deniz.Page.QuerySelectorAll(ForWhoIsOlder));
        Assert.NotEmpty(murat.Page.QuerySelectorAll(ForWhoIsOlder));
        Assert.Equal(murat.Page.QuerySelectorAll(".views .said").Length, deniz.Page.QuerySelectorAll(".views .said").Length);
    }
}
