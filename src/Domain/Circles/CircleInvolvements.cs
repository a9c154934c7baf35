using Keukentafel.Domain.Access;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Domain.Circles;

/// <summary>Who of the professionals joins, when it is clear to the family first what it is worth (R96, R97).</summary>
public sealed partial class Circle
{
    private readonly List<Involvement> _involvements = [];

    /// <summary>Everybody who was proposed here, the oldest first. Who may read which: <see cref="MayRead(Involvement, Seat)"/>.</summary>
    public IReadOnlyList<Involvement> Involvements => _involvements;

    /// <summary>
    /// The hosts who are asked: each who can come in, however old. Nobody answers for another (T20), so who cannot come in yet is not asked here.
    /// </summary>
    public IEnumerable<Seat> Asked => _seats.Where(seat => seat is { Side: SeatSide.Host, Person: not null });

    /// <summary>Whether somebody comes in here now: has a place, and no authority on which it rested is over.</summary>
    /// <param name="person">Who.</param>
    /// <param name="at">The moment, UTC.</param>
    public bool ComesIn(PersonId person, DateTimeOffset at) => SeatOf(person) is { } seat && !IsOver(seat, at);

    /// <summary>Whether somebody can propose a person: a host of 12 or older, or a guest.</summary>
    /// <param name="by">Who.</param>
    public static bool MayPropose(Seat by) => by.IsGuest || by.IsDecidingHost;

    /// <summary>The involvement that belongs to a seat; null for none.</summary>
    /// <param name="seat">The seat.</param>
    public Involvement? InvolvementOf(SeatNumber seat) => _involvements.Find(one => one.Seat == seat);

    /// <summary>Whether every host who is asked said yes, or it does not wait for that (R97, INV-58, INV-62).</summary>
    /// <param name="involvement">Which.</param>
    public bool IsWelcome(Involvement involvement) => involvement.TakenBackAt is null
        && (involvement.Authority is not null || (Asked.Any() && Asked.All(host => involvement.AnswerOf(host.Number)?.Answer == WelcomeAnswer.Welcome)));

    /// <summary>
    /// Whether somebody may read of it: the hosts first, who proposed it, and in whose place it is; the others at the table once this person has a seat (INV-58).
    /// </summary>
    /// <param name="involvement">Which.</param>
    /// <param name="reader">Who.</param>
    public bool MayRead(Involvement involvement, Seat reader) =>
        reader.Side == SeatSide.Host || involvement.By == reader.Number || involvement.StandsIn?.For == reader.Number
        || (!reader.IsAway && involvement.Seat is not null && (involvement.StartedAt is not null || IsWelcome(involvement)));

    /// <summary>
    /// Which answers somebody reads: the own one; of a host who shows theirs, who proposed it and, after giving an own answer, the other hosts. A
    /// question to explain goes to who proposed it. All else stays with who said it, so that nobody is pressed to another answer (T20, T21).
    /// </summary>
    /// <param name="involvement">Which.</param>
    /// <param name="reader">Who.</param>
    public static IEnumerable<HostSaid> ShownTo(Involvement involvement, Seat reader) => involvement.Answers.Where(said =>
        said.By == reader.Number
        || (involvement.By == reader.Number && (said.IsShown || said.Answer == WelcomeAnswer.ExplainAgain))
        || (said.IsShown && reader.Side == SeatSide.Host && involvement.AnswerOf(reader.Number) is not null));

    /// <summary>Proposes that a professional joins. A host who proposes it says yes with that.</summary>
    /// <param name="worth">For which goal, what it adds, when we look again, and what else is said.</param>
    /// <param name="act">Proof of a host of 12 or older, or a guest.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, or one of the three answers is missing.</exception>
    public Involvement Propose(Worth worth, Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(MayPropose(act.By), InvolvementRules.Proposer);
        var tidied = worth.Tidied(act.Today);
        RequireName(tidied.Name, true, act.At);
        return Ask(new Involvement(InvolvementId.New(), act.By.Number, act.At, tidied), Deed.InvolvementProposed, act);
    }

