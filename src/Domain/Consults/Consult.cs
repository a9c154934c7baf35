using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Consults;

/// <summary>What somebody tells who asks something in the background. The numbers are stored: never change or reuse one.</summary>
public enum ConsultAsk
{
    /// <summary>What I saw or heard myself: a fact.</summary>
    Fact = 1,

    /// <summary>What I think: a suspicion.</summary>
    Suspicion = 2,

    /// <summary>What I find: an opinion.</summary>
    Opinion = 3,

    /// <summary>What I do not know.</summary>
    NotKnown = 4,

    /// <summary>What the family itself says about it.</summary>
    FamilySays = 5,

    /// <summary>What I would like to know.</summary>
    WantsToKnow = 6,
}

/// <summary>What an expert says. There is no verdict, no number and no scale. The numbers are stored: never change or reuse one.</summary>
public enum AdviceAsk
{
    /// <summary>How I see it.</summary>
    Perception = 1,

    /// <summary>On what that rests.</summary>
    Basis = 2,

    /// <summary>Where I am in doubt.</summary>
    Doubts = 3,

    /// <summary>What to ask the family.</summary>
    AskFamily = 4,
}

/// <summary>Where an expert would stay (L912–915). The numbers are stored: never change or reuse one.</summary>
public enum ExpertStays
{
    /// <summary>At a distance: that is enough, and no face more for the family.</summary>
    AtADistance = 1,

    /// <summary>Would come, if the family wants that.</summary>
    WouldCome = 2,
}

/// <summary>What a host says of a question before it goes out: for who asks alone, and no other host reads it (T20).</summary>
/// <param name="By">Which host.</param>
/// <param name="At">When, UTC.</param>
/// <param name="RatherNot">Whether they would rather not have it asked. A no needs no reason (D8).</param>
/// <param name="Words">What they add, which goes along with the question; at most <see cref="Domain.Access.Words.Brief"/> characters; null for nothing.</param>
public sealed record FamilyAdded(SeatNumber By, DateTimeOffset At, bool RatherNot, string? Words);

/// <summary>One sentence that somebody said once.</summary>
/// <param name="Words">The words; at most <see cref="Domain.Access.Words.Brief"/> characters.</param>
/// <param name="At">When, UTC.</param>
public sealed record SaidOnce(string Words, DateTimeOffset At);

/// <summary>What the expert gave: their perception, dated, and never a fact (R98).</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Stays">Where the expert would stay.</param>
public sealed record ExpertAdvice(DateTimeOffset At, ExpertStays Stays);

/// <summary>Rules of asking in the background.</summary>
public static class ConsultRules
{
    /// <summary>A professional asks, or a host of 12 or older; on the own screen.</summary>
    public static readonly Rule Asker = new("consult.asker");

    /// <summary>It says at least one thing that is known.</summary>
    public static readonly Rule SaysWhatIsKnown = new("consult.says-what-is-known");

    /// <summary>A professional says what the family itself says about it.</summary>
    public static readonly Rule FamilySays = new("consult.family-says");

    /// <summary>It says what one would like to know.</summary>
    public static readonly Rule WantsToKnow = new("consult.wants-to-know");

    /// <summary>Nothing about a family without a grown-up of it knowing (R5).</summary>
    public static readonly Rule FamilyKnows = new("consult.family-knows");

    /// <summary>No name of anybody at the table goes out (R98).</summary>
    public static readonly Rule WithoutNames = new("consult.without-names");

    /// <summary>The family reads it first, and nobody of them would rather not have it asked.</summary>
    public static readonly Rule FamilyFirst = new("consult.family-first");

    /// <summary>A host whom it is about says something of it, before it goes out.</summary>
    public static readonly Rule HostConcerned = new("consult.host-concerned");

    /// <summary>Whom one asks has a name.</summary>
    public static readonly Rule ExpertHasName = new("consult.expert-has-name");

    /// <summary>Whom one asks does some work, which the family reads.</summary>
    public static readonly Rule ExpertDoes = new("consult.expert-does");

    /// <summary>When we look back: a day from tomorrow on, within a year.</summary>
    public static readonly Rule LooksBack = new("consult.looks-back");

    /// <summary>Somebody asks at most <see cref="Circle.MostExperts"/> experts at a table.</summary>
    public static readonly Rule NotMoreExperts = new("consult.not-more-experts");

    /// <summary>Only the expert whom it was asked answers it.</summary>
    public static readonly Rule ExpertOnly = new("consult.expert-only");

    /// <summary>The expert says how they see it, on what that rests, and where they are in doubt.</summary>
    public static readonly Rule SaysAll = new("consult.says-all");

