using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Worries;

/// <summary>What the family says about somebody who works here, on the pages: that one answers, and manages nothing of it (D30).</summary>
public sealed class AboutAProfessionalPageTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_worries_about_Bo_who_answers_and_finds_out_nothing_about_Bo_INV4_D30(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        var (seat, samira) = (await esra.SeatAsync("Bo"), await esra.SeatAsync("Samira"));
        await esra.GetAsync(esra.Table + "/lay?what=worry");
        await esra.PressAsync("form.composer", ("words", "Ik maak me zorgen, want Bo belt nooit terug."), ("about", seat));
        var worry = esra.AddressOf("Ik maak me zorgen, want Bo belt nooit terug.");
        await esra.GetAsync(worry);
        Assert.Contains("Bo beslist daar niet over.", esra.Html, StringComparison.Ordinal);
        Assert.NotNull(esra.Page.QuerySelector("main a[href$='/rights/parent']"));
        await bo.GetAsync(worry);
        Assert.DoesNotContain("beslist daar niet over", bo.Html, StringComparison.Ordinal);
        Assert.NotNull(bo.Page.QuerySelector($"main a[href='{worry}/answer']"));
        foreach (var page in new[] { "/stands", "/gone", "/readers", "/take-back" })
        {
            await bo.GetAsync(worry + page);
            Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        }

        // A sentence about Bo: Bo is nobody who finds it out, and does not say what turned up.
        await esra.GetAsync(esra.Table + "/lay?what=statement");
        await esra.PressAsync("form.composer", ("words", "Bo was er niet op het rapportgesprek."));
        await esra.PressAsync("form.composer", ("know", "WasThere"), ("about", seat));
        var said = esra.AddressOf("Bo was er niet op het rapportgesprek.");
        await esra.GetAsync(said + "/find-out");
        Assert.Empty(esra.Page.QuerySelectorAll($"input[name=who][value='{seat}']"));
        await esra.PressAsync("form.composer", ("who", seat), ("before", Ahead.Days(5)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Contains("Die zoekt het niet zelf uit.", esra.Page.QuerySelector("#who-error")!.TextContent, StringComparison.Ordinal);
        await esra.PressAsync("form.composer", ("who", samira), ("before", Ahead.Days(5)));
        await bo.GetAsync(said);
        Assert.Empty(bo.Page.QuerySelectorAll($"main a[href='{said}/found']"));
        await bo.GetAsync(said + "/found");
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        using var other = await running.AsAsync("joris");
        await other.GetAsync(said + "/found");
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    [Fact]
    public async Task What_Bo_told_Esra_about_Bo_does_not_wait_for_Bo_and_all_she_typed_stays_D9_D30()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var seat = await esra.SeatAsync("Bo");
        await esra.GetAsync(esra.Table + "/lay?what=statement");
        await esra.PressAsync("form.composer", ("words", "Bo gaat weg van school."));
        await esra.PressAsync("form.composer", ("know", "WasTold"), ("source", seat), ("about", seat));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Contains("Dan hoeft die persoon geen ja te zeggen.", esra.Html, StringComparison.Ordinal);
        Assert.Contains("Bo gaat weg van school.", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form.composer", ("know", "WasThere"));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        using var fatma = await running.AsAsync("fatma");
        await fatma.GetAsync(esra.Table);
        Assert.Contains("Bo gaat weg van school.", fatma.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Ahmed_lets_Jayden_and_Dennis_read_a_worry_first_and_never_Dennis_a_worry_about_Dennis_D30(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var ahmed = await running.AsAsync("ahmed");
        using var dennis = await running.AsAsync("dennis");
        using var jayden = await running.AsAsync("jayden");
        using var chantal = await running.AsAsync("chantal");
        var seat = await ahmed.SeatAsync("Dennis");
        await ahmed.GetAsync(ahmed.Table + "/lay?what=worry");
        Assert.Equal("Laat het eerst lezen door Jayden en Dennis", ahmed.Page.QuerySelector("button[name=first]")!.TextContent);
        await ahmed.PressAsync("form.composer", ("words", "Jayden eet bijna niets."), ("first", "yes"));
        await ahmed.GetAsync(ahmed.Table + "/lay?what=worry");
        await ahmed.PressAsync("form.composer", ("words", "Dennis luistert niet."), ("about", seat), ("first", "yes"));
        foreach (var (reader, eats, listens) in new[] { (jayden, true, true), (dennis, true, false), (chantal, false, false) })
        {
            await reader.GetAsync(reader.Table);
            Assert.Equal(eats, reader.Html.Contains("Jayden eet bijna niets.", StringComparison.Ordinal));
            Assert.Equal(listens, reader.Html.Contains("Dennis luistert niet.", StringComparison.Ordinal));
        }

        // Whoever else speaks, or speaks of something else, chooses readers as always; nobody makes it otherwise by sending the field along.
        await ahmed.GetAsync(ahmed.Table + "/lay?what=good-thing");
        Assert.Empty(ahmed.Page.QuerySelectorAll("button[name=first]"));
        await chantal.GetAsync(chantal.Table + "/lay?what=worry");
        Assert.Empty(chantal.Page.QuerySelectorAll("button[name=first]"));
        await chantal.PressAsync("form.composer", ("words", "Ik slaap slecht."), ("first", "yes"));
        await ahmed.GetAsync(ahmed.Table);
        Assert.Contains("Ik slaap slecht.", ahmed.Html, StringComparison.Ordinal);
        using var fatma = await running.AsAsync("fatma");
        await fatma.GetAsync(fatma.Table + "/lay?what=worry");
        Assert.Empty(fatma.Page.QuerySelectorAll("button[name=first]"));
    }

}
