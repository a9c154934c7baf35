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
        Assert.Single(esra.Page.QuerySelectorAll("[name^=child]"));

        // Enter in a field presses the first button: that is not the one for another child.
        Assert.Null(esra.Page.QuerySelector("main form button")!.GetAttribute("name"));
        await esra.PressAsync("main form", ("child1", "Pien"), ("age1", "young"), ("what", "mama"), ("mug-drink", "Water"), ("apart", "yes"), ("more", "yes"));
        Assert.Equal(2, esra.Page.QuerySelectorAll("[name^=child]").Length);
        Assert.Equal("Pien", ((IHtmlInputElement)esra.Page.QuerySelector("#child1")!).Value);
        Assert.Equal("young", ((IHtmlSelectElement)esra.Page.QuerySelector("#age1")!).Value);
        Assert.Equal("mama", ((IHtmlInputElement)esra.Page.QuerySelector("#what")!).Value);
        Assert.Equal("Water", ((IHtmlInputElement)esra.Page.QuerySelector("[name=mug-drink]:checked")!).Value);
        Assert.True(((IHtmlInputElement)esra.Page.QuerySelector("[name=apart]")!).IsChecked);
        await esra.PressAsync("main form", ("child2", "Tijn"), ("mug-colour", "Plum"), ("mug-pattern", "Stars"));
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
        await esra.PressAsync("main form", ("what", "mama"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#child1-error"));
        Assert.Equal("mama", ((IHtmlInputElement)esra.Page.QuerySelector("#what")!).Value);
    }
}
