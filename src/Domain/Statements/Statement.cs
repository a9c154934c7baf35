using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Statements;

/// <summary>The kind of a sentence (INV-16). Shown by word and by shape, never by colour (R31).</summary>
public enum StatementKind
{
    /// <summary>A fact (feit): the author was there.</summary>
    Fact = 1,

    /// <summary>A suspicion (vermoeden): thought, heard or read.</summary>
    Suspicion = 2,

    /// <summary>An opinion (mening): found.</summary>
    Opinion = 3,

    /// <summary>A child's own telling (eigen verhaal): children are not asked to sort (D5).</summary>
    Telling = 4,
}

/// <summary>The answer to the one question "how do you know that?", from which kind and source follow (D5).</summary>
public enum Knowing
{
    /// <summary>I was there.</summary>
    WasThere = 1,

    /// <summary>Somebody told me: that it was told is the fact, its content a suspicion (R32).</summary>
    WasTold = 2,

    /// <summary>I read it: likewise.</summary>
    HaveRead = 3,

    /// <summary>I think so.</summary>
    Think = 4,

    /// <summary>I find so.</summary>
    Find = 5,

    /// <summary>A child tells; it is not asked.</summary>
    Tells = 6,
}

/// <summary>Where a sentence comes from.</summary>
/// <param name="Knowing">How the author knows.</param>
/// <param name="Seat">Who told it, when that person sits at this table.</param>
/// <param name="Words">What was read, or who told it without a name; null when not said.</param>
public sealed record Source(Knowing Knowing, SeatNumber? Seat, string? Words);

/// <summary>Rules of statements.</summary>
public static class StatementRules
{
    /// <summary>No sentence without kind and source (INV-16, R31).</summary>
    public static readonly Rule HasKindAndSource = new("statement.has-kind-and-source");

    /// <summary>Only the author changes the kind, with a reason, to another kind (INV-17, R33).</summary>
    public static readonly Rule AuthorChangesKind = new("statement.author-changes-kind");

    /// <summary>The kind becomes another one.</summary>
    public static readonly Rule AnotherKind = new("statement.another-kind");

    /// <summary>Only the named source says whether it may stand so.</summary>
    public static readonly Rule SourceOnly = new("statement.source-only");

    /// <summary>A source is somebody else.</summary>
    public static readonly Rule SourceIsAnother = new("statement.source-is-another");

    /// <summary>What a professional said about themselves, the family tells as who heard it: it does not wait for that one's yes (D30).</summary>
    public static readonly Rule SourceNotAbout = new("statement.source-not-about");

    /// <summary>Nobody sets a child to find something out (T20).</summary>
    public static readonly Rule NoChildFinds = new("statement.no-child-finds");

    /// <summary>A professional does not find out what is said about themselves (D30).</summary>
    public static readonly Rule NotAboutFinder = new("statement.not-about-finder");

    /// <summary>A finding answers a question that is open.</summary>
    public static readonly Rule IsBeingFoundOut = new("statement.is-being-found-out");

    /// <summary>Finding out is done before a day that is still to come (R38).</summary>
    public static readonly Rule DayToCome = new("statement.day-to-come");

    /// <summary>What somebody saw, heard or read happened on a day that has come (R31).</summary>
    public static readonly Rule DayNotToCome = new("statement.day-not-to-come");

    /// <summary>A child's own telling is not sorted into kinds, not later either (D5).</summary>
    public static readonly Rule TellingStays = new("statement.telling-stays");
}

/// <summary>
/// A statement (uitspraak): one sentence with its kind and its source (INV-16…20). Others answer, read it otherwise, say what it means;
/// nobody overwrites anybody.
/// </summary>
public sealed class Statement : Contribution
{
    internal Statement(
        Head head, string words, StatementKind kind, Source source, DateOnly? happened, ContributionId? under, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        Words = words;
        Kind = kind;
        Source = source;
        Happened = happened;
        Under = under;
    }

    internal Statement(
        Head head, string words, StatementKind kind, Source source, DateOnly? happened, ContributionId? under, Withholding? withheld, SeatSet kept,
        IEnumerable<Addition> additions)
        : this(head, words, kind, source, happened, under, additions)
    {
        Withheld = withheld;
        KeptFrom = kept;
    }

