using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Plans;

public sealed class LayInPlanTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Fact]
    public async Task A_guest_finds_no_way_to_lay_a_goal_and_the_family_none_to_lay_a_condition_INV44_INV77()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        foreach (var (who, page) in new[] { (bo, "goal"), (esra, "condition") })
        {
            await who.GetAsync(who.Table + "/plan");
            var address = $"{who.Table}/plan/{page}";
            Assert.Null(who.Page.QuerySelector($"a[href$='/plan/{page}']"));
            await who.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
            await who.PostAsync(address, [await who.ProofAsync(), KeyValuePair.Create("words", "Esra moet werken."), KeyValuePair.Create("better-words", "x")]);
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
        }

        await esra.GetAsync(esra.Table + "/plan");
        Assert.DoesNotContain("Esra moet werken.", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_asked_beside_its_field_and_all_that_was_typed_stays_R112()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        foreach (var (who, page, typed, missing) in new (Visitor Who, string Page, (string Name, string? Value)[] Typed, string Missing)[]
        {
            (esra, "goal", [("words", "Ik wil rust.")], "better-words"),
            (esra, "goal", [("better-words", "Het is stil.")], "words"),
            (esra, "agreement", [("words", "Soep koken.")], "who"),
            (esra, "agreement", [("others-words", "de buurvrouw"), ("why-words", "Omdat het kan.")], "words"),
            (esra, "advice", [("why-words", "Omdat het helpt.")], "words"),
            (bo, "condition", [("words", "Elke week."), ("consequence-words", "Dan bel ik.")], "ground-words"),
            (bo, "condition", [("words", "Elke week."), ("ground-words", "De wet.")], "consequence-words"),
        })
        {
            await who.GetAsync($"{who.Table}/plan/{page}");
            await who.PressAsync("form.composer", typed);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, who.Status);
            Assert.NotNull(who.Page.QuerySelector($"#{missing}-error"));
            Assert.NotNull(who.Page.QuerySelector("[role=alert]"));
            foreach (var (name, value) in typed)
            {
                var field = who.Page.QuerySelector($"#{name}")!;
                Assert.Equal(value, field is IHtmlInputElement input ? input.Value : field.TextContent);
            }
        }
    }

    [Fact]
    public async Task A_worry_of_somebody_else_that_one_may_not_read_is_not_offered_and_not_taken()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var hidden = await fatma.LayAsync("worry", "Dit zeg ik niet hardop.", ("readers", "OnlyMe"));
        await esra.GetAsync(esra.Table + "/plan/goal");
        Assert.DoesNotContain("Dit zeg ik niet hardop.", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form.composer", ("words", "Ik wil rust."), ("better-words", "Stil."), ("worry", hidden.Split('/')[^1]));
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        Assert.Contains("Ik wil rust.", esra.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Child_and_parents_say_what_they_notice_and_nobody_asks_whether_it_was_kept_R69_R113(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var bo = await running.AsAsync("bo");
        var thing = await esra.LayInPlanAsync(
            "agreement", ("words", "Oma haalt ons op."), ("who", await esra.SeatAsync("Fatma")), ("way", "Rest"), ("until", "2027-01-31"));
        await amir.GetAsync(thing + "/felt");
        Assert.Equal("Zeg het zoals jij het voelt.", amir.Page.QuerySelector("#words-how")!.TextContent);
        await amir.PressAsync("form.composer", ("words", "Ik hoef niet alleen naar huis."));
        Assert.Contains("Ik hoef niet alleen naar huis.", amir.Page.QuerySelector(".now")!.TextContent, StringComparison.Ordinal);
        await bo.GetAsync(thing + "/felt");
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        await bo.PostAsync(thing + "/felt", [await bo.ProofAsync(), KeyValuePair.Create("words", "Het werkt.")]);
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        await bo.GetAsync(bo.Table + "/plan");
        var rest = bo.Page.QuerySelector("section[aria-labelledby=way-Rest]")!.TextContent;
        foreach (var part in new[] { "Fatma", "Tot 31 januari 2027", "Ik hoef niet alleen naar huis.", "Wat Amir ervan merkt" })
        {
            Assert.Contains(part, rest, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Het werkt.", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_it_is_folds_it_up_with_or_without_words_and_opens_it_again_R113()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        using var amir = await running.AsAsync("amir");
        var thing = await esra.LayInPlanAsync("agreement", ("words", "Oma haalt ons op."), ("who", await esra.SeatAsync("Fatma")));
        await amir.GetAsync(thing + "/fold");
        Assert.Equal(HttpStatusCode.NotFound, amir.Status);
        await fatma.GetAsync(thing);
        await fatma.GetAsync(fatma.Page.QuerySelector("a[href$='/fold']")!.GetAttribute("href")!);
        await fatma.PressAsync("form.composer", ("words", "Het gaat vanzelf."));
        await amir.GetAsync(amir.Table + "/plan");
        Assert.Contains(
            amir.Page.QuerySelectorAll("section[aria-labelledby=folded] details.folded"),
            folded => folded.TextContent.Contains("Oma haalt ons op.", StringComparison.Ordinal));
        Assert.DoesNotContain("Oma haalt ons op.", amir.Page.QuerySelector("section[aria-labelledby=ways]")!.TextContent, StringComparison.Ordinal);

        // Pressed by the other in the same moment: the words come back.
        await esra.GetAsync(thing + "/fold");
        await esra.PressAsync("form.composer", ("words", "Ik dacht het ook."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("Ik dacht het ook.", esra.Page.QuerySelector("#words")!.TextContent);
        await esra.GetAsync(thing + "/open-again");
        await esra.PressAsync("form.composer");
        await amir.GetAsync(amir.Table + "/plan");
        Assert.Contains("Oma haalt ons op.", amir.Page.QuerySelector("section[aria-labelledby=ways]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_it_is_takes_it_back_and_chooses_who_reads_it_R36_R12()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var bo = await running.AsAsync("bo");
        var thing = await esra.LayInPlanAsync("agreement", ("words", "Amir dekt de tafel."), ("who", await esra.SeatAsync("Amir")));
        await esra.GetAsync(thing + "/readers");
        await esra.PressAsync("main form", ("readers", "OnlyMe"));
        await bo.GetAsync(bo.Table + "/plan");
        Assert.DoesNotContain("Amir dekt de tafel.", bo.Html, StringComparison.Ordinal);
        await amir.GetAsync(amir.Table + "/plan");
        Assert.Contains("Amir dekt de tafel.", amir.Html, StringComparison.Ordinal);
        clock.Advance(Contribution.JustLaid + TimeSpan.FromSeconds(1));
        await esra.GetAsync(thing + "/take-back");
        await esra.PressAsync("main form[action$='/take-back']");
        await amir.GetAsync(amir.Table + "/plan");
        Assert.DoesNotContain("Amir dekt de tafel.", amir.Html, StringComparison.Ordinal);
        Assert.Contains("Esra nam hier iets terug", amir.Page.QuerySelector("section[aria-labelledby=folded]")!.TextContent, StringComparison.Ordinal);
    }
}
