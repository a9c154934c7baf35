using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Domain.Reflections;

/// <summary>Whose turn it is in a reflection, in this order. Each is taken once.</summary>
public enum ReflectionTurn
{
    /// <summary>The figure: what I tend to, and on what it rests.</summary>
    Judgement = 1,

    /// <summary>The colleague: how I read it, before seeing the figure's judgement (R94).</summary>
    FirstReading = 2,

    /// <summary>The colleague speaks against it.</summary>
    Counter = 3,

    /// <summary>The figure: what I left out, what would change my mind, what I do.</summary>
    Conclusion = 4,
}

/// <summary>What is asked in a reflection (R91). The numbers are stored.</summary>
public enum ReflectionAsk
{
    /// <summary>What do I tend to?</summary>
    Judgement = 1,

    /// <summary>On what does it rest?</summary>
    Basis = 2,

    /// <summary>How do I read this?</summary>
    FirstReading = 3,

    /// <summary>How else can one read it?</summary>
    OtherReading = 4,

    /// <summary>What would the family say?</summary>
    Family = 5,

    /// <summary>What would I ask?</summary>
    WouldAsk = 6,

    /// <summary>What did I leave out or bend?</summary>
    LeftOut = 7,

    /// <summary>What would change my mind?</summary>
    ChangeMind = 8,

    /// <summary>What do I do now?</summary>
    WhatNow = 9,

    /// <summary>"I changed my mind, because of …": a strength, no correction (R95).</summary>
    ChangedBy = 10,
}

/// <summary>What the figure does after it. None is better than another; keeping it is one of them (INV-66).</summary>
public enum ReflectionOutcome
{
    /// <summary>I keep how I see it; the objection stays beside it.</summary>
    Keep = 1,

    /// <summary>I see it otherwise now.</summary>
    Change = 2,

    /// <summary>I ask the family.</summary>
    AskFamily = 3,

    /// <summary>I don't know yet (INV-53).</summary>
    Unknown = 4,
}

/// <summary>What one of the two said in one turn.</summary>
/// <param name="By">Whose it is.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Turn">In which turn.</param>
/// <param name="Words">What was said, by what was asked; nothing when only "I don't know yet" was said.</param>
/// <param name="Outcome">What the figure does; only in the last turn.</param>
public sealed record ReflectionPart(
    SeatNumber By, DateTimeOffset At, ReflectionTurn Turn, IReadOnlyList<(ReflectionAsk Ask, string Words)> Words, ReflectionOutcome? Outcome);

/// <summary>Somebody lets the own sentences go along.</summary>
/// <param name="By">Whose.</param>
/// <param name="At">When, UTC.</param>
public sealed record OwnLet(SeatNumber By, DateTimeOffset At) : Addition(By, At)
{
    internal override Addition? OfTheThing => this;
}

/// <summary>Somebody left a sentence out. Nobody owes a reason.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Statement">Which.</param>
public sealed record LeftOut(SeatNumber By, DateTimeOffset At, ContributionId Statement) : Addition(By, At)
{
    internal override Addition? OfTheThing => this;
}

/// <summary>Rules of reflecting.</summary>
public static class ReflectionRules
{
    /// <summary>What a colleague reads, the whole family can read (N11).</summary>
    public static readonly Rule FamilyReads = new("reflection.family-reads");

    /// <summary>At most <see cref="Reflection.MostSentences"/> sentences.</summary>
    public static readonly Rule NotMoreSentences = new("reflection.not-more-sentences");

    /// <summary>Hosts, whose sentence it is, and whom it is about may leave it out.</summary>
    public static readonly Rule MayLeaveOut = new("reflection.may-leave-out");

    /// <summary>Only a host lets the colleague read.</summary>
    public static readonly Rule HostLets = new("reflection.host-lets");

    /// <summary>Each in turn: first the family agrees, then both read for themselves, then they speak (R94).</summary>
    public static readonly Rule InTurn = new("reflection.in-turn");

