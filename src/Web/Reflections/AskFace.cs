using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;

namespace Keukentafel.Web.Reflections;

/// <summary>A host asks one of the guests to be the face of the table (C27).</summary>
public static class AskFace
{
    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/tables/{circle:guid}/face/ask", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
            SeeFace.ChangeAsync(
                http, circle, door, Permission.Host,
                visit => visit.Circle.AskFigure(http.Typed().Id("who") is { } who ? new SeatId(who) : null, visit.Act),
                "reflections.asked", cancellation));
}