    /// <summary>Each in its turn.</summary>
    public static readonly Rule InTurn = new("consult.in-turn");

    /// <summary>A question without a table goes to experts of one region that there are.</summary>
    public static readonly Rule NoSuchExperts = new("consult.no-such-experts");

    /// <summary>Once it went out it stays, with what came of it: who asked stops it.</summary>
    public static readonly Rule Stays = new("consult.stays");

    /// <summary>Who reads it is said while it is asked, and stays so.</summary>
    public static readonly Rule ReadersStay = new("consult.readers-stay");
}

/// <summary>
/// A question in the background (vraag zonder namen; C29, R98): somebody at the table asks an expert who does not join, without a name in it. The hosts whom it is
/// about read it first, and may add something or would rather not have it asked. Who asks stays the face; the answer is the expert's perception, an opinion from a
/// distance, and never becomes a fact.
/// </summary>
public sealed class Consult : Contribution
{
    /// <summary>How long the family has to say something before a question goes out to which nobody said no.</summary>
    public static readonly TimeSpan FamilyReads = TimeSpan.FromDays(3);

    private readonly List<(ConsultAsk Ask, string Words)> _words;
    private readonly List<FamilyAdded> _added;
    private readonly List<(AdviceAsk Ask, string Words)> _advised;

    internal Consult(Head head, ConsultKept kept, IEnumerable<Addition> additions)
        : base(head, additions)
    {
        _words = [.. kept.Words];
        _added = [.. kept.Added];
        _advised = [.. kept.Advised];
        (Expert, SentAt, LookBack, AskedBack, Reply, Advice, CameOfIt, StoppedAt) =
            (kept.Expert, kept.SentAt, kept.LookBack, kept.AskedBack, kept.Reply, kept.Advice, kept.CameOfIt, kept.StoppedAt);
    }

    /// <summary>What was told and asked, by what it is.</summary>
    public IReadOnlyList<(ConsultAsk Ask, string Words)> Words => _words;

    /// <summary>The place of the expert, away from the table; null before it goes out.</summary>
    public SeatNumber? Expert { get; private set; }

    /// <summary>When it went out, UTC; null while it did not.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>From which day on who asked tells what came of it; null before it goes out.</summary>
    public DateOnly? LookBack { get; private set; }

    /// <summary>The one thing the expert asked back; null for nothing.</summary>
    public SaidOnce? AskedBack { get; private set; }

    /// <summary>What who asked said to that; null while nothing.</summary>
    public SaidOnce? Reply { get; private set; }

    /// <summary>When the expert gave how they see it, and where they would stay; null while nothing.</summary>
    public ExpertAdvice? Advice { get; private set; }

    /// <summary>What the expert said, by what was asked; nothing before.</summary>
    public IReadOnlyList<(AdviceAsk Ask, string Words)> Advised => _advised;

    /// <summary>What came of it, in one sentence of who asked; null while it was not told.</summary>
    public SaidOnce? CameOfIt { get; private set; }

    /// <summary>When who asked, or the expert, stopped it, UTC: then the expert comes in no more. Null while not.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>What hosts said of it, each the last. Who may read which: <see cref="AddedFor"/>.</summary>
    internal IReadOnlyList<FamilyAdded> Added => _added;

    /// <summary>Whose words every reader sees besides those of who asks, and whose words went out with it.</summary>
    internal SeatSet Speakers => IsTakenBack ? SeatSet.None
        : SeatSet.Of(_added.Where(one => one.Words is not null && SentAt is not null).Select(one => one.By)).And(Advice is null && AskedBack is null ? SeatSet.None : SeatSet.Of(Expert!.Value));

    /// <summary>When something of it changed that every reader sees, UTC: what one host says alone is no news for another (T20).</summary>
    internal DateTimeOffset ChangedForAll => new[]
    {
        At, SentAt, AskedBack?.At, Reply?.At, Advice?.At, CameOfIt?.At, StoppedAt, TakenBackAt, Additions.Count == 0 ? null : Additions.Max(addition => addition.At),
    }.Max()!.Value;

    /// <inheritdoc />
    public override Rule? HeldBy => SentAt is null ? null : ConsultRules.Stays;

    /// <inheritdoc />
    public override IEnumerable<string> Said =>
    [
        .. _words.Select(one => one.Words),
        .. new[] { AskedBack?.Words, Reply?.Words, CameOfIt?.Words }.OfType<string>(),
        .. _advised.Select(one => one.Words),
    ];

    private protected override bool IsForExperts => true;

