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

        // Everything can be chosen; one's own is ticked.
        Assert.Equal(["Coffee", "Slate", "Stripes"], bo.Page.QuerySelectorAll("#mug input:checked").OfType<IHtmlInputElement>().Select(part => part.Value));
        Assert.Equal(22, bo.Page.QuerySelectorAll("#mug input[type=radio]").Length);
        await bo.PressAsync("main form", ("what", "juf op maandag"), ("mug-pattern", "Stars"), ("mug-drink", "Mint"), ("mug-colour", "Green"));
        await bo.GetAsync(bo.Table + "/list");
        var line = bo.Page.QuerySelectorAll(".table-list li").Single(li => li.TextContent.Contains("Bo", StringComparison.Ordinal));
        Assert.Contains("juf op maandag", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("mug-green drink-mint", line.InnerHtml, StringComparison.Ordinal);
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
        foreach (var (what, drink, colour, pattern, says) in new[]
        {
            // Fatma has this one; in another colour it is still the same to who sees no colours.
            ("mam", "Tea", "Blue", "Waves", "Fatma heeft al zo’n mok."),
            ("mam", "Tea", "Green", "Waves", "Fatma heeft al zo’n mok."),
            ("mam", "Soep", "Green", "Dots", "Kies wat erin zit"),
            (new string('a', 61), "Tea", "Green", "Dots", "Dit is te lang voor deze plek."),
        })
        {
            await esra.GetAsync(place);
            await esra.PressAsync("main form", ("what", what), ("mug-drink", drink), ("mug-colour", colour), ("mug-pattern", pattern));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
            Assert.Contains(says, esra.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(what, ((IHtmlInputElement)esra.Page.QuerySelector("#what")!).Value);
            Assert.Equal(pattern, ((IHtmlInputElement)esra.Page.QuerySelector("input[name=mug-pattern]:checked")!).Value);
            if (what.Length < 60)
            {
                Assert.True(esra.Page.QuerySelector("#mug")!.HasAttribute("open"));
                Assert.Contains(says, esra.Page.QuerySelector("#mug-error")!.TextContent, StringComparison.Ordinal);
            }
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