    /// <summary>
    /// Whether somebody can say that another joins on an authority: a guest to whom the family said yes. Who came in that way brings nobody along, so that
    /// one such word never fills a table; nor does who stands in, or whom a host who decides did not meet yet (T20).
    /// </summary>
    /// <param name="by">Who.</param>
    public bool MaySayAuthority(Seat by) =>
        by.IsGuest && InvolvementOf(by.Number) is null or { Authority: null, StandsIn: null } && !DecidingHosts.Any(host => NotMetBy(by).Has(host.Number));

    /// <summary>
    /// A guest says that somebody joins on an authority: it does not wait for the family's yes, and that is said plainly, with how the family sees it
    /// beside it (R97, INV-62).
    /// </summary>
    /// <param name="worth">As with every proposal: nothing of it is left out.</param>
    /// <param name="who">Who says so; must be given.</param>
    /// <param name="ground">On what ground; must be given.</param>
    /// <param name="until">The last day; must be given, is not past, and lies at most <see cref="Involvement.MostDays"/> ahead.</param>
    /// <param name="person">Who signs in.</param>
    /// <param name="act">Proof of a guest.</param>
    /// <exception cref="RuleBrokenException">No guest says it, or something is missing.</exception>
    public Involvement JoinByAuthority(Worth worth, string? who, string? ground, DateOnly? until, PersonId person, Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(MaySayAuthority(act.By), InvolvementRules.AuthorityByGuest);
        var tidied = worth.Tidied(act.Today);
        Require(Words.Tidy(who) is not null && Words.Tidy(ground) is not null, InvolvementRules.AuthorityNamed);
        Require(until is { } last && last >= act.Today && last <= act.Today.AddDays(Involvement.MostDays), InvolvementRules.AuthorityEnds);
        EndOver(person, act);
        RequireName(SeatOf(person) is null ? tidied.Name : null, true, act.At);
        var seat = Sit(person, tidied.Name, tidied.Does, SeatSide.Guest, AgeGroup.Adult, null, act.At);
        var involvement = new Involvement(InvolvementId.New(), act.By.Number, act.At, tidied)
        {
            Authority = new Authority(Words.Needed(who, Words.Name), Words.Needed(ground, Words.Brief), until!.Value),
            Seat = seat.Number,
            StartedAt = act.At,
        };
        _involvements.Add(involvement);
        Give();
        Record(act, Deed.JoinedByAuthority, involvement.Id.Value);
        return involvement;
    }

    /// <summary>A host answers, alone and in own time, and may answer anew until somebody sits there (R97).</summary>
    /// <param name="id">Which.</param>
    /// <param name="answer">One of the four.</param>
    /// <param name="words">In own words; may be empty: a no needs no reason (D8).</param>
    /// <param name="isShown">Whether the other hosts and who proposed it may see it.</param>
    /// <param name="act">Proof of a host, however old.</param>
    /// <exception cref="RuleBrokenException">No host, no answer was chosen, or nothing is asked any more.</exception>
    public void AnswerInvolvement(InvolvementId id, WelcomeAnswer? answer, string? words, bool isShown, Act act)
    {
        Needs(act, Id, Permission.Host);
        var involvement = Known(id);
        Require(involvement.IsAsked, InvolvementRules.StillAsked);
        Require(answer is { } chosen && Enum.IsDefined(chosen), InvolvementRules.ChoosesAnswer);
        var times = involvement.AnswerOf(act.By.Number)?.TimesExplained ?? 0;
        Require(answer != WelcomeAnswer.ExplainAgain || times < Involvement.MostExplained, InvolvementRules.ExplainedEnough);
        var said = new HostSaid(act.By.Number, answer!.Value, Words.Optional(words, Words.Brief), isShown, act.At) { TimesExplained = times };
        var now = Put(involvement, involvement with { Answers = [.. involvement.Answers.Where(other => other.By != said.By), said] });
        Record(act, Deed.WelcomeAnswered, id.Value);
        KeepSeat(now, act);
    }

