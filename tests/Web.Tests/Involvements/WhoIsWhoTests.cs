using System.Net;
using AngleSharp.Dom;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Involvements;

public sealed class WhoIsWhoTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Fact]
    public async Task Mark_reads_that_Sanne_wrote_the_name_of_Theo_down_and_she_reads_nothing_of_the_kind_T20()
    {
        await using var running = await Running.StartAsync();
        using var mark = await running.AsAsync("mark");
        using var sanne = await running.AsAsync("sanne");
        await mark.GetAsync(mark.Table + "/who");
        Assert.Contains("Sanne schreef deze naam op.", Card(mark, "Theo").TextContent, StringComparison.Ordinal);
        await sanne.GetAsync(sanne.Table + "/who");
        Assert.DoesNotContain("schreef deze naam op", Card(sanne, "Theo").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Amir_sees_what_each_does_for_him_and_how_to_ask_them_and_chooses_Bo_first_which_nobody_else_sees_R16_R104(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        await amir.GetAsync(amir.Table);
        await amir.GetAsync(amir.Page.QuerySelector("main a[href$='/who']")!.GetAttribute("href")!);
        Assert.Contains("juf van Amir", Card(amir, "Bo").TextContent, StringComparison.Ordinal);
        Assert.Contains("Bo schreef hier nog niet op wat mag en wat niet.", Card(amir, "Bo").TextContent, StringComparison.Ordinal);
        Assert.Contains("Daar is nog geen dag voor gekozen.", Card(amir, "Bo").TextContent, StringComparison.Ordinal);
        await bo.GetAsync(bo.Table + "/who/me");
        await bo.PressAsync(
            "form.composer", ("reach-words", "Na school, bij het hek."), ("may-words", "Met jullie praten."), ("may-not-words", "Thuis langskomen."),
            ("writes-words", "Als Amir er niet is, want dat moet."), ("works-words", "Basisschool De Linde"));
        Assert.Equal(bo.Table + "/who", bo.Path);
        await amir.GetAsync(amir.Table + "/who");
        var card = Card(amir, "Bo");
        foreach (var said in new[] { "Na school, bij het hek.", "Met jullie praten.", "Thuis langskomen.", "Als Amir er niet is, want dat moet." })
        {
            Assert.Contains(said, card.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        }

        // For whom somebody works is one press away (R103).
        Assert.DoesNotContain("De Linde", card.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("De Linde", card.QuerySelector("details:not([open])")!.TextContent, StringComparison.Ordinal);

        await esra.GetAsync(esra.Table + "/who");
        var before = Things.Steady(esra.Page.QuerySelector("main")!.OuterHtml);
        var seat = Card(amir, "Bo").Id!["seat-".Length..];
        var order = amir.Page.QuerySelectorAll(".who-card h2").Select(name => name.TextContent).ToList();
        await amir.PostAsync(amir.Table + "/who/first", [await amir.ProofAsync(), KeyValuePair.Create("seat", seat)]);
        Assert.Equal(amir.Table + "/who", amir.Path);
        Assert.Contains("Komt voor jou eerst", Card(amir, "Bo").TextContent, StringComparison.Ordinal);

        // On paper, that others find, neither a word nor the order tells it.
        Assert.True(Card(amir, "Bo").QuerySelector(".who-first")!.ClassList.Contains("no-print"));
        Assert.Equal(order, amir.Page.QuerySelectorAll(".who-card h2").Select(name => name.TextContent));
        await esra.GetAsync(esra.Table + "/who");
        Assert.Equal(before, Things.Steady(esra.Page.QuerySelector("main")!.OuterHtml));
        await bo.GetAsync(bo.Table + "/who");
        Assert.DoesNotContain("eerst", Card(bo, "Amir").TextContent, StringComparison.Ordinal);
        await amir.GetAsync(amir.Table + "/who");
        await amir.PressAsync($"#{Card(amir, "Bo").Id} form");
        Assert.DoesNotContain("Komt voor jou eerst", amir.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_chooses_nobody_first_and_a_stranger_finds_no_page_R104()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        using var noor = await running.AsAsync("noor");
        using var esra = await running.AsAsync("esra");
        await bo.GetAsync(bo.Table + "/who");
        Assert.Null(bo.Page.QuerySelector("form[action$='/who/first']"));
        foreach (var (who, seat) in new[] { (bo, await bo.SeatAsync("Amir")), (noor, Guid.Empty.ToString()), (esra, SeatId.New().Value.ToString()), (esra, await esra.SeatAsync("Esra")) })
        {
            await who.PostAsync(esra.Table + "/who/first", [await who.ProofAsync(), KeyValuePair.Create("seat", seat)]);
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
        }

        foreach (var page in new[] { "/who", "/who/me" })
        {
            await noor.GetAsync(esra.Table + page);
            Assert.Equal(HttpStatusCode.NotFound, noor.Status);
        }
    }

    [Fact]
    public async Task What_Bo_says_too_long_is_said_beside_the_field_and_still_there()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(bo.Table + "/who/me");
        await bo.PressAsync("form.composer", ("reach-words", "Na school."), ("writes-words", new string('x', 1001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bo.Status);
        Assert.NotNull(bo.Page.QuerySelector("#writes-words-error"));
        Assert.Equal("Na school.", bo.Page.QuerySelector("#reach-words")!.TextContent);
        using var fatma = await running.AsAsync("fatma");
        await fatma.GetAsync(fatma.Table + "/who/me");
        Assert.Null(fatma.Page.QuerySelector("[name=works-words]"));
    }

    private static IElement Card(Visitor who, string name) =>
        who.Page.QuerySelectorAll(".who-card").Single(card => card.QuerySelector("h2")!.TextContent == name);
}