    /// <summary>The sentence; empty after it was taken back.</summary>
    public string Words { get; private set; }

    /// <summary>The kind, as the author says now.</summary>
    public StatementKind Kind { get; private set; }

    /// <summary>Where it comes from.</summary>
    public Source Source { get; private set; }

    /// <summary>When it happened; null when not said.</summary>
    public DateOnly? Happened { get; }

    /// <summary>The worry, or the statement that was being found out, under which it hangs; null when it stands alone.</summary>
    public ContributionId? Under { get; }

    /// <summary>How it is withheld from whom it is about, or was (R127); null when it never was.</summary>
    public Withholding? Withheld { get; private set; }

    /// <inheritdoc />
    /// <remarks>A yes is for the sentence that was read: after a correction the source reads again.</remarks>
    public override SeatNumber? WaitsFor =>
        Source is { Knowing: Knowing.WasTold, Seat: { } seat } && LastOfSource is not SourceAgreement { Agrees: true } ? seat : null;

    /// <inheritdoc />
    /// <remarks>Whoever is named as having told it can always read what stands there in their name (D9).</remarks>
    public override SeatSet AlwaysRead => base.AlwaysRead
        .And(Source.Seat is { } teller ? SeatSet.Of(teller) : SeatSet.None)
        .And(Withheld is { } withheld ? withheld.From.And(withheld.Seconds) : SeatSet.None);

    /// <summary>Whether the named source said that it may not stand here so.</summary>
    public bool IsRefusedBySource => LastOfSource is SourceAgreement { Agrees: false };

    private Addition? LastOfSource => Additions.LastOrDefault(addition => addition is SourceAgreement or Correction);

    /// <summary>How others read it, the last reading of each.</summary>
    public IEnumerable<Reading> Readings =>
        Additions.OfType<Reading>().GroupBy(reading => reading.By).Select(own => own.Last());

    /// <summary>Earlier kinds.</summary>
    public IEnumerable<KindChange> KindChanges => Additions.OfType<KindChange>();

    /// <summary>Earlier sentences.</summary>
    public IEnumerable<Correction> Corrections => Additions.OfType<Correction>();

    /// <summary>What it means to people, the last of each.</summary>
    public IEnumerable<Meaning> Meanings => Additions.OfType<Meaning>().GroupBy(meaning => meaning.By).Select(own => own.Last());

    /// <summary>Who is finding out, as long as nothing was found.</summary>
    public FindingOut? OpenFindingOut => Additions.LastOrDefault(a => a is FindingOut or Found) as FindingOut;

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
    [
        Words,
        .. new[] { Source.Words }.OfType<string>(),
        .. Readings.Select(reading => reading.Reason),
        .. KindChanges.Select(change => change.Reason),
        .. Corrections.SelectMany(correction => new[] { correction.Was, correction.Reason }),
        .. Meanings.Select(meaning => meaning.Words),
        .. Withheld is { } withheld ? withheld.All.Append(withheld.Longer).OfType<Withholding>().Select(one => one.Reason) : [],
    ];

    /// <summary>The kind that follows from how somebody knows (D5).</summary>
    /// <param name="knowing">How.</param>
    public static StatementKind KindOf(Knowing knowing) => knowing switch
    {
        Knowing.WasThere => StatementKind.Fact,
        Knowing.Find => StatementKind.Opinion,
        Knowing.Tells => StatementKind.Telling,
        _ => StatementKind.Suspicion,
    };

