using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Contributions;

/// <summary>What every contribution has, whatever it is.</summary>
/// <param name="Id">The id.</param>
/// <param name="Circle">At which table.</param>
/// <param name="By">Whose it is (INV-1, INV-9): one person.</param>
/// <param name="At">When it was laid down, UTC.</param>
/// <param name="About">Whom it is about.</param>
/// <param name="Audience">Who may read it.</param>
/// <param name="ByGuest">Whether a professional wrote it.</param>
/// <param name="TakenBackAt">When it was taken back, UTC; null while it lies on the table.</param>
/// <param name="Version">Goes up with each stored change; own to this item, so that nothing hidden shows by gaps.</param>
public sealed record Head(
    ContributionId Id, CircleId Circle, SeatNumber By, DateTimeOffset At, SeatSet About, Audience Audience, bool ByGuest,
    DateTimeOffset? TakenBackAt, int Version)
{
    /// <summary>In which talk, and at which question, it was said; null outside a talk.</summary>
    public TalkTurn? Turn { get; init; }

    /// <summary>Who wrote it down for the one whose words they are (R10); null when that one did it.</summary>
    public SeatNumber? WrittenBy { get; init; }

    /// <summary>When the one whose words they are read back what another wrote, UTC; null while not.</summary>
    public DateTimeOffset? ReadBackAt { get; init; }

    /// <summary>What was said in pictures besides the words (R11); null for nothing.</summary>
    public Pictured? Pictured { get; init; }

    /// <summary>When more people could read it than before, the last time, UTC; null for never.</summary>
    public DateTimeOffset? WidenedAt { get; init; }

    /// <summary>Who took it away that had written it down for somebody; null when that one took it back, or nobody did.</summary>
    public SeatNumber? TakenAwayBy { get; init; }
}

/// <summary>A moment in a talk: which question was on the table.</summary>
/// <param name="Talk">The talk.</param>
/// <param name="Ask">The kind of question.</param>
/// <param name="Point">Whose question it was; null for those that every talk has.</param>
public sealed record TalkTurn(ContributionId Talk, Talks.TalkAsk Ask, ContributionId? Point);

/// <summary>
/// A slip of paper that one person laid on the table (bijdrage). What people make of it later (an answer, how it stands now) hangs
/// under it as <see cref="Addition"/>.
/// </summary>
public abstract class Contribution : Aggregate
{
    /// <summary>How many things one person may hang under one slip in 24 hours. Enough for anybody; nobody floods a slip.</summary>
    public const int MostADay = 20;

    /// <summary>
    /// How long own words vanish completely when they are taken back: long enough to see a slip of the pen, and counted from when they were laid
    /// down, never from who read them (D7, T22).
    /// </summary>
    public static readonly TimeSpan JustLaid = TimeSpan.FromMinutes(10);

    private readonly List<Addition> _additions;
    private Head _head;

    private protected Contribution(Head head, IEnumerable<Addition> additions)
    {
        _head = head;
        _additions = [.. additions];
    }

    /// <summary>The id.</summary>
    public ContributionId Id => _head.Id;

    /// <summary>At which table.</summary>
    public CircleId Circle => _head.Circle;

    /// <summary>Whose it is.</summary>
    public SeatNumber By => _head.By;

    /// <summary>When it was laid down, UTC.</summary>
    public DateTimeOffset At => _head.At;

    /// <summary>Whom it is about.</summary>
    public SeatSet About => _head.About;

    /// <summary>Who may read it.</summary>
    public Audience Audience => _head.Audience;

    /// <summary>Whether a professional wrote it.</summary>
    public bool ByGuest => _head.ByGuest;

    /// <summary>When it was taken back, UTC; null while it lies on the table.</summary>
    public DateTimeOffset? TakenBackAt => _head.TakenBackAt;

    /// <summary>Whether it was taken back.</summary>
    public bool IsTakenBack => TakenBackAt is not null;

    /// <summary>In which talk, and at which question, it was said; null outside a talk.</summary>
    public TalkTurn? Turn => _head.Turn;

    /// <summary>Who wrote it down for the one whose words they are (R10); null when that one did it.</summary>
    public SeatNumber? WrittenBy => _head.WrittenBy;

    /// <summary>Whether another wrote it down and the one whose words they are did not read it back yet.</summary>
    public bool WaitsToBeReadBack => WrittenBy is not null && _head.ReadBackAt is null;

