using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Views;
using Keukentafel.Domain.Wishes;

namespace Keukentafel.Domain.NotKnowing;

/// <summary>What can be said about what is not known (R85, P22); no order, no stages, and any may stay empty. The numbers are stored.</summary>
public enum NotKnownPart
{
    /// <summary>What we do not know.</summary>
    DontKnow = 1,

    /// <summary>What can be found out, and by whom.</summary>
    CanFind = 2,

    /// <summary>What cannot be found out.</summary>
    CannotFind = 3,

    /// <summary>An idea; the children's and the parents' come first (R87).</summary>
    Idea = 4,

    /// <summary>The best small step for now, that can be undone.</summary>
    SmallStep = 5,

    /// <summary>What we certainly do not do: heavier help because nobody knows (N26).</summary>
    RatherNot = 6,

    /// <summary>Who stays near meanwhile.</summary>
    Near = 7,
}

/// <summary>What one person said about something that is not known.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Part">About what of it.</param>
/// <param name="Words">In own words; null when only somebody is named, or the reply is not in words.</param>
/// <param name="Reply">Words, "I don't know either" or "not now"; the last two only for an idea.</param>
/// <param name="Who">Who finds out, or stays near; null when not said.</param>
public sealed record NotKnownSaid(SeatNumber By, DateTimeOffset At, NotKnownPart Part, string? Words, Reply Reply, SeatNumber? Who) : Addition(By, At);

/// <summary>"This we know now", or "I don't know it yet after all" (R85).</summary>
/// <param name="By">Who says so.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Words">What is known now; may be null only for who does not know it yet.</param>
/// <param name="Still">Whether it is "not yet after all".</param>
public sealed record NowKnown(SeatNumber By, DateTimeOffset At, string? Words, bool Still) : Addition(By, At)
{
    internal override Addition? OfTheThing => this with { Words = null };
}

/// <summary>People look again on this day. Nothing follows from it (R86).</summary>
/// <param name="By">Who said so.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Day">On which day.</param>
public sealed record LookAgain(SeatNumber By, DateTimeOffset At, DateOnly Day) : Addition(By, At)
{
    internal override Addition? OfTheThing => this;
}

/// <summary>"We leave it as it is for now": a full outcome (INV-53). Not knowing may be borne (L1307–1308).</summary>
/// <param name="By">Who said so.</param>
/// <param name="At">When, UTC.</param>
public sealed record LetBe(SeatNumber By, DateTimeOffset At) : Addition(By, At)
{
    internal override Addition? OfTheThing => this;
}

/// <summary>
/// A page for one thing that people do not know (niet-weten, C24; R84–R87). Anybody begins one, nothing in it has to be filled in (R150: 0),
/// and nothing in it ever moves by itself to something heavier (R86, INV-54).
/// </summary>
public sealed class NotKnown : FamilyFirst
{
    internal NotKnown(Head head, string? words, ContributionId? from, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Words = words;
        From = from;
    }

    /// <summary>What is not known, in the words of who began; null when not said, or after it was taken back.</summary>
    public string? Words { get; private set; }

    /// <summary>Where it began: what somebody said not to know; null when it began by itself. Shown only to who may read that.</summary>
    public ContributionId? From { get; }

    /// <summary>Whether the last who spoke of it says that it is known. It is then folded up, and stays.</summary>
    public bool IsKnown => IsKnownBesides(SeatSet.None);

    /// <summary>
    /// Whether it is folded up for a reader: whether the last who spoke of it says that it is known, of those who do not live apart from the reader as a parent.
    /// One parent does not close for the other what that one still wonders about (T20).
    /// </summary>
    /// <param name="apart">Who lives apart from the reader, as <see cref="Circle.ApartFrom"/> says.</param>
    public bool IsKnownBesides(SeatSet apart) => Additions.OfType<NowKnown>().LastOrDefault(known => !apart.Has(known.By)) is { Still: false };

