using Keukentafel.Domain.Access;
using Keukentafel.Domain.Reflections;

namespace Keukentafel.Domain.Circles;

/// <summary>Who is the face of the table, and who reflects with them away from it.</summary>
public sealed partial class Circle
{
    /// <summary>The central figure, in whatever stage; null when nobody was ever asked, which is fine and says nothing.</summary>
    public CentralFigure? Figure { get; private set; }

    /// <summary>Which reflections were finished: of each figure and each decision the last.</summary>
    public IReadOnlyList<Reflected> Reflected { get; private set; } = [];

    /// <summary>A host asks a guest to be the face of this table.</summary>
    /// <param name="guest">Which guest.</param>
    /// <param name="act">Proof of a host of 12 or older.</param>
    /// <exception cref="RuleBrokenException">No host, no guest who can come in, or somebody is asked already.</exception>
    public void AskFigure(SeatId? guest, Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(act.By.Age != AgeGroup.Child, FigureRules.OldEnough);
        var seat = guest is { } id ? Find(id) : null;
        Require(seat is { IsGuest: true, Person: not null }, FigureRules.IsGuest);
        Require(Figure is null or { Stage: FigureStage.Stopped }, FigureRules.OneFace);
        Figure = new CentralFigure(seat!.Number, act.By.Number, act.At) { Turn = (Figure?.Turn ?? 0) + 1 };
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
        Require(Figure is { } asked && asked.Who == act.By.Number, FigureRules.FigureOnly);
        Require(Figure!.Stage is FigureStage.Asked or FigureStage.Alone or FigureStage.ColleagueNamed, CommonRules.OnlyOnce);
        Require(Words.Tidy(name) is not null, CircleRules.PersonHasName);
        Require(Words.Tidy(what) is not null, FigureRules.ColleagueDoes);
        Require(Words.Tidy(brings) is not null, FigureRules.BringsSomething);
        Require(SeatOf(person) is null, FigureRules.AnotherPerson);
        Figure = Figure.Next() with
        {
            Named = new NamedColleague(
                person, Words.Needed(name, Words.Name), Words.Needed(what, Words.Name), Words.Needed(brings, Words.Brief), act.At),
        };
        Record(act, Deed.ColleagueNamed, act.By.Id.Value);
    }

    /// <summary>A host says whether the colleague may be asked. Only then does that person know of this table.</summary>
    /// <param name="agrees">Whether it may be this person; a no needs no reason (D8).</param>
    /// <param name="seen">The <see cref="CentralFigure.Turn"/> that the host saw.</param>
    /// <param name="act">Proof of a host of 12 or older.</param>
    /// <exception cref="RuleBrokenException">No host, or something else stands there meanwhile.</exception>
    public void AgreeWithColleague(bool agrees, int seen, Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(act.By.Age != AgeGroup.Child, FigureRules.OldEnough);
        Require(Figure is { Stage: FigureStage.ColleagueNamed } now && now.Turn == seen, CommonRules.NotChangedMeanwhile);
        if (!agrees)
        {
            Record(act, Deed.ColleagueRefused, SeatAt(Figure!.Who).Id.Value);
            Figure = Figure.Without(ColleagueEnd.HostsSaidNo, true);
            return;
        }

        var named = Figure!.Named!;
        Require(SeatOf(named.Person) is null, FigureRules.AnotherPerson);
        var seat = Sit(named.Person, named.Name, named.What, SeatSide.Colleague, AgeGroup.Adult, null, act.At);
        Figure = Figure.Next() with { AgreedBy = act.By.Number, Colleague = seat.Number };
        Record(act, Deed.ColleagueAgreed, seat.Id.Value);
    }

    /// <summary>The colleague says yes or no. After a no there is no way in any more.</summary>
    /// <param name="yes">Which.</param>
    /// <param name="act">Proof of the colleague.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, or it was said before.</exception>
    public void AcceptToReflect(bool yes, Act act)
    {
        Needs(act, Id, Permission.Reflect);
        Require(Figure?.Colleague == act.By.Number, FigureRules.ColleagueOnly);
        Require(Figure!.Stage == FigureStage.ColleagueAsked, CommonRules.OnlyOnce);
        if (yes)
        {
            Figure = Figure.Next() with { Since = act.At };
            Record(act, Deed.ColleagueAccepted, act.By.Id.Value);
        }
        else
        {
            Leave(ColleagueEnd.ColleagueSaidNo, act);
        }
    }

    /// <summary>
    /// The colleague reflects along no more, because the colleague, the figure or a host says so. The figure is not active until there is another
    /// (R90, N20).
    /// </summary>
    /// <param name="seen">The <see cref="CentralFigure.Turn"/> that was seen.</param>
    /// <param name="act">Proof of the colleague, the figure or a host.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, or something else stands there meanwhile.</exception>
    public void StopReflecting(int seen, Act act)
    {
        Needs(act, Id, act.By.IsColleague ? Permission.Reflect : Permission.Speak);
        Require(
            act.By.IsColleague ? Figure?.Colleague == act.By.Number : act.By.Side == SeatSide.Host || Figure?.Who == act.By.Number,
            FigureRules.FigureOnly);
        Require(Figure is { Stage: FigureStage.ColleagueAsked or FigureStage.Active } now && now.Turn == seen, CommonRules.NotChangedMeanwhile);
        Leave(ColleagueEnd.Stopped, act, act.By.Side == SeatSide.Host);
    }

    /// <summary>The guest would rather not, or not any more; or a host ends it. A colleague goes too.</summary>
    /// <param name="seen">The <see cref="CentralFigure.Turn"/> that was seen.</param>
    /// <param name="act">Proof of the guest or a host.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, or something else stands there meanwhile.</exception>
    public void StopFigure(int seen, Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(act.By.Side == SeatSide.Host || Figure?.Who == act.By.Number, FigureRules.FigureOnly);
        Require(Figure is { StoppedAt: null } now && now.Turn == seen, CommonRules.NotChangedMeanwhile);
        EndFigure(act, act.By.Side == SeatSide.Host);
    }

    /// <summary>Notes that a reflection was finished: of each figure and each decision the last is kept.</summary>
    internal void Note(Reflected reflected, Act act)
    {
        Reflected = [.. Reflected.Where(other => other.By != reflected.By || other.Decision != reflected.Decision), reflected];
        Record(act, Deed.ReflectionNoted, Id.Value);
    }

    internal Circle With(CentralFigure? figure, IReadOnlyList<Reflected> reflected)
    {
        Figure = figure;
        Reflected = reflected;
        return this;
    }

    private void EndFigure(Act act, bool hostSaidNo = false)
    {
        if (Figure!.Colleague is not null)
        {
            Leave(ColleagueEnd.Stopped, act, hostSaidNo);
        }

        Figure = Figure.Next() with { Named = null, StoppedAt = act.At, HostSaidNo = hostSaidNo };
        Record(act, Deed.FigureStopped, SeatAt(Figure.Who).Id.Value);
    }

    // The place stays, so that what was said keeps its name; whoever sat there can come in no more.
    private void Leave(ColleagueEnd how, Act act, bool hostSaidNo = false)
    {
        var seat = SeatAt(Figure!.Colleague!.Value);
        Replace(seat, null);
        Figure = Figure.Without(how, hostSaidNo);
        Record(act, Deed.ColleagueStopped, seat.Id.Value);
    }
}