    /// <summary>When it was read back, UTC; null while not, or when nobody else wrote it.</summary>
    public DateTimeOffset? ReadBackAt => _head.ReadBackAt;

    /// <summary>Who took away what they had written down for somebody; null when the one whose words they were did it.</summary>
    public SeatNumber? TakenAwayBy => _head.TakenAwayBy;

    /// <summary>What was said in pictures besides the words (R11); null for nothing, or after it was taken back.</summary>
    public Pictured? Pictured => _head.Pictured;

    /// <summary>The version that was read.</summary>
    public int Version => _head.Version;

    /// <summary>What people added, in order of time.</summary>
    public IReadOnlyList<Addition> Additions => _additions;

    /// <summary>
    /// The person that must agree before anybody else reads it: the named source of a statement that has not answered yet
    /// (D9). Null when it waits for nobody.
    /// </summary>
    public virtual SeatNumber? WaitsFor => null;

    /// <summary>Whom it is about has been told it all: a professional's words about somebody keep their trace (D7).</summary>
    public bool KeepsItsTrace => ByGuest && !About.IsEmpty;

    /// <summary>Who may not be left out, whatever readers are chosen: whom a professional writes about (R3, D6).</summary>
    public virtual SeatSet AlwaysRead => ByGuest ? About : SeatSet.None;

    /// <summary>
    /// From whom it is kept, at the moment it was read, whatever readers were chosen: whoever is kept from it is as if it were not there (R127).
    /// </summary>
    public SeatSet KeptFrom { get; private protected set; }

    /// <summary>The rule by which it is not taken back any more, because it is no longer of one person alone; null while it can be.</summary>
    public virtual Rule? HeldBy => null;

    /// <summary>The answers, one standing answer a person.</summary>
    public IEnumerable<Answer> Answers => _additions.OfType<Answer>();

    /// <summary>Everything any person said in this, so that nothing said can be shown twice or forgotten.</summary>
    public abstract IEnumerable<string> Said { get; }

    internal Head Head => _head;

    /// <summary>
    /// Whether somebody may read this. The one place where it is decided; the same is asked of the database, and a test holds the two
    /// together.
    /// </summary>
    /// <param name="reader">Who wants to read.</param>
    public bool MayBeReadBy(Seat reader) => reader.IsAway
        ? (reader.IsExpert ? IsForExperts : IsForColleagues) && Audience.Named.Has(reader.Number)
        : reader.Number == By || (WaitsFor is { } source
            ? reader.Number == source
            : !KeptFrom.Has(reader.Number) && Audience.Includes(reader, By, Voices, At) && (!QuotesOthers || reader.Given.Includes(Voices, At)));

    /// <summary>
    /// Whether every reader may know that somebody is one too. Whom its author chose by name, and what somebody gives a professional to read, is their own
    /// to tell: by that nobody is named or left out before another (R102, T20).
    /// </summary>
    /// <param name="seat">Who would read.</param>
    public bool IsKnownToRead(Seat seat) => !seat.IsAway && WaitsFor is null && !KeptFrom.Has(seat.Number)
        && (seat.Number == By || AlwaysRead.Has(seat.Number) || new Audience(Audience.Group, SeatSet.None).Chooses(seat));

    /// <summary>Whether somebody may know that another reads it: who wrote it knows all its readers, anybody else only <see cref="IsKnownToRead(Seat)"/>.</summary>
    /// <param name="seat">Who would read.</param>
    /// <param name="to">Who would know it.</param>
    public bool IsKnownToRead(Seat seat, Seat to) => to.Number == By ? MayBeReadBy(seat) : IsKnownToRead(seat);

    /// <summary>
    /// Whether all of these may read this and its words: what a screen may show that they look at together, and whoever else comes in.
    /// </summary>
    /// <param name="readers">Who looks.</param>
    public bool MayBeReadByAll(IEnumerable<Seat> readers) => !IsTakenBack && KeptFrom.IsEmpty && readers.All(MayBeReadBy);

    /// <summary>Whether somebody may read the words after they were taken back: who wrote them, and whom a professional wrote about.</summary>
    /// <param name="reader">Who wants to read.</param>
    public bool WordsMayBeReadBy(Seat reader) =>
        MayBeReadBy(reader) && (!IsTakenBack || (KeepsItsTrace && (reader.Number == By || About.Has(reader.Number))));

