using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Nobody's words stand bigger than another's: measured on the screen, not read in a style sheet.</summary>
public sealed class BoxTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private const string Five = "Hij at mee met iedereen.";

    private static readonly string FiveHundred = string.Join(' ', Enumerable.Range(1, 500).Select(n => n % 12 == 0 ? "tafel." : "brood")) + " einde";

    [Theory]
    [InlineData(5, 500)]
    [InlineData(500, 5)]
    public async Task A_sentence_and_its_answers_are_equally_wide_and_high_R4(int sentence, int answer)
    {
        await using var running = await Running.StartAsync();
        var marker = "Steen " + sentence.ToString(CultureInfo.InvariantCulture) + ". ";
        using var bo = await running.AsAsync("bo");
        var thing = await bo.LaySentenceAsync(bo.Table, marker + Long(sentence), about: "Amir");
        using var amir = await running.AsAsync("amir");
        await amir.GetAsync(thing + "/answer");
        await amir.PressAsync("form.composer", ("words", Long(answer)));

        var page = await AsAsync(running, "esra");
        foreach (var (address, width, print) in new[] { (bo.Table, 320, false), (bo.Table, 1280, false), (thing, 320, false), (thing, 1280, false), (bo.Table + "/print", 1280, true), (bo.Table + "/print", 700, true) })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = print ? Media.Print : Media.Screen });
            await page.SetViewportSizeAsync(width, 800);
            await page.GotoAsync(address);
            var halves = await MeasureAsync(page, $"article.statement:has-text('{marker}') .half");
            Assert.True(halves.Count >= 2, address);
            AssertEqual(halves, $"{address} {width} {(print ? "print" : "screen")}");
        }
    }

    [Fact]
    public async Task Views_beside_each_other_are_equally_wide_and_high_R42()
    {
        await using var running = await Running.StartAsync();
        foreach (var (name, words) in new[] { ("bo", 500), ("amir", 5) })
        {
            using var visitor = await running.AsAsync(name);
            var table = visitor.Table;
            await visitor.GetAsync(table + "/views");
            await visitor.GetAsync(visitor.Page.QuerySelector("main a[href*='/views/new?child=']")!.GetAttribute("href")!);
            await visitor.PressAsync("form.composer", ("safe", Long(words)));
        }

        var page = await AsAsync(running, "esra");
        var views = new Uri(page.Url).AbsolutePath + "/views";
        foreach (var (width, print) in new[] { (320, false), (1280, false), (1280, true), (700, true) })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = print ? Media.Print : Media.Screen });
            await page.SetViewportSizeAsync(width, 800);
            await page.GotoAsync(views);
            var boxes = await MeasureAsync(page, "section:first-of-type .views > li > article");
            Assert.True(boxes.Count >= 3);
            AssertEqual(boxes, $"views {width} {(print ? "print" : "screen")}");
        }
    }

    [Fact]
    public async Task Whatever_a_person_says_looks_the_same_everywhere()
    {
        await using var running = await Running.StartAsync();
        using var visitor = await running.AsAsync("esra");
        var pages = await new Addresses(running).WalkAsync(visitor, 1);
        var page = await AsAsync(running, "esra");
        var looks = new Dictionary<string, string>();
        foreach (var address in pages)
        {
            await page.GotoAsync(address);
            await page.UnfoldAllAsync();
            foreach (var look in await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('.said')].map(e => { const s = getComputedStyle(e); " +
                "return [s.fontFamily, s.fontSize, s.fontWeight, s.fontStyle, s.color, s.textTransform, s.letterSpacing].join(' | ') })"))
            {
                looks.TryAdd(look, address);
            }
        }

        Assert.True(pages.Count > 15);
        Assert.Single(looks);
    }

    private static string Long(int words) => words == 5 ? Five : FiveHundred;

    private static void AssertEqual(IReadOnlyList<Box> boxes, string where)
    {
        foreach (var box in boxes.Skip(1))
        {
            Assert.True(Math.Abs(box.Width - boxes[0].Width) <= 1, $"{where}: width {box.Width} beside {boxes[0].Width}");
            Assert.True(Math.Abs(box.Height - boxes[0].Height) <= 1, $"{where}: height {box.Height} beside {boxes[0].Height}");
            Assert.Equal(boxes[0].Type, box.Type);
        }
    }

    private static async Task<IReadOnlyList<Box>> MeasureAsync(IPage page, string selector)
    {
        var boxes = new List<Box>();
        foreach (var found in await page.Locator(selector).AllAsync())
        {
            var measured = await found.EvaluateAsync<JsonElement>(
                "e => { const b = e.getBoundingClientRect(); const s = e.querySelector('.said'); return { width: b.width, height: b.height, type: s && getComputedStyle(s).fontSize } }");
            boxes.Add(new Box(measured.GetProperty("width").GetDouble(), measured.GetProperty("height").GetDouble(), measured.GetProperty("type").GetString() ?? ""));
        }

        return [.. boxes.Where(box => box.Type.Length > 0)];
    }

    private async Task<IPage> AsAsync(Running running, string name)
    {
        var page = await browser.Chromium.WindowAsync(running.Address);
        await page.GotoAsync("/demo");
        await page.PressAsync($"form[action$='/demo/{name}'] button");
        return page;
    }

    private sealed record Box(double Width, double Height, string Type);
}
