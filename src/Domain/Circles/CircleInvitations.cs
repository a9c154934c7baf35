using Keukentafel.Domain.Access;
using Keukentafel.Domain.Invitations;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Domain.Circles;

/// <summary>Who was invited to a seat that is kept for them, and what came of it.</summary>
public sealed partial class Circle
{
    private readonly List<Invitation> _invitations = [];
    private readonly Dictionary<SeatNumber, SeatSet> _agreedTo = [];
    private readonly Dictionary<SeatNumber, SeatSet> _ratherNot = [];

    /// <summary>Every invitation that somebody still does something with: of each inviter the last for each seat.</summary>
    public IReadOnlyList<Invitation> Invitations => _invitations;

    /// <summary>The invitation of one host for one seat; null when there is none.</summary>
    /// <param name="seat">Whose seat.</param>
    /// <param name="by">Which host.</param>
    public Invitation? InvitationFor(SeatNumber seat, SeatNumber by) => _invitations.Find(one => one.For == seat && one.By == by);

    /// <summary>
    /// Which other hosts invited somebody who did not come in: whether that was refused shows only to who invited, so a refused one stands here as long
    /// as it would have without a no (T20).
    /// </summary>
    /// <param name="seat">Whose seat.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="at">The moment, UTC.</param>
    public IEnumerable<Seat> OthersWhoInvited(SeatNumber seat, SeatNumber reader, DateTimeOffset at) =>
        _invitations.Where(one => one.For == seat && one.By != reader && one.JoinedAt is null && at < one.Until).Select(one => SeatAt(one.By));

    /// <summary>
    /// Whether somebody can invite to a seat: the host of 12 or older who gave that place, and nobody instead of them, so that no other puts somebody of their
    /// own on it who then reads what was meant for another (T20). To the place of a host only when the other hosts agree; of a professional when every host
    /// said yes (R97), and who proposed it first.
    /// </summary>
    /// <param name="by">Who invites.</param>
    /// <param name="seat">Whose seat.</param>
    public bool MayInvite(Seat by, Seat seat) =>
        by.IsDecidingHost && seat.Person is null && (seat.IsGuest ? IsKept(seat) : !WaitsForHosts(seat).Any()) && (InviterOf(seat) is not { } inviter || inviter == by.Number);

    /// <summary>
    /// Who alone can invite to a place, also when they host no more: what they said to it is for whom they meant. Null when any host can: to the place of a
    /// child of the table or of a professional when who gave or proposed it hosts no more, and to the place of who stopped, which they alone take again.
    /// </summary>
    /// <param name="seat">The place.</param>
    public SeatNumber? InviterOf(Seat seat) => StoppedAt(seat.Number) is not null ? null
        : seat.Side == SeatSide.Network ? seat.AddedBy
        : BroughtBy(seat) is { } giver && DecidingHosts.Any(host => host.Number == giver) ? giver
        : null;

    /// <summary>
    /// Whether somebody sits here because some of the hosts brought them, and no other host said yes to them: what is kept from those hosts is not read by
    /// who came through them alone (D31, T20, T22). So it is with who came in with a card of one host, theirs or that of a child, until each other grown-up host
    /// met them, and with own people to whom a host gave the place, or a card, who is not grown up: whose hand held that child's phone, nobody knows. Where no other
    /// grown-up host decides, all came through the same one, and this tells nothing.
    /// </summary>
    /// <param name="seat">Who.</param>
    /// <param name="hosts">The hosts.</param>
    public bool CameThrough(Seat seat, SeatSet hosts) =>
        (seat.Side != SeatSide.Host && BroughtBy(seat) is { } giver
            && (hosts.Has(giver) || (!seat.IsGuest && (IsOfYoungHost(seat) || HandsOf(seat).Seats().Any(hosts.Has))))
        && DecidingHosts.Any(host => host.IsGrownUp && !hosts.Has(host.Number))
        && (!seat.IsGuest || (InvolvementOf(seat.Number) is { Authority: null } involvement
            && !involvement.Answers.Any(said => said.Answer == WelcomeAnswer.Welcome && !hosts.Has(said.By)))))
        || (CardBy(seat) is not null && DecidingHosts.Any(host => host.IsGrownUp && !hosts.Has(host.Number) && NotMetBy(seat).Has(host.Number)));

