using System.Net;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Circles;

public sealed class OpenTableTests
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_table_says_whose_it_is_R1(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        Assert.Equal("Esra, Amir en Lina", esra.Page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_stranger_cannot_tell_that_the_table_is_there(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var noor = await running.AsAsync("noor");
        await noor.GetAsync(esra.Table);
        var known = noor.Html;
        Assert.Equal(HttpStatusCode.NotFound, noor.Status);
        await noor.GetAsync("/tables/" + Guid.Empty);
        Assert.Equal(HttpStatusCode.NotFound, noor.Status);
        Assert.Equal(known.Replace(esra.Table, "/x"), noor.Html.Replace("/tables/" + Guid.Empty, "/x"));
    }
}
