using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Circles;

public sealed class AddPersonTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_host_gives_somebody_a_seat_in_a_short_talk_and_nothing_is_lost_on_the_way_back(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/people/new");
        Assert.Null(esra.Page.QuerySelector("[name=what], [name=side], [name=sign-in], [name^=mug]"));
        await esra.PressAsync("main form", ("name", "Wim"), ("age", "Young"));
        Assert.Null(esra.Page.QuerySelector("[name=sign-in], [name^=mug]"));
        await esra.PressAsync("main form", ("what", "neef"), ("side", "Host"));

        // Each question has an address: going back in the browser never sends a form again.
        var wayIn = esra.Path;
        Assert.Contains("step=WayIn", wayIn, StringComparison.Ordinal);
        await esra.GetAsync(wayIn.Replace("WayIn", "Family", StringComparison.Ordinal));
        Assert.Equal("neef", ((IHtmlInputElement)esra.Page.QuerySelector("#what")!).Value);
        await esra.GetAsync(wayIn);
        Assert.Contains("Wim", esra.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        // Back twice, and forth again: everything still stands there.
        await esra.PressAsync("main form", ("back", "Family"));
        Assert.Equal("neef", ((IHtmlInputElement)esra.Page.QuerySelector("#what")!).Value);
        Assert.Equal("Host", ((IHtmlInputElement)esra.Page.QuerySelector("[name=side]:checked")!).Value);
        await esra.PressAsync("main form", ("back", "Who"));
        Assert.Equal("Wim", ((IHtmlInputElement)esra.Page.QuerySelector("#name")!).Value);
        Assert.Equal("Young", ((IHtmlInputElement)esra.Page.QuerySelector("[name=age]:checked")!).Value);
        await esra.PressAsync("main form");
        await esra.PressAsync("main form");

        // What was said so far is kept on the server.
        var draft = ((IHtmlInputElement)esra.Page.QuerySelector("[name=draft]")!).Value;
        await esra.GetAsync("/drafts/" + draft);
        Assert.Equal("Wim", ((IHtmlInputElement)esra.Page.QuerySelector("#name")!).Value);
        await esra.PressAsync("main form");
        await esra.PressAsync("main form");
        await esra.PressAsync("main form");
        await esra.PressAsync("main form", ("mug-drink", "Water"), ("mug-colour", "Teal"), ("mug-pattern", "Plain"));
        Assert.StartsWith(esra.Table + "/people/", esra.Path, StringComparison.Ordinal);
        await esra.GetAsync(esra.Table + "/list");
        var line = esra.Page.QuerySelectorAll(".table-list li").Single(li => li.TextContent.Contains("Wim", StringComparison.Ordinal));
        Assert.Contains("neef", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("mug-teal drink-water", line.InnerHtml, StringComparison.Ordinal);
        await esra.GetAsync("/drafts/" + draft);
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
    }

    [Fact]
    public async Task Who_tries_many_names_waits_and_what_was_typed_still_stands_there_T20()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/people/new");
        await esra.PressAsync("main form", ("name", "Wim"));
        await esra.PressAsync("main form");
        for (var i = 0; i < 20; i++)
        {
            await esra.PressAsync("main form", ("sign-in", $"bestaat-niet-{i}"));
            Assert.Contains("Niemand komt binnen met deze naam.", esra.Html, StringComparison.Ordinal);
        }

        // A name that is there is answered in the same way then.
        await esra.PressAsync("main form", ("sign-in", "samira"));
        Assert.Equal(HttpStatusCode.TooManyRequests, esra.Status);
        Assert.Contains("Je probeerde veel namen.", esra.Page.QuerySelector("#sign-in-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("samira", ((IHtmlInputElement)esra.Page.QuerySelector("#sign-in")!).Value);
        await esra.PressAsync("main form", ("sign-in", ""));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
    }

    [Fact]
    public async Task A_free_mug_is_ticked_already_and_a_taken_one_is_answered_beside_the_choice()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/people/new");
        await esra.PressAsync("main form", ("name", "Wim"));
        await esra.PressAsync("main form");
        await esra.PressAsync("main form");
        await esra.PressAsync("main form", ("mug-drink", "Tea"), ("mug-colour", "Plum"), ("mug-pattern", "Waves"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Contains("Fatma heeft al zo’n mok.", esra.Page.QuerySelector("#mug-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Plum", ((IHtmlInputElement)esra.Page.QuerySelector("[name=mug-colour]:checked")!).Value);

        // Who chooses nothing gets a free one.
        await esra.GetAsync(esra.Table + "/people/new");
        await esra.PressAsync("main form", ("name", "Wim"));
        await esra.PressAsync("main form");
        await esra.PressAsync("main form");
        await esra.PressAsync("main form");
        Assert.StartsWith(esra.Table + "/people/", esra.Path, StringComparison.Ordinal);
        Assert.Contains("Er is een plek bij aan tafel.", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_on_the_page_where_it_was_asked()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        await esra.GetAsync(esra.Table + "/people/new");
        await esra.PressAsync("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#name-error"));
        await esra.PressAsync("main form", ("name", "Wim"));
        await esra.PressAsync("main form", ("what", new string('a', 61)));
        Assert.NotNull(esra.Page.QuerySelector("#what-error"));
        await esra.PressAsync("main form", ("what", "neef"));
        foreach (var name in new[] { "niemand.met.deze.naam", "fatma" })
        {
            await esra.PressAsync("main form", ("sign-in", name));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
            Assert.NotNull(esra.Page.QuerySelector("#sign-in-error"));
            Assert.Equal(name, ((IHtmlInputElement)esra.Page.QuerySelector("#sign-in")!).Value);
        }

        await bo.GetAsync(esra.Table + "/people/new");
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
    }
}