    /// <summary>Who proposed it explains it once more.</summary>
    /// <param name="id">Which.</param>
    /// <param name="words">In other words; must be given.</param>
    /// <param name="act">Proof of who proposed it.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, there are no words, or nothing is asked any more.</exception>
    public void Explain(InvolvementId id, string? words, Act act)
    {
        var involvement = OwnAndAsked(id, act);
        List<HostSaid> asked = [.. involvement.WaitingQuestions];
        Require(asked.Count > 0 || involvement.Explained.Count < Involvement.MostExplained, InvolvementRules.ExplainedEnough);
        Put(involvement, involvement with
        {
            Answers = [.. involvement.Answers.Select(said => asked.Contains(said) ? said with { TimesExplained = said.TimesExplained + 1 } : said)],
            Explained = [.. involvement.Explained, new SaidAbout(act.By.Number, Words.Needed(words, Words.Brief), act.At)],
        });
        Record(act, Deed.InvolvementExplained, id.Value);
    }

    /// <summary>Who proposed it takes it back. The seat that was kept goes.</summary>
    /// <param name="id">Which.</param>
    /// <param name="act">Proof of who proposed it.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, or somebody sits there.</exception>
    public void TakeBack(InvolvementId id, Act act)
    {
        var involvement = OwnAndAsked(id, act);
        Put(involvement, involvement with { TakenBackAt = act.At });
        Arrange();
        Record(act, Deed.InvolvementTakenBack, id.Value);
    }

    /// <summary>A host says how the family sees it that somebody joined on an authority (INV-62). Later one says it anew.</summary>
    /// <param name="id">Which.</param>
    /// <param name="words">In own words; empty takes the own words away.</param>
    /// <param name="act">Proof of a host, however old.</param>
    /// <exception cref="RuleBrokenException">No host, or it was not on an authority.</exception>
    public void SayFamilyView(InvolvementId id, string? words, Act act)
    {
        Needs(act, Id, Permission.Host);
        var involvement = Known(id);
        Require(involvement.Authority is not null, InvolvementRules.StillAsked);
        var others = involvement.FamilyViews.Where(other => other.By != act.By.Number);
        Put(involvement, involvement with
        {
            FamilyViews = Words.Optional(words, Words.Brief) is { } said ? [.. others, new SaidAbout(act.By.Number, said, act.At)] : [.. others],
        });
        Record(act, Deed.FamilyViewSaid, id.Value);
    }

    /// <summary>
    /// Gives a seat to a professional who was with the family before the hosts were asked here, as in a table that is brought along from elsewhere. No page
    /// does this: there a professional is proposed, and the hosts are asked.
    /// </summary>
    /// <param name="person">Who signs in for it; null for somebody without a way in.</param>
    /// <param name="name">What this person is called here.</param>
    /// <param name="whatTheyAre">What this person is to the family, in the family's words.</param>
    /// <param name="mug">The mug; null for the first free one.</param>
    /// <param name="act">Proof of a host.</param>
    /// <exception cref="RuleBrokenException">No host, no name, no room, or the person or the mug is here already.</exception>
    public Seat AddFromBefore(PersonId? person, string? name, string? whatTheyAre, Mug? mug, Act act)
    {
        Needs(act, Id, Permission.Host);
        var seat = Sit(person, name, whatTheyAre, SeatSide.Guest, AgeGroup.Adult, mug, act.At);
        Record(act, Deed.SeatAdded, seat.Id.Value);
        return seat;
    }

    /// <summary>This circle, with the involvements that were kept.</summary>
    /// <param name="involvements">Those.</param>
    internal Circle With(IEnumerable<Involvement> involvements)
    {
        _involvements.AddRange(involvements);
        Arrange();
        return this;
    }

