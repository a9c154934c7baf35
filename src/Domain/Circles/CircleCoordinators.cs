using Keukentafel.Domain.Access;
using Keukentafel.Domain.Collaborations;

namespace Keukentafel.Domain.Circles;

/// <summary>Who keeps the overview, when everybody whose yes it takes gives it (R105, C29).</summary>
public sealed partial class Circle
{
    private readonly List<Coordinator> _coordinators = [];

    /// <summary>What is asked, who is it now, and the last who was. Who may read which: <see cref="MayRead(Coordinator, Seat, DateTimeOffset)"/>.</summary>
    public IReadOnlyList<Coordinator> Coordinators => [.. _coordinators.Where(one => one.TakenBackAt is null)];

    /// <summary>The same, and what was taken back not long ago.</summary>
    internal IReadOnlyList<Coordinator> AllCoordinators => _coordinators;

    /// <summary>Who keeps the overview now; null for nobody, which is fine (INV-70).</summary>
    public Coordinator? Coordinator => _coordinators.Find(one => one.IsActive);

    /// <summary>Whether somebody can be asked: of age, at the table, and comes in to say yes.</summary>
    /// <param name="seat">Who.</param>
    public static bool MayCoordinate(Seat seat) => seat is { IsGrownUp: true, Person: not null };

    /// <summary>The professionals who come in here at a moment: each recognises a coordinator, or there is none (INV-67).</summary>
    /// <param name="at">The moment, UTC.</param>
    public IEnumerable<Seat> Recognisers(DateTimeOffset at) => _atTheTable.Where(seat => seat is { IsGuest: true, Person: not null } && !IsOver(seat, at));

    /// <summary>Whether every host who comes in, and who would do it, said yes: only then are the professionals asked.</summary>
    /// <param name="coordinator">Which.</param>
    public bool IsGranted(Coordinator coordinator) =>
        coordinator.HasYesOf(coordinator.Who) && Asked.Any() && Asked.All(host => coordinator.HasYesOf(host.Number));

    /// <summary>
    /// Whether somebody may read of it: everybody once it is so, or was; before that the hosts and who would do it, and once they said yes, the professionals.
    /// That who would do it said rather not is for the hosts, who asked.
    /// </summary>
    /// <param name="coordinator">Which.</param>
    /// <param name="reader">Who.</param>
    /// <param name="at">The moment, UTC.</param>
    public bool MayRead(Coordinator coordinator, Seat reader, DateTimeOffset at) =>
        !reader.IsAway && coordinator.TakenBackAt is null && (coordinator.Since is not null || (coordinator.IsDeclined ? reader.Side == SeatSide.Host : MayAnswer(coordinator, reader, at)));

    /// <summary>Whether it is somebody's to say yes or no: hosts of any age, who would do it, and professionals when the family said yes (INV-67).</summary>
    /// <param name="coordinator">Which.</param>
    /// <param name="seat">Who.</param>
    /// <param name="at">The moment, UTC.</param>
    public bool MayAnswer(Coordinator coordinator, Seat seat, DateTimeOffset at) => coordinator.EndedAt is null && seat.Person is not null
        && (seat.Side == SeatSide.Host || seat.Number == coordinator.Who
            || ((coordinator.IsActive || IsGranted(coordinator)) && Recognisers(at).Any(guest => guest.Number == seat.Number)));

    /// <summary>Whether somebody is asked and said nothing yet: as it is asked, or because they came later.</summary>
    /// <param name="coordinator">Which.</param>
    /// <param name="seat">Who.</param>
    /// <param name="at">The moment, UTC.</param>
    public bool WaitsFor(Coordinator coordinator, Seat seat, DateTimeOffset at) =>
        MayAnswer(coordinator, seat, at) && coordinator.SaidBy(seat.Number) is null;

    /// <summary>
    /// Which answers somebody reads: those of the professionals who are here (R107), and as long as it is asked, of who would do it. What a host said as a host
    /// is never among them; a professional reads of another what is given to read (T20).
    /// </summary>
    /// <param name="coordinator">Which.</param>
    /// <param name="reader">Who.</param>
    /// <param name="at">The moment, UTC.</param>
    public IEnumerable<CoordinatorSaid> SaidInSightOf(Coordinator coordinator, Seat reader, DateTimeOffset at) => coordinator.Said.Where(said =>
        ((coordinator.IsAsked && coordinator.By != said.By && coordinator.Who == said.By) || Recognisers(at).Any(guest => guest.Number == said.By))
        && (said.By == reader.Number || reader.Given.Includes(SeatSet.Of(said.By), said.At)));

