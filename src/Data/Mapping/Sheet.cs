using System.Text.Json;
using System.Text.Json.Serialization;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Sealing;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Reports;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Views;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Data.Mapping;

/// <summary>
/// What is written on a slip, as it stands in the sealed column: everything that persons said and everything that hangs under it. Names are
/// stored: never change the meaning of one; what is null is left out.
/// </summary>
internal sealed record Sheet
{
    [JsonPropertyName("w")]
    public string? Words { get; init; }

    [JsonPropertyName("g")]
    public bool ByGuest { get; init; }

    [JsonPropertyName("t")]
    public long? TakenBackAt { get; init; }

    [JsonPropertyName("tb")]
    public int? TakenAwayBy { get; init; }

    [JsonPropertyName("wd")]
    public long? WidenedAt { get; init; }

    [JsonPropertyName("p")]
    public int? Place { get; init; }

    [JsonPropertyName("k")]
    public int? Kind { get; init; }

    [JsonPropertyName("n")]
    public int? Knowing { get; init; }

    [JsonPropertyName("s")]
    public int? SourceSeat { get; init; }

    [JsonPropertyName("sw")]
    public string? SourceWords { get; init; }

    [JsonPropertyName("h")]
    public DateOnly? Happened { get; init; }

    [JsonPropertyName("sa")]
    public string? Safe { get; init; }

    [JsonPropertyName("su")]
    public bool SafeUnknown { get; init; }

    [JsonPropertyName("gr")]
    public string? Growing { get; init; }

    [JsonPropertyName("gu")]
    public bool GrowingUnknown { get; init; }

    [JsonPropertyName("ba")]
    public string? Basis { get; init; }

    [JsonPropertyName("be")]
    public string? Because { get; init; }

    [JsonPropertyName("l")]
    public PassageSheet? Left { get; init; }

    [JsonPropertyName("r")]
    public PassageSheet? Right { get; init; }

    [JsonPropertyName("tu")]
    public TurnSheet? Turn { get; init; }

    [JsonPropertyName("tk")]
    public TalkSheet? Talk { get; init; }

    [JsonPropertyName("pl")]
    public PlanSheet? Plan { get; init; }

    [JsonPropertyName("de")]
    public DecisionSheet? Decision { get; init; }

    [JsonPropertyName("wt")]
    public CollaborationSheet? Collaboration { get; init; }

    [JsonPropertyName("rf")]
    public ReflectionSheet? Reflection { get; init; }

    [JsonPropertyName("con")]
    public ConsultSheet? Consult { get; init; }

    [JsonPropertyName("ov")]
    public OverviewSheet? Overview { get; init; }

    [JsonPropertyName("un")]
    public NotKnownSheet? NotKnown { get; init; }

    [JsonPropertyName("in")]
    public IncidentSheet? Incident { get; init; }

    [JsonPropertyName("ki")]
    public PicturedSheet? Pictured { get; init; }

    [JsonPropertyName("fr")]
    public FrameSheet? Frame { get; init; }

    [JsonPropertyName("rep")]
    public ReportSheet? Report { get; init; }

    [JsonPropertyName("wh")]
    public WithholdingSheet? Withheld { get; init; }

    [JsonPropertyName("a")]
    public IReadOnlyList<AdditionSheet>? Additions { get; init; }
}

internal sealed record PassageSheet(
    [property: JsonPropertyName("v")] Guid View,
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("w")] string Words);

internal sealed record AdditionSheet
{
    /// <summary>Which addition; stored, never change or reuse one.</summary>
    [JsonPropertyName("d")]
    public int What { get; init; }

    [JsonPropertyName("b")]
    public int By { get; init; }

    [JsonPropertyName("at")]
    public long At { get; init; }

    [JsonPropertyName("w")]
    public string? Words { get; init; }

    [JsonPropertyName("x")]
    public string? More { get; init; }

    [JsonPropertyName("y")]
    public bool Yes { get; init; }

