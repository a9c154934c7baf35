using System.Text.RegularExpressions;
using Keukentafel.Web.Demo;
using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Every state that the demo shows can be made by pressing, from an empty database.</summary>
public sealed class StoryTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    [Theory]
    [InlineData("esra", true)]
    [InlineData("mark", false)]
    [InlineData("deniz", true)]
    public async Task A_whole_family_comes_about_by_pressing_from_an_empty_database(string family, bool scripts)
    {
        var story = Story.All.First(one => one.Key == family);
        var clock = new StoryClock { Now = TimeProvider.System.GetUtcNow().AddDays(-400) };
        await using var empty = await Running.StartEmptyAsync(clock: clock);
        await using var demo = await Running.StartAsync();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).DateTime);
        var windows = await Kitchen.PeopleAsync(browser, empty, story, scripts);
        var playing = new Playing(story, clock, today, windows);

        await playing.SitDownAsync();
        await playing.PlayAsync();

        clock.Now = TimeProvider.System.GetUtcNow();
        foreach (var who in story.People.Where(who => who.SignsIn))
        {
            var page = await browser.Chromium.WindowAsync(demo.Address, scripts, 390, 800);
            await page.GotoAsync("/demo");
            await page.PressAsync($"form[action$='/demo/{who.SignIn}'] button");
            var table = await TableOfAsync(page, story);
            await windows[who.Key].SitDownAsync(playing.Table);
            foreach (var part in new[] { "", "/views", "/print" })
            {
                await page.GotoAsync(table + part);
                await windows[who.Key].Page.GotoAsync(playing.Table + part);
                Assert.Equal(await ReadAsync(page), await ReadAsync(windows[who.Key].Page));
                Assert.Equal(await MugsAsync(page), await MugsAsync(windows[who.Key].Page));
            }

            await page.Context.CloseAsync();
        }

        foreach (var window in windows.Values)
        {
            await window.Page.Context.CloseAsync();
        }
    }

    private static async Task<string> TableOfAsync(IPage page, Story story)
    {
        if (page.Url.EndsWith("/tables", StringComparison.Ordinal))
        {
            await page.Locator("li.sheet a", new PageLocatorOptions { HasText = story.People.First(who => who.Key == story.Children[0]).Name }).First.ClickAsync();
        }

        return new Uri(page.Url).AbsolutePath;
    }

    // Ring, drink and colour of every mug on a page.
    private static async Task<string> MugsAsync(IPage page) => string.Join('\n', (await page.Locator("main svg.mug").EvaluateAllAsync<string[]>(
        "mugs => mugs.map(mug => mug.getAttribute('class') + ' ' + mug.firstElementChild.getAttribute('href').split('#')[1])")).Order(StringComparer.Ordinal));

    // What a page says, without what only tells whether this reader was here before. Which of two sentences
    // stands first follows the order of the form, so lines are compared as a set where views stand.
    private static async Task<string> ReadAsync(IPage page)
    {
        await page.UnfoldAllAsync();
        var lines = (await page.Locator("main").InnerTextAsync()).Split('\n')
            .Select(line => Regex.Replace(line, " · nieuw$", "").Trim())
            .Where(line => line.Length > 0 && !Regex.IsMatch(line, "^Sinds je vorige keer "));
        return string.Join('\n', Regex.IsMatch(page.Url, "/(views|print)$") ? lines.Order(StringComparer.Ordinal) : lines);
    }
}