    /// <summary>
    /// Which host made the card with which somebody came in, where parents live apart; null for who came in otherwise, and elsewhere. A yes to a name is none to who
    /// sits there: whoever makes the card knows who got it, and another host does not (T20).
    /// </summary>
    /// <param name="seat">Who.</param>
    public SeatNumber? CardBy(Seat seat) => ParentsApart && seat is { Person: not null, Side: SeatSide.Guest or SeatSide.Network }
        ? _invitations.Find(one => one.For == seat.Number && one.JoinedAt is not null)?.By
        : null;

    /// <summary>
    /// Who did not meet a professional that came in with a card of one host: each other host who did not say so yet. Nothing that they give by name is read there,
    /// and it counts as <see cref="CameThrough"/>. A child younger than 12 does not judge who sits there, and nobody who is no host says it either: for them it
    /// waits until each other grown-up host met them. Of who was here before a host said that the parents live apart it waits for that host alone. For own people who came by the same hand it waits for nothing: they would see by it when another met them. For a
    /// professional of that hand it waits: they may be who they are, and mean it for who is called so (T20).
    /// </summary>
    /// <param name="seat">Who.</param>
    public SeatSet NotMetBy(Seat seat)
    {
        if (!seat.IsGuest || CardBy(seat) is not { } maker || InvolvementOf(seat.Number) is not { } involvement)
        {
            return SeatSet.None;
        }

        bool Waits(Seat host) => host.Number != maker && !involvement.MetBy.Has(host.Number);

        // Who worked here before a host said that the parents live apart keeps what others give: only to that host it is new that they may be somebody else. Else one
        // parent would put an end to what a child gives to who helps it, by saying so and then nothing more.
        if (WasHereBeforeApart(seat))
        {
            return SeatSet.Of(DecidingHosts.Where(host => host.Number == ApartSaid!.By && host.Number != seat.Number && Waits(host)).Select(host => host.Number));
        }

        bool IsOfThatHand(Seat one) => one.Side == SeatSide.Network && HandsOf(one).Has(maker);
        var grownUpWaits = DecidingHosts.Any(host => host.IsGrownUp && Waits(host));
        return SeatSet.Of(_atTheTable
            .Where(one => one.Number != maker && one.Number != seat.Number && !IsOfThatHand(one)
                && (one is { Person: not null, IsDecidingHost: true } ? Waits(one) : grownUpWaits))
            .Select(one => one.Number));
    }

    /// <summary>Whether somebody had come in with a card before a host said that the parents live apart.</summary>
    /// <param name="seat">Who.</param>
    internal bool WasHereBeforeApart(Seat seat) => ApartSaid is { } said && _invitations.Exists(one => one.For == seat.Number && one.JoinedAt <= said.At);

    /// <summary>
    /// By whose hand somebody sits here, where parents live apart: the host who gave the place or made the card. Who came in otherwise, every host, and everybody
    /// elsewhere, sits here by their own. What one parent may not do to the other, nobody does by that parent's hand (T20).
    /// </summary>
    /// <param name="seat">Who.</param>
    public SeatNumber HandOf(Seat seat) => !ParentsApart || seat.Side == SeatSide.Host ? seat.Number : CardBy(seat) ?? (seat.IsGuest ? null : seat.AddedBy) ?? seat.Number;

    /// <summary>
    /// Whether somebody speaks here by the hand of one parent for another person: a parent themselves, own people that another host brought, and a professional
    /// whom that person did not meet. Never for who is younger than 12 or has no way in: they are spoken for (T20, D32).
    /// </summary>
    /// <param name="voice">Who speaks.</param>
    /// <param name="of">Of whom.</param>
    public bool IsByOtherHand(Seat voice, Seat of) => ParentsApart && of is { Person: not null, Age: not AgeGroup.Child } && voice.Number != of.Number
        && (voice.IsParent || (voice.Side == SeatSide.Network && (IsOfYoungHost(voice) || HandsOf(voice).Seats().Any(hand => hand != of.Number))) || NotMetBy(voice).Has(of.Number));

    /// <summary>
    /// Whether somebody sits here with a card or on a place of a host who is not grown up, where parents live apart: another may have held that phone, so nobody knows by
    /// whose hand it is (T20).
    /// </summary>
    /// <param name="seat">Who.</param>
    public bool IsOfYoungHost(Seat seat) => HandsOf(seat).Seats().Any(hand => !SeatAt(hand).IsGrownUp);

