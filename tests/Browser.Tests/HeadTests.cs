namespace Keukentafel.Browser.Tests;

/// <summary>The head of every page is calm on a phone: one row for this person, one for this table.</summary>
public sealed class HeadTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    [Theory]
    [InlineData("esra", 390)]
    [InlineData("en-esra", 390)]
    [InlineData("esra", 320)]
    public async Task Where_one_can_go_takes_one_row_beside_the_way_out_and_one_at_a_table(string who, int width)
    {
        await using var demo = await Running.StartAsync();
        var page = await browser.Chromium.WindowAsync(demo.Address, false, width, 800);
        await page.GotoAsync((who.StartsWith("en-", StringComparison.Ordinal) ? "/en" : "") + "/demo");
        await page.PressAsync($"form[action$='/demo/{who}'] button");
        var tops = await page.Locator(".site-bar .site-own a, .site-bar .quick-exit button").EvaluateAllAsync<double[]>("all => all.map(one => { const box = one.getBoundingClientRect(); return Math.round(box.top + box.height / 2) })");
        Assert.Single(tops.Distinct());
        var rows = await page.Locator(".site-head > .site-nav a").EvaluateAllAsync<double[]>("all => all.map(one => Math.round(one.getBoundingClientRect().top))");
        Assert.Equal(4, rows.Length);
        Assert.Single(rows.Distinct());
        await page.Context.CloseAsync();
    }
}
