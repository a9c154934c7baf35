using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Reflections;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>
/// A decision on a page of its own: the question, where each stands, the ways beside each other, what is known and what is not, what was
/// chosen, and the look-back. What was laid with it shows to who may read that, and to nobody else.
/// </summary>
public static class OpenDecision
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Parts">What people said.</param>
    /// <param name="Options">The options.</param>
    public sealed record Screen(Frame Frame, Sight Sight, DecisionParts Parts, IReadOnlyList<DecisionOption> Options)
    {
        /// <summary>The decision.</summary>
        public Decision Decision => Parts.Decision;

        /// <summary>The reader.</summary>
        public Seat Me => Sight.Me;

        /// <summary>What is still open, for who is old enough to be asked.</summary>
        public IReadOnlyList<Gap> Gaps { get; } =
            Sight.Me.Age == AgeGroup.Child || Parts.Decision.IsClosed || Parts.Decision.IsTakenBack ? [] : [.. Parts.Decision.Gaps(Options).Where(gap => gap.Child != Sight.Me.Number)];

        /// <summary>The children of whom there is nothing.</summary>
        public IReadOnlyList<Seat> Silent { get; } =
            Parts.Decision.IsClosed ? [] : [.. Parts.Decision.ChildrenWithout(Options).Select(Sight.Circle.SeatAt)];

        /// <summary>The reflections that were for it, as far as this reader may read them, the oldest first.</summary>
        public IReadOnlyList<SlipScreen> LookedAt { get; } =
        [
            .. Sight.Slips.Where(slip => slip.Kind == typeof(Reflection) && slip.Under == Parts.Decision.Id && !slip.IsLaidAside).Reverse()
                .Select(slip => new SlipScreen(Sight.Circle, Sight.Me, slip.Contribution, Frame.Now, Sight.IsNew(slip), 0)),
        ];

        /// <summary>Whether the reader did not say yet where they stand.</summary>
        public bool AsksWhereIStand => Decision.AsksPositionOf(Me.Number);

        /// <summary>Whether it is time to look back.</summary>
        public bool AsksToLookBack => Decision.AsksToLookBack(Days.Of(Frame.Now), Me.Number);
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/decisions/{id:guid}", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Guid id, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.At(new ContributionId(id)), cancellation);
        http.Response.RegisterForDispose(sight);
        var slip = sight.Slips.First(slip => slip.Id.Value == id);
        if (slip.Contribution is not Decision decision)
        {
            return Pages.Done($"/tables/{circle}/things/{id}");
        }

        var frame = Frame.Of(http, Text.T(HeadingOf(decision)), sight, "decisions");
        var card = new SlipScreen(sight.Circle, sight.Me, decision, frame.Now, sight.IsNew(slip), 0, Alone: true);
        var options = sight.Slips.Where(other => other.Under == slip.Id && other.Kind == typeof(DecisionOption)).Reverse().ToList();
        var laidWith = decision.Additions.OfType<AidLink>().Select(link => link.Thing).ToHashSet();
        IReadOnlyList<SlipScreen> things = [];
        if (laidWith.Count > 0 && card.ShowsWords)
        {
            var with = await door.OpenAsync(
                http.Caller(),
                new CircleId(circle),
                Look.Some("decision-with", (slips, _) => [.. slips.Where(other => laidWith.Contains(other.Id))]),
                cancellation);
            http.Response.RegisterForDispose(with);
            things = [.. with.Slips.Select(other => new SlipScreen(with.Circle, with.Me, other.Contribution, frame.Now, false, 0))];
        }

        var parts = new DecisionParts(
            card, [.. options.Select(other => new SlipScreen(sight.Circle, sight.Me, other.Contribution, frame.Now, sight.IsNew(other), 0))], things);
        return OpenDecisionView.Create(new Screen(frame, sight, parts, [.. options.Select(other => (DecisionOption)other.Contribution)]));
    }

    private static string HeadingOf(Decision decision) => decision switch
    {
        { IsTakenBack: true } => "contributions.taken-back-head",
        { Closing: null } => "decisions.deciding",
        { IsUnknown: true } => "decisions.not-known-then",
        { Closing.IsTogether: true } => "decisions.together",
        _ => "decisions.decided",
    };
}
