using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Arrivals;

/// <summary>Looks at a page as somebody does who comes from the street: nothing may be left behind, asked, or fetched from elsewhere.</summary>
internal static class Leafing
{
    /// <summary>The most that one page may weigh as it is sent, in bytes; the look comes on top of it once.</summary>
    private const int MostBytes = 14_000;

    /// <summary>The most that a page may weigh with all that it needs, as it is sent and without the letters, in bytes.</summary>
    private const int MostInAll = 45 * 1024;

    /// <summary>What is wrong with a page, in Dutch and in English, for somebody without an account; empty when nothing is.</summary>
    /// <param name="running">The program.</param>
    /// <param name="path">The address.</param>
    public static async Task<IReadOnlyList<string>> WrongAsync(Running running, string path) =>
        [.. await WrongInAsync(running, path), .. await WrongInAsync(running, "/en" + path)];

    private static async Task<IReadOnlyList<string>> WrongInAsync(Running running, string path)
    {
        using var stranger = running.Stranger();
        var wrong = new List<string>();
        await stranger.GetAsync(path);
        if (stranger.Status != HttpStatusCode.OK || stranger.Path != path)
        {
            wrong.Add($"{path}: {stranger.Status} on {stranger.Path}");
        }

        if (stranger.Answer.Headers.Contains("Set-Cookie"))
        {
            wrong.Add($"{path}: a cookie");
        }

        // Who reads on in English does so by each link: nothing is kept that would know it.
        if (path.StartsWith("/en/", StringComparison.Ordinal))
        {
            wrong.AddRange(stranger.Page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!)
                .Where(address => !address.StartsWith("/en/", StringComparison.Ordinal) && !address.StartsWith("/nl/", StringComparison.Ordinal))
                .Select(address => $"{path}: {address} leaves the language"));
        }

        if (stranger.Page.QuerySelectorAll("main form, main input, main textarea, main select, main button:not([type=button])").Length > 0)
        {
            wrong.Add($"{path}: asks for something");
        }

        wrong.AddRange(stranger.Page.QuerySelectorAll("link[href], script[src], img[src], use[href], form[action]")
            .Select(one => one.GetAttribute("href") ?? one.GetAttribute("src") ?? one.GetAttribute("action")!)
            .Where(address => !address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal))
            .Select(address => $"{path}: {address} from elsewhere"));
        wrong.AddRange(stranger.Page.QuerySelectorAll("main a[href^='http']").Where(link => link.GetAttribute("rel") != "noreferrer")
            .Select(link => $"{path}: {link.GetAttribute("href")} tells where one came from"));
        if (stranger.Page.QuerySelectorAll("a[href='tel:112']").Length == 0 || stranger.Page.QuerySelectorAll("a[href='tel:08002000']").Length == 0)
        {
            wrong.Add($"{path}: no one press to 112 and Veilig Thuis");
        }

        var (sent, isPressed) = await SizeAsync(stranger, path);
        if (sent > MostBytes || !isPressed)
        {
            wrong.Add($"{path}: {sent} bytes");
        }

        var needs = stranger.Page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img[src], use[href]")
            .Select(one => (one.GetAttribute("href") ?? one.GetAttribute("src")!).Split('#')[0]).Where(address => address.Length > 0).ToHashSet();
        foreach (var look in needs.Where(address => address.Contains(".css", StringComparison.Ordinal)).ToList())
        {
            await stranger.GetAsync(look);
            needs.UnionWith(Regex.Matches(stranger.Html, @"url\((/[^)#]+)").Select(match => match.Groups[1].Value).Where(address => !address.Contains(".woff", StringComparison.Ordinal)));
        }

        foreach (var address in needs)
        {
            sent += (await SizeAsync(stranger, address)).Bytes;
        }

        if (sent > MostInAll)
        {
            wrong.Add($"{path}: {sent} bytes in all");
        }

        return wrong;
    }

    private static async Task<(int Bytes, bool IsPressed)> SizeAsync(Visitor visitor, string address)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, address);
        asked.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await visitor.SendAsync(asked);
        return ((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, answer.Content.Headers.ContentEncoding.Contains("br"));
    }
}
