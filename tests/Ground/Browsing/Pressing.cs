using Microsoft.Playwright;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>What a hand does on a page, with and without JavaScript.</summary>
public static class Pressing
{
    /// <summary>The button that lays, keeps or goes on.</summary>
    public const string Primary = "main form button.nl-button--primary";

    /// <summary>Presses a link or button, after opening what it is folded away in.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selector">Finds it; the first of several.</param>
    public static async Task PressAsync(this IPage page, string selector)
    {
        var found = page.Locator(selector).First;
        await UnfoldAsync(found);
        await found.ClickAsync();
        try
        {
            await page.WaitForLoadStateAsync(LoadState.Load);
        }
        catch (TimeoutException)
        {
            // A page that came very fast can have loaded just before anybody listened: then it says so itself.
            if (await page.EvaluateAsync<string>("document.readyState") != "complete")
            {
                throw;
            }
        }

        // The next question of such a talk comes without another page.
        if (page.Url.Contains("/ask", StringComparison.Ordinal))
        {
            await page.Locator("main[aria-busy]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        }
    }

    /// <summary>Types into a field, after opening what it is folded away in.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">The field.</param>
    /// <param name="words">What is typed; nothing happens for null.</param>
    public static async Task WriteAsync(this IPage page, string name, string? words)
    {
        if (words is not null)
        {
            var field = page.Locator($"main [name='{name}']").First;
            await UnfoldAsync(field);
            await field.FillAsync(words);
        }
    }

    /// <summary>Ticks a box or chooses a radio button by pressing on its label.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">The field.</param>
    /// <param name="value">Its value, or how that starts.</param>
    public static async Task ChooseAsync(this IPage page, string name, string value)
    {
        var field = page.Locator($"main input[name='{name}'][value^='{value}']").First;
        await UnfoldAsync(field);
        if (!await field.IsCheckedAsync())
        {
            await page.Locator($"label:has(input[name='{name}'][value^='{value}'])").First.ClickAsync();
        }
    }

    /// <summary>Opens everything that is folded away.</summary>
    /// <param name="page">The page.</param>
    public static async Task UnfoldAllAsync(this IPage page)
    {
        // Each one that is opened drops out of the selector.
        while (await page.Locator("main details:not([open]) > summary").CountAsync() > 0)
        {
            await page.Locator("main details:not([open]) > summary").First.ClickAsync();
        }
    }

    /// <summary>Waits until something holds on the page; a page on its way to another is asked again.</summary>
    /// <param name="page">The page.</param>
    /// <param name="holds">What must hold, in JavaScript.</param>
    public static async Task UntilAsync(this IPage page, string holds)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                if (await page.EvaluateAsync<bool>($"document.readyState === 'complete' && Boolean({holds})"))
                {
                    return;
                }
            }
            catch (PlaywrightException) when (i < 100)
            {
                // It went on just now.
            }

            if (i >= 100)
            {
                throw new TimeoutException($"Never: {holds}");
            }

            await Task.Delay(100);
        }
    }

    private static async Task UnfoldAsync(ILocator inside)
    {
        var closed = inside.Locator("xpath=ancestor::details[not(@open)][last()]/summary");
        for (var deep = 0; deep < 4 && await closed.CountAsync() > 0 && !await inside.IsVisibleAsync(); deep++)
        {
            await closed.First.ClickAsync();
        }
    }
}
