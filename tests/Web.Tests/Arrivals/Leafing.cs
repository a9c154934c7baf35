using System.Net;
using System.Net.Http.Headers;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Arrivals;

/// <summary>Looks at a page as somebody does who comes from the street: nothing may be left behind, asked, or fetched from elsewhere.</summary>
internal static class Leafing
{
    /// <summary>The most that one page may weigh as it is sent, in bytes; the look comes on top of it once.</summary>
    private const int MostBytes = 14_000;

    /// <summary>What is wrong with a page for somebody without an account; empty when nothing is.</summary>
    /// <param name="running">The program.</param>
    /// <param name="path">The address.</param>
    public static async Task<IReadOnlyList<string>> WrongAsync(Running running, string path)
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

        using var asked = new HttpRequestMessage(HttpMethod.Get, path);
        asked.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await stranger.SendAsync(asked);
        var sent = (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        if (sent > MostBytes || !answer.Content.Headers.ContentEncoding.Contains("br"))
        {
            wrong.Add($"{path}: {sent} bytes");
        }

        return wrong;
    }
}
