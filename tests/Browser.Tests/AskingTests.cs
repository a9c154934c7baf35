using Keukentafel.Domain.Access;
using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Esra asks for help on her phone, gets an answer from a human, and makes a table of it (J3).</summary>
public sealed class AskingTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private const string Password = "drie woorden achter elkaar";
    private static readonly int[] Widths = [320, 390, 1280];

    [Fact]
    public async Task Back_in_the_browser_is_one_question_back_and_another_language_keeps_every_word()
    {
        await using var running = await Running.StartAsync();
        var esra = await browser.Chromium.WindowAsync(running.Address, true, 390, 800);
        var wrong = new List<string>();
        esra.PageError += (_, error) => wrong.Add(error);
        await esra.GotoAsync("/ask");
        await esra.WriteAsync("helps-words", "De ochtenden.");
        await esra.PressAsync(Pressing.Primary);
        await esra.ChooseAsync("kind", "Household");
        await esra.PressAsync(Pressing.Primary);
        await esra.WriteAsync("name", "Esra");

        // The button of the phone, twice, and on again.
        await BackAsync(esra, "With", () => esra.GoBackAsync());
        Assert.True(await esra.Locator("input[name=kind][value=Household]").IsCheckedAsync());
        await BackAsync(esra, "Helps", () => esra.GoBackAsync());
        Assert.Equal("De ochtenden.", await esra.InputValueAsync("#helps-words"));
        await BackAsync(esra, "You", async () =>
        {
            await esra.GoForwardAsync();
            await esra.Locator("form[data-talk=With]").WaitForAsync();
            await esra.GoForwardAsync();
        });
        Assert.Equal("Esra", await esra.InputValueAsync("#name"));

        // What is missing is said here too, and in English it is the same question.
        await esra.PressAsync(Pressing.Primary);
        Assert.True(await esra.Locator("#team-error").IsVisibleAsync());
        await esra.PressAsync("a[hreflang=en]");
        await esra.Locator("html[lang=en] form[data-talk=You]").WaitForAsync();
        Assert.Equal("Esra", await esra.InputValueAsync("#name"));
        await esra.PressAsync("main form button[value=With]");
        await esra.PressAsync("main form button[value=Helps]");
        Assert.Equal("De ochtenden.", await esra.InputValueAsync("#helps-words"));
        Assert.Empty(wrong);
        Assert.DoesNotContain("ochtenden", await esra.EvaluateAsync<string>("JSON.stringify(history.state)"), StringComparison.Ordinal);
        await esra.Context.CloseAsync();
    }

    private static async Task BackAsync(IPage page, string step, Func<Task> back)
    {
        await back();
        await page.Locator($"form[data-talk={step}]").WaitForAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_first_question_to_a_table_with_her_own_words_in_one_run_J3_R57_R58_R97(bool scripts)
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var esra = await browser.Chromium.WindowAsync(running.Address, scripts, 390, 800);
        esra.PageError += (_, error) => wrong.Add(error);
        await esra.GotoAsync("/");
        await esra.PressAsync("main .doors a[href$='/help']");

        // Stories of others come first, and two of them stand there to read; then what happens with what one tells.
        await esra.PressAsync("main a[href*='/stories#']");
        Assert.True(await esra.Locator("main article.story").CountAsync() >= 2);
        await LookAsync(esra, "esra reads stories");
        await esra.PressAsync("main a[href$='/help']");
        await esra.PressAsync("a[href$='/what-happens']");
        Assert.True(await esra.Locator("main h2").CountAsync() >= 3);
        await LookAsync(esra, "esra reads what happens");
        await esra.GotoAsync("/help");
        await esra.PressAsync("main a[href$='/ask']");
        await esra.WriteAsync("helps-words", "De ochtenden. En de brieven van de incasso.");
        await esra.WriteAsync("hard-words", "Ik slaap slecht.");
        await esra.PressAsync(Pressing.Primary);
        await esra.ChooseAsync("kind", "Household");
        await esra.ChooseAsync("from", "Neighbours");
        await esra.WriteAsync("must-not-words", "Geen bezoek op school.");
        await esra.PressAsync(Pressing.Primary);
        await esra.Locator("#team label", new PageLocatorOptions { HasText = "Kanaalwijk" }).ClickAsync();
        await esra.WriteAsync("name", "Esra");
        await esra.WriteAsync("reach-words", "Appen, na tien uur.");
        await esra.WriteAsync("word", "rode fiets");
        await esra.PressAsync(Pressing.Primary);
        await esra.PressAsync(Pressing.Primary);
        Assert.True(await esra.Locator(".way-in-code").IsVisibleAsync());
        var code = await esra.Locator(".way-in-code").InnerTextAsync();

        var samira = await browser.Chromium.WindowAsync(running.Address, scripts);
        samira.PageError += (_, error) => wrong.Add(error);
        await samira.GotoAsync("/demo");
        await samira.PressAsync("form[action$='/demo/samira'] button");
        await samira.GotoAsync("/tables");
        await samira.PressAsync("main a[href='/requests']");
        await samira.Locator(".ask-lines li", new PageLocatorOptions { HasText = "brieven van de incasso" }).Locator("a").ClickAsync();
        await samira.WriteAsync("words", "Fijn dat je schrijft. Zal ik morgen om half elf appen?");
        await samira.WriteAsync("reach-words", "06 12 34 56 78");
        await samira.PressAsync(Pressing.Primary);
        await samira.PressAsync("main a[href$='/offer']");
        await LookAsync(samira, "samira offers");
        await samira.PressAsync(Pressing.Primary);
        await LookAsync(samira, "samira offers nothing");
        await samira.WriteAsync("what", "helpt met de ochtenden");
        await samira.WriteAsync("goal-words", "Dat jullie rustig de deur uit gaan.");
        await samira.WriteAsync("adds-words", "Ik kan er om zeven uur zijn.");
        await samira.WriteAsync("day", Netherlands.DayOf(TimeProvider.System.GetUtcNow()).AddDays(42).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await samira.WriteAsync("writes-words", "De dagen waarop ik kom, voor mijn werk.");
        await samira.PressAsync(Pressing.Primary);
        await LookAsync(samira, "samira offered");

        // From here on she types her code, her word and a password, and no word of her question.
        await esra.GotoAsync("/ask/back");
        await esra.WriteAsync("code", code);
        await esra.WriteAsync("word", "rode fiets");
        await esra.PressAsync(Pressing.Primary);
        await LookAsync(esra, "esra offered");
        await esra.PressAsync(".ask-offer form[action$='/table'] button");
        await LookAsync(esra, "esra me");
        await esra.PressAsync(Pressing.Primary);
        await esra.WriteAsync("child1", "Amir");
        await esra.PressAsync(Pressing.Primary);
        await esra.PressAsync(Pressing.Primary);
        Assert.Equal("De ochtenden. En de brieven van de incasso.", await esra.InputValueAsync("#WouldHelp-words"));
        await LookAsync(esra, "esra her words");
        await esra.SelectOptionAsync("#Hard-for", "OnlyMe");
        await esra.PressAsync(Pressing.Primary);
        await LookAsync(esra, "esra way in");
        await esra.PressAsync("button[name=back]");
        Assert.Equal("OnlyMe", await esra.InputValueAsync("#Hard-for"));
        await esra.PressAsync(Pressing.Primary);
        await esra.WriteAsync("password", Password);
        await esra.PressAsync(Pressing.Primary);
        var table = new Uri(esra.Url).AbsolutePath;
        Assert.StartsWith("/tables/", table, StringComparison.Ordinal);
        var hers = await esra.Locator("main").InnerTextAsync();
        foreach (var words in new[] { "De ochtenden. En de brieven van de incasso.", "Ik slaap slecht.", "Geen bezoek op school.", "Samira" })
        {
            Assert.Contains(words, hers, StringComparison.Ordinal);
        }

        await samira.GotoAsync(table);
        var theirs = await samira.Locator("main").InnerTextAsync();
        Assert.Contains("De ochtenden. En de brieven van de incasso.", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("Ik slaap slecht.", theirs, StringComparison.Ordinal);

        // The request is gone, and the code leads nowhere.
        await samira.GotoAsync("/requests");
        Assert.DoesNotContain("incasso.", await samira.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await esra.GotoAsync("/ask/back");
        await esra.WriteAsync("code", code);
        await esra.WriteAsync("word", "rode fiets");
        await esra.PressAsync(Pressing.Primary);
        Assert.Equal(1, await esra.Locator("#code-error").CountAsync());
        await esra.Context.CloseAsync();
        await samira.Context.CloseAsync();
        Assert.Equal("", string.Join('\n', wrong));

        Task LookAsync(IPage page, string what) => scripts ? page.LookAsync(what, Widths, wrong) : Task.CompletedTask;
    }
}
