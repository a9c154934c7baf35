using Keukentafel.Domain.Access;
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
    [InlineData("noor", false)]
    [InlineData("jayden", true)]
    [InlineData("lotte", false)]
    public async Task A_whole_family_comes_about_by_pressing_from_an_empty_database(string family, bool scripts)
    {
        var story = Story.All.First(one => one.Key == family);
        var clock = new StoryClock { Now = TimeProvider.System.GetUtcNow().AddDays(-400) };
        await using var empty = await Running.StartEmptyAsync(clock: clock, quickly: true);
        await using var demo = await Running.StartAsync();
        var today = Netherlands.DayOf(TimeProvider.System.GetUtcNow());
        var windows = await Kitchen.PeopleAsync(browser, empty, story, scripts);
        var playing = new Playing(story, clock, today, windows);

        await playing.SitDownAsync();
        await playing.PlayAsync();

        clock.Now = TimeProvider.System.GetUtcNow();
        foreach (var who in story.People.Where(who => who.SignsIn))
        {
            var page = await browser.Chromium.WindowAsync(demo.Address, scripts, 390, 800);
            var played = windows[who.Key];
            var sitting = who.IsAway ? played.ComeInAsync() : played.SitDownAsync(playing.Table);
            var table = string.Join('/', (await SitDownInDemoAsync(page, story, who)).Split('/').Take(3));
            await sitting;
            foreach (var part in PagesOf(who))
            {
                var read = await Task.WhenAll(ReadAsync(page, table + part), ReadAsync(played.Page, playing.Table + part));
                Assert.Equal(read[0].Says, read[1].Says);
                Assert.Equal(read[0].Mugs, read[1].Mugs);
                Assert.NotEqual("", read[0].Says);
            }

            await page.Context.CloseAsync();
        }

        foreach (var window in windows.Values)
        {
            await window.Page.Context.CloseAsync();
        }
    }

    private static string[] PagesOf(StoryPerson who) => who switch
    {
        { Seat: "colleague" } => ["/along"],
        { Seat: "expert" } => ["/advise"],
        { Age: "young" } => ["", "/views", "/print", "/face", "/coordinator", "/consults", "/my-place"],
        _ => ["", "/views", "/print", "/face", "/coordinator", "/consults"],
    };

    private static async Task<string> SitDownInDemoAsync(IPage page, Story story, StoryPerson who)
    {
        await page.GotoAsync("/demo");
        await page.PressAsync($"form[action$='/demo/{who.SignIn}'] button");
        if (page.Url.EndsWith("/tables", StringComparison.Ordinal))
        {
            await page.Locator("li.sheet a", new PageLocatorOptions { HasText = story.People.First(child => child.Key == story.Children[0]).Name }).First.ClickAsync();
        }

        return new Uri(page.Url).AbsolutePath;
    }

    // What a page says, folded or not, without what only tells whether this reader was here before. Which of two sentences stands first
    // follows the order of the form, so lines are compared as a set where views stand. With it the ring, drink and colour of every mug.
    private static async Task<(string Says, string Mugs)> ReadAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        var read = await page.EvaluateAsync<string[][]>(
            "() => { for (const news of document.querySelectorAll('main .news')) { news.remove(); } for (const folded of document.querySelectorAll('main details')) { folded.open = true; } " +
            "return [document.querySelector('main').innerText.split('\\n'), [...document.querySelectorAll('main svg.mug')]" +
            ".map(mug => mug.getAttribute('class') + ' ' + mug.firstElementChild.getAttribute('href').split('#')[1])]; }");
        var lines = read[0]
            .Select(line => Regex.Replace(line, "^Nieuw: | · nieuw$", "").Trim())
            .Where(line => line.Length > 0);
        return (
            string.Join('\n', address.EndsWith("/views", StringComparison.Ordinal) || address.EndsWith("/print", StringComparison.Ordinal) ? lines.Order(StringComparer.Ordinal) : lines),
            string.Join('\n', read[1].Order(StringComparer.Ordinal)));
    }
}
