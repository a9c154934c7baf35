using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Everything with keys alone: coming in, laying something down, answering, leaving fast.</summary>
public sealed class KeyboardTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private const string Worry = "Ik maak me zorgen omdat Sam slecht slaapt.";
    private const string Answer = "Dat klopt, hij was moe.";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    public async Task A_mother_comes_in_lays_a_worry_for_one_reader_answers_and_leaves_with_keys_alone(bool scripts, int width)
    {
        await using var kitchen = await Kitchen.StartAsync(browser, scripts);
        var said = await SayAboutNadiaAsync(kitchen);
        var page = await browser.Chromium.WindowAsync(kitchen.Running.Address, scripts, width, 800);
        var keys = new Keys(page);

        await page.GotoAsync("/sign-in");
        await keys.WalkAsync();
        await page.GotoAsync("/sign-in");
        await keys.TypeAsync("[name=name]", kitchen.Windows["nadia"].Name);
        await keys.TypeAsync("[name=password]", "een ander woord");
        await keys.EnterAsync("main form button");
        await keys.AssertSaysAsync("wachtwoord");
        await keys.TypeAsync("[name=password]", Somebody.Password);
        await keys.EnterAsync("main form button");
        await keys.EnterAsync($"main a[href='{kitchen.Table}']");

        await AssertSkipsAsync(page, keys);
        await page.GotoAsync(kitchen.Table);
        await keys.WalkAsync();

        await page.GotoAsync(kitchen.Table);
        await keys.EnterAsync($"main a[href='{kitchen.Table}/lay?what=worry']");
        await keys.WalkAsync();
        await page.ReloadAsync();
        await keys.EnterAsync("main form.composer button");
        await keys.AssertSaysAsync("nog geen woorden");
        await keys.TypeAsync("textarea[name=words]", Worry);
        await keys.ChooseAsync("readers", "These");
        await keys.EnterAsync("main form.composer button");
        await keys.AssertSaysAsync("Kies nog wie");
        await keys.ToAsync($"input[name=named][value='{await SeatOfAsync(page, "Joke")}']");
        await page.Keyboard.PressAsync("Space");
        await keys.EnterAsync("main form.composer button");
        Assert.Contains(Worry, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await AssertReadsAsync(kitchen, "joke", true);
        await AssertReadsAsync(kitchen, "sam", false);

        await page.GotoAsync(said);
        await keys.WalkAsync();
        await page.GotoAsync(said);
        await keys.EnterAsync("main a[href$='/answer']");
        await keys.EnterAsync("main form.composer button");
        await keys.AssertSaysAsync("nog geen woorden");
        await keys.TypeAsync("textarea[name=words]", Answer);
        await keys.EnterAsync("main form.composer button");
        Assert.Contains(Answer, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync(kitchen.Table);
        await keys.ToAsync(".quick-exit button");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/away");
        await page.GotoAsync(kitchen.Table);
        Assert.EndsWith("/sign-in", page.Url, StringComparison.Ordinal);

        TestContext.Current.TestOutputHelper?.WriteLine($"{keys.Stops} stops");
        Assert.True(keys.Stops > 150, $"{keys.Stops} stops");
        Assert.True(keys.Wrong.Count == 0, string.Join('\n', keys.Wrong.Distinct()));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Writing_capitals_and_walking_back_with_Shift_makes_nobody_leave()
    {
        await using var kitchen = await Kitchen.StartAsync(browser, scripts: true);
        var page = kitchen.Windows["nadia"].Page;
        await kitchen.Windows["nadia"].SitDownAsync(kitchen.Table);
        await page.PressAsync($"main a[href='{kitchen.Table}/lay?what=good-thing']");
        var field = page.Locator("textarea[name=words]");
        foreach (var key in new[] { "Shift+S", "Shift+A", "Shift+M", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab" })
        {
            await page.Keyboard.PressAsync(key);
        }

        Assert.Equal("SAM", await field.InputValueAsync());
        Assert.Contains("/lay", page.Url, StringComparison.Ordinal);
        await page.ReloadAsync();
        Assert.Contains("/lay", page.Url, StringComparison.Ordinal);
    }

    // The first stop of a page leads past its head: what comes next is the first thing in the page itself.
    private static async Task AssertSkipsAsync(IPage page, Keys keys)
    {
        await keys.ToAsync(".nl-skip-link");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>(
            "() => { const first = [...document.querySelectorAll('main a[href], main button, main summary, main input:not([type=hidden])')].find(one => one.checkVisibility()); " +
            "return document.activeElement === first; }"));
    }

    private static async Task<string> SayAboutNadiaAsync(Kitchen kitchen)
    {
        var joke = kitchen.Windows["joke"];
        await joke.SitDownAsync(kitchen.Table);
        await joke.Page.PressAsync($"main a[href='{kitchen.Table}/lay?what=statement']");
        await joke.Page.WriteAsync("words", "Nadia zei dat Sam moe was.");
        await joke.Page.PressAsync(Pressing.Primary);
        await joke.Page.ChooseAsync("know", "WasThere");
        await joke.Page.ChooseAsync("about", await SeatOfAsync(joke.Page, "Nadia"));
        await joke.Page.PressAsync(Pressing.Primary);
        var link = joke.Page.Locator("main article", new PageLocatorOptions { HasText = "Sam moe was" }).Locator("a[href*='/things/']").First;
        return kitchen.Table + "/things/" + (await link.GetAttributeAsync("href"))!.Split("/things/")[1].Split('/')[0];
    }

    private static async Task<string> SeatOfAsync(IPage page, string name) =>
        (await page.Locator("label.tile", new PageLocatorOptions { HasText = name }).Locator("input[name=named], input[name=about]").First.GetAttributeAsync("value"))!;

    private static async Task AssertReadsAsync(Kitchen kitchen, string who, bool reads)
    {
        await kitchen.Windows[who].SitDownAsync(kitchen.Table);
        Assert.Equal(reads, (await kitchen.Windows[who].Page.Locator("main").InnerTextAsync()).Contains(Worry, StringComparison.Ordinal));
    }
}
