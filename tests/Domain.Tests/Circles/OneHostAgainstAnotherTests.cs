using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Endings;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Tests.Circles;

/// <summary>What one who hosts could do to the voice of another who hosts, and cannot (T20, T21).</summary>
public sealed class OneHostAgainstAnotherTests : ParentsApart
{
    private readonly PersonId _ilse = PersonId.New();

    public OneHostAgainstAnotherTests() => Circle.AddFromBefore(_ilse, "Ilse", null, null, Host(Sanne));

    private DateOnly Today => Netherlands.DayOf(Now);

    [Fact]
    public void What_he_answers_to_a_wish_takes_it_off_no_list_of_hers_until_the_child_says_that_it_came_across_R14_T20()
    {
        var wish = Wish.Lay(Circle, "Ik wil een hond.", SeatSet.None, Audience.Everyone, Speaks(Isa));
        wish.PromiseAnswer(Speaks(Mark));
        wish.AnswerWish("Nee.", true, false, null, Speaks(Mark));
        Assert.True(wish.WaitsForAnswerOf(SeatOf(Sanne), Circle));
        Assert.False(wish.MayBeLaidAsideBy(SeatOf(Sanne), Circle));
        Assert.False(wish.WaitsForAnswerOf(SeatOf(Mark), Circle));
        Assert.False(wish.WaitsForAnswerOf(SeatOf(_ilse), Circle));
        wish.PromiseAnswer(Speaks(Sanne));
        wish.AnswerWish("Misschien.", true, false, null, Speaks(Sanne));
        Assert.False(wish.WaitsForAnswerOf(SeatOf(Sanne), Circle));
        wish.SayAgain(null, Speaks(Isa));
        Assert.All([Sanne, Mark, _ilse], who => Assert.True(wish.WaitsForAnswerOf(SeatOf(who), Circle)));
        wish.PromiseAnswer(Speaks(Mark));
        wish.AnswerWish("Goed.", true, false, null, Speaks(Mark));
        Assert.True(wish.WaitsForAnswerOf(SeatOf(Sanne), Circle));
        wish.SayHeard(true, Speaks(Isa));
        Assert.False(wish.WaitsForAnswerOf(SeatOf(Sanne), Circle));
        Assert.True(wish.IsSettled);
    }

    [Fact]
    public void What_she_answered_goes_to_no_more_people_and_never_out_of_her_own_sight_T20_T22()
    {
        var worry = Worry.Lay(Circle, "Sanne vergeet Isa.", SeatSet.Of(SeatOf(Sanne).Number), null, Audience.These(SeatSet.Of(SeatOf(Sanne).Number, SeatOf(Isa).Number)), Speaks(Mark));
        worry.Answer("Dat was een keer.", 0, Speaks(Sanne));
        foreach (var more in new[] { Audience.Everyone, Audience.GrownUps, Audience.These(SeatSet.Of(SeatOf(_ilse).Number)) })
        {
            Table.Refuses(CommonRules.NotMoreReaders, () => worry.ChooseReaders(Circle, more, Speaks(Mark)));
        }

        // He talks on about her with her answer, and without her: no.
        worry.ChooseReaders(Circle, Audience.These(SeatSet.Of(SeatOf(Isa).Number)), Speaks(Mark));
        Assert.True(worry.MayBeReadBy(SeatOf(Sanne)));
        Assert.True(worry.MayBeReadBy(SeatOf(Isa)));

        // For himself alone nobody reads it, with her answer.
        worry.ChooseReaders(Circle, Audience.OnlyMe, Speaks(Mark));
        Assert.False(worry.MayBeReadBy(SeatOf(Isa)));
    }

    [Fact]
    public void Who_let_grown_ups_read_it_can_still_choose_one_of_them_after_an_answer_R12_D34()
    {
        var worry = Worry.Lay(Circle, "Ik slaap slecht.", SeatSet.Of(SeatOf(Sanne).Number), null, Audience.GrownUps, Speaks(Mark));
        worry.Answer("Ik ook.", 0, Speaks(Sanne));
        Table.Refuses(CommonRules.NotMoreReaders, () => worry.ChooseReaders(Circle, Audience.These(SeatSet.Of(SeatOf(Isa).Number)), Speaks(Mark)));
        worry.ChooseReaders(Circle, Audience.These(SeatSet.Of(SeatOf(_ilse).Number)), Speaks(Mark));
        Assert.True(worry.MayBeReadBy(SeatOf(_ilse)));
        Assert.True(worry.MayBeReadBy(SeatOf(Sanne)));
        Assert.True(worry.IsReadAsSeen(SeatOf(Sanne).Number, Now.AddDays(-1)));
    }

