using Keukentafel.Domain.Access;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Reflections;

namespace Keukentafel.Domain.Circles;

/// <summary>Looking again whether somebody is still needed, and stepping back, which is a normal and good thing (INV-59, INV-60).</summary>
public sealed partial class Circle
{
    /// <summary>The professionals who were here, in the order in which they sat down. What they said keeps their name; they come in no more.</summary>
    public IEnumerable<Seat> SteppedBack => _seats.Where(seat => seat.IsGuest && InvolvementOf(seat.Number)?.LeftAt is not null);

    /// <summary>The seat of a professional who is here, or was; null for nobody, and for a seat that is kept and on which nobody sat yet.</summary>
    /// <param name="id">The id.</param>
    public Seat? FindProfessional(SeatId id) => _atTheTable.Concat(SteppedBack)
        .FirstOrDefault(seat => seat.Id == id && seat.IsGuest && InvolvementOf(seat.Number) is not { StartedAt: null });

    /// <summary>Whether the day has come to ask the family whether somebody is still needed (R101).</summary>
    /// <param name="involvement">Whose.</param>
    /// <param name="today">The day, where people sit.</param>
    public static bool LooksAgain(Involvement involvement, DateOnly today) =>
        involvement is { StartedAt: not null, LeftAt: null, StandsIn: null, Worth.LookAgain: { } day } && day <= today;

    /// <summary>Whether a host is asked whether somebody is still needed: each once, on that day or after it (R101).</summary>
    /// <param name="involvement">Whose.</param>
    /// <param name="seat">Who is asked.</param>
    /// <param name="today">The day, where people sit.</param>
    public static bool AsksToLook(Involvement involvement, Seat seat, DateOnly today) => seat.Side == SeatSide.Host && LooksAgain(involvement, today)
        && !involvement.Looked.Any(said => said.By == seat.Number && Netherlands.DayOf(said.At) >= involvement.Worth.LookAgain);

    /// <summary>A host says whether somebody is still needed in this way (R101); each the last. With it a next day can be chosen.</summary>
    /// <param name="seat">Of whom.</param>
    /// <param name="answer">One of the answers.</param>
    /// <param name="words">In own words; may be empty.</param>
    /// <param name="next">When we look again; null to leave that as it is.</param>
    /// <param name="act">Proof of a host, however old.</param>
    /// <exception cref="RuleBrokenException">
    /// No host, no answer, a day that is past or too far, or where parents live apart, later than the day that was chosen and is still to come: the other counts on that one (T20).
    /// </exception>
    public void LookAgain(SeatId seat, StillNeeded? answer, string? words, DateOnly? next, Act act)
    {
        Needs(act, Id, Permission.Host);
        var involvement = HereWith(seat, act);
        Require(answer is { } chosen && Enum.IsDefined(chosen), LeavingRules.ChoosesAnswer);
        Require(next is null || Worth.IsDayToLook(next.Value, act.Today), InvolvementRules.LooksAgain);
        Require(next is null || !(ParentsApart && involvement.Worth.LookAgain is { } day && day > act.Today && next > day), LeavingRules.NotLater);
        var said = new LookedAgain(act.By.Number, answer!.Value, Words.Optional(words, Words.Brief), act.At) { Next = next };
        var looked = involvement with { Looked = [.. involvement.Looked.Where(other => other.By != said.By), said] };
        Put(involvement, looked with { Worth = NextDay(looked, next, act.Today) is { } set ? looked.Worth with { LookAgain = set } : looked.Worth });
        Record(act, Deed.LookedAgain, seat.Value);
    }

    // Where parents live apart, a day that has come is passed by nobody alone: the next day is there once each host who decides was heard, and it is the earliest
    // that any of them chose (T20).
    private DateOnly? NextDay(Involvement looked, DateOnly? next, DateOnly today)
    {
        if (!ParentsApart || looked.Worth.LookAgain is not { } day || day > today)
        {
            return next;
        }

        var heard = looked.Looked.Where(said => Netherlands.DayOf(said.At) >= day).ToList();
        return DecidingHosts.All(host => heard.Any(said => said.By == host.Number)) ? heard.Where(said => said.Next > today).Min(said => said.Next) : null;
    }

    /// <summary>A host, or the professional, proposes to do less, to hand over or to stop (R100); of each the last stands there.</summary>
    /// <param name="seat">Of whom.</param>
    /// <param name="step">What.</param>
    /// <param name="words">In own words; may be empty.</param>
    /// <param name="act">Proof of a host, or the professional.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, or nothing was chosen.</exception>
    public void ProposeStep(SeatId seat, StepKind? step, string? words, Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(act.By.Side == SeatSide.Host || act.By.Id == seat, LeavingRules.HostOrSelf);
        var involvement = HereWith(seat, act);
        Require(step is { } chosen && Enum.IsDefined(chosen), LeavingRules.ChoosesStep);
        var said = new StepBackProposed(act.By.Number, step!.Value, Words.Optional(words, Words.Brief), act.At);
        Put(involvement, involvement with { Steps = [.. involvement.Steps.Where(other => other.By != said.By), said] });
        Record(act, Deed.StepBackProposed, seat.Value);
    }

    /// <summary>
    /// A professional steps back, at once and without a reason: the seat stays, so that what was said keeps its name, and whoever sat there is let in no more,
    /// from the next thing that is asked on (INV-60).
    /// </summary>
    /// <param name="act">Proof of the professional.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it.</exception>
    public void StepBack(Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(act.By.IsGuest, LeavingRules.HostOrSelf);
        var involvement = HereWith(act.By.Id, act);
        LetGo(involvement, act.At, act);
        Record(act, Deed.SteppedBack, act.By.Id.Value);
    }

