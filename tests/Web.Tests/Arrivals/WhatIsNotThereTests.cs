using System.Net;
using System.Text.RegularExpressions;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Requests;
using Keukentafel.Web.Tests.Wording;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Arrivals;

/// <summary>What must not be there for whoever comes from the street, and for who answers them.</summary>
public sealed class WhatIsNotThereTests(OnThePageTests.Table table) : IClassFixture<OnThePageTests.Table>
{
    private static readonly string[] Public =
    [
        "/", "/help", "/young", "/stop", "/work", "/stories", "/think", "/think/together", "/ask", "/ask/for", "/ask/not-yet", "/ask/call", "/ask/back", "/advice", "/near", "/know",
        "/know/figures", "/know/asked", "/know/exists", "/know/who", "/rights", "/what-happens", "/sign-in",
    ];

    private static readonly string[] OfWhoSaysIt =
    [
        "ownstories.what.SafeAgain", "plans.safe-again", "plans.safe-since", "plans.safe-told", "rules.plan.safe-by-own", "talks.enough-ask", "talks.enough-ask-paper",
    ];

    private Running Running => table.Running;

    [Fact]
    public async Task A_neighbour_and_Samira_never_find_telling_an_agency_first_or_alone_and_stay_in_it_afterwards_N16()
    {
        using var neighbour = Running.Stranger();
        foreach (var path in Public)
        {
            await neighbour.GetAsync("/nl" + path);
            Assert.DoesNotContain(neighbour.Page.QuerySelectorAll("main .nl-button--primary, main .doors a"), TellsAnAgency);
        }

        // It is the last of five ways on, none larger than another, and it ends nothing.
        await neighbour.GetAsync("/nl/think");
        var ways = neighbour.Page.QuerySelectorAll(".think-ends a");
        Assert.Equal("#report", ways[^1].GetAttribute("href"));
        Assert.Equal(5, ways.Length);
        Assert.Single(ways.Select(way => way.ClassName).Distinct());
        Assert.Contains("Blijf in de buurt.", neighbour.Page.QuerySelector("#report")!.TextContent, StringComparison.Ordinal);

        // At a table it is no first and no largest button either, and the letter asks what she goes on doing.
        using var samira = await Running.AsAsync("samira");
        using var esra = await Running.AsAsync("esra");
        await samira.GetAsync(esra.Table);
        Assert.Null(samira.Page.QuerySelector("main a[href$='/reports/new']"));
        await samira.GetAsync(esra.Table + "/frames");
        var letter = samira.Page.QuerySelector("main a[href$='/reports/new']")!;
        Assert.DoesNotContain("nl-button--primary", letter.ClassName!, StringComparison.Ordinal);
        Assert.NotSame(letter, samira.Page.QuerySelector("main a.nl-button"));
    }