    /// <summary>Lays a statement on the table.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">The sentence.</param>
    /// <param name="source">How the author knows; null only for a child, who is not asked.</param>
    /// <param name="about">Whom it is about; may be nobody.</param>
    /// <param name="happened">When it happened; may be left out.</param>
    /// <param name="under">What it hangs under; may be nothing.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No words, no source, a day that is still to come, or somebody named does not sit here.</exception>
    public static Statement Lay(
        Circle circle, string? words, Source? source, SeatSet about, DateOnly? happened, Contribution? under, Audience audience, Act act)
    {
        if (act.Voice.Age == AgeGroup.Child)
        {
            source = new Source(Knowing.Tells, null, null);
        }

        Require(source is not null && source.Knowing is >= Knowing.WasThere and <= Knowing.Tells, StatementRules.HasKindAndSource);
        Require(source!.Knowing != Knowing.Tells || act.Voice.Age == AgeGroup.Child, StatementRules.HasKindAndSource);
        var teller = source.Knowing == Knowing.WasTold ? source.Seat : null;
        Require(teller is null || circle.Seats.Any(seat => seat.Number == teller), CircleRules.SitsHere);
        Require(teller != act.Voice.Number, StatementRules.SourceIsAnother);
        Require(act.Voice.IsGuest || teller is not { } told || !IsGuestOf(about, circle.SeatAt(told)), StatementRules.SourceNotAbout);

        // A day may have begun here that has not in UTC.
        Require(happened is null || happened <= act.Today, StatementRules.DayNotToCome);
        Require(under is null || (under.Circle == circle.Id && under.MayBeReadBy(act.By)), CommonRules.ProofFits);
        Require(under is not { IsTakenBack: true }, CommonRules.StillOnTheTable);
        Require(under is null || under.KeptFrom.IsEmpty, WithholdingRules.NothingUnder);
        var kept = source with
        {
            Seat = teller,
            Words = source.Knowing is Knowing.WasTold or Knowing.HaveRead && teller is null
                ? Access.Words.Optional(source.Words, Access.Words.Brief)
                : null,
        };
        if (teller is { } named && !audience.Includes(circle.SeatAt(named), act.Voice.Number, SeatSet.Of(act.Voice.Number), act.At))
        {
            // Whoever is named as having told it can always read what stands there in their name.
            audience = audience.Including(SeatSet.Of(named));
        }

        var laid = new Statement(
            NewHead(circle, about, audience, act), Access.Words.Needed(words), KindOf(source.Knowing), kept, happened, under?.Id, []);
        laid.RecordLaid(act);
        return laid;
    }

    /// <summary>The named source says whether the sentence may stand here so.</summary>
    /// <param name="agrees">Whether it may.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="StatementRules.SourceOnly"/>.</exception>
    public void AgreeAsSource(bool agrees, Act act)
    {
        Needs(act, Circle, Permission.Speak);
        Require(Source.Seat == act.By.Number, StatementRules.SourceOnly);
        Require(WaitsFor is not null && (agrees || !IsRefusedBySource), CommonRules.OnlyOnce);
        Add(new SourceAgreement(act.By.Number, act.At, agrees), act, agrees ? Deed.SourceAgreed : Deed.SourceRefused);
    }

    /// <summary>"I read this as …" (R34). The author's kind stays as it is.</summary>
    /// <param name="kind">As what.</param>
    /// <param name="reason">Why.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No reason, no such kind, the author speaks, or it is kept back: these words would show with it.</exception>
    public void ReadAs(StatementKind kind, string? reason, Act act)
    {
        MustBeReader(act);
        Require(KeptFrom.IsEmpty, WithholdingRules.NothingUnder);
        Require(kind is StatementKind.Fact or StatementKind.Suspicion or StatementKind.Opinion, StatementRules.HasKindAndSource);
        Require(act.By.Number != By, StatementRules.AuthorChangesKind);
        Add(new Reading(act.By.Number, act.At, kind, Access.Words.Needed(reason, Access.Words.Brief)), act, Deed.ReadAs);
    }

    /// <summary>The author changes the kind, with a reason; the old kind stays visible (INV-17, R33).</summary>
    /// <param name="kind">The kind from now on.</param>
    /// <param name="reason">Why.</param>
    /// <param name="seen">How many <see cref="KindChanges"/> the author saw.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Somebody else speaks, no reason, the same kind, or it changed meanwhile.</exception>
    public void ChangeKind(StatementKind kind, string? reason, int seen, Act act)
    {
        Needs(act, Circle, Permission.Speak);
        Require(act.By.Number == By, StatementRules.AuthorChangesKind);
        Require(Kind != StatementKind.Telling, StatementRules.TellingStays);
        Require(kind is StatementKind.Fact or StatementKind.Suspicion or StatementKind.Opinion, StatementRules.HasKindAndSource);
        Require(seen == KindChanges.Count(), CommonRules.NotChangedMeanwhile);
        Require(kind != Kind, StatementRules.AnotherKind);
        Add(new KindChange(By, act.At, Kind, kind, Access.Words.Needed(reason, Access.Words.Brief)), act, Deed.KindChanged);
        Kind = kind;
    }

