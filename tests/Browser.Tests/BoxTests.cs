using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Nobody's words stand bigger than another's: measured on the screen, not read in a style sheet.</summary>
public sealed class BoxTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private const string Five = "Hij at mee met iedereen.";

    private static readonly string FiveHundred = string.Join(' ', Enumerable.Range(1, 500).Select(n => n % 12 == 0 ? "tafel." : "brood")) + " einde";

    // Names and mugs as they are drawn; of a name every word of at most twelve letters stands in one piece.
    private const string Crowding =
        """
        () => {
          const found = [];
          const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          if (over > 0) { found.push('runs ' + over + ' px off the side'); }
          // A turned mug measures wider than it is drawn: its saucer is a circle round its middle.
          const boxOf = one => {
            const box = one.getBoundingClientRect();
            if (!one.matches('.mug')) { return box; }
            const [x, y, r] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2, parseFloat(getComputedStyle(one).width) * .38];
            return { left: x - r, right: x + r, top: y - r, bottom: y + r };
          };
          const seen = [...document.querySelectorAll('main .seat-label, main .table-drawing .mug, main .table-paper, main .table-list .seat-name')]
            .map(one => ({ name: one.className.baseVal ?? one.className, text: one.textContent.trim().slice(0, 30), box: boxOf(one) }));
          for (const one of seen) {
            if (one.box.left < 0 || one.box.right > innerWidth) { found.push(one.name + ' ' + one.text + ' leaves the page'); }
            for (const other of seen) {
              if (one !== other && one.box.left < other.box.right - 1 && other.box.left < one.box.right - 1
                && one.box.top < other.box.bottom - 1 && other.box.top < one.box.bottom - 1) {
                found.push(one.name + ' ' + one.text + ' lies over ' + other.name + ' ' + other.text);
              }
            }
          }
          for (const name of document.querySelectorAll('main .seat-name')) {
            for (const word of name.textContent.matchAll(/[^\s-]+/g)) {
              const range = document.createRange();
              range.setStart(name.firstChild, word.index);
              range.setEnd(name.firstChild, word.index + word[0].length);
              if (word[0].length <= 12 && range.getClientRects().length > 1) { found.push(word[0] + ' is broken'); }
            }
          }
          for (const text of document.querySelectorAll('main .said, main .seat-label, main p, main h1, main h2, main .kind-line')) {
            const style = getComputedStyle(text);
            if (text.scrollWidth > text.clientWidth + 1 && style.overflowX !== 'visible') { found.push('cut off: ' + text.textContent.slice(0, 30)); }
            if (style.display !== 'inline' && text.clientWidth > 0 && text.scrollWidth > text.clientWidth + 1) { found.push('sticks out: ' + text.textContent.slice(0, 30)); }
          }
          return [...new Set(found)];
        }
        """;

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

    /// <summary>Twelve people with long names and sixty things, and somebody alone with nothing: measured where they are drawn.</summary>
    [Fact]
    public async Task At_the_fullest_table_and_at_that_of_one_nothing_lies_over_another_is_cut_off_or_runs_off_the_side()
    {
        await using var running = await Crowd.StartAsync();
        var wrong = new List<string>();
        foreach (var who in new[] { "p0", "alone" })
        {
            var page = await browser.Chromium.WindowAsync(running.Address);
            var table = await Crowd.SitDownAsync(page, who);
            foreach (var part in new[] { "", "/list", "/views", "/print" })
            {
                await page.GotoAsync(table + part);
                foreach (var width in new[] { 320, 390, 640, 1024, 1280 })
                {
                    await page.SetViewportSizeAsync(width, 800);
                    wrong.AddRange((await page.EvaluateAsync<string[]>(Crowding)).Select(found => $"{who} {part} {width}: {found}"));
                }
            }

            await page.Context.CloseAsync();
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
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
