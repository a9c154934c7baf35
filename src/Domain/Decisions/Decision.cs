using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Decisions;

/// <summary>
/// A decision in consultation (beslissing in samenspraak, C22). A light one needs its question and what is chosen (R73); a heavy one goes by
/// the nine recommendations (R72). It is open until somebody closes it by name: nothing closes or becomes heavier by itself, and there is no
/// clock in it (R86, INV-54). A no always counts, needs no reason, and is never read as refusing help.
/// </summary>
public sealed class Decision : Proposal
{
    /// <summary>After how many days people look back when nobody chose a day.</summary>
    public const int UsualDays = 42;

    /// <summary>How many times a day somebody proposes in a question that another asked.</summary>
    public const int MostProposed = 3;

    /// <summary>At most how many days ahead people look back: what is further away is forgotten.</summary>
    public const int MostDays = 366;

    /// <summary>At most how many days ahead a day is moved that was chosen before.</summary>
    public const int MostLater = 92;

    /// <summary>The kinds of which a heavy step shows an option, or why not (R77, INV-46, INV-47).</summary>
    public static readonly IReadOnlyList<OptionKinds> KindsOwed =
        [OptionKinds.Network, OptionKinds.Adult, OptionKinds.SupportOnly, OptionKinds.NothingNew];

    internal Decision(
        Head head, string question, HeavyStep? step, SeatSet takers, DateOnly lookBack, Closing? closing, IReadOnlyList<OptionThen> optionsThen,
        IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Question = question;
        Step = step;
        Takers = takers;
        FirstLookBack = lookBack;
        Closing = closing;
        OptionsThen = optionsThen;
    }

    /// <summary>What it is about, as a question; empty after it was taken back.</summary>
    public string Question { get; private set; }

    /// <summary>Which heavy step it is; null for a light decision. It never changes: a heavier step is a new question (N26).</summary>
    public HeavyStep? Step { get; }

    /// <summary>Whether it is a heavy step.</summary>
    public bool IsHeavy => Step is not null;

    /// <summary>Who takes part; they are its readers.</summary>
    public SeatSet Takers { get; private set; }

    /// <summary>On which day people look back (R80, INV-50).</summary>
    public DateOnly LookBack => Additions.OfType<LookBackMoved>().LastOrDefault()?.Day ?? FirstLookBack;

    internal DateOnly FirstLookBack { get; }

    /// <summary>How it was closed; null while it is open.</summary>
    public Closing? Closing { get; private set; }

    /// <summary>The options as they lay there when it was closed.</summary>
    public IReadOnlyList<OptionThen> OptionsThen { get; private set; }

    /// <inheritdoc />
    internal override void LeaveOutFor(Seat reader)
    {
        base.LeaveOutFor(reader);
        if (By != reader.Number && Closing is { } closing)
        {
            OptionsThen = [.. OptionsThen.Where(option => reader.Given.Includes(SeatSet.Of(option.By), closing.At))];
        }
    }

    /// <summary>Whether it is closed.</summary>
    public bool IsClosed => Closing is not null;

    /// <summary>What is proposed, or was chosen; null while nobody said.</summary>
    public ProposedStep? Proposed => Additions.OfType<ProposedStep>().LastOrDefault();

    /// <summary>How many steps were proposed: what a page was drawn with.</summary>
    public int StepVersion => Additions.OfType<ProposedStep>().Count();

    /// <summary>What was proposed before, the oldest first, each with what people said to it: a yes to one step is no yes to another.</summary>
    public IEnumerable<(ProposedStep Step, IReadOnlyList<Position> Said)> EarlierSteps
    {
        get
        {
            ProposedStep? step = null;
            var said = new List<Position>();
            foreach (var addition in Additions)
            {
                if (addition is ProposedStep next)
                {
                    if (step is not null)
                    {
                        yield return (step, [.. said]);
                    }

                    step = next;
                    said.Clear();
                }
                else if (addition is Position position)
                {
                    said.Add(position);
                }
            }
        }
    }

