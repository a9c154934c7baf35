using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Involvements;

public sealed class SteppingBackTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_takes_leave_of_Bo_when_he_is_needed_no_more_and_Sanne_alone_sends_nobody_away_INV60_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        var needed = $"{esra.Table}/people/{await esra.SeatAsync("Bo")}/needed";
        await esra.GetAsync(needed);
        Assert.Null(esra.Page.QuerySelector("form[action$='/take-leave']"));
        await esra.PostAsync(needed + "/take-leave", [await esra.ProofAsync()]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        await esra.GetAsync(needed);
        await esra.PressAsync("form[action$='/look']", ("answer", "NoMore"));
        await bo.GetAsync(bo.Table);
        Assert.Equal(HttpStatusCode.OK, bo.Status);
        await bo.GetAsync(needed);
        Assert.Null(bo.Page.QuerySelector("form[action$='/take-leave']"));
        await esra.PressAsync("form[action$='/take-leave']");
        Assert.Contains("Dank je wel", esra.Html, StringComparison.Ordinal);
        await bo.GetAsync(bo.Table);
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);

        using var sanne = await running.AsAsync("sanne");
        using var ilse = await running.AsAsync("ilse");
        needed = $"{sanne.Table}/people/{await sanne.SeatAsync("Ilse")}/needed";
        await sanne.GetAsync(needed);
        await sanne.PressAsync("form[action$='/look']", ("answer", "NoMore"));
        Assert.Null(sanne.Page.QuerySelector("form[action$='/take-leave']"));
        Assert.Contains("Dat doen jullie samen.", sanne.Html, StringComparison.Ordinal);
        await ilse.GetAsync(ilse.Table);
        Assert.Equal(HttpStatusCode.OK, ilse.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Joris_steps_back_with_one_press_and_reads_nothing_from_his_next_request_on_R100(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var joris = await running.AsAsync("joris");
        using var beside = await running.AsAsync("joris");
        using var esra = await running.AsAsync("esra");
        var good = await joris.LayAsync("good-thing", "Esra belde zelf over de rekening.");
        var table = joris.Table;
        var joriss = await joris.SeatAsync("Joris");
        await beside.GetAsync(good);
        Assert.Equal(HttpStatusCode.OK, beside.Status);
        await joris.GetAsync(table + "/who");
        await joris.GetAsync(joris.Page.QuerySelector("main .links a[href$='/needed']")!.GetAttribute("href")!);
        await joris.PressAsync("form[action$='/step-back']");
        Assert.Equal("/tables", joris.Path);
        Assert.Contains("Je bent opgestaan van de tafel.", joris.Html, StringComparison.Ordinal);
        Assert.Null(joris.Page.QuerySelector($"a[href='{table}']"));

        // Also in a window that stood open: nothing is shown and nothing is taken.
        foreach (var page in new[] { table, good, table + "/who", table + "/print", table + "/find", table + "/plan", $"{table}/people/{joriss}/needed" })
        {
            await beside.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, beside.Status);
            Assert.DoesNotContain("rekening", beside.Html, StringComparison.Ordinal);
        }

        await beside.PostAsync(table + "/step-back", [await beside.ProofAsync()]);
        Assert.Equal(HttpStatusCode.NotFound, beside.Status);

        // What he said keeps his name, and the stool is pushed in.
        await esra.GetAsync(good);
        Assert.Contains("Joris", esra.Page.QuerySelector(".by")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(table);
        Assert.DoesNotContain(esra.Page.QuerySelectorAll(".table-drawing .seat-name"), name => name.TextContent == "Joris");
        Assert.Contains("Joris is opgestaan van de tafel.", esra.Html, StringComparison.Ordinal);
        await esra.GetAsync($"{table}/people/{joriss}/needed");
        await esra.PressAsync("form[action$='/thanks']", ("thanks-words", "Dank je voor de brieven."));
        await esra.PressAsync("form[action$='/pass-on']", ("pass-words", "Dat de post op dinsdag komt."));
        using var fatma = await running.AsAsync("fatma");
        await fatma.GetAsync(table + "/who");
        await fatma.GetAsync(fatma.Page.QuerySelector(".who-before a")!.GetAttribute("href")!);
        Assert.Contains("Dank je voor de brieven.", fatma.Page.QuerySelector(".thanks-card")!.TextContent, StringComparison.Ordinal);
        Assert.Null(fatma.Page.QuerySelector("form[action$='/pass-on']"));
        Assert.NotNull(fatma.Page.QuerySelector("form[action$='/thanks']"));
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(fatma.Path);
        Assert.Null(bo.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Esra_says_whether_Joris_is_still_needed_and_Joris_proposes_to_do_less_R101()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var joris = await running.AsAsync("joris");
        var page = $"{esra.Table}/people/{await esra.SeatAsync("Joris")}/needed";
        await esra.GetAsync(page);
        await esra.PressAsync("form[action$='/look']", ("look-words", "Korter mag."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#answer-error"));
        Assert.Equal("Korter mag.", esra.Page.QuerySelector("#look-words")!.TextContent);
        await esra.PressAsync("form[action$='/look']", ("answer", "Otherwise"), ("day", "2020-01-01"));
        Assert.NotNull(esra.Page.QuerySelector("#day-error"));
        await esra.PressAsync("form[action$='/look']", ("answer", "Otherwise"), ("day", ""));
        Assert.Contains("Esra zegt: ja, maar anders.", Text(esra), StringComparison.Ordinal);
        await joris.GetAsync(page);
        Assert.Contains("Korter mag.", joris.Html, StringComparison.Ordinal);
        Assert.Null(joris.Page.QuerySelector("form[action$='/look']"));
        await joris.PressAsync("form[action$='/less']", ("step", "Less"), ("step-words", "Eens in de maand."));
        Assert.Contains("Joris stelt voor: minder doen.", Text(joris), StringComparison.Ordinal);
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(page);
        Assert.Null(bo.Page.QuerySelector("main form"));
        await bo.PostAsync(page + "/less", [await bo.ProofAsync(), KeyValuePair.Create("step", "Stop")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bo.Status);
        await bo.PostAsync(page + "/look", [await bo.ProofAsync(), KeyValuePair.Create("answer", "Yes")]);
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        using var noor = await running.AsAsync("noor");
        await noor.GetAsync(page);
        Assert.Equal(HttpStatusCode.NotFound, noor.Status);
        await esra.PostAsync(esra.Table + "/step-back", [await esra.ProofAsync()]);
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);

        static string Text(Visitor who) => System.Text.RegularExpressions.Regex.Replace(who.Page.QuerySelector("main")!.TextContent, @"\s+", " ");
    }
}