    [JsonPropertyName("y2")]
    public bool AlsoYes { get; init; }

    [JsonPropertyName("n")]
    public int Number { get; init; }

    [JsonPropertyName("m")]
    public int Other { get; init; }

    [JsonPropertyName("unw")]
    public int NamedWho { get; init; }

    [JsonPropertyName("day")]
    public DateOnly? Day { get; init; }

    [JsonPropertyName("id")]
    public Guid? Id { get; init; }

    [JsonPropertyName("ovf")]
    public long ForWhom { get; init; }

    [JsonPropertyName("ovi")]
    public long Who { get; init; }

    [JsonPropertyName("ovo")]
    public string? Others { get; init; }

    [JsonPropertyName("frm")]
    public MeasureSheet? Measure { get; init; }
}

/// <summary>What a circle keeps sealed: the question on the table, and who sits at it. One sheet, because each page needs it whole.</summary>
internal sealed record CircleSheet(
    [property: JsonPropertyName("q")] string? Question,
    [property: JsonPropertyName("b")] int? By,
    [property: JsonPropertyName("at")] long? At,
    [property: JsonPropertyName("v")] int Version,
    [property: JsonPropertyName("s")] IReadOnlyList<SeatSheet> Seats)
{
    [JsonPropertyName("in")]
    public IReadOnlyList<InvitationSheet>? Invitations { get; init; }

    // By which host, and when.
    [JsonPropertyName("ap")]
    public IReadOnlyList<long>? Apart { get; init; }

    [JsonPropertyName("ag")]
    public IReadOnlyDictionary<int, long>? AgreedTo { get; init; }

    [JsonPropertyName("an")]
    public IReadOnlyDictionary<int, long>? RatherNot { get; init; }

    // As it was kept while a table had one at most; not written any more.
    [JsonPropertyName("rf")]
    public FigureSheet? Figure { get; init; }

    [JsonPropertyName("rfs")]
    public IReadOnlyList<FigureSheet>? Figures { get; init; }

    [JsonPropertyName("rfd")]
    public IReadOnlyList<ReflectedSheet>? Reflected { get; init; }

    [JsonPropertyName("mi")]
    public IReadOnlyList<LetsGoSheet>? LetsGo { get; init; }

    [JsonPropertyName("kil")]
    public IReadOnlyList<LockSheet>? Locks { get; init; }

    [JsonPropertyName("yos")]
    public IReadOnlyList<SupporterSheet>? Supporters { get; init; }

    [JsonPropertyName("coo")]
    public IReadOnlyList<CoordinatorSheet>? Coordinators { get; init; }

    [JsonPropertyName("joi")]
    public IReadOnlyList<InvolvementSheet>? Involvements { get; init; }

    [JsonPropertyName("wia")]
    public IReadOnlyList<AboutMyselfSheet>? AboutMyself { get; init; }

    [JsonPropertyName("wif")]
    public IReadOnlyDictionary<int, int>? FirstContacts { get; init; }

    [JsonPropertyName("res")]
    public IReadOnlyDictionary<int, long>? Rests { get; init; }

    [JsonPropertyName("sto")]
    public IReadOnlyList<StoppedSheet>? Stopped { get; init; }

    [JsonPropertyName("end")]
    public EndingSheet? Ending { get; init; }

    [JsonPropertyName("enb")]
    public IReadOnlyList<EndingSheet>? EndingsBefore { get; init; }

    [JsonPropertyName("lat")]
    public IReadOnlyList<LaterSheet>? Later { get; init; }

    [JsonPropertyName("fr")]
    public IReadOnlyList<FrameStepSheet>? Frames { get; init; }

    [JsonPropertyName("sc")]
    public IReadOnlyList<ContactSheet>? Contacts { get; init; }
}

/// <summary>That somebody stopped their part.</summary>
internal sealed record StoppedSheet(
    [property: JsonPropertyName("s")] int Seat, [property: JsonPropertyName("p")] Guid Person, [property: JsonPropertyName("at")] long At);

