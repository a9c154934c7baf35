using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Data.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Talks;

/// <summary>The one screen on the table: what it shows, what it can do, and what it cannot.</summary>
public sealed class AtTheTableTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_worker_with_private_words_a_father_and_a_child_at_one_screen_see_only_what_all_may_read_R12_R126(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var joris = await running.AsAsync("joris");
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        await joris.LayAsync("worry", "Ik slaap slecht van dit gezin.", ("readers", "OnlyMe"));
        await amir.LayAsync("wish", "Ik wil het alleen tegen mama zeggen.", ("readers", "These"), ("named", await amir.SeatAsync("Esra")));
        var talk = await joris.PlanAsync("De ochtend", "Esra", "Amir", "Fatma");
        await amir.GetAsync(talk + "/points/new");
        await amir.PressAsync("form.composer", ("words", "Ik wil iets over juf zeggen."), ("first", "yes"));
        await joris.BeginAsync(talk, "table", "Esra", "Amir");
        Assert.Equal(talk + "/at-table", joris.Path);
        await joris.SayAsync("Amir", "We aten samen.");
        Assert.Equal(talk + "/at-table", joris.Path);
        Assert.Contains("We aten samen.", joris.Html, StringComparison.Ordinal);
        Assert.Contains("vraag 1 van 5", joris.Html, StringComparison.Ordinal);

        // Oma comes in: what was said without her goes at once, also the question that Amir laid ready for others.
        await joris.GetAsync(talk + "/present");
        await joris.SayPresentAsync(null, "Esra", "Amir", "Fatma", "Bo");
        Assert.DoesNotContain("We aten samen.", joris.Html, StringComparison.Ordinal);
        Assert.Contains("vraag 1 van 4", joris.Html, StringComparison.Ordinal);
        await joris.SayAsync("Bo", "Amir hielp vandaag.");
        Assert.Contains("Amir hielp vandaag.", joris.Html, StringComparison.Ordinal);

        // And when they go, it is read by those who heard it on their own screens: who is called away from the table for a moment, or says so
        // at the screen, shows nobody what was said without them.
        await joris.GetAsync(talk + "/present");
        await joris.SayPresentAsync(null, "Esra", "Amir");
        Assert.DoesNotContain("We aten samen.", joris.Html, StringComparison.Ordinal);
        await esra.GetAsync(talk);
        Assert.Contains("We aten samen.", esra.Html, StringComparison.Ordinal);
        foreach (var hidden in new[] { "Ik slaap slecht", "alleen tegen mama" })
        {
            Assert.DoesNotContain(hidden, joris.Html, StringComparison.Ordinal);
        }

        // Bo reads on his own screen what was said while he was there, and nothing else.
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(talk);
        Assert.Contains("Amir hielp vandaag.", bo.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("We aten samen.", bo.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("over juf", bo.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_somebody_present_may_not_read_is_not_on_the_screen_R12()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        var talk = await esra.PlanAsync("De ochtend", "Amir");
        await amir.GetAsync(talk + "/points/new");
        await amir.PressAsync("form.composer", ("words", "Ik wil iets over juf zeggen."));
        await esra.BeginAsync(talk, "table", "Amir");
        await esra.NextAsync();
        Assert.Contains("over juf", esra.Html, StringComparison.Ordinal);
        await esra.GetAsync(talk + "/present");
        await esra.SayPresentAsync(null, "Amir", "Bo");
        Assert.DoesNotContain("over juf", esra.Html, StringComparison.Ordinal);
        Assert.Contains("Wat gaat er goed?", esra.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Er ligt nu geen vraag", esra.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_screen_on_the_table_reaches_its_talk_and_nothing_of_whoever_began_it(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        var thing = await esra.LayAsync("worry", "Alleen voor mij.", ("readers", "OnlyMe"));
        var other = await esra.PlanAsync("Een ander gesprek");
        var talk = await esra.PlanAsync("De ochtend");
        await esra.BeginAsync(talk, "table", "Amir");
        var reached = running.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).ToList();
        Assert.True(reached.Count > 50);
        foreach (var endpoint in reached)
        {
            var address = endpoint.RoutePattern.RawText!
                .Replace("{circle:guid}", table.Split('/')[2], StringComparison.Ordinal).Replace("{talk:guid}", other.Split('/')[4], StringComparison.Ordinal)
                .Replace("{id:guid}", thing.Split('/')[4], StringComparison.Ordinal).Replace("{seat:guid}", Guid.Empty.ToString(), StringComparison.Ordinal);
            var isPost = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST");
            await esra.GetAsync(talk + "/at-table");
            var proof = Visitor.Fields((IHtmlFormElement)esra.Page.QuerySelector("#composer")!).First(field => field.Key == "proof");
            if (isPost)
            {
                await esra.PostAsync(address, [proof, KeyValuePair.Create("words", "Zo maar.")]);
            }
            else
            {
                await esra.GetAsync(address);
            }

            Assert.True(
                esra.Status == HttpStatusCode.NotFound || esra.Path == talk + "/at-table", $"{(isPost ? "POST" : "GET")} {address} gave {esra.Status} at {esra.Path}");
            Assert.True(esra.Status == HttpStatusCode.NotFound || endpoint.Metadata.GetMetadata<OnTheTable>() is null, address);
            Assert.DoesNotContain("Alleen voor mij.", esra.Html, StringComparison.Ordinal);
        }

        // Nothing of it was kept as somebody's draft either.
        using var again = await running.AsAsync("esra");
        await again.GetAsync("/drafts");
        Assert.DoesNotContain("Zo maar.", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_screen_needs_a_sign_in_and_the_session_of_who_began_it_has_ended()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var beside = new Visitor(running.Address);
        var talk = await esra.PlanAsync("De ochtend");
        foreach (Cookie cookie in esra.Cookies.GetAllCookies())
        {
            beside.Cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, running.Address.Host));
        }

        await esra.BeginAsync(talk, "table", "Amir");
        await beside.GetAsync(talk);
        Assert.Equal("/sign-in", beside.Path);
        await esra.GetAsync("/tables");
        Assert.Equal(talk + "/at-table", esra.Path);
        Assert.Null(esra.Page.QuerySelector("nav"));
        await esra.SteerAsync("end");
        Assert.Contains("Het gesprek is klaar", esra.Html, StringComparison.Ordinal);
        Assert.NotNull(esra.Page.QuerySelector("a[href='/sign-in']"));
        await esra.GetAsync(talk + "/at-table");
        Assert.Equal("/sign-in", esra.Path);
        await esra.GetAsync("/sign-in");
        Assert.Null(esra.Page.QuerySelector("nav.site-own"));
    }

    [Fact]
    public async Task The_screen_does_not_expire_while_people_talk()
    {
        var clock = new Clock();
        await using var running = await Running.StartAsync(Database.Sqlite, clock);
        using var joris = await running.AsAsync("joris");
        var talk = await joris.PlanAsync("De ochtend");
        await joris.BeginAsync(talk, "table", "Esra");
        clock.Now = clock.Now.AddHours(4);
        await joris.SayAsync("Esra", "We zitten er nog.");
        Assert.Equal(talk + "/at-table", joris.Path);
        Assert.Contains("We zitten er nog.", joris.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_of_who_says_them_and_only_the_teller_reads_them_back_R10_R13()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        var talk = await joris.PlanAsync("De ochtend");
        await joris.BeginAsync(talk, "table", "Esra", "Amir", "Bo");
        await joris.SayAsync("Esra", "Amir stond zelf op.");
        var card = joris.Page.QuerySelector(".talk-cards article")!;
        Assert.Contains("Esra, mama", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("opgeschreven door Joris · nog niet nagelezen", card.TextContent, StringComparison.Ordinal);
        await joris.SayAsync("Joris", "Ik hoorde Amir lachen.");
        Assert.Contains("aan tafel opgeschreven · nog niet nagelezen", joris.Page.QuerySelectorAll(".talk-cards article")[1].TextContent, StringComparison.Ordinal);

        // Nobody but Esra can say that it is right: not who wrote it, not another.
        // What a child asked of her stands before it on her table; the sentence itself lies there as well.
        await esra.GetAsync(esra.Table);
        var lies = esra.Page.QuerySelectorAll("article").First(one => one.TextContent.Contains("Amir stond zelf op.", StringComparison.Ordinal));
        var thing = lies.QuerySelector("a[href*='/things/']")!.GetAttribute("href")![..(esra.Table.Length + 44)];
        foreach (var other in new[] { await running.AsAsync("joris"), bo })
        {
            await other.GetAsync(thing + "/read-back");
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            await other.PostAsync(thing + "/read-back", [await other.ProofAsync()]);
            Assert.NotEqual(HttpStatusCode.OK, other.Status);
        }

        await esra.GetAsync(thing + "/read-back");
        Assert.Contains("Joris schreef dit voor jou op", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/read-back']");
        Assert.Contains("opgeschreven door Joris · nagelezen", esra.Html, StringComparison.Ordinal);
        await esra.GetAsync(thing + "/read-back");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        await joris.GetAsync(talk + "/at-table");
        Assert.Contains("opgeschreven door Joris · nagelezen", joris.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_down_wrong_is_taken_away_by_the_screen_until_it_was_read_back()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        var talk = await joris.PlanAsync("De ochtend");
        await joris.BeginAsync(talk, "table", "Esra", "Amir");
        await joris.SayAsync("Esra", "Dit zei ze niet.");
        await joris.PressAsync("form[action$='/take-away']");
        Assert.DoesNotContain("Dit zei ze niet.", joris.Html, StringComparison.Ordinal);
        Assert.Equal(talk + "/at-table", joris.Path);
    }

    [Fact]
    public async Task Bad_input_keeps_the_words_and_says_what_to_mend_R49()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var talk = await esra.PlanAsync("De ochtend");
        await esra.BeginAsync(talk, "table", "Amir", "Fatma");
        await esra.PressAsync("#composer", ("words", "Zonder mok."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("Zonder mok.", esra.Page.QuerySelector("#words")!.TextContent);
        Assert.Contains("Kies eerst wie er aan het woord is.", esra.Html, StringComparison.Ordinal);
        await esra.SayAsync("Amir", " ");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.True(((IHtmlInputElement)esra.Page.QuerySelector($"input[name=voice][value='{esra.Box("voice", "Amir")}']")!).IsChecked);

        await esra.GetAsync(talk + "/at-table");
        await esra.NextAsync();
        await esra.NextAsync();
        Assert.Contains("Wat is goed genoeg?", esra.Html, StringComparison.Ordinal);
        await esra.SayAsync("Fatma", "Nooit meer ruzie.", ("part", "GoodEnough"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Contains("Wat is goed genoeg? Maak het anders", esra.Html, StringComparison.Ordinal);
        Assert.Equal("Nooit meer ruzie.", esra.Page.QuerySelector("#words")!.TextContent);
        await esra.PressAsync("#composer");
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        Assert.Contains("Nooit meer ruzie.", esra.Page.QuerySelector(".one-sheet")!.TextContent, StringComparison.Ordinal);

        await esra.NextAsync();
        await esra.SayAsync("Fatma", "Amir halen op dinsdag");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("Amir halen op dinsdag", esra.Page.QuerySelector("#words")!.TextContent);
        Assert.NotNull(esra.Page.QuerySelector("#who-error"));
        await esra.PressAsync("#composer", ("who", esra.Box("who", "Fatma")));
        Assert.Contains("Fatma", esra.Page.QuerySelector(".sheet-line .doers")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobodys_kind_is_chosen_for_them_and_a_child_is_not_asked_INV16_D5()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        var talk = await esra.PlanAsync("De ochtend");
        await amir.GetAsync(talk + "/points/new");
        await amir.PressAsync("form.composer", ("words", "Wie haalt mij?"));
        await esra.BeginAsync(talk, "table", "Amir");
        await esra.NextAsync();
        await esra.SayAsync("Esra", "Oma komt op dinsdag.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#as-error"));
        Assert.Equal("Oma komt op dinsdag.", esra.Page.QuerySelector("#words")!.TextContent);
        await esra.PressAsync("#composer", ("as", "WasThere"));
        Assert.Equal("feit, zegt Esra", esra.Page.QuerySelector(".talk-cards .kind-line")!.TextContent.Trim());
        await esra.SayAsync("Amir", "Dat wil ik.");
        Assert.Equal("zo vertelt Amir het", esra.Page.QuerySelectorAll(".talk-cards .kind-line")[^1].TextContent.Trim());
    }

    [Fact]
    public async Task Not_knowing_needs_no_words_and_stands_with_the_question_it_was_said_at_N27_INV53()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var talk = await esra.PlanAsync("De ochtend");
        await esra.BeginAsync(talk, "table", "Amir");
        await esra.NextAsync();
        await esra.PressAsync("#composer", "yes", ("voice", esra.Box("voice", "Amir")));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        await esra.NextAsync();
        var sheet = esra.Page.QuerySelector(".one-sheet")!.TextContent;
        Assert.Contains("Amir weet dit nog niet", sheet, StringComparison.Ordinal);
        Assert.Contains("Wat zou helpen?", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("“”", esra.Html, StringComparison.Ordinal);
        await esra.StandAsync("weet dit nog niet", "Esra", "Agree");
        Assert.Contains("Esra is het ermee eens", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_floods_a_table_with_the_mug_of_somebody_else()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var talk = await esra.PlanAsync("De ochtend");
        await esra.BeginAsync(talk, "table", "Amir");
        for (var n = 1; n <= Door.MostADay; n++)
        {
            await esra.SayAsync("Amir", $"Zin {n}.");
            Assert.Equal(HttpStatusCode.OK, esra.Status);
        }

        await esra.SayAsync("Amir", "De zin die te veel was.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("De zin die te veel was.", esra.Page.QuerySelector("#words")!.TextContent);
        await esra.GetAsync(talk + "/at-table");
        await esra.SayAsync("Esra", "Ik kan nog wel iets zeggen.");
        Assert.Equal(HttpStatusCode.OK, esra.Status);

        // It counts for who writes, whoever's mug it is; what another writes down for Amir is not crowded out by it (T20).
        await esra.GetAsync(talk + "/at-table");
        await esra.SayAsync("Esra", "Ook dit nog.");
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        using var joris = await running.AsAsync("joris");
        var other = await joris.PlanAsync("De middag");
        await joris.BeginAsync(other, "table", "Amir");
        await joris.SayAsync("Amir", "Dit zegt Amir bij Joris.");
        Assert.Equal(HttpStatusCode.OK, joris.Status);
    }

    [Fact]
    public async Task Who_sat_at_the_screen_stands_once_among_who_read_that_day_and_how_often_is_not_said_R6_T22()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        using var amir = await running.AsAsync("amir");
        var talk = await joris.PlanAsync("De ochtend");
        await joris.BeginAsync(talk, "table", "Amir");
        for (var n = 1; n <= 4; n++)
        {
            await joris.SayAsync("Amir", $"Zin {n}.");
        }

        await amir.GetAsync(amir.Table + "/read-by");
        var today = amir.Page.QuerySelector("main h2 + ul")!;
        Assert.Equal("Joris", Assert.Single(today.QuerySelectorAll("li"), item => item.TextContent.Contains("Joris", StringComparison.Ordinal)).TextContent.Trim());
    }

    [Fact]
    public async Task Where_Joris_wrote_down_that_Amir_stands_is_gone_when_Amir_says_that_he_was_not_there_D31_D32()
    {
        await using var running = await Running.StartAsync();
        using var joris = await running.AsAsync("joris");
        using var amir = await running.AsAsync("amir");
        var talk = await joris.PlanAsync("De ochtend");
        await joris.BeginAsync(talk, "table", "Amir", "Esra");
        await joris.NextAsync();
        await joris.NextAsync();
        await joris.SayAsync("Joris", "De ochtend is druk.", ("part", "Together"));
        await joris.StandAsync("De ochtend is druk", "Amir", "Agree");
        await joris.SteerAsync("end");
        await amir.GetAsync(talk + "/sheet");
        Assert.Contains("Amir is het ermee eens", amir.Html, StringComparison.Ordinal);
        await amir.GetAsync(talk);
        await amir.PressAsync("form[action$='/there']", ("there", "no"));
        await amir.GetAsync(talk + "/sheet");
        Assert.Contains("De ochtend is druk.", amir.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Amir is het ermee eens", amir.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_shows_a_teapot_and_no_words()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var talk = await esra.PlanAsync("De ochtend");
        await esra.BeginAsync(talk, "table", "Amir");
        await esra.SayAsync("Amir", "We lachten.");
        await esra.SteerAsync("pause");
        Assert.NotNull(esra.Page.QuerySelector(".teapot"));
        Assert.DoesNotContain("We lachten.", esra.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Amir", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/pause']", "no");
        Assert.Contains("We lachten.", esra.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_sign_of_a_talk_changes_with_what_one_may_read_and_with_nothing_else_D4(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        using var mark = await running.AsAsync("mark");
        var talk = await esra.PlanAsync("De ochtend");
        await fatma.BeginAsync(talk, "own", "Esra", "Amir");
        var before = (await SignAsync(esra, talk), await SignAsync(fatma, talk));
        await fatma.GetAsync(talk);
        Assert.Equal(before.Item2, fatma.Page.QuerySelector("[data-live]")!.GetAttribute("data-sign"));
        await fatma.SayAsync(null, "Amir hielp mij.");
        Assert.NotEqual(before.Item1, await SignAsync(esra, talk));
        var bo = await running.AsAsync("bo");
        var ofBo = await SignAsync(bo, talk);
        await fatma.GetAsync(talk);
        await fatma.SayAsync(null, "En ik hem.");
        Assert.Equal(ofBo, await SignAsync(bo, talk));

        // Who else reads it is no change for who read it already.
        var chosen = (await SignAsync(esra, talk), await SignAsync(fatma, talk));
        await fatma.GetAsync(talk);
        var said = fatma.Page.QuerySelector("main a[href*='/things/']")!.GetAttribute("href")!;
        await fatma.GetAsync(said[..(said.IndexOf("/things/", StringComparison.Ordinal) + 44)] + "/readers");
        await fatma.PressAsync("form[action$='/readers']", ("readers", "GrownUps"));
        Assert.Equal(HttpStatusCode.OK, fatma.Status);
        Assert.Equal(chosen, (await SignAsync(esra, talk), await SignAsync(fatma, talk)));
        await mark.GetAsync(talk + "/sign");
        Assert.Equal(HttpStatusCode.NotFound, mark.Status);
    }

    private static async Task<string> SignAsync(Visitor who, string talk)
    {
        using var answer = await who.SendAsync(new HttpRequestMessage(HttpMethod.Get, talk + "/sign"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
