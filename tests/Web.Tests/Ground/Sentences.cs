using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

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

    /// <summary>Opens every page there is at a table, with each of these things and looking for these words.</summary>
    public static async Task WalkAsync(this Running running, Visitor reader, string table, IReadOnlyList<string> things, string looksFor, Action<Visitor> see)
    {
        var query = string.Join('&', new[] { "q", "words", "find", "for" }.Select(name => $"{name}={looksFor}"));
        var routes = running.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? false)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .ToList();
        Assert.Contains(routes, route => route.EndsWith("/things/{id:guid}/correct", StringComparison.Ordinal));
        foreach (var route in routes)
        {
            var here = route.Replace("/tables/{circle:guid}", table, StringComparison.Ordinal);
            var ids = here.Contains('{', StringComparison.Ordinal) || here.EndsWith("/lay", StringComparison.Ordinal) ? things : [things[0]];
            foreach (var id in ids.Select(thing => thing.Split('/')[^1]))
            {
                var address = System.Text.RegularExpressions.Regex.Replace(here, @"\{[^}]*\}", id);
                await reader.GetAsync($"{address}?{query}&what=statement&under={id}");
                Assert.True((int)reader.Status < 500, address);
                see(reader);
            }
        }
    }
}
