using Keukentafel.Domain.Incidents;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Incidents;

/// <summary>What people told of an incident, as it is shown.</summary>
/// <param name="Card">The incident.</param>
/// <param name="Things">What was laid with it and this reader may read: of what was known then, as it stood then.</param>
public sealed record IncidentParts(SlipScreen Card, IReadOnlyList<(IncidentThing Laid, SlipScreen Card)> Things)
{
    /// <summary>The incident.</summary>
    public Incident Incident => (Incident)Card.Contribution;

    /// <summary>What was told on some questions, together for each time that somebody told it, the family first.</summary>
    /// <param name="asks">On which questions.</param>
    public IReadOnlyList<IReadOnlyList<IncidentTold>> Told(params IReadOnlyList<IncidentAsk> asks)
    {
        var told = Incident.Told(Card.Circle, asks).ToList();

        // Who said "not now" and told it later, told it.
        return
        [
            .. told.Where(one => one.Words is not null || !told.Exists(other => other.By == one.By && other.At > one.At))
                .GroupBy(one => (one.By, one.At)).Select(own => own.ToList()),
        ];
    }
}
