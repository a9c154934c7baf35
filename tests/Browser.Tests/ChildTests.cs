using Microsoft.Playwright;

namespace Keukentafel.Browser.Tests;

/// <summary>Noor of nine, with a finger on a phone: everything can be said without a letter (J1).</summary>
public sealed class ChildTests(TheBrowser browser) : IClassFixture<TheBrowser>
{
    [Fact]
    public async Task Noor_tells_what_goes_well_what_is_not_nice_and_what_she_wants_by_touch_and_types_no_letter_R11_partly()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var noor = await browser.Chromium.PhoneAsync(running.Address, wrong);
        await noor.GotoAsync("/demo");
        await noor.GoAsync("form[action$='/demo/noor'] button");
        var mine = new Uri(noor.Url).AbsolutePath;
        Assert.EndsWith("/mine", mine, StringComparison.Ordinal);
        await LookAsync("her page");

        // There is no voice on this machine that reads aloud, so no button for it is in the way.
        Assert.Equal(0, await noor.Locator("[data-aloud]:visible").CountAsync());

        // What goes well: grandma and the cat, for everyone.
        await noor.GoAsync("a[href$='/say?what=Good']");
        await noor.TouchAsync(".child-tile:has-text('huisdier')");
        await noor.TouchAsync(".child-tile:has-text('Ria')");
        Assert.Equal("huisdierRia", string.Concat(await noor.Locator("[data-strip] > span").AllInnerTextsAsync()).Replace("\n", "", StringComparison.Ordinal).Replace("oma", "", StringComparison.Ordinal));
        await LookAsync("pictures");
        await noor.GoAsync(".wide-button");
        await noor.TouchAsync(".child-tile:has([value=Everyone])");
        await noor.GoAsync(".wide-button");
        Assert.Contains("huisdier, Ria", await noor.Locator(".child-place:nth-child(1)").InnerTextAsync(), StringComparison.Ordinal);

        // What is not nice: a drawing, for nobody else.
        await noor.GoAsync("a[href$='/say?what=NotNice']");
        await noor.GoAsync(".wide-button");
        await LookAsync("nothing said yet");
        await noor.TouchAsync("[data-pad] summary");
        await noor.Locator(".child-paper").ScrollIntoViewIfNeededAsync();
        await DrawAsync(noor, 20, 20, 200, 60);
        await noor.TouchAsync(".child-crayon:nth-of-type(3)");
        await DrawAsync(noor, 30, 80, 90, 30);
        await DrawAsync(noor, 5, 5, 10, 10);
        Assert.Equal(3, await noor.Locator(".child-paper polyline").CountAsync());
        await noor.TouchAsync("[data-undo]");
        Assert.Equal(2, await noor.Locator(".child-paper polyline").CountAsync());
        await LookAsync("drawing");
        await noor.GoAsync(".wide-button");
        await LookAsync("who can see it");
        await noor.GoAsync(".wide-button");
        await LookAsync("nobody chosen yet");
        await noor.TouchAsync("[data-named] .child-tile:has-text('Samira')");
        Assert.True(await noor.Locator("[data-readers] [value=These]").IsCheckedAsync());
        await noor.TouchAsync(".child-tile:has([value=OnlyMe])");
        Assert.Equal(0, await noor.Locator("[data-named] :checked").CountAsync());
        await noor.GoAsync(".wide-button");
        Assert.Contains("Alleen jij kunt dit zien.", await noor.Locator(".child-place:nth-child(2)").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await noor.Locator(".child-place:nth-child(2) svg.drawing polyline").CountAsync());
        Assert.NotNull(await noor.Locator(".child-place:nth-child(2) polyline.crayon-3").First.GetAttributeAsync("points"));

        // What she wants, for mum and dad.
        await noor.GoAsync("a[href$='/say?what=Want']");
        foreach (var tile in new[] { "wanneer", "ernaartoe", "Ria" })
        {
            await noor.TouchAsync($".child-tile:has-text('{tile}')");
        }