    /// <summary>The author corrects the sentence; the old one stays visible and whoever received it hears (R36).</summary>
    /// <param name="words">The sentence from now on.</param>
    /// <param name="reason">Why.</param>
    /// <param name="seen">How many <see cref="Corrections"/> the author saw.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Somebody else speaks, words are missing, or it was corrected meanwhile.</exception>
    public void Correct(string? words, string? reason, int seen, Act act)
    {
        MustBeOwn(act);
        Require(seen == Corrections.Count(), CommonRules.NotChangedMeanwhile);
        var sentence = Access.Words.Needed(words);
        Add(new Correction(By, act.At, Words, Access.Words.Needed(reason, Access.Words.Brief)), act, Deed.Corrected);
        Words = sentence;
    }

    /// <summary>
    /// Whether somebody can be asked to find out: oneself, and whoever is of age and known to read it, but not a professional it is about (D30). Its author,
    /// who chose the readers, can ask each of them. A child is set to find out nothing by another (T20).
    /// </summary>
    /// <param name="who">Who would find out.</param>
    /// <param name="asks">Who asks.</param>
    public bool MayFindOut(Seat who, Seat asks) => MayBeAskedToFindOut(who, asks) && !IsGuestOf(About, who) && (who.Number == asks.Number || who.IsGrownUp);

    /// <summary>Somebody finds out whether it is so (R38).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="who">Who finds out.</param>
    /// <param name="before">Until when.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">
    /// That person does not sit here, is set to it by another and not of age, or it is about them while they work here; the day has been, somebody finds it out
    /// already and it is not this person's to choose another, or it is kept back: what is found would show what is not read yet.
    /// </exception>
    public void FindOut(Circle circle, SeatNumber who, DateOnly before, Act act)
    {
        MustBeReader(act);
        Require(KeptFrom.IsEmpty, WithholdingRules.NothingUnder);
        var finder = circle.SeatAt(who);
        Require(circle.Id == Circle && MayBeAskedToFindOut(finder, act.By), CircleRules.SitsHere);
        Require(!IsGuestOf(About, finder), StatementRules.NotAboutFinder);
        Require(finder.Number == act.By.Number || finder.IsGrownUp, StatementRules.NoChildFinds);
        Require(OpenFindingOut is not { } open || MayFindInstead(open, act.By), CommonRules.OnlyOnce);
        Require(before > act.Today, StatementRules.DayToCome);
        Add(new FindingOut(act.By.Number, act.At, who, before), act, Deed.FindingOut);
    }

    /// <summary>Whether somebody can choose another who finds out: who wrote the sentence, whom it is about, and who was asked and would rather not.</summary>
    /// <param name="open">What is being found out.</param>
    /// <param name="seat">Who would choose.</param>
    public bool MayFindInstead(FindingOut open, Seat seat) => seat.Number == By || About.Has(seat.Number) || open.Who == seat.Number;

    /// <summary>Whether somebody can say what was found out: whoever reads it, but not a professional it is about (D30).</summary>
    /// <param name="seat">Who.</param>
    public bool MaySayWhatWasFound(Seat seat) => MayBeReadBy(seat) && !IsGuestOf(About, seat);

    /// <summary>What was found out, as a new statement (R38).</summary>
    /// <param name="found">The new statement, laid by the same person.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">Nothing was being found out, or it is about a professional who says it.</exception>
    public void IsFound(Statement found, Act act)
    {
        MustBeReader(act);
        Require(MaySayWhatWasFound(act.By), StatementRules.NotAboutFinder);
        Require(OpenFindingOut is not null && found.By == act.By.Number && found.Under == Id, StatementRules.IsBeingFoundOut);
        if (found.WaitsFor is null)
        {
            Add(new Found(act.By.Number, act.At, found.Id), act, Deed.Found);
        }
    }

    /// <summary>
    /// What was found out in somebody's name stands here once that somebody said that it may (D9). Until then nobody else sees that anything was found: it
    /// would tell that somebody said something.
    /// </summary>
    /// <param name="found">What was found, to which its source just agreed.</param>
    /// <param name="act">Proof of the source, who reads this too.</param>
    public void IsFoundWith(Statement found, Act act)
    {
        MustBeReader(act);
        if (found.WaitsFor is null && found.Under == Id && found.Source.Seat == act.By.Number && OpenFindingOut is not null && !IsTakenBack)
        {
            Add(new Found(found.By, act.At, found.Id), act, Deed.Found);
        }
    }