    [Fact]
    public void Her_no_is_hidden_from_nobody_who_could_read_it_INV49_T20()
    {
        var agreement = Agreement.Lay(Circle, "Isa slaapt bij mij.", SeatSet.Of(SeatOf(Mark).Number), null, null, null, Audience.Everyone, Speaks(Mark));
        agreement.TakePosition(Stance.Disagree, "Dat wil ik niet.", null, Speaks(Isa));
        foreach (var other in new[] { Audience.OnlyMe, Audience.GrownUps, Audience.These(SeatSet.Of(SeatOf(Isa).Number)) })
        {
            Table.Refuses(ProposalRules.ReadersStay, () => agreement.ChooseReaders(Circle, other, Speaks(Mark)));
        }

        Assert.All([Sanne, Isa, _ilse], who => Assert.True(agreement.MayBeReadBy(SeatOf(who))));
    }

    [Fact]
    public void Who_writes_for_few_readers_is_asked_anew_when_there_are_more_by_then_T22()
    {
        var worry = Worry.Lay(Circle, "Isa slaapt slecht.", SeatSet.Of(SeatOf(Isa).Number), null, Audience.These(SeatSet.Of(SeatOf(Isa).Number)), Speaks(Mark));
        var opened = Now;
        Assert.True(worry.IsReadAsSeen(SeatOf(Isa).Number, opened));
        Now = Now.AddDays(1);
        worry.ChooseReaders(Circle, Audience.Everyone, Speaks(Mark));
        Assert.False(worry.IsReadAsSeen(SeatOf(Isa).Number, opened));
        Assert.True(worry.IsReadAsSeen(SeatOf(Isa).Number, Now));
        Assert.True(worry.IsReadAsSeen(SeatOf(Mark).Number, opened));
        Assert.True(worry.IsReadAsSeen(SeatOf(Isa).Number, null));
    }

    [Fact]
    public void A_day_that_has_come_is_passed_by_nobody_alone_and_the_next_is_the_earliest_that_was_chosen_R101_T20()
    {
        var ilse = SeatOf(_ilse);
        Circle.LookAgain(ilse.Id, StillNeeded.Yes, null, Today.AddDays(1), Host(Sanne));
        Now = Now.AddDays(3);
        Circle.LookAgain(ilse.Id, StillNeeded.Yes, null, Today.AddDays(365), Host(Mark));
        Assert.True(Circle.AsksToLook(Circle.InvolvementOf(ilse.Number)!, SeatOf(Sanne), Today));
        Assert.True(Circle.AsksToLook(Circle.InvolvementOf(ilse.Number)!, SeatOf(Isa), Today));
        Assert.False(Circle.AsksToLook(Circle.InvolvementOf(ilse.Number)!, SeatOf(Mark), Today));
        Assert.Equal(Today.AddDays(365), Circle.InvolvementOf(ilse.Number)!.Looked.Single(said => said.By == SeatOf(Mark).Number).Next);
        Circle.LookAgain(ilse.Id, StillNeeded.Yes, null, Today.AddDays(30), Host(Sanne));
        Assert.True(Circle.AsksToLook(Circle.InvolvementOf(ilse.Number)!, SeatOf(Isa), Today));
        Circle.LookAgain(ilse.Id, StillNeeded.Yes, null, null, Host(Isa));
        Assert.Equal(Today.AddDays(30), Circle.InvolvementOf(ilse.Number)!.Worth.LookAgain);
        Assert.False(Circle.AsksToLook(Circle.InvolvementOf(ilse.Number)!, SeatOf(Isa), Today));
    }