    /// <summary>On which day people look again; null when not said.</summary>
    public DateOnly? LookAgainOn => Additions.OfType<LookAgain>().LastOrDefault()?.Day;

    /// <inheritdoc />
    public override IEnumerable<string> Said => new[] { Words }.Concat(Additions.Select(addition => addition switch
    {
        NotKnownSaid said => said.Words,
        NowKnown known => known.Words,
        VoiceMissing missing => missing.Words,
        _ => null,
    })).OfType<string>();

    /// <summary>Begins a page for something that is not known. Nothing has to be given.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">What is not known; may be empty.</param>
    /// <param name="from">Where somebody said not to know; null for nowhere in particular. The speaker may read it.</param>
    /// <param name="about">Which children it is about; nobody means every child of the table.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Words too long, somebody named does not sit here, or where it began is not for this speaker.</exception>
    public static NotKnown Begin(Circle circle, string? words, Contribution? from, SeatSet about, Audience audience, Act act)
    {
        Require(from is null || (from.Circle == act.Circle && from.MayBeReadBy(act.By)), CommonRules.ProofFits);
        var begun = new NotKnown(
            NewHead(circle, circle.Concerned(about), audience, act), Access.Words.Optional(words, Access.Words.Brief), from?.Id, []);
        begun.RecordLaid(act);
        return begun;
    }

    /// <summary>Whether somebody says in this not to know something, so that a page can be begun from there (R84).</summary>
    /// <param name="said">What was laid down.</param>
    public static bool IsSaidIn(Contribution said) => !said.IsTakenBack && said switch
    {
        View view => view.Safe.Unknown || view.Growing.Unknown,
        Wish wish => wish.Additions.OfType<WishAnswer>().Any(answer => answer.DontKnow),
        SheetSentence { Part: SheetPart.Unknown } => true,
        DecisionOption option => option.Parts is { NotKnown: not null } or { Legal: LegalStatus.NotKnown },
        Decision decision => decision.IsUnknown || decision.PositionsThen.Any(position => position.Stance == Stance.Unsure)
            || decision.Additions.Any(addition => addition is SideEffectAnswer { Unknown: true } or LookBackAnswer { Unknown: true } or AidNote { NotKnown: not null }),
        Proposal proposal => proposal.Positions.Any(position => position.Stance == Stance.Unsure),
        _ => false,
    };

    /// <summary>Whether a part is asked of the family first: what could be done (R87).</summary>
    /// <param name="part">Which.</param>
    public static bool AsksFamilyFirst(NotKnownPart part) => part is NotKnownPart.Idea or NotKnownPart.SmallStep;

    /// <summary>Whether a part can name somebody of the table: who finds out, who stays near.</summary>
    /// <param name="part">Which.</param>
    public static bool NamesWho(NotKnownPart part) => part is NotKnownPart.CanFind or NotKnownPart.Near;

    /// <summary>What people said about one part of it, the family first, each in order of time.</summary>
    /// <param name="part">Which part.</param>
    /// <param name="circle">The table.</param>
    public IEnumerable<NotKnownSaid> SaidOf(NotKnownPart part, Circle circle) =>
        Additions.OfType<NotKnownSaid>().Where(said => said.Part == part).OrderBy(said => AsksFamilyFirst(part) ? Order(circle.SeatAt(said.By)) : 0);

    /// <summary>
    /// Whether it is time to look again: the day came and nobody looked since. It is a gentle question and nothing follows from it (R86).
    /// </summary>
    /// <param name="today">Today.</param>
    /// <param name="apart">Who lives apart from the reader, as <see cref="Circle.ApartFrom"/> says.</param>
    public bool AsksToLook(DateOnly today, SeatSet apart = default) =>
        !IsKnownBesides(apart) && LookAgainOn is { } day && today >= day
        && !Additions.Any(addition => Netherlands.DayOf(addition.At) >= day);

