using Keukentafel.Tour;
using Keukentafel.Web.Tests.Docs;

namespace Keukentafel.Browser.Tests;

/// <summary>The tour is what people see first: each of its pictures can still be taken.</summary>
public sealed class TourTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    [Theory]
    [InlineData("table", true)]
    [InlineData("hosts", false)]
    public async Task Every_scene_still_plays_and_shows_what_it_says(string name, bool english)
    {
        var chapter = Chapter.All.Single(one => one.Name == name);
        var seen = new List<string>();
        await chapter.PlayAsync(browser.Chromium, english, async (scene, page) =>
        {
            Assert.True(await page.Locator("h1").First.IsVisibleAsync(), scene.En);
            Assert.Equal(0, await page.Locator("[aria-invalid=true]").CountAsync());
            if (scene.Shows is { } part)
            {
                Assert.True(await page.Locator(part).First.IsVisibleAsync(), scene.En);
            }

            seen.Add(scene.Nl);
        });
        Assert.Equal(chapter.Scenes.Select(scene => scene.Nl), seen);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public void Every_part_has_a_story_and_the_README_says_how_many_pictures_there_are()
    {
        Assert.Equal(["table", "hosts"], Chapter.All.Select(chapter => chapter.Name));
        Assert.Contains($"writes {Chapter.All.Sum(chapter => chapter.Scenes.Count)} such pictures", Repository.Read("README.md"), StringComparison.Ordinal);
    }
}
