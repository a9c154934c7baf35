using Keukentafel.Domain.Access;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Reflections;

namespace Keukentafel.Domain.Circles;

/// <summary>Who is the face of the table, and who reflects with them away from it. Each host says so for their own part (T20).</summary>
public sealed partial class Circle
{
    /// <summary>
    /// The central figures, in whatever stage and in the order in which they were asked; none when nobody was ever asked, which is fine and says nothing. As
    /// far as possible it is one (C27). A guest is in it once; who stopped is, until somebody is asked again.
    /// </summary>
    public IReadOnlyList<CentralFigure> Figures { get; private set; } = [];

    /// <summary>Which reflections were finished: of each figure and each decision the last.</summary>
    public IReadOnlyList<Reflected> Reflected { get; private set; } = [];

    /// <summary>
    /// The figure that holds for somebody: the first that did not stop, to which they did not say no, and that was not asked while they had another (T20). For
    /// who does not host it is the first. Never more than one.
    /// </summary>
    /// <param name="seat">For whom.</param>
    public CentralFigure? FigureFor(Seat seat) => Figures.FirstOrDefault(figure => figure.StoppedAt is null && !figure.NotFor.Has(seat.Number));

    /// <summary>The figure, not stopped, that somebody is, or reflects along with; null for nobody else.</summary>
    /// <param name="seat">Whose seat: the guest's or the colleague's.</param>
    public CentralFigure? FigureWith(SeatNumber seat) =>
        Figures.FirstOrDefault(figure => figure.StoppedAt is null && (figure.Who == seat || figure.Colleague == seat));

    /// <summary>Whether a figure holds for a host.</summary>
    /// <param name="figure">Which.</param>
    /// <param name="host">For whom.</param>
    public bool IsFor(CentralFigure figure, Seat host) => FigureFor(host)?.Who == figure.Who;

    /// <summary>Whether the named or agreed colleague holds for a host: the figure does, and they did not say no to the colleague.</summary>
    /// <param name="figure">Whose colleague.</param>
    /// <param name="host">For whom.</param>
    public bool IsColleagueFor(CentralFigure figure, Seat host) => IsFor(figure, host) && !figure.NoToColleague.Has(host.Number);

    /// <summary>A host asks a guest to be the face of this table: for all for whom there is none.</summary>
    /// <param name="guest">Which guest.</param>
    /// <param name="act">Proof of a host of 12 or older.</param>
    /// <exception cref="RuleBrokenException">No host, no guest who can come in, the guest is asked already, or one holds for this host.</exception>
    public void AskFigure(SeatId? guest, Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(act.By.Age != AgeGroup.Child, FigureRules.OldEnough);
        var seat = guest is { } id ? Find(id) : null;
        Require(seat is { IsGuest: true, Person: not null }, FigureRules.IsGuest);
        Require(FigureFor(act.By) is null && FigureWith(seat!.Number) is null, FigureRules.OneFace);
        var others = SeatSet.Of(Seats.Where(host => host.Side == SeatSide.Host && FigureFor(host) is not null).Select(host => host.Number));
        var asked = new CentralFigure(seat!.Number, act.By.Number, act.At) { Turn = NextTurn, Apart = others };
        Figures = [.. Figures.Where(figure => figure.StoppedAt is null), asked];
        Record(act, Deed.FigureAsked, seat.Id.Value);
    }

