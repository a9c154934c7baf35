using System.Text.Json.Serialization;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Data.Mapping;

/// <summary>What is kept of the part a professional has at a table, from being proposed on.</summary>
internal sealed record InvolvementSheet(
    [property: JsonPropertyName("i")] Guid Id,
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("at")] long At)
{
    [JsonPropertyName("n")]
    public string? Name { get; init; }

    [JsonPropertyName("d")]
    public string? Does { get; init; }

    [JsonPropertyName("g")]
    public string? Goal { get; init; }

    [JsonPropertyName("a")]
    public string? Adds { get; init; }

    [JsonPropertyName("l")]
    public int? LookAgain { get; init; }

    [JsonPropertyName("wh")]
    public string? WhyNotHere { get; init; }

    [JsonPropertyName("wb")]
    public string? WhyNotBehind { get; init; }

    [JsonPropertyName("h")]
    public string? HowOften { get; init; }

    [JsonPropertyName("aw")]
    public string? AuthorityWho { get; init; }

    [JsonPropertyName("ag")]
    public string? AuthorityGround { get; init; }

    [JsonPropertyName("au")]
    public int? AuthorityUntil { get; init; }

    [JsonPropertyName("of")]
    public long? OfferedAt { get; init; }

    [JsonPropertyName("dh")]
    public int? DaysToHelp { get; init; }

    [JsonPropertyName("sf")]
    public int? StandsInFor { get; init; }

    [JsonPropertyName("sd")]
    public int? StandsInFrom { get; init; }

    [JsonPropertyName("su")]
    public int? StandsInUntil { get; init; }

    [JsonPropertyName("sr")]
    public string? Reach { get; init; }

    [JsonPropertyName("sm")]
    public string? Meet { get; init; }

    [JsonPropertyName("sw")]
    public string? WhyAway { get; init; }

    [JsonPropertyName("s")]
    public int? Seat { get; init; }

    [JsonPropertyName("st")]
    public long? StartedAt { get; init; }

    [JsonPropertyName("t")]
    public long? TakenBackAt { get; init; }

    [JsonPropertyName("an")]
    public IReadOnlyList<HostSaidSheet>? Answers { get; init; }

    [JsonPropertyName("e")]
    public IReadOnlyList<SaidAboutSheet>? Explained { get; init; }

    [JsonPropertyName("f")]
    public IReadOnlyList<SaidAboutSheet>? FamilyViews { get; init; }

    [JsonPropertyName("lo")]
    public IReadOnlyList<ChosenSheet>? Looked { get; init; }

    [JsonPropertyName("sb")]
    public IReadOnlyList<ChosenSheet>? Steps { get; init; }

    [JsonPropertyName("le")]
    public long? LeftAt { get; init; }

    [JsonPropertyName("th")]
    public IReadOnlyList<SaidAboutSheet>? Thanks { get; init; }

    [JsonPropertyName("sh")]
    public IReadOnlyList<SharedSheet>? Shared { get; init; }

    [JsonPropertyName("mt")]
    public long? MetBy { get; init; }

    [JsonPropertyName("po")]
    public IReadOnlyList<SaidAboutSheet>? PassedOn { get; init; }
}

/// <summary>What one host said about somebody who was proposed.</summary>
internal sealed record HostSaidSheet(
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("a")] int Answer,
    [property: JsonPropertyName("w")] string? Words,
    [property: JsonPropertyName("s")] bool IsShown,
    [property: JsonPropertyName("at")] long At)
{
    [JsonPropertyName("x")]
    public int TimesExplained { get; init; }
}

/// <summary>What somebody chose, and said with it, when we looked again or for the time to come.</summary>
internal sealed record ChosenSheet(
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("c")] int Chosen,
    [property: JsonPropertyName("w")] string? Words,
    [property: JsonPropertyName("at")] long At)
{
    [JsonPropertyName("nx")]
    public int? Next { get; init; }

    [JsonPropertyName("bk")]
    public bool? IsBack { get; init; }
}