    /// <summary>Gives an answer, or changes it: one standing answer for each person it is about (INV-18, R4).</summary>
    /// <param name="words">The answer.</param>
    /// <param name="seen">The version of the standing answer that was seen; 0 for a first answer.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">It is not about this person, it was taken back, or the answer changed meanwhile.</exception>
    public void Answer(string? words, int seen, Act act)
    {
        Needs(act, Circle, Permission.Speak);
        Require(MayBeReadBy(act.By), CommonRules.AboutYouOnly);
        Require(MayBeAnsweredBy(act.By), CommonRules.AboutYouOnly);
        Require(!IsTakenBack, CommonRules.StillOnTheTable);
        var standing = Answers.FirstOrDefault(answer => answer.By == act.By.Number);
        Require((standing?.Version ?? 0) == seen, CommonRules.NotChangedMeanwhile);
        var text = Words.Needed(words);
        if (standing is null)
        {
            Add(new Answer(act.By.Number, act.At, text, 1) { ByGuest = act.By.IsGuest }, act, Deed.Answered);
        }
        else
        {
            _additions[_additions.IndexOf(standing)] = standing with { At = act.At, Words = text, Version = standing.Version + 1 };
            Record(act, Deed.AnswerChanged, Id.Value);
        }
    }

    /// <summary>Whether an answer of this person belongs here: whom it is about, except who wrote it.</summary>
    /// <param name="seat">The person.</param>
    public virtual bool MayBeAnsweredBy(Seat seat) => About.Has(seat.Number) && seat.Number != By;

    /// <summary>
    /// Whether this reader may lay it aside, out of the own sight. An unanswered wish of a child is not buried like that (R14).
    /// </summary>
    /// <param name="reader">Who wants it out of sight.</param>
    /// <param name="circle">The table.</param>
    public virtual bool MayBeLaidAsideBy(Seat reader, Circle circle) => true;

    /// <summary>
    /// Whether somebody else laid this down, added to it, changed it or took it back since a moment. Another choice of readers is no news:
    /// who stays a reader must not see that somebody else no longer is.
    /// </summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="since">Since when, UTC.</param>
    public bool HasNewsFor(Seat reader, DateTimeOffset since) =>
        (By != reader.Number && (At > since || TakenBackAt > since))
        || _additions.Exists(addition => addition.By != reader.Number && addition.At > since && !addition.OnlyPoints)
        || HasOtherNewsFor(reader, since);

    /// <summary>Whether it lies there for whoever wrote it alone: nobody else may read it.</summary>
    public bool IsForAuthorAlone => Audience == Audience.OnlyMe && AlwaysRead.IsEmpty && WaitsFor is null;

    /// <summary>
    /// Whether it would vanish completely when it is taken back: own words that were laid down just now, or that nobody else may read, and with
    /// which nobody else did anything. Who read them has no part in it, so that nobody learns from it that somebody looked (D7, T22). What was
    /// said in a talk, or written down by another, was heard by others anyway.
    /// </summary>
    /// <param name="act">Proof of who would take it back, and when.</param>
    /// <param name="under">What hangs under it and its author may read.</param>
    public bool WouldVanish(Act act, params IReadOnlyList<Contribution> under) =>
        !KeepsItsTrace && Turn is null && WrittenBy is null
        && (IsForAuthorAlone || act.At - At <= JustLaid)
        && !_additions.Exists(addition => addition.By != By && !addition.OnlyPoints)
        && under.All(one => one.By == By);

    /// <summary>
    /// Takes it back. Own words that were just laid down vanish (<see cref="WouldVanish"/>); else the words go and "taken back" stays; what a
    /// professional wrote about somebody stays readable for that person (D7, R36).
    /// </summary>
    /// <param name="act">Proof of who speaks.</param>
    /// <param name="under">What hangs under it and its author may read.</param>
    /// <returns>Whether it vanishes completely.</returns>
    /// <exception cref="RuleBrokenException">It is somebody else's, or it was taken back already.</exception>
    public bool TakeBack(Act act, params IReadOnlyList<Contribution> under)
    {
        Needs(act, Circle, Permission.Speak);

        Require(act.By.Number == By || IsSlipOf(act.By, act.At), CommonRules.OwnOnly);
        Require(!IsTakenBack, CommonRules.StillOnTheTable);
        if (HeldBy is { } held)
        {
            throw new RuleBrokenException(held);
        }

        var vanishes = WouldVanish(act, under);
        _head = _head with { TakenBackAt = act.At, TakenAwayBy = act.By.Number == By ? null : act.By.Number };
        if (KeepsItsTrace)
        {
            Record(act, Deed.TakenBack, Id.Value);
            return false;
        }

        Forget();
        _head = _head with { Pictured = null };
        _additions.RemoveAll(addition => addition.By == By);
        Record(act, vanishes ? Deed.Vanished : Deed.TakenBack, Id.Value);
        return vanishes;
    }

