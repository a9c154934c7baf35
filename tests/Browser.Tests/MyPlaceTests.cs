namespace Keukentafel.Browser.Tests;

/// <summary>Jayden of fifteen, on his phone: what became of what he said, what is said about him, who stands beside him (J2).</summary>
public sealed class MyPlaceTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private static readonly int[] Widths = [320, 390, 1280];

    [Fact]
    public async Task Jayden_reads_an_answer_answers_a_sentence_about_him_chooses_a_supporter_and_reaches_his_rights_J2()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var karin = await browser.Chromium.WindowAsync(running.Address);
        await karin.GotoAsync("/demo");
        await karin.PressAsync("form[action$='/demo/karin'] button");
        await karin.GotoAsync(new Uri(karin.Url).AbsolutePath + "/lay?what=statement");
        await karin.FillAsync("#words", "Jayden kwam om elf uur thuis.");
        await karin.PressAsync(".composer button.nl-button--primary");
        await karin.Locator("input[value=WasThere]").CheckAsync();
        if (!await karin.Locator(".tile:has-text('Jayden') input[name=about]").IsVisibleAsync())
        {
            await karin.Locator("details.choice summary").First.ClickAsync();
        }

        await karin.Locator(".tile:has-text('Jayden') input[name=about]").CheckAsync();
        await karin.PressAsync(".composer button.nl-button--primary");

        var jayden = await browser.Chromium.WindowAsync(running.Address, width: 390);
        jayden.PageError += (_, error) => wrong.Add(error);
        await jayden.GotoAsync("/demo");
        await jayden.PressAsync("form[action$='/demo/jayden'] button");
        await jayden.PressAsync("main a[href$='/my-place']");
        var place = new Uri(jayden.Url).AbsolutePath;
        Assert.Contains("Karin antwoordt", await jayden.Locator("section[aria-labelledby=my-wishes]").InnerTextAsync(), StringComparison.Ordinal);
        await LookAsync("my place");

        // One press to answer what is new about him.
        await jayden.PressAsync("section[aria-labelledby=about-me] .place-one:first-child a[href$='/answer']");
        await jayden.FillAsync("#words", "De bus viel uit.");
        await jayden.PressAsync(".composer button.nl-button--primary");
        await jayden.GotoAsync(place);
        Assert.Contains("De bus viel uit.", await jayden.Locator("section[aria-labelledby=about-me]").InnerTextAsync(), StringComparison.Ordinal);

        // Somebody who stands beside him, by his own choice.
        await jayden.PressAsync("a[href$='/my-place/supporter']");
        await LookAsync("who supports me");
        await jayden.PressAsync(".composer button.nl-button--primary");
        await LookAsync("nobody chosen yet");
        await jayden.Locator(".tile:has-text('Ahmed') input").CheckAsync();
        await jayden.PressAsync(".composer button.nl-button--primary");
        Assert.Contains("Dit weet alleen jij.", await jayden.Locator("section[aria-labelledby=my-supporter]").InnerTextAsync(), StringComparison.Ordinal);
        await LookAsync("with a supporter");

        // His rights, one press away, and back at the table with one.
        await jayden.PressAsync("section[aria-labelledby=my-rights] a[href$='/rights/young']");
        Assert.True(await jayden.Locator("main a[href='tel:0885551000']").First.IsVisibleAsync());
        await jayden.GotoAsync(place);
        await jayden.PressAsync("main a.back");
        Assert.EndsWith("/tables/" + place.Split('/')[2], new Uri(jayden.Url).AbsolutePath, StringComparison.Ordinal);
        await karin.Context.CloseAsync();
        await jayden.Context.CloseAsync();
        Assert.Equal("", string.Join('\n', wrong));

        async Task LookAsync(string what)
        {
            await jayden.LookAsync(what, Widths, wrong);
            await jayden.SetViewportSizeAsync(390, 800);
        }
    }
}