/// <summary>What somebody gives a professional to read of the own things.</summary>
internal sealed record SharedSheet(
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("w")] int What,
    [property: JsonPropertyName("at")] long At);

/// <summary>Words of somebody about an involvement.</summary>
internal sealed record SaidAboutSheet(
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("w")] string Words,
    [property: JsonPropertyName("at")] long At);

/// <summary>What somebody said about themselves to the table.</summary>
internal sealed record AboutMyselfSheet(
    [property: JsonPropertyName("o")] int Of,
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("r")] string? Reach,
    [property: JsonPropertyName("m")] string? May,
    [property: JsonPropertyName("n")] string? MayNot,
    [property: JsonPropertyName("w")] string? WritesDown,
    [property: JsonPropertyName("f")] string? WorksFor);

internal static partial class Sheets
{
    public static AboutMyselfSheet SheetOf(AboutMyself about) =>
        new(about.Of.Value, Ms(about.At), about.Reach, about.May, about.MayNot, about.WritesDown, about.WorksFor);

    public static AboutMyself From(AboutMyselfSheet sheet) => new(new SeatNumber(sheet.Of), Moment(sheet.At))
    {
        Reach = sheet.Reach,
        May = sheet.May,
        MayNot = sheet.MayNot,
        WritesDown = sheet.WritesDown,
        WorksFor = sheet.WorksFor,
    };

    public static InvolvementSheet SheetOf(Involvement involvement) => new(involvement.Id.Value, involvement.By.Value, Ms(involvement.At))
    {
        Name = involvement.Worth.Name,
        Does = involvement.Worth.Does,
        Goal = involvement.Worth.Goal,
        Adds = involvement.Worth.Adds,
        LookAgain = involvement.Worth.LookAgain?.DayNumber,
        WhyNotHere = involvement.Worth.WhyNotHere,
        WhyNotBehind = involvement.Worth.WhyNotBehind,
        HowOften = involvement.Worth.HowOften,
        AuthorityWho = involvement.Authority?.Who,
        AuthorityGround = involvement.Authority?.Ground,
        AuthorityUntil = involvement.Authority?.Until.DayNumber,
        OfferedAt = involvement.OfferedAt is { } offered ? Ms(offered) : null,
        DaysToHelp = involvement.DaysToHelp,
        StandsInFor = involvement.StandsIn?.For.Value,
        StandsInFrom = involvement.StandsIn?.From.DayNumber,
        StandsInUntil = involvement.StandsIn?.Until.DayNumber,
        Reach = involvement.StandsIn?.Reach,
        Meet = involvement.StandsIn?.Meet,
        WhyAway = involvement.StandsIn?.WhyAway,
        Seat = involvement.Seat?.Value,
        StartedAt = involvement.StartedAt is { } started ? Ms(started) : null,
        TakenBackAt = involvement.TakenBackAt is { } back ? Ms(back) : null,
        Answers = involvement.Answers.Count == 0
            ? null
            : [.. involvement.Answers.Select(said => new HostSaidSheet(said.By.Value, (int)said.Answer, said.Words, said.IsShown, Ms(said.At)) { TimesExplained = said.TimesExplained })],
        Explained = SheetOf(involvement.Explained),
        FamilyViews = SheetOf(involvement.FamilyViews),
        Looked = involvement.Looked.Count == 0
            ? null
            : [.. involvement.Looked.Select(said => new ChosenSheet(said.By.Value, (int)said.Answer, said.Words, Ms(said.At)) { Next = said.Next?.DayNumber, IsBack = said.IsBack ? true : null })],
        Steps = involvement.Steps.Count == 0
            ? null
            : [.. involvement.Steps.Select(said => new ChosenSheet(said.By.Value, (int)said.Step, said.Words, Ms(said.At)))],
        MetBy = involvement.MetBy.IsEmpty ? null : involvement.MetBy.Bits,
        LeftAt = involvement.LeftAt is { } left ? Ms(left) : null,
        Thanks = SheetOf(involvement.Thanks),
        PassedOn = SheetOf(involvement.PassedOn),
        Shared = involvement.Shared.Count == 0
            ? null
            : [.. involvement.Shared.Select(shared => new SharedSheet(shared.By.Value, (int)shared.What, Ms(shared.At)))],
    };

