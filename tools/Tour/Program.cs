using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Keukentafel.Tests.Ground.Browsing;
using Keukentafel.Tour;
using Keukentafel.Web.Demo;
using Microsoft.Playwright;

// Plays a short story in a real browser and writes one page of pictures: ./run tour [FOLDER]
var folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : Path.Combine("artifacts", "tour")).FullName;
await using var written = typeof(Scene).Assembly.GetManifestResourceStream("story.json")!;
var story = (await JsonSerializer.DeserializeAsync<Story>(written, JsonSerializerOptions.Web))!;
await using var chromium = await Chromium.StartAsync();
var page = new StringBuilder(
    "<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Keukentafel</title>\n" +
    "<style>body{font:1.125rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}figure{margin:0 0 3rem}" +
    "img{max-width:100%;height:auto;border:1px solid #999}figcaption{margin-top:.5rem}</style>\n</head>\n<body>\n<h1>Keukentafel</h1>\n" +
    "<p><a href=\"#nl\">Nederlands</a> · <a href=\"#en\" lang=\"en\">English</a></p>\n");
foreach (var english in new[] { false, true })
{
    var language = english ? "en" : "nl";
    page.Append($"<section id=\"{language}\" lang=\"{language}\">\n<h2>{(english ? "In five minutes" : "In vijf minuten")}</h2>\n");
    await TakeAsync(english, language);
    page.Append("</section>\n");
}

page.Append("</body>\n</html>\n");
var index = Path.Combine(folder, "index.html");
await File.WriteAllTextAsync(index, page.ToString());
Console.WriteLine($"{Scene.All.Count} pictures in two languages: {index}");

async Task TakeAsync(bool english, string language)
{
    var clock = new StoryClock { Now = TimeProvider.System.GetUtcNow().AddDays(-60) };
    await using var house = await House.StartAsync(clock);
    await house.WelcomeAsync(story, english, Playing.NameOf, Somebody.Password);
    var windows = new Dictionary<string, Somebody>();
    foreach (var who in story.People)
    {
        windows[who.Key] = new Somebody(await chromium.WindowAsync(house.Address, width: 960, height: 720), Playing.NameOf(who.Key));
    }

    var stranger = await chromium.WindowAsync(house.Address, width: 960, height: 720);
    var playing = new Playing(story, clock, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime), windows, english);
    await playing.SitDownAsync();
    var number = 0;
    for (var acts = 0; acts <= story.Acts.Count; acts++)
    {
        foreach (var scene in Scene.All.Where(scene => scene.After == acts))
        {
            var picture = $"{language}-{++number:00}.png";
            var caption = HtmlEncoder.Default.Encode(english ? scene.En : scene.Nl);
            await ShowAsync(scene, playing, windows, stranger, english);
            var window = scene.Who is { } who ? windows[who].Page : stranger;
            await window.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, picture) });
            page.Append($"<figure>\n<img src=\"{picture}\" width=\"960\" height=\"720\" alt=\"\">\n<figcaption>{number}. {caption}</figcaption>\n</figure>\n");
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

static async Task ShowAsync(Scene scene, Playing playing, Dictionary<string, Somebody> windows, IPage stranger, bool english)
{
    if (scene.Who is not { } who)
    {
        await stranger.GotoAsync((english ? "/en" : "") + scene.Page);
        return;
    }

    await windows[who].SitDownAsync(playing.Table);
    var window = windows[who].Page;
    await window.GotoAsync(scene.Page.StartsWith('#')
        ? playing.AddressOf(scene.Page.Split('/')[0][1..]) + string.Concat(scene.Page.Split('/').Skip(1).Select(part => "/" + part))
        : playing.Table + scene.Page);
    if (scene.Typed is { } typed)
    {
        await window.WriteAsync(scene.Field, english ? typed.En : typed.Nl);
        if (scene.Pressed)
        {
            await window.PressAsync(Pressing.Primary);
        }
    }

    if (scene.Shows is { } part)
    {
        await window.Locator(part).EvaluateAsync("part => part.scrollIntoView({ block: 'center' })");
    }
}
