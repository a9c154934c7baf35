using System.Net;
using AngleSharp.Dom;

namespace Keukentafel.Web.Tests.Ground;

/// <summary>How the tests lay sentences and look for them.</summary>
internal static class Sentences
{
    /// <summary>The id of somebody's seat, as the composer offers it.</summary>
    public static string SeatOf(this IDocument composer, string name) => composer.QuerySelectorAll("label.tile:has(input[name=about])")
        .First(tile => tile.QuerySelector("span b")!.TextContent == name).QuerySelector("input")!.GetAttribute("value")!;

    /// <summary>Lays a sentence with the composer; gives the address of its own page.</summary>
    public static async Task<string> LaySentenceAsync(
        this Visitor by, string table, string words, string? know = "WasThere", string? about = null, string? source = null, string? told = null, string? read = null)
    {
        var composer = await by.GetAsync(table + "/lay?what=worry");
        var fields = new List<(string, string?)> { ("what", "Statement"), ("step", "Know"), ("words", words), ("know", know), ("told", told), ("read", read) };
        if (about is not null)
        {
            fields.Add(("about", composer.SeatOf(about)));
        }

        if (source is not null)
        {
            fields.Add(("source", composer.SeatOf(source)));
        }

        await by.PressAsync("form.composer", [.. fields]);
        Assert.Equal(HttpStatusCode.OK, by.Status);
        return by.AddressOf(words);
    }

    /// <summary>The address of the page of what holds these words, found on the page somebody is on.</summary>
    public static string AddressOf(this Visitor by, string words) =>
        by.Page.QuerySelectorAll("article").First(article => article.TextContent.Contains(words, StringComparison.Ordinal))
            .QuerySelector("a[href*='/things/']")!.GetAttribute("href")!;

    /// <summary>Presses a form without anything but these fields: no other field of the form has to be there.</summary>
    public static Task<AngleSharp.Html.Dom.IHtmlDocument> PressOnlyAsync(this Visitor by, string selector, params (string Name, string Value)[] typed)
    {
        var form = by.Page.QuerySelector(selector)!;
        var proof = form.QuerySelector("input[name=proof]")!.GetAttribute("value")!;
        return by.PostAsync(form.GetAttribute("action")!, [KeyValuePair.Create("proof", proof), .. typed.Select(one => KeyValuePair.Create(one.Name, one.Value))]);
    }
}
