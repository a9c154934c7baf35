using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>A phone in a hand: narrow, and touched with a finger.</summary>
internal static class Touching
{
    /// <summary>How wide and how high it is.</summary>
    public const int Width = 390, Height = 800;

    /// <summary>A phone of somebody's own.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="address">Where the program listens.</param>
    /// <param name="wrong">To what goes wrong in a script of ours, it is added.</param>
    public static async Task<IPage> PhoneAsync(this Chromium chromium, Uri address, List<string> wrong)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            HasTouch = true,
            IsMobile = true,
            Locale = "nl-NL",
            TimezoneId = "Europe/Amsterdam",
            ViewportSize = new ViewportSize { Width = Width, Height = Height },
        });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => wrong.Add(error);
        return page;
    }

    /// <summary>Touches something, after opening what it is folded away in.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selector">Finds it; the first of several.</param>
    public static async Task TouchAsync(this IPage page, string selector)
    {
        var found = page.Locator(selector).First;
        var closed = found.Locator("xpath=ancestor::details[not(@open)][last()]/summary");
        for (var deep = 0; deep < 4 && await closed.CountAsync() > 0 && !await found.IsVisibleAsync(); deep++)
        {
            await closed.First.TapAsync();
        }

        await found.TapAsync();
    }

    /// <summary>Touches what leads to another page. A tap becomes a press a moment later: the next page is there when this one is gone.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selector">Finds it; the first of several.</param>
    public static async Task GoAsync(this IPage page, string selector)
    {
        await page.EvaluateAsync("() => { window.before = true; }");
        await page.TouchAsync(selector);
        await page.UntilAsync("!window.before");
    }

    /// <summary>Becomes somebody of the demo.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Who.</param>
    public static async Task BecomeAsync(this IPage page, string name)
    {
        await page.GotoAsync("/demo");
        await page.PressAsync($"form[action$='/demo/{name}'] button");
    }

    /// <summary>Looks at a page at all widths, and gives the phone its own width back.</summary>
    /// <param name="page">The page.</param>
    /// <param name="what">Which page this is, and for whom.</param>
    /// <param name="wrong">To what is found, it is added.</param>
    public static async Task LookOnPhoneAsync(this IPage page, string what, List<string> wrong)
    {
        await page.LookAsync(what, [320, Width, 1280], wrong);
        await page.SetViewportSizeAsync(Width, Height);
    }
}