    // All hands by which somebody sits here: who gave the place, and who made the card. After a stop these may be two.
    private SeatSet HandsOf(Seat seat) => !ParentsApart || seat.Side == SeatSide.Host ? SeatSet.None
        : SeatSet.Of(new[] { CardBy(seat), seat.IsGuest ? null : seat.AddedBy }.OfType<SeatNumber>().Where(hand => hand != seat.Number));

    /// <summary>
    /// Whether two people came here by one hand, where parents live apart: one with a card of the other, or both with cards of the same host. Two such people may be
    /// one, and are no two who agree (T20). So may anybody be who came in with a card of a child. Two professionals whom each other grown-up host met are two; of
    /// others this says the same whoever met them, as nobody reads that of another.
    /// </summary>
    /// <param name="one">One of them.</param>
    /// <param name="other">The other.</param>
    public bool AreOfOneHand(Seat one, Seat other)
    {
        bool IsMet(Seat seat) => seat.IsGuest && !DecidingHosts.Any(host => host.IsGrownUp && NotMetBy(seat).Has(host.Number));
        bool IsAnybodys(Seat seat) => IsOfYoungHost(seat) && !IsMet(seat);
        return IsAnybodys(one) || IsAnybodys(other) || ((HandOf(one) == HandOf(other) || !HandsOf(one).Both(HandsOf(other)).IsEmpty || HandsOf(one).Has(other.Number) || HandsOf(other).Has(one.Number))
            && !(IsMet(one) && IsMet(other)));
    }

    /// <summary>Whether a host can say that they met a professional who came in with a card of another.</summary>
    /// <param name="by">Which host.</param>
    /// <param name="seat">Who.</param>
    public bool MaySayMet(Seat by, Seat seat) => by.IsDecidingHost && NotMetBy(seat).Has(by.Number);

    /// <summary>A host says that they met who sits there. It holds for that host alone, and nobody else sees it.</summary>
    /// <param name="seat">Who.</param>
    /// <param name="act">Proof of a host of 12 or older.</param>
    /// <exception cref="RuleBrokenException">There is nobody whom this host did not meet yet.</exception>
    public void SayMet(SeatId seat, Act act) => Meet(seat, MaySayMet, Deed.MetSaid, act, (met, own) => met.And(own));

    /// <summary>Whether a host said that they met a professional who came in with a card of another, and can take that back.</summary>
    /// <param name="by">Which host.</param>
    /// <param name="seat">Who.</param>
    public bool SaidMet(Seat by, Seat seat) =>
        by.IsDecidingHost && seat.IsGuest && CardBy(seat) is { } maker && maker != by.Number && InvolvementOf(seat.Number)?.MetBy.Has(by.Number) == true;

    /// <summary>A host takes back that they met who sits there: another pressed it on their phone, or it was somebody else. From then on it is as before.</summary>
    /// <param name="seat">Who.</param>
    /// <param name="act">Proof of a host of 12 or older.</param>
    /// <exception cref="RuleBrokenException">This host did not say so.</exception>
    public void TakeMetBack(SeatId seat, Act act) => Meet(seat, SaidMet, Deed.MetTakenBack, act, (met, own) => met.Without(own));

    private void Meet(SeatId seat, Func<Seat, Seat, bool> may, Deed deed, Act act, Func<SeatSet, SeatSet, SeatSet> change)
    {
        Needs(act, Id, Permission.Host);
        var who = Find(seat) ?? throw new RuleBrokenException(CircleRules.SitsHere);
        Require(may(act.By, who), InvitationRules.StillToMeet);
        var involvement = InvolvementOf(who.Number)!;
        Put(involvement, involvement with { MetBy = change(involvement.MetBy, SeatSet.Of(act.By.Number)) });
        Record(act, deed, seat.Value);
    }

    // Who was here before hosts were asked was brought by nobody: who says the first thing about them is none who brought them.
    private SeatNumber? BroughtBy(Seat seat) => !seat.IsGuest ? seat.AddedBy
        : InvolvementOf(seat.Number) is { } involvement && (involvement.Worth.Goal is not null || involvement.Answers.Count > 0 || involvement is not { Authority: null, StandsIn: null })
            ? involvement.By
            : null;

    /// <summary>
    /// The hosts who must agree before somebody comes in as a host: each of 12 or older who was here before that place, other than who gave it. A host has a
    /// say in who joins, who leaves and when it ends, so one host alone makes no other (T20).
    /// </summary>
    /// <param name="seat">The place.</param>
    public IEnumerable<Seat> WaitsForHosts(Seat seat) => seat is not { Side: SeatSide.Host, Person: null } || seat.AddedBy is null || StoppedAt(seat.Number) is not null
        ? []
        : DecidingHosts.Where(host => host.Number != seat.AddedBy && host.Since < seat.Since && !AgreedTo(seat.Number).Has(host.Number));