    /// <summary>Whether somebody can ask in the background: a professional, or a host of 12 or older.</summary>
    /// <param name="seat">Who.</param>
    public static bool MayAsk(Seat seat) => seat.IsGuest || seat.IsDecidingHost;

    /// <summary>
    /// Lays a question on the table, before it goes anywhere. Of a professional the hosts whom it is about read it, and nobody else; a host's own is for that host, or
    /// for everybody when they say so.
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">What was typed, by what was asked.</param>
    /// <param name="about">Which hosts it is about, children too.</param>
    /// <param name="everybodyReads">Whether everybody at the table reads a host's own question. Counts for a host alone.</param>
    /// <param name="letStand">Ordinary words that happen to be a name.</param>
    /// <param name="act">Proof of who asks, on the own screen.</param>
    /// <exception cref="RuleBrokenException">Something is missing, no grown-up of the family would know, or there is a name in it.</exception>
    public static Consult Ask(
        Circle circle, IReadOnlyDictionary<ConsultAsk, string?> words, SeatSet about, bool everybodyReads, IReadOnlyCollection<string> letStand, Act act)
    {
        Needs(act, circle.Id, Permission.Speak);
        Require(MayAsk(act.By) && act.WrittenBy is null, ConsultRules.Asker);
        var said = Enum.GetValues<ConsultAsk>()
            .Select(ask => (Ask: ask, Words: Access.Words.Optional(words.GetValueOrDefault(ask), Access.Words.Brief)))
            .Where(one => one.Words is not null).Select(one => (one.Ask, one.Words!)).ToList();
        bool Has(params ReadOnlySpan<ConsultAsk> asks)
        {
            foreach (var ask in asks)
            {
                if (said.Exists(one => one.Ask == ask))
                {
                    return true;
                }
            }

            return false;
        }

        Require(Has(ConsultAsk.Fact, ConsultAsk.Suspicion, ConsultAsk.Opinion), ConsultRules.SaysWhatIsKnown);
        Require(!act.By.IsGuest || Has(ConsultAsk.FamilySays), ConsultRules.FamilySays);
        Require(Has(ConsultAsk.WantsToKnow), ConsultRules.WantsToKnow);
        var hosts = SeatSet.Of(circle.Seats.Where(seat => seat.Side == SeatSide.Host).Select(seat => seat.Number));
        Require(about.Without(hosts).IsEmpty, CircleRules.SitsHere);
        if (act.By.IsGuest)
        {
            var whoRead = circle.Seats.Where(seat => about.Has(seat.Number) && seat is { IsDecidingHost: true, Person: not null }).ToList();
            Require(whoRead.Exists(seat => seat.IsParent) || (whoRead.Count > 0 && !circle.Seats.Any(seat => seat is { IsParent: true, Person: not null })), ConsultRules.FamilyKnows);
        }

        FamilyNames.Without(circle, act.By.Number, letStand, said.Select(one => one.Item2));
        var audience = act.By.IsGuest ? Audience.These(about) : everybodyReads ? Audience.Everyone : Audience.OnlyMe;
        var consult = new Consult(NewHead(circle, about, audience, act), new ConsultKept { Words = said }, []);
        consult.RecordLaid(act);
        return consult;
    }

    /// <summary>The hosts who read it first, and say something of it or not: of 12 or older, whom it is about, who come in. Nobody for a host's own question.</summary>
    /// <param name="circle">The table.</param>
    public IEnumerable<Seat> ReadFirst(Circle circle) => ByGuest
        ? circle.Seats.Where(seat => About.Has(seat.Number) && seat is { IsDecidingHost: true, Person: not null })
        : [];

    /// <summary>What hosts said of it, for who asked all, for a host the own, and for the expert what goes along.</summary>
    /// <param name="reader">Who reads.</param>
    public IReadOnlyList<FamilyAdded> AddedFor(Seat reader) => !WordsMayBeReadBy(reader)
        ? []
        : reader.IsExpert
            ? [.. _added.Where(one => one is { RatherNot: false, Words: not null })]
            : [.. _added.Where(one => reader.Number == By || reader.Number == one.By)];

    /// <summary>Whether a host says something of it now: before it goes out.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="host">Who.</param>
    public bool AsksHost(Circle circle, Seat host) => !IsTakenBack && StoppedAt is null && SentAt is null && ReadFirst(circle).Any(seat => seat.Number == host.Number);

