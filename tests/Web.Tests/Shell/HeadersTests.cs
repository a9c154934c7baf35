using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Keukentafel.Web.Tests.Access;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Shell;

/// <summary>A page loads nothing from elsewhere and runs nothing that stands in it, and the browser is told so with every answer.</summary>
public sealed class HeadersTests
{
    [Fact]
    public async Task The_head_alone_of_an_open_page_can_be_asked_for_and_of_words_of_people_it_cannot_R6()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var stranger = running.Stranger();
        foreach (var (who, path, expected) in new[]
        {
            (stranger, "/health/live", HttpStatusCode.OK), (stranger, "/sign-in", HttpStatusCode.OK), (esra, esra.Table, HttpStatusCode.NotFound),
            (esra, "/tables", HttpStatusCode.NotFound), (stranger, esra.Table, HttpStatusCode.NotFound), (stranger, "/nothing-here", HttpStatusCode.NotFound),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            using var answer = await who.SendAsync(request);
            Assert.True(answer.StatusCode == expected, $"{path}: {answer.StatusCode}");
            Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Every_answer_to_Esra_and_a_neighbour_says_that_nothing_is_loaded_from_elsewhere_and_nothing_runs_inline_R125_R130()
    {
        await using var everybody = await Everybody.ComeAsync(Database.Sqlite);
        using var esra = await everybody.AsAsync("esra");
        using var stranger = everybody.Running.Stranger();
        var wrong = new List<string>();
        var pages = 0;
        foreach (var who in new[] { esra, stranger })
        {
            await who.GetAsync("/");
            var look = who.Page.QuerySelectorAll("link[href^='/look'], script[src^='/look']").Select(file => file.GetAttribute("href") ?? file.GetAttribute("src")!);
            var gets = everybody.Addresses.Where(one => one.Method == "GET").Select(one => everybody.Fill(one));
            foreach (var path in gets.Concat(look).Append("/nothing-here").Append("/en/nothing-here"))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                using var answer = await who.SendAsync(request);
                wrong.AddRange(WrongIn(answer).Select(what => $"{path}: {what}"));
                if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    pages++;
                    var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

                    // What goes along as a file brings its own look: on the other device is nothing to load it from.
                    var kept = answer.Content.Headers.ContentDisposition?.DispositionType == "attachment";
                    wrong.AddRange(WrongOn(page, kept).Select(what => $"{path}: {what}"));
                }
            }
        }

        // Also where a form is not taken, and where far too much is sent.
        using var post = new HttpRequestMessage(HttpMethod.Post, "/tables/new") { Content = new StringContent("words=x") };
        using var refused = await esra.SendAsync(post);
        wrong.AddRange(WrongIn(refused).Select(what => $"a form that is not ours: {what}"));
        Assert.Empty(wrong.Distinct());
        Assert.True(pages > 30);
    }

    [Theory]
    [InlineData("<script>go()</script>")]
    [InlineData("<script src='https://elsewhere.example/x.js'></script>")]
    [InlineData("<script src='//elsewhere.example/x.js'></script>")]
    [InlineData("<p style='color:red'>x</p>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<button onclick='go()'>x</button>")]
    [InlineData("<a href='javascript:go()'>x</a>")]
    [InlineData("<img src='https://elsewhere.example/x.png'>")]
    [InlineData("<form action='https://elsewhere.example/'></form>")]
    [InlineData("<link rel='stylesheet' href='https://elsewhere.example/x.css'>")]
    [InlineData("<iframe src='/x'></iframe>")]
    public void Such_a_page_would_be_found(string html) => Assert.NotEmpty(WrongOn(new HtmlParser().ParseDocument(html), kept: false));

    [Theory]
    [InlineData("<script>go()</script>")]
    [InlineData("<p style='color:red'>x</p>")]
    [InlineData("<style>@import 'https://elsewhere.example/x.css';</style>")]
    [InlineData("<style>p{background:url(https://elsewhere.example/x.png)}</style>")]
    public void Such_a_file_would_be_found(string html) => Assert.NotEmpty(WrongOn(new HtmlParser().ParseDocument(html), kept: true));

    [Fact]
    public void A_file_may_bring_its_own_look() => Assert.Empty(WrongOn(new HtmlParser().ParseDocument("<style>p{margin:0}</style><p>x</p>"), kept: true));

    private static IEnumerable<string> WrongIn(HttpResponseMessage answer)
    {
        var policy = One(answer, "Content-Security-Policy");
        var parts = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split(' ', 2))
            .ToDictionary(part => part[0], part => part[^1]);
        foreach (var (part, allowed) in parts)
        {
            if (allowed is not ("'self'" or "'none'"))
            {
                yield return $"{part} {allowed}";
            }
        }

        foreach (var part in new[] { "default-src", "object-src", "base-uri", "frame-ancestors" })
        {
            if (parts.GetValueOrDefault(part) != "'none'")
            {
                yield return $"{part} is open";
            }
        }

        if (parts.GetValueOrDefault("form-action") != "'self'")
        {
            yield return "form-action is open";
        }

        if (One(answer, "X-Content-Type-Options") != "nosniff" || One(answer, "Referrer-Policy") != "same-origin"
            || One(answer, "Cross-Origin-Opener-Policy") != "same-origin")
        {
            yield return "a header is missing";
        }

        if (answer.Content.Headers.ContentType?.MediaType == "text/html" && answer.Headers.CacheControl?.NoStore != true)
        {
            yield return "a page may be kept";
        }
    }

    private static string One(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";

    private static IEnumerable<string> WrongOn(IDocument page, bool kept)
    {
        foreach (var element in page.All)
        {
            var loads = element.GetAttribute("src") ?? (element.LocalName == "link" ? element.GetAttribute("href") : null) ?? element.GetAttribute("action");
            var goes = element.GetAttribute("href") ?? "";
            var look = element.LocalName == "style" && !(kept && !element.TextContent.Contains("url(", StringComparison.OrdinalIgnoreCase)
                && !element.TextContent.Contains("@import", StringComparison.OrdinalIgnoreCase));
            if (look || element.HasAttribute("style") || element.LocalName is "iframe" or "object" or "embed" or "base"
                || (element.LocalName == "script" && (!element.HasAttribute("src") || element.TextContent.Length > 0))
                || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))
                || (loads is not null && (!loads.StartsWith('/') || loads.StartsWith("//", StringComparison.Ordinal)))
                || goes.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || goes.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                yield return element.OuterHtml[..Math.Min(element.OuterHtml.Length, 120)];
            }
        }
    }
}