    /// <summary>The guest says yes, and names who reflects along (R90). Four answers, of which none can be left out (R150: 4).</summary>
    /// <param name="person">Who signs in.</param>
    /// <param name="name">What the colleague is called.</param>
    /// <param name="what">What the colleague does.</param>
    /// <param name="brings">What it brings the family.</param>
    /// <param name="act">Proof of the guest.</param>
    /// <exception cref="RuleBrokenException">
    /// Somebody else does it, something is missing, or the colleague sits at this table (INV-64). While a host has said yes to one, another is
    /// not named.
    /// </exception>
    public void NameColleague(PersonId person, string? name, string? what, string? brings, Act act)
    {
        Needs(act, Id, Permission.Speak);
        var figure = FigureWith(act.By.Number) ?? throw new RuleBrokenException(FigureRules.FigureOnly);
        Require(figure.Stage is FigureStage.Asked or FigureStage.Alone or FigureStage.ColleagueNamed, CommonRules.OnlyOnce);
        Require(Words.Tidy(name) is not null, CircleRules.PersonHasName);
        Require(Words.Tidy(what) is not null, FigureRules.ColleagueDoes);
        Require(Words.Tidy(brings) is not null, FigureRules.BringsSomething);
        Require(SeatOf(person) is null, FigureRules.AnotherPerson);
        RequireName(name, false, act.At);
        Put(figure with
        {
            Named = new NamedColleague(
                person, Words.Needed(name, Words.Name), Words.Needed(what, Words.Name), Words.Needed(brings, Words.Brief), act.At),
            NoToColleague = SeatSet.None,
        });
        Record(act, Deed.ColleagueNamed, act.By.Id.Value);
    }

    /// <summary>
    /// A host says whether the colleague may be asked. After a yes that person knows of this table. A no holds for that host; after the last no the guest can
    /// name somebody else.
    /// </summary>
    /// <param name="agrees">Whether it may be this person; a no needs no reason (D8).</param>
    /// <param name="seen">The <see cref="CentralFigure.Turn"/> that the host saw.</param>
    /// <param name="act">Proof of a host of 12 or older.</param>
    /// <exception cref="RuleBrokenException">No host, the figure does not hold for them, or something else stands there meanwhile.</exception>
    public void AgreeWithColleague(bool agrees, int seen, Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(act.By.Age != AgeGroup.Child, FigureRules.OldEnough);
        var figure = Seen(seen);
        Require(figure.Stage == FigureStage.ColleagueNamed, CommonRules.NotChangedMeanwhile);
        Require(IsFor(figure, act.By), FigureRules.YoursOnly);
        if (!agrees)
        {
            SayNoToColleague(figure, act);
            return;
        }

        var named = figure.Named!;
        Require(SeatOf(named.Person) is null, FigureRules.AnotherPerson);
        var seat = Sit(named.Person, named.Name, named.What, SeatSide.Colleague, AgeGroup.Adult, null, act.At);
        Put(figure with
        {
            AgreedBy = act.By.Number,
            Colleague = seat.Number,
            NoToColleague = figure.NoToColleague.Without(SeatSet.Of(act.By.Number)),
        });
        Record(act, Deed.ColleagueAgreed, seat.Id.Value);
    }

    /// <summary>The colleague says yes or no. After a no there is no way in any more.</summary>
    /// <param name="yes">Which.</param>
    /// <param name="act">Proof of the colleague.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, or it was said before.</exception>
    public void AcceptToReflect(bool yes, Act act)
    {
        Needs(act, Id, Permission.Reflect);
        var figure = FigureWith(act.By.Number);
        Require(figure?.Colleague == act.By.Number, FigureRules.ColleagueOnly);
        Require(figure!.Stage == FigureStage.ColleagueAsked, CommonRules.OnlyOnce);
        if (yes)
        {
            Put(figure with { Since = act.At });
            Record(act, Deed.ColleagueAccepted, act.By.Id.Value);
        }
        else
        {
            Leave(figure, ColleagueEnd.ColleagueSaidNo, act);
        }
    }

    /// <summary>
    /// The colleague reflects along no more, because the colleague or the figure says so. A host says so for themselves: it ends with the last host of 12 or
    /// older for whom it held (T20). The figure is not active until there is another (R90, N20).
    /// </summary>
    /// <param name="seen">The <see cref="CentralFigure.Turn"/> that was seen.</param>
    /// <param name="act">Proof of the colleague, the figure or a host.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, it does not hold for the host, or something else stands there meanwhile.</exception>
    public void StopReflecting(int seen, Act act)
    {
        Needs(act, Id, act.By.IsColleague ? Permission.Reflect : Permission.Speak);
        var figure = SeenBy(seen, act);
        Require(figure.Stage is FigureStage.ColleagueAsked or FigureStage.Active, CommonRules.NotChangedMeanwhile);
        if (act.By.Side == SeatSide.Host)
        {
            SayNoToColleague(figure, act);
        }
        else
        {
            Leave(figure, ColleagueEnd.Stopped, act);
        }
    }

