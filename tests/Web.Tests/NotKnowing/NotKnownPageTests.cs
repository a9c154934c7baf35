using Keukentafel.Domain.Access;
using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.NotKnowing;

public sealed class NotKnownPageTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Bo_begins_a_page_Amir_and_Esra_give_the_first_ideas_and_then_Bo_may_R85_R87(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        using var amir = await running.AsAsync("amir");
        using var lina = await running.AsAsync("lina");
        using var esra = await running.AsAsync("esra");
        await bo.GetAsync(bo.Table + "/talks");
        Assert.NotNull(bo.Page.QuerySelector("main a[href$='/not-known']"));
        await bo.GetAsync(bo.Table + "/not-known");
        Assert.NotNull(bo.Page.QuerySelector(".empty"));
        var page = await bo.BeginAsync("not-known/new", "Waarom lukt de donderdag niet?");
        Assert.Equal(HttpStatusCode.OK, bo.Status);

        // To her it is said who is asked first, and there is no form to fill in.
        await bo.GetAsync(page.Thing() + "/say-idea");
        Assert.Null(bo.Page.QuerySelector("form.composer"));
        Assert.Contains("Dit vragen we eerst aan Amir, Lina en Esra.", bo.Page.Body!.TextContent, StringComparison.Ordinal);
        await amir.SayThereAsync(page, "say-idea", ("words", "Woensdag al brood smeren."));
        await lina.SayThereAsync(page, "say-idea", ("later", "yes"));
        await esra.SayThereAsync(page, "say-idea", ("dont-know", "yes"));
        await bo.SayThereAsync(page, "say-idea", ("words", "Ik bel om zeven uur."));
        Assert.Equal(page, bo.Path);
        var said = bo.Page.QuerySelectorAll(".voice").Select(voice => voice.TextContent).ToList();
        Assert.Contains("Woensdag al brood smeren.", said[0], StringComparison.Ordinal);
        Assert.Contains("weet het ook niet", bo.Html, StringComparison.Ordinal);
        Assert.Contains("Ik bel om zeven uur.", said[^1], StringComparison.Ordinal);
        await bo.GetAsync(bo.Table + "/print");
        Assert.Contains("Woensdag al brood smeren.", bo.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_asks_no_answer_at_all_and_a_small_one_asks_one_R150_R85_N27()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var page = await esra.BeginAsync("not-known/new", "");
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        Assert.Contains("Esra zegt: we weten het nog niet", esra.Page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        foreach (var part in new[] { "say-not-known", "say-can-find", "say-cannot-find", "say-idea", "say-small-step", "say-rather-not", "say-near", "now-known" })
        {
            await esra.SayThereAsync(page, part);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
            Assert.NotNull(esra.Page.QuerySelector("#words-error"));
            await esra.PressAsync("form.composer", ("words", "Alleen dit veld."));
            Assert.Equal(HttpStatusCode.OK, esra.Status);
            Assert.Equal(page, esra.Path);
        }
    }

    [Fact]
    public async Task What_is_too_long_or_a_day_that_went_by_is_asked_again_with_every_word_there()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var longest = new string('a', 1001);
        await esra.BeginAsync("not-known/new", longest);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal(longest, esra.Page.QuerySelector("#words")!.TextContent);
        await esra.PressAsync("form.composer", ("words", "kort"));
        var page = esra.Path;
        await esra.SayThereAsync(page, "look-again", ("day", "2020-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#day-error"));
    }

    [Fact]
    public async Task Words_of_who_must_wait_are_not_lost_when_somebody_else_was_asked_first_meanwhile_R87()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        using var esra = await running.AsAsync("esra");
        var page = await esra.BeginAsync("not-known/new", "Waarom?");

        // Esra says why there is nothing of the children; a form of Bo that came too early keeps its words.
        foreach (var child in new[] { "Amir", "Lina" })
        {
            await esra.SayThereAsync(page, "nothing-of", ("of", await esra.SeatAsync(child)), ("words", "Zij zijn bij oma."));
        }

        Assert.Contains("Zij zijn bij oma.", esra.Html, StringComparison.Ordinal);
        var proof = await bo.ProofAsync();
        await bo.PostAsync(page.Thing() + "/say-idea", [proof, KeyValuePair.Create("words", "Een plan van Bo.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bo.Status);
        Assert.Equal("Een plan van Bo.", bo.Page.QuerySelector("#words")!.TextContent);
        await esra.SayThereAsync(page, "say-idea", ("later", "yes"));
        await bo.PressAsync("form.composer");
        Assert.Equal(HttpStatusCode.OK, bo.Status);
        Assert.Contains("Een plan van Bo.", bo.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amir_leaves_it_as_it_is_with_one_press_and_that_is_enough_INV53()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        await amir.BeginAsync("not-known/new", "Ik weet niet wat ik wil.");
        await amir.PressAsync("form[action$='/leave-it']");
        Assert.Equal(HttpStatusCode.OK, amir.Status);
        Assert.Contains("laat het even zo", amir.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_becomes_known_folds_and_stays_and_Amir_opens_it_again_R85()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        var page = await esra.BeginAsync("not-known/new", "Wie haalt Lina?");
        await esra.SayThereAsync(page, "say-near", ("words", "Oma belt."), ("who", await esra.SeatAsync("Fatma")));
        await esra.SayThereAsync(page, "now-known", ("words", "Oma haalt Lina."));
        Assert.Contains("Oma haalt Lina.", esra.Page.QuerySelector(".voice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Oma belt.", esra.Page.QuerySelector("details.folded:not([open])")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(esra.Table + "/not-known");
        Assert.NotNull(esra.Page.QuerySelector("section[aria-labelledby=known] details.folded"));
        await amir.SayThereAsync(page, "not-yet", ("words", "Mij zei niemand iets."));
        Assert.Contains("Mij zei niemand iets.", amir.Html, StringComparison.Ordinal);
        await amir.GetAsync(amir.Table + "/not-known");
        Assert.NotNull(amir.Page.QuerySelector("section[aria-labelledby=open]"));
        await amir.GetAsync(page.Thing() + "/not-yet");
        Assert.Equal(HttpStatusCode.NotFound, amir.Status);
    }

    [Fact]
    public async Task From_where_Bo_says_not_to_know_a_page_begins_and_goes_no_further_than_it_did_R84_R12()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        using var bo = await running.AsAsync("bo");
        var seat = await esra.SeatAsync("Fatma");
        await esra.GetAsync(esra.Table + "/decisions/new");
        await esra.PressAsync("form.composer", ("words", "Vertellen we het geheimpje?"), ("unknown", "yes"), ("named", seat));
        var decision = esra.Path;
        var begins = esra.Page.QuerySelector("main a[href*='/not-known/new?from=']")!.GetAttribute("href")!;
        await esra.GetAsync(begins);
        await esra.PressAsync("form.composer", ("words", "Wat het met ons doet."));
        var page = esra.Path;
        Assert.NotNull(esra.Page.QuerySelector($"article a[href='{decision.Replace("/decisions/", "/things/", StringComparison.Ordinal)}']"));
        await fatma.GetAsync(page);
        Assert.Contains("Wat het met ons doet.", fatma.Html, StringComparison.Ordinal);
        await bo.GetAsync(page);
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);

        // Who comes to begin there again is shown that there is a page; who may not read where it begins, begins nowhere.
        await fatma.GetAsync(begins);
        Assert.NotNull(fatma.Page.QuerySelector($"main a[href='{page.Thing()}']"));
        await bo.GetAsync(begins);
        Assert.Equal(HttpStatusCode.OK, bo.Status);
        Assert.Null(bo.Page.QuerySelector("input[name=from]"));
        Assert.DoesNotContain(page.Thing(), bo.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_it_and_a_stranger_get_nothing_whatever_they_try_R12()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        using var jayden = await running.AsAsync("jayden");
        await bo.GetAsync(bo.Table + "/not-known");
        var before = bo.Steady();
        var page = await esra.BeginAsync("not-known/new", "Alleen voor mij.", ("readers", "OnlyMe"));
        await bo.GetAsync(bo.Table + "/not-known");
        Assert.Equal(before, bo.Steady());
        foreach (var who in new[] { bo, jayden })
        {
            var proof = await who.ProofAsync();
            foreach (var act in new[] { "say-idea", "say-near", "now-known", "look-again", "nothing-of", "leave-it", "readers", "take-back" })
            {
                if (act != "leave-it")
                {
                    await who.GetAsync($"{page.Thing()}/{act}");
                    Assert.Equal(HttpStatusCode.NotFound, who.Status);
                }

                await who.PostAsync($"{page.Thing()}/{act}", [proof, KeyValuePair.Create("words", "x")]);
                Assert.Equal(HttpStatusCode.NotFound, who.Status);
            }

            await who.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
        }

        using var nobody = running.Stranger();
        await nobody.GetAsync(page);
        Assert.EndsWith("/sign-in", nobody.Path.Split('?')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_say_something_at_once_lose_nothing()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var page = await esra.BeginAsync("not-known/new", "Wie blijft?");
        await esra.GetAsync(page.Thing() + "/say-near");
        await fatma.GetAsync(page.Thing() + "/say-near");
        await Task.WhenAll(esra.PressAsync("form.composer", ("words", "Ik, zegt Esra.")), fatma.PressAsync("form.composer", ("words", "Ik, zegt Fatma.")));
        await esra.GetAsync(page);
        Assert.Contains("Ik, zegt Esra.", esra.Html, StringComparison.Ordinal);
        Assert.Contains("Ik, zegt Fatma.", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_long_Esra_leaves_it_nothing_changes_by_itself_but_one_gentle_question_R86_INV54_N26()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock);
        using var esra = await running.AsAsync("esra");
        var page = await esra.BeginAsync("not-known/new", "Hoe het verder gaat.");
        var day = Netherlands.DayOf(clock.GetUtcNow()).AddDays(7);
        await esra.SayThereAsync(page, "look-again", ("day", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        var article = esra.Page.QuerySelector("article")!.TextContent;
        Assert.DoesNotContain("zouden jullie weer kijken", esra.Html, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromDays(400));
        using var later = await running.AsAsync("esra");
        await later.GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, later.Status);
        Assert.Contains("zouden jullie weer kijken", later.Html, StringComparison.Ordinal);
        Assert.Contains("Hoe het verder gaat.", article, StringComparison.Ordinal);
        await later.GetAsync(later.Table + "/not-known");
        Assert.NotNull(later.Page.QuerySelector("section[aria-labelledby=open] article"));
        await later.GetAsync(later.Table + "/decisions");
        Assert.DoesNotContain("Hoe het verder gaat.", later.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_said_stays_when_Esra_takes_her_own_words_back_D7()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var page = await esra.BeginAsync("not-known/new", "Mijn woorden.");
        await fatma.SayThereAsync(page, "say-near", ("words", "Ik bel elke dag."));
        await esra.GetAsync(page.Thing() + "/take-back");
        await esra.PressAsync("main form[action$='/take-back']");
        await fatma.GetAsync(fatma.Table + "/not-known");
        await fatma.GetAsync(fatma.Page.QuerySelector("main li .links a")!.GetAttribute("href")!);
        Assert.Contains("Ik bel elke dag.", fatma.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Mijn woorden.", fatma.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_meets_the_words_of_the_other_only_by_pressing_T20()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        using var isa = await running.AsAsync("isa");
        var page = await isa.BeginAsync("not-known/new", "Waar is mijn tas?");
        await mark.SayThereAsync(page, "say-idea", ("words", "Woorden van Mark, een."));
        await mark.SayThereAsync(page, "say-near", ("words", "Woorden van Mark, twee."));
        await mark.SayThereAsync(page, "now-known", ("words", "Woorden van Mark, drie."));
        var own = await mark.BeginAsync("not-known/new", "Woorden van Mark, vier.");
        foreach (var address in new[] { page, sanne.Table + "/not-known", sanne.Table + "/print", own })
        {
            await sanne.GetAsync(address);
            var said = sanne.Page.QuerySelectorAll(".said").Where(one => one.TextContent.Contains("Woorden van Mark", StringComparison.Ordinal)).ToList();
            Assert.True(said.Count > 0 || address.EndsWith("/not-known", StringComparison.Ordinal), address);
            Assert.All(said, one => Assert.True(one.Closest("details.folded:not([open])") is not null || address == own, address));
        }
    }
}
