using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Plans;

namespace Keukentafel.Web.Tests.Contributions;

public sealed class SayWhereYouStandTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Everybody_says_where_they_stand_and_what_they_said_before_stays_INV49(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var thing = await esra.AgreeAsync();
        await fatma.GetAsync(thing);
        await fatma.GetAsync(fatma.Page.QuerySelector("a[href$='/stand']")!.GetAttribute("href")!);
        Assert.Equal(4, fatma.Page.QuerySelectorAll("input[name=stance]").Length);
        Assert.DoesNotContain(fatma.Page.QuerySelectorAll("input[name=stance]"), choice => ((IHtmlInputElement)choice).IsChecked);
        await fatma.PressAsync("form.composer", ("stance", "Disagree"));
        Assert.Equal(thing, fatma.Path);
        Assert.Contains("Fatma is het er niet mee eens", fatma.Page.QuerySelector(".stands")!.TextContent, StringComparison.Ordinal);
        await fatma.GetAsync(thing + "/stand");
        Assert.Contains("Je zei eerst: ik ben het er niet mee eens.", fatma.Html, StringComparison.Ordinal);
        await fatma.PressAsync("form.composer", ("stance", "AgreeBut"), ("words", "Niet elke week."), ("rather-words", "Om de week."));

        await esra.GetAsync(thing);
        var stands = esra.Page.QuerySelector(".stands > li")!;
        Assert.Equal("Fatma zegt: ja, maar …", stands.QuerySelector("b")!.TextContent);
        Assert.Equal(["“Niet elke week.”", "“Om de week.”"], stands.QuerySelectorAll(".said").Select(said => said.TextContent));
        Assert.Contains("Fatma is het er niet mee eens", stands.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Single(esra.Page.QuerySelectorAll(".stands > li"));
    }

    [Fact]
    public async Task Nothing_is_counted_and_a_no_weighs_as_much_as_a_yes_N38()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var thing = await esra.AgreeAsync();
        foreach (var (name, stance) in new[] { ("esra", "Agree"), ("amir", "Agree"), ("fatma", "Agree"), ("samira", "Disagree") })
        {
            using var who = await running.AsAsync(name);
            await who.StandAsync(thing, stance);
        }

        await esra.GetAsync(thing);
        var lines = esra.Page.QuerySelectorAll(".stands > li").ToList();
        Assert.Equal(4, lines.Count);
        Assert.Single(lines.Select(line => line.ClassName).Distinct());
        Assert.DoesNotMatch(@"\b[34]\b", string.Concat(lines.Select(line => line.QuerySelector("b")!.TextContent)));
        Assert.All(lines, line => Assert.NotNull(line.QuerySelector(".mug:not(.mug-ring)")));
        Assert.Equal(3, lines.Count(line => line.QuerySelector(".mug-ring") is not null));
    }

    [Fact]
    public async Task Without_a_choice_the_page_comes_back_with_the_words_and_a_stranger_finds_nothing_R74()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var noor = await running.AsAsync("noor");
        var thing = await esra.AgreeAsync();
        await amir.StandAsync(thing, "Misschien", "Ik vind soep niet lekker.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, amir.Status);
        Assert.Equal("Ik vind soep niet lekker.", amir.Page.QuerySelector("#words")!.TextContent);
        Assert.Contains("Een reden hoeft niet.", amir.Page.QuerySelector("#stance-error")!.TextContent, StringComparison.Ordinal);

        var quiet = await esra.LayInPlanAsync("advice", ("words", "Alleen voor mij."), ("readers", "OnlyMe"));
        foreach (var (who, what) in new[] { (noor, thing), (amir, quiet) })
        {
            await who.GetAsync(what + "/stand");
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
            await who.PostAsync(what + "/stand", [await who.ProofAsync(), KeyValuePair.Create("stance", "Agree")]);
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
        }

        // What is not proposed is not agreed with.
        var worry = await esra.LayAsync("worry", "Ik slaap slecht.");
        await amir.GetAsync(worry + "/stand");
        Assert.Equal(HttpStatusCode.NotFound, amir.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Two_people_set_down_their_mug_at_once_and_both_stand_there(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var thing = await esra.AgreeAsync();
        await esra.GetAsync(thing + "/stand");
        await fatma.GetAsync(thing + "/stand");
        await Task.WhenAll(esra.PressAsync("form.composer", ("stance", "Agree")), fatma.PressAsync("form.composer", ("stance", "Unsure")));
        await esra.GetAsync(thing);
        Assert.Equal(2, esra.Page.QuerySelectorAll(".stands > li").Length);
    }
}
