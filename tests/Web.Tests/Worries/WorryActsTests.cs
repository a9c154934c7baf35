using System.Net;
using Keukentafel.Domain.Worries;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Worries;

public sealed class WorryActsTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_holder_says_how_it_is_now_and_everyone_reads_it_R26(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        var worry = await esra.LayAsync("worry", "Ik maak me zorgen over de tandarts.");
        await esra.GetAsync(worry);
        await esra.GetAsync(esra.Page.QuerySelector("a[href$='/stands']")!.GetAttribute("href")!);
        await esra.PressAsync("form.composer", ("words", "Ik heb gebeld. Het is minder."));
        Assert.Equal(worry, esra.Path);
        await amir.GetAsync(worry);
        Assert.Contains("“Ik heb gebeld. Het is minder.”", amir.Page.QuerySelector(".now")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“Ik maak me zorgen over de tandarts.”", amir.Page.QuerySelector(".sheet")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Esra_worries_about_any_place_also_where_help_is_given_or_about_none_R27()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        await esra.GetAsync(esra.Table + "/lay?what=worry");
        var offered = esra.Page.QuerySelectorAll("input[name=place]").Select(one => one.GetAttribute("value")).ToList();
        Assert.Equal(["", .. Enum.GetNames<Place>()], offered);
        Assert.Equal("", esra.Page.QuerySelector("input[name=place][checked]")!.GetAttribute("value"));
        foreach (var (place, words) in new[] { (Place.Traffic, "in het verkeer"), (Place.Care, "waar hulp is, of waar het kind slaapt"), (Place.Online, "op internet") })
        {
            var worry = await esra.LayAsync("worry", $"Een zorg, {place}.", ("place", place.ToString()));
            await fatma.GetAsync(worry);
            Assert.Contains(words, fatma.Page.QuerySelector(".sheet")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_worry_that_is_gone_is_folded_up_and_still_there_and_can_come_back_INV_4()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var worry = await esra.LayAsync("worry", "Ik maak me zorgen over de tandarts.");
        await esra.GetAsync(worry + "/gone");
        await esra.PressAsync("form.composer");
        await fatma.GetAsync(fatma.Table);
        var folded = fatma.Page.QuerySelectorAll("details.folded").Single(one => one.TextContent.Contains("tandarts", StringComparison.Ordinal));
        Assert.Contains("Esra maakte zich zorgen. Dat is voorbij", folded.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);

        await esra.GetAsync(worry + "/gone");
        await esra.PressAsync("form.composer", ("words", "Nog een keer weg."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("Nog een keer weg.", esra.Page.QuerySelector("textarea")!.TextContent);

        await esra.GetAsync(worry + "/stands");
        await esra.PressAsync("form.composer", ("words", "Hij is terug."));
        await fatma.GetAsync(fatma.Table);
        Assert.DoesNotContain(fatma.Page.QuerySelectorAll("details.folded"), one => one.TextContent.Contains("tandarts", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("stands")]
    [InlineData("gone")]
    public async Task Nobody_but_the_holder_finds_the_page_or_can_press_INV_4(string act)
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var worry = await esra.LayAsync("worry", "Ik maak me zorgen over de tandarts.");
        foreach (var name in new[] { "amir", "fatma", "bo", "noor" })
        {
            using var other = await running.AsAsync(name);
            var proof = await other.ProofAsync();
            await other.GetAsync($"{worry}/{act}");
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            await other.PostAsync($"{worry}/{act}", [proof, KeyValuePair.Create("words", "Het is weg.")]);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }

        using var stranger = running.Stranger();
        await stranger.GetAsync($"{worry}/{act}");
        Assert.Equal("/sign-in", stranger.Path);
        await esra.GetAsync(worry);
        Assert.Null(esra.Page.QuerySelector(".now"));
    }

    [Fact]
    public async Task Empty_or_too_long_comes_back_with_what_was_typed()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var worry = await esra.LayAsync("worry", "Ik maak me zorgen over de tandarts.");
        await esra.GetAsync(worry + "/stands");
        await esra.PressAsync("form.composer", ("words", "  \r\n "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        var long_ = new string('a', 4001);
        await esra.PressAsync("form.composer", ("words", long_));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal(long_, esra.Page.QuerySelector("textarea")!.TextContent);
        Assert.Equal("true", esra.Page.QuerySelector("textarea")!.GetAttribute("aria-invalid"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Said_in_two_sessions_at_once_both_stand(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var phone = await running.AsAsync("esra");
        using var laptop = await running.AsAsync("esra");
        var worry = await phone.LayAsync("worry", "Ik maak me zorgen over de tandarts.");
        await phone.GetAsync(worry + "/stands");
        await laptop.GetAsync(worry + "/stands");
        await Task.WhenAll(
            phone.PressAsync("form.composer", ("words", "Op de telefoon: minder.")),
            laptop.PressAsync("form.composer", ("words", "Op de laptop: nog minder.")));
        await phone.GetAsync(worry);
        Assert.Contains("Op de telefoon: minder.", phone.Html, StringComparison.Ordinal);
        Assert.Contains("Op de laptop: nog minder.", phone.Html, StringComparison.Ordinal);
    }
}
