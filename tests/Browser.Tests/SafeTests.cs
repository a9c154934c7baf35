using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Leaving fast, losing nothing, and not getting in each other's way.</summary>
public sealed class SafeTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private const string Typed = "Sam zong vanmorgen onder de douche.";

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Snel_weg_ends_the_session_and_leaves_nothing_to_go_back_to_R128(bool scripts, bool byShift)
    {
        await using var kitchen = await Kitchen.StartAsync(browser, scripts);
        var nadia = kitchen.Windows["nadia"];
        var page = nadia.Page;
        await nadia.SitDownAsync(kitchen.Table);
        Assert.Contains("Sam", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var cookies = await page.Context.CookiesAsync();

        if (byShift)
        {
            for (var times = 0; times < 3; times++)
            {
                await page.Keyboard.PressAsync("Shift");
            }
        }
        else
        {
            await page.Locator(".quick-exit button").ClickAsync();
        }

        await page.WaitForURLAsync("**/away");
        await AssertNothingAsync(page);
        Assert.DoesNotContain("Keukentafel", await page.TitleAsync(), StringComparison.OrdinalIgnoreCase);

        // The cookie as it was opens nothing any more, in no browser.
        var other = await browser.Chromium.WindowAsync(kitchen.Running.Address);
        await other.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            Secure = cookie.Secure,
            HttpOnly = cookie.HttpOnly,
        }));
        await other.GotoAsync(kitchen.Table);
        Assert.EndsWith("/sign-in", other.Url, StringComparison.Ordinal);
        await other.Context.CloseAsync();

        for (var back = 0; back < 3; back++)
        {
            await BackAsync(page);
            await AssertNothingAsync(page);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Words_that_come_after_the_session_ended_stand_filled_in_for_their_writer_alone(bool scripts)
    {
        await using var kitchen = await Kitchen.StartAsync(browser, scripts);
        var nadia = kitchen.Windows["nadia"];
        var page = nadia.Page;
        await nadia.SitDownAsync(kitchen.Table);
        await page.PressAsync($"main a[href='{kitchen.Table}/lay?what=good-thing']");
        await page.WriteAsync("words", Typed);
        await kitchen.LoseSessionAsync("nadia");
        await page.PressAsync(Pressing.Primary);
        Assert.EndsWith("/sign-in", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", await page.ContentAsync(), StringComparison.Ordinal);

        // Sam takes the phone first.
        var sam = new Somebody(page, Playing.NameOf("sam"));
        await sam.ComeInAsync();
        await page.GotoAsync("/drafts");
        Assert.DoesNotContain("zong", await page.ContentAsync(), StringComparison.Ordinal);
        await page.PressAsync("nav a[href='/me']");
        await page.PressAsync("main form[action='/sign-out'] button");

        await page.GotoAsync("/sign-in");
        await page.WriteAsync("name", nadia.Name);
        await page.WriteAsync("password", Somebody.Password);
        await page.PressAsync(Pressing.Primary);
        Assert.Equal(Typed, await page.Locator("textarea[name=words]").InputValueAsync());
        await page.PressAsync(Pressing.Primary);
        Assert.Contains(Typed, await page.Locator("section:has(#good)").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync("/drafts");
        Assert.Equal(0, await page.Locator("main li.sheet").CountAsync());
    }

    [Fact]
    public async Task A_double_press_lays_it_down_once()
    {
        await using var kitchen = await Kitchen.StartAsync(browser, scripts: true);
        var nadia = kitchen.Windows["nadia"];
        await nadia.SitDownAsync(kitchen.Table);
        await nadia.Page.PressAsync($"main a[href='{kitchen.Table}/lay?what=good-thing']");
        await nadia.Page.WriteAsync("words", Typed);
        await nadia.Page.Locator(Pressing.Primary).DblClickAsync();
        await nadia.Page.WaitForURLAsync(address => new Uri(address).AbsolutePath == kitchen.Table);
        await nadia.Page.GotoAsync(kitchen.Table);
        Assert.Equal(1, await nadia.Page.Locator("section:has(#good) li", new PageLocatorOptions { HasText = Typed }).CountAsync());
    }

    [Fact]
    public async Task What_is_being_typed_is_kept_without_any_press()
    {
        await using var kitchen = await Kitchen.StartAsync(browser, scripts: true);
        var nadia = kitchen.Windows["nadia"];
        var page = nadia.Page;
        await nadia.SitDownAsync(kitchen.Table);
        await page.PressAsync($"main a[href='{kitchen.Table}/lay?what=worry']");
        var kept = page.WaitForResponseAsync(answer => answer.Url.Contains("/drafts/", StringComparison.Ordinal) && answer.Request.Method == "POST");
        await page.Locator("textarea[name=words]").PressSequentiallyAsync(Typed);
        Assert.Equal(204, (await kept).Status);
        await kitchen.LoseSessionAsync("nadia");

        await page.GotoAsync("/sign-in");
        await page.WriteAsync("name", nadia.Name);
        await page.WriteAsync("password", Somebody.Password);
        await page.PressAsync(Pressing.Primary);
        Assert.Equal(Typed, await page.Locator("textarea[name=words]").InputValueAsync());
    }

    [Fact]
    public async Task What_is_kept_while_typing_after_the_session_ended_leads_back_to_its_own_page()
    {
        await using var kitchen = await Kitchen.StartAsync(browser, scripts: true);
        var nadia = kitchen.Windows["nadia"];
        var page = nadia.Page;
        await nadia.SitDownAsync(kitchen.Table);
        await page.PressAsync($"main a[href='{kitchen.Table}/lay?what=worry']");
        await kitchen.LoseSessionAsync("nadia");
        var kept = page.WaitForResponseAsync(answer => answer.Url.Contains("/drafts/", StringComparison.Ordinal) && answer.Request.Method == "POST");
        await page.Locator("textarea[name=words]").PressSequentiallyAsync(Typed);
        Assert.Equal(303, (await kept).Status);

        await page.GotoAsync("/sign-in");
        await page.WriteAsync("name", nadia.Name);
        await page.WriteAsync("password", Somebody.Password);
        await page.PressAsync(Pressing.Primary);
        Assert.Equal(Typed, await page.Locator("textarea[name=words]").InputValueAsync());
    }

    [Fact]
    public async Task What_was_laid_down_right_after_typing_does_not_come_back_as_a_draft()
    {
        await using var kitchen = await Kitchen.StartAsync(browser, scripts: true);
        var nadia = kitchen.Windows["nadia"];
        var page = nadia.Page;
        await nadia.SitDownAsync(kitchen.Table);
        for (var times = 0; times < 5; times++)
        {
            await page.PressAsync($"main a[href='{kitchen.Table}/lay?what=good-thing']");
            await page.Locator("textarea[name=words]").PressSequentiallyAsync($"Ochtend {times} ging goed.");
            await page.PressAsync(Pressing.Primary);
        }

        await page.WaitForTimeoutAsync(2000);
        await page.GotoAsync("/drafts");
        Assert.Equal(0, await page.Locator("main li.sheet").CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_people_who_change_the_question_both_see_both_texts(bool scripts)
    {
        await using var kitchen = await Kitchen.StartAsync(browser, scripts);
        var (nadia, sam) = (kitchen.Windows["nadia"], kitchen.Windows["sam"]);
        foreach (var who in new[] { nadia, sam })
        {
            await who.SitDownAsync(kitchen.Table);
            await who.Page.PressAsync($"main a[href='{kitchen.Table}/question']");
        }

        await PutAsync(nadia, "Wat helpt ons in de ochtend?");
        await PutAsync(sam, "Hoe komen we weer op tijd?");
        await AssertBothAsync(sam, "Wat helpt ons in de ochtend?", "Hoe komen we weer op tijd?");

        // Nadia changes it again from what she saw, while Sam's lies there now.
        await nadia.Page.PressAsync($"main a[href='{kitchen.Table}/question']");
        await sam.Page.PressAsync(Pressing.Primary);
        await PutAsync(nadia, "Wat helpt ons om acht uur?");
        await AssertBothAsync(nadia, "Hoe komen we weer op tijd?", "Wat helpt ons om acht uur?");

        static async Task PutAsync(Somebody who, string words)
        {
            await who.Page.WriteAsync("words", words);
            await who.Page.PressAsync(Pressing.Primary);
        }

        static async Task AssertBothAsync(Somebody who, string lies, string wrote)
        {
            var said = await who.Page.Locator("main .pair .said").AllInnerTextsAsync();
            Assert.Equal([$"“{lies}”", $"“{wrote}”"], said);
            Assert.Equal(wrote, await who.Page.Locator("textarea[name=words]").InputValueAsync());
        }
    }

    [Fact]
    public async Task From_the_table_to_a_good_thing_laid_down_with_keys_alone()
    {
        await using var kitchen = await Kitchen.StartAsync(browser, scripts: true);
        var page = kitchen.Windows["nadia"].Page;
        await kitchen.Windows["nadia"].SitDownAsync(kitchen.Table);

        await TabToAsync(page, $"a[href='{kitchen.Table}/lay']");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("textarea[name=words]").WaitForAsync();
        await TabToAsync(page, "textarea[name=words]");
        await page.Keyboard.TypeAsync(Typed);
        await TabToAsync(page, "main form button");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input[name=what]").First.WaitForAsync();
        await TabToAsync(page, "input[name=what]");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "main form button");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input[name=what][type=hidden]").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await TabToAsync(page, "main form button");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/tables/[0-9a-f-]+$"));
        Assert.Contains(Typed, await page.Locator("section:has(#good)").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Nobody gets to {selector} with Tab.");
    }

    private static async Task BackAsync(IPage page)
    {
        try
        {
            await page.GoBackAsync();
            await page.WaitForLoadStateAsync(LoadState.Load);
        }
        catch (PlaywrightException kept) when (kept.Message.Contains("ERR_CACHE_MISS", StringComparison.Ordinal))
        {
            // It was the answer to a form, and the browser kept nothing of it: it shows a page of its own.
        }
    }

    private static async Task AssertNothingAsync(IPage page)
    {
        var shown = await page.Locator("body").InnerTextAsync();
        Assert.DoesNotContain("Sam", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Nadia", shown, StringComparison.Ordinal);
    }
}
