using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;

namespace Keukentafel.Web.Reflections;

/// <summary>A host takes a no to the face, or to who looks along, back with one press (T20).</summary>
public static class TakeNoBack
{
    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/tables/{circle:guid}/face/for-me", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
            SeeFace.ChangeAsync(
                http, circle, door, Permission.Speak, visit => visit.Circle.TakeNoBack(http.Typed().Number("seen"), visit.Act),
                "reflections.taken-no-back", cancellation));
}
