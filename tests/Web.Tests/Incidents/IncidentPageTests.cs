using System.Net;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.NotKnowing;

namespace Keukentafel.Web.Tests.Incidents;

public sealed class IncidentPageTests
{
    private const string Began = "incidents/new?kind=WentWrong";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Amir_tells_first_and_then_Bo_and_each_stands_beside_the_other_R89(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        await bo.GetAsync(bo.Table + "/talks");
        Assert.NotNull(bo.Page.QuerySelector("main a[href$='/incidents']"));
        await bo.GetAsync(bo.Table + "/incidents");
        Assert.NotNull(bo.Page.QuerySelector(".empty"));
        var page = await bo.BeginAsync(Began, "Amir stond voor een dichte deur.");
        Assert.Equal(HttpStatusCode.OK, bo.Status);
        await bo.GetAsync(page.Thing() + "/tell");
        Assert.Null(bo.Page.QuerySelector("form.composer"));
        await amir.SayThereAsync(page, "tell", ("words", "Ik wachtte op het plein."), ("helped-words", "Lina was er ook."));
        await esra.SayThereAsync(page, "tell", ("words", "De bus kwam niet."));
        await esra.SayThereAsync(page, "nothing-of", ("of", await esra.SeatAsync("Lina")), ("words", "Zij slaapt al."));
        await bo.SayThereAsync(page, "tell", ("words", "Ik was al weg."), ("knewnot-words", "Dat er niemand thuis was."));
        await bo.SayThereAsync(page, "learn", ("words", "Eerst bellen."), ("differently-words", "Ik wacht tot er iemand is."));
        Assert.Equal(page, bo.Path);
        var told = bo.Page.QuerySelector(".of-decision")!.QuerySelectorAll(".voice .by b").Select(name => name.TextContent).ToList();
        Assert.Equal(["Amir", "Esra", "Bo"], told.Take(3));
        Assert.Contains("Ik wacht tot er iemand is.", bo.Html, StringComparison.Ordinal);
        Assert.Contains("Dit is een momentopname van", bo.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_which_of_the_two_and_one_sentence_and_telling_asks_one_answer_R150_R89()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.BeginAsync("incidents/new", "Het ging mis.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#kind-error"));
        Assert.Equal("Het ging mis.", esra.Page.QuerySelector("#words")!.TextContent);
        await esra.PressAsync("form.composer", ("kind", "Standstill"));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        var page = esra.Path;
        await esra.BeginAsync(Began, "", ("day", "2020-01-01"));
        Assert.NotNull(esra.Page.QuerySelector("#words-error"));
        await esra.PressAsync("form.composer", ("words", "x"), ("day", "2099-01-01"));
        Assert.NotNull(esra.Page.QuerySelector("details[open] #day-error"));
        foreach (var act in new[] { "tell", "learn" })
        {
            await esra.SayThereAsync(page, act);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
            await esra.PressAsync("form.composer", ("words", "Alleen dit veld."));
            Assert.Equal(HttpStatusCode.OK, esra.Status);
        }

        await esra.SayThereAsync(page, "tell", ("dont-know", "yes"));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
    }

