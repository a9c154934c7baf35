using System.Text.Json.Serialization;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Incidents;
using Keukentafel.Domain.NotKnowing;

namespace Keukentafel.Data.Mapping;

/// <summary>What a page of what is not known keeps besides its words.</summary>
/// <param name="From">Where it began.</param>
internal sealed record NotKnownSheet([property: JsonPropertyName("f")] Guid? From);

/// <summary>What an incident keeps besides its words.</summary>
internal sealed record IncidentSheet(
    [property: JsonPropertyName("k")] int Kind,
    [property: JsonPropertyName("d")] DateOnly? Day);

internal static partial class Sheets
{
    private static Sheet? SheetOfNotKnowing(Contribution contribution) => contribution switch
    {
        NotKnown page => new Sheet { Words = page.Words, NotKnown = page.From is { } from ? new NotKnownSheet(from.Value) : null },
        Incident incident => new Sheet { Words = incident.Words, Incident = new IncidentSheet((int)incident.Kind, incident.Day) },
        _ => null,
    };

    private static Contribution? FromNotKnowing(ContributionKind kind, Head head, Sheet sheet, IEnumerable<Addition> additions) => kind switch
    {
        ContributionKind.NotKnown => new NotKnown(
            head, sheet.Words, sheet.NotKnown?.From is { } from ? new ContributionId(from) : null, additions),
        ContributionKind.Incident => new Incident(head, (IncidentKind)sheet.Incident!.Kind, sheet.Words ?? "", sheet.Incident.Day, additions),
        _ => null,
    };

    private static AdditionSheet? SheetOfNotKnowingAddition(Addition addition) => addition switch
    {
        NotKnownSaid s => new AdditionSheet { What = 150, Number = (int)s.Part, Words = s.Words, Other = (int)s.Reply, NamedWho = s.Who?.Value ?? 0 },
        NowKnown k => new AdditionSheet { What = 151, Words = k.Words, Yes = k.Still },
        LookAgain l => new AdditionSheet { What = 152, Day = l.Day },
        LetBe => new AdditionSheet { What = 153 },
        IncidentTold t => new AdditionSheet { What = 154, Number = (int)t.Ask, Words = t.Words, Other = (int)t.Reply },
        IncidentThing t => new AdditionSheet { What = 155, Id = t.Thing.Value, Yes = t.CameOfIt },
        LearningConsent c => new AdditionSheet { What = 156, Number = (int)c.May, Words = c.Words },
        _ => null,
    };

    private static Addition? FromNotKnowingAddition(AdditionSheet a)
    {
        var by = new SeatNumber(a.By);
        var at = Moment(a.At);
        return a.What switch
        {
            150 => new NotKnownSaid(by, at, (NotKnownPart)a.Number, a.Words, (Reply)a.Other, a.NamedWho == 0 ? null : new SeatNumber(a.NamedWho)),
            151 => new NowKnown(by, at, a.Words, a.Yes),
            152 => new LookAgain(by, at, a.Day!.Value),
            153 => new LetBe(by, at),
            154 => new IncidentTold(by, at, (IncidentAsk)a.Number, a.Words, (Reply)a.Other),
            155 => new IncidentThing(by, at, new ContributionId(a.Id!.Value), a.Yes),
            156 => new LearningConsent(by, at, (MayLearn)a.Number, a.Words),
            _ => null,
        };
    }
}