    [Fact]
    public void That_something_was_found_shows_only_once_who_told_it_said_that_it_may_stand_here_D9_T20()
    {
        var asked = Sentence(Sanne, new Source(Knowing.Think, null, null), null);
        asked.FindOut(Circle, SeatOf(Sanne).Number, Today.AddDays(5), Speaks(Sanne));
        var found = Sentence(Sanne, new Source(Knowing.WasTold, SeatOf(Isa).Number, null), asked);
        asked.IsFound(found, Speaks(Sanne));
        Assert.NotNull(asked.OpenFindingOut);
        Assert.Equal([Deed.Laid, Deed.FindingOut], asked.Traces.Select(trace => trace.Deed));

        // A no leaves no trace there either.
        found.AgreeAsSource(false, Speaks(Isa));
        asked.IsFoundWith(found, Speaks(Isa));
        Assert.NotNull(asked.OpenFindingOut);
        found.AgreeAsSource(true, Speaks(Isa));
        asked.IsFoundWith(found, Speaks(Mark));
        Assert.NotNull(asked.OpenFindingOut);
        asked.IsFoundWith(found, Speaks(Isa));
        Assert.Null(asked.OpenFindingOut);
        Assert.Equal((SeatOf(Sanne).Number, found.Id), asked.Additions.OfType<Found>().Select(one => (one.By, one.Statement)).Single());
    }

    [Fact]
    public void A_talk_that_nobody_held_is_not_the_next_one_for_ever_T20()
    {
        var planned = Talk.Plan(Circle, "x", Today.AddDays(1), null, null, SeatSet.None, Speaks(Mark));
        Assert.True(planned.IsAheadOn(Today.AddDays(1)));
        Assert.False(planned.IsAheadOn(Today.AddDays(2)));
        Assert.True(Talk.Plan(Circle, "x", null, null, null, SeatSet.None, Speaks(Mark)).IsAheadOn(Today.AddDays(90)));
        var begun = Talk.Plan(Circle, "x", Today, null, null, SeatSet.None, Speaks(Mark));
        begun.Begin(Circle, SeatSet.Of(SeatOf(Mark).Number), Speaks(Mark));
        Assert.True(begun.IsAheadOn(Today.AddDays(1)));
        Assert.False(begun.IsAheadOn(Today.AddDays(2)));
        begun.End(Speaks(Mark));
        Assert.False(begun.IsAheadOn(Today));
    }

    [Fact]
    public void What_he_knows_closes_for_her_nothing_of_what_she_wonders_about_R85_T20()
    {
        var page = NotKnown.Begin(Circle, "Waarom slaapt Isa slecht?", null, SeatSet.None, Audience.Everyone, Speaks(Sanne));
        page.LookAgainAt(Today.AddDays(7), Speaks(Sanne));
        page.Know("Het komt door Sanne.", Speaks(Mark));
        Assert.False(page.IsKnownBesides(Circle.ApartFrom(SeatOf(Sanne))));
        Assert.True(page.AsksToLook(Today.AddDays(7), Circle.ApartFrom(SeatOf(Sanne))));
        Assert.True(page.IsKnownBesides(Circle.ApartFrom(SeatOf(Mark))));
        Assert.True(page.IsKnownBesides(Circle.ApartFrom(SeatOf(_ilse))));
        page.Know("Ze zegt: de tablet.", Speaks(Isa));
        Assert.True(page.IsKnownBesides(Circle.ApartFrom(SeatOf(Sanne))));
        page.StillNotKnow(null, Speaks(Mark));
        Assert.True(page.IsKnownBesides(Circle.ApartFrom(SeatOf(Sanne))));
        Assert.False(page.IsKnownBesides(Circle.ApartFrom(SeatOf(Mark))));
    }

    [Fact]
    public void He_does_not_close_her_question_before_she_and_her_child_said_where_they_stand_T20()
    {
        var decision = Light(Sanne, null);
        decision.Propose("Isa gaat niet.", false, Speaks(Mark));
        Assert.Equal(["Sanne", "Isa"], decision.WaitsToCloseFor(Circle, SeatOf(Mark)).Select(seat => seat.Name));
        Table.Refuses(DecisionRules.FamilyFirst, () => Close(decision, Mark));
        decision.TakePosition(Stance.Agree, null, null, Speaks(Sanne));
        Assert.Equal(["Isa"], decision.WaitsToCloseFor(Circle, SeatOf(Mark)).Select(seat => seat.Name));
        decision.Propose("Isa gaat nooit.", false, Speaks(Mark));
        Table.Refuses(DecisionRules.FamilyFirst, () => Close(decision, Mark));

        // Who opened it waits for nobody, and silence is no veto: he opens a question of his own, and that is his by name.
        Assert.Empty(decision.WaitsToCloseFor(Circle, SeatOf(Sanne)));
        var own = Light(Mark, "Isa gaat niet.");
        Close(own, Mark);
        Assert.False(own.Closing!.IsTogether);
    }

