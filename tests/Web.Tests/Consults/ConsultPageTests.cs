using System.Net;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Tests.Access;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Involvements;

namespace Keukentafel.Web.Tests.Consults;

public sealed class ConsultPageTests
{
    private const string Wants = "Wat kan ik het kind vragen?";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Samira_asks_without_names_Esra_reads_first_and_Dennis_answers_from_a_distance_and_sees_nothing_else_R98_R5(Database on)
    {
        var clock = new Clock();
        await using var running = await Running.StartAsync(on, clock);
        using var samira = await running.AsAsync("samira");
        using var esra = await running.AsAsync("esra");
        using var dennis = await running.AsAsync("dennis");
        clock.Now += TimeSpan.FromMinutes(1);
        await samira.GetAsync(esra.Table + "/talks");
        await samira.GetAsync(samira.Page.QuerySelector("main a[href$='/consults']")!.GetAttribute("href")!);
        await samira.GetAsync(samira.Page.QuerySelector("main a[href$='/consults/new']")!.GetAttribute("href")!);

        // What was begun here before is found again here; too many lines are told of beside their own field.
        var draft = samira.Page.QuerySelector("form.composer [name=draft]")!.GetAttribute("value");
        await samira.PostAsync(
            "/drafts/" + draft,
            [new("proof", samira.Page.QuerySelector("form.composer [name=proof]")!.GetAttribute("value")!), new("page", samira.Path), new("fact-words", "Het kind gaapt.")]);
        await samira.GetAsync(esra.Table + "/consults/new");
        Assert.Contains("Het kind gaapt.", samira.Page.QuerySelector("main aside:has(a[href^='/drafts/'])")!.TextContent, StringComparison.Ordinal);
        await samira.PressAsync("form.composer", ("words", Wants), ("fact-words", "Het kind slaapt slecht."), ("opinion-words", string.Join('\n', Enumerable.Repeat("x", 101))));
        Assert.NotNull(samira.Page.QuerySelector("#opinion-words-error"));
        await samira.GetAsync(esra.Table + "/consults/new");

        // A name is shown beside its field, and everything typed is still there.
        var about = AboutOf(samira, "Esra");
        await samira.PressAsync(
            "form.composer", ("words", Wants), ("fact-words", "Amir slaapt slecht."), ("family-words", "Thuis gaat het goed."), ("about", about));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.Contains("Hier staat een naam: Amir.", samira.Page.QuerySelector("#fact-words-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Thuis gaat het goed.", samira.Html, StringComparison.Ordinal);
        Assert.NotNull(samira.Page.QuerySelector($"input[name=about][value='{about}'][checked]"));
        await samira.PressAsync("form.composer", ("fact-words", "Het kind slaapt slecht."));
        Assert.Equal(HttpStatusCode.OK, samira.Status);
        var question = samira.Path;
        Assert.Contains("Nog geen antwoord van Esra.", samira.Html, StringComparison.Ordinal);
        Assert.Null(samira.Page.QuerySelector("form[action$='/send']"));

        // Esra reads it before it goes out, and puts something with it.
        await esra.GetAsync(esra.Table);
        await esra.GetAsync(esra.Table);
        Assert.Contains("Samira wil iets vragen, zonder namen.", esra.Page.QuerySelector(".sheet-waits:has(a[href$='/consults'])")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(question);
        Assert.Contains(Wants, esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/say']", "good", ("add-words", "Zeg het Fatma niet."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        await esra.PressAsync("form[action$='/say']", "good", ("add-words", "Op school is hij rustig."));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        await esra.GetAsync(esra.Table);
        Assert.DoesNotContain("Samira wil iets vragen", esra.Html, StringComparison.Ordinal);

        // It goes out by a card that Samira hands over.
        await samira.GetAsync(question);
        await samira.PressAsync("form[action$='/send']", ("name", "Ingrid"), ("does", "Veilig Thuis"));
        Assert.Equal(HttpStatusCode.OK, samira.Status);
        var code = samira.Page.QuerySelector(".way-in-code")!.TextContent;
        await esra.GetAsync(question);
        Assert.Null(esra.Page.QuerySelector(".way-in-code"));
        await dennis.GetAsync("/welcome/" + code);
        Nothing(dennis);
        await dennis.PressAsync("form[action$='/welcome/yes']");
        Assert.Equal(HttpStatusCode.OK, dennis.Status);
        Assert.Equal(question.Replace("/consults/", "/advise/", StringComparison.Ordinal), dennis.Path);
        Nothing(dennis);
        foreach (var said in new[] { "Samira", Wants, "Het kind slaapt slecht.", "Thuis gaat het goed.", "Op school is hij rustig." })
        {
            Assert.Contains(said, dennis.Html, StringComparison.Ordinal);
        }

        var advise = dennis.Path;
        await dennis.GetAsync("/tables");
        Assert.Contains("Samira wil je iets vragen", dennis.Html, StringComparison.Ordinal);
        await dennis.GetAsync(advise);
        await dennis.PressAsync("form[action$='/back']", ("back-words", "Hoe oud is het kind?"));
        await samira.GetAsync(question);
        await samira.PressAsync("form[action$='/reply']", ("back-words", "Acht."));
        Assert.Equal(HttpStatusCode.OK, samira.Status);
        await dennis.GetAsync(advise);
        Assert.Contains("Acht.", dennis.Html, StringComparison.Ordinal);
        await dennis.PressAsync($"form[action='{advise}']", ("words", "Het kind mist rust."), ("basis-words", "Wat ik vaker zie."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, dennis.Status);
        Assert.NotNull(dennis.Page.QuerySelector("#doubts-words-error"));
        Assert.Contains("Het kind mist rust.", dennis.Html, StringComparison.Ordinal);
        await dennis.PressAsync($"form[action='{advise}']", ("doubts-words", "Of het thuis ook zo is."));
        Assert.Equal(HttpStatusCode.OK, dennis.Status);

        // It lies there as an opinion from a distance, and is answered as any sentence.
        await esra.GetAsync(question);
        Assert.Contains("Gezegd op afstand. Ingrid heeft jullie niet gezien of gesproken.", esra.Html, StringComparison.Ordinal);
        Assert.NotNull(esra.Page.QuerySelector(".kind-opinion"));
        Assert.Contains("Ingrid blijft op afstand.", esra.Html, StringComparison.Ordinal);
        await esra.GetAsync(esra.Page.QuerySelector("a[href$='/answer']")!.GetAttribute("href")!);
        await esra.PressAsync("form.composer", ("words", "Rust is er genoeg."));
        Assert.Equal(question, esra.Path);
        Assert.Contains("Rust is er genoeg.", esra.Html, StringComparison.Ordinal);
        await dennis.GetAsync(advise);
        Assert.DoesNotContain("Rust is er genoeg.", dennis.Html, StringComparison.Ordinal);

        // After the day that was chosen Samira tells what came of it, and stops.
        Assert.Null((await samira.GetAsync(question)).QuerySelector("form[action$='/tell']"));
        clock.Now += TimeSpan.FromDays(29);
        using var again = await running.AsAsync("samira");
        using var expert = await running.AsAsync("dennis");
        await again.GetAsync(question);
        await again.PressAsync("form[action$='/tell']", ("tell-words", "Het gaat beter."));
        await expert.GetAsync(advise);
        Assert.Contains("Het gaat beter.", expert.Html, StringComparison.Ordinal);
        await again.GetAsync(question);
        await again.PressAsync("form[action$='/stop']");
        Assert.Equal(HttpStatusCode.OK, again.Status);
        await expert.GetAsync(advise);
        Assert.Equal(HttpStatusCode.NotFound, expert.Status);

        void Nothing(Visitor visitor)
        {
            foreach (var name in new[] { "Esra", "Amir", "Fatma", "Lina", "Joris" })
            {
                Assert.DoesNotContain(name, visitor.Html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Samira_lets_an_ordinary_word_stand_that_is_a_name_with_one_press_R98()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/people/new");
        await esra.PressAsync("main form", ("name", "Roos"), ("age", "Adult"));
        await esra.PressAsync("main form", ("side", "Network"));
        await esra.PressAsync("main form");
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync(esra.Table + "/consults/new");
        await samira.PressAsync(
            "form.composer", ("words", Wants), ("fact-words", "Hij tekende een roos."), ("family-words", "Fijn."), ("about", AboutOf(samira, "Esra")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        await samira.PressAsync("form.composer", "roos");
        Assert.Equal(HttpStatusCode.OK, samira.Status);
        Assert.Contains("Hij tekende een roos.", samira.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_would_rather_not_and_it_stays_at_the_table_R98_R5(Database on)
    {
        var clock = new Clock();
        await using var running = await Running.StartAsync(on, clock);
        using var esra = await running.AsAsync("esra");
        string question;
        using (var samira = await running.AsAsync("samira"))
        {
            question = await AskAsync(samira, esra.Table);
        }

        await esra.GetAsync(question);
        await esra.PressAsync("form[action$='/say']", "rather-not");
        clock.Now += TimeSpan.FromDays(3);
        using var later = await running.AsAsync("samira");
        await later.GetAsync(question);
        Assert.Contains("Esra heeft dit liever niet.", later.Html, StringComparison.Ordinal);
        Assert.Null(later.Page.QuerySelector("form[action$='/send']"));
        await later.PostAsync(question + "/send", [await later.ProofAsync(), new("name", "Ingrid"), new("does", "werkt elders"), new("day", "2027-01-01")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Fatma_Joris_and_Amir_who_are_not_asked_get_the_same_bytes_with_and_without_it_R98_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var samira = await running.AsAsync("samira");
        using var esra = await running.AsAsync("esra");
        using var dennis = await running.AsAsync("dennis");
        var others = new List<Visitor>();
        foreach (var name in new[] { "fatma", "joris", "amir" })
        {
            others.Add(await running.AsAsync(name));
        }

        // Not the page that says which guests read one's words: that Samira was at the table is theirs to know (R6).
        string[] pages = ["", "/list", "/talks", "/consults", "/print", "/find?words=kind", "/who"];
        await LookAsync();
        var before = await LookAsync();
        var question = await AskAsync(samira, esra.Table);
        await esra.GetAsync(question);
        await esra.PressAsync("form[action$='/say']", "good");
        await samira.GetAsync(question);
        await samira.PressAsync("form[action$='/send']", ("name", "Ingrid"), ("does", "werkt elders"));
        await dennis.GetAsync("/welcome/" + samira.Page.QuerySelector(".way-in-code")!.TextContent);
        await dennis.PressAsync("form[action$='/welcome/yes']");
        await dennis.PressAsync($"form[action='{dennis.Path}']", ("words", "Rust."), ("basis-words", "Wat ik zie."), ("doubts-words", "Veel."));
        Assert.Equal(HttpStatusCode.OK, dennis.Status);
        Assert.Equal(before, await LookAsync());
        foreach (var other in others)
        {
            await other.GetAsync(question);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            var mine = other.Steady().Replace(question[^36..], "", StringComparison.Ordinal);
            var nothing = ContributionId.New().Value.ToString();
            await other.GetAsync(question[..^36] + nothing);
            Assert.Equal(mine, other.Steady().Replace(nothing, "", StringComparison.Ordinal));
            other.Dispose();
        }

        async Task<List<string>> LookAsync()
        {
            var seen = new List<string>();
            foreach (var other in others)
            {
                foreach (var page in pages)
                {
                    await other.GetAsync(esra.Table + page);
                    seen.Add(other.Steady());
                }
            }

            return seen;
        }
    }

    [Fact]
    public async Task Esra_asks_of_her_own_and_needs_nobody_and_who_sits_here_cannot_use_her_card_R98()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/consults/new");
        await esra.PressAsync("form.composer", ("words", Wants), ("fact-words", "Ik slaap slecht."));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        var question = esra.Path;
        await esra.PressAsync("form[action$='/send']", ("name", "Ingrid"), ("does", "werkt elders"), ("day", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#day-error"));
        await esra.PressAsync("form[action$='/send']", ("day", Ahead.Days(20)));
        var code = esra.Page.QuerySelector(".way-in-code")!.TextContent;
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync("/welcome/" + code);
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);
        await samira.GetAsync(question);
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);
    }

    [Fact]
    public async Task Fatma_of_the_own_people_does_not_ask_and_only_who_asked_sends_and_stops_R98()
    {
        await using var running = await Running.StartAsync();
        using var fatma = await running.AsAsync("fatma");
        await fatma.GetAsync(fatma.Table + "/consults/new");
        Assert.Equal(HttpStatusCode.NotFound, fatma.Status);
        using var samira = await running.AsAsync("samira");
        using var esra = await running.AsAsync("esra");
        var question = await AskAsync(samira, esra.Table);
        var proof = await esra.ProofAsync();
        foreach (var part in new[] { "/send", "/new-card", "/reply", "/tell", "/stop" })
        {
            await esra.PostAsync(question + part, [proof]);
            Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        }

        await samira.PostAsync(question + "/say", [await samira.ProofAsync(), new("say", "good")]);
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);
    }

    [Fact]
    public async Task From_who_is_proposed_to_join_one_press_leads_to_asking_in_the_background_R98_R96()
    {
        await using var running = await Running.StartAsync();
        using var samira = await running.AsAsync("samira");
        using var esra = await running.AsAsync("esra");
        await samira.GetAsync(esra.Table);
        var proposal = await JoiningTests.ProposeAsync(samira);
        await samira.GetAsync(proposal);
        var leads = samira.Page.QuerySelector("main a[href*='/consults/new?instead=']")!.GetAttribute("href")!;
        await esra.GetAsync(proposal);
        Assert.NotNull(esra.Page.QuerySelector("main a[href*='/consults/new?instead=']"));
        await esra.GetAsync(leads);
        await esra.PressAsync("form.composer", ("words", "Wat kan er met geld?"), ("fact-words", "Er zijn brieven."));
        Assert.Equal("Joke", esra.Page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal("helpt met brieven", esra.Page.QuerySelector("#does")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_expert_who_comes_in_for_the_first_time_sets_up_a_code_first_and_then_finds_the_question_R98_R2()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/consults/new");
        await esra.PressAsync("form.composer", ("words", Wants), ("fact-words", "Ik slaap slecht."));
        await esra.PressAsync("form[action$='/send']", ("name", "Ingrid"), ("does", "werkt elders"));
        using var ingrid = running.Stranger();
        await ingrid.GetAsync("/welcome/" + esra.Page.QuerySelector(".way-in-code")!.TextContent);
        Assert.Contains("heeft een vraag over een gezin, zonder namen", ingrid.Html, StringComparison.Ordinal);
        await ingrid.GetAsync("/welcome/name");
        await ingrid.PressAsync("main form", ("name", "Ingrid"));
        await ingrid.PressAsync("main form", ("password", Comer.Password));
        Assert.Equal(HttpStatusCode.OK, ingrid.Status);
        await ingrid.GetAsync("/tables");
        Assert.Contains("Esra wil je iets vragen", ingrid.Html, StringComparison.Ordinal);
        await ingrid.GetAsync(ingrid.Page.QuerySelector("main a[href$='/advise']")!.GetAttribute("href")!);
        Assert.Contains(Wants, ingrid.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, ingrid.Status);
    }

    private static string AboutOf(Visitor samira, string name) =>
        samira.Page.QuerySelectorAll("input[name=about]").First(box => box.ParentElement!.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("value")!;

    private static async Task<string> AskAsync(Visitor samira, string table)
    {
        await samira.GetAsync(table + "/consults/new");
        await samira.PressAsync(
            "form.composer", ("words", Wants), ("fact-words", "Het kind slaapt slecht."), ("family-words", "Thuis gaat het goed."), ("about", AboutOf(samira, "Esra")));
        Assert.Equal(HttpStatusCode.OK, samira.Status);
        return samira.Path;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
