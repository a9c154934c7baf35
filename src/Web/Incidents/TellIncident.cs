using Keukentafel.Domain.Incidents;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.NotKnowing;

namespace Keukentafel.Web.Incidents;

/// <summary>
/// Somebody tells how it was (R89): what happened, what was known and not, what helped, what one wishes had been otherwise; or says what one
/// learns from it and does differently. One answer is enough. Nobody is asked whose doing it was (INV-88, N39).
/// </summary>
public static class TellIncident
{
    /// <summary>What the page shows.</summary>
    /// <param name="Form">The form.</param>
    /// <param name="Name">The last part of the address.</param>
    /// <param name="Asks">The questions.</param>
    public sealed record Screen(ThingScreen Form, string Name, IReadOnlyList<IncidentAsk> Asks)
    {
        /// <summary>The field of a question: the first is the one that is pointed at when nothing was said.</summary>
        /// <param name="ask">The question.</param>
        public string FieldOf(IncidentAsk ask) => Field(Asks, ask);
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var (name, asks) in new[] { ("tell", Incident.Account), ("learn", (IReadOnlyList<IncidentAsk>)[IncidentAsk.Learn, IncidentAsk.Differently]) })
        {
            new ThingForm<Incident>
            {
                Name = name,
                Heading = "incidents." + name,
                May = (_, _) => true,
                Page = form => TellIncidentView.Create(new Screen(form, name, asks)),
                Do = (incident, typed, visit) => incident.Tell(
                    visit.Circle, asks.ToDictionary(ask => ask, ask => typed[Field(asks, ask)]), asks == Incident.Account ? Together.ReplyOf(typed) : default,
                    visit.Act),
                Told = "incidents.told",
                Next = (asked, _) => $"/tables/{asked.Circle}/incidents/{asked.Id}",
            }.Map(app);
        }
    }

    private static string Field(IReadOnlyList<IncidentAsk> asks, IncidentAsk ask) => ask == asks[0] ? "words" : ask.ToString().ToLowerInvariant() + "-words";
}