    [Fact]
    public void The_same_in_other_words_takes_no_no_away_and_he_owes_his_reasons_as_before_R75()
    {
        var decision = Light(Mark, "Isa slaapt bij mij");
        decision.TakePosition(Stance.Disagree, null, null, Speaks(Sanne));
        decision.TakePosition(Stance.Disagree, null, null, Speaks(Isa));
        decision.Propose("Isa slaapt bij mij.", false, Speaks(Mark));
        Assert.Equal([SeatOf(Sanne).Number, SeatOf(Isa).Number], decision.Disagreeing);
        Table.Refuses(DecisionRules.OwesReason, () => Close(decision, Mark));
        Assert.False(decision.WouldBeTogether(Circle, [], SeatOf(Mark)));

        // Nor does something else in between, to which she says yes.
        decision.Propose("We eten zondag samen.", false, Speaks(Mark));
        decision.TakePosition(Stance.Agree, null, null, Speaks(Sanne));
        Assert.Equal([SeatOf(Isa).Number], decision.Disagreeing);
        decision.Propose("Isa slaapt bij mij!", false, Speaks(Mark));
        Assert.Equal([SeatOf(Sanne).Number, SeatOf(Isa).Number], decision.Disagreeing);

        // Whoever says something to the new words stands where they say now; what another proposes is another thing.
        decision.TakePosition(Stance.Agree, null, null, Speaks(Isa));
        Assert.Equal([SeatOf(Sanne).Number], decision.Disagreeing);
        decision.Propose("Isa kiest zelf.", false, Speaks(Isa));
        Assert.Empty(decision.Disagreeing);
        Close(decision, Mark);
    }

    [Fact]
    public void What_she_planned_under_her_name_he_does_not_rewrite_D31()
    {
        var talk = Talk.Plan(Circle, "Over de vrijdagen", Today.AddDays(5), null, "buurthuis", SeatSet.Of(SeatOf(Sanne).Number, SeatOf(Mark).Number, SeatOf(_ilse).Number), Speaks(Sanne));
        Assert.False(talk.MayBeChangedBy(Circle, SeatOf(Mark)));
        Table.Refuses(CommonRules.OwnOnly, () => talk.Change(Circle, "Hoe Sanne liegt", Today, null, "bij Mark thuis", 0, Speaks(Mark)));
        talk.Change(Circle, "Over de vrijdagen", Today, null, "buurthuis", 0, Speaks(Sanne));

        // He begins it on its day and writes down that Ilse went: she comes back by herself.
        talk.Begin(Circle, SeatSet.Of(SeatOf(Mark).Number, SeatOf(_ilse).Number), Speaks(Mark));
        talk.SayWhoIsPresent(Circle, SeatSet.Of(SeatOf(Mark).Number), talk.PresenceVersion, null, Speaks(Mark));
        talk.SayWhoIsPresent(Circle, SeatSet.Of(SeatOf(Mark).Number, SeatOf(_ilse).Number), talk.PresenceVersion, null, Speaks(_ilse));
        Assert.True(talk.Present.Has(SeatOf(_ilse).Number));
    }

    [Fact]
    public void He_buries_the_table_neither_under_proposals_that_he_takes_back_nor_under_explanations_T20()
    {
        var worth = new Worth { Name = "Joke", Goal = "Dat er rust komt.", Adds = "Zij kent de weg.", LookAgain = Today.AddDays(60) };
        for (var n = 1; n < Involvement.MostTakenBack; n++)
        {
            Circle.TakeBack(Circle.Propose(worth, Speaks(Mark)).Id, Speaks(Mark));
        }

        var last = Circle.Propose(worth, Speaks(Mark)).Id;
        for (var n = 0; n < Involvement.MostExplained; n++)
        {
            Circle.Explain(last, "Nog eens.", Speaks(Mark));
        }

        Table.Refuses(InvolvementRules.ExplainedEnough, () => Circle.Explain(last, "Nog eens.", Speaks(Mark)));
        Circle.TakeBack(last, Speaks(Mark));
        Table.Refuses(InvolvementRules.NotMoreTakenBack, () => Circle.Propose(worth, Speaks(Mark)));
        Circle.Propose(worth, Speaks(Sanne));
        Now = Now.AddDays(Involvement.TakenBackDays);
        Circle.Propose(worth with { LookAgain = Today.AddDays(60) }, Speaks(Mark));
    }

