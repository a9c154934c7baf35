using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Involvements;

public sealed class RestOrStopTests
{
    private const string OneThing = "main [aria-labelledby='for-you']";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_rests_without_a_reason_all_see_it_nothing_waits_for_her_and_she_comes_back_R8(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        Assert.NotNull(esra.Page.QuerySelector(OneThing));
        await esra.GetAsync(esra.Page.QuerySelector("main a[href$='/rest']")!.GetAttribute("href")!);
        Assert.Contains("Je hoeft niet te zeggen waarom.", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/rest']");
        Assert.Equal(esra.Table, esra.Path);
        Assert.Contains("Kom terug wanneer jij wilt.", esra.Html, StringComparison.Ordinal);
        Assert.Null(esra.Page.QuerySelector(OneThing));
        await bo.GetAsync(bo.Table + "/list");
        Assert.Contains("heeft pauze", LineOf(bo, "Esra"), StringComparison.Ordinal);
        await bo.GetAsync(bo.Table + "/who");
        Assert.Contains("Esra heeft pauze sinds", bo.Html, StringComparison.Ordinal);

        // She reads and says things as before.
        await esra.GetAsync(await esra.LayAsync("good-thing", "Het was een rustige dag."));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        await esra.GetAsync(esra.Table);
        await esra.PressAsync("form[action$='/rest']");
        Assert.Contains("Je bent er weer.", esra.Html, StringComparison.Ordinal);
        await bo.GetAsync(bo.Table + "/list");
        Assert.DoesNotContain("heeft pauze", bo.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Noor_who_presses_that_she_wants_to_go_is_asked_first_whether_she_rather_rests_R8()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("noor");
        await noor.GetAsync(noor.Table + "/rest");
        Assert.Null(noor.Page.QuerySelector("form[action$='/stop']"));
        await noor.GetAsync(noor.Page.QuerySelector("main a[href*='sure=ask']")!.GetAttribute("href")!);
        Assert.NotNull(noor.Page.QuerySelector("form[action$='/rest']"));
        Assert.Contains("Weet je het zeker?", noor.Page.QuerySelector("#stop")!.ParentElement!.TextContent, StringComparison.Ordinal);
        await noor.PressAsync("form[action$='/stop']");
        Assert.Equal("/tables", noor.Path);
        await noor.GetAsync("/tables");
        Assert.Empty(noor.Page.QuerySelectorAll("main a[href*='/tables/'][href$='/mine']"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Fatma_stops_with_one_press_reads_nothing_from_her_next_request_on_and_comes_back_with_a_card_R8_N50(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var fatma = await running.AsAsync("fatma");
        using var beside = await running.AsAsync("fatma");
        using var esra = await running.AsAsync("esra");
        var good = await fatma.LayAsync("good-thing", "Amir at alles op.");
        var table = fatma.Table;
        await beside.GetAsync(good);
        await fatma.GetAsync(table + "/rest");
        Assert.NotNull(fatma.Page.QuerySelector("main a[href$='/story']"));
        await fatma.PressAsync("form[action$='/stop']");
        Assert.Equal("/tables", fatma.Path);
        Assert.Contains("Je bent hier gestopt.", fatma.Html, StringComparison.Ordinal);
        foreach (var page in new[] { table, good, table + "/who", table + "/story", table + "/rest" })
        {
            await beside.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, beside.Status);
        }

        await esra.GetAsync(good);
        Assert.Contains("Amir at alles op.", esra.Html, StringComparison.Ordinal);
        await esra.GetAsync(table + "/list");
        Assert.Contains("is hier gestopt", LineOf(esra, "Fatma"), StringComparison.Ordinal);
        await esra.GetAsync($"{table}/people/{await esra.SeatAsync("Fatma")}/invite");
        await esra.PressAsync("form.composer", ("words", "Kom je weer?"));
        var code = esra.Page.QuerySelector(".way-in-code")!.TextContent;

        // Her seat is hers: whoever else holds the card does not sit down on what only she could read (T20).
        using (var wendy = await running.AsAsync("wendy"))
        {
            await wendy.GetAsync("/welcome/" + code);
            Assert.Equal(HttpStatusCode.NotFound, wendy.Status);
            await wendy.GetAsync(table);
            Assert.Equal(HttpStatusCode.NotFound, wendy.Status);
        }

        await fatma.GetAsync("/welcome/" + code);
        await fatma.PressAsync("form[action$='/welcome/yes']");
        Assert.Equal(table, fatma.Path);
        await fatma.GetAsync(good);
        Assert.Equal(HttpStatusCode.OK, fatma.Status);
    }

    [Fact]
    public async Task The_last_who_can_let_others_in_is_told_what_she_can_do_and_a_guest_is_led_to_stepping_back_R8()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/rest");
        Assert.Null(esra.Page.QuerySelector("form[action$='/stop']"));
        Assert.Contains("Neem gerust pauze.", esra.Html, StringComparison.Ordinal);
        await esra.PostAsync(esra.Table + "/stop", [await esra.ProofAsync()]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        await esra.GetAsync(esra.Table);
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        using var joris = await running.AsAsync("joris");
        await joris.GetAsync(joris.Table + "/rest");
        Assert.Null(joris.Page.QuerySelector("form[action$='/stop']"));
        Assert.NotNull(joris.Page.QuerySelector("main a[href$='/needed']"));
        using var noor = await running.AsAsync("noor");
        await noor.GetAsync(esra.Table + "/rest");
        Assert.Equal(HttpStatusCode.NotFound, noor.Status);
    }

    [Fact]
    public async Task Amir_of_nine_rests_and_stops_and_his_own_page_is_shut_R8()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir", ownPage: true);
        await amir.GetAsync(amir.Page.QuerySelector("main a[href$='/rest']")!.GetAttribute("href")!);
        await amir.GetAsync(amir.Page.QuerySelector("main a[href*='sure=ask']")!.GetAttribute("href")!);
        await amir.PressAsync("form[action$='/stop']");
        Assert.Equal("/tables", amir.Path);
        await amir.GetAsync(amir.Table + "/mine");
        Assert.Equal(HttpStatusCode.NotFound, amir.Status);
    }

    private static string LineOf(Visitor who, string name) =>
        who.Page.QuerySelectorAll(".table-list li").Single(li => li.TextContent.Contains(name, StringComparison.Ordinal)).TextContent;
}
