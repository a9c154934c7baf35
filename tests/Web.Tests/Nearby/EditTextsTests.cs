using System.Net;
using Keukentafel.Data.Nearby;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Nearby;
using Keukentafel.Web.Tests.Access;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Nearby;

public sealed class EditTextsTests
{
    private const string Form = "main form.composer";

    private static string Yesterday => Ahead.Days(-1);

    [Fact]
    public async Task An_editor_writes_looks_and_shows_and_only_then_everybody_reads_it_R29_partly()
    {
        await using var running = await Running.StartAsync();
        using var samira = await running.AsAsync("samira");
        using var stranger = running.Stranger();
        await samira.GetAsync("/tables");
        await samira.GetAsync(samira.Page.QuerySelector("main a[href='/editing']")!.GetAttribute("href")!);
        await samira.GetAsync(samira.Page.QuerySelector("main a[href='/editing/new/Story']")!.GetAttribute("href")!);
        await samira.PressAsync(Form, ("title-words", "Een opa van drie"), ("words", "Ik <b>durfde</b> niet.\n\nToen belde ik."), ("door", "Help"), ("checked-words", "Samira"), ("checked-day", Yesterday));
        Assert.EndsWith("/look", samira.Path, StringComparison.Ordinal);
        Assert.Contains("Nog niemand kan dit lezen.", samira.Html, StringComparison.Ordinal);
        Assert.Contains("Ik &lt;b&gt;durfde&lt;/b&gt; niet.", samira.Html, StringComparison.Ordinal);
        await stranger.GetAsync("/stories");
        Assert.DoesNotContain("Een opa van drie", stranger.Html, StringComparison.Ordinal);

        // Without the yes of who told it, it is not shown; what was typed stays.
        await samira.PressAsync(Form, ("told-words", "Las het aan tafel."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.Contains("Zeg hoe die persoon ja zei", samira.Html, StringComparison.Ordinal);
        Assert.Equal("Las het aan tafel.", samira.Page.QuerySelector("#told-words")!.TextContent);
        await samira.PressAsync(Form, ("told-words", "Las het aan tafel en zei ja."), ("day", Yesterday));
        Assert.Contains("Iedereen kan het nu lezen.", samira.Html, StringComparison.Ordinal);
        var code = samira.Page.QuerySelector(".way-in-code")!.TextContent;

        await stranger.GetAsync("/stories");
        var first = stranger.Page.QuerySelector("main article")!.TextContent;
        Assert.Contains("Een opa van drie", first, StringComparison.Ordinal);
        Assert.Contains("Dit is echt verteld.", first, StringComparison.Ordinal);

        // That stories are made up stands after it, and before those that are.
        var order = stranger.Page.QuerySelector("main")!.TextContent;
        Assert.InRange(order.IndexOf("niet echt", StringComparison.Ordinal), order.IndexOf("Nagekeken door Samira", StringComparison.Ordinal), order.IndexOf("Dit verhaal", StringComparison.Ordinal));
        Assert.Contains("Nagekeken door Samira", first, StringComparison.Ordinal);
        Assert.DoesNotContain("aan tafel en zei ja", stranger.Html, StringComparison.Ordinal);
        await stranger.GetAsync("/help");
        Assert.Contains("Een opa van drie", stranger.Page.QuerySelector("main .story")!.TextContent, StringComparison.Ordinal);
        using var english = running.Stranger();
        await english.GetAsync("/en/help");
        Assert.Equal("nl", english.Page.QuerySelector("main .story [lang]")!.GetAttribute("lang"));
        await stranger.GetAsync("/young");
        Assert.DoesNotContain("Een opa van drie", stranger.Html, StringComparison.Ordinal);

        // Who told it takes it away, and asks nobody.
        await stranger.GetAsync("/stories");
        await stranger.GetAsync(stranger.Page.QuerySelector("main a[href$='/stories/mine']")!.GetAttribute("href")!);
        await stranger.PressAsync("main form", ("code", "BBBBB-BBBBB"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
        Assert.Contains("Deze code klopt niet.", stranger.Html, StringComparison.Ordinal);
        await stranger.PressAsync("main form", ("code", code.ToLowerInvariant()));
        Assert.Contains("Een opa van drie", stranger.Html, StringComparison.Ordinal);
        await stranger.PressAsync("main form[action$='/take-away']");
        Assert.Contains("Je verhaal is weg.", stranger.Html, StringComparison.Ordinal);
        foreach (var page in new[] { "/stories", "/help" })
        {
            await stranger.GetAsync(page);
            Assert.DoesNotContain("Een opa van drie", stranger.Html, StringComparison.Ordinal);
        }

        await samira.GetAsync("/editing");
        Assert.DoesNotContain("Een opa van drie", samira.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_is_answered_beside_the_field_and_nothing_typed_is_lost()
    {
        await using var running = await Running.StartAsync();
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync("/editing/new/Contact");
        await samira.PressAsync(Form, ("title-words", "Joke de Wit"), ("words", "Oefent met je."), ("number-words", "bel maar"), ("rehearses", "yes"), ("checked-words", "Samira"), ("checked-day", Yesterday));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.Contains("Kies bij welk team dit hoort.", samira.Page.QuerySelector("#team")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("bel maar", samira.Page.QuerySelector("#number-words")!.GetAttribute("value"));
        Assert.True(samira.Page.QuerySelector("[name=rehearses]")!.HasAttribute("checked"));
        var team = samira.Page.QuerySelector("#team input")!.GetAttribute("value")!;
        await samira.PressAsync(Form, ("team", team));
        Assert.NotNull(samira.Page.QuerySelector("#number-words-error"));
        Assert.Equal("Joke de Wit", samira.Page.QuerySelector("#title-words")!.GetAttribute("value"));
        await samira.PressAsync(Form, ("team", team), ("number-words", "010 555 0109"));
        Assert.EndsWith("/look", samira.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_editors_at_once_both_texts_are_shown_and_each_earlier_text_can_be_taken_again()
    {
        await using var running = await Running.StartAsync();
        using var samira = await running.AsAsync("samira");
        using var ilse = await running.AsAsync("ilse");
        await running.Services.GetRequiredService<Editors>().AddAsync(new Editor(new PersonId((await running.PersonAsync("ilse")).Id)));
        await samira.GetAsync("/editing");
        var one = samira.Page.QuerySelectorAll("main li a").First(link => link.TextContent.StartsWith("Verander: Zo kom je bij ons", StringComparison.Ordinal)).GetAttribute("href")!;
        await samira.GetAsync(one);
        var before = samira.Page.QuerySelector("#words")!.TextContent;
        await ilse.GetAsync(one);
        await ilse.PressAsync(Form, ("words", "Loop binnen, ook zonder afspraak."), ("checked-words", "Ilse"));
        await samira.PressAsync(Form, ("words", "Bel eerst even."));
        Assert.Equal(HttpStatusCode.Conflict, samira.Status);
        Assert.Contains("Loop binnen, ook zonder afspraak.", samira.Html, StringComparison.Ordinal);
        Assert.Equal("Bel eerst even.", samira.Page.QuerySelector("#words")!.TextContent);

        // Whoever changes something has it checked anew.
        await samira.PressAsync(Form);
        Assert.NotNull(samira.Page.QuerySelector("#checked-words-error"));
        await samira.PressAsync(Form, ("checked-words", "Samira"));
        Assert.EndsWith("/look", samira.Path, StringComparison.Ordinal);
        Assert.Contains("Iedereen leest nu nog een oudere tekst.", samira.Html, StringComparison.Ordinal);
        await samira.GetAsync(one);
        var earlier = samira.Page.QuerySelectorAll("main details a[href*=from]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal([one + "?from=1", one + "?from=0"], earlier);
        await samira.GetAsync(one + "?from=0");
        Assert.Equal(before, samira.Page.QuerySelector("#words")!.TextContent);
    }

    [Fact]
    public async Task Who_is_no_editor_finds_none_of_these_pages()
    {
        await using var running = await Running.StartAsync();
        var text = (await running.Services.GetRequiredService<LocalTexts>().AllAsync(TestContext.Current.CancellationToken))[0].Id.Value;
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync("/me");
        var proof = esra.Page.QuerySelector("[name=proof]")!.GetAttribute("value")!;
        foreach (var page in new[] { "/editing", "/editing/new/Story", "/editing/new/Poem", $"/editing/{text}", $"/editing/{text}/look", $"/editing/{text}/show" })
        {
            await esra.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        }

        foreach (var page in new[] { "/editing/new/Story", $"/editing/{text}", $"/editing/{text}/show", $"/editing/{text}/hide", $"/editing/{text}/take-away" })
        {
            await esra.PostAsync(page, [KeyValuePair.Create("proof", proof)]);
            Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        }

        Assert.NotNull((await running.Services.GetRequiredService<LocalTexts>().FindAsync(new LocalTextId(text), TestContext.Current.CancellationToken))!.Shown);
    }

    [Fact]
    public async Task An_editor_adds_a_place_and_gives_a_team_another_name_and_nobody_asks_where_nobody_answers()
    {
        await using var running = await Running.StartAsync();
        using var samira = await running.AsAsync("samira");
        using var stranger = running.Stranger();
        await samira.GetAsync("/editing/new/Team");
        await samira.PressAsync(Form, ("title-words", "Havenwijk"), ("checked-words", "Samira"), ("checked-day", Yesterday));
        Assert.NotNull(samira.Page.QuerySelector("#title-words-error"));
        Assert.Equal("Havenwijk", samira.Page.QuerySelector("#title-words")!.GetAttribute("value"));
        await samira.PressAsync(Form, ("words", "Team Havenwijk"));
        await stranger.GetAsync("/near");
        Assert.DoesNotContain("Havenwijk", stranger.Html, StringComparison.Ordinal);
        await samira.PressAsync(Form);
        Assert.Contains("Iedereen kan het nu lezen.", samira.Html, StringComparison.Ordinal);
        await stranger.GetAsync("/near");
        var there = stranger.Page.QuerySelectorAll("main .doors a").First(link => link.TextContent.Contains("Havenwijk", StringComparison.Ordinal)).GetAttribute("href")!;
        await stranger.GetAsync(there);
        Assert.DoesNotContain("Je kunt het team wel iets vragen", stranger.Html, StringComparison.Ordinal);
        await stranger.GetAsync("/ask");
        await stranger.PressAsync("main form", ("helps-words", "Rust in de ochtend."), ("go", "You"));
        Assert.NotNull(stranger.Page.QuerySelector("#team"));
        Assert.DoesNotContain("Havenwijk", stranger.Page.QuerySelector("#team")!.TextContent, StringComparison.Ordinal);
        await samira.GetAsync("/editing");
        Assert.Contains("Nog niemand antwoordt hier.", samira.Html, StringComparison.Ordinal);

        // One that was named before gets another name; who answers for it stays.
        await samira.GetAsync(samira.Page.QuerySelector("main a[href*='/editing/new/Team?team=']")!.GetAttribute("href")!);
        var place = samira.Page.QuerySelector("#title-words")!.GetAttribute("value")!;
        await samira.PressAsync(Form, ("words", "Buurtteam om de hoek"), ("checked-words", "Samira"), ("checked-day", Yesterday));
        await samira.PressAsync(Form);
        await stranger.GetAsync("/near");
        Assert.Contains(
            "Buurtteam om de hoek", stranger.Page.QuerySelectorAll("main .doors a").First(link => link.TextContent.Contains(place, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        await samira.PressAsync("main form[action$='/hide']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.Contains("Voor dit team antwoordt iemand", samira.Html, StringComparison.Ordinal);
    }
}
