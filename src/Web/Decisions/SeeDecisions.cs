using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Decisions;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>What people decide and decided at a table, as far as this reader takes part. Nothing is counted and nothing stands in red.</summary>
public static class SeeDecisions
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}/decisions";

        /// <summary>What is still open, the newest first.</summary>
        public IReadOnlyList<SlipScreen> Open { get; } = [.. Cards(Frame, Sight).Where(card => card.Contribution is Decision { IsClosed: false })];

        /// <summary>What was decided, the newest first.</summary>
        public IReadOnlyList<SlipScreen> Closed { get; } = [.. Cards(Frame, Sight).Where(card => card.Contribution is Decision { IsClosed: true })];

        private static IEnumerable<SlipScreen> Cards(Frame frame, Sight sight) => sight.Slips
            .Where(slip => !slip.IsLaidAside)
            .Select(slip => new SlipScreen(sight.Circle, sight.Me, slip.Contribution, frame.Now, sight.IsNew(slip), 0));
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/decisions", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Of("decisions", typeof(Decision)), cancellation);
        http.Response.RegisterForDispose(sight);
        return SeeDecisionsView.Create(new Screen(Frame.Of(http, Text.T("decisions.heading"), sight, "decisions"), sight));
    }
}
