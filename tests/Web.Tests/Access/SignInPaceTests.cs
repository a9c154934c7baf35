using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Access;

public sealed class SignInPaceTests
{
    [Fact]
    public async Task Who_guesses_from_elsewhere_shuts_nobody_out_and_many_guesses_at_once_are_no_more_guesses()
    {
        await using var running = await Running.StartEmptyAsync();
        using var visitor = running.Stranger();
        await visitor.GetAsync("/sign-in");
        var fields = Visitor.Fields((IHtmlFormElement)visitor.Page.QuerySelector("form[action$='/sign-in']")!)
            .Where(field => field.Key is not ("name" or "password"))
            .Append(KeyValuePair.Create("name", "esra")).Append(KeyValuePair.Create("password", "raden maar")).ToList();

        // Cookies for TLS alone: a real proxy is in between, here the test is.
        var cookies = string.Join("; ", visitor.Answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, CheckCertificateRevocationList = true }) { BaseAddress = running.Address };
        var statuses = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => GuessAsync("198.51.100.7")));
        Assert.Equal(8, statuses.Count(status => status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(16, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.TooManyRequests, await GuessAsync("203.0.113.9, 198.51.100.7"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await GuessAsync("203.0.113.9"));

        async Task<HttpStatusCode> GuessAsync(string from)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("Cookie", cookies);
            request.Headers.Add("X-Forwarded-For", from);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }
}
