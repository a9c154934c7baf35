using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Circles;

public sealed class StartTableTests
{
    [Fact]
    public async Task There_is_room_for_one_child_and_another_press_makes_room_for_the_next_with_everything_still_there_R1()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync("/tables/new");
        Assert.Equal("Esra", ((IHtmlInputElement)esra.Page.QuerySelector("#name")!).Value);
        Assert.Null(esra.Page.QuerySelector("[name^=child], [name^=mug], [name=what]"));
        await esra.PressAsync("main form");
        Assert.Single(esra.Page.QuerySelectorAll("[name^=child]"));

        // Enter in a field presses the first button: that is not the one for another child.
        Assert.Null(esra.Page.QuerySelector("main form button")!.GetAttribute("name"));
        await esra.PressAsync("main form", ("child1", "Pien"), ("age1", "young"), ("apart", "yes"), ("more", "yes"));
        Assert.Equal(2, esra.Page.QuerySelectorAll("[name^=child]").Length);
        Assert.Equal("Pien", ((IHtmlInputElement)esra.Page.QuerySelector("#child1")!).Value);
        Assert.Equal("young", ((IHtmlSelectElement)esra.Page.QuerySelector("#age1")!).Value);
        Assert.True(((IHtmlInputElement)esra.Page.QuerySelector("[name=apart]")!).IsChecked);
        await esra.PressAsync("main form", ("child2", "Tijn"));
        Assert.Contains("Wat ben je voor Pien en Tijn?", esra.Html, StringComparison.Ordinal);

        // Back twice and forth again: everything still stands there, also in the browser's own history.
        var last = esra.Path;
        await esra.PressAsync("main form", ("what", "mama"), ("mug-drink", "Water"), ("back", "Children"));
        await esra.PressAsync("main form", ("back", "Me"));
        await esra.PressAsync("main form", ("name", "Esra"));
        Assert.Equal("Tijn", ((IHtmlInputElement)esra.Page.QuerySelector("#child2")!).Value);
        await esra.PressAsync("main form");
        await esra.GetAsync(last);
        Assert.Equal("mama", ((IHtmlInputElement)esra.Page.QuerySelector("#what")!).Value);
        Assert.Equal("Water", ((IHtmlInputElement)esra.Page.QuerySelector("[name=mug-drink]:checked")!).Value);
        await esra.PressAsync("main form", ("mug-colour", "Plum"), ("mug-pattern", "Stars"));
        Assert.StartsWith("/tables/", esra.Path, StringComparison.Ordinal);
        Assert.Equal("Pien en Tijn", esra.Page.QuerySelector("h1")!.TextContent);
        await esra.GetAsync(esra.Path + "/list");
        Assert.NotNull(esra.Page.QuerySelector(".table-list .mug-plum.drink-water"));

        // Of oneself it is said as to oneself; no dot stands before it when nothing else is known.
        Assert.Equal(
            ["Esra: mama · je zei hier nog niets", "Pien: heeft hier niets wat jij kunt lezen", "Tijn: heeft hier niets wat jij kunt lezen"],
            esra.Page.QuerySelectorAll(".table-list li").Select(li => $"{li.QuerySelector("a")!.TextContent}: {li.QuerySelector(".small")!.TextContent}"));
    }

    [Fact]
    public async Task A_table_without_a_child_is_answered_beside_the_field_with_everything_still_there()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync("/tables/new");
        await esra.PressAsync("main form", ("name", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#name-error"));
        await esra.PressAsync("main form", ("name", "Es"));
        await esra.PressAsync("main form", ("apart", "yes"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#child1-error"));
        Assert.True(((IHtmlInputElement)esra.Page.QuerySelector("[name=apart]")!).IsChecked);
        await esra.PressAsync("main form", ("child1", new string('a', 61)));
        Assert.Contains("voor deze plek", esra.Page.QuerySelector("#child1-error")!.TextContent, StringComparison.Ordinal);
        await esra.PressAsync("main form", ("child1", "Pien"));
        await esra.PressAsync("main form", ("what", new string('a', 61)));
        Assert.NotNull(esra.Page.QuerySelector("#what-error"));
        await esra.PressAsync("main form", ("what", "mama"));
        Assert.Equal("Pien", esra.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Thirteen_children_are_too_many_and_none_of_them_falls_off_the_page()
    {
        await using var running = await Running.StartAsync();
        using var jayden = await running.AsAsync("jayden");
        await jayden.GetAsync("/tables/new");
        await jayden.PressAsync("main form");
        for (var n = 1; n < 12; n++)
        {
            await jayden.PressAsync("main form", "yes", ($"child{n}", "Kind " + n));
        }

        Assert.Null(jayden.Page.QuerySelector("[name=more]"));
        await jayden.PressAsync("main form", "Me", ("child12", "Kind 12"));
        await jayden.PressAsync("main form", ("age", "Young"));
        await jayden.PressAsync("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, jayden.Status);
        Assert.Contains("twaalf", jayden.Page.QuerySelector("#child12-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Kind 12", ((IHtmlInputElement)jayden.Page.QuerySelector("#child12")!).Value);
        await jayden.PressAsync("main form", ("child12", ""));
        await jayden.PressAsync("main form");
        Assert.Equal(12, jayden.Page.QuerySelectorAll("main a.seat-name").Length);
    }

    [Theory]
    [InlineData("Young")]
    [InlineData("Child")]
    public async Task Who_is_young_starts_a_table_about_themselves_and_is_not_asked_for_another_child_R1(string age)
    {
        await using var running = await Running.StartAsync();
        using var jayden = await running.AsAsync("jayden");
        await jayden.GetAsync("/tables/new");
        await jayden.PressAsync("main form", ("age", age));
        Assert.Equal("Deze tafel is voor jou", jayden.Page.QuerySelector("h1")!.TextContent);
        await jayden.PressAsync("main form");
        Assert.Null(jayden.Page.QuerySelector("[name=what]"));
        await jayden.PressAsync("main form");
        Assert.Equal("Jayden", jayden.Page.QuerySelector("h1")!.TextContent);
        Assert.Single(jayden.Page.QuerySelectorAll("main a.seat-name"));
    }
}
