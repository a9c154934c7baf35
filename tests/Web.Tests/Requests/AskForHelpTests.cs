using System.Net;
using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Requests;

public sealed class AskForHelpTests
{
    private const string Form = Asking.Form;
    private const string Send = Asking.Send;

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_mother_asks_without_an_account_sees_who_reads_it_and_comes_back_to_an_answer_R57_R58_R60_R125_partly(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var mother = running.Stranger();
        await mother.GetAsync("/");
        await mother.GetAsync(mother.Page.QuerySelector("main .doors a")!.GetAttribute("href")!);
        Assert.Equal("/help", mother.Path);
        await mother.GetAsync(mother.Page.QuerySelector("main a[href$='/ask']")!.GetAttribute("href")!);
        Assert.Contains("Wat zou nu het eerst helpen?", mother.Html, StringComparison.Ordinal);
        Assert.Equal("helps-words", mother.Page.QuerySelector("main textarea")!.Id);
        await mother.PressAsync(Form, ("helps-words", "KANARIE-1 ochtenden"), ("hard-words", "KANARIE-2 alleen"));
        await mother.PressAsync(Form, ("kind", "Household"), ("from", "Neighbours"), ("must-not-words", "KANARIE-3 niet op school"));
        await mother.PressAsync(Form, ("team", Asking.Near(mother)), ("name", "Esra"), ("reach-words", "KANARIE-4 bellen om tien uur"), ("word", "Rode fiets"));

        // Everything as it goes, who reads it, what they must do, and what does not happen (R125).
        var main = mother.Page.QuerySelector("main")!.TextContent;
        foreach (var words in new[]
        {
            "KANARIE-1 ochtenden", "KANARIE-2 alleen", "KANARIE-3 niet op school", "KANARIE-4 bellen om tien uur", "Esra", "het huishouden", "buren",
            "Team Kanaalwijk leest dit.", "Niemand anders kan het hier lezen.", "Dan moeten zij iets doen.", "Zij zien bovenaan hoe zij je wel en niet kunnen bereiken.",
            "Er komt geen cijfer bij je vraag. Niemand kan hier op je naam zoeken.", "We bewaren niet van waar je dit stuurt.", "Er komt geen tafel van zolang jij daar geen ja op zegt.",
            $"{HelpRequest.StaysFor / 7} weken na het laatste antwoord is alles weg. Ligt er iets van jou zonder antwoord? Dan na {HelpRequest.WaitsFor / 30} maanden.",
            "Je kunt het altijd terugnemen. Dan is het meteen weg.",
        })
        {
            Assert.Contains(words, main, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Rode fiets", main, StringComparison.Ordinal);
        await mother.PressAsync(Send);
        Assert.Equal((HttpStatusCode.OK, "/ask/send"), (mother.Status, mother.Path));
        var code = mother.Page.QuerySelector(".way-in-code")!.TextContent;
        Assert.DoesNotContain("KANARIE", mother.Html, StringComparison.Ordinal);

        using var samira = await running.AsAsync("samira");
        await samira.GetAsync("/tables");
        await samira.GetAsync(samira.Page.QuerySelector("main a[href='/requests']")!.GetAttribute("href")!);
        Assert.Contains("KANARIE-1", samira.Html, StringComparison.Ordinal);
        await samira.GetAsync(Asking.LinkOf(samira, "KANARIE-1"));
        foreach (var words in new[] { "KANARIE-1", "KANARIE-2", "KANARIE-3", "KANARIE-4", "Esra", "het huishouden", "buren" })
        {
            Assert.Contains(words, samira.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        // She asked for herself: nobody says for her that a family does not want it.
        Assert.Null(samira.Page.QuerySelector("form[action$='/not-wanted']"));
        var one = samira.Path;
        await samira.PressAsync($"main form[action='{one}']", ("words", " "), ("name", "Samira"), ("reach-words", "06 12 34 56 78"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.NotNull(samira.Page.QuerySelector("#words-error"));
        Assert.Equal("06 12 34 56 78", samira.Page.QuerySelector("#reach-words")!.TextContent);
        await samira.PressAsync($"main form[action='{one}']", ("words", "Ik bel je om tien uur."), ("name", "Samira"), ("reach-words", "06 12 34 56 78"));
        Assert.Equal((HttpStatusCode.OK, one), (samira.Status, samira.Path));
        Assert.Contains("Ik bel je om tien uur.", samira.Html, StringComparison.Ordinal);

        // The browser of whoever: with code and word, and never the question again.
        using var later = running.Stranger();
        await Asking.BackAsync(later, code.ToLowerInvariant(), "rode fiets");
        Assert.Contains("Ik bel je om tien uur.", later.Html, StringComparison.Ordinal);
        Assert.Contains("Samira antwoordt", later.Html, StringComparison.Ordinal);
        Assert.Contains("06 12 34 56 78", later.Html, StringComparison.Ordinal);
        Assert.Contains("Het eerste antwoord kwam op dezelfde dag.", later.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("KANARIE", later.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Esra", later.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await later.PressAsync("form[action$='/write']", ("words", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.Status);
        Assert.NotNull(later.Page.QuerySelector("#words-error"));
        await later.PressAsync("form[action$='/write']", ("words", "KANARIE-5 liever morgen"));
        Assert.Equal(HttpStatusCode.OK, later.Status);
        Assert.DoesNotContain("KANARIE", later.Html, StringComparison.Ordinal);
        await samira.GetAsync(one);
        Assert.Contains("KANARIE-5 liever morgen", samira.Html, StringComparison.Ordinal);
        await later.PressAsync("form[action$='/began']");
        Assert.Contains("De hulp begon op dezelfde dag.", later.Html, StringComparison.Ordinal);
        await samira.GetAsync(one);
        Assert.Contains("De hulp begon op dezelfde dag.", samira.Html, StringComparison.Ordinal);

        // Taken back, it is gone for everybody; the code is one like any other.
        var proof = Asking.ProofOf(samira);
        await later.PressAsync("form[action$='/take-back']");
        Assert.Contains("Het is weg", later.Html, StringComparison.Ordinal);
        await samira.GetAsync(one);
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);
        await samira.PostAsync(one, [KeyValuePair.Create("proof", proof), KeyValuePair.Create("words", "Nog iets.")]);
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);
        await Asking.BackAsync(later, code, "rode fiets");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.Status);
    }

    [Fact]
    public async Task A_mother_without_an_own_word_reads_before_she_sends_what_that_costs_and_how_long_it_stays_R125()
    {
        await using var running = await Running.StartAsync();
        using var mother = running.Stranger();
        await mother.GetAsync("/ask");

        // What happens with it, before she types a word.
        var before = mother.Page.QuerySelector("main details")!.TextContent;
        Assert.Contains("Het team van de plek die je straks kiest, leest dit.", before, StringComparison.Ordinal);
        Assert.Contains("Dan moeten zij iets doen.", before, StringComparison.Ordinal);
        await mother.PressAsync(Form, "You", ("helps-words", "post"));
        Assert.Contains("alleen met een woord kun je later met de hulp om een eigen tafel", mother.Page.QuerySelector("#word-how")!.TextContent, StringComparison.Ordinal);
        await mother.PressAsync(Form, ("team", Asking.Near(mother)));
        var main = mother.Page.QuerySelector("main")!.TextContent;
        var stays = $"Daarom is het dan na {HelpRequest.StaysTakenBack} dagen weg.";
        Assert.Contains(stays, main, StringComparison.Ordinal);
        Assert.DoesNotContain("meteen weg", main, StringComparison.Ordinal);
        await mother.PressAsync(Send);
        await Asking.BackAsync(mother, mother.Page.QuerySelector(".way-in-code")!.TextContent, "");
        var take = mother.Page.QuerySelector("form[action$='/take-back']")!.TextContent;
        Assert.DoesNotContain("alles weg", take.Split("Daarna")[0], StringComparison.Ordinal);
        Assert.Contains("Ja, neem het terug", take, StringComparison.Ordinal);
        await mother.PressAsync("form[action$='/take-back']");
        Assert.Contains("Je vraag is teruggenomen", mother.Html, StringComparison.Ordinal);

        // The page about what happens says the same.
        await mother.GetAsync("/what-happens");
        Assert.Contains($"Koos je geen woord? Dan na {HelpRequest.StaysTakenBack} dagen.", mother.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Another_team_a_professional_at_a_table_a_parent_and_a_stranger_find_no_such_page(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var mother = running.Stranger();
        await Asking.AskAsync(mother, "KANARIE-6 post");
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync("/requests");
        var one = Asking.LinkOf(samira, "KANARIE-6");
        foreach (var name in new[] { "ilse", "joris", "esra", "amir" })
        {
            using var other = await running.AsAsync(name);
            var proof = await Contributions.Things.ProofAsync(other);
            await other.GetAsync("/requests");
            Assert.Equal(name == "ilse" ? HttpStatusCode.OK : HttpStatusCode.NotFound, other.Status);
            Assert.DoesNotContain("KANARIE", other.Html, StringComparison.Ordinal);
            var pages = new List<string>();
            foreach (var path in new[] { one, "/requests/" + HelpRequestId.New().Value })
            {
                await other.GetAsync(path);
                Assert.Equal(HttpStatusCode.NotFound, other.Status);
                pages.Add(other.Html.Replace(path, "", StringComparison.Ordinal));
                await other.PostAsync(path, [proof, KeyValuePair.Create("words", "Ja."), KeyValuePair.Create("name", "A"), KeyValuePair.Create("reach-words", "b")]);
                Assert.Equal(HttpStatusCode.NotFound, other.Status);
            }

            Assert.Equal(Contributions.Things.Steady(pages[0]), Contributions.Things.Steady(pages[1]));
        }

        using var stranger = running.Stranger();
        await stranger.GetAsync(one);
        Assert.Equal("/sign-in", stranger.Path);
        await samira.GetAsync(one);
        Assert.DoesNotContain("Ja.", samira.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Samira_and_Joris_answer_at_once_and_both_stay_and_each_sees_the_other(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var mother = running.Stranger();
        var code = await Asking.AskAsync(mother, "KANARIE-7 post");
        await AddAsync(running, "joris");
        using var samira = await running.AsAsync("samira");
        using var joris = await running.AsAsync("joris");
        foreach (var one in new[] { samira, joris })
        {
            await one.GetAsync("/requests");
            await one.GetAsync(Asking.LinkOf(one, "KANARIE-7"));
        }

        var page = samira.Path;
        await Task.WhenAll(
            samira.PressAsync($"main form[action='{page}']", ("words", "Ik bel."), ("reach-words", "06")),
            joris.PressAsync($"main form[action='{page}']", ("words", "Ik kom."), ("reach-words", "07")));
        foreach (var one in new[] { samira, joris })
        {
            await one.GetAsync(page);
            Assert.Contains("Ik bel.", one.Html, StringComparison.Ordinal);
            Assert.Contains("Ik kom.", one.Html, StringComparison.Ordinal);
        }

        await Asking.BackAsync(mother, code, "");
        Assert.Contains("Ik bel.", mother.Html, StringComparison.Ordinal);
        Assert.Contains("Ik kom.", mother.Html, StringComparison.Ordinal);

        // Nobody of the team is counted or stands above another; there is nothing to search with.
        await samira.GetAsync("/requests");
        Assert.Empty(samira.Page.QuerySelectorAll("main input:not([type=hidden]), main select, main form"));
        Assert.DoesNotContain("Joris", samira.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_stranger_who_presses_send_twice_asked_once_and_gets_the_same_code(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var mother = running.Stranger();
        await Asking.ReadAsync(mother, "KANARIE-8 post");
        var fields = Visitor.Fields((AngleSharp.Html.Dom.IHtmlFormElement)mother.Page.QuerySelector(Send)!);
        var codes = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            await mother.PostAsync("/ask/send", fields);
            codes.Add(mother.Page.QuerySelector(".way-in-code")!.TextContent);
        }

        Assert.Single(codes.Distinct());

        // However often the same is sent, it uses up nobody's turn (T20).
        for (var i = 0; i < 20; i++)
        {
            await mother.PostAsync("/ask/send", fields);
            Assert.Equal(HttpStatusCode.OK, mother.Status);
        }

        using var samira = await running.AsAsync("samira");
        await samira.GetAsync("/requests");
        Assert.Single(samira.Page.QuerySelectorAll(".ask-lines li"), one => one.TextContent.Contains("KANARIE-8", StringComparison.Ordinal));

        // Changed words are another question: neither is lost.
        await mother.PostAsync("/ask/send", fields.Select(one => one.Key == "helps-words" ? KeyValuePair.Create(one.Key, "KANARIE-8 anders") : one));
        Assert.NotEqual(codes[0], mother.Page.QuerySelector(".way-in-code")!.TextContent);
    }

    [Fact]
    public async Task A_stranger_with_a_wrong_code_or_a_wrong_word_reads_the_same_words_and_is_slowed_down_alone()
    {
        var clock = new Clock();
        await using var running = await Running.StartAsync(Database.Sqlite, clock);
        using var mother = running.Stranger();
        var code = await Asking.AskAsync(mother, "post", "rode fiets");
        var pages = new List<string>();
        foreach (var (typed, word) in new[] { (code, "groene fiets"), (code, ""), ("BBBBB-CCCCC", "rode fiets"), ("geen code", "rode fiets"), (code, new string('a', 500)) })
        {
            await Asking.BackAsync(mother, typed, word);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);

            // What she typed as the code stands there still; the word is hers to type again.
            Assert.Equal(typed, mother.Page.QuerySelector("#code")!.GetAttribute("value"));
            Assert.Null(mother.Page.QuerySelector("#word")!.GetAttribute("value"));
            pages.Add(Contributions.Things.Steady(mother.Html).Replace(typed, "", StringComparison.Ordinal));
        }

        Assert.Single(pages.Distinct());
        for (var i = 0; i < 6; i++)
        {
            await Asking.BackAsync(mother, code, "raden " + i);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, mother.Status);
        await Asking.BackAsync(mother, code, "rode fiets");
        Assert.Equal(HttpStatusCode.TooManyRequests, mother.Status);

        // Another question from the same place is not shut out by it.
        var other = await Asking.AskAsync(mother, "iets anders", "boom");
        await Asking.BackAsync(mother, other, "boom");
        Assert.Equal(HttpStatusCode.OK, mother.Status);
        clock.Now += TimeSpan.FromMinutes(11);
        await Asking.BackAsync(mother, code, "rode fiets");
        Assert.Equal(HttpStatusCode.OK, mother.Status);
    }

    [Fact]
    public async Task A_stranger_leaves_no_trace_in_a_cookie_an_address_the_title_or_the_log_of_the_program()
    {
        await using var running = await Running.StartAsync();
        using var mother = running.Stranger();
        await Asking.ReadAsync(mother, "KANARIE-9");
        await mother.PressAsync(Send);
        var code = mother.Page.QuerySelector(".way-in-code")!.TextContent;
        await Asking.BackAsync(mother, code, "");
        await mother.PressAsync("form[action$='/write']", ("words", "Nog iets."));
        Assert.Equal(["proof"], mother.Cookies.GetAllCookies().Select(one => one.Name));
        Assert.Equal("Keukentafel", mother.Page.QuerySelector("title")!.TextContent);
        Assert.NotNull(mother.Page.QuerySelector(".quick-exit"));
        Assert.Contains("no-store", mother.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), mother.Html, StringComparison.Ordinal);
        await mother.PressAsync("form[action$='/take-back']");
        Assert.Equal(["proof"], mother.Cookies.GetAllCookies().Select(one => one.Name));

        // What goes on in a page ends with it: a made-up ticket is none.
        await Asking.BackAsync(mother, "BBBBB-CCCCC", "");
        await mother.PostAsync("/ask/back/write", [KeyValuePair.Create("proof", Asking.ProofOf(mother)), KeyValuePair.Create("ticket", "x"), KeyValuePair.Create("words", "KANARIE-10")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
        Assert.Equal("KANARIE-10", mother.Page.QuerySelector("#words")!.TextContent);
    }

    [Fact]
    public async Task A_stranger_who_leaves_out_or_writes_too_much_finds_plain_words_beside_it_and_loses_nothing()
    {
        await using var running = await Running.StartAsync();
        using var mother = running.Stranger();
        await mother.GetAsync("/ask");
        await mother.PressAsync(Form, ("helps-words", " \u200B "), ("hard-words", "KANARIE-11"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
        Assert.NotNull(mother.Page.QuerySelector("#helps-words-error"));
        Assert.Equal("KANARIE-11", mother.Page.QuerySelector("#hard-words")!.TextContent);
        await mother.PressAsync(Form, ("helps-words", new string('a', 4001)));
        Assert.NotNull(mother.Page.QuerySelector("#helps-words-error"));
        await mother.PressAsync(Form, ("helps-words", "post"));
        await mother.PressAsync(Form, ("must-not-words", new string('a', 1001)), ("kind", "Money"));
        Assert.NotNull(mother.Page.QuerySelector("#must-not-words-error"));
        Assert.True(mother.Page.QuerySelector("[value=Money]")!.HasAttribute("checked"));
        await mother.PressAsync(Form, ("must-not-words", "niets"));
        await mother.PressAsync(Form, ("name", new string('a', 61)), ("reach-words", "bel"));
        Assert.NotNull(mother.Page.QuerySelector("#name-error, #team-error"));
        await mother.PressAsync(Form, ("name", "E"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
        Assert.NotNull(mother.Page.QuerySelector("#team-error"));
        Assert.Equal("bel", mother.Page.QuerySelector("#reach-words")!.TextContent);

        // Back and forth, all of it goes along.
        await mother.PressAsync(Form, "With");
        Assert.Equal("niets", mother.Page.QuerySelector("#must-not-words")!.TextContent);
        await mother.PressAsync(Form, "Helps");
        Assert.Equal("post", mother.Page.QuerySelector("#helps-words")!.TextContent);
        Assert.Equal("KANARIE-11", mother.Page.QuerySelector("#hard-words")!.TextContent);

        // Sent past the questions, it is the same.
        await mother.PostAsync("/ask/send", [KeyValuePair.Create("proof", Asking.ProofOf(mother)), KeyValuePair.Create("hard-words", "KANARIE-12")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
        Assert.Equal("KANARIE-12", mother.Page.QuerySelector("#hard-words")!.TextContent);
    }

    [Fact]
    public async Task A_stranger_who_sends_very_much_waits_and_keeps_the_words_and_a_busy_team_says_so()
    {
        var clock = new Clock();
        await using var running = await Running.StartAsync(Database.Sqlite, clock);
        using var mother = running.Stranger();
        for (var i = 0; i < 20; i++)
        {
            await Asking.AskAsync(mother, "vraag " + i);
            Assert.NotNull(mother.Page.QuerySelector(".way-in-code"));
            clock.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Contains("Er liggen meer vragen.", mother.Html, StringComparison.Ordinal);
        await Asking.ReadAsync(mother, "KANARIE-13");
        await mother.PressAsync(Send);
        Assert.Equal(HttpStatusCode.TooManyRequests, mother.Status);
        Assert.Contains("KANARIE-13", mother.Page.QuerySelector("main dl")!.TextContent, StringComparison.Ordinal);
        clock.Now += TimeSpan.FromMinutes(11);
        await mother.PressAsync(Send);
        Assert.NotNull(mother.Page.QuerySelector(".way-in-code"));
    }

    [Fact]
    public async Task Where_there_is_no_team_yet_a_stranger_reads_whom_to_call_and_types_nothing_in_vain()
    {
        await using var running = await Running.StartEmptyAsync();
        using var stranger = running.Stranger();
        await stranger.GetAsync("/ask");
        Assert.Null(stranger.Page.QuerySelector("main form"));
        Assert.NotNull(stranger.Page.QuerySelector("main a[href^='tel:']"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Killed_after_the_code_was_shown_what_a_stranger_asked_is_still_there(Database on)
    {
        var (places, clean) = await Databases.FilledAsync(on);
        var port = Serving.FreePort();
        string code;
        await using (var serving = await Serving.StartAsync(places, port))
        {
            using var mother = serving.Stranger();
            code = await Asking.AskAsync(mother, "KANARIE-14", "boom");
            await serving.KillAsync();
        }

        await using (var serving = await Serving.StartAsync(places, port))
        {
            using var mother = serving.Stranger();
            await Asking.BackAsync(mother, code, "boom");
            Assert.Equal(HttpStatusCode.OK, mother.Status);
            using var samira = await serving.AsAsync("samira");
            await samira.GetAsync("/requests");
            Assert.Contains("KANARIE-14", samira.Html, StringComparison.Ordinal);
        }

        await clean();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_a_stranger_asked_goes_on_its_day_and_the_program_reports_how_many(Database on)
    {
        var clock = new Clock();
        await using var running = await Running.StartAsync(on, clock);
        using var mother = running.Stranger();
        var code = await Asking.AskAsync(mother, "post");
        clock.Now += TimeSpan.FromDays(HelpRequest.WaitsFor + 1);
        Assert.True(await running.Services.GetRequiredService<HelpRequests>().RemoveDueAsync(TestContext.Current.CancellationToken) > 0);
        await Asking.BackAsync(mother, code, "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
    }

    private static async Task AddAsync(Running running, string name)
    {
        var teams = running.Services.GetRequiredService<LocalTeams>();
        await using var scope = running.Services.CreateAsyncScope();
        var person = (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(name))!;
        var team = (await teams.AllAsync(TestContext.Current.CancellationToken)).First(one => one.Place == "Kanaalwijk");
        await teams.AddAsync(TeamMember.Of(new PersonId(person.Id), team.Id, true));
    }

    [Fact]
    public async Task A_mother_finds_neighbours_and_volunteers_in_one_list_and_form_with_professionals_and_the_team_reads_them_so_R64()
    {
        await using var running = await Running.StartAsync();
        using var mother = running.Stranger();
        await mother.GetAsync("/ask");
        await mother.PressAsync(Form, ("helps-words", "kanarie-1 de ochtenden"));
        var boxes = mother.Page.QuerySelectorAll("input[name=from]");
        Assert.Equal(Enum.GetNames<HelpFrom>(), boxes.Select(box => box.GetAttribute("value")));
        Assert.Single(boxes.Select(box => box.Closest("fieldset")).Distinct());
        Assert.Single(boxes.Select(box => (box.GetAttribute("type"), box.ClassName, box.ParentElement!.ClassName, box.HasAttribute("checked"))).Distinct());
        await mother.PressAsync(Form, ("from", "Professionals"), ("from", "Volunteers"), ("from", "Neighbours"));
        await mother.PressAsync(Form, ("team", Asking.Near(mother)));
        await mother.PressAsync(Send);
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync("/requests");
        await samira.GetAsync(Asking.LinkOf(samira, "kanarie-1"));
        Assert.Contains("buren, vrijwilligers en mensen die dit als werk doen", samira.Page.QuerySelector(".ask-one")!.TextContent, StringComparison.Ordinal);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