    /// <summary>A host whom it is about says that it is good so, adds words that go along, or would rather not have it asked; as often as they want before it goes out.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="ratherNot">Whether they would rather not.</param>
    /// <param name="words">What they add; empty for nothing.</param>
    /// <param name="letStand">Ordinary words that happen to be a name.</param>
    /// <param name="act">Proof of that host.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, it went out, or there is a name in it.</exception>
    public void Say(Circle circle, bool ratherNot, string? words, IReadOnlyCollection<string> letStand, Act act)
    {
        MustBeReader(act);
        Require(circle.Id == Circle && AsksHost(circle, act.By), ConsultRules.HostConcerned);
        var said = Access.Words.Optional(words, Access.Words.Brief);
        FamilyNames.Without(circle, By, letStand, said);
        _added.RemoveAll(one => one.By == act.By.Number);
        _added.Add(new FamilyAdded(act.By.Number, act.At, ratherNot, said));
        Record(act, Deed.ConsultSaid, Id.Value);
    }

    /// <summary>Who of the family has not said anything yet and still has time for it.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="at">The moment, UTC.</param>
    public IReadOnlyList<Seat> StillReading(Circle circle, DateTimeOffset at) =>
        at - At >= FamilyReads ? [] : [.. ReadFirst(circle).Where(seat => !_added.Exists(one => one.By == seat.Number))];

    /// <summary>Whether it can go out: nobody of the family would rather not, and each said something or had a day for it.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="at">The moment, UTC.</param>
    public bool MaySend(Circle circle, DateTimeOffset at) =>
        !IsTakenBack && StoppedAt is null && SentAt is null && !_added.Exists(one => one.RatherNot) && StillReading(circle, at).Count == 0;

    /// <summary>It goes out: the expert gets a place away from the table, and who asked a card for it.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="name">What the expert is called.</param>
    /// <param name="does">What work the expert does, in plain words.</param>
    /// <param name="lookBack">When we look back.</param>
    /// <param name="act">Proof of who asked.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, the family did not read it yet, or something is missing.</exception>
    public void Send(Circle circle, string? name, string? does, DateOnly? lookBack, Act act)
    {
        MustBeOwn(act);
        Require(circle.Id == Circle && SentAt is null && StoppedAt is null, CommonRules.OnlyOnce);
        Require(MaySend(circle, act.At), ConsultRules.FamilyFirst);
        Require(lookBack is { } day && day > act.Today && day <= act.Today.AddDays(366), ConsultRules.LooksBack);
        var seat = circle.SeatExpert(name, does, act);
        (Expert, SentAt, LookBack) = (seat.Number, act.At, lookBack);
        Let(Audience.Including(SeatSet.Of(seat.Number)));
        Record(act, Deed.ConsultSent, Id.Value);
    }

    /// <summary>The expert asks one thing back, before the answer.</summary>
    /// <param name="words">In own words.</param>
    /// <param name="act">Proof of the expert.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, it was done before, or it is answered or stopped.</exception>
    public void AskBack(string? words, Act act)
    {
        MustBeExpert(act);
        Require(AskedBack is null, CommonRules.OnlyOnce);
        Require(Advice is null, ConsultRules.InTurn);
        AskedBack = new SaidOnce(Access.Words.Needed(words, Access.Words.Brief), act.At);
        Record(act, Deed.ExpertAskedBack, Id.Value);
    }

    /// <summary>Who asked answers what the expert asked back.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">In own words.</param>
    /// <param name="letStand">Ordinary words that happen to be a name.</param>
    /// <param name="act">Proof of who asked.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, nothing was asked back, it was done before, or there is a name in it.</exception>
    public void AnswerBack(Circle circle, string? words, IReadOnlyCollection<string> letStand, Act act)
    {
        MustBeOwn(act);
        Require(Reply is null, CommonRules.OnlyOnce);
        Require(circle.Id == Circle && AskedBack is not null && StoppedAt is null, ConsultRules.InTurn);
        Reply = Leaving(circle, words, letStand, act);
        Record(act, Deed.ExpertReplied, Id.Value);
    }

    /// <summary>The expert gives how they see it. Once: whoever sees it otherwise later is asked anew.</summary>
    /// <param name="words">What was typed, by what was asked. How, on what, and the doubts cannot be left out.</param>
    /// <param name="stays">Where they would stay; null for at a distance.</param>
    /// <param name="act">Proof of the expert.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, something is missing, or it was done or stopped before.</exception>
    public void Advise(IReadOnlyDictionary<AdviceAsk, string?> words, ExpertStays? stays, Act act)
    {
        MustBeExpert(act);
        Require(Advice is null, CommonRules.OnlyOnce);
        var said = Enum.GetValues<AdviceAsk>()
            .Select(ask => (Ask: ask, Words: Access.Words.Optional(words.GetValueOrDefault(ask))))
            .Where(one => one.Words is not null).Select(one => (one.Ask, one.Words!)).ToList();
        Require(new[] { AdviceAsk.Perception, AdviceAsk.Basis, AdviceAsk.Doubts }.All(ask => said.Exists(one => one.Ask == ask)), ConsultRules.SaysAll);
        _advised.AddRange(said);
        Advice = new ExpertAdvice(act.At, stays is ExpertStays.WouldCome ? ExpertStays.WouldCome : ExpertStays.AtADistance);
        Record(act, Deed.Advised, Id.Value);
    }

