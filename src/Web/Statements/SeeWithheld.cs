using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Statements;

/// <summary>
/// What a grown-up keeps back, or is asked about or agreed to (R127). To whom something is kept from the page is the same as to who keeps nothing back.
/// </summary>
public static class SeeWithheld
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        /// <summary>What waits for a yes or a no of the reader.</summary>
        public IReadOnlyList<SlipScreen> Asked { get; } = [.. Cards(Frame, Sight).Where(card => IsAsked(card, Sight.Me))];

        /// <summary>What the reader said yes to.</summary>
        public IReadOnlyList<SlipScreen> Agreed { get; } = [.. Cards(Frame, Sight).Where(card => !IsAsked(card, Sight.Me) && card.Contribution.By != Sight.Me.Number)];

        /// <summary>What the reader wrote and keeps back, alone or with another.</summary>
        public IReadOnlyList<SlipScreen> Kept { get; } = [.. Cards(Frame, Sight).Where(card => card.Contribution.By == Sight.Me.Number)];

        private static bool IsAsked(SlipScreen card, Seat me) => ((Statement)card.Contribution).AskedToWithhold?.Second == me.Number;

        private static IEnumerable<SlipScreen> Cards(Frame frame, Sight sight) => sight.Slips.Select(slip =>
            new SlipScreen(sight.Circle, sight.Me, slip.Contribution, frame.Now, sight.IsNew(slip), 0));
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/not-yet", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Of("not-yet", Choose, typeof(Statement)), cancellation);
        http.Response.RegisterForDispose(sight);
        return sight.Me.IsGrownUp
            ? SeeWithheldView.Create(new Screen(Frame.Of(http, Text.T("statements.not-yet"), sight, "talks"), sight))
            : throw new RefusedException();
    }

    private static IReadOnlyList<Slip> Choose(IReadOnlyList<Slip> slips, Seat me) =>
    [
        .. slips.Where(slip => slip.Flags.HasFlag(SlipFlags.Withheld) && !slip.Flags.HasFlag(SlipFlags.TakenBack) && !slip.KeptFrom.IsEmpty
            && (slip.By == me.Number || ((Statement)slip.Contribution).Withheld!.Seconds.Has(me.Number))),
    ];
}
