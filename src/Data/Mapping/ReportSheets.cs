using System.Text.Json.Serialization;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Reports;

namespace Keukentafel.Data.Mapping;

/// <summary>What is kept of something a professional passes on, besides why.</summary>
internal sealed record ReportSheet(
    [property: JsonPropertyName("t")] string To,
    [property: JsonPropertyName("h")] string Told,
    [property: JsonPropertyName("o")] string Offered,
    [property: JsonPropertyName("k")] string Keeps,
    [property: JsonPropertyName("b")] DateOnly LookBack,
    [property: JsonPropertyName("s")] IReadOnlyList<Guid> Sentences);

internal static partial class Sheets
{
    private static Sheet? SheetOfReport(Contribution contribution) => contribution is Report { Parts: var parts } report
        ? new Sheet
        {
            Words = parts.Why,
            Report = new ReportSheet(parts.To, parts.Told, parts.Offered, parts.Keeps, parts.LookBack, [.. report.Sentences.Select(sentence => sentence.Value)]),
        }
        : null;

    private static Report? FromReport(ContributionKind kind, Head head, Sheet sheet, IEnumerable<Addition> additions) =>
        kind == ContributionKind.Report && sheet.Report is { } kept
            ? new Report(
                head, new ReportParts(kept.To, sheet.Words ?? "", kept.Told, kept.Offered, kept.Keeps, kept.LookBack),
                kept.Sentences.Select(sentence => new ContributionId(sentence)), additions)
            : null;

    private static AdditionSheet? SheetOfReportAddition(Addition addition) => addition switch
    {
        ReportGiven given => new AdditionSheet { What = 195, Day = given.Day },
        ReportEffect effect => new AdditionSheet { What = 196, Words = effect.Words, Number = (int)effect.Ask },
        ReportFollowed followed => new AdditionSheet { What = 197, Words = followed.Words },
        _ => null,
    };

    private static Addition? FromReportAddition(AdditionSheet a) => a switch
    {
        { What: 195, Day: { } day } => new ReportGiven(new SeatNumber(a.By), Moment(a.At), day),
        { What: 196 } => new ReportEffect(new SeatNumber(a.By), Moment(a.At), (EffectAsk)a.Number, a.Words ?? ""),
        { What: 197 } => new ReportFollowed(new SeatNumber(a.By), Moment(a.At), a.Words ?? ""),
        _ => null,
    };
}
