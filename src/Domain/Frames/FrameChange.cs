using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Talks;

namespace Keukentafel.Domain.Frames;

/// <summary>Who announced a change says that it does not go on, or that the judge said no.</summary>
/// <param name="By">The professional.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">Why; null when nothing was said.</param>
public sealed record NotGoingOn(SeatNumber By, DateTimeOffset At, string? Words) : Addition(By, At);

/// <summary>What a judge decided, told by the professional who announced it.</summary>
/// <param name="By">The professional.</param>
/// <param name="At">When it was told, UTC.</param>
/// <param name="Measure">The measure.</param>
/// <param name="WhyLate">Why the family did not read it here before it began; null when it did.</param>
public sealed record MeasureTold(SeatNumber By, DateTimeOffset At, Measure Measure, string? WhyLate) : Addition(By, At);

/// <summary>The answers that a change of frame asks for (R117). None can be left out, but for rights where people found each other.</summary>
/// <param name="Needed">What is needed, and why.</param>
/// <param name="Together">Whether we can find each other.</param>
/// <param name="Rights">If not: which rights young people and parents have.</param>
/// <param name="WhyNoTalk">Why there was no talk about it at this table, or where there was one.</param>
/// <param name="WhyLate">Why the family hears it only on the day itself, or later.</param>
public sealed record FrameAnswers(string? Needed, bool? Together, string? Rights, string? WhyNoTalk, string? WhyLate);

/// <summary>
/// A change of frame (P11, R117): announced by the professional whose frame it is, not just recorded (INV-75). Child and parents read it before it
/// holds, and each answers as large as what was said (R4). To a measure it leads only when a judge decided (INV-78).
/// </summary>
public sealed class FrameChange : Contribution
{
    internal FrameChange(
        Head head, FrameKind to, DateOnly day, string needed, bool together, string? rights, ContributionId? talk, string? whyNoTalk, string? whyLate,
        IEnumerable<Addition> additions)
        : base(head, additions)
    {
        To = to;
        Day = day;
        Needed = needed;
        Together = together;
        Rights = rights;
        Talk = talk;
        WhyNoTalk = whyNoTalk;
        WhyLate = whyLate;
    }

    /// <summary>What it becomes.</summary>
    public FrameKind To { get; }

    /// <summary>From which day; of a measure the day on which it may begin, until a judge decided.</summary>
    public DateOnly Day { get; }

    /// <summary>What is needed, and why.</summary>
    public string Needed { get; private set; }

    /// <summary>Whether we can find each other, as the professional sees it; the family's answers stand beside it.</summary>
    public bool Together { get; }

    /// <summary>Which rights young people and parents have; null where people found each other and nothing was said.</summary>
    public string? Rights { get; private set; }

    /// <summary>The talk at this table in which it was talked about; null for none.</summary>
    public ContributionId? Talk { get; }

    /// <summary>Why not at this table, or where else; null where there was a talk and nothing was said.</summary>
    public string? WhyNoTalk { get; private set; }

    /// <summary>Why the family did not read it before it began; null when it did.</summary>
    public string? WhyLate { get; private set; }

    /// <summary>What the judge decided; null while nothing was.</summary>
    public MeasureTold? Told => Additions.OfType<MeasureTold>().LastOrDefault();

    /// <summary>That it does not go on; null when it does.</summary>
    public NotGoingOn? Stopped => Additions.OfType<NotGoingOn>().LastOrDefault();

    /// <inheritdoc />
    public override Rule? HeldBy => FrameRules.SaysNotGoingOn;

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
    [
        .. new[] { Needed, Rights, WhyNoTalk, WhyLate, Told?.WhyLate, Stopped?.Words }.OfType<string>(), .. Told?.Measure.Said ?? [],
    ];

