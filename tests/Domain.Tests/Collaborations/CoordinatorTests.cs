using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Endings;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Collaborations;

public sealed class CoordinatorTests
{
    private const CoordinatorAnswer Yes = CoordinatorAnswer.Yes;

    private static readonly Dictionary<CollaborationGround, GroundAnswer> Firm =
        Enum.GetValues<CollaborationGround>().ToDictionary(ground => ground, _ => GroundAnswer.Yes);

    private readonly Table _table = new();
    private readonly Seat _fatma;
    private readonly Seat _samira;

    public CoordinatorTests() => (_fatma, _samira) = (_table.Grandmother.By, _table.Guest.By);

    private Circle Circle => _table.Circle;

    private Act Host => HostOf(_table.Mother.Person);

    private Act ChildHost => HostOf(_table.Child.Person);

    [Fact]
    public void It_takes_the_yes_of_each_host_the_child_too_of_who_does_it_and_the_recognition_of_each_professional_INV67_R105()
    {
        var asked = Ask();
        Assert.Null(Circle.Coordinator);
        Say(asked, Yes, _table.Grandmother);
        Assert.False(Circle.MayAnswer(Now(asked), _samira, _table.Now));
        Refuses(CoordinatorRules.IsAsked, () => Recognise(asked));
        Say(asked, Yes, ChildHost);
        Assert.True(Circle.MayAnswer(Now(asked), _samira, _table.Now));
        Assert.Null(Circle.Coordinator);
        Recognise(asked);
        Assert.Equal((_fatma.Number, (DateTimeOffset?)_table.Now), (Circle.Coordinator!.Who, Circle.Coordinator.Since));
        Assert.Equal(
            [Deed.CoordinatorAsked, Deed.CoordinatorAnswered, Deed.CoordinatorAnswered, Deed.CoordinatorAnswered, Deed.CoordinatorBegan],
            Circle.Traces.Where(trace => trace.Subject == asked.Value).Select(trace => trace.Deed));
    }

    [Fact]
    public void Whoever_gave_a_yes_takes_it_back_and_it_ends_at_once_without_who_it_was_INV68()
    {
        foreach (var takesBack in new Func<Act>[] { () => _table.Mother, () => _table.Child, () => _table.Grandmother, () => _table.Guest })
        {
            var asked = Begun();
            Say(asked, CoordinatorAnswer.RatherNot, takesBack());
            Assert.Null(Circle.Coordinator);
            Assert.Equal((_table.Now, 0), (Now(asked).EndedAt, Now(asked).Said.Count));
            Assert.All(Circle.Seats, seat => Assert.True(Circle.MayRead(Now(asked), seat, _table.Now)));
            Assert.Equal(Deed.CoordinatorEnded, Circle.Traces[^1].Deed);
            Refuses(CoordinatorRules.IsAsked, () => Say(asked, Yes, _table.Mother));
        }

        // Of those who were it before, the last is kept.
        Assert.Single(Circle.Coordinators);
    }

    [Fact]
    public void It_may_be_a_grandmother_a_parent_or_a_professional_and_never_a_child_INV69()
    {
        foreach (var who in new[] { _fatma, _table.Mother.By, _samira })
        {
            Circle.TakeCoordinatorBack(Circle.AskCoordinator(who.Id, Firm, false, Host).Id, Host);
        }

        Refuses(CoordinatorRules.ChoosesWho, () => Circle.AskCoordinator(_table.Child.By.Id, Firm, false, Host));
        Refuses(CoordinatorRules.ChoosesWho, () => Circle.AskCoordinator(null, Firm, false, Host));
        var without = Circle.Add(null, "Opa", null, SeatSide.Network, AgeGroup.Adult, null, Host);
        Refuses(CoordinatorRules.ChoosesWho, () => Circle.AskCoordinator(without.Id, Firm, false, Host));

        // A parent who asks for themselves says both with it; a professional who does it recognises nobody.
        var mother = Circle.AskCoordinator(_table.Mother.By.Id, Firm, false, Host).Id;
        Say(mother, Yes, _table.Child);
        Recognise(mother);
        Say(mother, CoordinatorAnswer.RatherNot, _table.Mother);
        var samira = Circle.AskCoordinator(_samira.Id, Firm, false, Host).Id;
        Say(samira, Yes, _table.Child);
        Say(samira, Yes, _table.Guest);
        Assert.Equal((_samira.Number, (string?)null), (Circle.Coordinator!.Who, Circle.Coordinator.SaidBy(_samira.Number)!.Direction));
    }

