using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Access;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Access;

public sealed class SignInPaceTests
{
    private static readonly IPAddress Home = IPAddress.Parse("203.0.113.7");

    [Fact]
    public void Who_guesses_from_the_same_address_slows_another_down_and_shuts_nobody_out_T20()
    {
        var clock = new FakeTimeProvider();
        var pace = new SignInPace(clock, _ => 0);
        Assert.All(Enumerable.Range(0, 8), _ => Assert.True(pace.May(Home, "sanne")));
        Assert.All(Enumerable.Range(0, 30), _ => Assert.False(pace.May(Home, "SANNE")));
        Assert.True(pace.May(Home, "mark"));
        Assert.True(pace.May(IPAddress.Loopback, "sanne"));
        clock.Advance(pace.Between);
        Assert.True(pace.May(Home, "sanne"));
        Assert.False(pace.May(Home, "sanne"));

        // In ten minutes that is a few dozen, however fast somebody is.
        var passed = 0;
        for (var second = 0; second < 300; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            passed += pace.May(Home, "sanne") ? 1 : 0;
        }

        Assert.InRange(passed, 1, 15);
        clock.Advance(TimeSpan.FromMinutes(11));
        Assert.All(Enumerable.Range(0, 8), _ => Assert.True(pace.May(Home, "sanne")));
    }

    [Fact]
    public void Whoever_counts_the_own_tries_learns_nothing_of_another_who_came_in_T22()
    {
        int Tries(bool cameIn)
        {
            var pace = new SignInPace(new FakeTimeProvider(), _ => 0);
            for (var i = 0; i < 6; i++)
            {
                pace.May(Home, "sanne");
            }

            if (cameIn)
            {
                Assert.True(pace.May(Home, "sanne"));
                pace.CameIn(Home, "sanne");
            }

            return Enumerable.Range(0, 20).Count(_ => pace.May(Home, "sanne"));
        }

        Assert.Equal(Tries(false), Tries(true));

        // So it is when she came in while he guessed too often.
        int After(bool cameIn)
        {
            var clock = new FakeTimeProvider();
            var pace = new SignInPace(clock, _ => 0);
            Assert.All(Enumerable.Range(0, 8), _ => Assert.True(pace.May(Home, "sanne")));
            clock.Advance(pace.Between);
            if (cameIn)
            {
                Assert.True(pace.May(Home, "sanne"));
                pace.CameIn(Home, "sanne");
                clock.Advance(pace.Between);
            }

            return Enumerable.Range(0, 20).Count(_ => pace.May(Home, "sanne"));
        }

        Assert.Equal(After(false), After(true));

        // After how many it stops is not the same each time.
        Assert.True(Enumerable.Range(0, 60).Select(_ =>
        {
            var pace = new SignInPace(new FakeTimeProvider());
            return Enumerable.Range(0, 40).Count(_ => pace.May(Home, "sanne"));
        }).Distinct().Count() > 2);
    }

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