    /// <summary>What I do now: one of the four.</summary>
    public static readonly Rule SaysOutcome = new("reflection.says-outcome");

    /// <summary>A finished reflection stays: the objection is kept (INV-66).</summary>
    public static readonly Rule Stays = new("reflection.stays");

    /// <summary>The hosts and whom it is about always read it (N11).</summary>
    public static readonly Rule ReadersStay = new("reflection.readers-stay");
}

/// <summary>
/// A reflection (tegenspraak, C28): the central figure and a colleague look again at one judgement (R91). The hosts see it from the beginning
/// (N13), say what the colleague reads, and read and answer it whole once it is finished (N11, R93). The two read for themselves before they
/// see each other's (R94). Nobody is weighed in it, and "I don't know yet" is enough in each turn.
/// </summary>
public sealed class Reflection : Contribution
{
    /// <summary>The most sentences on which one reflection rests.</summary>
    public const int MostSentences = 20;

    private readonly List<ReflectionPart> _parts;

    internal Reflection(
        Head head, string question, SeatNumber colleague, IReadOnlyList<ContributionId> sentences, ContributionId? decision,
        SeatNumber? agreedBy, DateTimeOffset? agreedAt, IEnumerable<ReflectionPart> parts, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Question = question;
        Colleague = colleague;
        Sentences = sentences;
        Decision = decision;
        AgreedBy = agreedBy;
        AgreedAt = agreedAt;
        _parts = [.. parts];
    }

    /// <summary>About which question, in words that the family reads from the beginning.</summary>
    public string Question { get; private set; }

    /// <summary>With whom.</summary>
    public SeatNumber Colleague { get; }

    /// <summary>On which statements of the table it rests, as they were chosen. What may be shown of them: <see cref="Shows"/>.</summary>
    public IReadOnlyList<ContributionId> Sentences { get; }

    /// <summary>For which decision; null for none.</summary>
    public ContributionId? Decision { get; }

    /// <summary>Which host said that the colleague may read it; null while nobody did.</summary>
    public SeatNumber? AgreedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>When it was finished, UTC; null while it goes on.</summary>
    public DateTimeOffset? DoneAt => PartOf(ReflectionTurn.Conclusion)?.At;

    /// <summary>Whether it is finished.</summary>
    public bool IsDone => DoneAt is not null;

    /// <inheritdoc />
    public override Rule? HeldBy => IsDone ? ReflectionRules.Stays : null;

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
    [
        .. Question.Length == 0 ? Array.Empty<string>() : [Question],

        // What not every reader may see yet is not found by looking for words either.
        .. IsOpened ? _parts.SelectMany(part => part.Words).Select(one => one.Words) : [],
    ];

    internal IReadOnlyList<ReflectionPart> Parts => _parts;

    /// <summary>Whose words every reader sees.</summary>
    internal SeatSet Speakers => IsOpened ? SeatSet.Of(_parts.Select(part => part.By)) : SeatSet.None;

    private protected override bool IsForColleagues => true;

    // Finished, or taken back on the way: what was written about people is not kept from them (N11, D7).
    private bool IsOpened => IsDone || IsTakenBack;

    /// <summary>
    /// Whether a statement can go along: everybody of the family, and whoever the reflection is about, can read it (N11); and it is of a guest,
    /// or of one of them, who can say yes for it.
    /// </summary>
    /// <param name="said">The statement.</param>
    /// <param name="circle">The table.</param>
    /// <param name="about">Whom the reflection is about.</param>
    public static bool MayGoAlong(Statement said, Circle circle, SeatSet about) =>
        !said.IsTakenBack && said.WaitsFor is null
        && (said.ByGuest || about.Has(said.By) || circle.SeatAt(said.By).Side == SeatSide.Host)
        && circle.Seats.All(seat => (seat.Side != SeatSide.Host && !about.Has(seat.Number)) || said.MayBeReadBy(seat));