    [Fact]
    public async Task A_mother_reaches_112_and_leaves_fast_on_every_page_also_where_her_form_is_refused_N17()
    {
        using var mother = Running.Stranger();
        foreach (var path in Public)
        {
            await mother.GetAsync("/nl" + path);
            IsOpen(mother);
        }

        // Before any question about what she saw, and nothing is asked first.
        await mother.GetAsync("/nl/think");
        var danger = mother.Page.QuerySelector("a[href='#now']")!;
        Assert.True(danger.CompareDocumentPosition(mother.Page.QuerySelector("textarea")!).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
        await mother.GetAsync("/nl/ask");
        await mother.PressAsync(Asking.Form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
        IsOpen(mother);
        await mother.PressAsync(Asking.Form, ("helps-words", "De ochtenden."));
        IsOpen(mother);
        await mother.PressAsync(Asking.Form);
        IsOpen(mother);
        await mother.GetAsync("/nl/ask/back");
        await mother.PressAsync(Asking.Back, ("code", "BBBBB-CCCCC"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mother.Status);
        IsOpen(mother);
        await mother.GetAsync("/nl/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, mother.Status);
        IsOpen(mother);

        static void IsOpen(Visitor visitor)
        {
            Assert.True(visitor.Page.QuerySelector("a[href='tel:112']") is not null, visitor.Path);
            Assert.True(visitor.Page.QuerySelector("form[action$='/leave'] button") is not null, visitor.Path);
        }
    }

    [Fact]
    public async Task Somebody_on_any_page_from_the_street_and_a_child_on_its_own_find_112_and_whom_to_talk_to_in_one_press_R65_partly()
    {
        using var stranger = Running.Stranger();
        foreach (var path in Public)
        {
            await stranger.GetAsync("/nl" + path);
            HasLine(stranger);
        }

        foreach (var name in new[] { "noor", "amir", "deniz", "sem" })
        {
            using var child = await Running.AsAsync(name);
            var table = child.Table;
            foreach (var page in new[] { "/rights", table, table + "/who", table + "/mine" })
            {
                await child.GetAsync(page);
                if (!child.Path.EndsWith("/mine", StringComparison.Ordinal))
                {
                    HasLine(child);
                    continue;
                }

                // On its own page a child calls the Kindertelefoon, which is there for children.
                Assert.True(child.Page.QuerySelector("a[href='tel:112']") is not null, child.Path);
                Assert.True(child.Page.QuerySelector("a[href='tel:08000432']") is not null, child.Path);
            }
        }

        // One line, at the foot of the page, one press away: no colour of its own, nothing that moves.
        static void HasLine(Visitor visitor)
        {
            var lines = visitor.Page.QuerySelectorAll("footer p").Where(line => line.QuerySelector("a[href='tel:112']") is not null).ToList();
            Assert.True(lines.Count == 1, $"{visitor.Path}: {lines.Count}");
            Assert.True(lines[0].QuerySelector("a[href='tel:08002000']") is not null, visitor.Path);
            Assert.True(lines[0].QuerySelector("img, svg, strong, mark") is null, visitor.Path);
        }
    }

    [Fact]
    public async Task Nobody_is_called_safe_for_good_and_nobody_is_told_that_nothing_can_happen_N15_N43()
    {
        // In no sentence of the program, in either language, but where somebody who was not safe says so of themselves (INV-29), and where "a hundred percent" is asked
        // about (R49).
        foreach (var (key, words) in Text.All(english: false).Concat(Text.All(english: true)).Where(pair => !OfWhoSaysIt.Contains(pair.Key)))
        {
            foreach (var never in new[]
            {
                @"\b(is|zijn|ben|bent|blijft|weer|helemaal|voortaan) (nu |weer |altijd )?veilig\b", @"\b(is|are|stays|completely|always) (now |again )?safe\b", @"100 ?%", "honderd procent", "hundred per ?cent",
                "er kan niets gebeuren", "niets aan de hand", "nothing can happen", "nothing to worry", "maak je geen zorgen", "do not worry", "komt (vast |altijd )?goed", "will be fine",
            })
            {
                Assert.False(Regex.IsMatch(words, never, RegexOptions.IgnoreCase), $"{key}: {words}");
            }
        }

        // Nor is it a state that anything can have: in the own story it is the name of a question, with an answer in words.
        Assert.DoesNotContain(
            typeof(Domain.Circles.Circle).Assembly.GetTypes().Where(type => type.IsEnum && type != typeof(Domain.OwnStories.StoryWhat)).SelectMany(Enum.GetNames),
            name => name is "Safe" or "Unsafe" or "AllClear");

        // Who is about to ask reads what they must do, beside what they do not.
        using var mother = Running.Stranger();
        await Asking.ReadAsync(mother, "De ochtenden.");
        Assert.Contains("Dan moeten zij iets doen.", mother.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Samira_is_offered_no_assessment_and_finds_no_family_by_what_she_knows_of_it_N3_N4()
    {
        using var samira = await Running.AsAsync("samira");
        foreach (var path in new[] { "/tables", "/requests", "/me", "/work", "/near", "/editing" })
        {
            await samira.GetAsync(path);
            var before = Contributions.Things.Steady(samira.Html);
            Assert.Empty(samira.Page.QuerySelectorAll("input[type=search], input[type=number], input[type=range], meter, progress, main form[method=get], main select"));

            // Whatever is asked in an address, the page is the same: nothing is looked for, sorted or left out.
            await samira.GetAsync(path + "?q=esra&name=Esra&place=Kanaalwijk&order=risk&page=2");
            Assert.Equal(before, Contributions.Things.Steady(samira.Html).Replace("?q=esra&amp;name=Esra&amp;place=Kanaalwijk&amp;order=risk&amp;page=2", "", StringComparison.Ordinal));
        }

        var addresses = Running.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(one => one.RoutePattern.RawText!).ToList();
        Assert.True(addresses.Count > 300);
        foreach (var word in new[] { "risk", "score", "screen", "assess", "signal", "alarm", "rank", "match", "export/all", "people/search" })
        {
            Assert.DoesNotContain(addresses, address => address.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Samira_reads_wherever_she_works_that_a_screen_makes_no_team_N22()
    {
        using var samira = await Running.AsAsync("samira");
        using var esra = await Running.AsAsync("esra");
        foreach (var path in new[] { "/tables", "/requests", esra.Table, esra.Table + "/plan", esra.Table + "/coordinator", esra.Table + "/face" })
        {
            await samira.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, samira.Status);
            Assert.Contains("Een scherm maakt nog geen team.", samira.Page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_boy_meets_nothing_that_flashes_counts_down_or_shouts_N42()
    {
        using var boy = Running.Stranger();
        foreach (var path in Public)
        {
            await boy.GetAsync("/nl" + path);
            Assert.DoesNotContain("!", boy.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(boy.Page.QuerySelectorAll("meta[http-equiv=refresh], marquee, blink, [role=timer], video"));
        }

        var look = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "wwwroot", "look", "keukentafel.css"), TestContext.Current.CancellationToken);
        foreach (var loud in new[] { "@keyframes", "animation", "red", "#f00", "#ff0000" })
        {
            Assert.DoesNotMatch($@"[:\s]{loud}\b", look);
        }
    }

    private static bool TellsAnAgency(AngleSharp.Dom.IElement button) =>
        button.TextContent.Contains("Veilig Thuis", StringComparison.Ordinal) || (button.GetAttribute("href") ?? "").Contains("report", StringComparison.Ordinal);
}
