using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>
/// Lotte, a teacher, worries about a boy who is always late and tired: she thinks it through, practises the talk with somebody by name, talks with his mother, and
/// together they ask for what would help (J6).
/// </summary>
public sealed class TeacherTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    private static readonly int[] Widths = [320, 390, 1280];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_doubt_over_a_rehearsal_and_a_talk_to_asking_together_with_no_file_before_the_mother_knows_J6_R5_R59_R61(bool scripts)
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var lotte = await browser.Chromium.WindowAsync(running.Address, scripts, 390, 800);
        lotte.PageError += (_, error) => wrong.Add(error);
        var sent = new List<string>();
        lotte.Request += (_, request) => sent.AddRange(request.Method == "POST" ? [request.Url] : []);

        // What she suspects stands apart from what she saw.
        await lotte.GotoAsync("/");
        await lotte.PressAsync("main .doors a[href$='/work']");
        await LookAsync("a teacher at the door of who works");
        Assert.Contains("oefen", (await lotte.Locator("main").InnerTextAsync()).ToLowerInvariant(), StringComparison.Ordinal);
        await lotte.PressAsync("main a[href$='/think']");
        if (scripts)
        {
            await lotte.Locator("a[href='#saw']").First.ClickAsync();
            foreach (var (question, words) in new[] { ("saw", "Hij was vier keer te laat."), ("suspect", "Hij wordt verwaarloosd.") })
            {
                await lotte.Locator("#my-" + question).FillAsync(words);
                await lotte.Locator($"#{question} .nl-button").First.ClickAsync();
            }
        }

        Assert.Equal(2, await lotte.Locator("#my-saw, #my-suspect").CountAsync());

        // Somebody by name and number to practise with; she calls, and nothing is filled in.
        await lotte.GotoAsync("/work");
        await lotte.PressAsync("main a[href$='/near']");
        await LookAsync("a teacher chooses a place");
        await lotte.Locator("main .doors a", new PageLocatorOptions { HasText = "Kanaalwijk" }).ClickAsync();
        await LookAsync("a teacher finds somebody to practise with");
        var joke = lotte.Locator("main .local-text", new PageLocatorOptions { HasText = "Joke, van het team" });
        Assert.Equal("tel:0105550102", await joke.Locator("a").GetAttributeAsync("href"));
        Assert.Equal(0, await lotte.Locator("main input, main textarea, main form").CountAsync());

        // The mother does not know yet: there is no form, and words for the talk.
        await lotte.GotoAsync("/ask/for");
        await lotte.PressAsync("main a[href$='/ask/not-yet']");
        Assert.Equal(0, await lotte.Locator("main input, main textarea, main form").CountAsync());
        Assert.Empty(sent);

        // They talked, and ask together: breakfast, and somebody who walks along.
        await lotte.PressAsync("main a[href$='for=Together']");
        await lotte.WriteAsync("who", "juf Lotte");
        await lotte.WriteAsync("helps-words", "Een plek om te ontbijten. En iemand die meeloopt, want hij brengt eerst zijn zusje.");
        await lotte.PressAsync(Pressing.Primary);
        await lotte.ChooseAsync("from", "Neighbours");
        await lotte.PressAsync(Pressing.Primary);
        await lotte.Locator("#team label", new PageLocatorOptions { HasText = "Kanaalwijk" }).ClickAsync();
        await lotte.WriteAsync("word", "gele fiets");
        await lotte.PressAsync(Pressing.Primary);
        await LookAsync("a teacher and a mother read it over");
        await lotte.PressAsync(Pressing.Primary);
        Assert.Equal(1, await lotte.Locator(".way-in-code").CountAsync());
        var code = await lotte.Locator(".way-in-code").InnerTextAsync();

        var samira = await browser.Chromium.WindowAsync(running.Address, scripts);
        await samira.GotoAsync("/demo");
        await samira.PressAsync("form[action$='/demo/samira'] button");
        await samira.GotoAsync("/requests");
        await samira.Locator(".ask-lines li", new PageLocatorOptions { HasText = "Een plek om te ontbijten" }).Locator("a").ClickAsync();
        var asked = await samira.Locator("main").InnerTextAsync();
        Assert.Contains("juf Lotte", asked, StringComparison.Ordinal);
        Assert.Contains("hij brengt eerst zijn zusje", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("verwaarloosd", asked, StringComparison.Ordinal);

        // A human answers, and two weeks later the two of them read it together, and say that it began.
        await samira.WriteAsync("words", "Er is ontbijt op school, vanaf maandag. En Henk loopt mee.");
        await samira.WriteAsync("reach-words", "06 12 34 56 78");
        await samira.PressAsync(Pressing.Primary);
        await lotte.GotoAsync("/ask/back");
        await lotte.WriteAsync("code", code);
        await lotte.WriteAsync("word", "gele fiets");
        await lotte.PressAsync(Pressing.Primary);
        Assert.Contains("En Henk loopt mee.", await lotte.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await LookAsync("a teacher and a mother read the answer");
        await lotte.PressAsync("main form[action$='/began'] button");
        await LookAsync("a teacher and a mother say that it began");
        await samira.GotoAsync("/requests");
        await samira.Locator(".ask-lines li", new PageLocatorOptions { HasText = "Een plek om te ontbijten" }).Locator("a").ClickAsync();
        Assert.Contains("hulp begon op dezelfde dag", await samira.Locator("main").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);

        // Her own duty stands where she needs it, with the questions to weigh.
        await lotte.GotoAsync("/work");
        Assert.True(await lotte.Locator("main ol li").CountAsync() >= 5);
        Assert.Equal("", string.Join('\n', wrong));
        await lotte.Context.CloseAsync();
        await samira.Context.CloseAsync();

        Task LookAsync(string what) => scripts ? lotte.LookAsync(what, Widths, wrong) : Task.CompletedTask;
    }
}