    [Fact]
    public void Nobody_assigns_one_and_a_table_does_without_N21_INV70()
    {
        Assert.Null(Circle.Coordinator);
        foreach (var act in new[] { _table.Guest, _table.Grandmother, _table.Mother })
        {
            Refuses(CommonRules.ProofFits, () => Circle.AskCoordinator(_fatma.Id, Firm, false, act));
        }

        Refuses(CoordinatorRules.HostAsks, () => Circle.AskCoordinator(_fatma.Id, Firm, false, ChildHost));
        var asked = Ask();
        Refuses(CoordinatorRules.AsksOne, () => Circle.AskCoordinator(_samira.Id, Firm, false, Host));
        Refuses(CommonRules.ProofFits, () => Say(asked, Yes, _table.ReadsOnly));
        Refuses(CommonRules.ProofFits, () => Say(asked, Yes, new Table().Mother));
        Refuses(CoordinatorRules.ChoosesAnswer, () => Say(asked, null, _table.Child));
        Refuses(CoordinatorRules.AskerTakesBack, () => Circle.TakeCoordinatorBack(asked, ChildHost));
        Circle.TakeCoordinatorBack(asked, Host);
        Assert.Empty(Circle.Coordinators);
        var begun = Begun();
        Refuses(CoordinatorRules.OneAtATime, () => Circle.AskCoordinator(_samira.Id, Firm, false, Host));
        Refuses(CoordinatorRules.IsAsked, () => Circle.TakeCoordinatorBack(begun, Host));
    }

    [Fact]
    public void Three_questions_come_first_and_a_no_is_not_passed_over_R106()
    {
        var two = Firm.Where(pair => pair.Key != CollaborationGround.SamePeople).ToDictionary();
        Refuses(CoordinatorRules.GroundsFirst, () => Circle.AskCoordinator(_fatma.Id, two, true, Host));
        two[CollaborationGround.SamePeople] = GroundAnswer.No;
        Refuses(CoordinatorRules.DoesNotMend, () => Circle.AskCoordinator(_fatma.Id, two, false, Host));
        Assert.True(Circle.AskCoordinator(_fatma.Id, two, true, Host).LacksGround);
        Circle.TakeCoordinatorBack(Circle.Coordinators[0].Id, Host);
        two[CollaborationGround.SamePeople] = GroundAnswer.NotKnown;
        Assert.False(Circle.AskCoordinator(_fatma.Id, two, false, Host).LacksGround);
    }

    [Fact]
    public void A_professional_says_which_direction_they_accept_and_what_they_hand_over_R107()
    {
        var asked = Ask();
        Say(asked, Yes, _table.Grandmother);
        Say(asked, Yes, _table.Child);
        Refuses(CoordinatorRules.SaysDirection, () => Circle.AnswerCoordinator(asked, Yes, " ", "Niets.", _table.Guest));
        Refuses(CoordinatorRules.SaysHandsOver, () => Circle.AnswerCoordinator(asked, Yes, "Ik volg haar.", null, _table.Guest));
        Say(asked, CoordinatorAnswer.NotKnown, _table.Guest);
        Assert.Null(Circle.Coordinator);
        Recognise(asked);
        var said = Assert.Single(Circle.SaidInSightOf(Circle.Coordinator!, _fatma, _table.Now));
        Assert.Equal(("Wat Fatma zegt over de week.", "Ik maak geen eigen afspraken meer."), (said.Direction, said.HandsOver));

        // Of the family nothing but yes or no is kept.
        Assert.All(Circle.Coordinator!.Said.Where(one => one.By != _samira.Number), one => Assert.Null(one.Direction ?? one.HandsOver));
    }

    [Fact]
    public void What_who_would_do_it_says_as_such_is_in_sight_as_long_as_it_is_asked_R105()
    {
        var asked = Ask();
        Assert.Empty(Seen());
        Say(asked, CoordinatorAnswer.NotKnown, _table.Grandmother);
        Assert.Equal([(_fatma.Number, CoordinatorAnswer.NotKnown)], Seen());
        Say(asked, Yes, _table.Grandmother);
        Say(asked, Yes, _table.Child);
        Assert.Equal([(_fatma.Number, Yes)], Seen());
        Recognise(asked);
        Assert.Equal([(_samira.Number, Yes)], Seen());

        IEnumerable<(SeatNumber, CoordinatorAnswer)> Seen() =>
            Circle.SaidInSightOf(Now(asked), _table.Mother.By, _table.Now).Select(said => (said.By, said.Answer));
    }

