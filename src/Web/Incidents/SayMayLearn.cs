using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Incidents;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Incidents;

/// <summary>A child or parent of the table says, for oneself, whether others may learn from it (R88). Nothing is sent anywhere.</summary>
public static class SayMayLearn
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<Incident>
    {
        Name = "may-learn",
        Heading = "incidents.consent",
        May = (_, me) => me.Side == SeatSide.Host,
        Page = SayMayLearnView.Create,
        Do = (incident, typed, visit) => incident.SayMayLearn(typed.One<MayLearn>("may") ?? default, typed["words"], visit.Act),
        Told = "incidents.consent-told",
        Next = (asked, _) => $"/tables/{asked.Circle}/incidents/{asked.Id}",
    }.Map(app);
}