    [Fact]
    public async Task What_Bo_said_then_stays_as_it_was_then_and_who_may_not_read_a_thing_sees_no_gap_T23_R35()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var sentence = await bo.LayAsync("statement", "De klas was om drie uur leeg.", ("know", "WasThere"));
        var own = await esra.LayAsync("worry", "Alleen voor mij deze zorg.", ("readers", "OnlyMe"));
        var page = await esra.BeginAsync(Began, "Een dichte deur.");
        await esra.GetAsync(page);
        await fatma.GetAsync(page);
        var before = fatma.Page.QuerySelector("main")!.TextContent.Replace(" · nieuw", "", StringComparison.Ordinal);
        await esra.GetAsync(page.Thing() + "/known-then");
        await esra.PressAsync("form.composer", ("thing", own.Split('/')[^1]));
        Assert.Contains("Alleen voor mij deze zorg.", esra.Html, StringComparison.Ordinal);
        await fatma.GetAsync(page);
        Assert.Equal(before, fatma.Page.QuerySelector("main")!.TextContent.Replace(" · nieuw", "", StringComparison.Ordinal));
        await esra.SayThereAsync(page, "known-then", ("thing", sentence.Split('/')[^1]));
        await bo.GetAsync(sentence + "/correct");
        await bo.PressAsync("form.composer", ("words", "De klas was om vier uur leeg."), ("reason-words", "Ik keek verkeerd."), ("reason", "Ik keek verkeerd."));
        await fatma.GetAsync(page);
        var card = fatma.Page.QuerySelectorAll("article").Single(one => one.TextContent.Contains("om drie uur", StringComparison.Ordinal));
        Assert.DoesNotContain("om vier uur", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("feit", card.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(card.QuerySelector($"a[href='{sentence}']"));
        await fatma.GetAsync(sentence);
        Assert.Contains("om vier uur", fatma.Html, StringComparison.Ordinal);

        // Taken back, the words are gone here too.
        await esra.GetAsync(page.Thing() + "/known-then");
        await esra.PressAsync("form.composer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
    }

    [Fact]
    public async Task What_came_of_it_is_a_link_to_an_agreement_or_a_page_of_not_knowing_R89()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var page = await esra.BeginAsync("incidents/new?kind=Standstill", "We draaien rond.");
        await esra.GetAsync(esra.Page.QuerySelector("main a[href*='/not-known/new?from=']")!.GetAttribute("href")!);
        await esra.PressAsync("form.composer", ("words", "Wat helpt wel?"));
        Assert.NotNull(esra.Page.QuerySelector($"article a[href='{page.Thing()}']"));
        var unknown = esra.Path;
        await esra.SayThereAsync(page, "came-of-it", ("thing", unknown.Split('/')[^1].Split('?')[0]));
        Assert.Equal(page, esra.Path);
        Assert.Contains("Wat helpt wel?", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_host_says_for_oneself_whether_others_may_learn_and_a_guest_is_not_asked_R88()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var bo = await running.AsAsync("bo");
        var page = await bo.BeginAsync("incidents/new?kind=Standstill", "We komen niet verder.");
        Assert.Contains("Er gaat niets naar iemand anders.", bo.Html, StringComparison.Ordinal);
        Assert.Null(bo.Page.QuerySelector("a[href$='/may-learn']"));
        await bo.GetAsync(page.Thing() + "/may-learn");
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        await bo.PostAsync(page.Thing() + "/may-learn", [await bo.ProofAsync(), KeyValuePair.Create("may", "Yes")]);
        Assert.NotEqual(HttpStatusCode.OK, bo.Status);
        await esra.SayThereAsync(page, "may-learn", ("words", "alleen dit"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Equal("alleen dit", esra.Page.QuerySelector("#words")!.TextContent);
        await esra.PressAsync("form.composer", ("may", "Yes"));
        await amir.SayThereAsync(page, "may-learn", ("may", "Yes"));
        await amir.SayThereAsync(page, "may-learn", ("may", "No"));
        var said = amir.Page.QuerySelectorAll(".of-decision")[^1].TextContent;
        Assert.Contains("zegt nee", said, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(said, "zegt ja"));
    }

    [Fact]
    public async Task Who_may_not_read_it_gets_nothing_whatever_they_try_R12()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        using var jayden = await running.AsAsync("jayden");
        await bo.GetAsync(bo.Table + "/incidents");
        var before = bo.Steady();
        var page = await esra.BeginAsync(Began, "Alleen voor mij.", ("readers", "OnlyMe"));
        await bo.GetAsync(bo.Table + "/incidents");
        Assert.Equal(before, bo.Steady());
        foreach (var who in new[] { bo, jayden })
        {
            var proof = await who.ProofAsync();
            foreach (var act in new[] { "tell", "learn", "known-then", "came-of-it", "may-learn", "nothing-of", "take-back" })
            {
                await who.GetAsync($"{page.Thing()}/{act}");
                Assert.Equal(HttpStatusCode.NotFound, who.Status);
                await who.PostAsync($"{page.Thing()}/{act}", [proof, KeyValuePair.Create("words", "x")]);
                Assert.Equal(HttpStatusCode.NotFound, who.Status);
            }

            await who.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
        }
    }

    [Fact]
    public async Task No_word_of_it_asks_Esra_whose_doing_it_was_and_her_own_words_are_hers_INV88_N39()
    {
        foreach (var english in new[] { false, true })
        {
            var own = Text.All(english).Where(pair => pair.Key.StartsWith("incidents.", StringComparison.Ordinal)).Select(pair => pair.Value).ToList();
            Assert.True(own.Count > 40);
            foreach (var never in new[] { "schuld", "fout", "oorzaak", "verwijt", "blame", "fault", "cause", "guilt", "mistake", "score", "cijfer" })
            {
                Assert.DoesNotContain(own, sentence => sentence.Contains(never, StringComparison.OrdinalIgnoreCase));
            }
        }

        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var page = await esra.BeginAsync(Began, "Het is de schuld van Bo.");
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        await esra.GetAsync(page.Thing() + "/tell");
        Assert.Empty(esra.Page.QuerySelectorAll("form.composer select, form.composer input[type=radio], form.composer input[type=number], form.composer input[type=range]"));
    }
}
