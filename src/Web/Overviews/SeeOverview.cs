using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Overviews;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Overviews;

/// <summary>
/// What plays a part at a table, as far as this reader may read it: in order of time, never by side, and nothing is counted (N2, INV-34). While
/// it is not open the page says gently who is still asked (R50).
/// </summary>
public static class SeeOverview
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Sight Sight, Rule? Broken)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}/overview";

        /// <summary>The reader.</summary>
        public Seat Me => Sight.Me;

        /// <summary>The question that counts; null while nobody asked.</summary>
        public Overview? Overview { get; } = OverviewForm.Counting(Sight);

        /// <summary>Whether things can be laid in it.</summary>
        public bool IsOpen => Overview?.IsOpenAt(Sight.Circle) ?? false;

        /// <summary>What this reader says; null when nothing yet.</summary>
        public UsefulSaid? MyAnswer => Overview?.AnswerOf(Me.Number);

        /// <summary>What plays a part, the oldest first.</summary>
        public IReadOnlyList<SlipScreen> Factors { get; } = [.. Cards(Frame, Sight, typeof(Factor))];

        /// <summary>What came out of questionnaires, the oldest first.</summary>
        public IReadOnlyList<SlipScreen> Outcomes { get; } = [.. Cards(Frame, Sight, typeof(InstrumentOutcome))];

        /// <summary>Whether this reader is first asked what helps: as long as they said of nothing how it works (R52).</summary>
        public bool AsksWhatHelps => Own.All(factor => factor.By != Me.Number && factor.ReadingOf(Me.Number) is null);

        /// <summary>On which one side all lies that this reader said; null for neither. Nobody else is shown it (INV-36).</summary>
        public Works? OnlySide => IsOpen ? Factor.OnlySideOf(Me.Number, Own) : null;

        private IEnumerable<Factor> Own => Sight.Slips.Where(slip => slip.Kind == typeof(Factor)).Select(slip => (Factor)slip.Contribution);

        private static IEnumerable<SlipScreen> Cards(Frame frame, Sight sight, Type kind) => sight.Slips
            .Where(slip => slip.Kind == kind && !slip.IsLaidAside)
            .Reverse()
            .Select(slip => new SlipScreen(sight.Circle, sight.Me, slip.Contribution, frame.Now, sight.IsNew(slip), 0));
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(
        "/tables/{circle:guid}/overview",
        (HttpContext http, Guid circle, Door door, CancellationToken cancellation) => ShowAsync(http, circle, door, null, cancellation));

    /// <summary>Shows the page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="circle">The table.</param>
    /// <param name="door">The door.</param>
    /// <param name="broken">The rule that said no; null for none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, Rule? broken, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(
            http.Caller(),
            new CircleId(circle),
            Look.Of("overview", typeof(Overview), typeof(Factor), typeof(InstrumentOutcome)),
            cancellation);
        http.Response.RegisterForDispose(sight);
        return SeeOverviewView.Create(new Screen(Frame.Of(http, Text.T("overviews.heading"), sight, "talks"), sight, broken));
    }
}