    /// <summary>Whether somebody may say what it means to them: of what is kept back only who wrote it (T22).</summary>
    /// <param name="seat">Who.</param>
    public bool MayBeExplainedBy(Seat seat) => KeptFrom.IsEmpty || seat.Number == By;

    /// <summary>What this means to somebody (INV-20, R39).</summary>
    /// <param name="words">What it means.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">No words, or it is another's and kept back: these words would show with it, on a day that another chooses.</exception>
    public void Means(string? words, Act act)
    {
        MustBeReader(act);
        Require(MayBeExplainedBy(act.By), WithholdingRules.NothingUnder);
        Add(new Meaning(act.By.Number, act.At, Access.Words.Needed(words, Access.Words.Brief)), act, Deed.Meant);
    }

    /// <summary>
    /// Asks, while it is laid down, that whom it is about does not read it yet (R127). From then on the second reads it, and when the last day has
    /// passed whoever it was kept from does.
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="from">From whom.</param>
    /// <param name="second">Who is asked to agree.</param>
    /// <param name="reason">Why.</param>
    /// <param name="until">The last day.</param>
    /// <param name="act">Proof of who speaks: the same with which it was laid down.</param>
    /// <exception cref="RuleBrokenException">One of <see cref="WithholdingRules"/>, no reason, or it is somebody else's.</exception>
    public void Withhold(Circle circle, SeatSet from, SeatNumber second, string? reason, DateOnly until, Act act)
    {
        MustBeOwn(act);
        Require(Withheld is null && At == act.At && Version == 0 && Turn is null && WrittenBy is null, WithholdingRules.FromTheBeginning);
        Require(from.Without(About).IsEmpty && !About.Has(By) && (Source.Seat is not { } teller || !from.Has(teller)), WithholdingRules.AboutThem);

        // A professional it is about has no say over who reads it, nor a yes to keep it from others (D30).
        MustBeSecond(circle, second);

        // A child it is about as well does not read it earlier than the grown-up does, and the second says yes to that too.
        var children = SeatSet.Of(circle.Seats.Where(seat => !seat.IsGrownUp && About.Has(seat.Number) && seat.Number != Source.Seat).Select(seat => seat.Number));
        var asked = Withholding.Ask(circle, from.IsEmpty ? from : from.And(children), second, reason, until, act);
        Record(act, Deed.WithholdingAsked, Id.Value);
        Stands(asked, act);
    }

    /// <summary>The second agrees, to the withholding or to the longer that was asked (R127).</summary>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">It is not withheld, or <see cref="Withholding.Agree"/> says no.</exception>
    public void AgreeToWithhold(Act act) => ChangeWithheld(act, Deed.WithholdingAgreed, withheld => withheld.Agree(act));

    /// <summary>The second says no: to the withholding, then it is its author's alone; or to the longer, then the last day stays (R127).</summary>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">It is not withheld, or <see cref="Withholding.Refuse"/> says no.</exception>
    public void RefuseToWithhold(Act act) => ChangeWithheld(act, Deed.WithholdingRefused, withheld => withheld.Refuse(act));

    /// <summary>The author asks for longer, while it is withheld, with a reason and a second as the first time (R127).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="second">Who is asked to agree.</param>
    /// <param name="reason">Why.</param>
    /// <param name="until">The new last day.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">It is not withheld, or <see cref="Withholding.AskLonger"/> says no.</exception>
    public void WithholdLonger(Circle circle, SeatNumber second, string? reason, DateOnly until, Act act)
    {
        MustBeSecond(circle, second);
        ChangeWithheld(act, Deed.WithholdingLonger, withheld => withheld.AskLonger(circle, second, reason, until, act));
    }

    /// <summary>The author shows it, at any time (R127).</summary>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">It is not withheld, it was shown before, or it is somebody else's.</exception>
    public void Show(Act act)
    {
        Require(Withheld is null || !KeptFrom.IsEmpty, CommonRules.OnlyOnce);
        ChangeWithheld(act, Deed.WithholdingShown, withheld => withheld.Show(act));
    }

