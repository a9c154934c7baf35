using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Data.Circles;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.Time.Testing;

namespace Keukentafel.Web.Tests.Contributions;

public sealed class PaceTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Fact]
    public async Task The_61st_thing_in_24_hours_is_refused_with_everything_kept_and_goes_the_next_day()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var running = await Running.StartAsync(clock: clock);
        using var bo = await running.AsAsync("bo");
        var amir = await bo.SeatAsync("Amir");
        await bo.GetAsync(bo.Table + "/lay?what=statement");
        var form = (IHtmlFormElement)bo.Page.QuerySelector("form.composer")!;
        var fields = Visitor.Fields(form).Where(field => field.Key is not ("words" or "draft" or "step")).ToList();
        KeyValuePair<string, string>[] asked =
        [
            .. fields, KeyValuePair.Create("step", "Know"), KeyValuePair.Create("know", "HaveRead"), KeyValuePair.Create("read", "de brief van school"),
            KeyValuePair.Create("happened", "2026-11-02"), KeyValuePair.Create("about", amir),
        ];
        for (var n = 1; n <= Door.MostADay; n++)
        {
            await bo.PostAsync(bo.Table + "/lay", [.. asked, KeyValuePair.Create("words", $"Zin {n}.")]);
            Assert.Equal(HttpStatusCode.OK, bo.Status);
        }

        await bo.PostAsync(bo.Table + "/lay", [.. asked, KeyValuePair.Create("words", "De zin die te veel was.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bo.Status);
        Assert.Contains("Je legde vandaag al heel veel op tafel.", bo.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var kept = Visitor.Fields((IHtmlFormElement)bo.Page.QuerySelector("form.composer")!);
        foreach (var (name, value) in new[]
        {
            ("words", "De zin die te veel was."), ("know", "HaveRead"), ("read", "de brief van school"), ("happened", "2026-11-02"), ("about", amir),
        })
        {
            Assert.Contains(KeyValuePair.Create(name, value), kept);
        }

        // Another person at the same table is not held back by it.
        using var esra = await running.AsAsync("esra");
        await esra.LayAsync("good-thing", "We lachten om de kat.");

        clock.Advance(TimeSpan.FromHours(25));
        using var nextDay = await running.AsAsync("bo");
        await nextDay.LayAsync("good-thing", "Weer een dag.");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_hundred_at_once_are_no_more_than_60(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        await esra.GetAsync(table + "/lay?what=good-thing");
        var fields = Visitor.Fields((IHtmlFormElement)esra.Page.QuerySelector("form.composer")!).Where(field => field.Key is not ("words" or "draft")).ToList();
        var visitors = Enumerable.Range(0, 100).Select(_ => running.Stranger()).ToList();
        foreach (var visitor in visitors)
        {
            visitor.Cookies.Add(esra.Cookies.GetAllCookies());
        }

        await Task.WhenAll(visitors.Select((visitor, n) => visitor.PostAsync(table + "/lay", [.. fields, KeyValuePair.Create("words", $"Tegelijk {n}.")])));
        Assert.Equal(Door.MostADay, visitors.Count(visitor => visitor.Status == HttpStatusCode.OK));
        Assert.Equal(100 - Door.MostADay, visitors.Count(visitor => visitor.Status == HttpStatusCode.UnprocessableEntity));
        visitors.ForEach(visitor => visitor.Dispose());
    }
}
