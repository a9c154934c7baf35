using Microsoft.Playwright;

namespace Keukentafel.Tests.Ground.Browsing;

/// <summary>Somebody with a window of their own and an account with a password.</summary>
/// <param name="page">The window.</param>
/// <param name="name">The name to sign in with.</param>
public sealed class Somebody(IPage page, string name)
{
    /// <summary>The password of everybody in the tests.</summary>
    public const string Password = "zeven blauwe stoelen";

    /// <summary>The window.</summary>
    public IPage Page => page;

    /// <summary>The name to sign in with.</summary>
    public string Name => name;

    /// <summary>Opens the own tables, and signs in when asked to.</summary>
    public async Task ComeInAsync()
    {
        // Whoever leaves the screen on the table is at the door already.
        if (!page.Url.EndsWith("/sign-in", StringComparison.Ordinal))
        {
            await page.GotoAsync("/tables");
        }

        await ShowWhoTheyAreAsync();
    }

    /// <summary>Sits down at a table.</summary>
    /// <param name="table">Its address.</param>
    public async Task SitDownAsync(string table)
    {
        var stands = page.Url.Contains(table, StringComparison.Ordinal) && await page.Locator("nav a").CountAsync() > 0;
        if (stands)
        {
            await page.PressAsync($"nav a[href='{table}']");
        }
        else
        {
            await page.GotoAsync("/tables");
        }

        // Days have passed since they were here: the door asks who they are, and shows their tables.
        if (await ShowWhoTheyAreAsync() || !stands)
        {
            await page.PressAsync($"main a[href='{table}']");
        }
    }

    private async Task<bool> ShowWhoTheyAreAsync()
    {
        if (!page.Url.EndsWith("/sign-in", StringComparison.Ordinal))
        {
            return false;
        }

        await page.WriteAsync("name", name);
        await page.WriteAsync("password", Password);
        await page.PressAsync(Pressing.Primary);
        if (!page.Url.EndsWith("/tables", StringComparison.Ordinal) && !page.Url.EndsWith("/mine", StringComparison.Ordinal))
        {
            await page.PressAsync("nav a[href='/tables']");
        }

        return true;
    }
}
