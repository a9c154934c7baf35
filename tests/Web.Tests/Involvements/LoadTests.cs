using System.Net;
using System.Text.RegularExpressions;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Involvements;

public sealed class LoadTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_Amir_and_Bo_see_who_comes_what_is_planned_and_who_went_and_Fatma_and_Noor_do_not_R99(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var bo = await running.AsAsync("bo");
        using var joris = await running.AsAsync("joris");
        await joris.GetAsync(joris.Table + "/who/me");
        await joris.PressAsync("form.composer", ("works-words", "de gemeente"));
        await esra.GetAsync(esra.Table + "/talks");
        var load = esra.Page.QuerySelector("main a[href$='/load']")!.GetAttribute("href")!;
        foreach (var reader in new[] { esra, amir, bo })
        {
            await reader.GetAsync(load);
            Assert.Equal(HttpStatusCode.OK, reader.Status);
            Assert.Contains("3 mensen helpen hier mee.", Shown(reader), StringComparison.Ordinal);
            Assert.Contains("Zij werken voor: de gemeente.", Shown(reader), StringComparison.Ordinal);
            Assert.Contains("Van Samira en Bo staat er niet bij voor wie dat is.", Shown(reader), StringComparison.Ordinal);
            Assert.NotNull(reader.Page.QuerySelector("[data-print]"));
        }

        // A host is led to each of them, a guest to the own page.
        var needed = $"main a[href='{esra.Table}/people/{await esra.SeatAsync("Bo")}/needed']";
        await esra.GetAsync(load);
        await bo.GetAsync(load);
        Assert.Equal((3, 1), (esra.Page.QuerySelectorAll("main a[href$='/needed']").Length, bo.Page.QuerySelectorAll("main a[href$='/needed']").Length));
        Assert.NotNull(esra.Page.QuerySelector(needed));
        Assert.NotNull(bo.Page.QuerySelector(needed));
        await joris.GetAsync($"{joris.Table}/people/{await joris.SeatAsync("Joris")}/needed");
        await joris.PressAsync("form[action$='/step-back']");
        await esra.GetAsync(load);
        Assert.Contains("2 mensen helpen hier mee.", Shown(esra), StringComparison.Ordinal);
        Assert.Contains("Eén mens stond op: Joris.", Shown(esra), StringComparison.Ordinal);

        using var fatma = await running.AsAsync("fatma");
        using var noor = await running.AsAsync("noor");
        foreach (var other in new[] { fatma, noor, joris })
        {
            await other.GetAsync(load);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }

        await fatma.GetAsync(fatma.Table + "/talks");
        Assert.Null(fatma.Page.QuerySelector("main a[href$='/load']"));
    }

    [Fact]
    public async Task A_talk_of_Esra_and_Fatma_alone_is_no_appointment_for_Bo_T20()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(esra.Table + "/load");
        await esra.GetAsync(esra.Table + "/load");
        var (before, hers) = (Shown(bo), Shown(esra));
        var talk = esra.Page.QuerySelector("main a[href*='/talks/new']")!.GetAttribute("href")!;
        var day = Ahead.Days(6);
        var fatma = await esra.SeatAsync("Fatma");
        await esra.GetAsync(talk);
        Assert.Contains("Hoe druk is het?", esra.Page.QuerySelector("[name=words]")!.OuterHtml, StringComparison.Ordinal);
        await esra.PressAsync("form.composer", ("words", "Even bijpraten"), ("day", day), ("who", fatma));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        await esra.GetAsync(esra.Table + "/load");
        Assert.Contains("Even bijpraten", Shown(esra), StringComparison.Ordinal);
        Assert.NotEqual(hers, Shown(esra));
        await bo.GetAsync(esra.Table + "/load");
        Assert.Equal(before, Shown(bo));
    }

    private static string Shown(Visitor who) => Regex.Replace(who.Page.QuerySelector("main")!.TextContent, @"\s+", " ");
}
