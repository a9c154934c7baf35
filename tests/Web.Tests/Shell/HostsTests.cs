using System.Net;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Shell;

public sealed class HostsTests
{
    [Fact]
    public async Task A_host_that_is_not_listed_gets_no_page()
    {
        await using var running = await Running.StartAsync();
        using var stranger = running.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tables");
        request.Headers.Host = "evil.example";
        using var answer = await stranger.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("evil.example", answer.Headers.ToString(), StringComparison.Ordinal);
    }
}
