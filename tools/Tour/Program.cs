using System.Text;
using System.Text.Encodings.Web;
using Keukentafel.Tour;
using Microsoft.Playwright;

// Plays two short stories in a real browser and writes one page of pictures: ./run tour [FOLDER]
var folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : Path.Combine("artifacts", "tour")).FullName;
await using var chromium = await Chromium.StartAsync();
var page = new StringBuilder(
    "<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Keukentafel</title>\n" +
    "<style>body{font:1.125rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}figure{margin:0 0 3rem}" +
    "img{max-width:100%;height:auto;border:1px solid #999}figcaption{margin-top:.5rem}</style>\n</head>\n<body>\n<h1>Keukentafel</h1>\n" +
    "<p><a href=\"#nl\">Nederlands</a> · <a href=\"#en\" lang=\"en\">English</a></p>\n");
foreach (var english in new[] { false, true })
{
    var language = english ? "en" : "nl";
    var number = 0;
    page.Append($"<section id=\"{language}\" lang=\"{language}\">\n");
    foreach (var chapter in Chapter.All)
    {
        page.Append($"<h2>{HtmlEncoder.Default.Encode(english ? chapter.En : chapter.Nl)}</h2>\n");
        await chapter.PlayAsync(chromium, english, async (scene, window) =>
        {
            var picture = $"{language}-{++number:00}.png";
            var caption = HtmlEncoder.Default.Encode(english ? scene.En : scene.Nl);
            await window.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, picture) });
            page.Append($"<figure>\n<img src=\"{picture}\" width=\"960\" height=\"720\" alt=\"\">\n<figcaption>{number}. {caption}</figcaption>\n</figure>\n");
        });
    }

    page.Append("</section>\n");
}

page.Append("</body>\n</html>\n");
var index = Path.Combine(folder, "index.html");
await File.WriteAllTextAsync(index, page.ToString());
Console.WriteLine($"{Chapter.All.Sum(chapter => chapter.Scenes.Count)} pictures in two languages: {index}");
