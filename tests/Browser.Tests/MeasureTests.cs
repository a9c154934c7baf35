using Keukentafel.Domain.Access;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Karin, whom a judge sends: she comes to a table that is there already, and it stays the family's (J10).</summary>
public sealed class MeasureTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private static readonly int[] Widths = [320, 390, 1280];

    [Fact]
    public async Task Karin_comes_with_a_measure_finds_plan_and_voices_says_what_it_cannot_do_and_ends_voluntary_with_the_same_people_J10_R116_R119()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock);
        var wrong = new List<string>();

        // Samira, whom the family said yes to, says on which authority Karin comes; it waits for nobody's yes, and how Esra sees it stands beside it.
        var samira = await AsAsync("samira");
        var esra = await browser.Chromium.PhoneAsync(running.Address, wrong);
        await esra.BecomeAsync("esra");
        var table = new Uri(esra.Url).AbsolutePath;
        await samira.GotoAsync(table);
        await samira.PressAsync($"main a[href='{table}/joining/new']");
        await samira.PressAsync($"main a[href='{table}/joining/by-authority']");
        await samira.LookAsync("somebody on an authority", Widths, wrong);
        foreach (var (name, words) in new[]
        {
            ("name", "Karin"), ("what", "voogd, helpt een jaar mee"), ("goal-words", "Dat Amir en Lina weer slapen."), ("adds-words", "Zij mag meebeslissen van de rechter."),
            ("day", Day(40)), ("who-words", "Rechtbank Zwolle"), ("ground-words", "Een besluit van de rechter."), ("until", Day(200)), ("sign-in", "karin"),
        })
        {
            await samira.WriteAsync(name, words);
        }

        await samira.PressAsync(Pressing.Primary);
        var joined = new Uri(samira.Url).AbsolutePath;
        await esra.GotoAsync(joined);
        await esra.WriteAsync("view-words", "Ik had dit liever niet. Ik wil wel praten.");
        await esra.GoAsync("form[action$='/family-view'] button");
        Assert.Contains("Ik had dit liever niet.", await esra.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await esra.LookOnPhoneAsync("how the family sees it", wrong);

        // Nothing of before is hers because a judge sent her: Esra gives it.
        var karin = await AsAsync("karin");
        await karin.GotoAsync(table + "/plan");
        Assert.DoesNotContain("Amir en Lina slapen", await karin.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await esra.GoAsync("main a[href$='/reads']");
        await esra.TouchAsync(".tile:has([value=Before])");
        await esra.GoAsync(Pressing.Primary);
        var goals = await SaidAsync(esra, table + "/plan", "esra");
        Assert.NotEmpty(goals);

        // She finds the plan and the voices, lays no plan and no goal of her own.
        await karin.GotoAsync(table);
        await karin.PressAsync($"main a[href='{table}/plan']");
        var found = await SaidAsync(karin, table + "/plan", "karin");
        Assert.NotEmpty(found);
        Assert.Empty(found.Except(goals));
        Assert.Equal(0, await karin.Locator($"main a[href='{table}/plan/goal']").CountAsync());
        await karin.GotoAsync(table + "/views");
        Assert.Contains("Esra", await karin.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // The measure: announced, talked about, and then what the judge decided, until when, when it stops, what it cannot do.
        await karin.PressAsync($"nav a[href='{table}']");
        await karin.PressAsync($"main a[href='{table}/frames']");
        await karin.PressAsync("main a[href$='/frames/change']");
        await karin.ChooseAsync("to", "Measure");
        await karin.ChooseAsync("together", "no");
        foreach (var (name, words) in new[]
        {
            ("day", Day(1)), ("words", "Amir en Lina slapen al weken niet."), ("rights-words", "Jullie praten zelf met de rechter."), ("talk-words", "Bij Esra thuis, op zondag."),
        })
        {
            await karin.WriteAsync(name, words);
        }

        await karin.PressAsync(Pressing.Primary);
        await esra.GotoAsync(table);
        await esra.GoAsync("main section[aria-labelledby^='coming-'] a");
        var change = new Uri(esra.Url).AbsolutePath;
        await esra.GoAsync("main a[href$='/answer']");
        await esra.WriteAsync("words", "Ik wil dat mijn moeder mag meekomen.");
        await esra.GoAsync(Pressing.Primary);
        await karin.GotoAsync(change);
        await karin.PressAsync("main a[href$='/judge']");
        foreach (var (name, words) in new[]
        {
            ("judge-words", "Rechtbank Zwolle"), ("decided", Day(0)), ("words", "Karin denkt een half jaar mee over het slapen."), ("starts", Day(1)), ("ends", Day(100)),
            ("stops-words", "Amir en Lina slapen vier weken door."), ("cannot-words", "Papa dwingen om te stoppen met drinken."),
        })
        {
            await karin.WriteAsync(name, words);
        }

        await karin.PressAsync(Pressing.Primary);
        await karin.LookAsync("what the judge decided", Widths, wrong);

        // On the day it begins Esra reads on her phone what Karin may, what she may refuse, her rights, until when, when it stops.
        clock.Advance(TimeSpan.FromDays(2));
        await esra.BecomeAsync("esra");
        var before = await PeopleAsync(esra, table);
        await esra.GoAsync($"main a[href='{table}/frames']");
        var hers = esra.Locator("section.frame-of", new PageLocatorOptions { HasText = "Karin" });
        Assert.Contains("maatregel", await hers.InnerTextAsync(), StringComparison.Ordinal);
        await esra.TouchAsync("section.frame-of:has-text('Karin') details.choice > summary");
        var means = await hers.Locator(".frame-means").InnerTextAsync();
        foreach (var part in new[] { "Wat Karin mag vragen", "Wat jij mag weigeren", "Wat er dan kan gebeuren", "Niet mee eens?", "Wie helpt jou?", "Jouw rechten" })
        {
            Assert.Contains(part, means, StringComparison.Ordinal);
        }

        foreach (var part in new[] { "vier weken door", "stoppen met drinken", "mijn moeder mag meekomen", "Rechtbank Zwolle" })
        {
            Assert.Contains(part, await hers.InnerTextAsync(), StringComparison.Ordinal);
        }

        await esra.LookOnPhoneAsync("a measure, on the phone of a mother", wrong);

        // At the end it is voluntary again, and the same people sit there; each says what is done when it becomes harder again.
        clock.Advance(TimeSpan.FromDays(100));
        await esra.BecomeAsync("esra");
        Assert.Equal(before, await PeopleAsync(esra, table));
        await esra.GoAsync($"main a[href='{table}/frames']");
        Assert.Contains("Nu is het vrijwillig.", await hers.InnerTextAsync(), StringComparison.Ordinal);
        await esra.LookOnPhoneAsync("after the measure", wrong);
        await esra.GotoAsync(table + "/rest");
        await esra.GoAsync("main a[href$='/later']");
        await esra.WriteAsync("holds-words", "Oma op dinsdag.");
        await esra.WriteAsync("notices-words", "Amir, aan zijn slaap.");
        await esra.WriteAsync("does-words", "Samira bellen, en niet wachten.");
        await esra.GoAsync(Pressing.Primary);
        await karin.BecomeAsync("karin");
        await karin.GotoAsync(table + "/later");
        Assert.Contains("Samira bellen", await karin.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await karin.LookAsync("when it becomes harder again", Widths, wrong);
        foreach (var page in new[] { samira, esra, karin })
        {
            await page.Context.CloseAsync();
        }

        Assert.Equal("", string.Join('\n', wrong));

        string Day(int days) => Netherlands.DayOf(clock.GetUtcNow()).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        async Task<IPage> AsAsync(string name)
        {
            var page = await browser.Chromium.WindowAsync(running.Address);
            page.PageError += (_, error) => wrong.Add(error);
            await page.BecomeAsync(name);
            return page;
        }

        async Task<IReadOnlyList<string>> SaidAsync(IPage page, string address, string name)
        {
            await page.GotoAsync(address);
            Assert.True(await page.Locator("main h1").IsVisibleAsync(), name);
            return await page.Locator("main section[aria-labelledby=goals] .said").AllInnerTextsAsync();
        }
    }

    [Fact]
    public async Task Before_Karin_asks_for_a_placement_the_page_asks_her_for_other_ways_and_what_goes_to_the_judge_is_read_and_answered_by_mother_and_son_J10()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var karin = await browser.Chromium.WindowAsync(running.Address);
        karin.PageError += (_, error) => wrong.Add(error);
        await karin.BecomeAsync("karin");
        var table = new Uri(karin.Url).AbsolutePath;
        var chantal = await browser.Chromium.PhoneAsync(running.Address, wrong);
        await chantal.BecomeAsync("chantal");
        var jayden = await browser.Chromium.PhoneAsync(running.Address, wrong);
        await jayden.BecomeAsync("jayden");

        // What she saw is on the table before anything is asked with it; both answer it.
        await karin.GotoAsync(table + "/lay?what=statement");
        await karin.WriteAsync("words", "Jayden kwam drie keer niet thuis slapen.");
        await karin.PressAsync(Pressing.Primary);
        await karin.ChooseAsync("know", "WasThere");
        foreach (var name in new[] { "Jayden", "Chantal" })
        {
            await karin.ChooseAsync("about", (await karin.Locator($"main .tile:has(input[name=about]):has-text('{name}') input").First.GetAttributeAsync("value"))!);
        }

        await karin.PressAsync(Pressing.Primary);
        var seen = await karin.Locator("main article:has-text('drie keer niet thuis slapen') a[href*='/things/']").First.GetAttributeAsync("href");
        seen = table + "/things/" + seen!.Split("/things/")[1].Split('/')[0];
        await AnswerAsync(chantal, "Ik wist waar hij was.");
        await AnswerAsync(jayden, "Ik sliep bij een vriend.");

        // She asks, and would be ready at once; the page says what has to be thought of first, and who is asked before her.
        await karin.GotoAsync(table + "/decisions/heavy");
        await karin.WriteAsync("words", "Gaat Jayden naar een ander huis?");
        await karin.PressAsync(Pressing.Primary);
        await karin.ChooseAsync("heavy", "Placement");
        await karin.PressAsync(Pressing.Primary);
        await karin.PressAsync(Pressing.Primary);
        var decision = new Uri(karin.Url).AbsolutePath;
        var act = decision.Replace("/decisions/", "/things/", StringComparison.Ordinal);
        await DoAsync(karin, "propose", ("words", "Jayden gaat drie weken naar een ander huis."));
        await karin.GotoAsync(act + "/close");
        Assert.Equal(0, await karin.Locator("main form.composer").CountAsync());
        var open = await karin.Locator(".open-steps a").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href').split('/').pop())");
        Assert.Equal(
            ["why-not?kind=Adult", "why-not?kind=Network", "why-not?kind=NothingNew", "why-not?kind=SupportOnly"],
            open.Where(one => one.StartsWith("why-not", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        foreach (var aid in new[] { "Network", "Views", "Knowing", "Dissent" })
        {
            Assert.Contains("help-decide?aid=" + aid, open);
        }

        Assert.Contains(open, one => one.StartsWith("nothing-yet?child=", StringComparison.Ordinal));
        await karin.LookAsync("what has to be thought of before a placement", Widths, wrong);
        await karin.GotoAsync(act + "/gets-less");
        Assert.Equal(0, await karin.Locator("main form.composer").CountAsync());
        Assert.Contains("Dit vragen we eerst aan Jayden.", await karin.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // The son says what he would lose, and a way with his own people; the mother one that asks something of her.
        await jayden.GotoAsync(decision);
        await jayden.GoAsync("main a[href$='/gets-less']");
        await jayden.TouchAsync(".tile:has([name=which][value=Friends])");
        await jayden.WriteAsync("words", "Dan kan ik niet meer naar de training.");
        await jayden.LookOnPhoneAsync("what gets less, asked of a son", wrong);
        await jayden.GoAsync(Pressing.Primary);
        await DoAsync(jayden, "option", ("words", "Ik slaap bij Ahmed als mama werkt."), ("kind", "Network"));
        await DoAsync(chantal, "option", ("words", "Ik vraag een baan overdag."), ("kind", "Adult"));
        await DoAsync(karin, "option", ("words", "Er komt drie avonden iemand helpen."), ("kind", "SupportOnly"));
        await DoAsync(karin, "why-not?kind=NothingNew", ("words", "Nu is er vier nachten niemand thuis."));
        foreach (var (aid, words) in new[]
        {
            ("Network", "Ahmed zegt dat het kan."), ("Kinds", "Dat hij niet thuis sliep, is een feit."), ("Standing", "Ik vraag het aan de rechter."),
            ("Learning", "Over zes weken kijken we terug."),
        })
        {
            await DoAsync(karin, "help-decide?aid=" + aid, ("words", words));
        }

        await DoAsync(karin, "help-decide?aid=Knowing", ("words", "Hij slaapt vaak ergens anders."), ("not-known-words", "Of hij dat zelf wil."));
        await DoAsync(chantal, "help-decide?aid=Views", ("words", "Ik zie een jongen die naar huis wil."));
        await DoAsync(chantal, "help-decide?aid=Dissent", ("words", "Een ander huis haalt hem verder weg."));
        await DoAsync(karin, "propose", ("words", "Jayden gaat twee weken naar een ander huis."));
        await DoAsync(jayden, "stand", ("stance", "Disagree"), ("words", "Ik wil naar huis."), ("rather-words", "Vraag Ahmed."));
        await DoAsync(chantal, "stand", ("stance", "AgreeBut"), ("words", "Alleen als het bij twee weken blijft."));

        // What the judge gets is what lies here. Each of them reads all of it, the words of mother and son as large as hers, and it prints so.
        foreach (var reader in new[] { karin, chantal, jayden })
        {
            await reader.GotoAsync(decision);
            await reader.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            await HasAsync(
                reader, "twee weken naar een ander huis", "Ik wil naar huis.", "Vraag Ahmed.", "Alleen als het bij twee weken blijft.", "Dan kan ik niet meer naar de training.",
                "Ik slaap bij Ahmed als mama werkt.", "Ik vraag een baan overdag.", "Er komt drie avonden iemand helpen.", "Nu is er vier nachten niemand thuis.",
                "Ahmed zegt dat het kan.", "Of hij dat zelf wil.", "Een ander huis haalt hem verder weg.", "Chantal");
            Assert.False(await reader.Locator("main .actions").First.IsVisibleAsync());
            await reader.GotoAsync(table + "/print");
            var fact = reader.Locator("main article.statement", new PageLocatorOptions { HasText = "drie keer niet thuis slapen" }).First;
            foreach (var answer in new[] { "Ik wist waar hij was.", "Ik sliep bij een vriend." })
            {
                Assert.Contains(answer, await fact.InnerTextAsync(), StringComparison.Ordinal);
            }

            await HasAsync(reader, "Gaat Jayden naar een ander huis?", "Ik wil naar huis.", "Alleen als het bij twee weken blijft.");
            await reader.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        }

        await karin.GotoAsync(decision);
        await karin.LookAsync("a placement with all that belongs to it", Widths, wrong);
        foreach (var page in new[] { karin, chantal, jayden })
        {
            await page.Context.CloseAsync();
        }

        Assert.Equal("", string.Join('\n', wrong));

        async Task AnswerAsync(IPage page, string words)
        {
            await page.GotoAsync(seen + "/answer");
            await page.WriteAsync("words", words);
            await page.GoAsync(Pressing.Primary);
        }

        async Task DoAsync(IPage page, string what, params (string Field, string Value)[] typed)
        {
            await page.GotoAsync($"{act}/{what}");
            foreach (var (field, value) in typed)
            {
                if (field is "kind" or "stance")
                {
                    await page.ChooseAsync(field, value);
                }
                else
                {
                    await page.WriteAsync(field, value);
                }
            }

            await page.PressAsync(Pressing.Primary);
            Assert.Equal(0, await page.Locator("[aria-invalid=true]").CountAsync());
        }

        static async Task HasAsync(IPage page, params string[] parts)
        {
            var said = await page.Locator("main").InnerTextAsync();
            Assert.All(parts, part => Assert.Contains(part, said, StringComparison.Ordinal));
        }
    }

    private static async Task<IReadOnlyList<string>> PeopleAsync(IPage page, string table)
    {
        await page.GotoAsync(table);
        return await page.Locator("main a.seat-name").AllInnerTextsAsync();
    }
}
