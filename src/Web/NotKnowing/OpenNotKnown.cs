using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.NotKnowing;

/// <summary>A page for one thing that people do not know (R85): what each says about it, the ideas of the family first, and who stays near.</summary>
public static class OpenNotKnown
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Card">The page.</param>
    /// <param name="From">Where it began; null for nowhere, or nowhere this reader may read.</param>
    public sealed record Screen(Frame Frame, SlipScreen Card, SlipScreen? From)
    {
        /// <summary>What is not known.</summary>
        public NotKnown NotKnown => (NotKnown)Card.Contribution;

        /// <summary>The reader.</summary>
        public Seat Me => Card.Me!;

        /// <summary>Whether this reader is asked for an idea first, and gave none yet.</summary>
        public bool AsksMe { get; } = ((NotKnown)Card.Contribution).NotHeard(Card.Circle).Any(seat => seat.Number == Card.Me!.Number);
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/not-known/{id:guid}", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Guid id, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.At(new ContributionId(id)), cancellation);
        http.Response.RegisterForDispose(sight);
        var slip = sight.Slips.First(slip => slip.Id.Value == id);
        if (slip.Contribution is not NotKnown page)
        {
            return Pages.Done($"/tables/{circle}/things/{id}");
        }

        var frame = Frame.Of(http, Text.T(page.IsTakenBack ? "contributions.taken-back-head" : page.IsKnownBesides(sight.Circle.ApartFrom(sight.Me)) ? "notknowing.know" : "notknowing.heading"), sight, "talks");
        SlipScreen? from = null;
        if (page.From is { } began)
        {
            using var there = await door.OpenAsync(
                http.Caller(), new CircleId(circle), Look.Some("not-known-from", (slips, _) => [.. slips.Where(other => other.Id == began)]), cancellation);
            from = there.Slips.Where(other => !other.Contribution.IsTakenBack)
                .Select(other => new SlipScreen(there.Circle, there.Me, other.Contribution, frame.Now, false, 0)).FirstOrDefault();
        }

        return OpenNotKnownView.Create(new Screen(
            frame with { Narrow = true }, new SlipScreen(sight.Circle, sight.Me, page, frame.Now, sight.IsNew(slip), 0, Alone: true), from));
    }
}
