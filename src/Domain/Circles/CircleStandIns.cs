using Keukentafel.Domain.Access;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Domain.Circles;

/// <summary>Who comes for a while in the place of a professional who is ill or on leave (R96, R97, INV-58, INV-59, INV-60).</summary>
public sealed partial class Circle
{
    /// <summary>Whether somebody can be proposed in the place of this one: a professional who sits here and stands in for nobody.</summary>
    /// <param name="seat">Who is away.</param>
    public bool MayBeReplaced(Seat seat) => seat.IsGuest && FindProfessional(seat.Id) is not null
        && InvolvementOf(seat.Number) is null or { LeftAt: null, StandsIn: null };

    /// <summary>The professional in whose place somebody sits here, or is asked for; null for who stands in for nobody.</summary>
    /// <param name="involvement">Whose.</param>
    public Seat? ReplacedIn(Involvement involvement) => involvement.StandsIn is { } standsIn ? SeatAt(standsIn.For) : null;

    /// <summary>Who stands in for somebody and sits here now.</summary>
    /// <param name="seat">Who is away.</param>
    public IEnumerable<Involvement> StandInsOf(SeatNumber seat) =>
        _involvements.Where(one => one is { StartedAt: not null, LeftAt: null } && one.StandsIn?.For == seat);

    /// <summary>Whether somebody can say that the other is back: that person, who stands in, and a host of 12 or older.</summary>
    /// <param name="involvement">Who stands in.</param>
    /// <param name="by">Who says so.</param>
    public static bool MaySayBack(Involvement involvement, Seat by) => involvement is { StandsIn: { } standsIn, StartedAt: not null, LeftAt: null }
        && (by.Number == standsIn.For || by.Number == involvement.Seat || by.IsDecidingHost);

    /// <summary>
    /// Proposes who comes for a while in the place of a professional: with the family's yes, as everybody who joins (R97, INV-58), also when the other sits here on
    /// an authority. No frame, role or authority goes over with it: who stands in is what the hosts are told.
    /// </summary>
    /// <param name="away">The professional who is ill or on leave.</param>
    /// <param name="who">What this person is called, what they do for the family, and as <see cref="Worth.Goal"/> what they do meanwhile; the rest is not asked.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="said">How the family reaches and meets this person; and why the other is away, kept only where that person proposes it.</param>
    /// <param name="act">Proof of a host of 12 or older, or a guest: who is ill may not be able to.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, it is for nobody who can be replaced, or something is missing or too long.</exception>
    public Involvement ProposeStandIn(SeatId away, Worth who, DateOnly? from, DateOnly? until, StandInWords said, Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(MayPropose(act.By), InvolvementRules.Proposer);
        var guest = Find(away);
        Require(guest is not null && MayBeReplaced(guest), StandInRules.ForProfessional);
        Require(Words.Tidy(who.Name) is not null, CircleRules.PersonHasName);
        Require(Words.Tidy(who.Goal) is not null, StandInRules.DoesMeanwhile);
        Require(from is { } first && first >= act.Today && first <= act.Today.AddDays(StandIn.MostAhead), StandInRules.Begins);
        Require(until is { } last && last >= from && last <= from!.Value.AddDays(StandIn.MostDays), StandInRules.Ends);
        var worth = new Worth
        {
            Name = Words.Needed(who.Name, Words.Name),
            Does = Words.Optional(who.Does, Words.Name),
            Goal = Words.Needed(who.Goal, Words.Brief),
        };
        RequireName(worth.Name, true, act.At);
        return Ask(
            new Involvement(InvolvementId.New(), act.By.Number, act.At, worth)
            {
                StandsIn = new StandIn(guest!.Number, from!.Value, until!.Value)
                {
                    Reach = Words.Optional(said.Reach, Words.Brief),
                    Meet = Words.Optional(said.Meet, Words.Brief),
                    WhyAway = act.By.Number == guest.Number ? Words.Optional(said.WhyAway, Words.Brief) : null,
                },
            },
            Deed.StandInProposed,
            act);
    }

