using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Incidents;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Incidents;

/// <summary>
/// Looking together at what went wrong, or at a standstill (R89): how it was for each, what lay on the table then, and what people learn. What
/// was laid with it shows to who may read that, and to nobody else.
/// </summary>
public static class OpenIncident
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Parts">What people said, and what lies with it.</param>
    public sealed record Screen(Frame Frame, IncidentParts Parts)
    {
        /// <summary>What is looked at.</summary>
        public Incident Incident => Parts.Incident;

        /// <summary>The reader.</summary>
        public Seat Me => Parts.Card.Me!;

        /// <summary>Whether this reader told something already.</summary>
        public bool ToldMine => Incident.Additions.OfType<IncidentTold>().Any(told => told.By == Me.Number);
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/incidents/{id:guid}", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Guid id, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.At(new ContributionId(id)), cancellation);
        http.Response.RegisterForDispose(sight);
        var slip = sight.Slips.First(slip => slip.Id.Value == id);
        if (slip.Contribution is not Incident incident)
        {
            return Pages.Done($"/tables/{circle}/things/{id}");
        }

        var frame = Frame.Of(http, Text.T(incident.IsTakenBack ? "contributions.taken-back-head" : "incidents.kind." + incident.Kind.ToString()), sight, "talks");
        var card = new SlipScreen(sight.Circle, sight.Me, incident, frame.Now, sight.IsNew(slip), 0, Alone: true);
        var laid = incident.Additions.OfType<IncidentThing>().ToList();
        List<(IncidentThing Laid, SlipScreen Card)> things = [];
        if (laid.Count > 0)
        {
            var ids = laid.Select(thing => thing.Thing).ToHashSet();
            var with = await door.OpenAsync(
                http.Caller(), new CircleId(circle), Look.Some("incident-with", (slips, _) => [.. slips.Where(other => ids.Contains(other.Id))]), cancellation);
            http.Response.RegisterForDispose(with);
            things =
            [
                .. laid.Select(thing => (thing, with.Slips.FirstOrDefault(other => other.Id == thing.Thing)?.Contribution))
                    .Where(pair => pair.Item2 is not null)
                    .Select(pair => (pair.thing, new SlipScreen(
                        with.Circle, with.Me, pair.thing.CameOfIt ? pair.Item2! : incident.AsItStood(pair.thing, pair.Item2!), frame.Now, false, 0))),
            ];
        }

        return OpenIncidentView.Create(new Screen(frame, new IncidentParts(card, things)));
    }
}