    /// <summary>
    /// A professional left their organisation, which says so itself: as with stepping back the seat stays and whoever sat there is let in no more, from the
    /// next thing that is asked on. So it is with a colleague who reflects along, and with an expert who is asked. The trail says that it was not their own step.
    /// </summary>
    /// <param name="act">Proof of the professional, of the colleague, or of the expert.</param>
    /// <exception cref="RuleBrokenException">Somebody of the family, or their own people: no organisation has a say in that.</exception>
    public void LeaveWithOrganisation(Act act)
    {
        Needs(act, Id, AccessRules.ToSpeak(act.By.Side));
        Require(act.By.IsGuest || act.By.IsAway, LeavingRules.HostOrSelf);
        if (act.By.IsExpert)
        {
            LetGo(act.By.Number, act);
        }
        else if (act.By.IsColleague)
        {
            var figure = FigureWith(act.By.Number) ?? throw new RuleBrokenException(FigureRules.ColleagueOnly);
            Leave(figure, ColleagueEnd.Stopped, act);
        }
        else
        {
            LetGo(HereWith(act.By.Id, act), act.At, act);
        }

        Record(act, Deed.LeftWithOrganisation, act.By.Id.Value);
    }

    /// <summary>
    /// Whether the family can take leave of a professional: every host of 12 or older who comes in said "needed no more". One host among more does not send
    /// away whom another needs (T20), and who sits here on an authority was not welcomed by the family and does not go by it (INV-62).
    /// </summary>
    /// <param name="seat">Of whom.</param>
    public bool MayTakeLeaveOf(Seat seat) => seat is { IsGuest: true, Person: not null } && InvolvementOf(seat.Number) is { LeftAt: null, Authority: null } involvement
        && DecidingHosts.All(host => involvement.Looked.Any(said => said.By == host.Number && said.Answer == StillNeeded.NoMore));

    /// <summary>The family takes leave of a professional, who comes in no more from that moment on, as with stepping back (INV-60).</summary>
    /// <param name="seat">Of whom.</param>
    /// <param name="act">Proof of a host.</param>
    /// <exception cref="RuleBrokenException">No host of 12 or older, nobody sits there, or not every host said that it is needed no more.</exception>
    public void TakeLeave(SeatId seat, Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(act.By.IsDecidingHost, LeavingRules.HostsTakeLeave);
        var involvement = HereWith(seat, act);
        var guest = SeatAt(involvement.Seat!.Value);
        Require(MayTakeLeaveOf(guest), LeavingRules.HostsTakeLeave);
        LetGo(involvement, act.At, act);
        LetGoStandInsOf(guest.Number, act);
        Record(act, Deed.LeaveTaken, seat.Value);
    }

    /// <summary>Somebody of the family, or their own people, thanks who stepped back: it goes on the card (R100). Later one says it anew.</summary>
    /// <param name="seat">Whom.</param>
    /// <param name="words">In own words; empty takes the own words away.</param>
    /// <param name="act">Proof of who speaks here.</param>
    /// <exception cref="RuleBrokenException">A professional does it, or nobody stepped back there.</exception>
    public void Thank(SeatId seat, string? words, Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(act.By.Side is SeatSide.Host or SeatSide.Network, LeavingRules.FamilyThanks);
        var involvement = Left(seat);
        Put(involvement, involvement with { Thanks = With(involvement.Thanks, words, act) });
        Record(act, Deed.Thanked, seat.Value);
    }

    /// <summary>A host chooses what is passed on to who comes next (R102): nothing goes by itself.</summary>
    /// <param name="seat">Of who stepped back.</param>
    /// <param name="words">In own words; empty takes the own words away.</param>
    /// <param name="act">Proof of a host, however old.</param>
    /// <exception cref="RuleBrokenException">No host, or nobody stepped back there.</exception>
    public void PassOn(SeatId seat, string? words, Act act)
    {
        Needs(act, Id, Permission.Host);
        var involvement = Left(seat);
        Put(involvement, involvement with { PassedOn = With(involvement.PassedOn, words, act) });
        Record(act, Deed.PassedOn, seat.Value);
    }

    private static IReadOnlyList<SaidAbout> With(IReadOnlyList<SaidAbout> said, string? words, Act act)
    {
        var others = said.Where(other => other.By != act.By.Number);
        return Words.Optional(words, Words.Brief) is { } own ? [.. others, new SaidAbout(act.By.Number, own, act.At)] : [.. others];
    }

    // Who was here before hosts were asked gets an involvement with the first thing that is said about it.
    private Involvement HereWith(SeatId id, Act act)
    {
        var seat = Find(id);
        Require(seat is { IsGuest: true }, CircleRules.SitsHere);
        if (InvolvementOf(seat!.Number) is { } known)
        {
            Require(known.StartedAt is not null, CircleRules.SitsHere);
            return known;
        }

        var involvement = new Involvement(InvolvementId.New(), act.By.Number, seat.Since, new Worth { Name = seat.Name })
        {
            Seat = seat.Number,
            StartedAt = seat.Since,
        };
        _involvements.Add(involvement);
        return involvement;
    }

    private Involvement Left(SeatId id)
    {
        var seat = SteppedBack.FirstOrDefault(one => one.Id == id);
        Require(seat is not null, LeavingRules.SteppedBack);
        return InvolvementOf(seat!.Number)!;
    }
}
