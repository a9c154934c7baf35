using System.Text.Json.Serialization;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Overviews;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Data.Mapping;

/// <summary>What lies in an overview keeps besides its words.</summary>
internal sealed record OverviewSheet
{
    [JsonPropertyName("a")]
    public int? Area { get; init; }

    [JsonPropertyName("q")]
    public string? Instrument { get; init; }

    [JsonPropertyName("b")]
    public string? FilledBy { get; init; }

    [JsonPropertyName("d")]
    public DateOnly? On { get; init; }

    [JsonPropertyName("k")]
    public int Kind { get; init; }

    [JsonPropertyName("n")]
    public string? NotSaid { get; init; }

    [JsonPropertyName("f")]
    public long Family { get; init; }
}

internal static partial class Sheets
{
    private static Sheet? SheetOfOverview(Contribution contribution) => contribution switch
    {
        Overview => new Sheet(),
        Factor factor => new Sheet { Words = factor.Words, Overview = new OverviewSheet { Area = (int?)factor.Area } },
        InstrumentOutcome outcome => new Sheet
        {
            Words = outcome.Parts.Words,
            Overview = new OverviewSheet
            {
                Instrument = outcome.Parts.Instrument,
                FilledBy = outcome.Parts.FilledBy,
                On = outcome.Parts.On,
                Kind = (int)outcome.Parts.Kind,
                NotSaid = outcome.Parts.NotSaid,
                Family = outcome.Family.Bits,
            },
        },
        _ => null,
    };

    private static Contribution? FromOverview(ContributionKind kind, Head head, Sheet sheet, Guid? parent, IEnumerable<Addition> additions)
    {
        var more = sheet.Overview ?? new OverviewSheet();
        var words = sheet.Words ?? "";
        return kind switch
        {
            ContributionKind.Overview => new Overview(head, additions),
            ContributionKind.Factor => new Factor(head, new ContributionId(parent!.Value), words, (LifeArea?)more.Area, additions),
            ContributionKind.InstrumentOutcome => new InstrumentOutcome(
                head, new ContributionId(parent!.Value),
                new OutcomeParts(more.Instrument ?? "", more.FilledBy, more.On ?? default, (StatementKind)more.Kind, words, more.NotSaid ?? ""),
                new SeatSet(more.Family), additions),
            _ => null,
        };
    }

    private static Guid? ParentInOverview(Contribution contribution) => contribution switch
    {
        Factor factor => factor.Under.Value,
        InstrumentOutcome outcome => outcome.Under.Value,
        _ => null,
    };

    private static AdditionSheet? SheetOfOverviewAddition(Addition addition) => addition switch
    {
        UsefulSaid u => new AdditionSheet { What = 120, Number = (int)u.Says },
        FactorReading { Says: var s } => new AdditionSheet
        {
            What = 121,
            Number = (int)s.Works,
            Words = s.Words,
            ForWhom = s.ForWhom.Bits,
            Who = s.Who.Bits,
            Others = s.Others,
            More = s.How,
            Yes = s.Nobody,
        },
        _ => null,
    };

    private static Addition? FromOverviewAddition(AdditionSheet a) => a.What switch
    {
        120 => new UsefulSaid(new SeatNumber(a.By), Moment(a.At), (Useful)a.Number),
        121 => new FactorReading(
            new SeatNumber(a.By), Moment(a.At),
            new HowItWorks((Works)a.Number, a.Words, new SeatSet(a.ForWhom), new SeatSet(a.Who), a.Others, a.More, a.Yes)),
        _ => null,
    };
}
