using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Data.Requests;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Requests;

/// <summary>Somebody asks help for another family: with them, because they know of it, or not at all yet (R59, P3).</summary>
public sealed class AskForFamilyTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_teacher_who_did_not_tell_the_family_finds_the_talk_and_nothing_is_kept_whatever_is_sent_R5_R59(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var teacher = running.Stranger();
        await teacher.GetAsync("/ask");
        await teacher.GetAsync(teacher.Page.QuerySelector("main a[href$='/ask/for']")!.GetAttribute("href")!);
        await teacher.GetAsync(teacher.Page.QuerySelector("main a[href$='/ask/not-yet']")!.GetAttribute("href")!);
        Assert.Contains("Daarom vragen we hier niets en bewaren we niets.", teacher.Html, StringComparison.Ordinal);
        foreach (var page in new[] { "/ask/not-yet", "/ask/call", "/ask/for" })
        {
            await teacher.GetAsync(page);
            Assert.Empty(teacher.Page.QuerySelectorAll("main form, main input, main textarea, main select"));
            Assert.NotNull(teacher.Page.QuerySelector("main a[href='tel:112']"));
            Assert.DoesNotContain("data-draft", teacher.Html, StringComparison.Ordinal);
        }

        await teacher.GetAsync("/ask/not-yet");
        Assert.NotNull(teacher.Page.QuerySelector("main a[href$='/think']"));
        Assert.NotNull(teacher.Page.QuerySelector("main a[href$='/ask/call']"));

        // Sent past the pages, with other words than the three: no request comes of it.
        await Asking.ReadAsync(teacher, "KANARIE-1 hulp voor het gezin hiernaast");
        var fields = Visitor.Fields((IHtmlFormElement)teacher.Page.QuerySelector(Asking.Send)!).Where(one => one.Key != "for").ToList();
        foreach (var path in new[] { "/ask", "/ask/send" })
        {
            foreach (var whose in new[] { "NotYet", "4", "x" })
            {
                await teacher.PostAsync(path, [.. fields, KeyValuePair.Create("for", whose), KeyValuePair.Create("who", "juf"), KeyValuePair.Create("known-words", "nog niet")]);
                Assert.Equal("/ask/not-yet", teacher.Path);
                Assert.DoesNotContain("KANARIE", teacher.Html, StringComparison.Ordinal);
            }
        }

        await teacher.GetAsync("/ask?for=NotYet");
        Assert.Equal("/ask/not-yet", teacher.Path);
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync("/requests");
        Assert.DoesNotContain("KANARIE", samira.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_teacher_asks_for_a_family_that_knows_says_how_and_does_not_say_yes_for_them_R59_R1(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var teacher = running.Stranger();
        await teacher.GetAsync("/ask?for=Family");
        await teacher.PressAsync(Asking.Form, ("helps-words", "KANARIE-2 rust in de ochtend"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, teacher.Status);
        Assert.NotNull(teacher.Page.QuerySelector("#who-error"));
        Assert.Equal("KANARIE-2 rust in de ochtend", teacher.Page.QuerySelector("#helps-words")!.TextContent);
        await teacher.PressAsync(Asking.Form, ("who", "KANARIE-3 juf Els"));
        Assert.NotNull(teacher.Page.QuerySelector("#known-words-error"));
        await teacher.PressAsync(Asking.Form, "You", ("known-words", "KANARIE-4 ik sprak hen gisteren"));
        await teacher.PressAsync(Asking.Form, ("team", Asking.Near(teacher)), ("word", "boom"));
        var main = teacher.Page.QuerySelector("main")!.TextContent;
        foreach (var words in new[] { "KANARIE-2", "KANARIE-3 juf Els", "KANARIE-4 ik sprak hen gisteren", "zolang het gezin daar zelf geen ja op zegt" })
        {
            Assert.Contains(words, main, StringComparison.Ordinal);
        }

        await teacher.PressAsync(Asking.Send);
        var code = teacher.Page.QuerySelector(".way-in-code")!.TextContent;
        using var samira = await running.AsAsync("samira");
        var one = await Asking.OfferAsync(samira, "KANARIE-2");
        Assert.Contains("KANARIE-3 juf Els", samira.Html, StringComparison.Ordinal);
        Assert.Contains("KANARIE-4 ik sprak hen gisteren", samira.Html, StringComparison.Ordinal);

        // Who asked for them does not say yes.
        await Asking.BackAsync(teacher, code, "boom");
        await teacher.PressAsync(Asking.Become);
        await teacher.PressAsync(Asking.Become, ("name", "Els"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, teacher.Status);
        Assert.Contains("Alleen iemand van het gezin zelf zegt hier ja.", teacher.Html, StringComparison.Ordinal);
        await teacher.PressAsync(Asking.Become, ("of-family", "yes"), ("name", "Nadia"));
        Assert.NotNull(teacher.Page.QuerySelector("#child1"));

        // They do not want it: it ends for everybody, and goes on its day.
        await Asking.BackAsync(teacher, code, "boom");
        await teacher.PressAsync("form[action$='/not-wanted']");
        Assert.Contains("Het gezin wil dit niet", teacher.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(teacher.Page.QuerySelector("form[action$='/write']"));
        await samira.GetAsync(one);
        Assert.Contains("Ga er niet mee verder.", samira.Html, StringComparison.Ordinal);
        Assert.Null(samira.Page.QuerySelector($"main form[action='{one}']"));
        await samira.PostAsync(one, [await Contributions.Things.ProofAsync(samira), KeyValuePair.Create("words", "Toch?"), KeyValuePair.Create("name", "Samira"), KeyValuePair.Create("reach-words", "06")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
    }

    [Fact]
    public async Task A_neighbour_with_the_family_beside_says_who_he_is_and_a_worker_ends_what_they_do_not_want()
    {
        var clock = new Clock();
        await using var running = await Running.StartAsync(Database.Sqlite, clock);
        using var neighbour = running.Stranger();
        await neighbour.GetAsync("/ask?for=Together");
        Assert.Null(neighbour.Page.QuerySelector("#known-words"));
        await neighbour.PressAsync(Asking.Form, "You", ("who", "Henk van hiernaast"), ("helps-words", "KANARIE-5 de hond uitlaten"));

        // Back and forth, all of it goes along.
        await neighbour.PressAsync(Asking.Form, "With");
        await neighbour.PressAsync(Asking.Form, "Helps");
        Assert.Equal("Henk van hiernaast", neighbour.Page.QuerySelector("#who")!.GetAttribute("value"));
        await neighbour.PressAsync(Asking.Form, "You");
        await neighbour.PressAsync(Asking.Form, ("team", Asking.Near(neighbour)));
        Assert.Contains("Zij zitten ernaast en lezen mee.", neighbour.Html, StringComparison.Ordinal);
        await neighbour.PressAsync(Asking.Send);
        var code = neighbour.Page.QuerySelector(".way-in-code")!.TextContent;
        using var samira = await running.AsAsync("samira");
        var one = await Asking.AnswerAsync(samira, "KANARIE-5");
        await samira.GetAsync(one);
        Assert.Contains("Henk van hiernaast", samira.Html, StringComparison.Ordinal);
        await samira.PressAsync($"main form[action='{one}/not-wanted']");
        Assert.Equal((HttpStatusCode.OK, one), (samira.Status, samira.Path));
        await Asking.BackAsync(neighbour, code, "");
        Assert.Contains("Niemand gaat hier nog mee verder.", neighbour.Html, StringComparison.Ordinal);
        clock.Now += TimeSpan.FromDays(HelpRequest.StaysAfterNo + 1);
        Assert.True(await running.Services.GetRequiredService<HelpRequests>().RemoveDueAsync(TestContext.Current.CancellationToken) > 0);
        await Asking.BackAsync(neighbour, code, "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, neighbour.Status);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