    /// <summary>Whether who asked can tell what came of it: from the day on that was chosen.</summary>
    /// <param name="today">The day, where people sit.</param>
    public bool MayTell(DateOnly today) => Advice is not null && CameOfIt is null && StoppedAt is null && LookBack <= today;

    /// <summary>Who asked tells the expert, and all who read this, what came of it.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="words">One sentence.</param>
    /// <param name="letStand">Ordinary words that happen to be a name.</param>
    /// <param name="act">Proof of who asked.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, it is too early or done before, or there is a name in it.</exception>
    public void Tell(Circle circle, string? words, IReadOnlyCollection<string> letStand, Act act)
    {
        MustBeOwn(act);
        Require(CameOfIt is null, CommonRules.OnlyOnce);
        Require(circle.Id == Circle && MayTell(act.Today), ConsultRules.InTurn);
        CameOfIt = Leaving(circle, words, letStand, act);
        Record(act, Deed.CameOfConsultTold, Id.Value);
    }

    /// <summary>Who asked stops it, or the expert does: the expert comes in no more from the next request on. What was said stays.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="act">Proof of who asked, or of the expert.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, or it was stopped before.</exception>
    public void Stop(Circle circle, Act act)
    {
        Needs(act, Circle, act.By.IsExpert ? Permission.Advise : Permission.Speak);
        Require(act.By.Number == (act.By.IsExpert ? Expert : By), CommonRules.OwnOnly);
        Require(circle.Id == Circle && SentAt is not null && StoppedAt is null, CommonRules.OnlyOnce);
        StoppedAt = act.At;
        circle.LetGo(Expert!.Value, act);
        Record(act, Deed.ConsultStopped, Id.Value);
    }

    /// <summary>Once the expert said how they see it, whoever reads that at the table answers it as any sentence.</summary>
    /// <param name="seat">The person.</param>
    public override bool MayBeAnsweredBy(Seat seat) => Advice is not null && seat.Number != By && !seat.IsAway;

    /// <summary>Who reads it stays as it was said while it was asked.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="act">Proof of who speaks.</param>
    /// <exception cref="RuleBrokenException"><see cref="ConsultRules.ReadersStay"/>.</exception>
    public override void ChooseReaders(Circle circle, Audience audience, Act act)
    {
        MustBeOwn(act);
        throw new RuleBrokenException(ConsultRules.ReadersStay);
    }

    private protected override bool HasOtherNewsFor(Seat reader, DateTimeOffset since) =>
        (reader.Number != By && (SentAt > since || Reply?.At > since || CameOfIt?.At > since || StoppedAt > since))
        || (reader.Number != Expert && (AskedBack?.At > since || Advice?.At > since || StoppedAt > since));

    private protected override void Forget()
    {
        _words.Clear();
        _added.Clear();
    }

    private SaidOnce Leaving(Circle circle, string? words, IReadOnlyCollection<string> letStand, Act act)
    {
        var said = Access.Words.Needed(words, Access.Words.Brief);
        FamilyNames.Without(circle, By, letStand, said);
        return new SaidOnce(said, act.At);
    }

    private void MustBeExpert(Act act)
    {
        Needs(act, Circle, Permission.Advise);
        Require(MayBeReadBy(act.By) && act.By.Number == Expert, ConsultRules.ExpertOnly);
        Require(StoppedAt is null, ConsultRules.InTurn);
    }
}

/// <summary>What is kept of a question in the background.</summary>
internal sealed record ConsultKept
{
    public IReadOnlyList<(ConsultAsk Ask, string Words)> Words { get; init; } = [];

    public IReadOnlyList<FamilyAdded> Added { get; init; } = [];

    public IReadOnlyList<(AdviceAsk Ask, string Words)> Advised { get; init; } = [];

    public SeatNumber? Expert { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateOnly? LookBack { get; init; }

    public SaidOnce? AskedBack { get; init; }

    public SaidOnce? Reply { get; init; }

    public ExpertAdvice? Advice { get; init; }

    public SaidOnce? CameOfIt { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }
}