    [Fact]
    public void A_no_and_silence_of_a_host_are_the_same_to_everybody_else_T20()
    {
        var asked = Ask();
        Say(asked, Yes, _table.Grandmother);
        var silent = Read();
        foreach (var answer in new[] { CoordinatorAnswer.RatherNot, CoordinatorAnswer.NotKnown })
        {
            Say(asked, answer, _table.Child);
            Assert.Equal(silent, Read());
        }

        // What everybody but the child is told of it.
        string Read() => string.Join(' ', Circle.Seats.Where(seat => seat != _table.Child.By).Select(seat => string.Join(
            ',', Circle.MayRead(Now(asked), seat, _table.Now), Circle.MayAnswer(Now(asked), seat, _table.Now), Circle.WaitsFor(Now(asked), seat, _table.Now),
            Circle.IsGranted(Now(asked)), Circle.SaidInSightOf(Now(asked), seat, _table.Now).Count())));
    }

    [Fact]
    public void A_host_who_goes_does_not_show_by_what_begins_then_that_it_was_their_no_T20()
    {
        var father = PersonId.New();
        Circle.Add(father, "Kemal", "papa", SeatSide.Host, AgeGroup.Adult, null, Host);
        var asked = Ask();
        Say(asked, Yes, _table.Grandmother);
        Say(asked, Yes, _table.Child);
        Say(asked, CoordinatorAnswer.RatherNot, SpeakOf(father));
        Circle.StopMyPart(SpeakOf(father));
        Assert.Equal([_table.Mother.By.Number, _fatma.Number], Now(asked).Said.Select(said => said.By));
        Assert.False(Circle.IsGranted(Now(asked)));
        Say(asked, Yes, _table.Child);
        Assert.True(Circle.IsGranted(Now(asked)));
    }

    [Fact]
    public void A_host_who_comes_later_is_asked_too_and_meanwhile_it_holds_for_who_said_yes_R105()
    {
        var asked = Begun();
        var father = PersonId.New();
        var seat = Circle.Add(father, "Kemal", "papa", SeatSide.Host, AgeGroup.Adult, null, Host);
        Assert.True(Circle.WaitsFor(Now(asked), seat, _table.Now));
        Say(asked, CoordinatorAnswer.NotKnown, SpeakOf(father));
        Assert.NotNull(Circle.Coordinator);
        Assert.False(Circle.WaitsFor(Now(asked), seat, _table.Now));
        Say(asked, CoordinatorAnswer.RatherNot, SpeakOf(father));
        Assert.Null(Circle.Coordinator);
    }

    [Fact]
    public void A_professional_who_comes_later_is_asked_too_and_what_they_say_of_it_is_in_sight_R105_R107()
    {
        var asked = Begun();
        var bo = PersonId.New();
        var seat = Circle.AddFromBefore(bo, "Bo", null, null, Host);
        Assert.True(Circle.WaitsFor(Now(asked), seat, _table.Now));
        Circle.AnswerCoordinator(asked, Yes, "Ik volg Fatma.", "Niets.", SpeakOf(bo));
        Assert.Equal(2, Circle.SaidInSightOf(Circle.Coordinator!, _fatma, _table.Now).Count());

        // Who leaves leaves no recognition behind, and it goes on.
        Circle.StepBack(SpeakOf(bo));
        Assert.Equal([_samira.Number], Circle.SaidInSightOf(Circle.Coordinator!, _fatma, _table.Now).Select(said => said.By));
        Circle.StepBack(_table.Guest);
        Assert.NotNull(Circle.Coordinator);
    }

    [Fact]
    public void What_a_professional_said_is_read_by_another_as_far_as_it_is_given_T20()
    {
        var asked = Begun();
        _table.Pass(TimeSpan.FromDays(1));
        var involvement = Circle.Propose(
            new Worth { Name = "Bo", Goal = "Rust.", Adds = "Tijd.", LookAgain = Netherlands.DayOf(_table.Now).AddDays(9) }, _table.Mother);
        Circle.AnswerInvolvement(involvement.Id, WelcomeAnswer.Welcome, null, false, ChildHost);
        var bo = PersonId.New();
        var seat = Circle.SeatAt(Circle.Involvements.Single(one => one.Id == involvement.Id).Seat!.Value);
        Circle.GiveWayIn(seat.Id, bo, Host);
        Assert.Empty(Circle.SaidInSightOf(Circle.Coordinator!, Circle.SeatOf(bo)!, _table.Now));
        Assert.Single(Circle.SaidInSightOf(Circle.Coordinator!, _samira, _table.Now));
        Assert.True(Circle.MayRead(Now(asked), Circle.SeatOf(bo)!, _table.Now));
    }

