using Keukentafel.Domain.Incidents;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.NotKnowing;

namespace Keukentafel.Web.Incidents;

/// <summary>Anybody asks to look together at what went wrong, or at a standstill (R89). Which of the two, and a sentence, is enough.</summary>
public static class BeginIncident
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new BeginForm
    {
        Name = "incidents",
        Heading = "incidents.begin",
        Asks = "kind",
        Page = BeginIncidentView.Create,
        Make = (visit, typed, _) => Incident.Begin(
            visit.Circle, typed.One<IncidentKind>("kind") ?? default, typed["words"], typed.Day("day"), visit.Circle.SetOf(typed.Seats("about")),
            LayDown.AudienceOf(visit, typed), visit.Act),
    }.Map(app);
}