    /// <summary>
    /// The guest would rather not, or not any more: a colleague goes too. A host says "not for me" (voor mij niet): it ends for that host, and altogether
    /// when it holds for no host of 12 or older who comes in any more (T20). A no is not shown to another who hosts, so nothing changes that they see.
    /// </summary>
    /// <param name="seen">The <see cref="CentralFigure.Turn"/> that was seen.</param>
    /// <param name="act">Proof of the guest or a host.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, it does not hold for the host, or something else stands there meanwhile.</exception>
    public void StopFigure(int seen, Act act)
    {
        Needs(act, Id, Permission.Speak);
        var figure = SeenBy(seen, act);
        if (act.By.Side != SeatSide.Host)
        {
            EndFigure(figure, act);
            return;
        }

        Require(IsFor(figure, act.By), FigureRules.YoursOnly);
        var without = figure with { SaidNo = figure.SaidNo.And(SeatSet.Of(act.By.Number)) };
        Keep(without);
        if (!DecidingHosts.Any(host => IsFor(without, host)))
        {
            EndFigure(without, act, hostSaidNo: true);
            return;
        }

        Record(act, Deed.FigureAnswered, SeatAt(figure.Who).Id.Value);

        // Whoever is left may all have said no to the colleague.
        EndForNobody(act, hostSaidNo: true);
    }

    /// <summary>
    /// Whether a host can take a no back, to the figure or to its colleague, or say that it is for them after all: none while another holds for them.
    /// </summary>
    /// <param name="figure">Which.</param>
    /// <param name="host">Who.</param>
    public bool MayTakeNoBack(CentralFigure figure, Seat host) => host.Side == SeatSide.Host && figure.StoppedAt is null
        && (figure.NotFor.Has(host.Number) ? FigureFor(host) is null : figure.NoToColleague.Has(host.Number));

    /// <summary>
    /// A host takes a no back: to the figure, or else to the colleague. So does a host who had another when it was asked, and has none now. Each has at most
    /// one.
    /// </summary>
    /// <param name="seen">The <see cref="CentralFigure.Turn"/> that was seen.</param>
    /// <param name="act">Proof of a host.</param>
    /// <exception cref="RuleBrokenException">No host, it holds for them, another one does, or something else stands there meanwhile.</exception>
    public void TakeNoBack(int seen, Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(act.By.Side == SeatSide.Host, FigureRules.FigureOnly);
        var (figure, me) = (Seen(seen), SeatSet.Of(act.By.Number));
        if (figure.NotFor.Has(act.By.Number))
        {
            Require(FigureFor(act.By) is null, FigureRules.OneFace);
            Keep(figure with { SaidNo = figure.SaidNo.Without(me), Apart = figure.Apart.Without(me) });
            Record(act, Deed.FigureAnswered, SeatAt(figure.Who).Id.Value);
        }
        else
        {
            Require(figure.NoToColleague.Has(act.By.Number), CommonRules.OnlyOnce);
            Keep(figure with { NoToColleague = figure.NoToColleague.Without(me) });
            Record(act, Deed.ColleagueAnswered, SeatAt(figure.Who).Id.Value);
        }
    }

    /// <summary>Notes that a reflection was finished: of each figure and each decision the last is kept.</summary>
    internal void Note(Reflected reflected, Act act)
    {
        Reflected = [.. Reflected.Where(other => other.By != reflected.By || other.Decision != reflected.Decision), reflected];
        Record(act, Deed.ReflectionNoted, Id.Value);
    }

    internal Circle With(IReadOnlyList<CentralFigure> figures, IReadOnlyList<Reflected> reflected)
    {
        Figures = figures;
        Reflected = reflected;
        GiveAlong();
        return this;
    }