    /// <summary>Starts a reflection. The question is the one thing that must be given (R150: 1).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="question">About which question.</param>
    /// <param name="about">Whom it is about; nobody means every child of the table.</param>
    /// <param name="sentences">On which statements it rests; may be none.</param>
    /// <param name="decision">For which decision; may be none.</param>
    /// <param name="act">Proof of the central figure.</param>
    /// <exception cref="RuleBrokenException">
    /// There is no active figure with a colleague (R90), somebody else speaks, no question, or a statement that the family cannot all read.
    /// </exception>
    public static Reflection Start(
        Circle circle, string? question, SeatSet about, IReadOnlyList<Statement> sentences, Decision? decision, Act act)
    {
        Needs(act, circle.Id, Permission.Speak);
        Require(circle.Figures.Any(one => one.IsActive), FigureRules.NotAlone);
        var figure = circle.FigureWith(act.By.Number);
        Require(figure?.Who == act.By.Number, FigureRules.FigureOnly);
        Require(figure!.IsActive, FigureRules.NotAlone);
        var asked = Words.Needed(question, Words.Brief);
        var whom = about.IsEmpty ? SeatSet.Of(circle.Children.Select(child => child.Number)) : about;
        Require(sentences.Count <= MostSentences, ReflectionRules.NotMoreSentences);
        Require(sentences.All(said => said.Circle == circle.Id && said.MayBeReadBy(act.By)), CommonRules.ProofFits);
        Require(sentences.All(said => MayGoAlong(said, circle, whom)), ReflectionRules.FamilyReads);
        Require(decision is null || (decision.Circle == circle.Id && decision.MayBeReadBy(act.By)), CommonRules.ProofFits);
        var hosts = SeatSet.Of(circle.Seats.Where(seat => seat.Side == SeatSide.Host).Select(seat => seat.Number));
        var started = new Reflection(
            NewHead(circle, whom, Audience.These(hosts), act), asked, figure.Colleague!.Value, [.. sentences.Select(said => said.Id).Distinct()],
            decision?.Id, null, null, [], []);
        started.RecordLaid(act);
        return started;
    }

    /// <summary>Whether this turn was taken.</summary>
    /// <param name="turn">Which.</param>
    public bool Has(ReflectionTurn turn) => PartOf(turn) is not null;

    /// <summary>Whether this turn can be taken now.</summary>
    /// <param name="turn">Which.</param>
    public bool IsOn(ReflectionTurn turn) => !IsTakenBack && !Has(turn) && turn switch
    {
        ReflectionTurn.Judgement => true,
        ReflectionTurn.FirstReading => AgreedAt is not null,
        ReflectionTurn.Counter => BothRead,
        ReflectionTurn.Conclusion => Has(ReflectionTurn.Counter),
        _ => false,
    };

    /// <summary>The turn that waits for somebody now; null for none.</summary>
    /// <param name="seat">Who.</param>
    public ReflectionTurn? TurnOf(Seat seat) => Enum.GetValues<ReflectionTurn>()
        .Where(turn => IsOn(turn) && seat.Number == SpeakerOf(turn))
        .Cast<ReflectionTurn?>()
        .FirstOrDefault();

    /// <summary>
    /// What somebody may see of what the two wrote: the own words; each other's once both have read for themselves (R94); everything, for
    /// everybody who reads this, once it is finished (N11).
    /// </summary>
    /// <param name="reader">Who.</param>
    public IReadOnlyList<ReflectionPart> PartsFor(Seat reader) => !WordsMayBeReadBy(reader)
        ? []
        : [.. _parts.Where(part => IsOpened || part.By == reader.Number || (BothRead && (reader.Number == By || reader.Number == Colleague))).OrderBy(part => part.Turn)];

