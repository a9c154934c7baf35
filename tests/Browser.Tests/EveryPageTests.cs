using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Every page, for everybody, on a narrow phone, a phone and a desk: nothing stands in anybody's way, nothing runs off the side.</summary>
public sealed class EveryPageTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private static readonly int[] Widths = [320, 390, 1280];

    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    [Theory]
    [InlineData("esra")]
    [InlineData("amir")]
    [InlineData("bo")]
    [InlineData("en-esra")]
    public async Task Every_page_is_clean_for_a_host_at_three_widths_and_for_a_child_a_guest_and_in_English_on_a_phone(string name)
    {
        await using var running = await Running.StartAsync();
        using var visitor = await running.AsAsync(name);
        var addresses = new Addresses(running);
        var pages = await addresses.WalkAsync(visitor, 1);
        pages = [.. pages, .. await addresses.TryAsync(visitor, pages)];
        Assert.True(pages.Count > 15, string.Join('\n', pages));
        var wrong = new List<string>();
        var page = await AsAsync(running, name);
        foreach (var address in pages)
        {
            await page.GotoAsync(address);
            await LookAsync(page, address, name == "esra" ? Widths : [390], name, wrong);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{pages.Count} pages");
        await page.Context.CloseAsync();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task No_page_is_left_out()
    {
        await using var running = await Running.StartAsync();
        var addresses = new Addresses(running);
        using var fatma = await running.AsAsync("fatma");
        await fatma.LaySentenceAsync(fatma.Table, "Amir ging mee naar de markt.", know: "WasTold", source: "Bo");
        foreach (var name in new[] { "esra", "amir", "bo", "mark", "elif" })
        {
            using var visitor = await running.AsAsync(name);
            await addresses.TryAsync(visitor, await addresses.WalkAsync(visitor, 1));
        }

        using var stranger = running.Stranger();
        await addresses.TryAsync(stranger, []);
        Assert.Equal("", string.Join('\n', addresses.Unseen));
    }

    [Fact]
    public async Task Pages_outside_a_table_and_between_two_presses_are_clean_too()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var stranger = await browser.Chromium.WindowAsync(running.Address);
        foreach (var address in new[] { "/", "/en/", "/sign-in", "/demo", "/what-happens", "/en/what-happens", "/away", "/nowhere" })
        {
            await stranger.GotoAsync(address);
            await LookAsync(stranger, address, Widths, "stranger", wrong);
        }

        await stranger.GotoAsync("/sign-in");
        await stranger.PressAsync(Pressing.Primary);
        await LookAsync(stranger, "wrong name", Widths, "stranger", wrong);

        var page = await AsAsync(running, "bo");
        var table = new Uri(page.Url).AbsolutePath;
        await page.PressAsync($"main a[href='{table}/lay']");
        await page.PressAsync(Pressing.Primary);
        await LookAsync(page, "no words", Widths, "bo", wrong);
        await page.WriteAsync("words", "Amir at vandaag met de anderen mee.");
        await page.PressAsync(Pressing.Primary);
        await LookAsync(page, "what is it", Widths, "bo", wrong);
        await page.PressAsync(Pressing.Primary);
        await LookAsync(page, "nothing chosen", Widths, "bo", wrong);
        await page.ChooseAsync("what", "Statement");
        await page.PressAsync(Pressing.Primary);
        await page.UnfoldAllAsync();
        await LookAsync(page, "how do you know", Widths, "bo", wrong);
        await page.PressAsync(Pressing.Primary);
        await page.UnfoldAllAsync();
        await LookAsync(page, "nothing known", Widths, "bo", wrong);
        await page.ChooseAsync("know", "WasThere");
        await page.PressAsync(Pressing.Primary);
        await LookAsync(page, "laid down", Widths, "bo", wrong);
        await page.UnfoldAllAsync();
        await LookAsync(page, "everything unfolded", Widths, "bo", wrong);
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public async Task Starting_a_table_and_giving_somebody_a_seat_are_clean_between_the_presses()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var page = await AsAsync(running, "esra");
        var table = new Uri(page.Url).AbsolutePath;
        await page.PressAsync($"main a[href='{table}/people/new']");
        await page.PressAsync(Pressing.Primary);
        await LookAsync(page, "no name", Widths, "esra", wrong);
        await page.WriteAsync("name", "Wim");
        await page.PressAsync(Pressing.Primary);
        await LookAsync(page, "what are they", Widths, "esra", wrong);
        await page.PressAsync(Pressing.Primary);
        await LookAsync(page, "way in", Widths, "esra", wrong);
        await page.PressAsync(Pressing.Primary);
        await page.ChooseAsync("mug-drink", "Tea");
        await page.ChooseAsync("mug-pattern", "Dots");
        await page.PressAsync(Pressing.Primary);
        await LookAsync(page, "mug is Esra's", Widths, "esra", wrong);
        await page.GotoAsync("/tables/new");
        await page.PressAsync("main button[name=more]");
        await page.UnfoldAllAsync();
        await LookAsync(page, "another child", Widths, "esra", wrong);
        await page.PressAsync(Pressing.Primary);
        await LookAsync(page, "no child", Widths, "esra", wrong);
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_page_that_is_not_clean_is_found()
    {
        await using var running = await Running.StartAsync();
        var page = await AsAsync(running, "esra");
        await page.EvaluateAsync(
            "() => { const i = document.createElement('input'); const d = document.createElement('div'); d.style.width = '900px'; d.textContent = 'x'; " +
            "document.querySelector('main').append(i, d); }");
        var wrong = new List<string>();
        await LookAsync(page, "spoiled", [320], "esra", wrong);
        Assert.Contains(wrong, line => line.Contains("label", StringComparison.Ordinal));
        Assert.Contains(wrong, line => line.Contains("off the side", StringComparison.Ordinal));
    }

    private async Task<IPage> AsAsync(Running running, string name)
    {
        var page = await browser.Chromium.WindowAsync(running.Address);
        await page.GotoAsync(name.StartsWith("en-", StringComparison.Ordinal) ? "/en/demo" : "/demo");
        await page.PressAsync($"form[action$='/demo/{name}'] button");
        if (page.Url.EndsWith("/tables", StringComparison.Ordinal))
        {
            await page.PressAsync("main li.sheet a");
        }

        return page;
    }

    private static async Task<int> LookAsync(IPage page, string what, int[] widths, string name, List<string> wrong)
    {
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 800);

            // What slid halfway under the head that stays in sight would count as too small to press.
            await page.EvaluateAsync("() => window.scrollTo(0, 0)");
            var result = await page.RunAxe(Options);
            wrong.AddRange(result.Violations.SelectMany(rule => rule.Nodes.Take(2).Select(node => $"{name} {what} {width}: {rule.Id} {node.Html}")));
            var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0)
            {
                wrong.Add($"{name} {what} {width}: runs {over} px off the side");
            }
        }

        return widths.Length;
    }
}
