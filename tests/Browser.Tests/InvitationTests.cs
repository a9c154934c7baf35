using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Somebody gets a card on paper, and comes in with it.</summary>
public sealed class InvitationTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private const string Password = "drie woorden achter elkaar";
    private static readonly int[] Widths = [320, 390, 1280];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_card_on_paper_to_a_seat_at_the_table_R2(bool scripts)
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var esra = await browser.Chromium.WindowAsync(running.Address, scripts: scripts);
        esra.PageError += (_, error) => wrong.Add(error);
        await esra.GotoAsync("/demo");
        await esra.PressAsync("form[action$='/demo/esra'] button");
        var table = new Uri(esra.Url).AbsolutePath;
        await esra.PressAsync($"main a[href='{table}/people/new']");
        await esra.WriteAsync("name", "Wim");
        for (var question = 0; question < 3; question++)
        {
            await esra.PressAsync(Pressing.Primary);
        }

        await LookAsync(esra, "esra Wim");
        await esra.PressAsync("main a[href$='/invite']");
        await esra.UnfoldAllAsync();
        await LookAsync(esra, "esra invites");
        await esra.PressAsync(Pressing.Primary);
        await LookAsync(esra, "esra for nothing");
        await esra.WriteAsync("words", "Om samen te kijken wie er kookt.");
        await esra.PressAsync(Pressing.Primary);
        var code = await esra.Locator(".way-in-code").InnerTextAsync();
        await esra.UnfoldAllAsync();
        await LookAsync(esra, "esra card");
        if (scripts)
        {
            await esra.EvaluateAsync("() => { window.print = () => document.title = 'printed'; }");
            await esra.Locator("[data-print] button").ClickAsync();
            Assert.Equal("printed", await esra.TitleAsync());
        }

        var wim = await browser.Chromium.WindowAsync(running.Address, scripts: scripts);
        wim.PageError += (_, error) => wrong.Add(error);
        await wim.GotoAsync("/");
        await wim.PressAsync("main a[href$='/welcome']");
        await wim.WriteAsync("code", "BCDFGHJKLMNP");
        await wim.PressAsync(Pressing.Primary);
        await LookAsync(wim, "wim wrong code");
        await wim.WriteAsync("code", code);
        await wim.PressAsync(Pressing.Primary);
        await wim.UnfoldAllAsync();
        await LookAsync(wim, "wim you");
        await wim.PressAsync("main a[href$='/welcome/name']");
        await LookAsync(wim, "wim name");
        await wim.PressAsync(Pressing.Primary);
        await LookAsync(wim, "wim no name");
        await wim.WriteAsync("name", "Wim");
        await wim.PressAsync(Pressing.Primary);
        await LookAsync(wim, "wim password");
        await wim.WriteAsync("password", "kort");
        await wim.PressAsync(Pressing.Primary);
        await LookAsync(wim, "wim easy password");
        await wim.WriteAsync("password", Password);
        if (scripts)
        {
            await wim.Locator("[data-show] button").ClickAsync();
            Assert.Equal("text", await wim.Locator("#password").GetAttributeAsync("type"));
        }

        await wim.PressAsync(Pressing.Primary);
        Assert.Equal(table, new Uri(wim.Url).AbsolutePath);
        await wim.Context.CloseAsync();
        await esra.Context.CloseAsync();
        Assert.Equal("", string.Join('\n', wrong));

        Task LookAsync(IPage page, string what) => scripts ? page.LookAsync(what, Widths, wrong) : Task.CompletedTask;
    }
}