    /// <summary>
    /// Whether a statement is shown with this to somebody. A colleague, who may read nothing else at this table, sees it only after a host
    /// agreed, a sentence of family or own people only after they let it go along themselves, and none of a host who said no to the colleague, or to
    /// whose colleague it is, whatever they let go along before. Whoever sits at the table sees what they
    /// may read anyway.
    /// </summary>
    /// <param name="said">The statement as it is now.</param>
    /// <param name="circle">The table.</param>
    /// <param name="reader">Who reads.</param>
    public bool Shows(Statement said, Circle circle, Seat reader) =>
        MayBeReadBy(reader) && Sentences.Contains(said.Id) && !IsLeftOut(said.Id) && MayGoAlong(said, circle, About)
        && (reader.IsColleague ? reader.Number == Colleague && AgreedAt is not null && IsLet(said) && !reader.Given.Nothing.Has(said.By) : said.MayBeReadBy(reader));

    /// <summary>Whether a sentence was left out.</summary>
    /// <param name="statement">Which.</param>
    public bool IsLeftOut(ContributionId statement) => Additions.OfType<LeftOut>().Any(left => left.Statement == statement);

    /// <summary>Whether whose sentence it is let it go along. What a guest wrote goes along with the hosts' yes.</summary>
    /// <param name="said">The sentence.</param>
    public bool IsLet(Statement said) => said.ByGuest || Additions.OfType<OwnLet>().Any(let => let.By == said.By);

    /// <summary>A host says that the colleague may read what goes along; the host's own sentences too.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="act">Proof of a host of 12 or older.</param>
    /// <exception cref="RuleBrokenException">No host, it was said before, the figure has no colleague any more, or it does not hold for this host.</exception>
    public void LetRead(Circle circle, Act act)
    {
        MustBeReader(act);
        Require(act.By.IsDecidingHost, ReflectionRules.HostLets);
        Require(!IsTakenBack, CommonRules.StillOnTheTable);
        Require(AgreedAt is null, CommonRules.OnlyOnce);
        var figure = circle.Id == Circle ? circle.FigureWith(Colleague) : null;
        Require(figure is { IsActive: true } && figure.Who == By, FigureRules.NotAlone);
        Require(circle.IsColleagueFor(figure!, act.By), FigureRules.YoursOnly);
        (AgreedBy, AgreedAt) = (act.By.Number, act.At);
        Let(Audience.Including(SeatSet.Of(Colleague)));
        if (!Additions.OfType<OwnLet>().Any(let => let.By == act.By.Number))
        {
            Add(new OwnLet(act.By.Number, act.At), act, Deed.OwnLetAlong);
        }

        Record(act, Deed.ReflectionLet, Id.Value);
    }

    /// <summary>Somebody lets the own sentences go along.</summary>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">It was said before, or it was taken back.</exception>
    public void LetOwn(Act act)
    {
        MustBeReader(act);
        Require(!Additions.OfType<OwnLet>().Any(let => let.By == act.By.Number), CommonRules.OnlyOnce);
        Add(new OwnLet(act.By.Number, act.At), act, Deed.OwnLetAlong);
    }

    /// <summary>Leaves a sentence out: from then on the colleague does not read it (any more).</summary>
    /// <param name="said">Which.</param>
    /// <param name="act">Proof of a host, of whose sentence it is, or of whom it is about.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, it is not in it, or it was left out before.</exception>
    public void LeaveOut(Statement said, Act act)
    {
        MustBeReader(act);
        Require(MayLeaveOut(said, act.By), ReflectionRules.MayLeaveOut);
        Require(Sentences.Contains(said.Id) && !IsLeftOut(said.Id), CommonRules.OnlyOnce);
        Add(new LeftOut(act.By.Number, act.At, said.Id), act, Deed.SentenceLeftOut);
    }

    /// <summary>Whether somebody may leave a sentence out. Once it is finished everything stays as it was looked at.</summary>
    /// <param name="said">Which.</param>
    /// <param name="seat">Who.</param>
    public bool MayLeaveOut(Statement said, Seat seat) =>
        !IsDone && (seat.Side == SeatSide.Host || said.By == seat.Number || said.About.Has(seat.Number));

