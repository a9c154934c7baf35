using System.Text.Json.Serialization;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Frames;

namespace Keukentafel.Data.Mapping;

/// <summary>What a change of frame, and an urging, keep besides their words.</summary>
internal sealed record FrameSheet
{
    [JsonPropertyName("k")]
    public int To { get; init; }

    [JsonPropertyName("d")]
    public DateOnly Day { get; init; }

    [JsonPropertyName("y")]
    public bool Together { get; init; }

    [JsonPropertyName("r")]
    public string? Rights { get; init; }

    [JsonPropertyName("t")]
    public Guid? Talk { get; init; }

    [JsonPropertyName("n")]
    public string? WhyNoTalk { get; init; }

    [JsonPropertyName("l")]
    public string? WhyLate { get; init; }

    [JsonPropertyName("th")]
    public string? Then { get; init; }
}

/// <summary>What is kept of what a judge decided.</summary>
internal sealed record MeasureSheet(
    [property: JsonPropertyName("j")] string Judge,
    [property: JsonPropertyName("w")] string Decision,
    [property: JsonPropertyName("d")] DateOnly Decided,
    [property: JsonPropertyName("s")] DateOnly Starts,
    [property: JsonPropertyName("e")] DateOnly Ends,
    [property: JsonPropertyName("x")] string StopsWhen,
    [property: JsonPropertyName("c")] string Cannot);

/// <summary>What the circle keeps of a change of frame: dates, no words.</summary>
internal sealed record FrameStepSheet(
    [property: JsonPropertyName("i")] Guid Change,
    [property: JsonPropertyName("w")] int Who,
    [property: JsonPropertyName("k")] int Kind,
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("s")] DateOnly? Starts,
    [property: JsonPropertyName("e")] DateOnly? Ends)
{
    [JsonPropertyName("t")]
    public long? ToldAt { get; init; }

    [JsonPropertyName("h")]
    public long ToldTo { get; init; }
}

internal static partial class Sheets
{
    public static FrameStepSheet SheetOf(FrameStep step) =>
        new(step.Change.Value, step.Who.Value, (int)step.Kind, Ms(step.At), step.Starts, step.Ends)
        {
            ToldAt = step.ToldAt is { } told ? Ms(told) : null,
            ToldTo = step.ToldTo.Bits,
        };

    public static FrameStep From(FrameStepSheet sheet) => new(
        new ContributionId(sheet.Change), new SeatNumber(sheet.Who), (FrameKind)sheet.Kind, Moment(sheet.At), sheet.Starts, sheet.Ends)
    {
        ToldAt = sheet.ToldAt is { } told ? Moment(told) : null,
        ToldTo = new SeatSet(sheet.ToldTo),
    };

    private static Sheet? SheetOfFrame(Contribution contribution) => contribution switch
    {
        Urging urging => new Sheet { Words = urging.Words, Frame = new FrameSheet { Then = urging.Then } },
        FrameChange change => new Sheet
        {
            Words = change.Needed,
            Frame = new FrameSheet
            {
                To = (int)change.To,
                Day = change.Day,
                Together = change.Together,
                Rights = change.Rights,
                Talk = change.Talk?.Value,
                WhyNoTalk = change.WhyNoTalk,
                WhyLate = change.WhyLate,
            },
        },
        _ => null,
    };

    private static Contribution? FromFrame(ContributionKind kind, Head head, Sheet sheet, IEnumerable<Addition> additions) => kind switch
    {
        ContributionKind.Urging => new Urging(head, sheet.Words ?? "", sheet.Frame!.Then ?? "", additions),
        ContributionKind.FrameChange when sheet.Frame is { } frame => new FrameChange(
            head, (FrameKind)frame.To, frame.Day, sheet.Words ?? "", frame.Together, frame.Rights,
            frame.Talk is { } talk ? new ContributionId(talk) : null, frame.WhyNoTalk, frame.WhyLate, additions),
        _ => null,
    };

    private static AdditionSheet? SheetOfFrameAddition(Addition addition) => addition switch
    {
        NotGoingOn stopped => new AdditionSheet { What = 190, Words = stopped.Words },
        MeasureTold { Measure: var told } decided => new AdditionSheet
        {
            What = 191,
            Words = decided.WhyLate,
            Measure = new MeasureSheet(told.Judge, told.Decision, told.Decided, told.Starts, told.Ends, told.StopsWhen, told.Cannot),
        },
        _ => null,
    };

    private static Addition? FromFrameAddition(AdditionSheet a) => a switch
    {
        { What: 190 } => new NotGoingOn(new SeatNumber(a.By), Moment(a.At), a.Words),
        { What: 191, Measure: { } m } => new MeasureTold(
            new SeatNumber(a.By), Moment(a.At), new Measure(m.Judge, m.Decision, m.Decided, m.Starts, m.Ends, m.StopsWhen, m.Cannot), a.Words),
        _ => null,
    };
}