    /// <summary>Says something about it, in own words. Ideas of others wait until children and parents were asked (R87, INV-55).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="part">About what of it.</param>
    /// <param name="words">In own words; may be left out where somebody is named, or for another reply.</param>
    /// <param name="reply">"I don't know either" and "not now" are answers to what is asked for an idea (N27).</param>
    /// <param name="who">Who finds out, or stays near; null when not said.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Nothing was said, <see cref="FamilyFirstRules.FamilyFirst"/>, or who is named does not sit here.</exception>
    public void Say(Circle circle, NotKnownPart part, string? words, Reply reply, SeatNumber? who, Act act)
    {
        MustBeReader(act);
        Require(Enum.IsDefined(part) && Enum.IsDefined(reply), CommonRules.ProofFits);
        if (AsksFamilyFirst(part))
        {
            FamilyGoesFirst(circle, act);
        }

        var named = NamesWho(part) && who is { } number ? circle.SeatAt(number).Number : (SeatNumber?)null;
        var said = Access.Words.Optional(words, Access.Words.Brief);
        var without = said is null && part == NotKnownPart.Idea ? reply : Reply.Words;
        Require(said is not null || named is not null || without != Reply.Words, CommonRules.InWords);
        Add(new NotKnownSaid(act.Voice.Number, act.At, part, said, without, named), act, Deed.NotKnownSaid);
    }

    /// <summary>"This we know now": in words, by a person, with its date. It is folded up, and stays (R85).</summary>
    /// <param name="words">What is known now.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No words.</exception>
    public void Know(string? words, Act act)
    {
        MustBeReader(act);
        Add(new NowKnown(act.Voice.Number, act.At, Access.Words.Needed(words, Access.Words.Brief), false), act, Deed.BecameKnown);
    }

    /// <summary>"I don't know it yet after all": what one knows, another may not. It lies open again.</summary>
    /// <param name="words">In own words; may be empty.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Nobody said that it is known.</exception>
    public void StillNotKnow(string? words, Act act)
    {
        MustBeReader(act);
        Require(IsKnown, CommonRules.OnlyOnce);
        Add(new NowKnown(act.Voice.Number, act.At, Access.Words.Optional(words, Access.Words.Brief), true), act, Deed.BecameKnown);
    }

    /// <summary>Chooses when people look again; a day that went by is never held against anybody.</summary>
    /// <param name="day">The day, still to come.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="DecisionRules.DayToCome"/>, <see cref="DecisionRules.NotLater"/> or <see cref="DecisionRules.NotFarLater"/>.</exception>
    public void LookAgainAt(DateOnly? day, Act act)
    {
        MustBeReader(act);
        Require(day > act.Today && day <= act.Today.AddDays(Decision.MostDays), DecisionRules.DayToCome);
        Require(
            !Additions.OfType<LookAgain>().GroupBy(chosen => chosen.By)
                .Any(own => own.Key != act.Voice.Number && own.Last().Day > act.Today && day > own.Last().Day),
            DecisionRules.NotLater);
        Require(LookAgainOn is null || day <= LookAgainOn || day <= act.Today.AddDays(Decision.MostLater), DecisionRules.NotFarLater);
        Add(new LookAgain(act.Voice.Number, act.At, day!.Value), act, Deed.LookAgainChosen);
    }

    /// <summary>"We leave it as it is for now."</summary>
    /// <param name="act">Proof of who speaks.</param>
    public void Leave(Act act)
    {
        MustBeReader(act);
        Add(new LetBe(act.Voice.Number, act.At), act, Deed.LetBe);
    }

    private protected override bool HasSpoken(SeatNumber seat) =>
        Additions.OfType<NotKnownSaid>().Any(said => said.By == seat && said.Part == NotKnownPart.Idea);

    private protected override void Forget() => Words = null;

    private static int Order(Seat seat) => seat.IsChildOfTheTable ? 0 : seat.IsParent ? 1 : 2;
}
