using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Involvements;

public sealed class LeavingTests
{
    private readonly Table _table = new();
    private readonly Seat _samira;

    public LeavingTests() => _samira = _table.Guest.By;

    private Circle Circle => _table.Circle;

    private Act Host => Circle.Admit(_table.Mother.Person, Permission.Host, _table.Now)!;

    private Act ChildHost => Circle.Admit(_table.Child.Person, Permission.Host, _table.Now)!;

    [Fact]
    public void The_family_says_first_whether_somebody_is_still_needed_and_when_we_look_again_R101_INV59()
    {
        var today = Netherlands.DayOf(_table.Now);
        Circle.LookAgain(_samira.Id, StillNeeded.NotKnown, null, today.AddDays(30), Host);
        Circle.LookAgain(_samira.Id, StillNeeded.Yes, "Zij is lief.", null, ChildHost);
        Circle.LookAgain(_samira.Id, StillNeeded.Otherwise, " Korter. ", null, Host);
        var kept = Circle.InvolvementOf(_samira.Number)!;
        Assert.Equal([StillNeeded.Yes, StillNeeded.Otherwise], kept.Looked.Select(said => said.Answer));
        Assert.Equal(("Korter.", today.AddDays(30)), (kept.Looked[1].Words, kept.Worth.LookAgain));
        Assert.False(Circle.LooksAgain(kept, today.AddDays(29)));
        Assert.True(Circle.LooksAgain(kept, today.AddDays(30)));
        Table.Refuses(CommonRules.ProofFits, () => Circle.LookAgain(_samira.Id, StillNeeded.Yes, null, null, _table.Guest));
        Table.Refuses(LeavingRules.ChoosesAnswer, () => Circle.LookAgain(_samira.Id, null, null, null, Host));
        Table.Refuses(InvolvementRules.LooksAgain, () => Circle.LookAgain(_samira.Id, StillNeeded.Yes, null, today, Host));
        Table.Refuses(CircleRules.SitsHere, () => Circle.LookAgain(_table.Grandmother.By.Id, StillNeeded.Yes, null, null, Host));
    }

    [Fact]
    public void A_host_or_the_professional_proposes_to_do_less_and_nobody_else_R100()
    {
        Circle.ProposeStep(_samira.Id, StepKind.Less, "Eens in de maand.", _table.Child);
        Circle.ProposeStep(_samira.Id, StepKind.HandOver, null, _table.Guest);
        Circle.ProposeStep(_samira.Id, StepKind.Stop, null, _table.Guest);
        Assert.Equal([StepKind.Less, StepKind.Stop], Circle.InvolvementOf(_samira.Number)!.Steps.Select(said => said.Step));
        Table.Refuses(LeavingRules.HostOrSelf, () => Circle.ProposeStep(_samira.Id, StepKind.Stop, null, _table.Grandmother));
        Table.Refuses(LeavingRules.ChoosesStep, () => Circle.ProposeStep(_samira.Id, null, null, _table.Guest));
        Assert.Null(Circle.InvolvementOf(_samira.Number)!.LeftAt);
    }

    [Fact]
    public void Hosts_take_leave_of_a_professional_when_each_says_that_it_is_needed_no_more_and_no_single_one_does_so_INV60_T20()
    {
        var father = PersonId.New();
        Circle.Add(father, "Kemal", "papa", SeatSide.Host, AgeGroup.Adult, null, Host);
        var his = Circle.Admit(father, Permission.Host, _table.Now)!;
        Table.Refuses(LeavingRules.HostsTakeLeave, () => Circle.TakeLeave(_samira.Id, Host));
        Circle.LookAgain(_samira.Id, StillNeeded.NoMore, null, null, Host);
        Table.Refuses(LeavingRules.HostsTakeLeave, () => Circle.TakeLeave(_samira.Id, Host));
        Circle.LookAgain(_samira.Id, StillNeeded.NoMore, null, null, his);
        Circle.LookAgain(_samira.Id, StillNeeded.NotKnown, null, null, Host);
        Table.Refuses(LeavingRules.HostsTakeLeave, () => Circle.TakeLeave(_samira.Id, his));
        Circle.LookAgain(_samira.Id, StillNeeded.NoMore, null, null, Host);
        Circle.LookAgain(_samira.Id, StillNeeded.Yes, "Zij is lief.", null, ChildHost);
        Table.Refuses(LeavingRules.HostsTakeLeave, () => Circle.TakeLeave(_samira.Id, ChildHost));
        Table.Refuses(CommonRules.ProofFits, () => Circle.TakeLeave(_samira.Id, _table.Guest));
        Circle.TakeLeave(_samira.Id, his);
        Assert.Null(Circle.Admit(_samira.Person!.Value, Permission.Read, _table.Now));
        Assert.Equal(_samira.Id, Circle.SteppedBack.Single().Id);
    }

