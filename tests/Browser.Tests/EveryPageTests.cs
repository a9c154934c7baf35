using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Every page, for everybody, on a narrow phone, a phone and a desk: nothing stands in anybody's way, nothing runs off the side.</summary>
public sealed class EveryPageTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private static readonly int[] Widths = [320, 390, 1280];

    [Theory]
    [InlineData("esra")]
    [InlineData("amir")]
    [InlineData("bo")]
    [InlineData("en-esra")]
    public async Task Every_page_is_clean_for_a_host_and_each_kind_of_page_for_a_child_and_a_guest_at_three_widths(string name)
    {
        await using var running = await Running.StartAsync();
        using var visitor = await running.AsAsync(name);
        var addresses = new Addresses(running);
        var pages = await addresses.WalkAsync(visitor, 1);
        pages = [.. pages, .. await addresses.TryAsync(visitor, pages)];
        Assert.True(pages.Count > 15, string.Join('\n', pages));
        var wrong = new List<string>();
        var page = await AsAsync(running, name);
        var kinds = new HashSet<string>();
        var looks = 0;
        foreach (var address in pages)
        {
            // Of one kind there are many pages: the first at each width, the others on a phone. In English the words differ, not the page.
            var first = kinds.Add(addresses.KindOf(address)) && name != "en-esra";
            await page.GotoAsync(address);
            looks += await page.LookAsync($"{name} {address}", first || name == "esra" ? Widths : [390], wrong);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{pages.Count} pages of {kinds.Count} kinds, {looks} looks");
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

        // Who was asked to be the face of a table, and did not say yes yet, is nowhere in the demo.
        string table;
        using (var host = await running.AsAsync("esra"))
        {
            table = host.Table;
            await host.GetAsync(host.Table + "/face");
            var bo = host.Page.QuerySelectorAll("form[action$='/face/ask'] input[name=who]")
                .First(box => box.Closest("label")!.TextContent.Contains("Bo", StringComparison.Ordinal)).GetAttribute("value");
            await host.PressAsync("form[action$='/face/ask']", ("who", bo));
        }

        // Nor is something that a professional passes on, before it went out and after.
        foreach (var (name, wentOut) in new[] { ("bo", false), ("samira", true) })
        {
            using var guest = await running.AsAsync(name);
            await guest.GetAsync(table);
            await guest.LaySentenceAsync(table, "Amir zat om elf uur buiten.", know: "WasThere");
            await guest.GetAsync(table + "/reports/new");
            await guest.PressAsync("form.composer", ("thing", guest.Page.QuerySelector("input[name=thing]")!.GetAttribute("value")));
            var esra = guest.Page.QuerySelectorAll("input[name=about]").First(box => box.Closest("label")!.TextContent.Contains("Esra", StringComparison.Ordinal));
            await guest.PressAsync("form.composer", ("about", esra.GetAttribute("value")), ("heard-words", "Zondag."));
            await guest.PressAsync("form.composer", ("offered-words", "Oppas."), ("keeps-words", "Elke week langs."));
            await guest.PressAsync("form.composer", ("to", "De school"), ("why-words", "Het stopt niet."));
            await guest.PressAsync("form.composer");
            if (wentOut)
            {
                await guest.GetAsync(guest.Path.Replace("/reports/", "/things/", StringComparison.Ordinal) + "/passed-on");
                await guest.PressAsync("form.composer");
            }
        }

        // Nor is a change of frame of which no judge decided yet.
        using (var guest = await running.AsAsync("dennis"))
        {
            await guest.GetAsync(guest.Table + "/frames/change");
            await guest.PressAsync(
                "form.composer", ("to", "Measure"), ("day", "2030-01-02"), ("words", "Rust."), ("together", "yes"), ("talk-words", "Op de groep."));
        }

        foreach (var name in new[] { "esra", "amir", "bo", "mark", "elif", "jayden", "chantal", "dennis", "wil", "lotte", "kim", "hetty", "samira" })
        {
            using var visitor = await running.AsAsync(name);
            await addresses.TryAsync(visitor, await addresses.WalkAsync(visitor, 1));
        }

        using var stranger = running.Stranger();
        await addresses.TryAsync(stranger, []);
        Assert.True(addresses.Unseen.Count == 0, string.Join('\n', addresses.Unseen));
    }

    [Fact]
    public async Task Pages_outside_a_table_and_between_two_presses_are_clean_too()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var stranger = await browser.Chromium.WindowAsync(running.Address);
        var open = new[]
        {
            "/", "/en/", "/sign-in", "/demo", "/what-happens", "/en/what-happens", "/welcome", "/en/welcome", "/welcome/said-no", "/lost-password", "/en/lost-password",
            "/away", "/nowhere", "/help", "/young", "/stop", "/work", "/stories", "/stories/mine", "/near", "/ask", "/en/ask", "/ask?for=Family", "/ask/back", "/ask/for", "/ask/not-yet", "/en/ask/not-yet", "/ask/call", "/advice", "/en/advice", "/think/together", "/know", "/know/figures", "/know/who", "/know/exists", "/know/asked", "/en/know/asked",
        };
        foreach (var address in open)
        {
            await stranger.GotoAsync(address);
            await stranger.LookAsync($"stranger {address}", Widths, wrong);
        }

        await stranger.GotoAsync("/sign-in");
        await stranger.PressAsync(Pressing.Primary);
        await stranger.LookAsync("stranger wrong name", Widths, wrong);

        var team = await AsAsync(running, "samira");
        await team.GotoAsync("/requests");
        await team.LookAsync("samira who asks for help", Widths, wrong);
        await team.PressAsync("main a[href^='/requests/']");
        await team.LookAsync("samira answers", Widths, wrong);

        await stranger.GotoAsync("/near");
        await stranger.PressAsync("main .doors a[href*='/near/']");
        await stranger.LookAsync("stranger a place", Widths, wrong);
        foreach (var address in new[] { "/editing", "/editing/new/Story", "/editing/new/Contact" })
        {
            await team.GotoAsync(address);
            await team.LookAsync($"samira {address}", Widths, wrong);
        }

        await team.PressAsync(Pressing.Primary);
        await team.LookAsync("samira writes nothing", Widths, wrong);
        await team.GotoAsync("/editing");
        await team.PressAsync("main a[href$='/look']");
        await team.LookAsync("samira looks at a text", Widths, wrong);

        var page = await AsAsync(running, "bo");
        var table = new Uri(page.Url).AbsolutePath;
        await page.PressAsync($"main a[href='{table}/lay']");
        await page.PressAsync(Pressing.Primary);
        await page.LookAsync("bo no words", Widths, wrong);
        await page.WriteAsync("words", "Amir at vandaag met de anderen mee.");
        await page.PressAsync(Pressing.Primary);
        await page.LookAsync("bo what is it", Widths, wrong);
        await page.PressAsync(Pressing.Primary);
        await page.LookAsync("bo nothing chosen", Widths, wrong);
        await page.ChooseAsync("what", "Statement");
        await page.PressAsync(Pressing.Primary);
        await page.UnfoldAllAsync();
        await page.LookAsync("bo how do you know", Widths, wrong);
        await page.PressAsync(Pressing.Primary);
        await page.UnfoldAllAsync();
        await page.LookAsync("bo nothing known", Widths, wrong);
        await page.ChooseAsync("know", "WasThere");
        await page.PressAsync(Pressing.Primary);
        await page.LookAsync("bo laid down", Widths, wrong);
        await page.UnfoldAllAsync();
        await page.LookAsync("bo everything unfolded", Widths, wrong);
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
        await page.LookAsync("esra no name", Widths, wrong);
        await page.WriteAsync("name", "Wim");
        await page.PressAsync(Pressing.Primary);
        await page.LookAsync("esra what are they", Widths, wrong);
        await page.PressAsync(Pressing.Primary);
        await page.ChooseAsync("mug-drink", "Tea");
        await page.ChooseAsync("mug-pattern", "Dots");
        await page.PressAsync(Pressing.Primary);
        await page.LookAsync("esra mug is Esra's", Widths, wrong);
        await page.GotoAsync("/tables/new");
        await page.WriteAsync("name", "");
        await page.PressAsync(Pressing.Primary);
        await page.LookAsync("esra no name", Widths, wrong);
        await page.WriteAsync("name", "Esra");
        await page.PressAsync(Pressing.Primary);
        await page.PressAsync("main button[name=more]");
        await page.LookAsync("esra another child", Widths, wrong);
        await page.PressAsync(Pressing.Primary);
        await page.LookAsync("esra no child", Widths, wrong);
        await page.WriteAsync("child1", "Pien");
        await page.PressAsync(Pressing.Primary);
        await page.UnfoldAllAsync();
        await page.LookAsync("esra who starts", Widths, wrong);
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
        await page.LookAsync("esra spoiled", [320], wrong);
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
}
