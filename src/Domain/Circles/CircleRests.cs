using Keukentafel.Domain.Access;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Domain.Circles;

/// <summary>That somebody stopped their part.</summary>
/// <param name="Seat">Whose seat it was.</param>
/// <param name="Person">Who: nobody else takes that seat.</param>
/// <param name="At">When, UTC.</param>
internal sealed record StoppedPart(SeatNumber Seat, PersonId Person, DateTimeOffset At);

/// <summary>A rest, at any time and without a reason, and stopping one's own part without anybody's leave (R8, N50).</summary>
public sealed partial class Circle
{
    private readonly Dictionary<SeatNumber, DateTimeOffset> _rests = [];
    private readonly List<StoppedPart> _stopped = [];

    internal IReadOnlyDictionary<SeatNumber, DateTimeOffset> Rests => _rests;

    internal IReadOnlyList<StoppedPart> Stopped => _stopped;

    /// <summary>Since when somebody rests, UTC; null for who does not. Everybody at the table sees it: it says why nobody answers.</summary>
    /// <param name="seat">Who.</param>
    public DateTimeOffset? RestsSince(SeatNumber seat) => _rests.TryGetValue(seat, out var since) ? since : null;

    /// <summary>When somebody of the family or their own people stopped their part, UTC; null for who takes part, and for who came back.</summary>
    /// <param name="seat">Who.</param>
    public DateTimeOffset? StoppedAt(SeatNumber seat) => _stopped.Find(one => one.Seat == seat)?.At;

    /// <summary>Everybody who hosts here, and who did until they stopped.</summary>
    internal IEnumerable<PersonId> EverHosted =>
    [
        .. _seats.Where(seat => seat is { Side: SeatSide.Host, Person: not null }).Select(seat => seat.Person!.Value),
        .. _stopped.Where(one => SeatAt(one.Seat).Side == SeatSide.Host).Select(one => one.Person),
    ];

    /// <summary>Somebody rests. They read and say as before; nothing is held ready for them meanwhile.</summary>
    /// <param name="act">Proof of who speaks here.</param>
    public void Rest(Act act)
    {
        Needs(act, Id, Permission.Speak);
        if (_rests.TryAdd(act.By.Number, act.At))
        {
            Record(act, Deed.Rested, act.By.Id.Value);
        }
    }

    /// <summary>Who rested is there again.</summary>
    /// <param name="act">Proof of who speaks here.</param>
    public void EndRest(Act act)
    {
        Needs(act, Id, Permission.Speak);
        if (_rests.Remove(act.By.Number))
        {
            Record(act, Deed.RestEnded, act.By.Id.Value);
        }
    }

    /// <summary>
    /// Whether somebody can stop their own part: a child always, one of their own people always, a host of 12 or older when another one of them comes in
    /// here. A professional steps back (<see cref="StepBack"/>).
    /// </summary>
    /// <param name="seat">Who.</param>
    public bool MayStop(Seat seat) => seat.Side switch
    {
        SeatSide.Network => true,
        SeatSide.Host => seat.Age == AgeGroup.Child
            || DecidingHosts.Any(other => other.Number != seat.Number),
        _ => false,
    };

    /// <summary>
    /// Somebody of the family or their own people stops their part, at once and without a reason. What they said keeps their name; they are let in no more,
    /// from the next thing that is asked on. How they are reached goes, and so do the cards they made. A host can make them a card again: them, and nobody
    /// else, for what only they could read lies with the seat.
    /// </summary>
    /// <param name="act">Proof of who speaks here.</param>
    /// <exception cref="RuleBrokenException">A professional does it, or the last host of 12 or older who comes in.</exception>
    public void StopMyPart(Act act)
    {
        Needs(act, Id, Permission.Speak);
        Require(act.By.Side is SeatSide.Host or SeatSide.Network, CommonRules.ProofFits);
        Require(MayStop(act.By), LeavingRules.HostRemains);
        var seat = act.By.Number;
        _stopped.Add(new StoppedPart(seat, act.Person, act.At));
        if (act.By.Side == SeatSide.Host)
        {
            AskAllAnew();
        }

        Go(act.By, act);
        EndForNobody(act);
        Record(act, Deed.PartStopped, act.By.Id.Value);
    }

    /// <summary>This circle, with who rests and who stopped.</summary>
    /// <param name="rests">Since when each rests.</param>
    /// <param name="stopped">When each stopped.</param>
    internal Circle Resting(IEnumerable<KeyValuePair<SeatNumber, DateTimeOffset>> rests, IEnumerable<StoppedPart> stopped)
    {
        foreach (var (seat, since) in rests)
        {
            _rests[seat] = since;
        }

        _stopped.AddRange(stopped);
        return this;
    }

    // Whoever goes, in whichever way, leaves the words that lie at the table, and nothing by which they are reached or others are let in.
    private void Go(Seat seat, Act act)
    {
        if (FigureWith(seat.Number) is { } figure && figure.Who == seat.Number)
        {
            EndFigure(figure, act);
        }

        LeaveCoordinators(seat, act);
        _contacts.RemoveAll(one => one.By == seat.Number);
        _aboutMyself.RemoveAll(one => one.Of == seat.Number);
        _locks.RemoveAll(one => one.Of == seat.Number);
        _supporters.RemoveAll(one => one.Of == seat.Number);
        _letsGo.Remove(seat.Number);
        _invitations.RemoveAll(one => one.By == seat.Number && one.JoinedAt is null);
        foreach (var first in _firstContacts.Where(one => one.Key == seat.Number || one.Value == seat.Number).ToList())
        {
            _firstContacts.Remove(first.Key);
        }

        // Nobody else could take it back.
        foreach (var waiting in _involvements.Where(one => one.IsAsked && one.By == seat.Number).ToList())
        {
            Put(waiting, waiting with { TakenBackAt = act.At });
        }

        // Nobody else could take it back either.
        if (Ending is { EndedAt: null } asked && asked.By == seat.Number)
        {
            LayEndingAway(act);
        }

        _rests.Remove(seat.Number);
        Replace(seat, null);
        Arrange();
        Settle(act);
    }

    // Who stops is asked no more, and what they said would show by what opens or stays shut after it (T20): so that nothing does, the others are asked anew.
    private void AskAllAnew()
    {
        foreach (var waiting in _involvements.Where(one => one.IsAsked).ToList())
        {
            Put(waiting, waiting with { Answers = [] });
        }
    }

    // The seat of who stopped holds what only they could read: a co-host's card opens it to them and to nobody else (T20).
    private bool MaySitAt(Seat seat, PersonId person) => _stopped.TrueForAll(one => one.Seat != seat.Number || one.Person == person);
}
