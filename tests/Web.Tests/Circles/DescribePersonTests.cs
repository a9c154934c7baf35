using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Circles;

public sealed class DescribePersonTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Somebody_says_what_they_are_and_chooses_a_mug_that_nobody_has(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(bo.Table);
        await bo.GetAsync(bo.Page.QuerySelectorAll("a.seat-name").Single(link => link.TextContent == "Bo").GetAttribute("href")!);
        var mugs = bo.Page.QuerySelectorAll("input[name=mug]").OfType<IHtmlInputElement>().ToList();

        // Esra's and Fatma's rings and drinks are left out; one's own is there and ticked.
        Assert.DoesNotContain(mugs, mug => mug.Value.StartsWith("Dots-Tea-", StringComparison.Ordinal) || mug.Value.StartsWith("Waves-Tea-", StringComparison.Ordinal));
        Assert.Equal("Stripes-Coffee-Slate", mugs.Single(mug => mug.IsChecked).Value);
        var other = mugs.First(mug => mug.Value.StartsWith("Stars-Mint-", StringComparison.Ordinal)).Value;
        await bo.PressAsync("main form", ("what", "juf op maandag"), ("mug", other));
        await bo.GetAsync(bo.Table + "/list");
        var line = bo.Page.QuerySelectorAll(".table-list li").Single(li => li.TextContent.Contains("Bo", StringComparison.Ordinal));
        Assert.Contains("juf op maandag", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("drink-mint", line.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_does_it_for_anybody_and_a_guest_for_nobody_else()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        using var noor = await running.AsAsync("noor");
        var place = $"{esra.Table}/people/{await esra.SeatAsync("Fatma")}";
        await esra.GetAsync(place);
        await esra.PressAsync("main form", ("what", "oma van de pannenkoeken"));
        await bo.GetAsync(place);
        Assert.Contains("oma van de pannenkoeken", bo.Html, StringComparison.Ordinal);
        Assert.Null(bo.Page.QuerySelector("main form"));
        await bo.PostAsync(place, [await bo.ProofAsync(), KeyValuePair.Create("what", "iets anders"), KeyValuePair.Create("seen", "oma van de pannenkoeken")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bo.Status);
        await noor.GetAsync(place);
        Assert.Equal(HttpStatusCode.NotFound, noor.Status);
        await esra.GetAsync($"{esra.Table}/people/{Guid.Empty}");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        using var stranger = running.Stranger();
        await stranger.GetAsync(place);
        Assert.Equal("/sign-in", stranger.Path);
        await esra.GetAsync(place);
        Assert.Equal("oma van de pannenkoeken", ((IHtmlInputElement)esra.Page.QuerySelector("#what")!).Value);
    }

    [Fact]
    public async Task A_taken_or_unknown_mug_and_too_many_words_come_back_with_what_was_typed()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var place = $"{esra.Table}/people/{await esra.SeatAsync("Esra")}";
        foreach (var (what, mug) in new[] { ("mam", "Waves-Tea-Blue"), ("mam", "soep"), (new string('a', 61), "Dots-Tea-Green") })
        {
            await esra.GetAsync(place);
            await esra.PressAsync("main form", ("what", what), ("mug", mug));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
            Assert.Equal(what, ((IHtmlInputElement)esra.Page.QuerySelector("#what")!).Value);
        }
    }

    [Fact]
    public async Task Two_who_change_it_at_once_both_see_both_texts()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var place = $"{esra.Table}/people/{await esra.SeatAsync("Fatma")}";
        await esra.GetAsync(place);
        await fatma.GetAsync(place);
        await fatma.PressAsync("main form", ("what", "oma Fatma"));
        await esra.PressAsync("main form", ("what", "mijn moeder"));
        Assert.Equal(HttpStatusCode.Conflict, esra.Status);
        Assert.Contains("“oma Fatma”", esra.Html, StringComparison.Ordinal);
        Assert.Contains("“mijn moeder”", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("main form");
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        await fatma.GetAsync(place);
        Assert.Equal("mijn moeder", ((IHtmlInputElement)fatma.Page.QuerySelector("#what")!).Value);
    }
}