    /// <summary>Which hosts agreed that somebody comes in as a host. None is shown to another.</summary>
    /// <param name="seat">The place.</param>
    public SeatSet AgreedTo(SeatNumber seat) => _agreedTo.GetValueOrDefault(seat);

    /// <summary>Which hosts said "rather not" to that, and are not asked again. None is shown to another: a no looks as silence does.</summary>
    /// <param name="seat">The place.</param>
    public SeatSet RatherNot(SeatNumber seat) => _ratherNot.GetValueOrDefault(seat);

    /// <summary>Whether a host says whether somebody may come in as a host, for the first time or anew.</summary>
    /// <param name="host">Who.</param>
    /// <param name="seat">The place.</param>
    public bool IsAskedToAgree(Seat host, Seat seat) => WaitsForHosts(seat).Any(other => other.Number == host.Number) || (seat.Person is null && AgreedTo(seat.Number).Has(host.Number));

    /// <summary>A host says whether somebody may come in as a host beside them; until then it can be said anew.</summary>
    /// <param name="seat">The place.</param>
    /// <param name="yes">Whether they may.</param>
    /// <param name="act">Proof of a host who is asked.</param>
    /// <exception cref="RuleBrokenException">This host is not asked, or not any more.</exception>
    public void AgreeToHost(SeatId seat, bool yes, Act act)
    {
        Needs(act, Id, Permission.Host);
        var place = Find(seat) ?? throw new RuleBrokenException(CircleRules.SitsHere);
        Require(IsAskedToAgree(act.By, place), InvitationRules.AsksHosts);
        var own = SeatSet.Of(act.By.Number);
        _agreedTo[place.Number] = yes ? AgreedTo(place.Number).And(own) : AgreedTo(place.Number).Without(own);
        _ratherNot[place.Number] = yes ? RatherNot(place.Number).Without(own) : RatherNot(place.Number).And(own);
        if (!yes)
        {
            _invitations.RemoveAll(one => one.For == place.Number && one.JoinedAt is null);
        }

        Record(act, Deed.HostAgreed, place.Id.Value);
    }

    internal IReadOnlyDictionary<SeatNumber, SeatSet> AllAgreedTo => _agreedTo;

    internal IReadOnlyDictionary<SeatNumber, SeatSet> AllRatherNot => _ratherNot;

    /// <summary>
    /// Invites somebody to the seat that is kept for them. An earlier invitation of this host for that seat ends; those of other hosts stay, so that no
    /// host stops another by it (T20).
    /// </summary>
    /// <param name="seat">Whose seat.</param>
    /// <param name="words">What for.</param>
    /// <param name="named">Whom the inviter names.</param>
    /// <param name="act">Proof of a host of 12 or older.</param>
    /// <exception cref="RuleBrokenException">No such host or seat, a professional's to whom not every host said yes, taken already, or no words.</exception>
    public Invitation Invite(SeatId seat, string? words, SeatSet named, Act act)
    {
        Needs(act, Id, Permission.Host);
        Require(act.By.Age != AgeGroup.Child, InvitationRules.OldEnough);
        var who = Find(seat) ?? throw new RuleBrokenException(CircleRules.SitsHere);
        Require(!who.IsGuest || IsKept(who), InvitationRules.NoGuest);
        Require(who.Person is null, InvitationRules.NoWayInYet);
        Require(ComesFrom(who, act.Today) is null, StandInRules.FromFirstDay);
        Require(!WaitsForHosts(who).Any(), InvitationRules.AsksHosts);
        Require(InviterOf(who) is not { } inviter || inviter == act.By.Number, InvitationRules.GaveThePlace);
        Require(Words.Tidy(words) is not null, InvitationRules.ForWhat);
        var invitation = new Invitation(
            InvitationId.New(), who.Number, act.By.Number, act.At, Words.Needed(words, Words.Brief),
            named.Both(SeatSet.Of(_atTheTable.Select(other => other.Number))).Without(SeatSet.Of(who.Number, act.By.Number)));
        _invitations.RemoveAll(one => one.For == who.Number && one.By == act.By.Number);
        _invitations.Add(invitation);
        Record(act, Deed.InvitationMade, invitation.Id.Value);
        return invitation;
    }

