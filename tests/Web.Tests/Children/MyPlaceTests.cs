using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Keukentafel.Web.Tests.Children;

/// <summary>The own page of a young person (J2), asked for as Jayden of 15 and as everybody who may not have it.</summary>
public sealed class MyPlaceTests
{
    private const string Supporter = "section[aria-labelledby='my-supporter']";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Jayden_sees_his_wishes_with_each_answer_and_since_when_nobody_answered_J2(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var jayden = await running.AsAsync("jayden");
        var table = jayden.Table;
        await jayden.GetAsync(jayden.Page.QuerySelector("main a[href$='/my-place']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, jayden.Status);
        Assert.Equal("Mijn plek", jayden.Page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(jayden.Page.QuerySelector($"main a[href='{table}']"));
        var wishes = jayden.Page.QuerySelectorAll("section[aria-labelledby='my-wishes'] .place-one");
        Assert.Equal(2, wishes.Length);
        Assert.Contains(wishes, wish => wish.TextContent.Contains("Ik wil bij mijn moeder wonen.", StringComparison.Ordinal));

        // He adds one, for himself alone: nobody can answer it, and the page says so.
        await jayden.LayAsync("wish", "Ik wil een eigen fiets.", ("readers", "OnlyMe"));
        await jayden.GetAsync(table + "/my-place");
        Assert.Contains("Alleen jij kunt dit lezen. Daarom kan niemand antwoorden.", OneWith(jayden, "eigen fiets").TextContent, StringComparison.Ordinal);
        await jayden.LayAsync("wish", "Ik wil vaker naar zee.");
        await jayden.GetAsync(table + "/my-place");
        var wish = OneWith(jayden, "naar zee");
        Assert.Contains("Je wacht op antwoord sinds", wish.TextContent, StringComparison.Ordinal);
        var address = wish.QuerySelector(".sheet-foot a")!.GetAttribute("href")!;
        using var chantal = await running.AsAsync("chantal");
        await chantal.GetAsync(address + "/promise");
        await chantal.PressAsync("form[action$='/promise']", "yes");
        await chantal.PressAsync("form.composer", ("words", "In het weekend gaan we."), ("told", "yes"));
        await jayden.GetAsync(table + "/my-place");
        Assert.Contains("In het weekend gaan we.", OneWith(jayden, "naar zee").TextContent, StringComparison.Ordinal);
        Assert.Contains("Chantal antwoordt", OneWith(jayden, "naar zee").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Je wacht op antwoord sinds", OneWith(jayden, "naar zee").TextContent, StringComparison.Ordinal);
        Assert.Equal(address, OneWith(jayden, "naar zee").QuerySelector("a.nl-button")!.GetAttribute("href"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Jayden_sees_what_each_may_ask_of_him_and_sentences_about_him_with_his_answer_R116_R4(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var dennis = await running.AsAsync("dennis");
        await dennis.GetAsync(dennis.Table + "/who/me");
        await dennis.PressAsync("form.composer", ("reach-words", "App mij na school."), ("may-words", "Op je kamer komen als jij dat goed vindt."), ("writes-words", "Wanneer je thuiskomt."));
        using var jayden = await running.AsAsync("jayden");
        await jayden.GetAsync(jayden.Table + "/my-place");
        var asks = jayden.Page.QuerySelectorAll("section.place-guest").ToDictionary(one => one.QuerySelector("h3")!.FirstChild!.TextContent.Trim(), one => one.TextContent);
        Assert.Equal(["Dennis", "Karin"], asks.Keys.Order());
        Assert.Contains("De hulp van Dennis is vrijwillig. Jij mag nee zeggen.", asks["Dennis"], StringComparison.Ordinal);
        Assert.Contains("Karin is hier door een maatregel van de rechter", asks["Karin"], StringComparison.Ordinal);
        foreach (var said in new[] { "App mij na school.", "Op je kamer komen als jij dat goed vindt.", "Wanneer je thuiskomt.", "Dennis schreef dit nog niet op." })
        {
            Assert.Contains(said, asks["Dennis"], StringComparison.Ordinal);
        }

        var about = jayden.Page.QuerySelectorAll("section[aria-labelledby='about-me'] article.statement");
        Assert.NotEmpty(about);
        Assert.Contains(about, one => one.TextContent.Contains("Jayden gooide een pan in de gootsteen.", StringComparison.Ordinal)
            && one.TextContent.Contains("was erbij", StringComparison.Ordinal) && one.TextContent.Contains("Mijn tas stond al klaar.", StringComparison.Ordinal));

        // What he wrote himself is not what is written about him. What is new about him waits for his answer, one press away.
        using var karin = await running.AsAsync("karin");
        await karin.LayAsync("statement", "Jayden kwam om elf uur thuis.", ("know", "WasThere"), ("about", await karin.SeatAsync("Jayden")));
        await jayden.GetAsync(jayden.Table + "/my-place");
        var open = jayden.Page.QuerySelector("section[aria-labelledby='about-me'] .place-one")!;
        Assert.Contains("Jayden kwam om elf uur thuis.", open.TextContent, StringComparison.Ordinal);
        Assert.Contains("Jij hebt hier nog niets op gezegd.", open.TextContent, StringComparison.Ordinal);
        await jayden.GetAsync(open.QuerySelector("a[href$='/answer']")!.GetAttribute("href")!);
        await jayden.PressAsync("main form.composer", ("words", "De bus viel uit."));
        await jayden.GetAsync(jayden.Table + "/my-place");
        var answered = OneWith(jayden, "om elf uur thuis");
        Assert.Contains("De bus viel uit.", answered.TextContent, StringComparison.Ordinal);
        Assert.Null(answered.QuerySelector("a[href$='/answer']"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Jayden_chooses_his_supporter_who_learns_it_only_by_his_press_and_he_takes_it_away_R17(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var jayden = await running.AsAsync("jayden");
        var place = jayden.Table + "/my-place";
        var ahmed = await jayden.SeatAsync("Ahmed");
        await jayden.GetAsync(place + "/supporter");
        Assert.True(((IHtmlInputElement)jayden.Page.QuerySelector("input[name=known][value=OnlyMe]")!).IsChecked);
        await jayden.PressAsync("form.composer", ("who", ahmed));
        Assert.Equal(place, jayden.Path);
        Assert.Contains("Ahmed", jayden.Page.QuerySelector(Supporter)!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dit weet alleen jij.", jayden.Html, StringComparison.Ordinal);
        Assert.Equal("", await LearnedAsync());
        await jayden.GetAsync(place + "/supporter");
        await jayden.PressAsync("form.composer", ("known", "Supporter"));
        Assert.Equal("ahmed: Jayden koos jou als steun. Je leest of doet hier daardoor niet meer dan eerst.", await LearnedAsync());
        await jayden.GetAsync(place + "/supporter");
        await jayden.PressAsync("form.composer", ("known", "Everyone"));
        Assert.Equal(
            "ahmed: Jayden koos jou als steun. Je leest of doet hier daardoor niet meer dan eerst.; chantal: Jayden koos Ahmed als steun.; dennis: Jayden koos Ahmed als steun.",
            await LearnedAsync());

        // Another device that still shows the first page does not undo it; what was chosen there stays in the form.
        var chantals = await jayden.SeatAsync("Chantal");
        await jayden.GetAsync(place + "/supporter");
        await jayden.PressAsync("form.composer", ("seen", "1"), ("who", chantals));
        Assert.Equal(HttpStatusCode.Conflict, jayden.Status);
        Assert.Contains("Nu staat hier: Ahmed.", jayden.Html, StringComparison.Ordinal);
        Assert.Equal("Chantal", jayden.Page.QuerySelector("input[name=who]:checked")!.Closest("label")!.QuerySelector("b")!.TextContent);
        await jayden.GetAsync(place);
        await jayden.PressAsync("form[action$='/away']");
        Assert.Contains("Je koos nog niemand.", jayden.Html, StringComparison.Ordinal);
        Assert.Equal("", await LearnedAsync());

        async Task<string> LearnedAsync()
        {
            var learned = new List<string>();
            foreach (var name in new[] { "ahmed", "chantal", "dennis" })
            {
                using var other = await running.AsAsync(name);
                await other.GetAsync(other.Table + "/who");
                learned.AddRange(other.Page.QuerySelectorAll(".who-card p").Where(line => line.TextContent.Contains("als steun", StringComparison.Ordinal)).Select(line => $"{name}: {line.TextContent}"));
            }

            return string.Join("; ", learned);
        }
    }

    [Fact]
    public async Task Somebody_from_outside_is_a_name_with_an_honest_sentence_and_what_is_missing_is_said_beside_the_field_R17()
    {
        await using var running = await Running.StartAsync();
        using var jayden = await running.AsAsync("jayden");
        await jayden.GetAsync(jayden.Table + "/my-place/supporter");
        await jayden.PressAsync("form.composer", ("known", "Everyone"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, jayden.Status);
        Assert.NotNull(jayden.Page.QuerySelector("#who-error"));
        await jayden.PressAsync("form.composer", ("who", "outside"));
        Assert.NotNull(jayden.Page.QuerySelector("#name-error"));
        await jayden.PressAsync("form.composer", ("name", "Mo van school"), ("known", "Supporter"));
        Assert.NotNull(jayden.Page.QuerySelector("#known-error"));
        Assert.Equal("Mo van school", ((IHtmlInputElement)jayden.Page.QuerySelector("#name")!).Value);
        await jayden.PressAsync("form.composer", ("name", new string('x', 61)), ("known", "OnlyMe"));
        Assert.NotNull(jayden.Page.QuerySelector("#name-error"));
        var self = await jayden.SeatAsync("Jayden");
        foreach (var who in new[] { "nobody", "0b9d4c5e-7a1f-4c52-9d3e-5f6a7b8c9d0e", self })
        {
            await jayden.GetAsync(jayden.Table + "/my-place/supporter");
            await jayden.PressAsync("form.composer", ("who", who));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, jayden.Status);
        }

        await jayden.GetAsync(jayden.Table + "/my-place/supporter");
        await jayden.PressAsync("form.composer", ("who", "outside"), ("name", "Mo van school"));
        var supporter = jayden.Page.QuerySelector(Supporter)!;
        Assert.Contains("Mo van school heeft hier geen plek, en leest hier niets.", supporter.TextContent, StringComparison.Ordinal);
        Assert.Equal(jayden.Table + "/people/new", supporter.QuerySelector("a[href$='/people/new']")!.GetAttribute("href"));

        // On paper, which lies about, only what everybody may know.
        Assert.Contains("no-print", supporter.ClassList);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Nobody_else_has_his_page_or_chooses_for_him_neither_parent_nor_professional_nor_child_nor_stranger_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var jayden = await running.AsAsync("jayden");
        var place = jayden.Table + "/my-place";
        var ahmed = await jayden.SeatAsync("Ahmed");
        await jayden.GetAsync(place + "/supporter");
        await jayden.PressAsync("form.composer", ("who", ahmed));
        foreach (var name in new[] { "chantal", "dennis", "karin", "ahmed", "wil", "noor", "esra", "amir" })
        {
            using var other = await running.AsAsync(name);
            foreach (var page in new[] { place, place + "/supporter" })
            {
                await other.GetAsync(page);
                Assert.True(other.Status == HttpStatusCode.NotFound, $"{name} {page} {other.Status}");
            }

            await other.GetAsync("/me");
            var proof = other.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!;
            foreach (var page in new[] { place + "/supporter", place + "/supporter/away" })
            {
                await other.PostAsync(page, [new("proof", proof), new("who", ahmed), new("known", "Everyone"), new("seen", "1")]);
                Assert.True(other.Status == HttpStatusCode.NotFound, $"{name} {page} {other.Status}");
            }
        }

        using var stranger = running.Stranger();
        await stranger.GetAsync(place);
        Assert.Contains("sign-in", stranger.Path, StringComparison.Ordinal);
        await jayden.GetAsync(place);
        Assert.Contains("Dit weet alleen jij.", jayden.Html, StringComparison.Ordinal);
        using var chantal = await running.AsAsync("chantal");
        Assert.Null(chantal.Page.QuerySelector("a[href$='/my-place']"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Rights_and_Jeugdstem_are_one_press_away_and_leave_nothing_in_the_trail_nor_in_a_log_T22(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var jayden = await running.AsAsync("jayden");
        var place = jayden.Table + "/my-place";
        await jayden.GetAsync(place);
        foreach (var number in new[] { "0885551000", "08000432", "112" })
        {
            Assert.NotNull(jayden.Page.QuerySelector($"section[aria-labelledby='my-rights'] a[href='tel:{number}']"));
        }

        var pages = jayden.Page.QuerySelectorAll("section[aria-labelledby='my-rights'] a[href*='/rights']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(2, pages.Count);
        var before = await Trails.IsWholeAsync(running.Places);
        foreach (var page in pages)
        {
            await jayden.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, jayden.Status);
            Assert.NotNull(jayden.Page.QuerySelector("main a[href='tel:0885551000']"));
        }

        Assert.Equal(before, await Trails.IsWholeAsync(running.Places));

        // What would write down each address that is asked for says nothing here.
        var logs = running.Services.GetRequiredService<ILoggerFactory>();
        foreach (var name in new[] { "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing.EndpointMiddleware", "Microsoft.AspNetCore.HttpLogging.HttpLoggingMiddleware" })
        {
            Assert.False(logs.CreateLogger(name).IsEnabled(LogLevel.Information), name);
        }

        await jayden.GetAsync(place);
        Assert.NotEqual(before, await Trails.IsWholeAsync(running.Places));
    }

    [Fact]
    public async Task At_a_new_table_with_nothing_on_it_a_young_person_reads_what_there_could_be_J2()
    {
        await using var running = await Running.StartAsync();
        using var jayden = await running.AsAsync("jayden");
        await jayden.GetAsync("/tables/new");
        await jayden.PressAsync("main form", ("age", "Young"));
        await jayden.PressAsync("main form");
        await jayden.PressAsync("main form");

        await jayden.GetAsync(jayden.Table + "/my-place");
        Assert.Equal(HttpStatusCode.OK, jayden.Status);
        foreach (var sentence in new[]
        {
            "Hier staat nog niets van jou.", "Er is niemand te gast aan deze tafel.", "Er staan hier geen zinnen over jou die jij kunt lezen.", "Je koos nog niemand.",
        })
        {
            Assert.Contains(sentence, jayden.Html, StringComparison.Ordinal);
        }

        // With nobody else at the table there is still somebody to choose.
        await jayden.GetAsync(jayden.Table + "/my-place/supporter");
        await jayden.PressAsync("form.composer", ("who", "outside"), ("name", "Oom Rik"));
        Assert.Contains("Oom Rik", jayden.Page.QuerySelector(Supporter)!.TextContent, StringComparison.Ordinal);
    }

    private static IElement OneWith(Visitor who, string words) =>
        who.Page.QuerySelectorAll(".place-one").Single(one => one.TextContent.Contains(words, StringComparison.Ordinal));
}