    /// <summary>
    /// Who does not agree: with what is proposed now, or with anything that the same person proposed before it, as long as they say nothing to what is proposed
    /// now. Neither other words nor something else in between take a no away (D32).
    /// </summary>
    public IEnumerable<SeatNumber> Disagreeing => Positions.Where(position => position.Stance == Stance.Disagree).Select(position => position.By)
        .Concat(Proposed is not { Unknown: false } now ? [] :
            EarlierSteps.Where(earlier => earlier.Step is { Unknown: false } step && step.By == now.By)
                .SelectMany(earlier => earlier.Said.GroupBy(said => said.By).Select(own => own.Last()))
                .Where(said => said.Stance == Stance.Disagree && PositionOf(said.By) is null)
                .Select(said => said.By)
                .Distinct());

    /// <summary>Whether it was closed with "we don't know yet" (INV-53).</summary>
    public bool IsUnknown => Proposed is { Unknown: true };

    /// <summary>What people said for the nine, in order of time.</summary>
    public IEnumerable<AidNote> Notes => Additions.OfType<AidNote>();

    /// <summary>Where each one stood when it was closed; where each stands now while it is open (INV-49, INV-51).</summary>
    public IEnumerable<Position> PositionsThen => Standing
        .Where(position => Closing is null || position.At <= Closing.At)
        .GroupBy(position => position.By)
        .Select(own => own.Last());

    /// <summary>What people said of the decision when they looked back.</summary>
    public IEnumerable<LookBackAnswer> LookedBack => Additions.OfType<LookBackAnswer>();

    /// <summary>What was decided is not taken back: it is of everybody who took part, and hindsight cannot rewrite it (INV-51).</summary>
    public override Rule? HeldBy => IsClosed ? DecisionRules.StillOpen : null;

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
    [
        .. Question.Length == 0 ? Array.Empty<string>() : [Question],
        .. Additions.SelectMany(SaidIn).OfType<string>(),
        .. SaidWithPositions,
        .. Closing?.Against is { } against ? new[] { against.Reason, against.Authority, against.Rights, against.WhereToObject } : [],
        .. OptionsThen.SelectMany(option => option.Parts.Said),
    ];

    /// <summary>Opens a decision, light or heavy.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="question">The question; must be given.</param>
    /// <param name="chosen">What is chosen, as a proposal; a light one must have it, or the next (R73).</param>
    /// <param name="unknown">"We don't know yet".</param>
    /// <param name="step">Which heavy step; null for a light one.</param>
    /// <param name="about">Which child it is about; nobody means every child of the table.</param>
    /// <param name="takers">Who takes part; nobody means everybody. Who opens it always does, and so does whom a professional writes about.</param>
    /// <param name="lookBack">When people look back; null for <see cref="UsualDays"/> from now.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No question, nothing chosen for a light one, or somebody named does not sit here.</exception>
    public static Decision Open(
        Circle circle, string? question, string? chosen, bool unknown, HeavyStep? step, SeatSet about, SeatSet takers, DateOnly? lookBack, Act act)
    {
        var asked = Words.Needed(question, Words.Brief);
        Require(step is null || Enum.IsDefined(step.Value), DecisionRules.SaysWhich);
        var words = unknown ? null : Words.Optional(chosen, Words.Brief);
        Require(words is not null || unknown || step is not null, DecisionRules.SaysWhat);
        var today = act.Today;
        Require(lookBack is null || (lookBack > today && lookBack <= today.AddDays(MostDays)), DecisionRules.DayToCome);
        var all = takers.IsEmpty ? SeatSet.Of(circle.Seats.Select(seat => seat.Number)) : takers.And(SeatSet.Of(act.Voice.Number));
        var children = circle.Concerned(about);
        var with = act.Voice.IsGuest ? all.And(children) : all;
        var opened = new Decision(
            NewHead(circle, children, Audience.These(with), act), asked, step, with, lookBack ?? today.AddDays(UsualDays), null, [],
            words is null && !unknown ? [] : [new ProposedStep(act.Voice.Number, act.At, words, unknown)]);
        opened.RecordLaid(act);
        return opened;
    }