    /// <summary>A host asks whether somebody may keep the overview. The asker says yes with that.</summary>
    /// <param name="who">Who would do it.</param>
    /// <param name="grounds">The three questions that come first (R106).</param>
    /// <param name="nevertheless">Whether it is asked though one of them was answered with no.</param>
    /// <param name="act">Proof of a host of 12 or older.</param>
    /// <exception cref="RuleBrokenException">
    /// Somebody else asks, nobody who can do it is chosen, a question is not answered, a no is passed over, or somebody is it or is asked for by this host.
    /// </exception>
    public Coordinator AskCoordinator(SeatId? who, IReadOnlyDictionary<CollaborationGround, GroundAnswer> grounds, bool nevertheless, Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(act.By.IsDecidingHost, CoordinatorRules.HostAsks);
        Require(Coordinator is null, CoordinatorRules.OneAtATime);
        Require(!_coordinators.Exists(one => one.IsAsked && one.By == act.By.Number), CoordinatorRules.AsksOne);
        Require(
            _coordinators.Count(one => one.By == act.By.Number && one.TakenBackAt > act.At.AddDays(-Coordinator.AskedDays)) < Coordinator.MostAsked,
            CoordinatorRules.NotMoreAsked);
        Require(Enum.GetValues<CollaborationGround>().All(ground => grounds.TryGetValue(ground, out var said) && Enum.IsDefined(said)), CoordinatorRules.GroundsFirst);
        Require(nevertheless || !grounds.Values.Contains(GroundAnswer.No), CoordinatorRules.DoesNotMend);
        var seat = who is { } id ? Find(id) : null;
        Require(seat is not null && MayCoordinate(seat), CoordinatorRules.ChoosesWho);
        var asked = new Coordinator(CoordinatorId.New(), seat!.Number, act.By.Number, act.At)
        {
            Grounds = Enum.GetValues<CollaborationGround>().ToDictionary(ground => ground, ground => grounds[ground]),
            Said = [new CoordinatorSaid(act.By.Number, CoordinatorAnswer.Yes, null, null, act.At), .. StillSaid(seat.Number, act)],
        };
        PutDeclinedAway(act);
        _coordinators.Add(asked);
        Record(act, Deed.CoordinatorAsked, asked.Id.Value);
        Settle(act);
        return _coordinators.Find(one => one.Id == asked.Id)!;
    }

    /// <summary>
    /// Somebody whose yes it takes says yes or no, and says it anew at any time. A yes that is taken back ends it at once, whoever's it was (INV-68); a no of
    /// who would do it ends the question.
    /// </summary>
    /// <param name="id">Which.</param>
    /// <param name="answer">One of the answers.</param>
    /// <param name="direction">Which direction a professional accepts; must be given with a yes. Of others it is left out.</param>
    /// <param name="handsOver">What authority a professional hands over; must be given with a yes. Of others it is left out.</param>
    /// <param name="act">Proof of who speaks here.</param>
    /// <exception cref="RuleBrokenException">It is not this person's to say, nothing was chosen, or a professional does not say what it means for them.</exception>
    public void AnswerCoordinator(CoordinatorId id, CoordinatorAnswer? answer, string? direction, string? handsOver, Act act)
    {
        Needs(act, Id, Permission.Speak);
        var asked = _coordinators.Find(one => one.Id == id);
        Require(asked is not null && MayAnswer(asked, act.By, act.At), CoordinatorRules.IsAsked);
        Require(answer is { } chosen && Enum.IsDefined(chosen), CoordinatorRules.ChoosesAnswer);
        var recognises = act.By.IsGuest && act.By.Number != asked!.Who && answer == CoordinatorAnswer.Yes;
        Require(!recognises || Words.Tidy(direction) is not null, CoordinatorRules.SaysDirection);
        Require(!recognises || Words.Tidy(handsOver) is not null, CoordinatorRules.SaysHandsOver);
        var said = new CoordinatorSaid(
            act.By.Number, answer!.Value, recognises ? Words.Needed(direction, Words.Brief) : null, recognises ? Words.Needed(handsOver, Words.Brief) : null, act.At);
        var tookBack = asked!.HasYesOf(said.By) && answer != CoordinatorAnswer.Yes;
        var now = asked with { Said = [.. asked.Said.Where(other => other.By != said.By), said] };
        _coordinators[_coordinators.IndexOf(asked)] = now;
        Record(act, Deed.CoordinatorAnswered, id.Value);
        if (asked.IsActive && (tookBack || answer == CoordinatorAnswer.RatherNot))
        {
            EndCoordinator(now, act);
        }
        else if (asked.IsAsked && answer == CoordinatorAnswer.RatherNot && act.By.Number == asked.Who)
        {
            PutDeclinedAway(act);
            _coordinators[_coordinators.IndexOf(now)] = now with { EndedAt = act.At, Said = [] };
        }

        Settle(act);
    }

