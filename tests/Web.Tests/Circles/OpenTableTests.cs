using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Circles;

public sealed class OpenTableTests
{
    [Fact]
    public async Task Who_only_answered_is_no_silent_place_R15()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        using var wendy = await running.AsAsync("wendy");
        await esra.SeatAsync(wendy, "Wendy");
        Assert.Contains("heeft hier", await LineAsync(), StringComparison.Ordinal);
        using var bo = await running.AsAsync("bo");
        var sentence = await bo.LaySentenceAsync(table, "Wendy haalde Amir op.", about: "Wendy");
        await wendy.GetAsync(sentence + "/answer");
        await wendy.PressAsync("form.composer", ("words", "Dat doe ik vaker."));
        Assert.DoesNotContain("heeft hier", await LineAsync(), StringComparison.Ordinal);

        async Task<string> LineAsync()
        {
            await esra.GetAsync(table + "/list");
            return esra.Page.QuerySelectorAll(".table-list li").Single(li => li.TextContent.Contains("Wendy", StringComparison.Ordinal)).TextContent;
        }
    }

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
