using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Plans;

/// <summary>
/// The one plan of a table (INV-45), put together from what lies there and this reader may read: what protects when it is not safe, what people
/// want, who does what in the three ways, and apart from that conditions and advice. It follows how each worry develops in the words of its
/// holder, and nothing else (R113).
/// </summary>
public static class SeePlan
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        private readonly Dictionary<ContributionId, Slip> _all = Sight.Slips.ToDictionary(slip => slip.Id);

        /// <summary>The address of the plan.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}/plan";

        /// <summary>Who says that it is not safe now.</summary>
        public IReadOnlyList<Slip> NotSafe { get; } =
            [.. Sight.Slips.Where(slip => slip.Kind == typeof(NotSafe) && ((NotSafe)slip.Contribution).Holds)];

        /// <summary>The three ways in the order in which they are shown: what has to stop comes first when somebody says that it is not safe (R68).</summary>
        public IReadOnlyList<Way> Ways => NotSafe.Count > 0 ? [Way.Stop, Way.Rest, Way.Stronger] : [Way.Rest, Way.Stronger, Way.Stop];

        /// <summary>The parts of one kind that lie open, the oldest first.</summary>
        /// <typeparam name="T">The kind.</typeparam>
        public IEnumerable<Slip> Of<T>()
            where T : PlanPart => Sight.Slips.Where(slip => slip.Kind == typeof(T) && slip.Contribution is PlanPart { IsTakenBack: false, IsFolded: false }).Reverse();

        /// <summary>What is no longer needed, or was taken back.</summary>
        public IReadOnlyList<Slip> Folded { get; } =
            [.. Sight.Slips.Where(slip => slip.Contribution is PlanPart part && (part.IsFolded || part.IsTakenBack)).Reverse()];

        /// <summary>The agreements in one of the three ways, or in none.</summary>
        /// <param name="way">Which; null for those of which that was not said.</param>
        public IReadOnlyList<Slip> In(Way? way) => [.. Of<Agreement>().Where(slip => ((Agreement)slip.Contribution).Way == way)];

        /// <summary>The worries that this reader may read, the oldest first; those that are gone last.</summary>
        public FairList<Worry> Worries { get; } = FairList.Of(
            Sight.Slips.Select(slip => slip.Contribution).OfType<Worry>().Where(worry => !worry.IsTakenBack).Reverse().OrderBy(worry => worry.IsGone), worry => worry.By);

        /// <summary>The worry that a part answers; null when there is none, or none for this reader: the two look the same.</summary>
        /// <param name="slip">The part.</param>
        public Worry? WorryOf(Slip slip) =>
            slip.Contribution is PlanPart { ForWorry: { } id } && _all.TryGetValue(id, out var found) ? found.Contribution as Worry : null;

        /// <summary>Whether this reader may see that a goal began as a wish.</summary>
        /// <param name="slip">The goal.</param>
        public bool WasWish(Slip slip) => slip.Contribution is Goal { Wish: { } id } && _all.ContainsKey(id);

        /// <summary>Whether this reader is asked where they stand towards what another laid.</summary>
        /// <param name="slip">The part.</param>
        public bool AsksStand(Slip slip) =>
            slip.By != Sight.Me.Number && slip.Contribution is PlanPart part && part.AsksPositionOf(Sight.Me.Number);

        /// <summary>How a slip is shown.</summary>
        /// <param name="slip">The slip.</param>
        public SlipScreen Card(Slip slip) => new(Sight.Circle, Sight.Me, slip.Contribution, Frame.Now, Sight.IsNew(slip), 0);

        /// <summary>How a worry is shown.</summary>
        /// <param name="worry">The worry.</param>
        public SlipScreen Card(Worry worry) => new(Sight.Circle, Sight.Me, worry, Frame.Now, false, 0);
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/plan", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(
            http.Caller(),
            new CircleId(circle),
            Look.Of(
                "plan", Chosen, typeof(Goal), typeof(Agreement), typeof(Condition), typeof(Advice), typeof(Protection), typeof(NotSafe), typeof(Worry), typeof(Wish)),
            cancellation);
        http.Response.RegisterForDispose(sight);
        return SeePlanView.Create(new Screen(Frame.Of(http, Text.T("plans.heading"), sight, "plan"), sight));
    }

    // Of wishes only those that a goal began as; of what is not safe only what still holds.
    private static IReadOnlyList<Slip> Chosen(IReadOnlyList<Slip> slips, Seat me)
    {
        var wishes = slips.Where(slip => slip.Kind == typeof(Goal)).Select(slip => ((Goal)slip.Contribution).Wish).OfType<ContributionId>().ToHashSet();
        return
        [
            .. slips.Where(slip => slip.Kind == typeof(Wish) ? wishes.Contains(slip.Id)
                : slip.Kind != typeof(NotSafe) || ((NotSafe)slip.Contribution).Holds),
        ];
    }
}
