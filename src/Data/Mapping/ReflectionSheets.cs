using System.Text.Json.Serialization;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Reflections;

namespace Keukentafel.Data.Mapping;

/// <summary>What a reflection keeps besides its question.</summary>
internal sealed record ReflectionSheet
{
    [JsonPropertyName("c")]
    public int Colleague { get; init; }

    [JsonPropertyName("s")]
    public IReadOnlyList<Guid>? Sentences { get; init; }

    [JsonPropertyName("b")]
    public int? AgreedBy { get; init; }

    [JsonPropertyName("at")]
    public long? AgreedAt { get; init; }

    [JsonPropertyName("p")]
    public IReadOnlyList<ReflectionPartSheet>? Parts { get; init; }
}

internal sealed record ReflectionPartSheet(
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("t")] int Turn,
    [property: JsonPropertyName("w")] IReadOnlyList<ReflectionWordsSheet>? Words,
    [property: JsonPropertyName("o")] int? Outcome);

internal sealed record ReflectionWordsSheet([property: JsonPropertyName("a")] int Ask, [property: JsonPropertyName("w")] string Words);

/// <summary>What a circle keeps of a central figure.</summary>
internal sealed record FigureSheet
{
    [JsonPropertyName("w")]
    public int Who { get; init; }

    [JsonPropertyName("b")]
    public int AskedBy { get; init; }

    [JsonPropertyName("at")]
    public long AskedAt { get; init; }

    [JsonPropertyName("t")]
    public int Turn { get; init; }

    [JsonPropertyName("n")]
    public NamedColleagueSheet? Named { get; init; }

    [JsonPropertyName("y")]
    public int? AgreedBy { get; init; }

    [JsonPropertyName("c")]
    public int? Colleague { get; init; }

    [JsonPropertyName("s")]
    public long? Since { get; init; }

    [JsonPropertyName("l")]
    public string? LastColleague { get; init; }

    [JsonPropertyName("e")]
    public int? End { get; init; }

    [JsonPropertyName("x")]
    public long? StoppedAt { get; init; }

    [JsonPropertyName("h")]
    public bool HostSaidNo { get; init; }

    [JsonPropertyName("hn")]
    public long SaidNo { get; init; }

    [JsonPropertyName("ha")]
    public long Apart { get; init; }

    [JsonPropertyName("hc")]
    public long NoToColleague { get; init; }
}

internal sealed record NamedColleagueSheet(
    [property: JsonPropertyName("p")] Guid Person,
    [property: JsonPropertyName("n")] string Name,
    [property: JsonPropertyName("w")] string What,
    [property: JsonPropertyName("b")] string Brings,
    [property: JsonPropertyName("at")] long At);

internal sealed record ReflectedSheet(
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("w")] int With,
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("d")] Guid? Decision);

internal static partial class Sheets
{
    public static FigureSheet SheetOf(CentralFigure figure) => new()
    {
        Who = figure.Who.Value,
        AskedBy = figure.AskedBy.Value,
        AskedAt = Ms(figure.AskedAt),
        Turn = figure.Turn,
        Named = figure.Named is { } named
            ? new NamedColleagueSheet(named.Person.Value, named.Name, named.What, named.Brings, Ms(named.At))
            : null,
        AgreedBy = figure.AgreedBy?.Value,
        Colleague = figure.Colleague?.Value,
        Since = Ms(figure.Since),
        LastColleague = figure.LastColleague,
        End = (int?)figure.End,
        StoppedAt = Ms(figure.StoppedAt),
        HostSaidNo = figure.HostSaidNo,
        SaidNo = figure.SaidNo.Bits,
        Apart = figure.Apart.Bits,
        NoToColleague = figure.NoToColleague.Bits,
    };

    public static CentralFigure From(FigureSheet sheet) => new(new SeatNumber(sheet.Who), new SeatNumber(sheet.AskedBy), Moment(sheet.AskedAt))
    {
        Turn = sheet.Turn,
        Named = sheet.Named is { } named
            ? new NamedColleague(new PersonId(named.Person), named.Name, named.What, named.Brings, Moment(named.At))
            : null,
        AgreedBy = Seat(sheet.AgreedBy),
        Colleague = Seat(sheet.Colleague),
        Since = Moment(sheet.Since),
        LastColleague = sheet.LastColleague,
        End = (ColleagueEnd?)sheet.End,
        StoppedAt = Moment(sheet.StoppedAt),
        HostSaidNo = sheet.HostSaidNo,
        SaidNo = new SeatSet(sheet.SaidNo),
        Apart = new SeatSet(sheet.Apart),
        NoToColleague = new SeatSet(sheet.NoToColleague),
    };

    public static ReflectedSheet SheetOf(Reflected reflected) =>
        new(reflected.By.Value, reflected.With.Value, Ms(reflected.At), reflected.Decision?.Value);

    public static Reflected From(ReflectedSheet sheet) =>
        new(new SeatNumber(sheet.By), new SeatNumber(sheet.With), Moment(sheet.At), Thing(sheet.Decision));

    private static Sheet? SheetOfReflection(Contribution contribution) => contribution is not Reflection reflection
        ? null
        : new Sheet
        {
            Words = reflection.Question,
            Reflection = new ReflectionSheet
            {
                Colleague = reflection.Colleague.Value,
                Sentences = reflection.Sentences.Count == 0 ? null : [.. reflection.Sentences.Select(one => one.Value)],
                AgreedBy = reflection.AgreedBy?.Value,
                AgreedAt = Ms(reflection.AgreedAt),
                Parts = reflection.Parts.Count == 0
                    ? null
                    : [
                        .. reflection.Parts.Select(part => new ReflectionPartSheet(
                            part.By.Value, Ms(part.At), (int)part.Turn, [.. part.Words.Select(one => new ReflectionWordsSheet((int)one.Ask, one.Words))],
                            (int?)part.Outcome)),
                    ],
            },
        };

    private static Reflection? FromReflection(ContributionKind kind, Head head, Sheet sheet, Guid? parent, IEnumerable<Addition> additions)
    {
        if (kind != ContributionKind.Reflection)
        {
            return null;
        }

        var kept = sheet.Reflection ?? new ReflectionSheet();
        return new Reflection(
            head, sheet.Words ?? "", new SeatNumber(kept.Colleague), [.. (kept.Sentences ?? []).Select(one => new ContributionId(one))],
            Thing(parent), Seat(kept.AgreedBy), Moment(kept.AgreedAt),
            (kept.Parts ?? []).Select(part => new ReflectionPart(
                new SeatNumber(part.By), Moment(part.At), (ReflectionTurn)part.Turn,
                [.. (part.Words ?? []).Select(one => ((ReflectionAsk)one.Ask, one.Words))], (ReflectionOutcome?)part.Outcome)),
            additions);
    }

    private static AdditionSheet? SheetOfReflectionAddition(Addition addition) => addition switch
    {
        OwnLet => new AdditionSheet { What = 60 },
        LeftOut left => new AdditionSheet { What = 61, Id = left.Statement.Value },
        _ => null,
    };

    private static Addition? FromReflectionAddition(AdditionSheet a) => a.What switch
    {
        60 => new OwnLet(new SeatNumber(a.By), Moment(a.At)),
        61 => new LeftOut(new SeatNumber(a.By), Moment(a.At), new ContributionId(a.Id!.Value)),
        _ => null,
    };
}
