using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Collaborations;

/// <summary>
/// How we work together (R108): five sentences, and under each who recognises it, in their own words. Nothing is counted or averaged; what
/// differs is what the talk is about.
/// </summary>
public static class SeeCollaboration
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        private readonly List<Slip> _last = [.. LastOf(Sight)];

        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}/together";

        /// <summary>What each one said last, hosts first; what a parent said who lives apart from the reader lies folded further down (T20).</summary>
        public IEnumerable<Collaboration> Last =>
            _last.Where(slip => !IsApart(slip)).Select(slip => (Collaboration)slip.Contribution);

        /// <summary>What a parent said last who lives apart from the reader.</summary>
        public IEnumerable<Slip> Folded => _last.Where(IsApart);

        /// <summary>What was said before, the newest first.</summary>
        public IEnumerable<Slip> Earlier => Sight.Slips.Where(slip => !_last.Contains(slip));

        /// <summary>Whether the reader said how they see it.</summary>
        public bool SaidIt => _last.Any(slip => slip.By == Sight.Me.Number);

        /// <summary>Whether nobody said anything that this reader may read.</summary>
        public bool IsEmpty => Sight.Slips.Count == 0;

        /// <summary>Whether somebody says no to one of the grounds: then nobody can lead it well yet (R106).</summary>
        public bool LacksGround => Last.Any(said => said.Grounds.Values.Contains(GroundAnswer.No));

        /// <summary>Who sits at a number.</summary>
        /// <param name="said">Whose.</param>
        public Seat By(Collaboration said) => Sight.Circle.SeatAt(said.By);

        /// <summary>Who answered this to a ground, hosts first.</summary>
        /// <param name="ground">Which.</param>
        /// <param name="answer">What.</param>
        public IReadOnlyList<Seat> Who(CollaborationGround ground, GroundAnswer answer) =>
            [.. Last.Where(said => said.Grounds.TryGetValue(ground, out var given) && given == answer).Select(By)];

        /// <summary>How a slip is shown.</summary>
        /// <param name="slip">The slip.</param>
        public SlipScreen Card(Slip slip) => new(Sight.Circle, Sight.Me, slip.Contribution, Frame.Now, Sight.IsNew(slip), 0);

        private bool IsApart(Slip slip) => Sight.Circle.LiveApart(Sight.Me, Sight.Circle.SeatAt(slip.By));

        private static IEnumerable<Slip> LastOf(Sight sight) => sight.Slips
            .Where(slip => !slip.Contribution.IsTakenBack)
            .DistinctBy(slip => slip.By)
            .OrderBy(slip => sight.Circle.SeatAt(slip.By).Side)
            .ThenBy(slip => slip.By.Value);
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(
        "/tables/{circle:guid}/together",
        async Task<IResult> (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
        {
            var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Of("together", typeof(Collaboration)), cancellation);
            http.Response.RegisterForDispose(sight);
            return SeeCollaborationView.Create(new Screen(Frame.Of(http, Text.T("collaborations.heading"), sight, "talks"), sight));
        });
}
