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

    private static async Task<IResult> ShowAsync(HttpContext http, Door door, CancellationToken cancellation) =>
        MyTablesView.Create(new Screen(
            Frame.Of(http, Text.T("circles.my-tables"), here: "tables"), await door.TablesOfAsync(http.Caller(), cancellation)));
}
