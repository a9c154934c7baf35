using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>A table ends, is read once more, and opens again: every page of that at three widths.</summary>
public sealed class EndingTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private static readonly int[] Widths = [320, 390, 1280];

    [Fact]
    public async Task From_asking_whether_it_is_good_enough_to_a_booklet_and_to_opening_again_R8_R115()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var esra = await AsAsync("esra");
        var table = new Uri(esra.Url).AbsolutePath;
        await esra.GotoAsync(table + "/end");
        await esra.PressAsync(Pressing.Primary);
        await esra.LookAsync("esra chose nothing", Widths, wrong);
        await esra.ChooseAsync("enough", "Yes");
        await esra.WriteAsync("words", "Het is rustig geworden.");
        await esra.PressAsync(Pressing.Primary);
        var amir = await AsAsync("amir");
        await amir.LookAsync("amir is asked", Widths, wrong);
        await amir.PressAsync($"main a[href='{table}/end']");
        await amir.ChooseAsync("enough", "No");
        await amir.LookAsync("amir answers", Widths, wrong);
        await amir.PressAsync(Pressing.Primary);
        var samira = await AsAsync("samira");
        await samira.GotoAsync(table);
        await samira.PressAsync($"main a[href='{table}/end']");
        await samira.LookAsync("samira reads", Widths, wrong);
        await esra.GotoAsync(table + "/end");
        await esra.LookAsync("esra can end", Widths, wrong);
        await esra.PressAsync("form[action$='/end/now'] button");
        await esra.LookAsync("it ended", Widths, wrong);
        await esra.PressAsync($"main a[href='{table}/ended/read']");
        await esra.UnfoldAllAsync();
        await esra.LookAsync("what remains", Widths, wrong);
        await esra.GotoAsync(table + "/booklet");
        await esra.LookAsync("the booklet", Widths, wrong);
        await esra.GotoAsync("/tables");
        await esra.LookAsync("my tables", Widths, wrong);
        await esra.GotoAsync(table);
        await esra.PressAsync("form[action$='/open-again'] button");
        Assert.Equal(table, new Uri(esra.Url).AbsolutePath);
        Assert.Equal("", string.Join('\n', wrong));

        async Task<IPage> AsAsync(string name)
        {
            var page = await browser.Chromium.WindowAsync(running.Address);
            page.PageError += (_, error) => wrong.Add(error);
            await page.GotoAsync("/demo");
            await page.PressAsync($"form[action$='/demo/{name}'] button");
            return page;
        }
    }
}