        await noor.GoAsync(".wide-button");
        await noor.TouchAsync("[data-named] .child-tile:has-text('Wendy')");
        await noor.TouchAsync("[data-named] .child-tile:has-text('Ron')");
        await noor.GoAsync(".wide-button");
        var wish = await noor.Locator(".child-place:nth-child(3) .child-thing").First.InnerTextAsync();
        Assert.Contains("wanneer, ernaartoe, Ria", wish, StringComparison.Ordinal);
        Assert.Contains("Nog geen antwoord.", wish, StringComparison.Ordinal);

        // A lock, shut, and open again.
        await noor.GoAsync("a[href$='/mine/lock']");
        foreach (var picture in new[] { "Home", "Pet", "Hug" })
        {
            await noor.GoAsync($"button[value={picture}]");
        }

        await LookAsync("a lock of three");
        await noor.GoAsync("button[name=done]");
        await LookAsync("her page with a lock");
        await noor.GoAsync("form[data-shut] button");
        foreach (var picture in new[] { "Hug", "Pet", "Home", "Home", "Pet" })
        {
            await noor.GoAsync($"button[value={picture}]");
        }

        await LookAsync("the drawer is shut");
        await noor.GoAsync("button[value=Hug]");
        Assert.Equal(mine, new Uri(noor.Url).AbsolutePath);
        await noor.Context.CloseAsync();
        Assert.Equal("", string.Join('\n', wrong));

