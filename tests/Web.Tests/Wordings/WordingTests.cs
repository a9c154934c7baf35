using System.Net;
using Keukentafel.Data.People;
using Keukentafel.Data.Wordings;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Wordings;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Docs;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Wordings;

public sealed class WordingTests
{
    private const string Form = "main form[action$='/words']";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_stranger_a_child_and_a_professional_say_it_from_any_page_and_only_the_kind_of_page_goes_along_R134_partly(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var stranger = running.Stranger();
        using var amir = await running.AsAsync("amir", ownPage: true);
        using var joris = await running.AsAsync("joris");
        await stranger.GetAsync("/rights/child");
        await joris.GetAsync(joris.Table + "/who");
        foreach (var (visitor, page) in new[] { (stranger, "/rights/child"), (amir, "/tables/{circle}/mine"), (joris, "/tables/{circle}/who") })
        {
            var link = visitor.Page.QuerySelector("footer a[href*='/words']")!;
            Assert.Equal("Een moeilijk of raar woord?", link.TextContent);
            await visitor.GetAsync(link.GetAttribute("href")!);
            Assert.Equal(page, visitor.Page.QuerySelector(Form + " [name=page]")!.GetAttribute("value"));
            Assert.NotNull(visitor.Page.QuerySelector(".quick-exit"));
            await visitor.PressAsync(Form, ("which", "NotUnderstood"), ("words", "omgeving van " + page), ("better-words", ""));
            Assert.Equal((HttpStatusCode.OK, "/words/thanks"), (visitor.Status, visitor.Path));
            Assert.NotNull(visitor.Page.QuerySelector("main a[href='/tables'], main a[href='/']"));
        }

        var said = await Remarks(running).OpenAsync(CancellationToken.None);
        Assert.Equal(["/rights/child", "/tables/{circle}/mine", "/tables/{circle}/who"], said.Select(one => one.Page).Order(StringComparer.Ordinal));

        // Nothing of it lies among the drafts of who said it.
        await joris.GetAsync("/drafts");
        Assert.DoesNotContain("omgeving", joris.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Esra_sends_along_no_id_and_no_words_of_anybody_whatever_stands_in_the_address()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        foreach (var page in new[] { esra.Table, esra.Table + "/who", "Amir", "/tables/{circle}/KANARIE-3", "/tables/{circle:guid}" })
        {
            await esra.GetAsync("/words?page=" + Uri.EscapeDataString(page));
            Assert.Equal("", esra.Page.QuerySelector(Form + " [name=page]")!.GetAttribute("value") ?? "");
            await esra.PressAsync(Form, ("page", page), ("which", "NotRight"), ("words", "gast"));
            Assert.Equal("/words/thanks", esra.Path);
        }

        Assert.All(await Remarks(running).OpenAsync(CancellationToken.None), one => Assert.Null(one.Page));

        // A page that is not there tells nothing, also not that there is one for others.
        await esra.GetAsync("/tables/" + PersonId.New().Value + "/who");
        Assert.Equal("/words", esra.Page.QuerySelector("footer a[href*='/words']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_stranger_who_leaves_something_out_finds_plain_words_beside_it_and_loses_nothing()
    {
        await using var running = await Running.StartAsync();
        using var stranger = running.Stranger();
        await stranger.GetAsync("/words?page=/rights");
        foreach (var (which, words, better, field) in new[]
        {
            ("NotRight", " ", "bezoek", "words"), (null, "gast", "bezoek", "which"), ("Anders", "gast", "bezoek", "which"),
            ("NotRight", new string('a', 301), "bezoek", "words"), ("NotRight", "gast", new string('b', 301), "better-words"),
        })
        {
            await stranger.PressAsync(Form, ("which", which), ("words", words), ("better-words", better));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
            Assert.NotNull(stranger.Page.QuerySelector($"#{field}-error"));
            Assert.Equal(words.Trim(), stranger.Page.QuerySelector("#words")!.TextContent.Trim());
            Assert.Equal(better, stranger.Page.QuerySelector("#better-words")!.TextContent);
            Assert.Equal("/rights", stranger.Page.QuerySelector(Form + " [name=page]")!.GetAttribute("value"));
        }

        Assert.Empty(await Remarks(running).OpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_stranger_who_sends_very_much_waits_and_keeps_the_words()
    {
        var clock = new Clock();
        await using var running = await Running.StartAsync(Database.Sqlite, clock);
        using var stranger = running.Stranger();
        for (var i = 0; i < 8; i++)
        {
            await stranger.GetAsync("/words");
            await stranger.PressAsync(Form, ("which", "NotRight"), ("words", "gast"));
            Assert.Equal("/words/thanks", stranger.Path);
        }

        await stranger.GetAsync("/words");
        await stranger.PressAsync(Form, ("which", "NotRight"), ("words", "nog een"));
        Assert.Equal(HttpStatusCode.TooManyRequests, stranger.Status);
        Assert.Equal("nog een", stranger.Page.QuerySelector("#words")!.TextContent);
        clock.Now += TimeSpan.FromMinutes(11);
        await stranger.PressAsync(Form, ("words", "nog een"), ("which", "NotRight"));
        Assert.Equal("/words/thanks", stranger.Path);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_parent_and_a_young_person_decide_together_and_everybody_reads_it_without_names_R134(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var stranger = running.Stranger();
        await stranger.GetAsync("/");
        Assert.Contains("Nog door geen gezin gelezen.", stranger.Html, StringComparison.Ordinal);
        await stranger.GetAsync("/words/changed");
        Assert.Contains("Nog door geen gezin gelezen.", stranger.Html, StringComparison.Ordinal);
        await stranger.GetAsync("/words?page=/rights");
        await stranger.PressAsync(Form, ("which", "NotRight"), ("words", "KANARIE-9 te gast"), ("better-words", "op bezoek"));

        using var esra = await DecidesAsync(running, "esra", RepresentativeKind.Parent);
        using var wendy = await DecidesAsync(running, "wendy", RepresentativeKind.Young);
        await esra.GetAsync("/words");
        await esra.GetAsync(esra.Page.QuerySelector("main a[href='/words/review']")!.GetAttribute("href")!);
        Assert.Contains("KANARIE-9 te gast", esra.Html, StringComparison.Ordinal);
        var one = esra.Page.QuerySelector("main a[href^='/words/review/']")!.GetAttribute("href")!;
        await esra.GetAsync(one);
        await esra.PressAsync($"main form[action='{one}']", ("outcome", "Changes"), ("old-words", "te gast"), ("new-words", ""), ("because", "Bij ons zeg je bezoek."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#new-words-error"));
        Assert.Equal("Bij ons zeg je bezoek.", esra.Page.QuerySelector("#because")!.TextContent);
        await esra.PressAsync($"main form[action='{one}']", ("new-words", "op bezoek"));
        Assert.Equal("/words/review", esra.Path);

        // It waits: her own yes is not enough, whatever she sends.
        await esra.GetAsync(one);
        Assert.Null(esra.Page.QuerySelector("form[action$='/agree']"));
        await esra.PostAsync(one + "/agree", [.. ProofOf(esra), KeyValuePair.Create("seen", "1")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        await stranger.GetAsync("/words/changed");
        Assert.DoesNotContain("op bezoek", stranger.Html, StringComparison.Ordinal);

        await wendy.GetAsync(one);
        Assert.Contains("Voorstel van een ouder", wendy.Html, StringComparison.Ordinal);
        await wendy.PressAsync("form[action$='/agree']");
        Assert.Contains("Jullie hebben samen beslist.", wendy.Html, StringComparison.Ordinal);
        await stranger.GetAsync("/words/changed");
        var main = stranger.Page.QuerySelector("main")!.TextContent;
        Assert.Contains("“te gast”", main, StringComparison.Ordinal);
        Assert.Contains("“op bezoek”", main, StringComparison.Ordinal);
        Assert.Contains("“Bij ons zeg je bezoek.”", main, StringComparison.Ordinal);
        Assert.Contains("door een ouder en een jongere samen", main, StringComparison.Ordinal);
        Assert.DoesNotContain("KANARIE", main, StringComparison.Ordinal);
        Assert.DoesNotContain("Esra", main, StringComparison.Ordinal);
        Assert.DoesNotContain("Wendy", main, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog door geen gezin", main, StringComparison.Ordinal);
        await stranger.GetAsync("/");
        Assert.DoesNotContain("Nog door geen gezin", stranger.Html, StringComparison.Ordinal);
        await stranger.GetAsync("/en");
        Assert.DoesNotContain("Not read by any family yet", stranger.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Wendy_was_first_Esra_reads_that_and_keeps_her_words_and_a_no_says_why()
    {
        await using var running = await Running.StartAsync();
        var one = await SaidAsync(running);
        using var esra = await DecidesAsync(running, "esra", RepresentativeKind.Parent);
        using var wendy = await DecidesAsync(running, "wendy", RepresentativeKind.Young);
        await esra.GetAsync(one);
        await wendy.GetAsync(one);
        await wendy.PressAsync($"main form[action='{one}']", ("outcome", "Stays"), ("old-words", "gast"), ("because", "Het klopt."));
        await esra.PressAsync($"main form[action='{one}']", ("outcome", "Changes"), ("old-words", "gast"), ("new-words", "bezoek"), ("because", "Mijn lange uitleg."));
        Assert.Equal(HttpStatusCode.Conflict, esra.Status);
        Assert.Contains("Mijn lange uitleg.", esra.Html, StringComparison.Ordinal);
        Assert.Contains("Het klopt.", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/refuse']", ("because", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#because-error"));
        await esra.PressAsync("form[action$='/refuse']", ("because", "Liever bezoek."));
        Assert.Equal("/words/review", esra.Path);

        // What Wendy still has before her is not what lies there now.
        await wendy.GetAsync(one);
        Assert.Contains("Liever bezoek.", wendy.Html, StringComparison.Ordinal);
        await esra.GetAsync(one);
        await esra.PressAsync($"main form[action='{one}']", ("outcome", "Changes"), ("old-words", "gast"), ("new-words", "bezoek"), ("because", "Mijn uitleg."));
        await wendy.PostAsync(one + "/agree", [.. ProofOf(wendy), KeyValuePair.Create("seen", "1")]);
        Assert.Equal(HttpStatusCode.Conflict, wendy.Status);
        await esra.GetAsync(one);
        await wendy.GetAsync(one);
        await wendy.PressAsync("form[action$='/agree']");

        // It is decided: who comes after that loses no words.
        await esra.PostAsync(one + "/refuse", [.. ProofOf(esra), KeyValuePair.Create("seen", "2"), KeyValuePair.Create("because", "Toch anders.")]);
        Assert.Equal(HttpStatusCode.Conflict, esra.Status);
        Assert.Contains("Toch anders.", esra.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task For_a_host_a_child_and_a_professional_the_pages_of_representatives_are_not_there(Database on)
    {
        await using var running = await Running.StartAsync(on);
        var one = await SaidAsync(running);
        foreach (var name in new[] { "esra", "amir", "samira" })
        {
            using var visitor = await running.AsAsync(name);
            await visitor.GetAsync("/words");
            Assert.Null(visitor.Page.QuerySelector("a[href='/words/review']"));
            await visitor.GetAsync("/me");
            var proof = ProofOf(visitor);
            await visitor.GetAsync("/words/nothing");
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
            var nothing = Things.Steady(visitor.Html.Replace("/words/nothing", "", StringComparison.Ordinal));
            foreach (var path in new[] { "/words/review", one, one + "/refuse", "/words/review/" + WordRemarkId.New().Value })
            {
                await visitor.GetAsync(path);
                Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
                Assert.Equal(nothing, Things.Steady(visitor.Html.Replace(path, "", StringComparison.Ordinal)));
            }

            foreach (var path in new[] { one, one + "/agree", one + "/refuse", one + "/take-away" })
            {
                await visitor.PostAsync(path, [.. proof, KeyValuePair.Create("seen", "0"), KeyValuePair.Create("outcome", "Stays"), KeyValuePair.Create("old-words", "gast"), KeyValuePair.Create("because", "Zo.")]);
                Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
            }
        }

        using var stranger = running.Stranger();
        await stranger.GetAsync("/words/review");
        Assert.Equal("/sign-in", stranger.Path);
        Assert.Empty(Assert.Single(await Remarks(running).OpenAsync(CancellationToken.None)).Proposals);
    }

    [Fact]
    public async Task Who_is_a_representative_comes_in_at_no_table_more_and_loses_the_role_at_the_next_request()
    {
        await using var running = await Running.StartAsync();
        var one = await SaidAsync(running);
        using var esra = await running.AsAsync("esra");
        using var wendy = await DecidesAsync(running, "wendy", RepresentativeKind.Parent);
        await wendy.GetAsync(esra.Table);
        Assert.Equal(HttpStatusCode.NotFound, wendy.Status);
        await wendy.GetAsync(one);
        var proof = ProofOf(wendy);
        await running.Services.GetRequiredService<Representatives>().RemoveAsync(await PersonAsync(running, "wendy"));
        await wendy.PostAsync(one + "/take-away", proof);
        Assert.Equal(HttpStatusCode.NotFound, wendy.Status);
        Assert.Single(await Remarks(running).OpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Wendy_takes_away_what_is_about_somebody_with_one_press()
    {
        await using var running = await Running.StartAsync();
        var one = await SaidAsync(running);
        using var wendy = await DecidesAsync(running, "wendy", RepresentativeKind.Parent);
        await wendy.GetAsync(one);
        await wendy.PressAsync("form[action$='/take-away']");
        Assert.Equal("/words/review", wendy.Path);
        Assert.Contains("Het is weg.", wendy.Html, StringComparison.Ordinal);
        Assert.Empty(await Remarks(running).OpenAsync(CancellationToken.None));
        Assert.Empty(await Remarks(running).DecidedAsync(CancellationToken.None));
    }

    [Fact]
    public void Every_layout_has_the_link_under_it() => Assert.All(
        Repository.Files("Layout.cshtml"), layout => Assert.Contains("AboutWords", Repository.Read(layout), StringComparison.Ordinal));

    private static WordRemarks Remarks(Running running) => running.Services.GetRequiredService<WordRemarks>();

    private static async Task<string> SaidAsync(Running running)
    {
        var remark = WordRemark.Say(WordRemarkKind.NotRight, "/rights", "nl", "gast", null, Remarks(running).Today);
        await Remarks(running).SayAsync(remark);
        return "/words/review/" + remark.Id.Value;
    }

    private static async Task<PersonId> PersonAsync(Running running, string name)
    {
        await using var scope = running.Services.CreateAsyncScope();
        return new PersonId((await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(name))!.Id);
    }

    private static async Task<Visitor> DecidesAsync(Running running, string name, RepresentativeKind kind)
    {
        await running.Services.GetRequiredService<Representatives>().AddAsync(new Representative(await PersonAsync(running, name), kind));
        return await running.AsAsync(name);
    }

    private static List<KeyValuePair<string, string>> ProofOf(Visitor visitor) =>
        [KeyValuePair.Create("proof", visitor.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!)];

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
