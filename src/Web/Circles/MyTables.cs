using Keukentafel.Data.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>Somebody sees at which tables they sit.</summary>
public static class MyTables
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Tables">The tables.</param>
    public sealed record Screen(Frame Frame, IReadOnlyList<TableCard> Tables);

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Door door, CancellationToken cancellation)
    {
        var tables = await door.TablesOfAsync(http.Caller(), cancellation);

        // A child comes in at the own page (R11); one who sits at more than one table chooses first.
        return tables is [{ Me.Age: Domain.Circles.AgeGroup.Child } only]
            ? Pages.Done(Children.ChildrenArea.LandingOf(only))
            : MyTablesView.Create(new Screen(Frame.Of(http, Text.T("circles.my-tables"), here: "tables"), tables));
    }
}