    /// <summary>Whether there is a recorded part of somebody in it (INV-48): words or a choice of their own, here or in an option.</summary>
    /// <param name="seat">Who.</param>
    /// <param name="options">The options that lie here.</param>
    public bool HasPart(SeatNumber seat, IReadOnlyList<DecisionOption> options) =>
        By == seat || Additions.Any(addition => addition.By == seat && addition is not VoiceMissing and not Position) || PositionOf(seat) is not null
        || options.Any(option => option.By == seat && !option.IsTakenBack);

    /// <summary>The children it is about of whom there is nothing in it (R15).</summary>
    /// <param name="options">The options that lie here.</param>
    public IEnumerable<SeatNumber> ChildrenWithout(IReadOnlyList<DecisionOption> options) =>
        About.Seats().Where(child => !HasPart(child, options));

    /// <summary>Why there is nothing of a child, as it was last said; null when nobody said.</summary>
    /// <param name="child">Which child.</param>
    public VoiceMissing? WhyNothingOf(SeatNumber child) => Additions.OfType<VoiceMissing>().LastOrDefault(missing => missing.Of == child);

    /// <summary>
    /// Whether one of the nine has words, or a reason why not now (R72). What was laid with it does not count: who may not read that would
    /// see it by what is missing.
    /// </summary>
    /// <param name="aid">Which.</param>
    /// <param name="options">The options that lie here.</param>
    public bool Has(Aid aid, IReadOnlyList<DecisionOption> options) =>
        aid == Aid.TakesPart
        || Notes.Any(note => note.Aid == aid)
        || (aid == Aid.Options && options.Count(option => !option.IsTakenBack) > 1);

    /// <summary>
    /// What still has to be said before it can be closed; nothing for a light one that says what is chosen, and nothing for "we don't know
    /// yet", because that decides nothing (INV-53).
    /// </summary>
    /// <param name="options">The options that lie here.</param>
    public IReadOnlyList<Gap> Gaps(IReadOnlyList<DecisionOption> options)
    {
        if (Proposed is null or { Unknown: true } || !IsHeavy)
        {
            return Proposed is null ? [.. HeavyGaps(options), new Gap(DecisionRules.SaysWhat)] : [];
        }

        return HeavyGaps(options);
    }

    /// <summary>
    /// Whether it would be of the family together, when somebody closed it now (INV-48). What is chosen against somebody's no is the decision
    /// of who chose it.
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="options">The options that lie here.</param>
    /// <param name="closer">Who would close it.</param>
    public bool WouldBeTogether(Circle circle, IReadOnlyList<DecisionOption> options, Seat closer) =>
        !Disagreeing.Any() && HasFamily(circle, Makers(circle, options, closer));

    /// <summary>Whether somebody may close it.</summary>
    /// <param name="seat">Who.</param>
    public bool MayBeClosedBy(Seat seat) =>
        !IsClosed && !IsTakenBack && (seat.Number == By || (Takers.Has(seat.Number) && (seat.IsParent || (seat.IsGuest && (IsHeavy || ByGuest)))));

    /// <summary>
    /// Who of the hosts of 12 or older who take part says where they stand on what is proposed now, before another than who opened it closes it (D32). There is
    /// no clock in it, and silence is no veto: whoever does not wait opens a question of their own, and decides that by name.
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="closer">Who would close it.</param>
    public IReadOnlyList<Seat> WaitsToCloseFor(Circle circle, Seat closer) =>
        closer.Number == By || Proposed is not { } step ? []
        : [.. circle.DecidingHosts.Where(host => host.Number != closer.Number && host.Number != step.By && Takers.Has(host.Number) && PositionOf(host.Number) is null)];

    /// <summary>
    /// Whether a child still goes first: it is asked before anybody else what gets less and how it went (R78, R80). It went first when it
    /// answered, or when it was said why there is nothing of it and who asks.
    /// </summary>
    /// <typeparam name="T">Which answers.</typeparam>
    /// <param name="seat">Who would answer now.</param>
    public IReadOnlyList<SeatNumber> ChildrenBefore<T>(SeatNumber seat)
        where T : Addition =>
        About.Has(seat)
            ? []
            : [
                .. About.Seats().Where(child =>
                    !Additions.OfType<T>().Any(answer => answer.By == child)
                    && !Additions.OfType<VoiceMissing>().Any(missing => missing.Of == child && (Closing is null || typeof(T) == typeof(SideEffectAnswer) || missing.At > Closing.At))),
            ];