    [Fact]
    public void However_often_he_has_it_explained_she_is_explained_it_as_often_T20()
    {
        var worth = new Worth { Name = "Joke", Goal = "Dat er rust komt.", Adds = "Zij kent de weg.", LookAgain = Today.AddDays(60) };
        var id = Circle.Propose(worth, Speaks(_ilse)).Id;
        void Asks(PersonId host) => Circle.AnswerInvolvement(id, WelcomeAnswer.ExplainAgain, null, true, Host(host));
        void Explains()
        {
            Now = Now.AddMinutes(1);
            Circle.Explain(id, "Nog eens.", Speaks(_ilse));
        }

        for (var n = 0; n < Involvement.MostExplained; n++)
        {
            Asks(Mark);
            Explains();
        }

        // He asks no more, and Ilse explains no more unasked; what Sanne asks is explained, as often as it was to him.
        Table.Refuses(InvolvementRules.ExplainedEnough, () => Asks(Mark));
        Table.Refuses(InvolvementRules.ExplainedEnough, Explains);
        for (var n = 0; n < Involvement.MostExplained; n++)
        {
            Asks(Sanne);
            Explains();
        }

        Table.Refuses(InvolvementRules.ExplainedEnough, () => Asks(Sanne));

        // Changing his mind in between gives him no more of it.
        Circle.AnswerInvolvement(id, WelcomeAnswer.InDoubt, null, true, Host(Mark));
        Table.Refuses(InvolvementRules.ExplainedEnough, () => Asks(Mark));
        Circle.AnswerInvolvement(id, WelcomeAnswer.RatherNot, null, true, Host(Mark));
    }

    [Fact]
    public void What_she_asked_him_to_do_he_does_not_fold_away_and_who_helps_can_T20()
    {
        var asked = Agreement.Lay(Circle, "Mark belt niet 's nachts.", SeatSet.Of(SeatOf(Mark).Number, SeatOf(_ilse).Number), null, null, null, Audience.Everyone, Speaks(Sanne));
        Assert.False(asked.MayBeFoldedBy(SeatOf(Mark)));
        Assert.True(asked.MayBeFoldedBy(SeatOf(Sanne)));
        Assert.True(asked.MayBeFoldedBy(SeatOf(_ilse)));

        // What she who helps laid for him, he says is not needed any more.
        var helps = Agreement.Lay(Circle, "Samen de post.", SeatSet.Of(SeatOf(Mark).Number), null, null, null, Audience.Everyone, Speaks(_ilse));
        Assert.True(helps.MayBeFoldedBy(SeatOf(Mark)));
    }

    [Fact]
    public void What_a_child_asks_he_does_not_take_off_the_table_T20()
    {
        Circle.PutQuestion("Mag ik op dansen?", 0, Host(Isa));
        Assert.False(Circle.MayPutQuestion(SeatOf(Mark)));
        Table.Refuses(CircleRules.QuestionOfChild, () => Circle.PutQuestion("", Circle.QuestionVersion, Host(Mark)));
        Circle.PutQuestion("Mag ik op zang?", Circle.QuestionVersion, Host(Isa));
        Circle.PutQuestion("", Circle.QuestionVersion, Host(Isa));
        Circle.PutQuestion("Hoe gaat het verder?", Circle.QuestionVersion, Host(Mark));
        Circle.PutQuestion("En met Isa?", Circle.QuestionVersion, Host(Sanne));
    }