    /// <summary>Whether somebody may take back their yes to withholding it.</summary>
    /// <param name="seat">Who.</param>
    /// <param name="today">The day.</param>
    public bool MayTakeYesBack(Seat seat, DateOnly today) => !KeptFrom.IsEmpty && Withheld?.MayTakeYesBack(seat.Number, today) == true;

    /// <summary>Whether somebody is asked, as the last day is near, what they want (R127): who wrote it, or when that one is not here any more who agreed.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="seat">Who.</param>
    /// <param name="today">The day.</param>
    public bool AsksAgain(Circle circle, Seat seat, DateOnly today) => !IsTakenBack && !KeptFrom.IsEmpty && Withheld is { } withheld && withheld.AsksAgainOn(today)
        && (seat.Number == By || (circle.SeatAt(By).Person is null && withheld.MayTakeYesBack(seat.Number, today)));

    /// <summary>Whether a deed changes from whom something is kept.</summary>
    /// <param name="deed">The deed.</param>
    public static bool ChangesWhatIsKept(Deed deed) => deed is Deed.WithholdingAsked or Deed.WithholdingAgreed or Deed.WithholdingRefused
        or Deed.WithholdingYesTakenBack or Deed.WithholdingLonger or Deed.WithholdingShown;

    /// <summary>The second takes the yes back (R127).</summary>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException">It is not withheld, or <see cref="Withholding.TakeYesBack"/> says no.</exception>
    public void TakeYesBack(Act act) => ChangeWithheld(act, Deed.WithholdingYesTakenBack, withheld => withheld.TakeYesBack(act));

    /// <summary>Who does not read it now and will when the second says yes to what is asked (R127); nobody when nothing is.</summary>
    /// <param name="circle">The table.</param>
    public IEnumerable<Seat> ReadersAfterYes(Circle circle) => AskedToWithhold is not { } asked ? [] : circle.Seats.Where(seat =>
        KeptFrom.Has(seat.Number) && asked.Meanwhile.Has(seat.Number) && Audience.Includes(seat, By, Voices, At));

    /// <summary>What somebody is asked to agree to, as long as it can be answered; null for nothing.</summary>
    public Withholding? AskedToWithhold => KeptFrom.IsEmpty ? null : Withheld?.Waiting;

    /// <summary>From whom it is kept on a day, whatever readers were chosen. Who wrote it and who told it are never among them.</summary>
    /// <param name="day">The day.</param>
    public SeatSet KeptOn(DateOnly day) => Withheld is { } withheld
        ? withheld.HiddenOn(day).Without(SeatSet.Of(By)).Without(Source.Seat is { } teller ? SeatSet.Of(teller) : SeatSet.None)
        : SeatSet.None;

    private protected override bool HasOtherNewsFor(Seat reader, DateTimeOffset since) => Withheld is { } withheld
        && (withheld.All.Append(withheld.Longer).OfType<Withholding>().Any(one => one.Second != reader.Number && (one.AgreedAt > since || one.RefusedAt > since))
            || (By != reader.Number && (withheld.ShownAt > since || withheld.Longer?.AskedAt > since)));

    private void ChangeWithheld(Act act, Deed deed, Func<Withholding, Withholding> change)
    {
        MustBeReader(act);
        Require(Withheld is not null, WithholdingRules.InForce);
        Require(!IsTakenBack, CommonRules.StillOnTheTable);
        var stands = change(Withheld!);
        Record(act, deed, Id.Value);
        Stands(stands, act);
    }

    private bool MayBeAskedToFindOut(Seat who, Seat asks) => who.Number == asks.Number || IsKnownToRead(who, asks);

    private void MustBeSecond(Circle circle, SeatNumber second) =>
        Require(!circle.Seats.Any(seat => seat.Number == second && IsGuestOf(About, seat)), WithholdingRules.SecondIsAnother);

    private static bool IsGuestOf(SeatSet about, Seat seat) => seat.IsGuest && about.Has(seat.Number);

    private void Stands(Withholding withheld, Act act)
    {
        Withheld = withheld;
        KeptFrom = KeptOn(act.Today);
        Let(Audience.Including(AlwaysRead));
    }

    private protected override void Forget()
    {
        Words = "";
        Source = Source with { Words = null };
    }
}
