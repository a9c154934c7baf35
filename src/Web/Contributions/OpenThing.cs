using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Overviews;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Reports;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Views;
using Keukentafel.Web.Access;
using Keukentafel.Web.NotKnowing;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>Somebody looks at one thing whole, with what hangs under it and what they can do with it.</summary>
public static class OpenThing
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Card">The thing.</param>
    /// <param name="Under">What hangs under it.</param>
    public sealed record Screen(Frame Frame, Sight Sight, SlipScreen Card, IReadOnlyList<SlipScreen> Under)
    {
        /// <summary>Whether the reader laid it aside.</summary>
        public bool IsLaidAside => Sight.Slips.Any(slip => slip.Id == Card.Contribution.Id && slip.IsLaidAside);
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/things/{id:guid}", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Guid id, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.At(new ContributionId(id)), cancellation);
        http.Response.RegisterForDispose(sight);
        var slip = sight.Slips.First(slip => slip.Id.Value == id);
        if (slip.Kind == typeof(Domain.Talks.Talk))
        {
            // A talk has a page of its own.
            return Pages.Done($"/tables/{circle}/talks/{id}");
        }

        if (slip.Kind == typeof(Decision))
        {
            // Deciding has a page of its own, with the ways beside each other.
            return Pages.Done($"/tables/{circle}/decisions/{id}");
        }

        if (slip.Kind == typeof(Reflection))
        {
            return Pages.Done($"/tables/{circle}/reflections/{id}");
        }

        if (slip.Kind == typeof(Report))
        {
            // What is passed on is read as the letter it becomes.
            return Pages.Done($"/tables/{circle}/reports/{id}");
        }

        if (slip.Kind == typeof(Consult))
        {
            return Pages.Done(Consults.SeeConsult.AddressOf(circle, id));
        }

        if (slip.Kind == typeof(Overview))
        {
            // What plays a part has a page of its own.
            return Pages.Done($"/tables/{circle}/overview");
        }

        if (slip.Kind.IsSubclassOf(typeof(FamilyFirst)))
        {
            // What people look at together has pages of its own.
            return Pages.Done(Together.PageOf(circle, slip.Contribution));
        }

        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var card = new SlipScreen(sight.Circle, sight.Me, slip.Contribution, now, sight.IsNew(slip), 0, Alone: true);
        return OpenThingView.Create(new Screen(
            Frame.Of(http, card.ShowsWords ? Text.T("contributions.of." + slip.Kind.Name, card.By.Name) : Text.T("contributions.taken-back-head"), sight) with
            {
                Narrow = slip.Kind != typeof(Statement) && slip.Kind != typeof(Difference),
            },
            sight,
            card,
            [.. sight.Slips.Where(other => other.Under == slip.Id).Reverse().Select(other => new SlipScreen(sight.Circle, sight.Me, other.Contribution, now, sight.IsNew(other), 0))]));
    }
}
