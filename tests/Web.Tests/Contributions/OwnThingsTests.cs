using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Contributions;

public sealed partial class OwnThingsTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_was_just_laid_vanishes_also_when_it_was_read_and_the_page_said_so_D7_R36(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var thing = await esra.LayAsync("good-thing", "We lachten om de kat.");
        await fatma.GetAsync(fatma.Table);
        Assert.Contains("om de kat", fatma.Html, StringComparison.Ordinal);
        await fatma.GetAsync(thing);
        await fatma.PressAsync("form[action$='/lay-aside']");
        await esra.GetAsync(thing + "/take-back");
        Assert.Contains("Je legde dit net neer. Het gaat helemaal weg. Misschien las iemand het al.", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/take-back']");
        Assert.Contains("Het is helemaal weg.", esra.Html, StringComparison.Ordinal);
        foreach (var who in new[] { esra, fatma })
        {
            await who.GetAsync(thing);
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
            await who.GetAsync(who.Table);
            Assert.Equal(HttpStatusCode.OK, who.Status);
            Assert.DoesNotContain("om de kat", who.Html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("nam hier iets terug", fatma.Html, StringComparison.Ordinal);
        Assert.Null(fatma.Page.QuerySelector("main .nl-link[href*='" + thing + "']"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task After_ten_minutes_the_words_go_and_taken_back_stays_as_new_D7_R36(Database on)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(on, clock);
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var thing = await esra.LayAsync("good-thing", "We lachten om de kat.");
        await fatma.GetAsync(fatma.Table);
        clock.Advance(Contribution.JustLaid + TimeSpan.FromSeconds(1));
        await esra.GetAsync(thing + "/take-back");
        Assert.Contains("Anderen kunnen dit al gelezen hebben.", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/take-back']");
        Assert.Contains("Je woorden zijn weg.", esra.Html, StringComparison.Ordinal);
        using var later = await running.AsAsync("fatma");
        Assert.DoesNotContain("om de kat", later.Html, StringComparison.Ordinal);
        var mark = later.Page.QuerySelectorAll(".taken-back").Single(one => one.TextContent.Contains("Esra nam hier iets terug", StringComparison.Ordinal));
        Assert.StartsWith("Nieuw:", mark.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(thing);
        Assert.DoesNotContain("om de kat", esra.Html, StringComparison.Ordinal);
        Assert.Equal("Teruggenomen", esra.Page.QuerySelector("h1")!.TextContent);
        Assert.Null(esra.Page.QuerySelector(".audience"));
        await esra.GetAsync(thing + "/take-back");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Mark_who_lays_something_for_Sanne_alone_learns_from_no_byte_that_she_read_it_T22_D7(Database on)
    {
        // Two worlds: in one Sanne opens the table and the thing itself, in the other she does not.
        var start = TimeProvider.System.GetUtcNow();
        var told = new List<string>();
        foreach (var reads in new[] { true, false })
        {
            var clock = new FakeTimeProvider(start);
            await using var running = await Running.StartAsync(on, clock);
            using var mark = await running.AsAsync("mark");
            using var sanne = await running.AsAsync("sanne");
            var all = new StringBuilder();
            foreach (var minutes in new[] { 1, 9, 11, 25 })
            {
                await mark.GetAsync(mark.Table);
                var thing = await mark.LayAsync("worry", "Lees je dit?", ("readers", "These"), ("named", await mark.SeatAsync("Sanne")));
                if (reads)
                {
                    await sanne.GetAsync(sanne.Table);
                    await sanne.GetAsync(thing);
                    Assert.Contains("Lees je dit?", sanne.Html, StringComparison.Ordinal);
                }

                // He looks again and again, and then does it.
                for (var minute = 0; minute < minutes; minute++)
                {
                    await LooksAsync(thing + "/take-back");
                    clock.Advance(TimeSpan.FromMinutes(1));
                }

                await LooksAsync(thing + "/take-back");
                await mark.PressAsync("form[action$='/take-back']");
                all.Append(mark.Status).Append(Ids().Replace(mark.Steady(), "id"));
                await LooksAsync(thing);
            }

            told.Add(all.ToString());

            async Task LooksAsync(string page)
            {
                await mark.GetAsync(page);
                all.Append(mark.Status).Append(Ids().Replace(mark.Steady(), "id"));
            }
        }

        Assert.Contains("Het gaat helemaal weg.", told[0], StringComparison.Ordinal);
        Assert.Contains("Anderen kunnen dit al gelezen hebben.", told[0], StringComparison.Ordinal);
        Assert.True(told[0] == told[1], "What Mark sees depends on whether Sanne looked.");
    }

    [Fact]
    public async Task What_was_for_oneself_alone_vanishes_however_old_it_is_D7()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock);
        using var esra = await running.AsAsync("esra");
        var thing = await esra.LayAsync("worry", "Dit is voor mij.", ("readers", "OnlyMe"));
        clock.Advance(TimeSpan.FromMinutes(20));
        await esra.GetAsync(thing + "/take-back");
        Assert.Contains("Alleen jij kunt dit lezen. Het gaat helemaal weg.", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/take-back']");
        await esra.GetAsync(thing);
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
    }

    [Fact]
    public async Task Words_that_somebody_was_typing_for_what_vanished_are_not_lost_D7()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var thing = await esra.LayAsync("statement", "Fatma was er woensdag.", ("know", "WasThere"), ("about", await esra.SeatAsync("Fatma")));
        await fatma.GetAsync(thing + "/answer");
        var form = (IHtmlFormElement)fatma.Page.QuerySelector("form.composer")!;
        await esra.GetAsync(thing + "/take-back");
        await esra.PressAsync("form[action$='/take-back']");
        await fatma.PostAsync(
            form.GetAttribute("action")!, [.. Visitor.Fields(form).Where(field => field.Key != "words"), KeyValuePair.Create("words", "Donderdag was het.")]);
        Assert.Equal(HttpStatusCode.NotFound, fatma.Status);
        Assert.Contains("Donderdag was het.", fatma.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_guests_sentence_about_somebody_keeps_its_trace_for_that_person_D7(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        using var amir = await running.AsAsync("amir");
        using var fatma = await running.AsAsync("fatma");
        var thing = await bo.LayAsync("statement", "Amir had geen gymkleren mee.", ("know", "WasThere"), ("about", await bo.SeatAsync("Amir")));
        await bo.GetAsync(thing + "/take-back");
        Assert.Contains("Amir en jij kunnen de woorden nog lezen.", bo.Html, StringComparison.Ordinal);
        await bo.PressAsync("form[action$='/take-back']");
        foreach (var (who, reads) in new[] { (amir, true), (bo, true), (fatma, false) })
        {
            await who.GetAsync(thing);
            Assert.Contains("Bo nam hier iets terug", who.Html, StringComparison.Ordinal);
            Assert.Equal(reads, who.Html.Contains("geen gymkleren", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task When_the_ten_minutes_pass_between_the_page_and_the_press_one_decides_again_D7()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock);
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var thing = await esra.LayAsync("good-thing", "We lachten om de kat.");
        await esra.GetAsync(thing + "/take-back");
        clock.Advance(Contribution.JustLaid + TimeSpan.FromSeconds(1));
        await esra.PressAsync("form[action$='/take-back']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Contains("Het gaat nu anders dan hier stond.", esra.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Anderen kunnen dit al gelezen hebben.", esra.Html, StringComparison.Ordinal);
        await fatma.GetAsync(thing);
        Assert.Contains("om de kat", fatma.Html, StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/take-back']");
        await fatma.GetAsync(thing);
        Assert.DoesNotContain("om de kat", fatma.Html, StringComparison.Ordinal);
        Assert.Contains("Esra nam hier iets terug", fatma.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_another_says_under_it_between_the_page_and_the_press_keeps_its_place_D7(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var thing = await esra.LayAsync("good-thing", "We lachten om de kat.");
        await esra.GetAsync(thing + "/take-back");
        Assert.Equal("Vanishes", esra.Page.QuerySelector("[name=outcome]")!.GetAttribute("value"));
        await fatma.GetAsync(thing);
        await fatma.GetAsync($"{fatma.Table}/lay?what=statement&under={thing.Split('/')[^1]}");
        await fatma.PressAsync("form.composer", ("words", "De kat viel van de stoel."), ("what", "statement"));
        await fatma.PressAsync("form.composer", ("know", "WasThere"));
        await esra.PressAsync("form[action$='/take-back']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("LeavesAMark", esra.Page.QuerySelector("[name=outcome]")!.GetAttribute("value"));
        await esra.PressAsync("form[action$='/take-back']");
        await fatma.GetAsync(thing);
        Assert.DoesNotContain("om de kat", fatma.Html, StringComparison.Ordinal);
        Assert.Contains("viel van de stoel", fatma.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("take-back")]
    [InlineData("readers")]
    public async Task Nobody_takes_back_or_hides_what_another_said(string act)
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var thing = await esra.LayAsync("good-thing", "We lachten om de kat.");
        foreach (var name in new[] { "amir", "samira", "noor" })
        {
            using var other = await running.AsAsync(name);
            var proof = await other.ProofAsync();
            await other.GetAsync($"{thing}/{act}");
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            await other.PostAsync($"{thing}/{act}", [proof, KeyValuePair.Create("readers", "OnlyMe")]);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }

        using var stranger = running.Stranger();
        await stranger.GetAsync($"{thing}/{act}");
        Assert.Equal("/sign-in", stranger.Path);
        using var fatma = await running.AsAsync("fatma");
        await fatma.GetAsync(thing);
        Assert.Contains("om de kat", fatma.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_author_chooses_anew_who_may_read_and_sees_the_names_first_R12(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var fatma = await running.AsAsync("fatma");
        var thing = await esra.LayAsync("good-thing", "We lachten om de kat.");
        var fatmasSeat = await esra.SeatAsync("Fatma");
        await esra.GetAsync(thing + "/readers");
        Assert.Contains(
            "Fatma, Samira, Bo en Joris", esra.Page.QuerySelector("input[value=GrownUps]")!.Closest("label")!.TextContent, StringComparison.Ordinal);
        Assert.True(((IHtmlInputElement)esra.Page.QuerySelector("input[value=Everyone]")!).IsChecked);

        await esra.PressAsync("form[action$='/readers']", ("readers", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        await esra.PressAsync("form[action$='/readers']", ("readers", "These"), ("named", Guid.Empty.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.True(((IHtmlInputElement)esra.Page.QuerySelector("input[value=These]")!).IsChecked);
        await amir.GetAsync(thing);
        Assert.Equal(HttpStatusCode.OK, amir.Status);

        await esra.PressAsync("form[action$='/readers']", ("readers", "These"), ("named", fatmasSeat));
        Assert.Contains("Alleen jij en Fatma kunnen dit lezen.", esra.Html, StringComparison.Ordinal);
        await amir.GetAsync(thing);
        Assert.Equal(HttpStatusCode.NotFound, amir.Status);
        await fatma.GetAsync(thing);
        Assert.Equal(HttpStatusCode.OK, fatma.Status);

        // Who was named stands ticked; whoever leaves that and chooses everybody, chose everybody.
        await esra.GetAsync(thing + "/readers");
        await esra.PressAsync("form[action$='/readers']", ("readers", "Everyone"));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        await amir.GetAsync(thing);
        Assert.Equal(HttpStatusCode.OK, amir.Status);
    }

    [Fact]
    public async Task Whom_it_is_about_stands_on_what_was_laid()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        var amir = await esra.SeatAsync("Amir");
        foreach (var what in new[] { "worry", "good-thing", "help" })
        {
            var thing = await esra.LayAsync(what, "Het gaat over wie hier zit.", ("about", amir));
            await bo.GetAsync(thing);
            Assert.Contains("Over Amir", bo.Page.QuerySelector("article.sheet")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_guest_cannot_hide_words_from_whom_they_are_about_R3_D6()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        using var amir = await running.AsAsync("amir");
        using var fatma = await running.AsAsync("fatma");
        var thing = await bo.LayAsync("statement", "Amir had geen gymkleren mee.", ("know", "WasThere"), ("about", await bo.SeatAsync("Amir")));
        await bo.GetAsync(thing + "/readers");
        Assert.Contains("kan die persoon lezen", bo.Html, StringComparison.Ordinal);
        await bo.PressAsync("form[action$='/readers']", ("readers", "OnlyMe"));
        await amir.GetAsync(thing);
        Assert.Contains("geen gymkleren", amir.Html, StringComparison.Ordinal);
        await fatma.GetAsync(thing);
        Assert.Equal(HttpStatusCode.NotFound, fatma.Status);
    }

    [Fact]
    public async Task After_laying_down_one_reads_who_can_read_it_and_can_take_it_back()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var (fatma, samira) = (await esra.SeatAsync("Fatma"), await esra.SeatAsync("Samira"));
        var thing = await esra.LayAsync("worry", "Ik slaap slecht.", ("readers", "These"), ("named", fatma), ("named", samira));
        var told = esra.Page.QuerySelector(".told")!;
        Assert.StartsWith("Het ligt op tafel. Fatma en Samira mogen dit lezen.", told.TextContent, StringComparison.Ordinal);
        Assert.Equal(thing + "/take-back", told.QuerySelector("a")!.GetAttribute("href"));
        await esra.LayAsync("worry", "Ik slaap slecht.", ("readers", "OnlyMe"));
        Assert.StartsWith("Het is bewaard. Alleen jij kunt dit lezen.", esra.Page.QuerySelector(".told")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(esra.Table);
        Assert.Null(esra.Page.QuerySelector(".told"));
    }

    [Fact]
    public async Task What_the_next_page_says_travels_without_words_or_names()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/lay?what=worry");
        var form = (IHtmlFormElement)esra.Page.QuerySelector("form.composer")!;
        var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent([.. Visitor.Fields(form).Where(field => field.Key != "words"), KeyValuePair.Create("words", "Ik slaap slecht.")]),
        };
        var answer = await esra.SendAsync(request);
        var said = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("said=", StringComparison.Ordinal)).Split(';')[0];
        Assert.Matches("^said=laid-for(~[0-9a-f]{32})+$", Uri.UnescapeDataString(said));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Going_on_from_what_one_may_not_read_is_going_on_from_nothing(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var hidden = await esra.LayAsync("good-thing", "Dit is van mij alleen.", ("readers", "OnlyMe"));
        await fatma.GetAsync($"{fatma.Table}?older={hidden.Split('/')[4]}");
        var there = fatma.Page.QuerySelector("main")!.InnerHtml;
        await fatma.GetAsync($"{fatma.Table}?older={DraftId.New().Value}");
        Assert.Equal(fatma.Page.QuerySelector("main")!.InnerHtml, there);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
