namespace Keukentafel.Browser.Tests;

/// <summary>Ahmed, who cycles with Jayden, on his phone: who is who, what was agreed, whom he calls, and a worry that does not go to everyone (J14).</summary>
public sealed class BuddyTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private const string Worry = "Jayden eet bijna niets als we onderweg zijn.";

    [Fact]
    public async Task Ahmed_sees_names_agreements_and_whom_to_call_and_his_worry_goes_first_to_Jayden_and_Dennis_J14_R104()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var dennis = await browser.Chromium.WindowAsync(running.Address);
        await dennis.BecomeAsync("dennis");
        var table = new Uri(dennis.Url).AbsolutePath;
        await dennis.PressAsync($"main a[href='{table}/who']");
        await dennis.PressAsync($"main a[href='{table}/who/me']");
        await dennis.WriteAsync("reach-words", "Bel 06 1234 5678, ook ’s avonds.");
        await dennis.PressAsync(Pressing.Primary);

        // Who is who, and who comes first for him; nobody else sees that.
        var ahmed = await browser.Chromium.PhoneAsync(running.Address, wrong);
        await ahmed.BecomeAsync("ahmed");
        await ahmed.GoAsync($"main a[href='{table}/who']");
        var cards = await ahmed.Locator(".who-cards").InnerTextAsync();
        foreach (var name in new[] { "Jayden", "Chantal", "Karin", "Dennis", "06 1234 5678" })
        {
            Assert.Contains(name, cards, StringComparison.Ordinal);
        }

        await ahmed.GoAsync(".who-card:has(h2:text-is('Dennis')) form[action$='/who/first'] button");
        Assert.Equal(1, await ahmed.Locator(".who-card:has(h2:text-is('Dennis')) .who-first").CountAsync());
        await ahmed.LookOnPhoneAsync("who is who", wrong);

        // What was agreed.
        await ahmed.GoAsync("main a.back");
        await ahmed.GoAsync($"main a[href='{table}/plan']");
        Assert.Contains("half elf", await ahmed.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await ahmed.LookOnPhoneAsync("the plan", wrong);

        // A worry: whom he can call stands there, and who would read it first.
        await ahmed.GoAsync($"nav a[href='{table}']");
        await ahmed.GoAsync("main a[href$='/lay?what=worry']");
        Assert.Contains("06 1234 5678", await ahmed.Locator("main form").InnerTextAsync(), StringComparison.Ordinal);
        await ahmed.LookOnPhoneAsync("a worry of the buddy", wrong);
        await ahmed.WriteAsync("words", Worry);
        await ahmed.GoAsync("button[name=first]");
        Assert.Contains("Jayden en Dennis mogen dit lezen.", await ahmed.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var (who, reads) in new[] { ("jayden", true), ("dennis", true), ("chantal", false), ("karin", false) })
        {
            var page = await browser.Chromium.WindowAsync(running.Address);
            await page.BecomeAsync(who);
            await page.GotoAsync(table);
            Assert.Equal(reads, (await page.Locator("main").TextContentAsync())!.Contains(Worry, StringComparison.Ordinal));
            await page.Context.CloseAsync();
        }

        // How it stands is his to say.
        await ahmed.GotoAsync(table);
        await ahmed.GoAsync($"main section:has(#worries) li:has-text('{Worry}') a[href$='/stands']");
        await ahmed.WriteAsync("words", "Het is minder. Hij at twee broodjes.");
        await ahmed.GoAsync(Pressing.Primary);
        Assert.Contains("twee broodjes", await ahmed.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await dennis.Context.CloseAsync();
        await ahmed.Context.CloseAsync();
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public async Task Jayden_lays_a_worry_about_Dennis_for_Ahmed_alone_and_Dennis_has_no_say_over_it_J14_D30()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var jayden = await browser.Chromium.PhoneAsync(running.Address, wrong);
        await jayden.BecomeAsync("jayden");
        var table = "/tables/" + new Uri(jayden.Url).AbsolutePath.Split('/')[2];
        await jayden.GotoAsync(table);
        await jayden.GoAsync("main a[href$='/lay?what=worry']");
        await jayden.WriteAsync("words", "Ik ben bang dat Dennis boos op mij wordt.");
        await jayden.TouchAsync(".tile:has-text('Dennis'):has([name=about])");
        await jayden.TouchAsync(".tile:has([name=readers][value=These])");
        await jayden.TouchAsync(".tile:has-text('Ahmed'):has([name=named])");
        await jayden.GoAsync(Pressing.Primary);
        await jayden.GoAsync("main section:has(#worries) li:has-text('boos op mij') a[href*='/things/']");
        var worry = new Uri(jayden.Url).AbsolutePath;
        var page = await jayden.Locator("main").InnerTextAsync();
        Assert.Contains("Dennis beslist daar niet over.", page, StringComparison.Ordinal);
        await jayden.LookOnPhoneAsync("a worry about a professional", wrong);
        await jayden.GoAsync("main a[href*='/rights']");
        Assert.True(await jayden.Locator("main a[href^='tel:']").First.IsVisibleAsync());
        var dennis = await browser.Chromium.WindowAsync(running.Address);
        await dennis.BecomeAsync("dennis");
        Assert.Equal(404, (await dennis.GotoAsync(worry))!.Status);
        await dennis.Context.CloseAsync();
        await jayden.Context.CloseAsync();
        Assert.Equal("", string.Join('\n', wrong));
    }
}