    /// <summary>
    /// Whether it is time for somebody to look back: the day has come and they did not, since. It is a gentle question; nothing follows from it (R86), and what
    /// another said ends it for nobody (T20).
    /// </summary>
    /// <param name="today">Today.</param>
    /// <param name="seat">Who is asked.</param>
    public bool AsksToLookBack(DateOnly today, SeatNumber seat) =>
        IsClosed && today >= LookBack && !LookedBack.Any(answer => answer.By == seat && Netherlands.DayOf(answer.At) >= LookBack);

    /// <summary>Says something for one of the nine, or why not now (R72). Anybody who takes part does, in own words.</summary>
    /// <param name="aid">For which.</param>
    /// <param name="words">The words, or what is known.</param>
    /// <param name="notKnown">What is not known, for <see cref="Aid.Knowing"/>.</param>
    /// <param name="notNow">Why not now; used when nothing else is said.</param>
    /// <param name="things">What on this table belongs with it; the speaker may read each, and says something with it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Nothing was said, it is closed, or one of the things is not for this speaker.</exception>
    public void Help(Aid aid, string? words, string? notKnown, string? notNow, IReadOnlyList<Contribution> things, Act act)
    {
        MustBeOpen(act);
        Require(Enum.IsDefined(aid), DecisionRules.SaysWhich);
        Require(things.All(thing => thing.Circle == Circle && thing.MayBeReadBy(act.By) && thing.Id != Id), CommonRules.ProofFits);
        var said = Words.Optional(words);
        var unknown = aid == Aid.Knowing ? Words.Optional(notKnown) : null;
        var why = Words.Optional(notNow, Words.Brief);
        Require(said is not null || unknown is not null || (why is not null && things.Count == 0), CommonRules.InWords);
        foreach (var thing in things.Where(thing => !Additions.OfType<AidLink>().Any(link => link.Aid == aid && link.Thing == thing.Id)))
        {
            Add(new AidLink(act.Voice.Number, act.At, aid, thing.Id), act, Deed.DecisionHelped);
        }

        if (said is not null || unknown is not null)
        {
            Add(new AidNote(act.Voice.Number, act.At, aid, said, unknown, false), act, Deed.DecisionHelped);
        }
        else if (why is not null)
        {
            Add(new AidNote(act.Voice.Number, act.At, aid, why, null, true), act, Deed.DecisionHelped);
        }
    }

    /// <summary>Whether what is proposed is still what somebody saw: a yes or a press on "close" is for that and nothing else.</summary>
    /// <param name="seen">The <see cref="StepVersion"/> of the page on which it was pressed.</param>
    /// <param name="act">Proof of who pressed.</param>
    /// <exception cref="RuleBrokenException"><see cref="DecisionRules.OtherStep"/>, or this person may not read it.</exception>
    public void MustStillPropose(int seen, Act act)
    {
        MustBeReader(act);
        Require(seen == StepVersion, DecisionRules.OtherStep);
    }

    /// <summary>Proposes what is the best step for now, or says that we don't know yet (INV-53).</summary>
    /// <param name="words">The step.</param>
    /// <param name="unknown">"We don't know yet".</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Neither, it is closed, or <see cref="DecisionRules.NotMoreProposed"/>.</exception>
    public void Propose(string? words, bool unknown, Act act)
    {
        MustBeOpen(act);
        var said = Words.Optional(words, Words.Brief);
        Require(said is not null || unknown, DecisionRules.SaysWhat);
        Require(
            act.Voice.Number == By || Additions.OfType<ProposedStep>().Count(step => step.By == act.Voice.Number && step.At > act.At.AddDays(-1)) < MostProposed,
            DecisionRules.NotMoreProposed);
        Add(new ProposedStep(act.Voice.Number, act.At, said, unknown && said is null), act, Deed.StepProposed);
    }