    [Fact]
    public void A_no_to_the_end_is_no_silence_when_it_is_asked_anew_T20()
    {
        Circle.AskToEnd(GoodEnough.Yes, null, Host(Mark));
        Circle.SayAtEnd(GoodEnough.No, false, "De tafel moet blijven.", Speaks(Sanne));
        Circle.SayAtEnd(GoodEnough.Yes, true, null, Speaks(Isa));
        for (var n = 0; n < 2; n++)
        {
            Circle.TakeBackEnd(Host(Mark));
            Circle.AskToEnd(GoodEnough.Yes, null, Host(Mark));
        }

        Assert.Equal((false, "De tafel moet blijven."), (Circle.Ending!.Of(SeatOf(Sanne).Number)!.Stops, Circle.Ending.Of(SeatOf(Sanne).Number)!.Words));
        Assert.Null(Circle.Ending.Of(SeatOf(Isa).Number));
        Assert.Contains(SeatOf(Sanne), Circle.WaitsToEndFor(Today.AddDays(Ending.SilentDays)));
        Circle.SayAtEnd(GoodEnough.Yes, true, null, Speaks(Sanne));
        Assert.DoesNotContain(SeatOf(Sanne), Circle.WaitsToEndFor(Today));

        // She thinks otherwise since: no no of before comes back. And he asks no more for a while: she is not worn out by it.
        Circle.TakeBackEnd(Host(Mark));
        Table.Refuses(EndingRules.NotMoreAsked, () => Circle.AskToEnd(GoodEnough.Yes, null, Host(Mark)));
        Now = Now.AddDays(Ending.SilentDays + 1);
        Circle.AskToEnd(GoodEnough.Yes, null, Host(Mark));
        Assert.Null(Circle.Ending!.Of(SeatOf(Sanne).Number));
    }

    [Fact]
    public void What_they_ended_together_he_does_not_open_alone_T20()
    {
        Circle.AskToEnd(GoodEnough.Yes, null, Host(Sanne));
        Circle.SayAtEnd(GoodEnough.Yes, true, null, Speaks(Mark));
        Circle.SayAtEnd(GoodEnough.Yes, true, null, Speaks(Isa));
        Circle.End(new Terms(90, 365), Host(Sanne));
        Circle.OpenAgain(Opens(Mark));
        Circle.OpenAgain(Opens(Mark));
        Assert.NotNull(Circle.EndedAt);
        Assert.Equal(["Sanne", "Isa"], Circle.WaitsToOpenFor(SeatOf(Mark)).Select(seat => seat.Name));
        Circle.OpenAgain(Opens(Isa));
        Circle.OpenAgain(Opens(Sanne));
        Assert.Null(Circle.Ending);

        // What somebody wanted once is no yes the next time, and who thinks otherwise takes it back.
        Circle.AskToEnd(GoodEnough.Yes, null, Host(Mark));
        Circle.SayAtEnd(GoodEnough.Yes, true, null, Speaks(Sanne));
        Circle.SayAtEnd(GoodEnough.Yes, true, null, Speaks(Isa));
        Circle.End(new Terms(90, 365), Host(Mark));
        Circle.OpenAgain(Opens(Sanne));
        Circle.LeaveEnded(Opens(Sanne));
        Circle.OpenAgain(Opens(Mark));
        Circle.OpenAgain(Opens(Isa));
        Assert.Equal(["Sanne"], Circle.WaitsToOpenFor(SeatOf(Mark)).Select(seat => seat.Name));
    }

    [Fact]
    public void Who_was_silent_at_the_end_opens_it_alone_and_keeps_it_shut_for_nobody_T20()
    {
        Circle.AskToEnd(GoodEnough.Yes, null, Host(Sanne));
        Circle.SayAtEnd(GoodEnough.Yes, true, null, Speaks(Isa));
        Now = Now.AddDays(Ending.SilentDays + 1);
        Circle.End(new Terms(90, 365), Host(Sanne));
        Assert.Equal(["Isa"], Circle.WaitsToOpenFor(SeatOf(Sanne)).Select(seat => seat.Name));
        Assert.Empty(Circle.WaitsToOpenFor(SeatOf(Mark)));
        Circle.OpenAgain(Opens(Mark));
        Assert.Null(Circle.Ending);

        // Who said yes waits for who said yes, and not for who said nothing.
        Circle.AskToEnd(GoodEnough.Yes, null, Host(Sanne));
        Circle.SayAtEnd(GoodEnough.Yes, true, null, Speaks(Isa));
        Now = Now.AddDays(Ending.SilentDays + 1);
        Circle.End(new Terms(90, 365), Host(Sanne));
        Circle.OpenAgain(Opens(Sanne));
        Assert.NotNull(Circle.EndedAt);
        Circle.OpenAgain(Opens(Isa));
        Assert.Null(Circle.Ending);
    }

