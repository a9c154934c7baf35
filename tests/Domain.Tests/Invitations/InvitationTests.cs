using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Invitations;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Invitations;

public sealed class InvitationTests
{
    private readonly Table _table = new();
    private readonly Seat _wim;
    private readonly PersonId _somebody = PersonId.New();

    public InvitationTests() => _wim = Circle.Add(null, "Wim", "opa", SeatSide.Network, AgeGroup.Adult, null, Host);

    private Circle Circle => _table.Circle;

    private Act Host => HostOf(_table.Mother.Person);

    [Fact]
    public void A_host_invites_to_the_seat_that_is_kept_and_who_says_yes_sits_there_R2()
    {
        var invitation = Invite();
        Assert.Equal((_wim.Number, Host.By.Number), (invitation.For, invitation.By));
        Assert.True(invitation.Waits);
        Circle.Join(invitation.Id, Held(invitation, _somebody)!);
        Assert.Equal(_wim.Id, Circle.SeatOf(_somebody)!.Id);
        Assert.Equal(_wim.Number, Circle.SeatOf(_somebody)!.Number);
        Assert.NotNull(Circle.Admit(_somebody, Permission.Speak, _table.Now));
        Assert.Equal(_table.Now, Circle.Invitations.Single().JoinedAt);
        Assert.Equal([Deed.InvitationMade, Deed.InvitationAccepted], Circle.Traces.Select(trace => trace.Deed).TakeLast(2));
    }

    [Fact]
    public void One_answer_is_asked_and_that_is_what_for_R150()
    {
        Table.Refuses(InvitationRules.ForWhat, () => Circle.Invite(_wim.Id, " ", SeatSet.None, Host));
        Table.Refuses(CommonRules.NotTooLong, () => Circle.Invite(_wim.Id, new string('x', Words.Brief + 1), SeatSet.None, Host));
        Assert.Empty(Circle.Invitations);
        Assert.Equal("Kom eens eten.", Circle.Invite(_wim.Id, " Kom eens eten. ", SeatSet.None, Host).Words);
    }

    [Fact]
    public void Only_a_host_of_12_or_older_invites_and_only_who_cannot_come_in_yet_and_no_professional_R96()
    {
        var child = Circle.Admit(_table.Child.Person, Permission.Host, _table.Now)!;
        Table.Refuses(InvitationRules.OldEnough, () => Circle.Invite(_wim.Id, "Kom.", SeatSet.None, child));
        Table.Refuses(CommonRules.ProofFits, () => Circle.Invite(_wim.Id, "Kom.", SeatSet.None, _table.Mother));
        Assert.Null(Circle.Admit(_table.Grandmother.Person, Permission.Host, _table.Now));
        Table.Refuses(InvitationRules.NoWayInYet, () => Circle.Invite(_table.Grandmother.By.Id, "Kom.", SeatSet.None, Host));
        Table.Refuses(CircleRules.SitsHere, () => Circle.Invite(SeatId.New(), "Kom.", SeatSet.None, Host));
        var guest = Circle.AddFromBefore(null, "Joke", null, null, Host);
        Table.Refuses(InvitationRules.NoGuest, () => Circle.Invite(guest.Id, "Kom.", SeatSet.None, Host));
    }

    [Fact]
    public void Whoever_holds_it_is_let_in_to_answer_it_and_for_nothing_else_R126()
    {
        var invitation = Invite();
        var held = Held(invitation, _somebody)!;
        Assert.Equal(Permission.Join, held.Permission);
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Null(Circle.Admit(_somebody, permission, _table.Now)));
        Table.Refuses(CommonRules.ProofFits, () => Circle.PutQuestion("Wie kookt er?", 0, held));
        Table.Refuses(CommonRules.ProofFits, () => Circle.Invite(_wim.Id, "Kom.", SeatSet.None, held));
        Assert.Null(Circle.AdmitInvited(InvitationId.New(), _somebody, _table.Now));