    [Fact]
    public void Who_steps_back_is_let_in_no_more_and_what_they_said_keeps_their_name_R100_INV60()
    {
        var act = _table.Guest;
        Circle.AskFigure(_samira.Id, Host);
        Table.Refuses(LeavingRules.HostOrSelf, () => Circle.StepBack(_table.Mother));
        Circle.StepBack(act);
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Null(Circle.Admit(act.Person, permission, _table.Now)));
        Assert.DoesNotContain(Circle.Seats, seat => seat.Id == _samira.Id);
        Assert.Equal(("Samira", null), (Circle.SeatAt(_samira.Number).Name, Circle.SeatAt(_samira.Number).Person));
        Assert.Equal([_samira.Number], Circle.SteppedBack.Select(seat => seat.Number));
        Assert.Equal(FigureStage.Stopped, Circle.Figures.Single().Stage);
        Assert.Equal([Deed.FigureStopped, Deed.SteppedBack], Circle.Traces.Select(trace => trace.Deed).TakeLast(2));

        // The place is nobody's: no card and no way in leads to it again.
        Table.Refuses(CircleRules.SitsHere, () => Circle.Invite(_samira.Id, "Kom terug.", SeatSet.None, Host));
        Table.Refuses(CircleRules.SitsHere, () => Circle.GiveWayIn(_samira.Id, act.Person, Host));
        Table.Refuses(CircleRules.SitsHere, () => Circle.LookAgain(_samira.Id, StillNeeded.Yes, null, null, Host));