    [Fact]
    public void It_ends_when_who_does_it_goes_or_the_table_ends_and_a_question_goes_with_who_asked_R105()
    {
        Begun();
        Circle.StopMyPart(_table.Grandmother);
        Assert.Null(Circle.Coordinator);

        var table = new Table();
        var grandmother = table.Grandmother;
        var asked = table.Circle.AskCoordinator(grandmother.By.Id, Firm, false, table.Circle.Admit(table.Mother.Person, Permission.Host, table.Now)!).Id;
        foreach (var act in new[] { table.Child, grandmother })
        {
            table.Circle.AnswerCoordinator(asked, Yes, null, null, act);
        }

        // It waits for Samira alone, and does not begin because the table ends.
        var host = table.Circle.Admit(table.Mother.Person, Permission.Host, table.Now)!;
        table.Circle.AskToEnd(GoodEnough.Yes, null, host);
        table.Circle.End(new Terms(30, 90), host);
        Assert.Empty(table.Circle.Coordinators);

        var other = Ask();
        Say(other, CoordinatorAnswer.Yes, _table.Child);
        var father = PersonId.New();
        Circle.Add(father, "Kemal", "papa", SeatSide.Host, AgeGroup.Adult, null, Host);
        var his = Circle.AskCoordinator(_samira.Id, Firm, false, HostOf(father)).Id;
        Circle.StopMyPart(SpeakOf(father));
        Assert.DoesNotContain(Circle.Coordinators, one => one.Id == his);
    }

    [Fact]
    public void A_no_of_who_would_do_it_ends_the_question_and_two_hosts_ask_each_for_their_own_D8()
    {
        var father = PersonId.New();
        Circle.Add(father, "Kemal", "papa", SeatSide.Host, AgeGroup.Adult, null, Host);
        var hers = Ask();
        var his = Circle.AskCoordinator(_samira.Id, Firm, false, HostOf(father)).Id;
        Say(his, CoordinatorAnswer.RatherNot, _table.Guest);
        var declined = Circle.Coordinators.Single(one => one.IsDeclined);
        Assert.Equal((his, 0), (declined.Id, declined.Said.Count));
        Refuses(CoordinatorRules.IsAsked, () => Say(his, Yes, _table.Guest));

        // The hosts hear it, who would wait for an answer otherwise; nobody else does, until it is asked anew.
        Assert.All(Circle.Seats, seat => Assert.Equal(seat.Side == SeatSide.Host, Circle.MayRead(declined, seat, _table.Now)));
        his = Circle.AskCoordinator(_samira.Id, Firm, false, HostOf(father)).Id;
        Assert.Equal([hers, his], Circle.Coordinators.Select(one => one.Id));
        foreach (var act in new[] { _table.Grandmother, _table.Child, SpeakOf(father) })
        {
            Say(hers, Yes, act);
        }

        // When one begins the other is asked no more.
        Recognise(hers);
        Assert.Equal([hers], Circle.Coordinators.Select(one => one.Id));
    }

    private static void Refuses(Rule rule, Action act) => Table.Refuses(rule, act);

    private CoordinatorId Ask()
    {
        if (Circle.SeatOf(_fatma.Person!.Value) is null)
        {
            return Circle.AskCoordinator(_samira.Id, Firm, false, Host).Id;
        }

        return Circle.AskCoordinator(_fatma.Id, Firm, false, Host).Id;
    }

    private CoordinatorId Begun()
    {
        var asked = Ask();
        Say(asked, Yes, _table.Grandmother);
        Say(asked, Yes, _table.Child);
        Recognise(asked);
        Assert.NotNull(Circle.Coordinator);
        return asked;
    }

    private Coordinator Now(CoordinatorId id) => Circle.Coordinators.Single(one => one.Id == id);

    private void Recognise(CoordinatorId id) =>
        Circle.AnswerCoordinator(id, Yes, "Wat Fatma zegt over de week.", "Ik maak geen eigen afspraken meer.", _table.Guest);

    private void Say(CoordinatorId id, CoordinatorAnswer? answer, Act act) => Circle.AnswerCoordinator(
        id, answer, null, null, act.Permission == Permission.Host ? SpeakOf(act.Person) : act);

    private Act HostOf(PersonId person) => Circle.Admit(person, Permission.Host, _table.Now)!;

    private Act SpeakOf(PersonId person) => Circle.Admit(person, Permission.Speak, _table.Now)!;
}
