using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Views;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Incidents;

/// <summary>What people look at together. The numbers are stored.</summary>
public enum IncidentKind
{
    /// <summary>Something went wrong.</summary>
    WentWrong = 1,

    /// <summary>We do not get any further (stagnatie, L1303–1307).</summary>
    Standstill = 2,
}

/// <summary>What everybody is asked (P23). None of it asks whose doing it was (INV-88, N39). The numbers are stored.</summary>
public enum IncidentAsk
{
    /// <summary>What happened for me.</summary>
    Happened = 1,

    /// <summary>What I knew then.</summary>
    Knew = 2,

    /// <summary>What I did not know then.</summary>
    KnewNot = 3,

    /// <summary>What helped.</summary>
    Helped = 4,

    /// <summary>What I wish had been otherwise.</summary>
    Otherwise = 5,

    /// <summary>What we learn from it.</summary>
    Learn = 6,

    /// <summary>What we do differently.</summary>
    Differently = 7,
}

/// <summary>Whether others may learn from it outside this table (R88). The numbers are stored.</summary>
public enum MayLearn
{
    /// <summary>Yes.</summary>
    Yes = 1,

    /// <summary>No. It needs no reason (D8).</summary>
    No = 2,

    /// <summary>Not yet.</summary>
    NotYet = 3,
}

/// <summary>What one person told, on one question.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Ask">On which question.</param>
/// <param name="Words">In own words; null for another reply.</param>
/// <param name="Reply">Words, "I don't know" or "not now".</param>
public sealed record IncidentTold(SeatNumber By, DateTimeOffset At, IncidentAsk Ask, string? Words, Reply Reply) : Addition(By, At);

/// <summary>Something of this table that was laid with it: what was known then, or what came of it. Only who may read that, sees it here.</summary>
/// <param name="By">Who laid it with it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Thing">What.</param>
/// <param name="CameOfIt">Whether it came of it; else it was known then.</param>
public sealed record IncidentThing(SeatNumber By, DateTimeOffset At, ContributionId Thing, bool CameOfIt) : Addition(By, At)
{
    internal override bool OnlyPoints => true;
}

/// <summary>A host says whether others may learn from it outside this table, for oneself; the last one stands (R88).</summary>
/// <param name="By">Which host.</param>
/// <param name="At">When, UTC.</param>
/// <param name="May">What they say.</param>
/// <param name="Words">Why, or "only if …"; null when not said.</param>
public sealed record LearningConsent(SeatNumber By, DateTimeOffset At, MayLearn May, string? Words) : Addition(By, At);

/// <summary>Rules of incidents.</summary>
public static class IncidentRules
{
    /// <summary>It is said which of the two it is.</summary>
    public static readonly Rule SaysWhich = new("incident.says-which");

    /// <summary>It was today, or before.</summary>
    public static readonly Rule WentBy = new("incident.went-by");

    /// <summary>Something is chosen, and it can be laid there.</summary>
    public static readonly Rule SaysThing = new("incident.says-thing");

    /// <summary>What is laid there as known then lay on the table by that day.</summary>
    public static readonly Rule OfThen = new("incident.of-then");

    /// <summary>Children and parents of the table say whether others may learn from it, each for oneself (R88).</summary>
    public static readonly Rule HostsSay = new("incident.hosts-say");

    /// <summary>One of the three is chosen.</summary>
    public static readonly Rule SaysWhether = new("incident.says-whether");
}

/// <summary>
/// Something that went wrong, or a standstill, looked at together (P23, R89). Everybody tells how it was for them, children and parents first;
/// what was known then lies beside it as it stood then (T23). There is no field for whose doing it was, and no outcome but what people learn
/// (INV-88, N39). What to begin with must be given: which of the two, and a sentence (R150: 2).
/// </summary>
public sealed class Incident : FamilyFirst
{
    /// <summary>The questions about how it was for somebody; the others are about what comes next.</summary>
    public static readonly IReadOnlyList<IncidentAsk> Account =
        [IncidentAsk.Happened, IncidentAsk.Knew, IncidentAsk.KnewNot, IncidentAsk.Helped, IncidentAsk.Otherwise];