/// <summary>With whom a child lets the own words go along.</summary>
internal sealed record LetsGoSheet([property: JsonPropertyName("c")] int Child, [property: JsonPropertyName("w")] long With);

/// <summary>What is kept sealed of a seat: what somebody is called, and what they are to the family.</summary>
internal sealed record InvitationSheet(
    [property: JsonPropertyName("i")] Guid Id,
    [property: JsonPropertyName("f")] int For,
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("w")] string Words,
    [property: JsonPropertyName("n")] long Named)
{
    [JsonPropertyName("r")]
    public long? RefusedAt { get; init; }

    [JsonPropertyName("rw")]
    public string? RefusedWords { get; init; }

    [JsonPropertyName("j")]
    public long? JoinedAt { get; init; }
}

internal sealed record SeatSheet(
    [property: JsonPropertyName("i")] int Number,
    [property: JsonPropertyName("n")] string Name,
    [property: JsonPropertyName("w")] string? WhatTheyAre)
{
    [JsonPropertyName("a")]
    public int? AddedBy { get; init; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Sheet))]
[JsonSerializable(typeof(CircleSheet))]
[JsonSerializable(typeof(Dictionary<string, string[]>), TypeInfoPropertyName = "Fields")]
internal sealed partial class SheetJson : JsonSerializerContext;

/// <summary>From domain to sheet and back. Every word passes here, and is sealed here: the one converter.</summary>
internal static partial class Sheets
{
    public static byte[] Seal(Keyring keyring, Guid circle, Sheet sheet) =>
        keyring.Seal(circle, JsonSerializer.SerializeToUtf8Bytes(sheet, SheetJson.Default.Sheet));

    public static Sheet Open(Opener opener, byte[] sealedSheet) =>
        JsonSerializer.Deserialize(opener.Open(sealedSheet), SheetJson.Default.Sheet)!;

    public static ContributionRow RowOf(Contribution contribution, Keyring keyring) => new()
    {
        Circle = contribution.Circle.Value,
        Id = contribution.Id.Value,
        Kind = (int)Kinds.Of(contribution.GetType()),
        Seat = contribution.By.Value,
        At = Ms(contribution.At),
        Readers = (int)contribution.Audience.Group,
        Named = contribution.Audience.Named.Bits,
        About = contribution.About.Bits,
        WaitsFor = contribution.WaitsFor?.Value ?? 0,
        Parent = ParentOf(contribution),
        Open = contribution.WaitsFor is not null || contribution is Wish { IsSettled: false }
            || contribution is Talk { IsTakenBack: false, Course.EndedAt: null } or Decision { IsTakenBack: false, IsClosed: false },
        Voices = VoicesOf(contribution).Bits,
        Replied = Replied(contribution).Bits,
        Flags = (int)FlagsOf(contribution),
        KeptFrom = contribution is Statement { Withheld: { } until } kept ? kept.KeptOn(until.Until).Bits : 0,
        KeptAfter = contribution is Statement { Withheld: { } before } after ? after.KeptOn(before.Until.AddDays(1)).Bits : 0,
        KeptUntil = contribution is Statement { Withheld: { } withheld } ? Ms(withheld.PassedAt) : 0,
        ChangedAt = contribution is Consult consult ? Ms(consult.ChangedForAll) : contribution.Traces.Count > 0 ? Ms(contribution.Traces[^1].Act.At) : Ms(contribution.At),
        Version = contribution.Version,
        Sheet = Seal(keyring, contribution.Circle.Value, SheetOf(contribution)),
    };

