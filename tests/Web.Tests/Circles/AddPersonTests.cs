using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Invitations;

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
        Assert.Null(esra.Page.QuerySelector("[name^=mug]"));
        await esra.PressAsync("main form", ("what", "neef"), ("side", "Host"));

        // Each question has an address: going back in the browser never sends a form again.
        var mug = esra.Path;
        Assert.Contains("step=Mug", mug, StringComparison.Ordinal);
        await esra.GetAsync(mug.Replace("Mug", "Family", StringComparison.Ordinal));
        Assert.Equal("neef", ((IHtmlInputElement)esra.Page.QuerySelector("#what")!).Value);
        await esra.GetAsync(mug);
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
        await esra.PressAsync("main form", ("mug-drink", "Water"), ("mug-colour", "Teal"), ("mug-pattern", "Plain"));
        Assert.StartsWith(esra.Table + "/people/", esra.Path, StringComparison.Ordinal);
        await esra.GetAsync(esra.Table + "/list");
        var line = esra.Page.QuerySelectorAll(".table-list li").Single(li => li.TextContent.Contains("Wim", StringComparison.Ordinal));
        Assert.Contains("neef", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("mug-teal drink-water", line.InnerHtml, StringComparison.Ordinal);
        await esra.GetAsync("/drafts/" + draft);
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Nobody_is_seated_by_another_and_no_name_is_tried_here_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var mark = await running.AsAsync("mark");
        using var sanne = await running.AsAsync("sanne");
        using var ron = await running.AsAsync("ron");
        var rie = await InvitationPageTests.AddAsync(sanne, "Oma Rie");
        var seat = rie.Split('/')[^1];
        await mark.GetAsync(mark.Table + "/people/new");
        Assert.Null(mark.Page.QuerySelector("[name=sign-in]"));
        foreach (var step in new[] { "WayIn", "Who", "Family", "Mug" })
        {
            await mark.PostAsync(
                mark.Table + "/people/new",
                [await mark.ProofAsync(), new("step", step), new("seat", seat), new("name", "Oma Rie"), new("side", "Network"), new("sign-in", "ron")]);
            await ron.GetAsync(mark.Table);
            Assert.Equal(HttpStatusCode.NotFound, ron.Status);
        }

        // The place that Sanne gave is hers to hand out: Mark makes no card for it, so nobody of his sits there.
        await mark.GetAsync(rie);
        Assert.Contains("Sanne gaf Oma Rie deze plek.", mark.Html, StringComparison.Ordinal);
        Assert.Null(mark.Page.QuerySelector("a[href$='/invite']"));
        await mark.PostAsync(rie + "/invite", [await mark.ProofAsync(), new("words", "Kom maar.")]);
        Assert.Equal(HttpStatusCode.NotFound, mark.Status);
        await mark.GetAsync(rie + "/invite");
        Assert.Equal(HttpStatusCode.NotFound, mark.Status);
        await sanne.GetAsync(rie + "/invite");
        Assert.Equal(HttpStatusCode.OK, sanne.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_host_makes_no_other_host_alone_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var mark = await running.AsAsync("mark");
        using var sanne = await running.AsAsync("sanne");
        using var isa = await running.AsAsync("isa");
        var friend = await InvitationPageTests.AddAsync(mark, "Vriendin", "Host");
        Assert.Contains("Een kaart maken kan daarna.", mark.Html, StringComparison.Ordinal);
        await mark.PostAsync(friend + "/invite", [await mark.ProofAsync(), new("words", "Kom maar.")]);
        Assert.Equal(HttpStatusCode.NotFound, mark.Status);
        await mark.PostAsync(friend + "/as-host", [await mark.ProofAsync(), new("yes", "yes")]);
        Assert.Equal(HttpStatusCode.NotFound, mark.Status);

        await sanne.GetAsync(sanne.Table);
        Assert.Contains("Mark vraagt of Vriendin mag meebeslissen", sanne.Html, StringComparison.Ordinal);

        // Said once, it is not asked again; and to Mark a no looks as silence does.
        await mark.GetAsync(friend);
        var silence = WayInOf(mark);
        await sanne.GetAsync(friend);
        await sanne.PressAsync("form[action$='/as-host']", ("yes", "no"));
        await sanne.GetAsync(sanne.Table);
        Assert.DoesNotContain("Mark vraagt of Vriendin mag meebeslissen", sanne.Html, StringComparison.Ordinal);
        await mark.GetAsync(friend);
        Assert.Equal(silence, WayInOf(mark));
        await isa.GetAsync(friend);
        Assert.Contains("Jij zei nog niets. Dat mag ook zo blijven.", isa.Html, StringComparison.Ordinal);
        await sanne.GetAsync(friend);
        await sanne.PressAsync("form[action$='/as-host']", ("yes", "yes"));
        await mark.GetAsync(friend);
        Assert.Null(mark.Page.QuerySelector("a[href$='/invite']"));
        await isa.GetAsync(friend);
        await isa.PressAsync("form[action$='/as-host']", ("yes", "yes"));
        await mark.GetAsync(friend);
        Assert.NotNull(mark.Page.QuerySelector("a[href$='/invite']"));

        // Said otherwise, the card that was made meanwhile leads nowhere.
        await mark.GetAsync(friend + "/invite");
        await mark.PressAsync("form.composer", ("words", "Kom maar."));
        var code = mark.Page.QuerySelector(".way-in-code")!.TextContent;
        await sanne.GetAsync(friend);
        await sanne.PressAsync("form[action$='/as-host']", ("yes", "no"));
        Assert.Contains("Jij zei: liever niet.", sanne.Html, StringComparison.Ordinal);
        using var stranger = running.Stranger();
        await stranger.GetAsync("/welcome/" + code);
        Assert.DoesNotContain("Mark", stranger.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_free_mug_is_ticked_already_and_a_taken_one_is_answered_beside_the_choice()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/people/new");
        await esra.PressAsync("main form", ("name", "Wim"));
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
        await bo.GetAsync(esra.Table + "/people/new");
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
    }

    private static string WayInOf(Visitor who) => Things.Steady(who.Page.QuerySelector("section[aria-labelledby=way-in]")!.OuterHtml);
}