    /// <summary>Who is away says why, in own words, or takes that away. Nobody else does, and nobody asks for it.</summary>
    /// <param name="id">Who stands in.</param>
    /// <param name="words">In own words; empty takes them away.</param>
    /// <param name="act">Proof of who is away.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, or it is over.</exception>
    public void SayWhyAway(InvolvementId id, string? words, Act act)
    {
        Needs(act, Id, Permission.Speak);
        var involvement = Known(id);
        Require(involvement.StandsIn?.For == act.By.Number, StandInRules.OwnReason);
        Require(involvement is { LeftAt: null, TakenBackAt: null }, InvolvementRules.StillAsked);
        Put(involvement, involvement with { StandsIn = involvement.StandsIn! with { WhyAway = Words.Optional(words, Words.Brief) } });
        Record(act, Deed.WhyAwaySaid, id.Value);
    }

    /// <summary>
    /// Says that the other is back. When that person says so, or who stands in, it ends at once: who stood in is let in no more, and what they said keeps their
    /// name (INV-60). A host says it for the own part, so that no one parent sends away whom the other needs (T20, T21): from then on who stands in reads nothing of
    /// theirs, and it ends when each host of 12 or older said so; with one such host, at once.
    /// </summary>
    /// <param name="seat">Who stands in.</param>
    /// <param name="act">Proof of one of these.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, or nobody stands in there.</exception>
    public void SayBack(SeatId seat, Act act)
    {
        Needs(act, Id, Permission.Speak);
        var involvement = HereWith(seat, act);
        Require(MaySayBack(involvement, act.By), StandInRules.SaysBack);
        if (act.By.Side == SeatSide.Host)
        {
            var said = new LookedAgain(act.By.Number, StillNeeded.NoMore, null, act.At) { IsBack = true };
            involvement = Put(involvement, involvement with { Looked = [.. involvement.Looked.Where(other => other.By != said.By), said] });
            Record(act, Deed.SaidBack, seat.Value);
            if (!MayTakeLeaveOf(SeatAt(involvement.Seat!.Value)))
            {
                return;
            }
        }

        LetGo(involvement, act.At, act);
        Record(act, Deed.StandInEnded, seat.Value);
    }

    /// <summary>The first day on which somebody comes in by a card, as long as it is still to come; null for everybody else.</summary>
    /// <param name="seat">Whose place.</param>
    /// <param name="today">The day, where people sit.</param>
    public DateOnly? ComesFrom(Seat seat, DateOnly today) => InvolvementOf(seat.Number)?.StandsIn?.From is { } first && first > today ? first : null;

    // Whatever the clock ended is put in order as soon as somebody is let in, so that no job need run for it: every page shows the same, and it holds at the next request.
    private void EndStandIns(Act act)
    {
        foreach (var id in _involvements.Where(one => one is { LeftAt: null, TakenBackAt: null } && one.StandsIn?.IsOver(act.Today) == true).Select(one => one.Id).ToList())
        {
            var over = Known(id);
            var end = Netherlands.StartOf(over.StandsIn!.Until.AddDays(1)).AddMilliseconds(-1);
            if (over.StartedAt is null)
            {
                Put(over, over with { TakenBackAt = end });
                Arrange();
            }
            else
            {
                LetGo(over, end, act);
                Record(act, Deed.StandInOver, id.Value);
            }
        }
    }

    // With who was replaced goes who stands in for them, when the family took leave of the one.
    private void LetGoStandInsOf(SeatNumber seat, Act act)
    {
        foreach (var id in _involvements.Where(one => one.StandsIn?.For == seat && one is { LeftAt: null, TakenBackAt: null }).Select(one => one.Id).ToList())
        {
            var one = Known(id);
            if (one.StartedAt is null)
            {
                Put(one, one with { TakenBackAt = act.At });
                Arrange();
            }
            else
            {
                LetGo(one, act.At, act);
                Record(act, Deed.StandInEnded, id.Value);
            }
        }
    }

    private void LetGo(Involvement involvement, DateTimeOffset at, Act act)
    {
        Put(involvement, involvement with { LeftAt = at });
        Go(SeatAt(involvement.Seat!.Value), act);
    }
}
