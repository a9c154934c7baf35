using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>Somebody sees which guests read their words, by day (R6). Never who of the family looked.</summary>
public static class ReadBy
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Read">Who read, by day.</param>
    public sealed record Screen(Frame Frame, IReadOnlyList<ReadByGuest> Read);

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/read-by", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
        ReadByView.Create(new Screen(
            Frame.Of(http, Text.T("circles.read-by"), new CircleId(circle), "read-by") with { Narrow = true },
            await door.ReadersOfMineAsync(http.Caller(), new CircleId(circle), cancellation)));
}
