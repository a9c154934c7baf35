using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Endings;

/// <summary>What remains of a table that ended, until when, and opening it again (R8, R129).</summary>
public static class WhatRemains
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who looks.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me)
    {
        /// <summary>The address of the table.</summary>
        public string Table => $"/tables/{Circle.Id.Value}";

        /// <summary>Whether who looks said that the table may open again.</summary>
        public bool WantsOpen => Circle.Ending!.Opening.Contains(Me.Number);

        /// <summary>The others who said so.</summary>
        public IReadOnlyList<string> OthersWantOpen =>
            [.. Circle.DecidingHosts.Where(seat => seat.Number != Me.Number && Circle.Ending!.Opening.Contains(seat.Number)).Select(seat => seat.Name)];

        /// <summary>The others without whom it does not open.</summary>
        public IReadOnlyList<string> WaitsFor => [.. Circle.WaitsToOpenFor(Me).Select(seat => seat.Name)];

        /// <summary>The professionals who were here when it ended, with what each said that they keep elsewhere.</summary>
        public IReadOnlyList<Seat> WereHere => [.. Circle.SteppedBack.Where(seat => Circle.InvolvementOf(seat.Number)?.LeftAt == Circle.EndedAt)];
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/ended", ShowAsync);
        app.MapGet("/tables/{circle:guid}/ended/read", ReadAsync);
        app.MapPost("/tables/{circle:guid}/open-again", OpenAgainAsync);
        app.MapPost("/tables/{circle:guid}/leave-ended", LeaveEndedAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Keep, cancellation);
        return visit.Circle.EndedAt is null
            ? Pages.Done($"/tables/{circle}")
            : WhatRemainsView.Create(new Screen(Frame.Of(http, Text.T("endings.ended")) with { Narrow = true }, visit.Circle, visit.Me));
    }

    private static Task<IResult> ReadAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation) => PrintTable.PartAsync(
        http, circle, door, choose => Look.Remains("remains", choose), _ => Frame.Of(http, Text.T("circles.table-of")), cancellation);

    private static async Task<IResult> OpenAgainAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var isOpen = await ChangeAsync(http, circle, door, visit => visit.Circle.OpenAgain(visit.Act), cancellation);
        Saying.Say(http, isOpen ? "endings.opened-told" : "endings.opening-told");
        return Pages.Done(isOpen ? $"/tables/{circle}" : $"/tables/{circle}/ended");
    }

    private static async Task<IResult> LeaveEndedAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        await ChangeAsync(http, circle, door, visit => visit.Circle.LeaveEnded(visit.Act), cancellation);
        Saying.Say(http, "endings.left-ended-told");
        return Pages.Done($"/tables/{circle}/ended");
    }

    // Whether the table is open after it.
    private static Task<bool> ChangeAsync(HttpContext http, Guid circle, Door door, Action<Visit> change, CancellationToken cancellation) => door.ChangeAsync(
        http.Caller(),
        new CircleId(circle),
        Permission.OpenAgain,
        visit =>
        {
            change(visit);
            return Task.FromResult(visit.Circle.EndedAt is null);
        },
        cancellation);
}