    public static Involvement From(InvolvementSheet sheet) => new(
        new InvolvementId(sheet.Id), new SeatNumber(sheet.By), Moment(sheet.At),
        new Worth
        {
            Name = sheet.Name,
            Does = sheet.Does,
            Goal = sheet.Goal,
            Adds = sheet.Adds,
            LookAgain = DayOf(sheet.LookAgain),
            WhyNotHere = sheet.WhyNotHere,
            WhyNotBehind = sheet.WhyNotBehind,
            HowOften = sheet.HowOften,
        })
    {
        Authority = sheet.AuthorityWho is { } who ? new Authority(who, sheet.AuthorityGround!, DateOnly.FromDayNumber(sheet.AuthorityUntil!.Value)) : null,
        OfferedAt = sheet.OfferedAt is { } offered ? Moment(offered) : null,
        DaysToHelp = sheet.DaysToHelp,
        StandsIn = sheet.StandsInFor is { } away
            ? new StandIn(new SeatNumber(away), DateOnly.FromDayNumber(sheet.StandsInFrom!.Value), DateOnly.FromDayNumber(sheet.StandsInUntil!.Value))
            {
                Reach = sheet.Reach,
                Meet = sheet.Meet,
                WhyAway = sheet.WhyAway,
            }
            : null,
        Seat = sheet.Seat is { } seat ? new SeatNumber(seat) : null,
        StartedAt = sheet.StartedAt is { } started ? Moment(started) : null,
        TakenBackAt = sheet.TakenBackAt is { } back ? Moment(back) : null,
        MetBy = new SeatSet(sheet.MetBy ?? 0),
        Answers =
        [
            .. (sheet.Answers ?? []).Select(said => new HostSaid(
                new SeatNumber(said.By), (WelcomeAnswer)said.Answer, said.Words, said.IsShown, Moment(said.At)) { TimesExplained = said.TimesExplained }),
        ],
        Explained = From(sheet.Explained),
        FamilyViews = From(sheet.FamilyViews),
        Looked =
        [
            .. (sheet.Looked ?? []).Select(said => new LookedAgain(new SeatNumber(said.By), (StillNeeded)said.Chosen, said.Words, Moment(said.At))
            {
                Next = said.Next is { } next ? DateOnly.FromDayNumber(next) : null,
                IsBack = said.IsBack == true,
            }),
        ],
        Steps =
        [
            .. (sheet.Steps ?? []).Select(said => new StepBackProposed(new SeatNumber(said.By), (StepKind)said.Chosen, said.Words, Moment(said.At))),
        ],
        LeftAt = sheet.LeftAt is { } left ? Moment(left) : null,
        Thanks = From(sheet.Thanks),
        PassedOn = From(sheet.PassedOn),
        Shared = [.. (sheet.Shared ?? []).Select(shared => new Shared(new SeatNumber(shared.By), (Sharing)shared.What, Moment(shared.At)))],
    };

    private static DateOnly? DayOf(int? number) => number is { } day ? DateOnly.FromDayNumber(day) : null;

    private static IReadOnlyList<SaidAboutSheet>? SheetOf(IReadOnlyList<SaidAbout> said) =>
        said.Count == 0 ? null : [.. said.Select(one => new SaidAboutSheet(one.By.Value, one.Words, Ms(one.At)))];

    private static IReadOnlyList<SaidAbout> From(IReadOnlyList<SaidAboutSheet>? sheets) =>
        [.. (sheets ?? []).Select(one => new SaidAbout(new SeatNumber(one.By), one.Words, Moment(one.At)))];
}
