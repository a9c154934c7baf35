using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Reports;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Frames;

/// <summary>
/// "Wat mogen ze van mij vragen?" (J2): per professional in which frame they are here, what they may ask, what one may refuse, one's rights, where to
/// object and who helps; and what they pressed for or announced, with the answers beside it.
/// </summary>
public static class SeeFrames
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        /// <summary>The table.</summary>
        public Circle Circle => Sight.Circle;

        /// <summary>The reader.</summary>
        public Seat Me => Sight.Me;

        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/frames";

        /// <summary>The professionals at this table; the reader's own part first.</summary>
        public IReadOnlyList<Seat> Guests { get; } = [.. Sight.Circle.Seats.Where(seat => seat.IsGuest).OrderBy(seat => seat != Sight.Me)];

        /// <summary>How one of them is here.</summary>
        /// <param name="guest">Whom.</param>
        public FrameNote Note(Seat guest) => new(Circle, Me, [guest], Frame.Now);

        /// <summary>What one of them said of it that holds or is to come, or asks for an answer, the newest first.</summary>
        /// <param name="guest">Whom.</param>
        public IReadOnlyList<Slip> Now(Seat guest) => [.. Of(guest).Where(slip => !IsPast(slip, guest))];

        /// <summary>What is past, the newest first.</summary>
        /// <param name="guest">Whom.</param>
        public IReadOnlyList<Slip> Past(Seat guest) => [.. Of(guest).Where(slip => IsPast(slip, guest))];

        /// <summary>How a slip is shown.</summary>
        /// <param name="slip">The slip.</param>
        public SlipScreen Card(Slip slip) => new(Circle, Me, slip.Contribution, Frame.Now, Sight.IsNew(slip), 0);

        /// <summary>Whether the reader has not answered it yet.</summary>
        /// <param name="slip">The slip.</param>
        public bool Asks(Slip slip) => slip.Contribution is { IsTakenBack: false } thing && thing.MayBeAnsweredBy(Me)
            && thing.Answers.All(answer => answer.By != Me.Number);

        /// <summary>
        /// What people did already before a measure began by which a professional is here, the oldest first, also when it is no longer needed (R70); null where there
        /// is no measure.
        /// </summary>
        /// <param name="guest">The professional.</param>
        public FairList<Slip>? BeforeMeasure(Seat guest) => Circle.FirstMeasureOf(guest, Days.Of(Frame.Now)) is not { } began ? null : FairList.Of(
            Sight.Slips.Where(slip => slip.Contribution is Agreement { IsTakenBack: false } or Protection { IsTakenBack: false } && Days.Of(slip.Contribution.At) < began).Reverse(),
            slip => slip.CountsAs);

        private IEnumerable<Slip> Of(Seat guest) =>
            Sight.Slips.Where(slip => slip.By == guest.Number && !slip.IsLaidAside && slip.Contribution is FrameChange or Urging or Report);

        private bool IsPast(Slip slip, Seat guest) => slip.Contribution is FrameChange change
            && Circle.FrameOf(guest, Days.Of(Frame.Now)) is var frame && frame.Coming?.Change != change.Id && frame.Step?.Change != change.Id;
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(
        "/tables/{circle:guid}/frames",
        async Task<IResult> (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
        {
            var look = Look.Of("frames", typeof(FrameChange), typeof(Urging), typeof(Report), typeof(Agreement), typeof(Protection));
            var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), look, cancellation);
            http.Response.RegisterForDispose(sight);
            var heading = Text.T(sight.Me.IsGuest ? "frames.heading-guest" : "frames.heading");
            return SeeFramesView.Create(new Screen(Frame.Of(http, heading, sight) with { Narrow = true }, sight));
        });
}
