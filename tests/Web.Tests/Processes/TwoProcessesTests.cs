using System.Net;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Processes;

/// <summary>Nothing lives in one process alone: two of them on one PostgreSQL are one program (D16).</summary>
public sealed class TwoProcessesTests
{
    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    [Trait("Takes", "long")]
    public async Task Two_processes_on_one_database_are_one_program(Database on)
    {
        var (places, clean) = await Databases.FilledAsync(on);
        await using var one = await Serving.StartAsync(places);
        await using var two = await Serving.StartAsync(places);

        // Who came in at one is in at the other, and a form of one is taken by the other.
        using var esra = await one.AsAsync("esra");
        Assert.Equal("Esra, Amir en Lina", esra.Page.QuerySelector("h1")!.TextContent);
        var table = esra.Table;
        using var beside = At(two, esra);
        await beside.GetAsync(table);
        Assert.Equal("Esra, Amir en Lina", beside.Page.QuerySelector("h1")!.TextContent);
        await esra.GetAsync(table + "/question");
        var form = esra.Page.QuerySelector($"form[action='{table}/question']")!;
        var fields = Visitor.Fields((AngleSharp.Html.Dom.IHtmlFormElement)form).Where(field => field.Key != "words").ToList();
        await beside.PostAsync(table + "/question", [.. fields, KeyValuePair.Create("words", "Wie brengt Lina naar zwemmen?")]);
        Assert.Equal(HttpStatusCode.OK, beside.Status);
        await esra.GetAsync(table);
        Assert.Contains("Wie brengt Lina naar zwemmen?", esra.Html, StringComparison.Ordinal);

        // A draft kept at one opens at the other.
        var draft = Domain.Access.DraftId.New().Value;
        var proof = fields.First(field => field.Key == "proof").Value;
        await esra.PostAsync($"/drafts/{draft}", [new("proof", proof), new("page", table + "/lay"), new("words", "Nog niet klaar met dit.")]);
        Assert.Equal(HttpStatusCode.NoContent, esra.Status);
        await beside.GetAsync($"/drafts/{draft}");
        Assert.Equal("Nog niet klaar met dit.", beside.Page.QuerySelector("textarea[name=words]")!.TextContent);

        // Both change different things at once, again and again, and nothing is lost.
        using var amir = await two.AsAsync("amir");
        await Task.WhenAll(LayAsync(esra, table, "Een van haar"), LayAsync(amir, table, "Een van hem"));
        await esra.GetAsync(table + "/list");
        for (var i = 0; i < 6; i++)
        {
            Assert.Contains($"Een van haar {i}.", esra.Html, StringComparison.Ordinal);
            Assert.Contains($"Een van hem {i}.", esra.Html, StringComparison.Ordinal);
        }

        // What ended at one has ended at the other.
        await esra.GetAsync("/me");
        await esra.PressAsync("form[action$='/sign-out']");
        await beside.GetAsync(table);
        Assert.Equal("/sign-in", beside.Path);

        // And the trail of both is one chain.
        Assert.True(await Trails.IsWholeAsync(places) > 20);
        await clean();
    }

    private static async Task LayAsync(Visitor who, string table, string words)
    {
        for (var i = 0; i < 6; i++)
        {
            await who.GetAsync(table + "/lay?what=GoodThing");
            await who.PressAsync($"form[action$='/lay']", ("words", $"{words} {i}."), ("what", "GoodThing"));
            Assert.Equal(HttpStatusCode.OK, who.Status);
        }
    }

    private static Visitor At(Serving other, Visitor same)
    {
        var visitor = new Visitor(other.Address);
        foreach (Cookie cookie in same.Cookies.GetAllCookies())
        {
            visitor.Cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, other.Address.Host));
        }

        return visitor;
    }
}