    internal Incident(Head head, IncidentKind kind, string words, DateOnly? day, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Kind = kind;
        Words = words;
        Day = day;
    }

    /// <summary>Which of the two.</summary>
    public IncidentKind Kind { get; }

    /// <summary>What it is about, in the words of who began; empty after it was taken back.</summary>
    public string Words { get; private set; }

    /// <summary>On which day it was; null when not said.</summary>
    public DateOnly? Day { get; }

    /// <summary>Up to which day something counts as known then.</summary>
    public DateOnly Until => Day ?? Netherlands.DayOf(At);

    /// <summary>What was laid here as known then, in order of time.</summary>
    public IEnumerable<IncidentThing> KnownThen => Additions.OfType<IncidentThing>().Where(thing => !thing.CameOfIt);

    /// <summary>What came of it.</summary>
    public IEnumerable<IncidentThing> CameOfIt => Additions.OfType<IncidentThing>().Where(thing => thing.CameOfIt);

    /// <summary>What each host says now of learning from it elsewhere: the last of each.</summary>
    public IEnumerable<LearningConsent> Consents => Additions.OfType<LearningConsent>().GroupBy(consent => consent.By).Select(own => own.Last());

    /// <inheritdoc />
    public override IEnumerable<string> Said => new[] { Words.Length == 0 ? null : Words }.Concat(Additions.Select(addition => addition switch
    {
        IncidentTold told => told.Words,
        LearningConsent consent => consent.Words,
        VoiceMissing missing => missing.Words,
        _ => null,
    })).OfType<string>();

    /// <summary>Begins to look at it together.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="kind">Which of the two.</param>
    /// <param name="words">What it is about; must be given.</param>
    /// <param name="day">On which day it was; may be left out.</param>
    /// <param name="about">Which children it is about; nobody means every child of the table.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No words, not one of the two, or a day that is still to come.</exception>
    public static Incident Begin(Circle circle, IncidentKind kind, string? words, DateOnly? day, SeatSet about, Audience audience, Act act)
    {
        Require(Enum.IsDefined(kind), IncidentRules.SaysWhich);
        Require(day is null || day <= act.Today, IncidentRules.WentBy);
        var begun = new Incident(
            NewHead(circle, circle.Concerned(about), audience, act), kind, Access.Words.Needed(words, Access.Words.Brief), day, []);
        begun.RecordLaid(act);
        return begun;
    }

    /// <summary>Whether something can be laid there as known then: views, decisions, worries, and sentences with their kind.</summary>
    /// <param name="type">What kind of contribution.</param>
    public static bool CanBeKnownThen(Type type) =>
        type == typeof(Decision) || type == typeof(View) || type == typeof(Statement) || type == typeof(SheetSentence) || type == typeof(Worry);

    /// <summary>Whether something can come of it: an agreement, or a page of what is not known.</summary>
    /// <param name="type">What kind of contribution.</param>
    public static bool CanComeOfIt(Type type) => type == typeof(Agreement) || type == typeof(NotKnown);

    /// <summary>Whether something lay on the table by then.</summary>
    /// <param name="at">When it was laid down, UTC.</param>
    public bool IsOfThen(DateTimeOffset at) => Netherlands.DayOf(at) <= Until;

    /// <summary>What people told, the family first, then own people, then guests; each in order of time.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="asks">On which questions.</param>
    public IEnumerable<IncidentTold> Told(Circle circle, IReadOnlyList<IncidentAsk> asks) => Additions.OfType<IncidentTold>()
        .Where(told => asks.Contains(told.Ask))
        .OrderBy(told => circle.SeatAt(told.By) is { IsChildOfTheTable: true } ? 0 : (int)circle.SeatAt(told.By).Side);

