using Keukentafel.Domain.Access;
using System.Text.Json;
using Keukentafel.Web.Demo;
using Microsoft.Playwright;

namespace Keukentafel.Tour;

/// <summary>A part of the tour: a family of its own, and the pictures of it.</summary>
/// <param name="Name">Its name, that of the file of its story.</param>
/// <param name="Nl">Its heading in Dutch.</param>
/// <param name="En">Its heading in English.</param>
/// <param name="Scenes">The pictures, in order.</param>
internal sealed record Chapter(string Name, string Nl, string En, IReadOnlyList<Scene> Scenes)
{
    /// <summary>The whole tour, in order.</summary>
    public static IReadOnlyList<Chapter> All { get; } =
    [
        new("table", "In vijf minuten", "In five minutes", AtTheTable.Scenes),
        new("hosts", "Het gezin is de baas aan tafel", "The family is in charge of its table", AsHosts.Scenes),
    ];

    /// <summary>Plays it in an empty house.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="english">In which language.</param>
    /// <param name="see">Called with each scene when its page stands there.</param>
    /// <exception cref="InvalidOperationException">A scene does not play.</exception>
    public async Task PlayAsync(Chromium chromium, bool english, Func<Scene, IPage, Task> see)
    {
        await using var written = typeof(Chapter).Assembly.GetManifestResourceStream(Name + ".json")!;
        var story = (await JsonSerializer.DeserializeAsync<Story>(written, JsonSerializerOptions.Web))!;
        var clock = new StoryClock { Now = TimeProvider.System.GetUtcNow().AddDays(-60) };
        await using var house = await House.StartAsync(clock);
        await house.WelcomeAsync(story, english, Playing.NameOf, Somebody.Password);
        var windows = new Dictionary<string, Somebody>();
        foreach (var who in story.People)
        {
            windows[who.Key] = new Somebody(await chromium.WindowAsync(house.Address, width: 960, height: 720), Playing.NameOf(who.Key));
        }

        var stranger = await chromium.WindowAsync(house.Address, width: 960, height: 720);
        var playing = new Playing(story, clock, Netherlands.DayOf(TimeProvider.System.GetUtcNow()), windows, english);
        await playing.SitDownAsync();
        var stage = new Stage(playing, windows, stranger, clock, english);
        for (var acts = 0; acts <= story.Acts.Count; acts++)
        {
            foreach (var scene in Scenes.Where(scene => scene.After == acts))
            {
                await see(scene, await ShowAsync(scene, stage));
            }

            if (acts < story.Acts.Count)
            {
                await playing.PlayAsync(story.Acts[acts]);
            }
        }

        foreach (var window in windows.Values.Select(one => one.Page).Append(stranger))
        {
            await window.Context.CloseAsync();
        }
    }

    private static async Task<IPage> ShowAsync(Scene scene, Stage stage)
    {
        try
        {
            var page = scene.Plays is { } plays ? await plays(stage) : await OpenAsync(scene, stage);

            // No caret blinks in a picture.
            await page.EvaluateAsync("() => document.activeElement?.blur()");
            if (scene.Shows is { } part)
            {
                await page.Locator(part).First.EvaluateAsync("part => part.scrollIntoView({ block: part.offsetHeight > innerHeight - 120 ? 'start' : 'center' })");
            }

            return page;
        }
        catch (Exception broken) when (broken is PlaywrightException or TimeoutException)
        {
            throw new InvalidOperationException($"This does not play any more: {scene.En}", broken);
        }
    }

    private static async Task<IPage> OpenAsync(Scene scene, Stage stage)
    {
        if (scene.Who is not { } who)
        {
            return await stage.AskAsync(scene.Page);
        }

        var page = await stage.OpenAsync(who);
        await Stage.GoAsync(page, scene.Page.StartsWith('#')
            ? stage.Playing.AddressOf(scene.Page.Split('/')[0][1..]) + string.Concat(scene.Page.Split('/').Skip(1).Select(part => "/" + part))
            : stage.Table + scene.Page);
        if (scene.Typed is { } typed)
        {
            await page.WriteAsync(scene.Field, stage.Say(typed.Nl, typed.En));
            if (scene.Pressed)
            {
                await page.PressAsync(Pressing.Primary);
            }
        }

        return page;
    }
}