    /// <summary>Takes one of the turns. One answer is enough, and "I don't know yet" is one; the last turn says what one does (R150: 1).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="turn">Which.</param>
    /// <param name="words">What was typed, by what was asked.</param>
    /// <param name="unknown">"I don't know yet".</param>
    /// <param name="outcome">What the figure does; for the last turn.</param>
    /// <param name="act">Proof of whose turn it is: the figure at the table, the colleague away from it.</param>
    /// <exception cref="RuleBrokenException">It is not this person's turn, it was taken before, or nothing was said.</exception>
    public void Say(
        Circle circle, ReflectionTurn turn, IReadOnlyDictionary<ReflectionAsk, string?> words, bool unknown, ReflectionOutcome? outcome, Act act)
    {
        var ofColleague = turn is ReflectionTurn.FirstReading or ReflectionTurn.Counter;
        Needs(act, Circle, ofColleague ? Permission.Reflect : Permission.Speak);
        Require(circle.Id == Circle && MayBeReadBy(act.By), CommonRules.ProofFits);
        Require(act.By.Number == SpeakerOf(turn), CommonRules.OwnOnly);
        Require(!IsTakenBack, CommonRules.StillOnTheTable);
        Require(!Has(turn), CommonRules.OnlyOnce);
        Require(IsOn(turn), ReflectionRules.InTurn);
        var said = AsksOf(turn)
            .Select(ask => (Ask: ask, Words: Words.Optional(words.GetValueOrDefault(ask))))
            .Where(one => one.Words is not null)
            .Select(one => (one.Ask, one.Words!))
            .ToList();
        if (turn == ReflectionTurn.Conclusion)
        {
            Require(outcome is { } one && Enum.IsDefined(one), ReflectionRules.SaysOutcome);
        }
        else
        {
            Require(said.Count > 0 || unknown, CommonRules.InWords);
            outcome = null;
        }

        _parts.Add(new ReflectionPart(act.By.Number, act.At, turn, said, outcome));
        Record(
            act,
            turn switch
            {
                ReflectionTurn.Judgement => Deed.Judged,
                ReflectionTurn.FirstReading => Deed.FirstRead,
                ReflectionTurn.Counter => Deed.Countered,
                _ => Deed.Concluded,
            },
            Id.Value);
        if (turn == ReflectionTurn.Conclusion)
        {
            circle.Note(new Reflected(By, Colleague, act.At, Decision), act);
        }
    }

    /// <summary>What is asked in a turn.</summary>
    /// <param name="turn">Which.</param>
    public static IReadOnlyList<ReflectionAsk> AsksOf(ReflectionTurn turn) => turn switch
    {
        ReflectionTurn.Judgement => [ReflectionAsk.Judgement, ReflectionAsk.Basis],
        ReflectionTurn.FirstReading => [ReflectionAsk.FirstReading],
        ReflectionTurn.Counter => [ReflectionAsk.OtherReading, ReflectionAsk.Family, ReflectionAsk.WouldAsk],
        _ => [ReflectionAsk.LeftOut, ReflectionAsk.ChangeMind, ReflectionAsk.WhatNow, ReflectionAsk.ChangedBy],
    };

    /// <summary>Once it is finished, whoever reads it at the table but the figure answers it (N11).</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) =>
        IsDone && seat.Number != By && !seat.IsAway && (seat.Side == SeatSide.Host || About.Has(seat.Number));

    /// <summary>Who reads it is not chosen: the hosts and whom it is about always do.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="ReflectionRules.ReadersStay"/>.</exception>
    public override void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        MustBeOwn(act);
        throw new RuleBrokenException(ReflectionRules.ReadersStay);
    }

    private bool BothRead => Has(ReflectionTurn.Judgement) && Has(ReflectionTurn.FirstReading);

    private protected override void Forget()
    {
        Question = "";
        _parts.Clear();
    }

    private SeatNumber SpeakerOf(ReflectionTurn turn) => turn is ReflectionTurn.FirstReading or ReflectionTurn.Counter ? Colleague : By;

    private ReflectionPart? PartOf(ReflectionTurn turn) => _parts.Find(part => part.Turn == turn);
}
