using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Henk, who heard shouting next door, thinks it through on his phone and on paper, and leaves no trace (J5).</summary>
public sealed class ThinkingTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private const string Saw = "gisteravond veel lawaai, en een kind dat huilde";

    private static readonly (string Question, string Words)[] Answers =
    [
        ("saw", Saw), ("suspect", "Misschien krijgt iemand daar klappen."), ("find", "Dit gaat te ver."), ("colours", "Bij mij thuis was het ook zo."),
        ("unknown", "Of er iemand ziek is."), ("offer", "met de jongens de hond uitlaten"),
    ];

    [Fact]
    public async Task Henk_comes_from_doubt_to_a_first_sentence_in_his_own_words_without_a_network_and_leaving_nothing_J5_R21_R22_R23_R24()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var page = await browser.Chromium.PhoneAsync(running.Address, wrong);
        await page.GotoAsync("/");
        await page.GoAsync("main a[href$='/think']");
        await page.LookOnPhoneAsync("thinking: the start", wrong);
        var (read, presses) = (await WordsAsync(page) + (await page.Locator("h1").InnerTextAsync()).Split(' ').Length, 1);

        // From here on there is no network, and whatever asks for one is seen.
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.Context.SetOfflineAsync(true);
        await page.TouchAsync("a[href='#saw']");
        foreach (var (question, words) in Answers)
        {
            await AssertOnlyAsync(page, question);
            read += await WordsAsync(page);
            await page.Locator("#my-" + question).FillAsync(words);
            await page.TouchAsync($"#{question} .nl-button");
            presses++;
        }

        // Each kind of sentence stands apart; the first sentence is made of what he saw and what he offers.
        await AssertOnlyAsync(page, "opening");
        read += await WordsAsync(page);
        var parent = await page.Locator("#my-parent").InputValueAsync();
        Assert.Contains(Saw + ".", parent, StringComparison.Ordinal);
        Assert.Contains("hond uitlaten", parent, StringComparison.Ordinal);
        Assert.DoesNotContain("klappen", parent, StringComparison.Ordinal);
        Assert.Contains(Saw, await page.Locator("#my-child").InputValueAsync(), StringComparison.Ordinal);

        // What he made of it himself stays, also when he goes back.
        await page.Locator("#my-parent").FillAsync("Ik hoorde jullie. Gaat het een beetje?");
        await page.GoBackAsync();
        await AssertOnlyAsync(page, "offer");
        await page.GoForwardAsync();
        await AssertOnlyAsync(page, "opening");
        await page.TouchAsync("#opening .nl-button");
        await AssertOnlyAsync(page, "then");
        read += await WordsAsync(page);
        Assert.Equal(["#talk", "#small", "#ask", "#leave", "#report"], await page.Locator(".think-ends a").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))"));
        await page.TouchAsync("a[href='#talk']");
        presses += 2;
        await AssertOnlyAsync(page, "talk");
        read += await WordsAsync(page);
        var sheet = await page.Locator("[data-think-sheet] dl").InnerTextAsync();
        foreach (var words in Answers.Select(one => one.Words).Append("Gaat het een beetje?").Append("Vermoeden").Append("Mening").Append("Gezien of gehoord"))
        {
            Assert.Contains(words, sheet, StringComparison.Ordinal);
        }

        // It fits in the day of a doctor (J7).
        TestContext.Current.TestOutputHelper?.WriteLine($"{read} words, {presses} presses");
        Assert.InRange(read, 100, 250);
        Assert.InRange(presses, 5, 12);
        Assert.Empty(asked);
        Assert.Equal("0 0 0 0", await page.EvaluateAsync<string>(
            "async () => [localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases()).length].join(' ')"));
        Assert.Equal(0, await page.EvaluateAsync<int>("async () => (await navigator.serviceWorker?.getRegistrations() ?? []).length"));
        Assert.Empty(await page.Context.CookiesAsync());
        Assert.DoesNotContain("lawaai", page.Url, StringComparison.Ordinal);

        // Keeping a copy says first who can read it then.
        await page.TouchAsync("[data-think-ask=keep]");
        Assert.True(await page.Locator("[data-think-sure=keep]").IsVisibleAsync());
        var copy = await page.RunAndWaitForDownloadAsync(() => page.TouchAsync("[data-think-do=keep]"));
        Assert.Equal("briefje.txt", copy.SuggestedFilename);
        Assert.Contains("Gezien of gehoord\n" + Saw, await File.ReadAllTextAsync(await copy.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // On paper it is only this.
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.Locator("[data-think-sheet]").IsVisibleAsync());
        Assert.False(await page.Locator("[data-think-sheet] [data-think-print]").IsVisibleAsync());
        Assert.False(await page.Locator("#my-saw").IsVisibleAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        // And away with it.
        await page.TouchAsync("[data-think-ask=wipe]");
        Assert.Contains(Saw, await page.Locator("[data-think-sheet] dl").TextContentAsync(), StringComparison.Ordinal);
        await page.TouchAsync("[data-think-do=wipe]");
        await AssertOnlyAsync(page, "start");
        Assert.DoesNotContain(Saw, await AllAsync(page), StringComparison.Ordinal);
        Assert.Empty(asked);
        await page.Context.CloseAsync();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_stranger_finds_each_step_and_each_end_clean_and_danger_one_press_away_at_every_one_R25_R65_R66()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var page = await browser.Chromium.PhoneAsync(running.Address, wrong);
        foreach (var step in new[] { "now", "saw", "opening", "then", "talk", "small", "ask", "leave", "report" })
        {
            await page.GotoAsync("about:blank");
            await page.GotoAsync("/think#" + step);
            await AssertOnlyAsync(page, step);
            await page.LookOnPhoneAsync("thinking: " + step, wrong);
            Assert.True(await page.Locator("footer a[href='tel:112']").IsVisibleAsync());
        }

        // Danger asks nothing first.
        await page.GotoAsync("/think");
        await page.TouchAsync("a[href='#now']");
        await AssertOnlyAsync(page, "now");
        Assert.True(await page.Locator("#now a[href='tel:112']").IsVisibleAsync());
        Assert.Equal(0, await page.Locator("#now textarea").CountAsync());

        // Who has a duty finds it where they would tell others (R61).
        foreach (var end in new[] { "ask", "report" })
        {
            Assert.EndsWith("/work", await page.Locator($"#{end} a").Last.GetAttributeAsync("href"), StringComparison.Ordinal);
        }

        // To leave it at that asks nothing more either, and gives nothing to press but what is one's own.
        await page.GotoAsync("about:blank");
        await page.GotoAsync("/think#leave");
        Assert.Equal(0, await page.Locator("#leave a, #leave button").CountAsync());
        Assert.Contains("niets op", await page.Locator("[data-think-sheet]").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData(".quick-exit button", "**/away")]
    [InlineData(null, "**/rights")]
    public async Task Whoever_goes_away_finds_nothing_by_going_back_R21(string? press, string to)
    {
        await using var running = await Running.StartAsync();
        var page = await browser.Chromium.WindowAsync(running.Address);
        await page.GotoAsync("/think");
        await page.Locator("#start a[href='#saw']").ClickAsync();
        await page.Locator("#my-saw").FillAsync(Saw);
        await (press is null ? page.GotoAsync("/rights") : page.Locator(press).ClickAsync());
        await page.WaitForURLAsync(to);
        for (var back = 0; back < 3; back++)
        {
            await page.GoBackAsync();
            Assert.DoesNotContain(Saw, await AllAsync(page), StringComparison.Ordinal);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_paper_from_the_start_all_questions_have_room_and_another_language_loses_no_word_R21()
    {
        await using var running = await Running.StartAsync();
        var page = await browser.Chromium.WindowAsync(running.Address);
        await page.GotoAsync("/think");
        Assert.True(await page.Locator("#start [data-think-print]").IsVisibleAsync());
        Assert.False(await page.Locator("#my-saw").IsVisibleAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var (question, _) in Answers)
        {
            Assert.True(await page.Locator("#my-" + question).IsVisibleAsync(), question);
            Assert.False(await page.Locator($"#{question} .nl-button").IsVisibleAsync(), question);
        }

        Assert.False(await page.Locator("#start [data-think-print]").IsVisibleAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        // Without a word the other language comes in its place; with one it stands beside it.
        await page.ClickAsync("footer a[hreflang]");
        await page.WaitForURLAsync("**/en/think*");
        await page.ClickAsync("footer a[hreflang]");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath.EndsWith("/think", StringComparison.Ordinal) && !url.Contains("/en/", StringComparison.Ordinal));
        await page.ClickAsync("a[href='#saw']");
        await page.Locator("#my-saw").FillAsync(Saw);
        var other = await page.Context.RunAndWaitForPageAsync(() => page.ClickAsync("footer a[hreflang]"));
        await other.WaitForURLAsync("**/en/think*");
        Assert.Equal(Saw, await page.Locator("#my-saw").InputValueAsync());
        Assert.Contains("staat nog hier", await page.Locator("[data-think-says]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Saw, await other.ContentAsync(), StringComparison.Ordinal);

        // So does any other page, and leaving fast does not: nothing stays behind.
        var rights = await page.Context.RunAndWaitForPageAsync(() => page.ClickAsync("footer a[href$='/rights']"));
        await rights.WaitForURLAsync("**/rights");
        Assert.Equal(Saw, await page.Locator("#my-saw").InputValueAsync());
        var open = page.Context.Pages.Count;
        await page.ClickAsync("form[action$='/leave'] button");
        await page.WaitForURLAsync(url => !url.Contains("/think", StringComparison.Ordinal));
        Assert.Equal(open, page.Context.Pages.Count);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_it_is_a_paper_with_all_questions_that_says_what_it_cannot_do_R21()
    {
        await using var running = await Running.StartAsync();
        var page = await browser.Chromium.WindowAsync(running.Address, scripts: false);
        await page.GotoAsync("/think");
        foreach (var (question, words) in Answers)
        {
            await page.Locator("#my-" + question).FillAsync(words);
        }

        Assert.True(await page.Locator("[data-think-less]").IsVisibleAsync());
        Assert.False(await page.Locator("#start .nl-button--primary").IsVisibleAsync());
        Assert.False(await page.Locator("#start [data-think-print]").IsVisibleAsync());
        Assert.True(await page.Locator("#report").IsVisibleAsync());
        Assert.False(await page.Locator("[data-think-sheet] [data-think-print]").IsVisibleAsync());

        // Nothing in it can be sent: there is no form around it, and no field has a name.
        Assert.Equal(0, await page.Locator("main form, main [name]").CountAsync());
        await page.Context.CloseAsync();
    }

    private static Task<int> WordsAsync(IPage page) => page.Locator(".think-step:not([hidden])").EvaluateAsync<int>("one => one.innerText.split(/\\s+/).filter(word => word).length");

    private static Task<string> AllAsync(IPage page) =>
        page.EvaluateAsync<string>("() => document.body.innerText + [...document.querySelectorAll('textarea')].map(one => one.value).join(' ')");

    private static async Task AssertOnlyAsync(IPage page, string step)
    {
        await page.UntilAsync($"document.querySelector('.think-step:not([hidden])').id === '{step}'");
        Assert.Equal(1, await page.Locator(".think-step:not([hidden])").CountAsync());
    }
}