    /// <summary>Takes an own invitation back, or puts away one that was refused or is too old.</summary>
    /// <param name="seat">Whose seat.</param>
    /// <param name="act">Proof of the host who invited.</param>
    /// <exception cref="RuleBrokenException">This host has none for that seat any more.</exception>
    public void TakeBackInvitation(SeatId seat, Act act)
    {
        Needs(act, Id, Permission.Host);
        var who = Find(seat) ?? throw new RuleBrokenException(CircleRules.SitsHere);
        var invitation = InvitationFor(who.Number, act.By.Number) is { JoinedAt: null } found ? found : throw new RuleBrokenException(InvitationRules.StillOpen);
        _invitations.Remove(invitation);
        Record(act, Deed.InvitationTakenBack, invitation.Id.Value);
    }

    /// <summary>Lets the holder of an invitation answer it, or does not: null.</summary>
    /// <param name="invitation">Which; only who holds its code can know it.</param>
    /// <param name="person">Who holds it; null for somebody who has no way in anywhere yet.</param>
    /// <param name="at">The moment, UTC.</param>
    public Act? AdmitInvited(InvitationId invitation, PersonId? person, DateTimeOffset at) =>
        _invitations.Find(one => one.Id == invitation) is { } found && found.IsOpen(at) && SeatAt(found.For) is { Person: null } seat && (seat.IsExpert ? MayAdvise(seat, person, at) : IsAtTheTable(seat) && !IsOver(seat, at))
            && (person is null || MaySitAt(seat, person.Value)) && !WaitsForHosts(seat).Any()
            ? Admitted(new Act(person ?? default, seat, Id, Permission.Join, at))
            : null;

    /// <summary>Who was invited says yes, and sits down. Every invitation for that seat ends with it.</summary>
    /// <param name="invitation">Which.</param>
    /// <param name="act">Proof of who holds it.</param>
    /// <exception cref="RuleBrokenException">It is not open any more, or this person sits here already.</exception>
    public void Join(InvitationId invitation, Act act)
    {
        var found = Held(invitation, act);
        Require(act.Person != default, CommonRules.ProofFits);
        EndOver(act.Person, act);
        Require(SeatOf(act.Person) is null, CircleRules.OneSeatEach);
        Require(MaySitAt(SeatAt(found.For), act.Person), CircleRules.SeatOfWhoStopped);
        Replace(SeatAt(found.For), act.Person);
        Started(act.By, act.At);
        _invitations.RemoveAll(one => one.For == found.For);
        _invitations.Add(found with { JoinedAt = act.At });
        Give();
        Record(act, Deed.InvitationAccepted, invitation.Value);
    }

    /// <summary>Who was invited says "rather not". It ends there, and only who invited hears it.</summary>
    /// <param name="invitation">Which.</param>
    /// <param name="words">What is said with it; may be empty: a no needs no reason (D8).</param>
    /// <param name="act">Proof of who holds it.</param>
    /// <exception cref="RuleBrokenException">It is not open any more.</exception>
    public void RefuseInvitation(InvitationId invitation, string? words, Act act)
    {
        var found = Held(invitation, act);
        _invitations[_invitations.IndexOf(found)] = found with { RefusedAt = act.At, RefusedWords = Words.Optional(words, Words.Brief) };
        Record(act, Deed.InvitationRefused, invitation.Value);
    }

    /// <summary>This circle, with the invitations that were kept.</summary>
    /// <param name="invitations">Those.</param>
    /// <param name="agreedTo">Which hosts agreed to which place of a host.</param>
    /// <param name="ratherNot">Which hosts said "rather not" to it.</param>
    internal Circle With(
        IEnumerable<Invitation> invitations, IEnumerable<KeyValuePair<SeatNumber, SeatSet>> agreedTo, IEnumerable<KeyValuePair<SeatNumber, SeatSet>> ratherNot)
    {
        _invitations.AddRange(invitations);
        foreach (var (seat, hosts) in agreedTo)
        {
            _agreedTo[seat] = hosts;
        }

        foreach (var (seat, hosts) in ratherNot)
        {
            _ratherNot[seat] = hosts;
        }

        return this;
    }

    private Invitation Held(InvitationId invitation, Act act)
    {
        Needs(act, Id, Permission.Join);
        var found = _invitations.Find(one => one.Id == invitation);
        Require(found is not null && found.IsOpen(act.At), InvitationRules.StillOpen);
        Require(found!.For == act.By.Number, CommonRules.ProofFits);
        return found;
    }
}
