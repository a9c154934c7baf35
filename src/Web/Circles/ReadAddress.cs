using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>Somebody reads where another lives, who chose them for it and finds back that they looked. To anybody else this page is not there.</summary>
public static class ReadAddress
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">At which table.</param>
    /// <param name="Seat">Whose it is.</param>
    /// <param name="Address">Where they live.</param>
    public sealed record Screen(Frame Frame, CircleId Circle, Seat Seat, HiddenAddress Address);

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/people/{seat:guid}/address", ShowAsync);
        app.MapPost("/tables/{circle:guid}/people/{seat:guid}/address", ShowAsync).WithMetadata(new KeptNowhere());
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Guid seat, Door door, Sure sure, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var who = visit.Circle.Find(new SeatId(seat)) ?? throw new RefusedException();
        var frame = Frame.Of(http, Text.T("circles.address-of", who.Name), visit.Circle.Id) with { Narrow = true };

        // Whoever holds the open phone of somebody who was told does not read it, and no look is written down in their name (T22).
        var person = await sure.PersonAsync(http);
        if (Sure.Asks(http, person) && await door.IsToldAddressAsync(visit, who, cancellation))
        {
            var broken = HttpMethods.IsPost(http.Request.Method) ? sure.Broken(http, person) : null;
            if (broken is not null || !HttpMethods.IsPost(http.Request.Method))
            {
                var page = KeepAddressLockedView.Create(new KeepAddress.Locked(
                    frame, who, frame.Path, Text.T("circles.address-told-how", who.Name), [], KeyRules.Mend(broken)));
                return broken is { } rule ? Pages.With(page, Pages.StatusOf(rule)) : page;
            }
        }

        return ReadAddressView.Create(new Screen(frame, visit.Circle.Id, who, await door.ReadAddressAsync(visit, who, cancellation)));
    }
}