    // Over the whole table: so it says which figure was seen, too.
    private int NextTurn => Figures.Select(figure => figure.Turn).DefaultIfEmpty().Max() + 1;

    private CentralFigure Seen(int turn) => Figures.FirstOrDefault(figure => figure.Turn == turn && figure.StoppedAt is null)
        ?? throw new RuleBrokenException(CommonRules.NotChangedMeanwhile);

    // Whoever is the figure, or reflects along, has to do with their own alone.
    private CentralFigure SeenBy(int turn, Act act)
    {
        var own = FigureWith(act.By.Number);
        Require(act.By.Side == SeatSide.Host || own is not null, FigureRules.FigureOnly);
        var figure = Seen(turn);
        Require(act.By.Side == SeatSide.Host || figure.Who == own!.Who, CommonRules.NotChangedMeanwhile);
        return figure;
    }

    private CentralFigure Put(CentralFigure figure) => Keep(figure with { Turn = NextTurn });

    // What only the figure and one host see changes no turn, as that is on pages of the others.
    private CentralFigure Keep(CentralFigure figure)
    {
        Figures = [.. Figures.Select(other => other.Who == figure.Who ? figure : other)];
        GiveAlong();
        return figure;
    }

    // What is of a host who said no does not go along, whatever they let go along before, and an answer neither (D29).
    private void GiveAlong()
    {
        foreach (var colleague in _seats.Where(seat => seat.IsColleague))
        {
            var no = Figures.FirstOrDefault(figure => figure.Colleague == colleague.Number)?.NoOf ?? SeatSet.None;
            colleague.Given = no.IsEmpty ? default : new Given(no, SeatSet.None, colleague.Since);
        }
    }

    private void SayNoToColleague(CentralFigure figure, Act act)
    {
        Require(IsColleagueFor(figure, act.By), FigureRules.YoursOnly);
        var without = Keep(figure with { NoToColleague = figure.NoToColleague.And(SeatSet.Of(act.By.Number)) });
        if (DecidingHosts.Any(host => IsColleagueFor(without, host)))
        {
            Record(act, Deed.ColleagueAnswered, SeatAt(figure.Who).Id.Value);
            return;
        }

        EndColleague(without, act, hostSaidNo: true);
    }

    private void EndColleague(CentralFigure figure, Act act, bool hostSaidNo)
    {
        if (figure.Colleague is not null)
        {
            Leave(figure, ColleagueEnd.Stopped, act, hostSaidNo);
            return;
        }

        Put(figure.Without(ColleagueEnd.HostsSaidNo, hostSaidNo));
        Record(act, Deed.ColleagueRefused, SeatAt(figure.Who).Id.Value);
    }

    // Ends what holds for no host of 12 or older who comes in any more.
    private void EndForNobody(Act act, bool hostSaidNo = false)
    {
        foreach (var figure in Figures.Where(figure => figure.StoppedAt is null).ToList())
        {
            if (!DecidingHosts.Any(host => IsFor(figure, host)))
            {
                EndFigure(figure, act, hostSaidNo);
            }
            else if (figure.Named is not null && !DecidingHosts.Any(host => IsColleagueFor(figure, host)))
            {
                EndColleague(figure, act, hostSaidNo);
            }
        }
    }

    private void EndFigure(CentralFigure figure, Act act, bool hostSaidNo = false)
    {
        var left = figure.Colleague is null ? figure : Leave(figure, ColleagueEnd.Stopped, act, hostSaidNo);
        Put(left with { Named = null, StoppedAt = act.At, HostSaidNo = hostSaidNo });
        Record(act, Deed.FigureStopped, SeatAt(figure.Who).Id.Value);
    }

    // The place stays, so that what was said keeps its name; whoever sat there can come in no more.
    private CentralFigure Leave(CentralFigure figure, ColleagueEnd how, Act act, bool hostSaidNo = false)
    {
        var seat = SeatAt(figure.Colleague!.Value);
        Replace(seat, null);
        var left = Put(figure.Without(how, hostSaidNo));
        Record(act, Deed.ColleagueStopped, seat.Id.Value);
        return left;
    }
}