    /// <summary>Announces a change of the own frame. Child and parents read it, and nobody else but who announces it.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="to">What it becomes.</param>
    /// <param name="day">From which day; of a measure the day on which it may begin.</param>
    /// <param name="answers">The answers that are asked for.</param>
    /// <param name="talk">The talk in which it was talked about; null for none.</param>
    /// <param name="act">Proof of a professional.</param>
    /// <exception cref="RuleBrokenException">Somebody else's frame, an answer is missing, one waits already, or nothing changes.</exception>
    public static FrameChange Announce(Circle circle, FrameKind? to, DateOnly? day, FrameAnswers answers, Talk? talk, Act act)
    {
        var hosts = SeatSet.Of(circle.Seats.Where(seat => seat.Side == SeatSide.Host).Select(seat => seat.Number));
        var head = NewHead(circle, hosts, Audience.These(hosts), act);
        Require(act.By.IsGuest && act.Voice.Number == act.By.Number, FrameRules.OwnOfGuest);
        Require(circle.FrameOf(act.By, act.Today).Coming is null, FrameRules.OneAtATime);
        Require(to is { } known && Enum.IsDefined(known), FrameRules.SaysWhich);
        Require(day is not null, FrameRules.SaysDay);
        Require(to == FrameKind.Measure || circle.FrameOf(act.By, day!.Value).Kind == FrameKind.Measure, FrameRules.ChangesSomething);
        Require(Words.Tidy(answers.Needed) is not null, FrameRules.SaysNeeded);
        Require(answers.Together is not null, FrameRules.SaysTogether);
        Require(answers.Together is true || Words.Tidy(answers.Rights) is not null, FrameRules.SaysRights);
        Require(talk is not null || Words.Tidy(answers.WhyNoTalk) is not null, FrameRules.SaysTalk);
        Require(talk is null || MayPointAt(talk, circle, act.By), FrameRules.TalkOfFamily);
        var late = day <= act.Today;
        Require(!late || Words.Tidy(answers.WhyLate) is not null, FrameRules.SaysWhyLate);
        var change = new FrameChange(
            head, to!.Value, day!.Value, Words.Needed(answers.Needed, Words.Brief), answers.Together!.Value, Words.Optional(answers.Rights, Words.Brief),
            talk?.Id, Words.Optional(answers.WhyNoTalk, Words.Brief), late ? Words.Needed(answers.WhyLate, Words.Brief) : null, []);
        change.RecordLaid(act);
        circle.Announce(new FrameStep(change.Id, act.By.Number, change.To, act.At, change.To == FrameKind.Voluntary ? change.Day : null, null) { ToldTo = hosts }, act);
        return change;
    }

    /// <summary>Whether a professional can point at a talk: one that they, and child and parents, may read.</summary>
    /// <param name="talk">The talk.</param>
    /// <param name="circle">The table.</param>
    /// <param name="guest">The professional.</param>
    public static bool MayPointAt(Talk talk, Circle circle, Seat guest) =>
        talk.Circle == circle.Id && talk.MayBeReadByAll(circle.Seats.Where(seat => seat.Side == SeatSide.Host).Append(guest));

    /// <summary>Whether this person can tell here what the judge decided.</summary>
    /// <param name="seat">The person.</param>
    public bool MayBeDecidedBy(Seat seat) => seat.Number == By && To == FrameKind.Measure && Told is null && Stopped is null;

    /// <summary>Tells what the judge decided: only with that does a measure begin (INV-78).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="judge">Which judge or court.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="decided">On which day.</param>
    /// <param name="starts">From which day it holds.</param>
    /// <param name="ends">Its last day.</param>
    /// <param name="stopsWhen">When it stops.</param>
    /// <param name="cannot">What it cannot do here.</param>
    /// <param name="whyLate">Why the family did not read it here before it began.</param>
    /// <param name="act">Proof of who announced it.</param>
    /// <exception cref="RuleBrokenException">Somebody else's, decided or stopped before, or something is missing.</exception>
    public void Decide(
        Circle circle, string? judge, string? decision, DateOnly? decided, DateOnly? starts, DateOnly? ends, string? stopsWhen, string? cannot,
        string? whyLate, Act act)
    {
        MustBeOwn(act);
        Require(To == FrameKind.Measure, FrameRules.OwnOfGuest);
        Require(Stopped is null, CommonRules.StillOnTheTable);
        Require(Told is null, CommonRules.OnlyOnce);
        var measure = Measure.Of(judge, decision, decided, starts, ends, stopsWhen, cannot, act.Today);
        var late = measure.Starts <= act.Today;
        Require(!late || Words.Tidy(whyLate) is not null, FrameRules.SaysWhyLate);
        Add(new MeasureTold(By, act.At, measure, late ? Words.Needed(whyLate, Words.Brief) : null), act, Deed.MeasureTold);
        circle.Decide(Id, measure, act);
    }

    /// <summary>Says that it does not go on, as long as it does not hold: what has begun ends only by a change that is announced.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">Why; may be empty.</param>
    /// <param name="act">Proof of who announced it.</param>
    /// <exception cref="RuleBrokenException">Somebody else's, stopped before, or it has begun.</exception>
    public void Stop(Circle circle, string? words, Act act)
    {
        MustBeOwn(act);
        Require(Stopped is null, CommonRules.OnlyOnce);
        var why = Words.Optional(words, Words.Brief);
        circle.DoNotGoOn(Id, act);
        Add(new NotGoingOn(By, act.At, why), act, Deed.FrameStopped);
    }

    /// <summary>Child and parents read it, and nobody else: it is theirs to tell.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who was chosen.</param>
    /// <param name="act">Proof of who announced it.</param>
    /// <exception cref="RuleBrokenException"><see cref="FrameRules.ReadersStay"/>.</exception>
    public override void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        MustBeOwn(act);
        throw new RuleBrokenException(FrameRules.ReadersStay);
    }

    private protected override void Forget()
    {
        Needed = "";
        Rights = null;
        WhyNoTalk = null;
        WhyLate = null;
    }
}