    public static Contribution From(ContributionRow row, Opener opener)
    {
        var sheet = Open(opener, row.Sheet);
        var head = new Head(
            new ContributionId(row.Id), new CircleId(row.Circle), new SeatNumber(row.Seat), Moment(row.At), new SeatSet(row.About),
            new Audience((Readers)row.Readers, new SeatSet(row.Named)), sheet.ByGuest, Moment(sheet.TakenBackAt), row.Version)
        {
            TakenAwayBy = Seat(sheet.TakenAwayBy),
            WidenedAt = sheet.WidenedAt is { } widened ? Moment(widened) : null,
            Pictured = From(sheet.Pictured),
        };
        head = WithTurn(head, sheet.Turn);
        var additions = sheet.Additions?.Select(From) ?? [];
        var words = sheet.Words ?? "";
        return (ContributionKind)row.Kind switch
        {
            ContributionKind.GoodThing => new GoodThing(head, words, additions),
            ContributionKind.Help => new Help(head, words, additions),
            ContributionKind.Worry => new Worry(head, words, (Place?)sheet.Place, additions),
            ContributionKind.Wish => new Wish(head, words, additions),
            ContributionKind.Statement => new Statement(
                head, words, (StatementKind)sheet.Kind!.Value,
                new Source((Knowing)sheet.Knowing!.Value, Seat(sheet.SourceSeat), sheet.SourceWords), sheet.Happened,
                row.Parent is { } parent && parent != sheet.Turn?.Talk ? new ContributionId(parent) : null, From(sheet.Withheld), new SeatSet(row.Kept),
                additions),
            ContributionKind.View => new View(
                head, new ViewPart(sheet.Safe, sheet.SafeUnknown), new ViewPart(sheet.Growing, sheet.GrowingUnknown), sheet.Basis, sheet.Because,
                additions),
            ContributionKind.Difference => new Difference(head, From(sheet.Left!), From(sheet.Right!), sheet.Words, additions),
            ContributionKind.Collaboration => FromCollaboration(head, sheet, additions),
            var kind => FromTalk(kind, head, sheet, row.Parent, additions) ?? FromPlan(kind, head, sheet, additions)
                ?? FromDecision(kind, head, sheet, row.Parent, additions) ?? FromReflection(kind, head, sheet, row.Parent, additions)
                ?? FromOverview(kind, head, sheet, row.Parent, additions) ?? FromNotKnowing(kind, head, sheet, additions)
                ?? FromReport(kind, head, sheet, additions) ?? FromFrame(kind, head, sheet, additions) ?? FromConsult(kind, head, sheet, additions)
                ?? throw new InvalidOperationException($"A row of an unknown kind: {row.Kind}."),
        };
    }