    /// <summary>Says why an option of some kind does not lie here (R77).</summary>
    /// <param name="kind">Which kind: one of <see cref="KindsOwed"/>.</param>
    /// <param name="words">Why.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No words, no such kind, or it is closed.</exception>
    public void SayWhyNot(OptionKinds kind, string? words, Act act)
    {
        MustBeOpen(act);
        Require(KindsOwed.Contains(kind), DecisionRules.SaysWhich);
        Add(new OptionLack(act.Voice.Number, act.At, kind, Words.Needed(words, Words.Brief)), act, Deed.OptionLacked);
    }

    /// <summary>Says why there is nothing of a child yet, and who will ask (R15).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="child">Of which child.</param>
    /// <param name="words">Why.</param>
    /// <param name="whoAsks">Who will ask.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No words, it is not about this child, or who asks does not sit here.</exception>
    public void SayWhyNothingOf(Circle circle, SeatNumber child, string? words, SeatNumber whoAsks, Act act)
    {
        MustBeReader(act);
        Require(About.Has(child), DecisionRules.SaysWhich);
        var asks = circle.SeatAt(whoAsks);
        Require(asks.Number != child, DecisionRules.SaysWhich);
        Add(new VoiceMissing(act.Voice.Number, act.At, child, Words.Needed(words, Words.Brief), asks.Number), act, Deed.VoiceMissingSaid);
    }

    /// <summary>Says what gets less, or got less. The child is asked first (R78, R82, INV-52).</summary>
    /// <param name="of">Which of the questions it is about.</param>
    /// <param name="words">In own words.</param>
    /// <param name="unknown">"I don't know (yet)".</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Nothing was said, or a child goes first (<see cref="DecisionRules.ChildFirst"/>).</exception>
    public void SayWhatGetsLess(SideEffects of, string? words, bool unknown, Act act)
    {
        MustBeReader(act);
        Require(ChildrenBefore<SideEffectAnswer>(act.Voice.Number).Count == 0, DecisionRules.ChildFirst);
        var said = Words.Optional(words);
        Require(said is not null || unknown || of != SideEffects.None, CommonRules.InWords);
        Add(new SideEffectAnswer(act.Voice.Number, act.At, of, said, unknown), act, Deed.SideEffectTold);
    }

    /// <summary>
    /// Closes it, by name. Whoever does not agree is owed a reason, an authority, the rights and where to object (R75). What was known, the
    /// options and the positions are frozen (INV-51, R79).
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="options">The options that lie here.</param>
    /// <param name="reason">Why nevertheless.</param>
    /// <param name="authority">By what one may decide this.</param>
    /// <param name="rights">Which rights the others have.</param>
    /// <param name="whereToObject">Where they can say no.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">
    /// Something is still to be said (<see cref="Gaps"/>), it waits for somebody of the family, or this person may not close it.
    /// </exception>
    public void Close(
        Circle circle, IReadOnlyList<DecisionOption> options, string? reason, string? authority, string? rights, string? whereToObject, Act act)
    {
        MustBeOpen(act);
        Require(MayBeClosedBy(act.Voice), DecisionRules.MayClose);
        Require(circle.Id == Circle && options.All(option => option.Under == Id), CommonRules.ProofFits);
        if (Gaps(options) is [var gap, ..])
        {
            throw new RuleBrokenException(gap.Rule);
        }

        Require(WaitsToCloseFor(circle, act.Voice).Count == 0, DecisionRules.FamilyFirst);
        Against? against = null;
        if (Disagreeing.Any() && !IsUnknown)
        {
            string?[] owed = [.. new[] { reason, authority, rights, whereToObject }.Select(words => Words.Optional(words, Words.Brief))];
            Require(owed.All(words => words is not null), DecisionRules.OwesReason);
            against = new Against(owed[0]!, owed[1]!, owed[2]!, owed[3]!);
        }

        var makers = Makers(circle, options, act.Voice);
        OptionsThen = [.. options.Where(option => !option.IsTakenBack).OrderBy(option => option.At).Select(option => new OptionThen(option.Id, option.By, option.Parts))];
        Closing = new Closing(act.At, act.Voice.Number, makers, against is null && HasFamily(circle, makers), against);
        Record(act, Deed.DecisionClosed, Id.Value);
    }

