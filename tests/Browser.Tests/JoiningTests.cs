using Keukentafel.Domain.Access;
using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>A professional is proposed, the family answers, and later one of them steps back: every page of that at three widths.</summary>
public sealed class JoiningTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private static readonly int[] Widths = [320, 390, 1280];

    [Fact]
    public async Task From_being_proposed_to_a_card_and_from_stepping_back_to_thanks_R97_R100()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var joris = await AsAsync("joris");
        var table = new Uri(joris.Url).AbsolutePath;
        await joris.PressAsync($"main a[href='{table}/joining/new']");
        await joris.PressAsync(Pressing.Primary);
        await joris.UnfoldAllAsync();
        await joris.LookAsync("joris forgot the name", Widths, wrong);
        foreach (var (name, words) in new[] { ("name", "Joke"), ("goal-words", "Dat er geen brieven blijven liggen."), ("adds-words", "Zij kent de weg.") })
        {
            await joris.WriteAsync(name, words);
        }

        await joris.WriteAsync("day", Netherlands.DayOf(TimeProvider.System.GetUtcNow()).AddDays(90).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await joris.PressAsync(Pressing.Primary);
        var joke = new Uri(joris.Url).AbsolutePath;
        var last = joris;
        foreach (var name in new[] { "amir", "lina", "esra" })
        {
            last = await AsAsync(name);
            await last.PressAsync($"main a[href='{joke}']");
            if (name == "esra")
            {
                await last.PressAsync(Pressing.Primary);
                await last.UnfoldAllAsync();
                await last.LookAsync("esra chose nothing", Widths, wrong);
                await last.ChooseAsync("answer", "Welcome");
                await last.PressAsync(Pressing.Primary);
                continue;
            }

            // A child answers in its own place, with one press.
            await last.UnfoldAllAsync();
            await last.LookAsync(name + " is asked", Widths, wrong);
            if (name == "amir")
            {
                await last.PressAsync("main button[name=answer][value=ExplainAgain]");
                await joris.GotoAsync(joke);
                await joris.LookAsync("joris is asked to explain", Widths, wrong);
            }

            await last.PressAsync("main button[name=answer][value=Welcome]");
        }

        await last.LookAsync("esra may make a card", Widths, wrong);
        await joris.PressAsync($"nav a[href='{table}']");
        await joris.PressAsync($"main a[href='{table}/who']");
        await joris.PressAsync("main .links a[href$='/needed']");
        await joris.UnfoldAllAsync();
        await joris.LookAsync("joris may step back", Widths, wrong);
        var needed = new Uri(joris.Url).AbsolutePath;
        await last.GotoAsync(needed);
        await last.UnfoldAllAsync();
        await last.LookAsync("esra looks again", Widths, wrong);
        await joris.PressAsync("form[action$='/step-back'] button");
        await last.GotoAsync(needed);
        await last.WriteAsync("thanks-words", "Dank je voor de brieven.");
        await last.PressAsync("form[action$='/thanks'] button");
        await last.LookAsync("esra thanks joris", Widths, wrong);
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