    public static long Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    public static DateTimeOffset Moment(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    /// <summary>Whose words are in it.</summary>
    public static SeatSet VoicesOf(Contribution contribution) =>
        SeatSet.Of(contribution.Additions.Select(addition => addition.By).Append(contribution.By)).And(Quoted(contribution));

    public static SeatSet Replied(Contribution contribution) => contribution is Wish wish
        ? SeatSet.Of(wish.Additions.Select(addition => addition.By).Distinct().Where(wish.IsPromisedBy))
        : contribution is Proposal proposal ? SeatSet.Of(proposal.Positions.Select(position => position.By))
        : SeatSet.Of(contribution.Answers.Select(answer => answer.By));

    private static SlipFlags FlagsOf(Contribution contribution) =>
        (contribution is Worry { IsGone: true } ? SlipFlags.Gone : 0)
        | (contribution is Wish { AsksWhetherHeard: true } ? SlipFlags.AsksWhetherHeard : 0)
        | (contribution is Statement { IsRefusedBySource: true } ? SlipFlags.SourceRefused : 0)
        | (contribution is Statement { Withheld: not null } ? SlipFlags.Withheld : 0)
        | (contribution is { WaitsToBeReadBack: true, IsTakenBack: false } ? SlipFlags.WaitsToBeReadBack : 0)
        | (contribution.Turn is { } turn && ParentOf(contribution) == turn.Talk.Value ? SlipFlags.SaidInTalk : 0)
        | (contribution.WrittenBy is not null ? SlipFlags.WrittenForThem : 0)
        | (contribution is Consult { SentAt: null, StoppedAt: null, IsTakenBack: false }
            || (contribution is Report { IsTakenBack: false } report && !report.About.Without(Replied(report)).IsEmpty) ? SlipFlags.FamilyReadsFirst : 0)
        | (contribution.IsTakenBack ? SlipFlags.TakenBack : 0)
        | (contribution.KeepsItsTrace ? SlipFlags.KeepsItsTrace : 0);

    private static SeatSet Quoted(Contribution contribution) =>
        contribution is Difference difference ? SeatSet.Of(difference.Left.By, difference.Right.By)
        : contribution is Decision { Closing: { } closing } decided ? SeatSet.Of(decided.OptionsThen.Select(option => option.By).Append(closing.By))
        : contribution is Reflection reflection ? reflection.Speakers
        : contribution is Consult consult ? consult.Speakers
        : SeatSet.None;

    private static long? Ms(DateTimeOffset? at) => at is { } moment ? Ms(moment) : null;

    private static DateTimeOffset? Moment(long? ms) => ms is { } value ? Moment(value) : null;

    private static SeatNumber? Seat(int? number) => number is { } value ? new SeatNumber(value) : null;

    // What hangs under something is found with it; what was said in a talk, with the talk.
    private static Guid? ParentOf(Contribution contribution) => contribution switch
    {
        Statement { Under: { } under } => under.Value,
        TalkPoint point => point.Talk.Value,
        Reflection reflection => reflection.Decision?.Value,
        _ => ParentInDecision(contribution) ?? ParentInOverview(contribution) ?? contribution.Turn?.Talk.Value,
    };

    private static Sheet SheetOf(Contribution contribution)
    {
        var sheet = contribution switch
        {
            GoodThing good => new Sheet { Words = good.Words },
            Help help => new Sheet { Words = help.Words },
            Worry worry => new Sheet { Words = worry.Words, Place = (int?)worry.Place },
            Wish wish => new Sheet { Words = wish.Words },
            Statement said => new Sheet
            {
                Words = said.Words,
                Kind = (int)said.Kind,
                Knowing = (int)said.Source.Knowing,
                SourceSeat = said.Source.Seat?.Value,
                SourceWords = said.Source.Words,
                Happened = said.Happened,
                Withheld = SheetOf(said.Withheld),
            },
            View view => new Sheet
            {
                Safe = view.Safe.Words,
                SafeUnknown = view.Safe.Unknown,
                Growing = view.Growing.Words,
                GrowingUnknown = view.Growing.Unknown,
                Basis = view.Basis,
                Because = view.Because,
            },
            Difference difference => new Sheet { Words = difference.Words, Left = SheetOf(difference.Left), Right = SheetOf(difference.Right) },
            _ => SheetOfTalk(contribution) ?? SheetOfPlan(contribution) ?? SheetOfDecision(contribution) ?? SheetOfCollaboration(contribution)
                ?? SheetOfReflection(contribution) ?? SheetOfOverview(contribution) ?? SheetOfNotKnowing(contribution)
                ?? SheetOfFrame(contribution) ?? SheetOfConsult(contribution) ?? SheetOfReport(contribution)
                ?? throw new InvalidOperationException($"Nothing is known about keeping a {contribution.GetType().Name}."),
        };
        return sheet with
        {
            Turn = TurnOf(contribution),
            ByGuest = contribution.ByGuest,
            TakenBackAt = contribution.TakenBackAt is { } at ? Ms(at) : null,
            TakenAwayBy = contribution.TakenAwayBy?.Value,
            WidenedAt = contribution.Head.WidenedAt is { } widened ? Ms(widened) : null,
            Pictured = SheetOf(contribution.Pictured),
            Additions = contribution.Additions.Count == 0 ? null : [.. contribution.Additions.Select(SheetOf)],
        };
    }

    private static PassageSheet SheetOf(Passage passage) => new(passage.View.Value, passage.By.Value, Ms(passage.At), passage.Words);

    private static Passage From(PassageSheet sheet) =>
        new(new ContributionId(sheet.View), new SeatNumber(sheet.By), Moment(sheet.At), sheet.Words);

    private static AdditionSheet SheetOf(Addition addition)
    {
        var sheet = addition switch
        {
            Answer a => new AdditionSheet { What = 1, Words = a.Words, Number = a.Version, Yes = a.ByGuest },
            Standing s => new AdditionSheet { What = 2, Words = s.Words, Yes = s.Gone },
            Repeat r => new AdditionSheet { What = 3, Words = r.Words },
            Promise => new AdditionSheet { What = 4 },
            WishAnswer w => new AdditionSheet { What = 5, Words = w.Words, Yes = w.ToldInPerson, AlsoYes = w.DontKnow, More = w.Possible },
            Heard h => new AdditionSheet { What = 6, Yes = h.Yes },
            Reading r => new AdditionSheet { What = 7, Number = (int)r.Kind, Words = r.Reason },
            KindChange k => new AdditionSheet { What = 8, Number = (int)k.From, Other = (int)k.To, Words = k.Reason },
            Correction c => new AdditionSheet { What = 9, More = c.Was, Words = c.Reason },
            FindingOut f => new AdditionSheet { What = 10, Number = f.Who.Value, Day = f.Before },
            Found f => new AdditionSheet { What = 11, Id = f.Statement.Value },
            SourceAgreement s => new AdditionSheet { What = 12, Yes = s.Agrees },
            Meaning m => new AdditionSheet { What = 13, Words = m.Words },
            StaysDifferent s => new AdditionSheet { What = 14, Words = s.Words },
            _ => SheetOfTalkAddition(addition) ?? SheetOfPlanAddition(addition) ?? SheetOfDecisionAddition(addition)
                ?? SheetOfReflectionAddition(addition) ?? SheetOfOverviewAddition(addition) ?? SheetOfNotKnowingAddition(addition)
                ?? SheetOfFrameAddition(addition) ?? SheetOfReportAddition(addition)
                ?? throw new InvalidOperationException($"Nothing is known about keeping a {addition.GetType().Name}."),
        };
        return sheet with { By = addition.By.Value, At = Ms(addition.At) };
    }

    private static Addition From(AdditionSheet a)
    {
        var by = new SeatNumber(a.By);
        var at = Moment(a.At);
        var words = a.Words ?? "";
        return a.What switch
        {
            1 => new Answer(by, at, words, a.Number) { ByGuest = a.Yes },
            2 => new Standing(by, at, a.Words, a.Yes),
            3 => new Repeat(by, at, a.Words),
            4 => new Promise(by, at),
            5 => new WishAnswer(by, at, a.Words, a.Yes, a.AlsoYes, a.More),
            6 => new Heard(by, at, a.Yes),
            7 => new Reading(by, at, (StatementKind)a.Number, words),
            8 => new KindChange(by, at, (StatementKind)a.Number, (StatementKind)a.Other, words),
            9 => new Correction(by, at, a.More ?? "", words),
            10 => new FindingOut(by, at, new SeatNumber(a.Number), a.Day!.Value),
            11 => new Found(by, at, new ContributionId(a.Id!.Value)),
            12 => new SourceAgreement(by, at, a.Yes),
            13 => new Meaning(by, at, words),
            14 => new StaysDifferent(by, at, a.Words),
            _ => FromTalkAddition(a) ?? FromPlanAddition(a) ?? FromDecisionAddition(a) ?? FromReflectionAddition(a)
                ?? FromOverviewAddition(a) ?? FromNotKnowingAddition(a) ?? FromFrameAddition(a) ?? FromReportAddition(a)
                ?? throw new InvalidOperationException($"An addition of an unknown kind: {a.What}."),
        };
    }
}