        // Whoever is asked back is proposed anew, and gets another seat.
        var again = Circle.Propose(
            new Worth { Name = "Samira", Goal = "Weer de ochtenden.", Adds = "Wij kennen haar.", LookAgain = Netherlands.DayOf(_table.Now).AddDays(40) }, _table.Mother);
        Circle.AnswerInvolvement(again.Id, WelcomeAnswer.Welcome, null, false, ChildHost);
        Circle.GiveWayIn(Circle.Seats[^1].Id, act.Person, Host);
        Assert.NotEqual(_samira.Number, Circle.SeatOf(act.Person)!.Number);
    }

    [Fact]
    public void Who_left_the_organisation_is_let_in_no_more_and_no_organisation_has_a_say_in_who_is_family_R2()
    {
        foreach (var family in new[] { _table.Mother, _table.Grandmother, _table.Child })
        {
            Table.Refuses(LeavingRules.HostOrSelf, () => Circle.LeaveWithOrganisation(family));
        }

        Table.Refuses(CommonRules.ProofFits, () => Circle.LeaveWithOrganisation(_table.ReadsOnly));
        Table.Refuses(CommonRules.ProofFits, () => Circle.LeaveWithOrganisation(new Table().Guest));
        var act = _table.Guest;
        Circle.AskFigure(_samira.Id, Host);
        Circle.LeaveWithOrganisation(act);
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Null(Circle.Admit(act.Person, permission, _table.Now)));
        Assert.Equal(("Samira", null), (Circle.SeatAt(_samira.Number).Name, Circle.SeatAt(_samira.Number).Person));
        Assert.Equal([_samira.Number], Circle.SteppedBack.Select(seat => seat.Number));
        Assert.Equal([Deed.FigureStopped, Deed.LeftWithOrganisation], Circle.Traces.Select(trace => trace.Deed).TakeLast(2));

        // The family thanks her, as whoever steps back.
        Circle.Thank(_samira.Id, "Dank je wel.", _table.Grandmother);
        Assert.Single(Circle.InvolvementOf(_samira.Number)!.Thanks);
    }

    [Fact]
    public void The_family_thanks_and_chooses_what_is_passed_on_R100_R102_partly()
    {
        Table.Refuses(LeavingRules.SteppedBack, () => Circle.Thank(_samira.Id, "Dank je wel.", _table.Mother));
        Circle.StepBack(_table.Guest);
        Circle.Thank(_samira.Id, "Dank je wel.", _table.Grandmother);
        Circle.Thank(_samira.Id, "Je was lief.", _table.Child);
        Circle.Thank(_samira.Id, " ", _table.Grandmother);
        Circle.PassOn(_samira.Id, "Dat Amir graag eerst buiten speelt.", Host);
        Assert.Equal(["Je was lief."], Circle.InvolvementOf(_samira.Number)!.Thanks.Select(said => said.Words));
        Assert.Single(Circle.InvolvementOf(_samira.Number)!.PassedOn);
        Table.Refuses(CommonRules.ProofFits, () => Circle.PassOn(_samira.Id, "Iets.", _table.Mother));
        Circle.AddFromBefore(null, "Bo", null, null, Host);
        Table.Refuses(LeavingRules.SteppedBack, () => Circle.PassOn(Circle.Seats[^1].Id, "Iets.", Host));
    }

    [Fact]
    public void Anybody_rests_without_a_reason_and_is_there_again_when_they_like_R8()
    {
        Assert.Null(Circle.RestsSince(_table.Child.By.Number));
        foreach (var act in new[] { _table.Child, _table.Guest, _table.Grandmother })
        {
            Circle.Rest(act);
            Circle.Rest(act);
            Assert.Equal(act.At, Circle.RestsSince(act.By.Number));
        }

        Assert.Equal(3, Circle.Traces.Count(trace => trace.Deed == Deed.Rested));
        Assert.NotNull(Circle.Admit(_table.Child.Person, Permission.Speak, _table.Now));
        Circle.EndRest(_table.Child);
        Circle.EndRest(_table.Child);
        Assert.Null(Circle.RestsSince(_table.Child.By.Number));
        Assert.Equal(1, Circle.Traces.Count(trace => trace.Deed == Deed.RestEnded));
        Circle.StepBack(_table.Guest);
        Assert.Null(Circle.RestsSince(_samira.Number));
    }

    [Fact]
    public void Who_stops_is_let_in_no_more_nor_reached_and_a_card_lets_them_in_again_R8_N50()
    {
        var act = _table.Grandmother;
        var seat = act.By.Number;
        Circle.SayContact(new SafeContact(seat, default, default) { Number = "06", Readers = SeatSet.Of(_table.Mother.By.Number) }, null, act);
        Circle.SayAboutMyself(new AboutMyself(seat, default) { Reach = "Bel aan." }, act);
        Circle.ChooseFirst(_samira.Id, act);
        Circle.Rest(act);
        Circle.StopMyPart(act);
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Null(Circle.Admit(act.Person, permission, _table.Now)));
        Assert.Equal(act.At, Circle.StoppedAt(seat));
        Assert.Equal(act.By.Name, Circle.SeatAt(seat).Name);
        Assert.Contains(Circle.Seats, one => one.Number == seat && one.Person is null);
        Assert.Empty(Circle.ToldHowToReach(_table.Mother.By));
        Assert.Null(Circle.AboutOf(seat));
        Assert.Null(Circle.FirstContactOf(seat));
        Assert.Null(Circle.RestsSince(seat));
        Assert.Equal(Deed.PartStopped, Circle.Traces[^1].Deed);

        var card = Circle.Invite(act.By.Id, "Kom je weer?", SeatSet.None, Host);
        Circle.Join(card.Id, Circle.AdmitInvited(card.Id, act.Person, _table.Now)!);
        Assert.Null(Circle.StoppedAt(seat));
        Assert.NotNull(Circle.Admit(act.Person, Permission.Speak, _table.Now));
    }

    [Fact]
    public void What_the_hosts_said_of_who_may_join_is_asked_anew_when_one_of_them_stops_so_that_no_no_shows_T20()
    {
        var rob = Circle.Add(PersonId.New(), "Rob", "papa", SeatSide.Host, AgeGroup.Adult, null, Host);
        var today = Netherlands.DayOf(_table.Now);
        var worth = new Worth { Name = "Joke", Goal = "Rust.", Adds = "Zij kent de weg.", LookAgain = today.AddDays(30) };
        var asked = Circle.Propose(worth, _table.Guest).Id;
        var own = Circle.Propose(worth with { Name = "Wil" }, Circle.Admit(rob.Person!.Value, Permission.Speak, _table.Now)!).Id;
        Circle.AnswerInvolvement(asked, WelcomeAnswer.Welcome, null, false, Host);
        Circle.AnswerInvolvement(asked, WelcomeAnswer.Welcome, null, false, ChildHost);
        Circle.AnswerInvolvement(asked, WelcomeAnswer.RatherNot, "Nee.", false, Circle.Admit(rob.Person.Value, Permission.Host, _table.Now)!);
        Circle.StopMyPart(Circle.Admit(rob.Person.Value, Permission.Speak, _table.Now)!);
        var waits = Circle.Involvements.Single(one => one.Id == asked);
        Assert.False(Circle.IsWelcome(waits));
        Assert.True(waits.WaitsFor(_table.Mother.By.Number));
        Assert.Null(waits.Seat);

        // What the leaver proposed goes: nobody else could take it back.
        Assert.NotNull(Circle.Involvements.Single(one => one.Id == own).TakenBackAt);
        Circle.AnswerInvolvement(asked, WelcomeAnswer.Welcome, null, false, Host);
        Circle.AnswerInvolvement(asked, WelcomeAnswer.Welcome, null, false, ChildHost);
        Assert.NotNull(Circle.Involvements.Single(one => one.Id == asked).Seat);
    }

    [Fact]
    public void Whoever_goes_is_reached_no_more_is_nobodys_first_and_takes_the_own_yes_along_R7_R104()
    {
        Circle.LetWordsGo(SeatSet.Of(_table.Mother.By.Number), Circle.Admit(_table.Child.Person, Permission.TakeAlong, _table.Now)!);
        Circle.ChooseFirst(_table.Child.By.Id, _table.Grandmother);
        Circle.SayAboutMyself(new AboutMyself(_samira.Number, default) { Reach = "Bel maar." }, _table.Guest);
        Assert.True(Circle.LetsGo(_table.Child.By, _table.Mother.By));
        var child = _table.Child;
        Circle.StopMyPart(child);
        Circle.StepBack(_table.Guest);
        Assert.False(Circle.LetsGo(child.By, _table.Mother.By));
        Assert.Null(Circle.FirstContactOf(_table.Grandmother.By.Number));
        Assert.Null(Circle.AboutOf(_samira.Number));
    }

    [Fact]
    public void The_seat_of_who_stopped_is_taken_by_nobody_else_whoever_makes_the_card_T20()
    {
        var act = _table.Grandmother;
        Circle.StopMyPart(act);
        var other = PersonId.New();
        Table.Refuses(CircleRules.SeatOfWhoStopped, () => Circle.GiveWayIn(act.By.Id, other, Host));
        var card = Circle.Invite(act.By.Id, "Kom je weer?", SeatSet.None, Host);
        Assert.Null(Circle.AdmitInvited(card.Id, other, _table.Now));

        // Who is not signed in yet learns who asks, and for what; sitting down asks again.
        var stranger = Circle.AdmitInvited(card.Id, null, _table.Now)!;
        Table.Refuses(CommonRules.ProofFits, () => Circle.Join(card.Id, stranger));

        // Nor does a host put back who stopped, without their own yes.
        Table.Refuses(CircleRules.SeatOfWhoStopped, () => Circle.GiveWayIn(act.By.Id, act.Person, Host));
        Assert.Null(Circle.Admit(act.Person, Permission.Read, _table.Now));
        Circle.Join(card.Id, Circle.AdmitInvited(card.Id, act.Person, _table.Now)!);
        Assert.Equal(act.By.Number, Circle.Admit(act.Person, Permission.Speak, _table.Now)!.By.Number);
    }

    [Fact]
    public void A_host_stops_when_another_stays_who_can_let_others_in_and_a_child_always_can_R8_N50()
    {
        Table.Refuses(CommonRules.ProofFits, () => Circle.StopMyPart(_table.Guest));
        Table.Refuses(LeavingRules.HostRemains, () => Circle.StopMyPart(_table.Mother));
        Assert.False(Circle.MayStop(_samira));
        var father = Circle.Add(PersonId.New(), "Rob", "papa", SeatSide.Host, AgeGroup.Adult, null, Host);
        var empty = Circle.Add(null, "Oom", null, SeatSide.Network, AgeGroup.Adult, null, Host);
        var card = Circle.Invite(empty.Id, "Kom je?", SeatSet.None, Host);
        Assert.True(Circle.MayStop(father));
        Circle.StopMyPart(_table.Mother);
        Assert.Null(Circle.AdmitInvited(card.Id, PersonId.New(), _table.Now));
        Table.Refuses(LeavingRules.HostRemains, () => Circle.StopMyPart(Circle.Admit(father.Person!.Value, Permission.Speak, _table.Now)!));
        var child = _table.Child;
        Circle.StopMyPart(child);
        Assert.Null(Circle.Admit(child.Person, Permission.Read, _table.Now));
    }
}