    /// <summary>Whether a professional's seat is kept because the family said yes.</summary>
    private bool IsKept(Seat seat) => InvolvementOf(seat.Number) is { LeftAt: null } involvement && IsWelcome(involvement);

    // An authority that is over lets nobody in, nor the last day of who stood in, nor who reflected along with them: that is asked each time, so that it holds at the next request.
    private bool IsOver(Seat seat, DateTimeOffset at) => seat.IsExpert ? HasNoAsker(seat, at) : seat.IsColleague
        ? FigureWith(seat.Number) is { } figure && IsOver(SeatAt(figure.Who), at)
        : InvolvementOf(seat.Number) is { } involvement && (involvement.StandsIn?.Until ?? involvement.Authority?.Until) < Netherlands.DayOf(at);

    // Whoever sat here on an authority that is over left with it: they can be welcomed, or come on another one.
    private void EndOver(PersonId person, Act act)
    {
        if (SeatOf(person) is { IsGuest: true } seat && IsOver(seat, act.At) && InvolvementOf(seat.Number) is { } over)
        {
            Put(over, over with { LeftAt = act.At });
            Go(seat, act);
            Record(act, Deed.AuthorityEnded, seat.Id.Value);
        }
    }

    // Whoever hosts says yes with proposing it.
    private Involvement Ask(Involvement proposed, Deed deed, Act act)
    {
        Require(_involvements.Count(one => one.IsAsked && !IsWelcome(one) && one.By == act.By.Number) < Involvement.MostAsked, InvolvementRules.NotMoreAsked);
        Require(
            _involvements.Count(one => one.By == act.By.Number && one.TakenBackAt > act.At.AddDays(-Involvement.TakenBackDays)) < Involvement.MostTakenBack,
            InvolvementRules.NotMoreTakenBack);
        var involvement = proposed with
        {
            Answers = act.By.Side == SeatSide.Host ? [new HostSaid(act.By.Number, WelcomeAnswer.Welcome, null, true, act.At)] : [],
        };
        _involvements.Add(involvement);
        Record(act, deed, involvement.Id.Value);
        return KeepSeat(involvement, act);
    }

    private Involvement Known(InvolvementId id) => _involvements.Find(one => one.Id == id) ?? throw new RuleBrokenException(InvolvementRules.StillAsked);

    private Involvement OwnAndAsked(InvolvementId id, Act act)
    {
        Needs(act, Id, Permission.Speak);
        var involvement = Known(id);
        Require(involvement.By == act.By.Number, InvolvementRules.ProposerOnly);
        Require(involvement.IsAsked, InvolvementRules.StillAsked);
        return involvement;
    }

    private Involvement Put(Involvement old, Involvement now)
    {
        _involvements[_involvements.IndexOf(old)] = now;
        Give();
        return now;
    }

    // Once everybody said yes a seat is kept; it is only at the table as long as that holds, or somebody sits there.
    private Involvement KeepSeat(Involvement involvement, Act act)
    {
        if (involvement.Seat is null && IsWelcome(involvement))
        {
            var seat = Sit(null, involvement.Worth.Name, involvement.Worth.Does, SeatSide.Guest, AgeGroup.Adult, null, act.At);
            involvement = Put(involvement, involvement with { Seat = seat.Number });
            Record(act, Deed.InvolvementWelcomed, involvement.Id.Value);
        }

        Arrange();
        return involvement;
    }

    private void Started(Seat seat, DateTimeOffset at)
    {
        if (InvolvementOf(seat.Number) is { StartedAt: null } involvement)
        {
            Put(involvement, involvement with { StartedAt = at });
        }
    }

    private bool IsAtTheTable(Seat seat) =>
        !seat.IsAway && (InvolvementOf(seat.Number) is not { } involvement || (involvement.LeftAt is null && (involvement.StartedAt is not null || IsWelcome(involvement))));

    private void Arrange()
    {
        _atTheTable.Clear();
        _atTheTable.AddRange(_seats.Where(IsAtTheTable));
        Give();
    }
}