        // And a host's proof does not sit somebody down.
        Table.Refuses(CommonRules.ProofFits, () => Circle.Join(invitation.Id, Host));
    }

    [Fact]
    public void A_proof_for_one_seat_takes_no_other()
    {
        var other = Circle.Add(null, "Joke", "tante", SeatSide.Network, AgeGroup.Adult, null, Host);
        var wims = Invite();
        var jokes = Circle.Invite(other.Id, "Kom.", SeatSet.None, Host);
        Table.Refuses(CommonRules.ProofFits, () => Circle.Join(jokes.Id, Held(wims, _somebody)!));
    }

    [Fact]
    public void It_works_for_fourteen_days_and_once()
    {
        var invitation = Invite();
        Assert.Equal(TimeSpan.FromDays(14), invitation.Until - invitation.At);
        Assert.NotNull(Circle.AdmitInvited(invitation.Id, _somebody, invitation.Until.AddSeconds(-1)));
        Assert.Null(Circle.AdmitInvited(invitation.Id, _somebody, invitation.Until));
        var early = Held(invitation, _somebody)!;
        var again = Held(invitation, PersonId.New())!;
        Circle.Join(invitation.Id, early);
        Assert.Null(Held(invitation, PersonId.New()));
        Table.Refuses(InvitationRules.StillOpen, () => Circle.Join(invitation.Id, again));
    }

    [Fact]
    public void Nobody_sits_down_twice_and_nobody_sits_down_without_being_somebody_R2()
    {
        var invitation = Invite();
        Table.Refuses(CircleRules.OneSeatEach, () => Circle.Join(invitation.Id, Held(invitation, _table.Grandmother.Person)!));
        Table.Refuses(CommonRules.ProofFits, () => Circle.Join(invitation.Id, Held(invitation, null)!));
        Assert.Null(Circle.Find(_wim.Id)!.Person);
    }

    [Fact]
    public void A_no_needs_no_reason_ends_it_and_may_be_said_by_somebody_unknown_D8()
    {
        var invitation = Invite();
        Circle.RefuseInvitation(invitation.Id, null, Held(invitation, null)!);
        var refused = Circle.Invitations.Single();
        Assert.Equal((_table.Now, null), (refused.RefusedAt, refused.RefusedWords));
        Assert.False(refused.Waits);
        Assert.Null(Held(invitation, _somebody));
        Assert.Null(Circle.Find(_wim.Id)!.Person);

        // Asked again, with words this time; and put away by who asked.
        var again = Invite();
        Circle.RefuseInvitation(again.Id, " Nu niet. ", Held(again, null)!);
        Assert.Equal("Nu niet.", Circle.Invitations.Single().RefusedWords);
        Circle.TakeBackInvitation(_wim.Id, Host);
        Assert.Empty(Circle.Invitations);
    }

    [Fact]
    public void A_new_one_ends_the_last_and_no_other_host_stops_it_or_makes_one_T20()
    {
        var father = PersonId.New();
        Circle.Add(father, "Murat", "papa", SeatSide.Host, AgeGroup.Adult, null, Host);
        var first = Invite();
        Table.Refuses(InvitationRules.GaveThePlace, () => Circle.Invite(_wim.Id, "Kom bij mij.", SeatSet.None, HostOf(father)));
        Table.Refuses(InvitationRules.StillOpen, () => Circle.TakeBackInvitation(_wim.Id, HostOf(father)));
        Assert.NotNull(Held(first, _somebody));
        var second = Invite();
        Assert.Null(Held(first, _somebody));
        Assert.NotNull(Held(second, _somebody));
        Circle.Join(second.Id, Held(second, _somebody)!);
        Assert.Null(Held(second, PersonId.New()));
        Assert.Equal(second.Id, Circle.Invitations.Single().Id);
        Table.Refuses(InvitationRules.StillOpen, () => Circle.TakeBackInvitation(_wim.Id, Host));
    }

    [Fact]
    public void Another_host_sees_that_there_is_one_and_cannot_tell_a_no_from_silence_T20()
    {
        var father = PersonId.New();
        var his = Circle.Add(father, "Murat", "papa", SeatSide.Host, AgeGroup.Adult, null, Host).Number;
        var invitation = Invite();
        Assert.Equal(["Esra"], Others(_table.Now));
        Assert.Empty(Circle.OthersWhoInvited(_wim.Number, Host.By.Number, _table.Now));
        Circle.RefuseInvitation(invitation.Id, null, Held(invitation, null)!);
        Assert.Equal(["Esra"], Others(invitation.Until.AddSeconds(-1)));
        Assert.Empty(Others(invitation.Until));
        var again = Invite();
        Circle.Join(again.Id, Held(again, _somebody)!);
        Assert.Empty(Others(_table.Now));

        IEnumerable<string> Others(DateTimeOffset at) => Circle.OthersWhoInvited(_wim.Number, his, at).Select(seat => seat.Name);
    }

    [Fact]
    public void Who_may_invite_to_which_seat_is_who_is_not_refused()
    {
        var free = Circle.Add(null, "Pien", null, SeatSide.Host, AgeGroup.Child, null, Host);
        var guest = Circle.AddFromBefore(null, "Joke", null, null, Host);
        foreach (var by in Circle.Seats.Where(seat => seat.Person is not null))
        {
            foreach (var seat in Circle.Seats)
            {
                var act = Circle.Admit(by.Person!.Value, Permission.Host, _table.Now);
                var refused = act is null || Record.Exception(() => Circle.Invite(seat.Id, "Kom.", SeatSet.None, act)) is RuleBrokenException;
                Assert.Equal(!refused, Circle.MayInvite(by, seat));
            }
        }

        Assert.True(Circle.MayInvite(Host.By, free));
        Assert.False(Circle.MayInvite(Host.By, guest));
    }

    [Fact]
    public void Whom_it_names_are_those_who_were_chosen_but_not_the_two_it_is_between()
    {
        var named = SeatSet.Of(_wim.Number, Host.By.Number, _table.Child.By.Number, new SeatNumber(40));
        Assert.Equal(SeatSet.Of(_table.Child.By.Number), Circle.Invite(_wim.Id, "Kom.", named, Host).Named);
    }

    private Invitation Invite() => Circle.Invite(_wim.Id, "Om samen te kijken wie er kookt.", SeatSet.None, Host);

    private Act? Held(Invitation invitation, PersonId? person) => Circle.AdmitInvited(invitation.Id, person, _table.Now);

    private Act HostOf(PersonId person) => Circle.Admit(person, Permission.Host, _table.Now)!;
}
