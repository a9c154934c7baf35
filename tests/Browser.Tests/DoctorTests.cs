using Keukentafel.Domain.Access;
using System.Globalization;

namespace Keukentafel.Browser.Tests;

/// <summary>
/// A doctor with a mother before him: he asks in the background where he is not sure, says what he saw and what he may, and together they ask somebody along (J7).
/// </summary>
public sealed class DoctorTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private static readonly int[] Widths = [320, 390, 1280];

    [Fact]
    public async Task The_doctor_says_what_he_saw_and_may_and_mother_reads_and_presses_before_anybody_comes_J7_R97()
    {
        var wrong = new List<string>();
        await using var kitchen = await Kitchen.StartAsync(browser, scripts: true, "huisarts van Sam");
        var (doctor, table) = (kitchen.Windows["joke"], kitchen.Table);
        await doctor.SitDownAsync(table);
        await doctor.Page.SetViewportSizeAsync(1280, 800);
        await AskInTheBackgroundAsync(kitchen, wrong);
        await doctor.Page.PressAsync($"nav a[href='{table}']");

        // What he saw is a fact of his; what he thinks is not, and mother reads both because they are about her son and her.
        await LayAsync("statement", "Sam heeft een blauwe plek op zijn arm.");
        await doctor.Page.ChooseAsync("know", "WasThere");
        await AboutAsync();
        await LayAsync("worry", "Ik maak me zorgen, want ik weet niet hoe die plek er komt.");
        await AboutAsync();

        // What he may and must.
        await doctor.Page.PressAsync($"main a[href='{table}/who']");
        await doctor.Page.PressAsync($"main a[href='{table}/who/me']");
        await doctor.Page.WriteAsync("may-words", "Kijken naar Sam en met jullie praten.");
        await doctor.Page.WriteAsync("writes-words", "In mijn dossier staat wat ik zie. Dat moet van de wet.");
        await doctor.Page.PressAsync(Pressing.Primary);

        // On his screen, with mother beside him: whom they would ask, and for what.
        await doctor.Page.PressAsync($"nav a[href='{table}']");
        await doctor.Page.PressAsync($"main a[href='{table}/joining/new']");
        foreach (var (name, words) in new[]
        {
            ("name", "Milou"), ("what", "buurtteam"), ("goal-words", "Samen zoeken waar die plek van komt."), ("adds-words", "Zij komt thuis, ik niet."),
            ("day", Netherlands.DayOf(TimeProvider.System.GetUtcNow()).AddDays(60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        })
        {
            await doctor.Page.WriteAsync(name, words);
        }

        await doctor.Page.PressAsync(Pressing.Primary);
        var milou = new Uri(doctor.Page.Url).AbsolutePath;
        await doctor.Page.LookAsync("the doctor asks somebody along", Widths, wrong);

        // Mother reads all of it on her own phone, and presses. Nobody comes before Sam said yes too.
        await using var nadia = await PhoneOfAsync("nadia");
        await nadia.Page.GoAsync($"main a[href='{table}/who']");
        Assert.Contains("Dat moet van de wet.", await nadia.Page.Locator(".who-card:has-text('Joke')").InnerTextAsync(), StringComparison.Ordinal);
        await nadia.Page.GoAsync($"nav a[href='{table}']");
        Assert.Contains("blauwe plek", await nadia.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Ik maak me zorgen, want ik weet niet", await nadia.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await nadia.Page.GoAsync($"main a[href='{milou}']");
        Assert.Contains("Zij komt thuis, ik niet.", await nadia.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await nadia.Page.LookOnPhoneAsync("mother reads who would come", wrong);
        await nadia.Page.TouchAsync(".tile:has([name=answer][value=Welcome])");
        await nadia.Page.GoAsync(Pressing.Primary);
        Assert.Equal(0, await nadia.Page.Locator("main a:has-text('kaart')").CountAsync());
        await using var sam = await PhoneOfAsync("sam");
        await sam.Page.GoAsync($"main a[href='{milou}']");
        await sam.Page.LookOnPhoneAsync("a child reads who would come", wrong);
        await sam.Page.GoAsync("main button[name=answer][value=Welcome]");

        // With both their yes there is a card; who holds it says yes or no as well.
        await nadia.Page.GotoAsync(milou);
        await nadia.Page.GoAsync("main .sheet-waits a.nl-button");
        await nadia.Page.GoAsync("main a[href$='/invite']");
        await nadia.Page.WriteAsync("words", "Samen kijken hoe het gaat.");
        await nadia.Page.GoAsync(Pressing.Primary);
        var code = await nadia.Page.Locator(".way-in-code").InnerTextAsync();
        var comes = kitchen.Windows["milou"];
        kitchen.Clock.Now += TimeSpan.FromMinutes(1);
        await comes.ComeInAsync();
        await comes.Page.GotoAsync("/welcome/" + code);
        await comes.Page.LookAsync("who is asked reads what for", Widths, wrong);
        await comes.Page.PressAsync("form[action$='/welcome/yes'] button");
        Assert.Equal(table, new Uri(comes.Page.Url).AbsolutePath);

        // What was said before she came is theirs to give.
        Assert.DoesNotContain("blauwe plek", await comes.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("", string.Join('\n', wrong));

        async Task LayAsync(string what, string words)
        {
            await doctor.Page.GotoAsync($"{table}/lay?what={what}");
            await doctor.Page.WriteAsync("words", words);
            if (what == "statement")
            {
                await doctor.Page.PressAsync(Pressing.Primary);
            }
        }

        async Task AboutAsync()
        {
            foreach (var name in new[] { "Sam", "Nadia" })
            {
                await doctor.Page.ChooseAsync("about", await doctor.Page.Locator($"main .tile:has(input[name=about]):has-text('{name}') input").First.GetAttributeAsync("value") ?? "");
            }

            await doctor.Page.PressAsync(Pressing.Primary);
        }

        async Task<Held> PhoneOfAsync(string key)
        {
            var page = await browser.Chromium.PhoneAsync(kitchen.Running.Address, wrong);
            await new Somebody(page, kitchen.Windows[key].Name).SitDownAsync(table);
            return new Held(page);
        }
    }

    // He is not sure, and asks somebody who knows more, without a name: mother reads it first, and on the same day there is an answer that is no verdict.
    private static async Task AskInTheBackgroundAsync(Kitchen kitchen, List<string> wrong)
    {
        var (doctor, nadia, ingrid) = (kitchen.Windows["joke"].Page, kitchen.Windows["nadia"], kitchen.Windows["ingrid"]);
        await doctor.PressAsync($"nav a[href='{kitchen.Table}/talks']");
        await doctor.PressAsync("main a[href$='/consults']");
        await doctor.PressAsync("main a[href$='/consults/new']");
        await doctor.WriteAsync("words", "Kan dit van spelen komen? Wat vraag ik nu?");
        await doctor.WriteAsync("fact-words", "Sam heeft een blauwe plek op zijn arm.");
        await doctor.WriteAsync("not-known-words", "Hoe die plek er komt.");
        await doctor.WriteAsync("family-words", "Moeder zegt: hij viel van de schommel.");
        await doctor.ChooseAsync("about", (await doctor.Locator("main .tile:has(input[name=about]):has-text('Nadia') input").First.GetAttributeAsync("value"))!);
        await doctor.PressAsync(Pressing.Primary);
        Assert.Contains("Hier staat een naam: Sam.", await doctor.Locator("#fact-words-error").InnerTextAsync(), StringComparison.Ordinal);
        await doctor.WriteAsync("fact-words", "Een kind van acht heeft een blauwe plek op zijn arm.");
        await doctor.PressAsync(Pressing.Primary);
        var question = new Uri(doctor.Url).AbsolutePath;
        Assert.Equal(0, await doctor.Locator("form[action$='/send']").CountAsync());
        await doctor.LookAsync("the doctor asks in the background", Widths, wrong);

        await nadia.SitDownAsync(kitchen.Table);
        await nadia.Page.GotoAsync(question);
        Assert.Contains("Een kind van acht", await nadia.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await nadia.Page.WriteAsync("add-words", "De schommel staat bij oma.");
        await nadia.Page.LookAsync("mother reads what is asked in the background", Widths, wrong);
        await nadia.Page.PressAsync("main button[name=say][value=good]");

        await doctor.GotoAsync(question);
        await doctor.WriteAsync("name", "Ingrid");
        await doctor.WriteAsync("does", "Veilig Thuis");
        await doctor.PressAsync("main form[action$='/send'] button.nl-button--primary");
        var code = await doctor.Locator(".way-in-code").InnerTextAsync();
        await ingrid.ComeInAsync();
        await ingrid.Page.GotoAsync("/welcome/" + code);
        await ingrid.Page.PressAsync("form[action$='/welcome/yes'] button");
        var told = await ingrid.Page.Locator("main").InnerTextAsync();
        Assert.Contains("De schommel staat bij oma.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Nadia", told, StringComparison.Ordinal);
        await ingrid.Page.WriteAsync("words", "Zo’n plek kan van een val komen.");
        await ingrid.Page.WriteAsync("basis-words", "Wat je schreef over zijn arm.");
        await ingrid.Page.WriteAsync("doubts-words", "Ik heb de plek niet gezien.");
        await ingrid.Page.WriteAsync("family-words", "Wie was erbij toen hij viel?");
        await ingrid.Page.LookAsync("who is asked from a distance", Widths, wrong);
        await ingrid.Page.PressAsync(Pressing.Primary);

        foreach (var reader in new[] { doctor, nadia.Page })
        {
            await reader.GotoAsync(question);
            var answer = await reader.Locator("main").InnerTextAsync();
            Assert.Contains("Gezegd op afstand. Ingrid heeft jullie niet gezien of gesproken.", answer, StringComparison.Ordinal);
            Assert.Contains("Wie was erbij toen hij viel?", answer, StringComparison.Ordinal);
        }

        await doctor.LookAsync("the answer from a distance", Widths, wrong);
    }

    [Fact]
    public async Task The_doctor_without_a_table_asks_an_expert_without_names_and_reads_the_answer_with_a_code_J7_R98()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var doctor = await browser.Chromium.WindowAsync(running.Address);
        await doctor.GotoAsync("/work");
        await doctor.PressAsync("main a[href$='/advice']");
        await doctor.WriteAsync("words", "Wat vraag ik de moeder van Amir?");
        await doctor.WriteAsync("fact-words", "Een blauwe plek op de arm.");
        await doctor.WriteAsync("family-words", "De moeder zegt: gevallen.");
        await doctor.WriteAsync("work", "huisarts");
        await doctor.PressAsync("main form[action$='/advice'] .form-foot button");
        await doctor.LookAsync("a name in a question to experts", Widths, wrong);
        Assert.Contains("Amir", await doctor.Locator("#words-error").InnerTextAsync(), StringComparison.Ordinal);
        await doctor.WriteAsync("words", "Wat vraag ik de moeder?");
        await doctor.PressAsync("main form[action$='/advice'] .form-foot button");
        await doctor.LookAsync("a question to experts, read over", Widths, wrong);

        // Back loses nothing.
        await doctor.PressAsync("main button[name=change]");
        Assert.Equal("Een blauwe plek op de arm.", await doctor.Locator("#fact-words").InputValueAsync());
        await doctor.PressAsync("main form[action$='/advice'] .form-foot button");
        await doctor.Locator("#team .tile:has-text('Rivierland') input").CheckAsync();
        await doctor.WriteAsync("word", "fiets");
        await doctor.PressAsync("main form[action$='/advice/send'] .form-foot button");
        await doctor.LookAsync("a question to experts was sent", Widths, wrong);
        var code = await doctor.Locator(".way-in-code").InnerTextAsync();

        var hetty = await browser.Chromium.WindowAsync(running.Address);
        await hetty.GotoAsync("/demo");
        await hetty.PressAsync("form[action$='/demo/hetty'] button");
        await hetty.GotoAsync("/requests");
        await hetty.LookAsync("questions to experts", Widths, wrong);
        await hetty.PressAsync(".ask-lines li:has-text('Wat vraag ik de moeder?') a");
        await hetty.PressAsync("main form[action$='/advise'] .form-foot button");
        await hetty.LookAsync("an expert says nothing", Widths, wrong);
        foreach (var (name, words) in new[] { ("sees-words", "Vallen kan zo gaan."), ("basis-words", "Jouw woorden."), ("doubts-words", "Ik zag het kind niet."), ("reach-words", "06 11 22 33 44") })
        {
            await hetty.WriteAsync(name, words);
        }

        await hetty.PressAsync("main form[action$='/advise'] .form-foot button");
        await hetty.LookAsync("an expert said how they see it", Widths, wrong);

        await doctor.GotoAsync("/ask/back");
        await doctor.WriteAsync("code", code);
        await doctor.WriteAsync("word", "fiets");
        await doctor.PressAsync(Pressing.Primary);
        await doctor.LookAsync("the doctor reads how an expert sees it", Widths, wrong);
        Assert.Contains("Ik zag het kind niet.", await doctor.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await doctor.WriteAsync("tell-words", "De moeder was blij dat ik het vroeg.");
        await doctor.PressAsync("main form[action$='/told'] .form-foot button");
        await doctor.LookAsync("what came of it was told", Widths, wrong);
        Assert.Equal(0, await doctor.Locator("#tell-words").CountAsync());
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public async Task Who_advised_from_a_distance_hears_after_four_weeks_what_came_of_it_and_is_in_no_family_J9_R98()
    {
        var wrong = new List<string>();
        await using var kitchen = await Kitchen.StartAsync(browser, scripts: true, "huisarts van Sam");
        var (doctor, ingrid) = (kitchen.Windows["joke"], kitchen.Windows["ingrid"]);
        await doctor.SitDownAsync(kitchen.Table);
        await AskInTheBackgroundAsync(kitchen, wrong);
        var question = new Uri(doctor.Page.Url).AbsolutePath;

        // Her own page holds the one question, without a name, and nothing of a table.
        await ingrid.Page.GotoAsync("/tables");
        var card = await ingrid.Page.Locator("main .cards").InnerTextAsync();
        Assert.Contains("wil je iets vragen", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", card, StringComparison.Ordinal);
        await ingrid.Page.GotoAsync(kitchen.Table);
        Assert.Equal(0, await ingrid.Page.Locator("main :text('schommel')").CountAsync());

        // She says to stay at a distance, and there is no field for a verdict.
        await ingrid.Page.GotoAsync(question.Replace("/consults/", "/advise/", StringComparison.Ordinal));
        Assert.Equal(0, await ingrid.Page.Locator("main input[type=radio], main select, main input[type=range], main input[type=number]").CountAsync());
        kitchen.Clock.Now += TimeSpan.FromDays(29);
        await doctor.SitDownAsync(kitchen.Table);
        await doctor.Page.GotoAsync(question);
        await doctor.Page.WriteAsync("tell-words", "Hij viel bij oma van de schommel. De zorg is minder.");
        await doctor.Page.LookAsync("the doctor tells what came of it", Widths, wrong);
        await doctor.Page.PressAsync("main form[action$='/tell'] button");
        await ingrid.ComeInAsync();
        await ingrid.Page.GotoAsync(question.Replace("/consults/", "/advise/", StringComparison.Ordinal));
        Assert.Contains("De zorg is minder.", await ingrid.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await ingrid.Page.LookAsync("who advised hears what came of it", Widths, wrong);
        Assert.Equal("", string.Join('\n', wrong));
    }

    private sealed record Held(Microsoft.Playwright.IPage Page) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
    }
}