        Task LookAsync(string what) => noor.LookOnPhoneAsync(what, wrong);
    }

    [Fact]
    public async Task Without_scripts_Noor_has_pictures_and_words_and_no_paper_that_does_nothing_R11_partly()
    {
        await using var running = await Running.StartAsync();
        var noor = await browser.Chromium.WindowAsync(running.Address, scripts: false, width: 390);
        await noor.GotoAsync("/demo");
        await noor.PressAsync("form[action$='/demo/noor'] button");
        await noor.PressAsync("a[href$='/say?what=Want']");
        Assert.False(await noor.Locator("[data-pad]").IsVisibleAsync());
        await noor.Locator(".child-tile:has-text('samen')").ClickAsync();
        await noor.PressAsync(".wide-button");
        await noor.Locator(".child-tile:has([value=Everyone])").ClickAsync();
        await noor.PressAsync(".wide-button");
        Assert.Contains("samen", await noor.Locator(".child-place:nth-child(3) .child-thing").First.InnerTextAsync(), StringComparison.Ordinal);
        await noor.Context.CloseAsync();
    }

    [Fact]
    public async Task Noor_says_aloud_what_she_wants_by_touch_and_types_no_letter_and_her_mother_hears_it_R11()
    {
        await using var running = await Running.StartAsync();
        var wrong = new List<string>();
        var noor = await WithFingerAsync(running, "noor", wrong);
        await noor.GoAsync("a[href$='/say?what=Want']");
        Assert.False(await noor.Locator("[data-speak-file]").IsVisibleAsync());
        await noor.LookOnPhoneAsync("nothing said aloud yet", wrong);
        await SpeakAsync(noor);
        var first = await noor.InputValueAsync("[name=spoken]");
        await noor.LookOnPhoneAsync("something said aloud", wrong);
        await noor.TouchAsync("[data-speak-listen]");

        // Once more, and that is what goes along.
        await SpeakAsync(noor);
        Assert.NotEqual(first, await noor.InputValueAsync("[name=spoken]"));
        await noor.GoAsync(".wide-button");
        await HearAsync(noor, ".child-thing audio");
        await noor.LookOnPhoneAsync("who can hear it", wrong);
        await noor.TouchAsync("[data-named] .child-tile:has-text('Wendy')");
        await noor.GoAsync(".wide-button");
        await HearAsync(noor, ".child-place:nth-child(3) audio");
        await noor.LookOnPhoneAsync("her page with what she said", wrong);

        // What she threw away goes nowhere.
        await noor.GoAsync("a[href$='/say?what=Good']");
        await SpeakAsync(noor);
        await noor.TouchAsync("[data-speak-away]");
        Assert.Equal("", await noor.InputValueAsync("[name=spoken]"));
        await noor.GoAsync(".wide-button");
        Assert.Contains("Kies een plaatje, teken iets, zeg iets of schrijf iets.", await noor.InnerTextAsync("main"), StringComparison.Ordinal);

        var wendy = await WithFingerAsync(running, "wendy", wrong);
        await HearAsync(wendy, "article audio");
        Assert.Contains("Noor zei dit hardop.", await wendy.InnerTextAsync("article:has(audio)"), StringComparison.Ordinal);
        await wendy.LookOnPhoneAsync("her mother's table", wrong);
        await wendy.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await wendy.Locator("article audio").First.IsVisibleAsync());
        await noor.Context.CloseAsync();
        await wendy.Context.CloseAsync();
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_the_microphone_or_the_script_does_nothing_Noor_chooses_what_her_phone_recorded_R11_partly(bool scripts)
    {
        await using var running = await Running.StartAsync();
        var noor = await browser.Chromium.WindowAsync(running.Address, scripts: scripts, width: 390);
        await noor.AddInitScriptAsync("navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));");
        await noor.GotoAsync("/demo");
        await noor.PressAsync("form[action$='/demo/noor'] button");
        await noor.PressAsync("a[href$='/say?what=Want']");
        await noor.Locator(".child-tile:has-text('samen')").ClickAsync();
        if (scripts)
        {
            await noor.Locator("[data-speak-press]").ClickAsync();
            await noor.Locator("[data-speak-none]").WaitForAsync();
            Assert.Contains("Dat geeft niet.", await noor.InnerTextAsync("[data-speak-none]"), StringComparison.Ordinal);
        }
        else
        {
            Assert.False(await noor.Locator("[data-speak-press]").IsVisibleAsync());
        }

        await noor.Locator("[name=sound]").SetInputFilesAsync(new FilePayload { Name = "x.wav", MimeType = "audio/wav", Buffer = Recorded.Wave() });
        await noor.PressAsync(".wide-button");
        await noor.Locator(".child-tile:has([value=Everyone])").ClickAsync();
        await noor.PressAsync(".wide-button");
        Assert.Contains("samen", await noor.InnerTextAsync(".child-thing:has(audio)"), StringComparison.Ordinal);
        await noor.Context.CloseAsync();
    }

    private async Task<IPage> WithFingerAsync(Running running, string who, List<string> wrong)
    {
        var page = await browser.Chromium.PhoneAsync(running.Address, wrong);
        await page.GotoAsync("/demo");
        await page.GoAsync($"form[action$='/demo/{who}'] button");
        return page;
    }

    // One press to begin and one to stop: the microphone of this browser beeps once a second.
    private static async Task SpeakAsync(IPage page)
    {
        await page.EvaluateAsync("() => { document.querySelector('[name=spoken]').value = ''; }");
        await page.TouchAsync("[data-speak-press]");
        await page.Locator(".is-listening").WaitForAsync();
        await page.UntilAsync("document.querySelector('.speak-line path').getAttribute('d').split(' ').length > 5");
        await page.TouchAsync("[data-speak-press]");
        await page.UntilAsync("document.querySelector('[name=spoken]').value !== ''");
    }

    // It plays under our own policy, and there is something to hear.
    private static async Task HearAsync(IPage page, string audio)
    {
        await page.Locator(audio).First.EvaluateAsync("async one => { one.muted = true; await one.play(); }");
        var loudest = await page.Locator(audio).First.EvaluateAsync<int>(
            "async one => new Int16Array(await (await fetch(one.src)).arrayBuffer(), 44).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)");
        Assert.True(loudest > 300, $"The loudest is {loudest}.");
    }

    private static async Task DrawAsync(IPage page, int fromX, int fromY, int toX, int toY)
    {
        var paper = (await page.Locator(".child-paper").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(paper.X + fromX, paper.Y + fromY);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(paper.X + toX, paper.Y + toY, new MouseMoveOptions { Steps = 12 });
        await page.Mouse.UpAsync();
    }
}