    /// <summary>Looks back (R80, INV-50). One answer is enough; "I don't know" is one. The child is asked first.</summary>
    /// <param name="answers">What was said on each question; may be empty.</param>
    /// <param name="unknown">"I don't know (yet)".</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">It is open, nothing was said, or a child goes first.</exception>
    public void LookBackOn(IReadOnlyDictionary<LookBackAsk, string?> answers, bool unknown, Act act)
    {
        MustBeReader(act);
        Require(IsClosed, DecisionRules.IsClosed);
        Require(ChildrenBefore<LookBackAnswer>(act.Voice.Number).Count == 0, DecisionRules.ChildFirst);
        var said = Enum.GetValues<LookBackAsk>()
            .Select(ask => (Ask: ask, Words: Words.Optional(answers.GetValueOrDefault(ask), Words.Brief)))
            .Where(answer => answer.Words is not null)
            .ToList();
        Require(said.Count > 0 || unknown, CommonRules.InWords);
        foreach (var (ask, words) in said)
        {
            Add(new LookBackAnswer(act.Voice.Number, act.At, ask, words, false), act, Deed.LookedBack);
        }

        if (said.Count == 0)
        {
            Add(new LookBackAnswer(act.Voice.Number, act.At, LookBackAsk.Result, null, true), act, Deed.LookedBack);
        }
    }

    /// <summary>Chooses another day to look back; a day that went by is never held against anybody.</summary>
    /// <param name="day">The day, still to come.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="DecisionRules.DayToCome"/>, <see cref="DecisionRules.NotLater"/> or <see cref="DecisionRules.NotFarLater"/>.</exception>
    public void LookBackLater(DateOnly day, Act act)
    {
        MustBeReader(act);
        var today = act.Today;
        Require(day > today && day <= today.AddDays(MostDays), DecisionRules.DayToCome);
        var chosen = Additions.OfType<LookBackMoved>().Select(moved => (moved.By, moved.Day)).Prepend((By, Day: FirstLookBack)).GroupBy(choice => choice.By);
        Require(!chosen.Any(own => own.Key != act.Voice.Number && own.Last().Day > today && day > own.Last().Day), DecisionRules.NotLater);
        Require(day <= LookBack || day <= today.AddDays(MostLater), DecisionRules.NotFarLater);
        Add(new LookBackMoved(act.Voice.Number, act.At, day), act, Deed.LookBackMoved);
    }

    /// <summary>
    /// Whether nobody else said anything in it: what others said here they said to who takes part now, and so more people are asked along only
    /// before that.
    /// </summary>
    /// <param name="seat">Who would ask more people.</param>
    /// <param name="options">The options that lie here.</param>
    public bool IsOnlyOf(SeatNumber seat, IReadOnlyList<DecisionOption> options) =>
        Additions.All(addition => addition.By == seat) && options.All(option => option.By == seat && option.Additions.Count == 0);

    /// <summary>Asks more people to take part: from now on they read it, with its options.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="more">Who.</param>
    /// <param name="options">The options that lie here.</param>
    /// <param name="act">Proof of who opened it, or of a parent who takes part.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, or somebody named does not sit here.</exception>
    public void AskAlong(Circle circle, SeatSet more, IReadOnlyList<DecisionOption> options, Act act)
    {
        MustBeOpen(act);
        Require(act.By.Number == By || act.By.IsParent, CommonRules.OwnOnly);
        Require(more.Seats().All(seat => circle.Seats.Any(other => other.Number == seat)), CircleRules.SitsHere);
        if (more.Without(Takers).IsEmpty)
        {
            return;
        }

        Require(IsOnlyOf(act.By.Number, options), DecisionRules.SaidToThose);
        Takers = Takers.And(more);
        Let(Audience.Including(more));
        Record(act, Deed.AudienceChanged, Id.Value);
        foreach (var option in options)
        {
            option.Follow(this, act);
        }
    }

