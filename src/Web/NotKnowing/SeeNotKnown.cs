using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.NotKnowing;

/// <summary>What people at a table do not know, as far as this reader may read it. Nothing is counted and nothing stands in red.</summary>
public static class SeeNotKnown
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}/not-known";

        /// <summary>What lies open, the newest first.</summary>
        public IReadOnlyList<SlipScreen> Open { get; } = [.. Cards(Frame, Sight).Where(card => !IsKnown(card))];

        /// <summary>What is known now.</summary>
        public IReadOnlyList<SlipScreen> Known { get; } = [.. Cards(Frame, Sight).Where(IsKnown)];

        private static bool IsKnown(SlipScreen card) => ((NotKnown)card.Contribution).IsKnownBesides(card.Folded);

        private static IEnumerable<SlipScreen> Cards(Frame frame, Sight sight) => sight.Slips
            .Where(slip => !slip.IsLaidAside)
            .Select(slip => new SlipScreen(sight.Circle, sight.Me, slip.Contribution, frame.Now, sight.IsNew(slip), 0));
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/not-known", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Of("not-known", typeof(NotKnown)), cancellation);
        http.Response.RegisterForDispose(sight);
        return SeeNotKnownView.Create(new Screen(Frame.Of(http, Text.T("notknowing.heading"), sight, "talks"), sight));
    }
}
