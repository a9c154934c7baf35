using System.Text.Json.Serialization;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;

namespace Keukentafel.Data.Mapping;

/// <summary>What decisions and options keep besides their words.</summary>
internal sealed record DecisionSheet
{
    [JsonPropertyName("d")]
    public DateOnly? Day { get; init; }

    [JsonPropertyName("s")]
    public int? Step { get; init; }

    [JsonPropertyName("t")]
    public long Takers { get; init; }

    [JsonPropertyName("c")]
    public ClosingSheet? Closing { get; init; }

    [JsonPropertyName("o")]
    public IReadOnlyList<OptionSheet>? Options { get; init; }

    [JsonPropertyName("p")]
    public OptionSheet? Parts { get; init; }
}

internal sealed record ClosingSheet(
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("m")] long Makers,
    [property: JsonPropertyName("t")] bool IsTogether,
    [property: JsonPropertyName("r")] string? Reason,
    [property: JsonPropertyName("a")] string? Authority,
    [property: JsonPropertyName("g")] string? Rights,
    [property: JsonPropertyName("w")] string? WhereToObject);

/// <summary>An option: its own, or as it lay there when its decision was closed.</summary>
internal sealed record OptionSheet
{
    [JsonPropertyName("i")]
    public Guid? Id { get; init; }

    [JsonPropertyName("y")]
    public int By { get; init; }

    [JsonPropertyName("w")]
    public string What { get; init; } = "";

    [JsonPropertyName("k")]
    public int Kinds { get; init; }

    [JsonPropertyName("g")]
    public string? Good { get; init; }

    [JsonPropertyName("b")]
    public string? Bad { get; init; }

    [JsonPropertyName("l")]
    public string? Less { get; init; }

    [JsonPropertyName("f")]
    public long ForWhom { get; init; }

    [JsonPropertyName("t")]
    public string? Tried { get; init; }

    [JsonPropertyName("u")]
    public string? NotKnown { get; init; }

    [JsonPropertyName("j")]
    public int? Legal { get; init; }

    [JsonPropertyName("jd")]
    public DateOnly? LegalOn { get; init; }

    [JsonPropertyName("n")]
    public bool OfNetwork { get; init; }

    public OptionParts Parts() => new(
        What, (OptionKinds)Kinds, Good, Bad, Less, new SeatSet(ForWhom), Tried, NotKnown, (LegalStatus?)Legal, LegalOn);

    public static OptionSheet Of(OptionParts parts) => new()
    {
        What = parts.What,
        Kinds = (int)parts.Kinds,
        Good = parts.Good,
        Bad = parts.Bad,
        Less = parts.Less,
        ForWhom = parts.ForWhom.Bits,
        Tried = parts.Tried,
        NotKnown = parts.NotKnown,
        Legal = (int?)parts.Legal,
        LegalOn = parts.LegalOn,
    };
}

internal static partial class Sheets
{
    private static Sheet? SheetOfDecision(Contribution contribution) => contribution switch
    {
        Decision decision => new Sheet
        {
            Words = decision.Question,
            Decision = new DecisionSheet
            {
                Day = decision.FirstLookBack,
                Step = (int?)decision.Step,
                Takers = decision.Takers.Bits,
                Closing = decision.Closing is { } closing
                    ? new ClosingSheet(
                        Ms(closing.At), closing.By.Value, closing.Makers.Bits, closing.IsTogether, closing.Against?.Reason, closing.Against?.Authority,
                        closing.Against?.Rights, closing.Against?.WhereToObject)
                    : null,
                Options = decision.OptionsThen.Count == 0
                    ? null
                    : [.. decision.OptionsThen.Select(option => OptionSheet.Of(option.Parts) with { Id = option.Id.Value, By = option.By.Value })],
            },
        },
        DecisionOption option => new Sheet { Decision = new DecisionSheet { Parts = OptionSheet.Of(option.Parts) with { OfNetwork = option.OfNetwork } } },
        _ => null,
    };

    private static Contribution? FromDecision(ContributionKind kind, Head head, Sheet sheet, Guid? parent, IEnumerable<Addition> additions)
    {
        var decision = sheet.Decision ?? new DecisionSheet();
        return kind switch
        {
            ContributionKind.Decision => new Decision(
                head, sheet.Words ?? "", (HeavyStep?)decision.Step, new SeatSet(decision.Takers), decision.Day ?? default, From(decision.Closing),
                [.. (decision.Options ?? []).Select(option => new OptionThen(new ContributionId(option.Id!.Value), new SeatNumber(option.By), option.Parts()))],
                additions),
            ContributionKind.DecisionOption => new DecisionOption(
                head, new ContributionId(parent!.Value), decision.Parts?.OfNetwork ?? false, (decision.Parts ?? new OptionSheet()).Parts(), additions),
            _ => null,
        };
    }

    private static Closing? From(ClosingSheet? sheet) => sheet is null
        ? null
        : new Closing(
            Moment(sheet.At), new SeatNumber(sheet.By), new SeatSet(sheet.Makers), sheet.IsTogether,
            sheet.Reason is null ? null : new Against(sheet.Reason, sheet.Authority ?? "", sheet.Rights ?? "", sheet.WhereToObject ?? ""));

    private static Guid? ParentInDecision(Contribution contribution) => contribution is DecisionOption option ? option.Under.Value : null;

    private static AdditionSheet? SheetOfDecisionAddition(Addition addition) => addition switch
    {
        AidNote n => new AdditionSheet { What = 40, Number = (int)n.Aid, Words = n.Words, More = n.NotKnown, Yes = n.NotNow },
        AidLink l => new AdditionSheet { What = 41, Number = (int)l.Aid, Id = l.Thing.Value },
        ProposedStep s => new AdditionSheet { What = 42, Words = s.Words, Yes = s.Unknown },
        OptionLack l => new AdditionSheet { What = 43, Number = (int)l.Kind, Words = l.Words },
        VoiceMissing m => new AdditionSheet { What = 44, Number = m.Of.Value, Words = m.Words, Other = m.WhoAsks.Value },
        SideEffectAnswer s => new AdditionSheet { What = 45, Number = (int)s.Of, Words = s.Words, Yes = s.Unknown },
        LookBackAnswer l => new AdditionSheet { What = 46, Number = (int)l.Ask, Words = l.Words, Yes = l.Unknown },
        LookBackMoved m => new AdditionSheet { What = 47, Day = m.Day },
        _ => null,
    };

    private static Addition? FromDecisionAddition(AdditionSheet a)
    {
        var by = new SeatNumber(a.By);
        var at = Moment(a.At);
        return a.What switch
        {
            40 => new AidNote(by, at, (Aid)a.Number, a.Words, a.More, a.Yes),
            41 => new AidLink(by, at, (Aid)a.Number, new ContributionId(a.Id!.Value)),
            42 => new ProposedStep(by, at, a.Words, a.Yes),
            43 => new OptionLack(by, at, (OptionKinds)a.Number, a.Words ?? ""),
            44 => new VoiceMissing(by, at, new SeatNumber(a.Number), a.Words ?? "", new SeatNumber(a.Other)),
            45 => new SideEffectAnswer(by, at, (SideEffects)a.Number, a.Words, a.Yes),
            46 => new LookBackAnswer(by, at, (LookBackAsk)a.Number, a.Words, a.Yes),
            47 => new LookBackMoved(by, at, a.Day!.Value),
            _ => null,
        };
    }
}