    /// <summary>
    /// Whether it is a slip of the pen of who wrote it down for another: that one takes it away as long as it was not read back. A professional only
    /// does so within <see cref="JustLaid"/>: what the family told may be about that professional, who then has no say over it (D30).
    /// </summary>
    /// <param name="writer">Who wants to take it away.</param>
    /// <param name="at">When, UTC.</param>
    public bool IsSlipOf(Seat writer, DateTimeOffset at) =>
        WaitsToBeReadBack && writer.Number == WrittenBy && (!writer.IsGuest || writer.Number == By || at - At <= JustLaid);

    /// <summary>"Yes, that is what I said": the one whose words they are, and nobody else, read back what another wrote down (R10).</summary>
    /// <param name="act">Proof of who speaks, for oneself.</param>
    /// <exception cref="RuleBrokenException">It is somebody else's, nobody else wrote it, or it was read back before.</exception>
    public void ReadBack(Act act)
    {
        MustBeOwn(act);
        Require(act.Voice.Number == act.By.Number && WrittenBy is not null, CommonRules.OwnOnly);
        Require(!IsTakenBack, CommonRules.StillOnTheTable);
        Require(WaitsToBeReadBack, CommonRules.OnlyOnce);
        _head = _head with { ReadBackAt = act.At };
        Record(act, Deed.ReadBack, Id.Value);
    }

