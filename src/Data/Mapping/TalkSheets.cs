using System.Text.Json.Serialization;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Talks;

namespace Keukentafel.Data.Mapping;

/// <summary>What a talk and what comes of it keep besides their words.</summary>
internal sealed record TalkSheet
{
    [JsonPropertyName("d")]
    public DateOnly? Day { get; init; }

    [JsonPropertyName("t")]
    public string? Time { get; init; }

    [JsonPropertyName("w")]
    public string? Where { get; init; }

    [JsonPropertyName("i")]
    public long Invited { get; init; }

    [JsonPropertyName("b")]
    public long? BegunAt { get; init; }

    [JsonPropertyName("e")]
    public long? EndedAt { get; init; }

    [JsonPropertyName("a")]
    public int Ask { get; init; }

    [JsonPropertyName("p")]
    public Guid? Point { get; init; }

    [JsonPropertyName("z")]
    public bool IsPaused { get; init; }

    [JsonPropertyName("s")]
    public IReadOnlyList<PresenceSheet>? Presences { get; init; }

    [JsonPropertyName("f")]
    public bool WantsFirst { get; init; }

    [JsonPropertyName("c")]
    public string? Condition { get; init; }

    [JsonPropertyName("m")]
    public int Part { get; init; }
}

internal sealed record PresenceSheet(
    [property: JsonPropertyName("at")] long At, [property: JsonPropertyName("b")] int By, [property: JsonPropertyName("s")] long Seats);

/// <summary>Where in a talk something was said, and who wrote it down.</summary>
internal sealed record TurnSheet(
    [property: JsonPropertyName("t")] Guid? Talk, [property: JsonPropertyName("a")] int Ask, [property: JsonPropertyName("p")] Guid? Point,
    [property: JsonPropertyName("w")] int? WrittenBy, [property: JsonPropertyName("r")] long? ReadBackAt);

internal static partial class Sheets
{
    private static Sheet? SheetOfTalk(Contribution contribution) => contribution switch
    {
        Talk talk => new Sheet
        {
            Words = talk.Words,
            Talk = new TalkSheet
            {
                Day = talk.Day,
                Time = talk.Time,
                Where = talk.Where,
                Invited = talk.Invited.Bits,
                BegunAt = Ms(talk.Course.BegunAt),
                EndedAt = Ms(talk.Course.EndedAt),
                Ask = (int)talk.Course.Ask,
                Point = talk.Course.Point?.Value,
                IsPaused = talk.Course.IsPaused,
                Presences = [.. talk.Course.Presences.Select(presence => new PresenceSheet(Ms(presence.At), presence.By.Value, presence.Seats.Bits))],
            },
        },
        TalkPoint point => new Sheet { Words = point.Words, Talk = new TalkSheet { WantsFirst = point.WantsFirst } },
        SheetSentence sentence => new Sheet
        {
            Words = sentence.Words,
            Talk = new TalkSheet { Part = (int)sentence.Part, Condition = sentence.Condition, Day = sentence.LookAgain },
        },
        _ => null,
    };

    private static Contribution? FromTalk(ContributionKind kind, Head head, Sheet sheet, Guid? parent, IEnumerable<Addition> additions)
    {
        var talk = sheet.Talk ?? new TalkSheet();
        return kind switch
        {
            ContributionKind.Talk => new Talk(
                head, sheet.Words, talk.Day, talk.Time, talk.Where, new SeatSet(talk.Invited),
                new Course(
                    Moment(talk.BegunAt), Moment(talk.EndedAt), (TalkAsk)talk.Ask, talk.Point is { } point ? new ContributionId(point) : null,
                    talk.IsPaused,
                    [.. (talk.Presences ?? []).Select(presence => new Presence(Moment(presence.At), new SeatNumber(presence.By), new SeatSet(presence.Seats)))]),
                additions),
            ContributionKind.TalkPoint => new TalkPoint(head, new ContributionId(parent!.Value), sheet.Words ?? "", talk.WantsFirst, additions),
            ContributionKind.SheetSentence => new SheetSentence(
                head, (SheetPart)talk.Part, sheet.Words ?? "", talk.Condition, talk.Day, additions),
            _ => null,
        };
    }

    private static TurnSheet? TurnOf(Contribution contribution) => contribution.Turn is null && contribution.WrittenBy is null
        ? null
        : new TurnSheet(
            contribution.Turn?.Talk.Value, (int)(contribution.Turn?.Ask ?? 0), contribution.Turn?.Point?.Value, contribution.WrittenBy?.Value,
            Ms(contribution.ReadBackAt));

    private static Head WithTurn(Head head, TurnSheet? turn) => turn is null
        ? head
        : head with
        {
            Turn = turn.Talk is { } talk
                ? new TalkTurn(new ContributionId(talk), (TalkAsk)turn.Ask, turn.Point is { } point ? new ContributionId(point) : null)
                : null,
            WrittenBy = Seat(turn.WrittenBy),
            ReadBackAt = Moment(turn.ReadBackAt),
        };

    private static AdditionSheet? SheetOfTalkAddition(Addition addition) => addition switch
    {
        Position p => new AdditionSheet { What = 20, Number = (int)p.Stance, Words = p.Words, More = p.Rather, Other = p.WrittenBy?.Value ?? 0 },
        SpokespersonChoice s => new AdditionSheet { What = 21, Number = s.Who?.Value ?? 0 },
        WasThere w => new AdditionSheet { What = 22, Number = w.Yes ? 1 : 0 },
        _ => null,
    };

    private static Addition? FromTalkAddition(AdditionSheet a) => a.What switch
    {
        20 => new Position(
            new SeatNumber(a.By), Moment(a.At), (Stance)a.Number, a.Words, a.More, a.Other == 0 ? null : new SeatNumber(a.Other)),
        21 => new SpokespersonChoice(new SeatNumber(a.By), Moment(a.At), a.Number == 0 ? null : new SeatNumber(a.Number)),
        22 => new WasThere(new SeatNumber(a.By), Moment(a.At), a.Number == 1),
        _ => null,
    };
}