    /// <summary>Who asked takes the question back.</summary>
    /// <param name="id">Which.</param>
    /// <param name="act">Proof of who asked.</param>
    /// <exception cref="RuleBrokenException">Somebody else does it, or it is asked no more.</exception>
    public void TakeCoordinatorBack(CoordinatorId id, Act act)
    {
        Needs(act, Id, Permission.Host);
        var asked = _coordinators.Find(one => one.Id == id && one.IsAsked);
        Require(asked is not null, CoordinatorRules.IsAsked);
        Require(asked!.By == act.By.Number, CoordinatorRules.AskerTakesBack);
        PutAway(asked, act);
        Record(act, Deed.CoordinatorTakenBack, id.Value);
    }

    /// <summary>This circle, with who keeps the overview.</summary>
    /// <param name="coordinators">What is asked, who is it, and the last who was.</param>
    internal Circle With(IEnumerable<Coordinator> coordinators)
    {
        _coordinators.AddRange(coordinators);
        return this;
    }

    // What other hosts said to the same question of the same host not long ago stands: asking anew wipes nobody's no (T20).
    private IEnumerable<CoordinatorSaid> StillSaid(SeatNumber who, Act act) =>
        (_coordinators.FindLast(one => one.By == act.By.Number && one.Who == who && one.TakenBackAt > act.At.AddDays(-Coordinator.AskedDays))?.Said ?? [])
        .Where(said => said.By != act.By.Number && said.Answer != CoordinatorAnswer.Yes && SeatAt(said.By).Side == SeatSide.Host && !SeatAt(said.By).IsAway);

    private void PutDeclinedAway(Act act)
    {
        foreach (var one in _coordinators.Where(one => one.IsDeclined).ToList())
        {
            PutAway(one, act);
        }
    }

    private void PutAway(Coordinator asked, Act act)
    {
        _coordinators.RemoveAll(one => one.TakenBackAt <= act.At.AddDays(-Coordinator.AskedDays));
        _coordinators[_coordinators.IndexOf(asked)] = asked with { EndedAt = act.At, TakenBackAt = act.At };
    }

    // It begins with the last yes. What else was asked is asked no more: there is one.
    private void Settle(Act act)
    {
        if (Coordinator is null
            && _coordinators.Find(one => one.IsAsked && IsGranted(one) && Recognisers(act.At).All(guest => one.HasYesOf(guest.Number))) is { } all)
        {
            _coordinators.RemoveAll(one => one.TakenBackAt is null);
            _coordinators.Add(all with { Since = act.At });
            Record(act, Deed.CoordinatorBegan, all.Id.Value);
        }
    }

    // What was said goes with it: nobody can see afterwards whose yes it was that is no more.
    private void EndCoordinator(Coordinator active, Act act)
    {
        _coordinators.RemoveAll(one => one.EndedAt is not null && one.TakenBackAt is null);
        _coordinators[_coordinators.IndexOf(active)] = active with { EndedAt = act.At, Said = [] };
        Record(act, Deed.CoordinatorEnded, active.Id.Value);
    }

    // A table that ends has nobody who keeps the overview, and nothing begins by who goes with it.
    private void EndCoordinators(Act act)
    {
        _coordinators.RemoveAll(one => one.IsAsked);
        if (Coordinator is { } active)
        {
            EndCoordinator(active, act);
        }
    }

    // A host who goes is asked no more, and what they said would show by what comes of it then (T20): so the other hosts are asked anew.
    private void LeaveCoordinators(Seat seat, Act act)
    {
        foreach (var one in _coordinators.Where(one => one.EndedAt is null).ToList())
        {
            if (one.IsActive && one.Who == seat.Number)
            {
                EndCoordinator(one, act);
            }
            else if (one.IsAsked && (one.Who == seat.Number || one.By == seat.Number))
            {
                _coordinators.Remove(one);
            }
            else
            {
                _coordinators[_coordinators.IndexOf(one)] = one with
                {
                    Said = [.. one.Said.Where(said => said.By != seat.Number
                        && (one.IsActive || seat.Side != SeatSide.Host || said.By == one.By || SeatAt(said.By).Side != SeatSide.Host))],
                };
            }
        }
    }
}
