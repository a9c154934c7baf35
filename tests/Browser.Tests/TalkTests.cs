using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>A talk as people hold it: one screen on the table, phones beside it, a net that drops.</summary>
public sealed class TalkTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private static readonly int[] Widths = [320, 390, 1280];

    [Fact]
    public async Task Everybody_sees_each_others_slips_by_themselves_and_nothing_is_lost_where_the_net_drops()
    {
        await using var running = await Running.StartAsync();
        var (screen, talk) = await AtTableAsync(running, "esra", "Amir", "Fatma");
        var phone = await AsAsync(running, "amir");
        await phone.GotoAsync(talk);

        // What is half typed on the screen stays, while what Amir lays down comes beside it.
        await screen.Locator("#words").FillAsync("Ik wil zeggen dat");
        await phone.Locator("#words").FillAsync("We bakten pannenkoeken.");
        await phone.Locator("#composer .nl-button--primary").ClickAsync();
        await screen.Locator("text=We bakten pannenkoeken.").First.WaitForAsync(new() { Timeout = 15_000 });
        Assert.Equal("Ik wil zeggen dat", await screen.Locator("#words").InputValueAsync());

        // The other way round, and the question moves along where nobody types.
        await screen.Locator("label.speaker", new() { HasText = "Fatma" }).ClickAsync();
        await screen.Locator("#words").FillAsync("Lina slaapt goed bij mij.");
        await screen.Locator("#composer .nl-button--primary").ClickAsync();
        await phone.Locator("text=Lina slaapt goed bij mij.").First.WaitForAsync(new() { Timeout = 15_000 });
        await screen.Locator("button[formaction$='/turn']").Last.ClickAsync();
        await phone.Locator(".talk-question h2", new() { HasText = "Wat zou helpen?" }).WaitForAsync(new() { Timeout = 15_000 });

        // The net drops: the words stay where they are, the page says so, and afterwards they are laid down once.
        await phone.Context.SetOfflineAsync(true);
        await phone.Locator("#words").FillAsync("Dat oma komt op dinsdag.");
        await phone.Locator("#composer .nl-button--primary").ClickAsync();
        await phone.Locator("[data-lost]").WaitForAsync(new() { Timeout = 15_000 });
        Assert.Equal("Dat oma komt op dinsdag.", await phone.Locator("#words").InputValueAsync());
        await phone.Context.SetOfflineAsync(false);
        await phone.Locator("#composer .nl-button--primary").ClickAsync();
        await screen.Locator("text=Dat oma komt op dinsdag.").First.WaitForAsync(new() { Timeout = 15_000 });
        Assert.Equal(1, await screen.Locator("text=Dat oma komt op dinsdag.").CountAsync());
        await screen.Context.CloseAsync();
        await phone.Context.CloseAsync();
    }

    [Fact]
    public async Task A_talk_is_held_whole_without_scripts()
    {
        await using var running = await Running.StartAsync();
        var (screen, talk) = await AtTableAsync(running, "esra", "Amir", "Fatma", scripts: false);
        await SayAsync(screen, "Amir", "We lachten.");
        for (var i = 0; i < 2; i++)
        {
            await screen.Locator("button[formaction$='/turn']").Last.ClickAsync();
        }

        await SayAsync(screen, "Fatma", "Vier dagen op tijd.");
        await screen.Locator(".sheet-line a").First.ClickAsync();
        await screen.Locator("label.speaker", new() { HasText = "Amir" }).ClickAsync();
        await screen.Locator("button[value=Disagree]").ClickAsync();
        Assert.Contains("Amir is het er niet mee eens", await screen.Locator(".stands").InnerTextAsync(), StringComparison.Ordinal);
        await screen.Locator(".table-end summary").ClickAsync();
        await screen.Locator(".table-end button").ClickAsync();
        Assert.Contains("Het gesprek is klaar", await screen.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await screen.GotoAsync("/tables");
        Assert.EndsWith("/sign-in", screen.Url, StringComparison.Ordinal);
        await screen.Context.CloseAsync();
        Assert.StartsWith("/tables/", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_the_screen_on_the_table_is_clean_at_three_widths()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var (screen, talk) = await AtTableAsync(running, "esra", "Amir", "Fatma", "Bo");
        await screen.LookAsync("first question", Widths, wrong);
        await screen.Locator("#composer .nl-button--primary").ClickAsync();
        await screen.Locator(".utrecht-alert").WaitForAsync();
        await screen.LookAsync("nothing said", Widths, wrong);
        await SayAsync(screen, "Amir", "We lachten.");
        await screen.LookAsync("with a slip", Widths, wrong);
        await screen.Locator("button[formaction$='/turn']").Last.ClickAsync();
        await screen.Locator(".talk-question h2", new() { HasText = "Wat zou helpen?" }).WaitForAsync();
        await screen.WaitForTimeoutAsync(3_100);
        await screen.Locator("button[formaction$='/turn']").Last.ClickAsync();
        await screen.Locator(".talk-question h2", new() { HasText = "Wat is goed genoeg?" }).WaitForAsync();
        await screen.Locator("label.speaker", new() { HasText = "Fatma" }).ClickAsync();
        await screen.Locator("#words").FillAsync("Nooit meer te laat.");
        await screen.Locator("#composer .nl-button--primary").ClickAsync();
        await screen.Locator("#enough").WaitForAsync();
        await screen.LookAsync("what is good enough", Widths, wrong);
        await screen.Locator("#composer .nl-button--primary").ClickAsync();
        await screen.Locator(".sheet-line").WaitForAsync();
        await screen.LookAsync("the sheet", Widths, wrong);
        await screen.Locator(".sheet-line a").First.ClickAsync();
        await screen.Locator(".stances").WaitForAsync();
        await screen.LookAsync("set down your mug", Widths, wrong);
        await screen.GotoAsync(talk + "/present");
        await screen.LookAsync("who is here", Widths, wrong);
        await screen.GotoAsync(talk + "/at-table");
        await screen.Locator("button[formaction$='/turn']").Last.ClickAsync();
        await screen.Locator("#who").WaitForAsync();
        await screen.LookAsync("what we do", Widths, wrong);
        await screen.Locator("button[formaction$='/pause']").ClickAsync();
        await screen.Locator(".teapot").WaitForAsync();
        await screen.LookAsync("pause", Widths, wrong);
        await screen.WaitForTimeoutAsync(3_100);
        await screen.Locator("form[action$='/pause'] button").ClickAsync();
        await screen.Locator(".table-end summary").ClickAsync();
        await screen.Locator(".table-end button").ClickAsync();
        await screen.Locator(".table-still h1").WaitForAsync();
        await screen.LookAsync("done", Widths, wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await screen.Context.CloseAsync();
    }

    private static async Task SayAsync(IPage page, string name, string words)
    {
        await page.Locator("label.speaker", new() { HasText = name }).ClickAsync();
        await page.Locator("#words").FillAsync(words);
        await page.Locator("#composer .nl-button--primary").ClickAsync();

        // What was laid down shows; and the page that shows it is a new one, with nothing typed in it.
        await page.Locator($"text={words}").First.WaitForAsync();
        await page.UntilAsync("document.querySelector('#words')?.value === ''");
    }

    private async Task<(IPage Screen, string Talk)> AtTableAsync(Running running, string name, string first, string second, string? third = null, bool scripts = true)
    {
        var page = await AsAsync(running, name, scripts);
        var table = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(table + "/talks/new");
        await page.Locator("[name=words]").FillAsync("De ochtend");
        await page.Locator("main .nl-button--primary").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/talks/", StringComparison.Ordinal) && !url.EndsWith("/new", StringComparison.Ordinal));
        var talk = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(talk + "/begin");
        foreach (var label in await page.Locator("label.tile").AllAsync())
        {
            var box = label.Locator("input");
            var text = (await label.InnerTextAsync()).Trim();
            if (await box.IsEnabledAsync() && await box.IsCheckedAsync() != (text == first || text == second || text == third))
            {
                await label.ClickAsync();
            }
        }

        await page.Locator("button[value=table]").ClickAsync();
        await page.WaitForURLAsync("**/at-table");
        return (page, talk);
    }

    private async Task<IPage> AsAsync(Running running, string name, bool scripts = true)
    {
        var page = await browser.Chromium.WindowAsync(running.Address, scripts: scripts);
        await page.GotoAsync("/demo");
        await page.Locator($"form[action$='/demo/{name}'] button").ClickAsync();
        await page.WaitForURLAsync("**/tables/**");
        return page;
    }
}