    [Fact]
    public void A_no_to_who_keeps_the_overview_is_not_wiped_by_asking_anew_T20()
    {
        var grounds = Enum.GetValues<CollaborationGround>().ToDictionary(ground => ground, _ => GroundAnswer.Yes);
        var ilse = Circle.SeatOf(_ilse)!;
        for (var n = 0; n < Coordinator.MostAsked; n++)
        {
            var asked = Circle.AskCoordinator(ilse.Id, grounds, false, Host(Mark));
            if (n == 0)
            {
                Circle.AnswerCoordinator(asked.Id, CoordinatorAnswer.RatherNot, null, null, Speaks(Sanne));
                Circle.AnswerCoordinator(asked.Id, CoordinatorAnswer.Yes, null, null, Speaks(Isa));
            }
            else
            {
                Assert.Equal(CoordinatorAnswer.RatherNot, asked.SaidBy(SeatOf(Sanne).Number)!.Answer);
                Assert.False(Circle.WaitsFor(asked, SeatOf(Sanne), Now));
                Assert.True(Circle.WaitsFor(asked, SeatOf(Isa), Now));
            }

            Circle.TakeCoordinatorBack(asked.Id, Host(Mark));
            Assert.Empty(Circle.Coordinators);
        }

        Table.Refuses(CoordinatorRules.NotMoreAsked, () => Circle.AskCoordinator(ilse.Id, grounds, false, Host(Mark)));
        Circle.AskCoordinator(ilse.Id, grounds, false, Host(Sanne));
        Now = Now.AddDays(Coordinator.AskedDays + 1);
        Assert.Null(Circle.AskCoordinator(ilse.Id, grounds, false, Host(Mark)).SaidBy(SeatOf(Sanne).Number));
    }

    [Fact]
    public void Her_proposal_keeps_its_yeses_whatever_he_proposes_in_between_and_he_proposes_three_times_a_day_T20()
    {
        var decision = Light(Sanne, "Isa is met kerst bij mij.");
        decision.TakePosition(Stance.Agree, null, null, Speaks(Isa));
        for (var n = 0; n < Decision.MostProposed; n++)
        {
            decision.Propose($"Isa is met kerst bij papa {n}.", false, Speaks(Mark));
        }

        Table.Refuses(DecisionRules.NotMoreProposed, () => decision.Propose("Nog een keer.", false, Speaks(Mark)));
        Assert.Empty(decision.Positions);
        decision.Propose("Isa is met kerst bij mij.", false, Speaks(Sanne));
        Assert.Equal([SeatOf(Isa).Number], decision.Positions.Select(position => position.By));
        Now = Now.AddDays(2);
        decision.Propose("Isa is met kerst bij mij.", false, Speaks(Mark));
        Assert.Empty(decision.Positions);
    }

    [Fact]
    public void He_sets_her_child_to_find_out_nothing_and_whom_it_is_about_chooses_another_T20()
    {
        var said = Statement.Lay(
            Circle, "Mark kwam te laat.", new Source(Knowing.WasThere, null, null), SeatSet.Of(SeatOf(Mark).Number), null, null, Audience.Everyone, Speaks(Sanne));
        var soon = Today.AddDays(3);
        Table.Refuses(StatementRules.NoChildFinds, () => said.FindOut(Circle, SeatOf(Isa).Number, soon, Speaks(Mark)));
        said.FindOut(Circle, SeatOf(Isa).Number, soon, Speaks(Isa));
        said.FindOut(Circle, SeatOf(Sanne).Number, soon, Speaks(Sanne));
        said.FindOut(Circle, SeatOf(_ilse).Number, soon, Speaks(Mark));
        Assert.Equal(SeatOf(_ilse).Number, said.OpenFindingOut!.Who);
        Table.Refuses(CommonRules.OnlyOnce, () => said.FindOut(Circle, SeatOf(Isa).Number, soon, Speaks(Isa)));
        said.FindOut(Circle, SeatOf(Sanne).Number, soon, Speaks(_ilse));
    }

