using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Data.People;
using Keukentafel.Data.Requests;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Requests;

/// <summary>From a request for help to a table of the family: with their yes, in their words, with the helper as a guest.</summary>
public sealed class BecomeTableTests
{
    private const string Password = "drie woorden achter elkaar";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_mother_makes_a_table_of_her_request_and_types_no_word_again_and_the_helper_is_her_guest_P12_R1_R58_R97(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var mother = running.Stranger();
        var code = await AskAllAsync(mother);
        using var samira = await running.AsAsync("samira");
        await Asking.OfferAsync(samira, "KANARIE-1");
        await Asking.BackAsync(mother, code, "rode fiets");

        // Who comes, what for, what it is worth, and what they write down elsewhere and why.
        foreach (var words in new[]
        {
            "Samira komt graag aan jullie tafel", "helpt met de ochtenden", "Dat jullie rustig de deur uit gaan.", "Ik kan er om zeven uur zijn.",
            "De dagen waarop ik kom, voor mijn werk.",
        })
        {
            Assert.Contains(words, mother.Page.QuerySelector(".ask-offer")!.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("KANARIE", mother.Html, StringComparison.Ordinal);
        await mother.PressAsync(Asking.Become);
        Assert.Equal("Esra", mother.Page.QuerySelector("#name")!.GetAttribute("value"));
        await mother.PressAsync(Asking.Become, ("name", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
        Assert.NotNull(mother.Page.QuerySelector("#name-error"));
        await mother.PressAsync(Asking.Become, ("name", "Esra"));
        await mother.PressAsync(Asking.Become, ("child1", "Amir"));
        await mother.PressAsync(Asking.Become, ("what", "mama"));

        // Her own words stand there, to look over.
        Assert.Equal("KANARIE-1 ochtenden", mother.Page.QuerySelector("#WouldHelp-words")!.TextContent);
        Assert.Equal("KANARIE-2 alleen", mother.Page.QuerySelector("#Hard-words")!.TextContent);
        Assert.Equal("Dit mag niet: KANARIE-3 niet op school", mother.Page.QuerySelector("#MustNot-words")!.TextContent);
        Assert.Equal("KANARIE-4 bellen om tien uur", mother.Page.QuerySelector("#Reach-words")!.TextContent);
        Assert.Equal("Ik kan hulp gebruiken bij: het huishouden. Het liefst van: buren.", mother.Page.QuerySelector("#With-words")!.TextContent);
        Assert.All(
            mother.Page.QuerySelectorAll("select[name$='-for']").Cast<IHtmlSelectElement>(), select => Assert.Equal(nameof(BroughtFor.Helper), select.Value));
        await mother.PressAsync(
            Asking.Become, ("WouldHelp-for", "Everyone"), ("Hard-for", "OnlyMe"), ("With-for", "LeftOut"), ("MustNot-words", new string('a', 4001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
        Assert.NotNull(mother.Page.QuerySelector("#MustNot-words-error"));
        Assert.Equal("Everyone", ((IHtmlSelectElement)mother.Page.QuerySelector("#WouldHelp-for")!).Value);
        await mother.PressAsync(Asking.Become, ("MustNot-words", "KANARIE-3 niet op school"));

        // Until the last press there is nothing, and Samira has no table more.
        Assert.Equal(["proof"], mother.Cookies.GetAllCookies().Select(one => one.Name));
        var tables = await TablesAsync(samira);
        await mother.PressAsync(Asking.Become, ("password", "kort"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
        Assert.NotNull(mother.Page.QuerySelector("#password-error"));
        Assert.Equal(tables, await TablesAsync(samira));
        await mother.PressAsync(Asking.Become, ("password", Password));
        Assert.Equal(HttpStatusCode.OK, mother.Status);
        Assert.StartsWith("/tables/", mother.Path, StringComparison.Ordinal);
        var table = mother.Path;
        Assert.Contains("Jullie tafel is er.", mother.Html, StringComparison.Ordinal);
        foreach (var words in new[] { "KANARIE-1", "KANARIE-2", "KANARIE-3", "Samira", "Amir" })
        {
            Assert.Contains(words, mother.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        // The helper reads what was chosen, and how she is reached; the worry she keeps to herself is hers.
        Assert.Equal(tables + 1, await TablesAsync(samira));
        await samira.GetAsync(table);
        Assert.Equal(HttpStatusCode.OK, samira.Status);
        var main = samira.Page.QuerySelector("main")!.TextContent;
        Assert.Contains("KANARIE-1", main, StringComparison.Ordinal);
        Assert.Contains("KANARIE-3", main, StringComparison.Ordinal);
        Assert.DoesNotContain("KANARIE-2", samira.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ik kan hulp gebruiken", samira.Html, StringComparison.Ordinal);
        await samira.GetAsync(samira.Page.QuerySelectorAll("a[href*='/people/']").First(link => link.TextContent.Contains("Esra", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("KANARIE-4", samira.Html, StringComparison.Ordinal);
        await mother.GetAsync(table + "/who");
        Assert.Contains("De dagen waarop ik kom, voor mijn werk.", mother.Html, StringComparison.Ordinal);
        await mother.GetAsync(table);
        await mother.GetAsync(mother.Page.QuerySelectorAll("a[href*='/people/']").First(link => link.TextContent.Contains("Samira", StringComparison.Ordinal)).GetAttribute("href")!);
        await mother.GetAsync(mother.Page.QuerySelector("main a[href*='/joining/']")!.GetAttribute("href")!);
        Assert.Contains("Samira schreef dit zelf", mother.Html, StringComparison.Ordinal);

        // From question to help: it does not go with the request, and both read it (R60).
        Assert.Contains("De hulp begon op dezelfde dag.", mother.Html, StringComparison.Ordinal);
        await samira.GetAsync(mother.Path);
        Assert.Contains("De hulp begon op dezelfde dag.", samira.Html, StringComparison.Ordinal);
        Assert.Contains("Dat jullie rustig de deur uit gaan.", mother.Html, StringComparison.Ordinal);

        // The request is gone: for the team, and with its code.
        await samira.GetAsync("/requests");
        Assert.DoesNotContain("KANARIE-1", samira.Html, StringComparison.Ordinal);
        using var later = running.Stranger();
        await Asking.BackAsync(later, code, "rode fiets");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.Status);

        // Nobody else comes in.
        using var joris = await running.AsAsync("joris");
        await joris.GetAsync(table);
        Assert.Equal(HttpStatusCode.NotFound, joris.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Whatever_the_team_does_no_table_comes_of_it_until_a_mother_says_yes_R125_R97(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var mother = running.Stranger();
        await Asking.ReadAsync(mother, "KANARIE-5 post", "boom");
        Assert.Contains("Er komt geen tafel van zolang jij daar geen ja op zegt.", mother.Html, StringComparison.Ordinal);
        await mother.PressAsync(Asking.Send);
        var code = mother.Page.QuerySelector(".way-in-code")!.TextContent;
        using var samira = await running.AsAsync("samira");
        var tables = await TablesAsync(samira);
        var one = await Asking.AnswerAsync(samira, "KANARIE-5");
        await samira.GetAsync(one + "/offer");
        await samira.PressAsync($"main form[action='{one}/offer']", ("goal-words", "KANARIE-6"), ("day", Ahead.Days(0)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.Equal("KANARIE-6", samira.Page.QuerySelector("#goal-words")!.TextContent);
        Assert.NotNull(samira.Page.QuerySelector("#adds-words-error"));
        await samira.PressAsync($"main form[action='{one}/offer']", ("adds-words", "Ik ken de brieven."), ("day", Ahead.Days(30)));
        Assert.NotNull(samira.Page.QuerySelector("#writes-words-error"));
        await samira.PressAsync($"main form[action='{one}/offer']", ("writes-words", "Niets."));
        Assert.Equal((HttpStatusCode.OK, one), (samira.Status, samira.Path));
        Assert.Equal(tables, await TablesAsync(samira));

        // Posted by the worker without a page of who asked, it is nothing.
        await samira.GetAsync(one);
        await samira.PostAsync("/ask/back/table", [KeyValuePair.Create("proof", Asking.ProofOf(samira)), KeyValuePair.Create("ticket", one.Split('/')[^1])]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.Equal(tables, await TablesAsync(samira));

        // Rather not: nobody asks again, answers go on, and the offer is not said anew.
        await Asking.BackAsync(mother, code, "boom");
        await mother.PressAsync("form[action$='/rather-not']");
        Assert.Contains("Je zei: liever geen tafel", mother.Html, StringComparison.Ordinal);
        await samira.GetAsync(one);
        Assert.Contains("liever niet", samira.Html, StringComparison.Ordinal);
        Assert.Null(samira.Page.QuerySelector($"main a[href='{one}/offer']"));
        await samira.GetAsync(one + "/offer");
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);
        await samira.GetAsync(one);
        await samira.PressAsync($"main form[action='{one}']", ("words", "Goed, ik bel je."));
        Assert.Equal(HttpStatusCode.OK, samira.Status);
        Assert.Equal(tables, await TablesAsync(samira));

        // Who said no may think again.
        await Asking.BackAsync(mother, code, "boom");
        await BecomeAsync(mother);
        Assert.StartsWith("/tables/", mother.Path, StringComparison.Ordinal);
        Assert.Equal(tables + 1, await TablesAsync(samira));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_mother_who_presses_twice_has_one_table_and_is_in(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var mother = running.Stranger();
        var code = await Asking.AskAsync(mother, "KANARIE-7 post", "boom");
        using var samira = await running.AsAsync("samira");
        var tables = await TablesAsync(samira);
        await Asking.OfferAsync(samira, "KANARIE-7");
        await Asking.BackAsync(mother, code, "boom");
        await ToTheLastAsync(mother);
        var fields = Visitor.Fields((IHtmlFormElement)mother.Page.QuerySelector(Asking.Become)!).Where(one => one.Key != "password").Append(KeyValuePair.Create("password", Password)).ToList();
        await mother.PostAsync("/ask/back/table", fields);
        Assert.StartsWith("/tables/", mother.Path, StringComparison.Ordinal);

        // The answer got lost on the way: the same form from a browser that is not in.
        using var lost = running.Stranger();
        await lost.GetAsync("/ask/back");
        await lost.PostAsync("/ask/back/table", [.. fields.Where(one => one.Key != "proof"), KeyValuePair.Create("proof", Asking.ProofOf(lost))]);
        Assert.Equal("/tables", lost.Path);
        Assert.Single(lost.Page.QuerySelectorAll("main li.sheet"));
        Assert.Equal(tables + 1, await TablesAsync(samira));

        // Another password opens nothing.
        using var other = running.Stranger();
        await other.GetAsync("/ask/back");
        await other.PostAsync(
            "/ask/back/table", [.. fields.Where(one => one.Key is not ("proof" or "password")), KeyValuePair.Create("proof", Asking.ProofOf(other)), KeyValuePair.Create("password", "iets heel anders hier")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.NotNull(other.Page.QuerySelector("#code"));
    }

    [Fact]
    public async Task A_father_who_found_the_code_without_a_word_sees_nothing_of_what_a_mother_asked_and_ends_nothing_of_it_for_good_T20()
    {
        await using var running = await Running.StartAsync();
        using var mother = running.Stranger();
        var code = await AskAllAsync(mother, "");
        using var samira = await running.AsAsync("samira");
        var one = await Asking.OfferAsync(samira, "KANARIE-1");
        using var father = running.Stranger();
        await Asking.BackAsync(father, code, "");
        Assert.DoesNotContain("KANARIE", father.Html, StringComparison.Ordinal);

        // No table in her name, and no "the family does not want this" of what she asked for herself.
        Assert.Null(father.Page.QuerySelector(Asking.Become));
        Assert.Contains("Een tafel begint met je eigen woord", father.Html, StringComparison.Ordinal);
        foreach (var (path, status) in new[] { ("/table", HttpStatusCode.Conflict), ("/not-wanted", HttpStatusCode.UnprocessableEntity), ("/rather-not", HttpStatusCode.UnprocessableEntity) })
        {
            await father.PostAsync("/ask/back" + path, [KeyValuePair.Create("proof", Asking.ProofOf(father)), KeyValuePair.Create("ticket", TicketOf(father))]);
            Assert.Equal(status, father.Status);
        }

        // No "rather not" in her name either: who offered may still come.
        await samira.GetAsync(one);
        Assert.NotNull(samira.Page.QuerySelector($"main a[href='{one}/offer']"));

        // That help began he says, and it waits for the team still; she says that it did not.
        await Asking.BackAsync(mother, code, "");
        await mother.PressAsync("form[action$='/write']", ("words", "KANARIE-9 wanneer?"));
        await Asking.BackAsync(father, code, "");

        // He writes in her name: the team reads that it was by the code. She says that it was not her, and he sees nothing of that.
        await father.PressAsync("form[action$='/write']:not(:has([name=doubt]))", ("words", "KANARIE-10 het is opgelost"));
        await samira.GetAsync(one);
        Assert.Contains("Iemand met de code schrijft", samira.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("dat een ander hier iets schreef", samira.Html, StringComparison.Ordinal);
        await Asking.BackAsync(father, code, "");
        var before = father.Page.QuerySelector("main")!.TextContent;
        await Asking.BackAsync(mother, code, "");
        await mother.PressAsync("form:has([name=doubt])", ("doubt-words", new string('a', Domain.Access.Words.Brief + 1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
        Assert.NotNull(mother.Page.QuerySelector("#doubt-words-error"));
        await mother.PressAsync("form:has([name=doubt])", ("doubt-words", "KANARIE-11 bel mij op mijn werk"));
        Assert.Contains("Goed dat je het zegt.", mother.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("KANARIE", mother.Html, StringComparison.Ordinal);
        await samira.GetAsync(one);
        Assert.Contains("KANARIE-11 bel mij op mijn werk", samira.Html, StringComparison.Ordinal);
        Assert.Contains("Iemand met de code zegt dat een ander hier iets schreef", samira.Html, StringComparison.Ordinal);
        await Asking.BackAsync(father, code, "");
        Assert.Equal(before, father.Page.QuerySelector("main")!.TextContent);
        await father.PressAsync("form[action$='/began']");
        await samira.GetAsync("/requests");
        Assert.Contains("schreef", samira.Page.QuerySelectorAll(".ask-lines li").First(line => line.TextContent.Contains("KANARIE-1", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        await Asking.BackAsync(mother, code, "");
        await mother.PressAsync("form[action$='/not-began']");
        Assert.Contains("Je vraag ligt er weer.", mother.Html, StringComparison.Ordinal);

        // He takes it back: the team reads it no more, and she asks it after all.
        await father.PressAsync("form[action$='/take-back']");
        await samira.GetAsync("/requests");
        Assert.DoesNotContain("KANARIE", samira.Html, StringComparison.Ordinal);
        await Asking.BackAsync(mother, code, "");
        Assert.Contains("Was jij dit niet", mother.Html, StringComparison.Ordinal);

        // What she typed in a page that was open still is not lost.
        await mother.PostAsync("/ask/back/write", [KeyValuePair.Create("proof", Asking.ProofOf(mother)), KeyValuePair.Create("ticket", TicketOf(mother)), KeyValuePair.Create("words", "Komt er nog iemand?")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
        Assert.Contains("“Komt er nog iemand?”", mother.Html, StringComparison.Ordinal);
        await mother.PressAsync("form[action$='/after-all']");
        Assert.Contains("Samira", mother.Page.QuerySelector(".ask-offer")!.TextContent, StringComparison.Ordinal);
        await samira.GetAsync("/requests");
        Assert.Contains("KANARIE-1", samira.Html, StringComparison.Ordinal);
    }

    private static string TicketOf(Visitor visitor) => visitor.Page.QuerySelector("input[name=ticket]")!.GetAttribute("value")!;

    [Fact]
    public async Task A_mother_who_is_in_already_keeps_her_account_and_jumping_ahead_lays_no_word_unseen()
    {
        await using var running = await Running.StartAsync();
        using var mother = await running.AsAsync("esra");
        var code = await Asking.AskAsync(mother, "KANARIE-8 post", "boom");
        using var samira = await running.AsAsync("samira");
        await Asking.OfferAsync(samira, "KANARIE-8");
        var before = await TablesAsync(mother);
        await Asking.BackAsync(mother, code, "boom");
        await mother.PressAsync(Asking.Become);
        await mother.PressAsync(Asking.Become, ("name", "Esra"), ("step", "WayIn"), ("child1", "Amir"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
        Assert.Equal("KANARIE-8 post", mother.Page.QuerySelector("#WouldHelp-words")!.TextContent);
        await mother.PressAsync(Asking.Become);
        Assert.Null(mother.Page.QuerySelector("#password"));
        Assert.Contains("Je bent hier binnen als Esra.", mother.Html, StringComparison.Ordinal);
        await mother.PressAsync(Asking.Become);
        Assert.StartsWith("/tables/", mother.Path, StringComparison.Ordinal);
        Assert.Equal(before + 1, await TablesAsync(mother));
    }

    [Fact]
    public async Task A_mother_reads_it_when_the_helper_takes_the_offer_back_or_works_there_no_more()
    {
        await using var running = await Running.StartAsync();
        using var mother = running.Stranger();
        var code = await Asking.AskAsync(mother, "KANARIE-9 post", "boom");
        using var samira = await running.AsAsync("samira");
        var one = await Asking.OfferAsync(samira, "KANARIE-9");
        await Asking.BackAsync(mother, code, "boom");
        await ToTheLastAsync(mother);
        await samira.PressAsync($"main form[action='{one}/offer/take-back']");
        Assert.Contains("Er staat nu geen aanbod.", samira.Html, StringComparison.Ordinal);
        await mother.PressAsync(Asking.Become, ("password", Password));
        Assert.Equal(HttpStatusCode.Conflict, mother.Status);
        Assert.Contains("Dit aanbod is er niet meer.", mother.Html, StringComparison.Ordinal);
        Assert.Null(mother.Page.QuerySelector(".ask-offer"));

        await samira.GetAsync(one + "/offer");
        await samira.PressAsync($"main form[action='{one}/offer']", ("goal-words", "Rust."), ("adds-words", "Tijd."), ("day", Ahead.Days(30)), ("writes-words", "Niets."));
        await Asking.BackAsync(mother, code, "boom");
        await ToTheLastAsync(mother);
        await LeaveTeamAsync(running, "samira");
        await mother.PressAsync(Asking.Become, ("password", Password));
        Assert.Equal(HttpStatusCode.Conflict, mother.Status);
        Assert.NotNull(mother.Page.QuerySelector("form[action$='/write']"));
    }

    [Fact]
    public async Task Another_team_a_parent_and_a_stranger_offer_nothing_and_end_nothing()
    {
        await using var running = await Running.StartAsync();
        using var mother = running.Stranger();
        await Asking.AskAsync(mother, "KANARIE-10 post", "boom");
        using var samira = await running.AsAsync("samira");
        var one = await Asking.OfferAsync(samira, "KANARIE-10");
        foreach (var name in new[] { "ilse", "joris", "esra" })
        {
            using var other = await running.AsAsync(name);
            var proof = await Contributions.Things.ProofAsync(other);
            await other.GetAsync(one + "/offer");
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            foreach (var path in new[] { "/offer", "/offer/take-back", "/not-wanted" })
            {
                await other.PostAsync(one + path, [proof, KeyValuePair.Create("goal-words", "Anders.")]);
                Assert.Equal(HttpStatusCode.NotFound, other.Status);
            }
        }

        using var stranger = running.Stranger();
        await stranger.GetAsync(one + "/offer");
        Assert.Equal("/sign-in", stranger.Path);
        await samira.GetAsync(one);
        Assert.Contains("Dat jullie rustig de deur uit gaan.", samira.Html, StringComparison.Ordinal);
    }

    private static async Task<string> AskAllAsync(Visitor mother, string word = "Rode fiets")
    {
        await mother.GetAsync("/ask");
        await mother.PressAsync(Asking.Form, ("helps-words", "KANARIE-1 ochtenden"), ("hard-words", "KANARIE-2 alleen"));
        await mother.PressAsync(Asking.Form, ("kind", "Household"), ("from", "Neighbours"), ("must-not-words", "KANARIE-3 niet op school"));
        await mother.PressAsync(Asking.Form, ("team", Asking.Near(mother)), ("name", "Esra"), ("reach-words", "KANARIE-4 bellen om tien uur"), ("word", word));
        await mother.PressAsync(Asking.Send);
        return mother.Page.QuerySelector(".way-in-code")!.TextContent;
    }

    // Up to the last question, with the least that is needed.
    private static async Task ToTheLastAsync(Visitor asker)
    {
        await asker.PressAsync(Asking.Become);
        await asker.PressAsync(Asking.Become, ("name", "Iemand"));
        await asker.PressAsync(Asking.Become, ("child1", "Kind"));
        await asker.PressAsync(Asking.Become);
        if (asker.Page.QuerySelector("input[name=looked]") is not null)
        {
            await asker.PressAsync(Asking.Become);
        }
    }

    private static async Task BecomeAsync(Visitor asker)
    {
        await ToTheLastAsync(asker);
        await asker.PressAsync(Asking.Become, ("password", Password));
    }

    private static async Task<int> TablesAsync(Visitor who)
    {
        await who.GetAsync("/tables");
        return who.Page.QuerySelectorAll("main li.sheet").Length;
    }

    private static async Task LeaveTeamAsync(Running running, string name)
    {
        var teams = running.Services.GetRequiredService<LocalTeams>();
        await using var scope = running.Services.CreateAsyncScope();
        var person = (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(name))!;
        foreach (var member in await teams.OfAsync(new PersonId(person.Id), TestContext.Current.CancellationToken))
        {
            await teams.RemoveAsync(member);
        }
    }
}