    /// <summary>
    /// Tells how it was, what one learns from it or what one does differently, in own words; one answer is enough. Others wait until children
    /// and parents were asked. Words are never refused for what they say of somebody: who they are about reads them too.
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="said">What was said on each question.</param>
    /// <param name="reply">"I don't know" or "not now", when there are no words (INV-53).</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Nothing was said, or <see cref="FamilyFirstRules.FamilyFirst"/>.</exception>
    public void Tell(Circle circle, IReadOnlyDictionary<IncidentAsk, string?> said, Reply reply, Act act)
    {
        MustBeReader(act);
        FamilyGoesFirst(circle, act);
        var told = Enum.GetValues<IncidentAsk>()
            .Select(ask => (Ask: ask, Words: Access.Words.Optional(said.GetValueOrDefault(ask), Access.Words.Brief)))
            .Where(answer => answer.Words is not null)
            .ToList();
        Require(told.Count > 0 || (reply != Reply.Words && Enum.IsDefined(reply)), CommonRules.InWords);
        foreach (var (ask, words) in told)
        {
            Add(new IncidentTold(act.Voice.Number, act.At, ask, words, Reply.Words), act, Deed.IncidentTold);
        }

        if (told.Count == 0)
        {
            Add(new IncidentTold(act.Voice.Number, act.At, IncidentAsk.Happened, null, reply), act, Deed.IncidentTold);
        }
    }

    /// <summary>Lays things of this table with it: by their ids alone, so that each is seen only by who may read it.</summary>
    /// <param name="things">What; the speaker may read each.</param>
    /// <param name="cameOfIt">Whether they came of it; else they were known then.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="IncidentRules.SaysThing"/>, <see cref="IncidentRules.OfThen"/>.</exception>
    public void LayWithIt(IReadOnlyList<Contribution> things, bool cameOfIt, Act act)
    {
        MustBeReader(act);
        Require(things.All(thing => thing.Circle == Circle && thing.MayBeReadBy(act.By)), CommonRules.ProofFits);
        Require(
            things.Count > 0 && things.All(thing => !thing.IsTakenBack && (cameOfIt ? CanComeOfIt(thing.GetType()) : CanBeKnownThen(thing.GetType()))),
            IncidentRules.SaysThing);
        Require(cameOfIt || things.All(thing => IsOfThen(thing.At)), IncidentRules.OfThen);
        foreach (var thing in things.Where(thing => !Additions.OfType<IncidentThing>().Any(laid => laid.Thing == thing.Id)))
        {
            Add(new IncidentThing(act.Voice.Number, act.At, thing.Id, cameOfIt), act, Deed.IncidentThingLaid);
        }
    }

    /// <summary>
    /// Something that was laid here, as it stood at the end of that day, or when it was laid here if that was sooner: what people learned later
    /// does not rewrite what they knew (T23).
    /// </summary>
    /// <param name="laid">Where it was laid.</param>
    /// <param name="thing">The thing as it is now.</param>
    public Contribution AsItStood(IncidentThing laid, Contribution thing)
    {
        var end = new DateTimeOffset(Until.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1);
        return Past.At(thing, laid.At < end ? laid.At : end);
    }

    /// <summary>On which day something that was laid here stood as it is shown: that day, or when it was laid here if that was sooner.</summary>
    /// <param name="laid">Where it was laid.</param>
    public DateOnly StoodOn(IncidentThing laid) => Netherlands.DayOf(laid.At) is var day && day < Until ? day : Until;

    /// <summary>A host says, for oneself, whether others may learn from it outside this table (R88). Nothing is sent anywhere.</summary>
    /// <param name="may">Yes, no or not yet.</param>
    /// <param name="words">Why, or "only if …"; may be empty.</param>
    /// <param name="act">Proof of a host, who speaks for oneself.</param>
    /// <exception cref="RuleBrokenException"><see cref="IncidentRules.HostsSay"/>, <see cref="IncidentRules.SaysWhether"/>.</exception>
    public void SayMayLearn(MayLearn may, string? words, Act act)
    {
        MustBeReader(act);
        Require(act.By.Side == SeatSide.Host && act.Voice.Number == act.By.Number, IncidentRules.HostsSay);
        Require(Enum.IsDefined(may), IncidentRules.SaysWhether);
        Add(new LearningConsent(act.By.Number, act.At, may, Access.Words.Optional(words, Access.Words.Brief)), act, Deed.LearningConsentSaid);
    }

    private protected override bool HasSpoken(SeatNumber seat) => By == seat || Additions.OfType<IncidentTold>().Any(told => told.By == seat);

    private protected override void Forget() => Words = "";
}