    /// <summary>Who takes part reads it: nobody is left out of it later (INV-49). More people are asked along.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="DecisionRules.TakersRead"/>.</exception>
    public override void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        MustBeOwn(act);
        throw new RuleBrokenException(DecisionRules.TakersRead);
    }

    /// <summary>An option came to lie under it. It counts as a change of the decision, so that nobody closes it without having seen that one.</summary>
    /// <param name="act">Proof of who laid it.</param>
    internal void GetsOption(Act act) => Record(act, Deed.DecisionHelped, Id.Value);

    /// <summary>Nine things by many people, and an answer to each question: more than on another slip.</summary>
    private protected override int MostOfOneADay => 60;

    private protected override void Forget() => Question = "";

    /// <inheritdoc />
    private protected override IEnumerable<Position> Standing => Proposed is not { } now ? Additions.OfType<Position>() :
    [
        // The very words that the same person proposed before keep what was said to them: another's proposal in between wipes nobody's yes (D32).
        .. EarlierSteps.Where(earlier => earlier.Step.By == now.By && earlier.Step.Words == now.Words && earlier.Step.Unknown == now.Unknown)
            .SelectMany(earlier => earlier.Said),
        .. Additions.SkipWhile(addition => addition != now).OfType<Position>(),
    ];

    private static IEnumerable<string?> SaidIn(Addition addition) => addition switch
    {
        AidNote note => [note.Words, note.NotKnown],
        ProposedStep step => [step.Words],
        OptionLack lack => [lack.Words],
        VoiceMissing missing => [missing.Words],
        SideEffectAnswer answer => [answer.Words],
        LookBackAnswer answer => [answer.Words],
        _ => [],
    };

    // Who had a part in what is chosen: when another step came in its place, what was said before that was said to something else.
    private bool HasPartInStep(SeatNumber seat, IReadOnlyList<DecisionOption> options) => StepVersion < 2
        ? HasPart(seat, options)
        : Additions.SkipWhile(addition => addition != Proposed).Any(addition => addition.By == seat && addition is not VoiceMissing)
            || options.Any(option => option.By == seat && !option.IsTakenBack && option.At >= Proposed!.At);

    private SeatSet Makers(Circle circle, IReadOnlyList<DecisionOption> options, Seat closer) =>
        SeatSet.Of(circle.Seats.Select(seat => seat.Number).Where(seat => seat == closer.Number || HasPartInStep(seat, options)));

    private void MustBeOpen(Act act)
    {
        MustBeReader(act);
        Require(!IsTakenBack, CommonRules.StillOnTheTable);
        Require(!IsClosed, DecisionRules.StillOpen);
    }

    // Every child it is about, and a parent: the family had its part (INV-48). Where a young person's own table has no parent, the children.
    private bool HasFamily(Circle circle, SeatSet makers) =>
        About.Without(makers).IsEmpty
        && (!circle.Seats.Any(seat => seat.IsParent) || circle.Seats.Any(seat => seat.IsParent && makers.Has(seat.Number)));

    private List<Gap> HeavyGaps(IReadOnlyList<DecisionOption> options)
    {
        if (!IsHeavy)
        {
            return [];
        }

        var lying = options.Where(option => !option.IsTakenBack).ToList();
        return
        [
            .. Enum.GetValues<Aid>().Where(aid => !Has(aid, lying)).Select(aid => new Gap(DecisionRules.EveryAid, aid)),
            .. KindsOwed
                .Where(kind => !lying.Exists(option => option.Is(kind)) && !Additions.OfType<OptionLack>().Any(lack => lack.Kind == kind))
                .Select(kind => new Gap(DecisionRules.OtherWays, Kind: kind)),
            .. ChildrenWithout(lying).Where(child => WhyNothingOf(child) is null).Select(child => new Gap(DecisionRules.EveryChild, Child: child)),
            .. Additions.OfType<SideEffectAnswer>().Any() ? Array.Empty<Gap>() : [new Gap(DecisionRules.AskedWhatIsLost)],
        ];
    }
}