    /// <summary>
    /// Chooses anew who may read it. Once others said something here it is fewer: nobody's words reach people they were not said to. Whom of the family it is
    /// about and who answered stays, so that nobody talks on about somebody with their answer, and without them (D34, T20, T22).
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who may read it from now on.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="CommonRules.NotMoreReaders"/>, or it is somebody else's.</exception>
    public virtual void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        Needs(act, Circle, Permission.Speak);
        Require(act.By.Number == By, CommonRules.OwnOnly);
        Require(
            !_additions.Exists(addition => addition.By != By && addition.IsSaid) || audience.IsWithin(Audience.Including(AlwaysRead.And(SeatSet.Of(By))), circle),
            CommonRules.NotMoreReaders);
        var chosen = audience.Including(AlwaysRead);
        chosen = audience == Audience.OnlyMe ? chosen : chosen.Including(SeatSet.Of(Answers.Where(answer => !answer.ByGuest).Select(answer => answer.By)));
        _head = _head with { Audience = chosen, WidenedAt = chosen.IsWithin(Audience, circle) ? _head.WidenedAt : act.At };
        Record(act, Deed.AudienceChanged, Id.Value);
    }

    /// <summary>
    /// Whether no more people read it than when somebody opened a form about it: a form shows to whom one speaks, and that may not change under one's hands
    /// (<see cref="CommonRules.ReadersAsSeen"/>, T22).
    /// </summary>
    /// <param name="speaker">Who speaks; whoever chose the readers knows them.</param>
    /// <param name="opened">When the form was opened, UTC; null when nobody knows.</param>
    public bool IsReadAsSeen(SeatNumber speaker, DateTimeOffset? opened) =>
        speaker == By || opened is null || _head.WidenedAt is null || _head.WidenedAt <= opened;

    /// <summary>
    /// What hangs here, without what a professional is not given (R102, T20). Who asks somebody something reads the answer, and who heard it said in a
    /// talk what is said to it; that a thing was ended, folded or moved to another day is of the thing and stays, without words. What people at the table say
    /// among each other is not for an expert away from it.
    /// </summary>
    /// <param name="reader">Who reads.</param>
    public IEnumerable<Addition> AdditionsFor(Seat reader) =>
        reader.IsExpert ? [] : reader.Given.IsAll || By == reader.Number || (Turn is not null && Audience.Named.Has(reader.Number))
            ? _additions
            : _additions.Select(addition => reader.Given.Includes(addition) ? addition : addition.OfTheThing).OfType<Addition>();

    /// <summary>Leaves out what this reader is not given: for who reads, never where something is changed and kept.</summary>
    internal virtual void LeaveOutFor(Seat reader)
    {
        List<Addition> left = [.. AdditionsFor(reader)];
        _additions.Clear();
        _additions.AddRange(left);
    }

    /// <summary>Whether words of others are quoted in it: then naming a reader is not enough, each of them must give it (T20).</summary>
    private protected virtual bool QuotesOthers => false;

    /// <summary>Whether something was done with it by another that hangs nowhere as an addition.</summary>
    private protected virtual bool HasOtherNewsFor(Seat reader, DateTimeOffset since) => false;

    /// <summary>Whose words decide whether it is given to a professional.</summary>
    private protected virtual SeatSet Voices => SeatSet.Of(By);

    /// <summary>Whether it is something to which a colleague, who does not sit at the table, can be asked along by name (C28).</summary>
    private protected virtual bool IsForColleagues => false;

    /// <summary>Whether it is something that an expert, who does not sit at the table either, can be asked by name (R98).</summary>
    private protected virtual bool IsForExperts => false;

    /// <summary>How many things one person may hang under this one in 24 hours.</summary>
    private protected virtual int MostOfOneADay => MostADay;

    /// <summary>The words go. What stays is that something lay here, whose it was, and when.</summary>
    private protected abstract void Forget();

    private protected void Add(Addition addition, Act act, Deed deed)
    {
        Require(!IsTakenBack, CommonRules.StillOnTheTable);

        // What another typed for somebody is counted apart: nobody's own words are crowded out by it, and a no is heard beyond any pace.
        var most = addition is Position { Stance: Stance.Disagree } ? MostOfOneADay * 2 : MostOfOneADay;
        var typed = act.WrittenBy is not null;
        Require(
            _additions.Count(other => other.By == act.Voice.Number && other is Position { WrittenBy: not null } == typed && other.At > act.At.AddDays(-1)) < most,
            CommonRules.NotTooMuch);
        _additions.Add(addition);
        Record(act, deed, Id.Value);
    }

    /// <summary>Takes additions away that never were of whom they say.</summary>
    private protected void Drop(Predicate<Addition> which, Act act, Deed deed)
    {
        if (_additions.RemoveAll(which) > 0)
        {
            Record(act, deed, Id.Value);
        }
    }

    /// <summary>Lets people read it besides those who may.</summary>
    private protected void Let(Audience audience) => _head = _head with { Audience = audience };

    private protected void MustBeOwn(Act act)
    {
        Needs(act, Circle, Permission.Speak);
        Require(act.By.Number == By, CommonRules.OwnOnly);
    }

    private protected void MustBeReader(Act act)
    {
        Needs(act, Circle, Permission.Speak);
        Require(MayBeReadBy(act.By), CommonRules.ProofFits);
    }

    /// <summary>Makes the head of something new and checks what holds for all.</summary>
    private protected static Head NewHead(Circle circle, SeatSet about, Audience audience, Act act, Pictured? pictured = null)
    {
        Needs(act, circle.Id, Permission.Speak);

        // Pictures and a drawing are somebody's own hand: nobody makes them for another as if they were that one's (R11, N14).
        Require(pictured is null || act.WrittenBy is null, ChildRules.OwnHand);
        Require(about.Seats().All(seat => circle.Seats.Any(other => other.Number == seat)), CircleRules.SitsHere);
        Require(audience.Named.Seats().All(seat => circle.Seats.Any(other => other.Number == seat)), CircleRules.SitsHere);
        return new Head(
            ContributionId.New(), circle.Id, act.Voice.Number, act.At, about, OwedAudience(audience, about, act.Voice), act.Voice.IsGuest, null, 0)
        {
            Turn = act.Turn,
            WrittenBy = act.WrittenBy,
            Pictured = pictured,
        };
    }

    private protected void RecordLaid(Act act) => Record(act, Deed.Laid, Id.Value);

    /// <summary>What a professional writes about a person always includes that person (R3, D6).</summary>
    private static Audience OwedAudience(Audience audience, SeatSet about, Seat by) => by.IsGuest ? audience.Including(about) : audience;
}
