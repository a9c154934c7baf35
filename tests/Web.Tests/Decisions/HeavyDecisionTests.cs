using System.Globalization;
using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Decisions;

public sealed class HeavyDecisionTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_heavy_step_with_the_no_of_Jayden_is_walked_from_the_question_to_looking_back_R72_R75_R77_R78_R80(Database on)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(on, clock);
        using var chantal = await running.AsAsync("chantal");
        using var jayden = await running.AsAsync("jayden");
        using var dennis = await running.AsAsync("dennis");
        var page = await chantal.AskHeavyAsync("Gaat Jayden een tijd bij opa wonen?");
        Assert.Contains("Hier staat nog niets van Jayden", chantal.Html, StringComparison.Ordinal);
        await chantal.HelpDecideAsync(page);

        // The child goes first: a grown-up is told so, and nothing is asked of them yet.
        await chantal.GetAsync(page.Act() + "/gets-less");
        Assert.Null(chantal.Page.QuerySelector("form.composer"));
        Assert.Contains("Dit vragen we eerst aan Jayden.", chantal.Html, StringComparison.Ordinal);
        await jayden.DoAsync(page, "gets-less", ("which", "Friends"), ("words", "Dan zie ik Sem niet meer."));
        await jayden.DoAsync(page, "stand", ("stance", "Disagree"), ("words", "Ik wil thuis blijven."), ("rather-words", "Dat opa bij ons komt."));
        Assert.DoesNotContain("Hier staat nog niets van Jayden", jayden.Html, StringComparison.Ordinal);

        // His no is no hindrance to help and asks him nothing more; who decides against it owes four things.
        string[] owed = ["reason", "authority-words", "rights-words", "object-words"];
        await dennis.GetAsync(page.Act() + "/close");
        Assert.Contains("Jayden is het er niet mee eens.", dennis.Html, StringComparison.Ordinal);
        Assert.Contains("besluit van Dennis", dennis.Html, StringComparison.Ordinal);
        await dennis.PressAsync("form.composer", ("reason", "Het is nu te onrustig thuis."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, dennis.Status);
        Assert.Equal("Het is nu te onrustig thuis.", dennis.Page.QuerySelector("#reason")!.TextContent);
        Assert.NotNull(dennis.Page.QuerySelector("#authority-words-error"));
        await dennis.PressAsync("form.composer", [.. owed.Select(field => (field, (string?)$"Hierom: {field}."))]);
        Assert.Equal(HttpStatusCode.OK, dennis.Status);

        // What Jayden reads: never "we", his no as large as the decision, and what he can do.
        await jayden.GetAsync(page);
        var card = jayden.Page.QuerySelector("article.decision")!.TextContent;
        Assert.Contains("Besluit van Dennis", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Dit kozen we samen", jayden.Html, StringComparison.Ordinal);
        Assert.Contains("Ik wil thuis blijven.", card, StringComparison.Ordinal);
        Assert.All(owed, field => Assert.Contains($"Hierom: {field}.", card, StringComparison.Ordinal));
        foreach (var frozen in new[] { "De weg Adult.", "De weg SupportOnly.", "Dat kan nu niet: NothingNew.", "Waar dat van komt.", "Dan zie ik Sem niet meer." })
        {
            Assert.Contains(frozen, jayden.Html, StringComparison.Ordinal);
        }

        // Looking back: a gentle question after the day, Jayden first.
        Assert.DoesNotContain("Kijken jullie nog even?", jayden.Html, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromDays(45));
        using var later = await running.AsAsync("jayden");
        using var mother = await running.AsAsync("chantal");
        await mother.GetAsync(page);
        Assert.Contains("Kijken jullie nog even?", mother.Html, StringComparison.Ordinal);
        await mother.GetAsync(page.Act() + "/look-back");
        Assert.Contains("Dit vragen we eerst aan Jayden.", mother.Html, StringComparison.Ordinal);
        await later.DoAsync(page, "look-back", ("lessnice-words", "Ik was vaak alleen."));
        await mother.DoAsync(page, "look-back", ("concerns-words", "Minder."));
        Assert.Contains("Ik was vaak alleen.", mother.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Kijken jullie nog even?", mother.Html, StringComparison.Ordinal);
        await mother.GetAsync(mother.Table + "/print");
        Assert.Contains("Ik wil thuis blijven.", mother.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_question_of_the_opening_talk_has_an_address_and_going_back_keeps_everything_R72()
    {
        await using var running = await Running.StartAsync();
        using var chantal = await running.AsAsync("chantal");
        await chantal.GetAsync(chantal.Table + "/decisions/heavy");
        await chantal.PressAsync("form.composer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        await chantal.PressAsync("form.composer", ("words", "Bellen we iemand?"));
        Assert.Contains("step=Step", chantal.Path, StringComparison.Ordinal);
        await chantal.PressAsync("form.composer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        Assert.NotNull(chantal.Page.QuerySelector("#heavy-error"));
        await chantal.PressAsync("form.composer", ("heavy", "Report"));
        await chantal.PressAsync("form.composer", "Step");
        Assert.True(chantal.Page.QuerySelector("input[value=Report]")!.HasAttribute("checked"));
        await chantal.PressAsync("form.composer", "Question");
        Assert.Equal("Bellen we iemand?", chantal.Page.QuerySelector("#words")!.TextContent);
    }

    [Fact]
    public async Task The_nine_are_small_steps_that_can_be_passed_by_and_not_now_is_enough_R72()
    {
        await using var running = await Running.StartAsync();
        using var chantal = await running.AsAsync("chantal");
        var page = await chantal.AskHeavyAsync("Gaat Jayden een tijd bij opa wonen?");
        await chantal.GetAsync(page.Act() + "/help-decide?aid=Network");
        Assert.Equal("Vraag 1 van 8", chantal.Page.QuerySelector(".step-of")!.TextContent);
        Assert.Empty(chantal.Page.QuerySelectorAll("form.composer input[type=checkbox], form.composer input[type=radio]"));
        await chantal.PressAsync("form.composer", ("words", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        await chantal.PressAsync("form.composer", ("not-now-words", "Oma is ziek."));
        Assert.Contains("aid=Kinds", chantal.Path, StringComparison.Ordinal);
        await chantal.GetAsync(page);
        Assert.Contains("nu niet, omdat", chantal.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("help-decide?aid=Network", chantal.Html, StringComparison.Ordinal);
        Assert.Contains("help-decide?aid=Learning", chantal.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_finished_while_something_is_open_and_that_is_said_with_where_to_go_R72_R77_R15()
    {
        await using var running = await Running.StartAsync();
        using var chantal = await running.AsAsync("chantal");
        var page = await chantal.AskHeavyAsync("Gaat Jayden een tijd bij opa wonen?");
        await chantal.DoAsync(page, "propose", ("words", "Ja."));
        Assert.Null(chantal.Page.QuerySelector("main a[href$='/close']"));
        await chantal.GetAsync(page.Act() + "/close");
        Assert.Null(chantal.Page.QuerySelector("form.composer"));
        var open = chantal.Page.QuerySelectorAll(".open-steps a").Select(link => link.GetAttribute("href")!.Split('/')[^1].Split('=')[0]).ToHashSet();
        Assert.Equal(["help-decide?aid", "why-not?kind", "nothing-yet?child", "gets-less"], open);
        await chantal.PostAsync(page.Act() + "/close", [await chantal.ProofAsync(), KeyValuePair.Create("step", "1")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        await chantal.GetAsync(page);
        Assert.DoesNotContain("Er is gekozen", chantal.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Nobody_decides_that_Jayden_moves_before_ways_that_ask_it_of_grown_ups_lie_there_and_he_said_what_he_loses_N28_N29(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var chantal = await running.AsAsync("chantal");
        using var jayden = await running.AsAsync("jayden");
        var page = await chantal.AskHeavyAsync("Gaat Jayden een tijd bij opa wonen?");
        foreach (var aid in new[] { "Network", "Kinds", "Views", "Dissent", "Standing", "Learning" })
        {
            await chantal.DoAsync(page, "help-decide?aid=" + aid, ("words", "Over " + aid + " is gepraat."));
        }

        await chantal.DoAsync(page, "help-decide?aid=Knowing", ("words", "Hij slaapt slecht."), ("not-known-words", "Waar dat van komt."));
        await chantal.DoAsync(page, "option", ("words", "Jayden gaat naar opa."), ("kind", "MovesChild"));
        await chantal.DoAsync(page, "propose", ("words", "Jayden gaat drie weken naar opa."));
        await jayden.DoAsync(page, "stand", ("stance", "Agree"));

        // Only ways that move the child: what is missing is named, one by one, and nothing can be decided.
        Assert.Equal(
            ["gets-less", "help-decide?aid=Options", "why-not?kind=Adult", "why-not?kind=Network", "why-not?kind=NothingNew", "why-not?kind=SupportOnly"], await OpenAsync());
        await chantal.PostAsync(page.Act() + "/close", [await chantal.ProofAsync(), KeyValuePair.Create("step", "1")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        foreach (var kind in new[] { "Adult", "SupportOnly" })
        {
            await chantal.DoAsync(page, "option", ("words", "De weg " + kind + "."), ("kind", kind), ("less-words", "Minder tijd voor " + kind + "."));
        }

        foreach (var kind in new[] { "Network", "NothingNew" })
        {
            await chantal.DoAsync(page, "why-not?kind=" + kind, ("words", "Dat kan nu niet: " + kind + "."));
        }

        // And nobody passes by what it takes away.
        Assert.Equal(["gets-less"], await OpenAsync());
        await chantal.PostAsync(page.Act() + "/close", [await chantal.ProofAsync(), KeyValuePair.Create("step", "1")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        await jayden.DoAsync(page, "gets-less", ("which", "Friends"), ("words", "Dan zie ik Sem niet meer."));
        await chantal.GetAsync(page);
        Assert.NotNull(chantal.Page.QuerySelector("main a[href$='/close']"));
        foreach (var where in new[] { page, chantal.Table + "/print" })
        {
            await chantal.GetAsync(where);
            Assert.All(["Dan zie ik Sem niet meer.", "Minder tijd voor Adult."], words => Assert.Contains(words, chantal.Html, StringComparison.Ordinal));
        }

        async Task<IEnumerable<string>> OpenAsync()
        {
            await chantal.GetAsync(page.Act() + "/close");
            return chantal.Page.QuerySelectorAll(".open-steps a").Select(link => link.GetAttribute("href")!.Split('/')[^1]).Order(StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_of_a_child_stands_there_with_the_reason_and_who_asks_R15()
    {
        await using var running = await Running.StartAsync();
        using var chantal = await running.AsAsync("chantal");
        using var jayden = await running.AsAsync("jayden");
        var page = await chantal.AskHeavyAsync("Gaat Jayden een tijd bij opa wonen?");
        await chantal.GetAsync(chantal.Page.QuerySelector("main a[href*='/nothing-yet']")!.GetAttribute("href")!);
        await chantal.PressAsync("form.composer", ("words", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        await chantal.PressAsync("form.composer", ("words", "Hij is op kamp."));
        Assert.Contains("Hier staat nog niets van Jayden", chantal.Html, StringComparison.Ordinal);
        Assert.Contains("Chantal vraagt het aan Jayden.", chantal.Html, StringComparison.Ordinal);
        Assert.Contains("Hij is op kamp.", chantal.Html, StringComparison.Ordinal);
        await jayden.GetAsync(page.Act() + "/nothing-yet");
        Assert.Equal(HttpStatusCode.NotFound, jayden.Status);
        await chantal.DoAsync(page, "gets-less", ("words", "Ik zie hem minder."));
        Assert.Contains("Ik zie hem minder.", chantal.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_laid_with_it_goes_with_its_kind_and_answers_and_only_to_who_may_read_it_R35()
    {
        await using var running = await Running.StartAsync();
        using var chantal = await running.AsAsync("chantal");
        using var dennis = await running.AsAsync("dennis");
        var jayden = await chantal.SeatAsync("Jayden");
        await chantal.GetAsync(chantal.Table);
        var said = await chantal.LayAsync("statement", "De deur stond open.", ("know", "WasThere"), ("about", jayden), ("readers", "These"), ("named", jayden));
        await chantal.GetAsync(chantal.Table);
        var page = await chantal.AskHeavyAsync("Gaat Jayden een tijd bij opa wonen?");
        await chantal.GetAsync(page.Act() + "/help-decide?aid=Kinds");
        Assert.Contains("De deur stond open.", chantal.Html, StringComparison.Ordinal);
        await chantal.PressAsync("form.composer", ("thing", said.Split('/')[^1]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        Assert.NotNull(chantal.Page.QuerySelector("input[name=thing][checked]"));
        await chantal.PressAsync("form.composer", ("words", "Dit hoort erbij."));
        await chantal.GetAsync(page);
        Assert.NotNull(chantal.Page.QuerySelector(".of-decision .statement .kind-fact"));

        // The words that were said with it show to everybody who takes part; that there is more, to nobody who may not read it.
        await dennis.GetAsync(page);
        var hidden = dennis.Page.QuerySelectorAll(".of-decision").Single(part => part.TextContent.Contains("Dit hoort erbij.", StringComparison.Ordinal));
        Assert.DoesNotContain("De deur stond open.", dennis.Html, StringComparison.Ordinal);
        Assert.Single(hidden.QuerySelector(".stack")!.Children);

        // Nobody lays with it what they may not read themselves.
        await dennis.GetAsync(page.Act() + "/help-decide?aid=Kinds");
        Assert.DoesNotContain("De deur stond open.", dennis.Html, StringComparison.Ordinal);
        await dennis.PressAsync("form.composer", ("words", "Ik ook."), ("thing", said.Split('/')[^1]));
        Assert.Equal(HttpStatusCode.NotFound, dennis.Status);
    }

    [Fact]
    public async Task An_option_asks_one_answer_and_a_law_without_its_day_is_asked_again_R150_R76_R83()
    {
        await using var running = await Running.StartAsync();
        using var jayden = await running.AsAsync("jayden");
        using var chantal = await running.AsAsync("chantal");
        var page = await chantal.AskHeavyAsync("Gaat Jayden een tijd bij opa wonen?");
        await jayden.DoAsync(page, "option", ("words", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, jayden.Status);
        await jayden.PressAsync("form.composer", ("words", "Opa komt bij ons."));
        Assert.Equal(HttpStatusCode.OK, jayden.Status);
        await chantal.DoAsync(page, "option", ("words", "Alleen hulp."), ("legal", "Difficult"), ("good-words", "Rust."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        Assert.Equal("Rust.", chantal.Page.QuerySelector("#good-words")!.TextContent);
        await chantal.PressAsync("form.composer", ("legal-on", "2026-11-01"));
        var ways = chantal.Page.QuerySelectorAll(".decision-ways > li");
        Assert.Equal(2, ways.Length);
        Assert.Contains("Dat was zo op 1 november", ways[1].TextContent, StringComparison.Ordinal);
        await jayden.GetAsync(jayden.Page.QuerySelector(".decision-ways a[href*='/things/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, jayden.Status);
        Assert.NotNull(jayden.Page.QuerySelector("a[href$='/take-back']"));
        Assert.Null(jayden.Page.QuerySelector("a[href$='/readers']"));
    }

    [Fact]
    public async Task Looking_back_asks_one_answer_or_another_day_R150_R80()
    {
        await using var running = await Running.StartAsync();
        using var jayden = await running.AsAsync("jayden");
        using var chantal = await running.AsAsync("chantal");
        var page = await chantal.AskAsync("Gaan we zwemmen?", "Ja.");
        await chantal.GetAsync(page.Act() + "/look-back");
        Assert.Equal(HttpStatusCode.NotFound, chantal.Status);
        await chantal.DoAsync(page, "close");
        await jayden.DoAsync(page, "look-back");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, jayden.Status);
        await jayden.PressAsync("form.composer", ("unknown", "yes"));
        Assert.Contains("weet het (nog) niet", jayden.Html, StringComparison.Ordinal);
        await chantal.DoAsync(page, "look-back", ("later", "2020-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        await chantal.PressAsync("form.composer", ("later", "2099-03-05"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        var later = Ahead.Day(70);
        await chantal.PressAsync("form.composer", ("later", later.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Contains(later.ToString("d MMMM", CultureInfo.GetCultureInfo("nl-NL")), chantal.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_of_eleven_is_asked_little_and_reads_no_list_of_what_is_open_A2()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        var page = await esra.AskHeavyAsync("Gaan Amir en Lina een tijd naar oma?");
        await amir.GetAsync(page);
        Assert.Null(amir.Page.QuerySelector(".open-steps"));
        Assert.NotNull(amir.Page.QuerySelector("a[href$='/gets-less']"));
        await amir.DoAsync(page, "gets-less", ("which", "Pet"));
        Assert.Contains("een dier", amir.Html, StringComparison.Ordinal);
        await amir.GetAsync(page.Act() + "/option");
        Assert.Null(amir.Page.QuerySelector("details"));
    }
}