    [Fact]
    public void He_says_for_her_and_for_her_child_neither_that_they_say_nothing_nor_when_they_look_again_T20_INV55()
    {
        var page = NotKnown.Begin(Circle, "Waarom slaapt Isa slecht?", null, SeatSet.Of(SeatOf(Isa).Number), Audience.Everyone, Speaks(Sanne));
        foreach (var of in new[] { Sanne, Isa })
        {
            Table.Refuses(FamilyFirstRules.NotOfOtherParent, () => page.SayWhyNothingOf(Circle, SeatOf(of).Number, "Wil niets zeggen.", SeatOf(Mark).Number, Speaks(Mark)));
        }

        // Whoever is no parent says it: silence is no veto.
        page.SayWhyNothingOf(Circle, SeatOf(Mark).Number, "Hij is weg deze maand.", SeatOf(_ilse).Number, Speaks(_ilse));
        page.LookAgainAt(Today.AddDays(3), Speaks(Sanne));
        Table.Refuses(DecisionRules.NotLater, () => page.LookAgainAt(Today.AddDays(300), Speaks(Mark)));
        page.LookAgainAt(Today.AddDays(2), Speaks(Mark));
        Table.Refuses(DecisionRules.NotLater, () => page.LookAgainAt(Today.AddDays(300), Speaks(Mark)));
        Table.Refuses(DecisionRules.DayToCome, () => page.LookAgainAt(Today.AddDays(3000), Speaks(Sanne)));
    }

    [Fact]
    public void What_she_planned_without_a_day_he_does_not_begin_D31_T20()
    {
        var talk = Talk.Plan(Circle, "Over de school", null, null, null, SeatSet.Of(SeatOf(Mark).Number, SeatOf(Isa).Number), Speaks(Sanne));
        Table.Refuses(TalkRules.OnItsDay, () => talk.Begin(Circle, SeatSet.Of(SeatOf(Mark).Number), Speaks(Mark)));
        talk.Begin(Circle, SeatSet.Of(SeatOf(Isa).Number), Speaks(Isa));
    }

    [Fact]
    public void Thousands_of_empty_lines_are_one_and_push_nobodys_words_away_T20() =>
        Assert.Equal("Leeg\n\neinde\nen uit", Words.Tidy("Leeg\n" + string.Concat(Enumerable.Repeat(" \r\n", 2_000)) + "einde\nen uit"));

    private Act Opens(PersonId person) => Admit(person, Permission.OpenAgain);

    [Fact]
    public void He_writes_nothing_about_her_in_the_name_of_a_child_a_place_or_a_line_under_her_child_T20()
    {
        var child = Circle.Add(null, "Sanne liegt", null, SeatSide.Host, AgeGroup.Child, null, Host(Mark));
        Assert.Equal(["Isa"], Circle.Owners.Select(seat => seat.Name));
        Circle.AgreeToHost(child.Id, true, Host(Sanne));
        Circle.AgreeToHost(child.Id, true, Host(Isa));
        Assert.Contains(child, Circle.Owners);
        Table.Refuses(CircleRules.FamilyWords, () => Circle.Describe(SeatOf(Isa).Id, "liegt altijd", SeatOf(Isa).Mug, Speaks(Mark)));
        var aunt = Circle.Add(null, "Rie", "tante", SeatSide.Network, AgeGroup.Adult, null, Host(Sanne));
        Table.Refuses(CircleRules.FamilyWords, () => Circle.Describe(aunt.Id, "heks", aunt.Mug, Speaks(Mark)));

        // The words of a place he made shut nobody's question in the background.
        Circle.Add(null, "Isa is een leugenaar", null, SeatSide.Network, AgeGroup.Adult, null, Host(Mark));
        Assert.Equal(["Isa"], FamilyNames.In(Circle, SeatOf(Sanne).Number, "Isa is een meisje dat slecht slaapt"));
    }

    private Decision Light(PersonId by, string? step) =>
        Decision.Open(Circle, "Mag Isa op dansen?", step, step is null, null, SeatSet.None, SeatSet.None, null, Speaks(by));

    private void Close(Decision decision, PersonId by) => decision.Close(Circle, [], null, null, null, null, Speaks(by));

    private Statement Sentence(PersonId who, Source source, Statement? under) =>
        Statement.Lay(Circle, "Er lag iets in haar tas.", source, SeatSet.None, null, under, Audience.Everyone, Speaks(who));
}
