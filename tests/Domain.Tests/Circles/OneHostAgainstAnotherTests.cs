using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Endings;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Tests.Contributions;

namespace Keukentafel.Domain.Tests.Circles;

/// <summary>What one who hosts could do to the voice of another who hosts, and cannot (T20, T21).</summary>
public sealed class OneHostAgainstAnotherTests
{
    private readonly PersonId _sanne = PersonId.New();
    private readonly PersonId _mark = PersonId.New();
    private readonly PersonId _isa = PersonId.New();
    private readonly PersonId _ilse = PersonId.New();
    private DateTimeOffset _now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public OneHostAgainstAnotherTests()
    {
        Circle = Circle.Start(_sanne, "Sanne", "mama", AgeGroup.Adult, null, [new ChildAtStart("Isa", AgeGroup.Young)], true, _now);
        Circle.GiveWayIn(Circle.Seats[1].Id, _isa, Host(_sanne));
        Circle.Add(_mark, "Mark", "papa", SeatSide.Host, AgeGroup.Adult, null, Host(_sanne));
        Circle.AddFromBefore(_ilse, "Ilse", null, null, Host(_sanne));
    }

    private Circle Circle { get; }

    private DateOnly Today => Netherlands.DayOf(_now);

    [Fact]
    public void He_does_not_close_her_question_before_she_and_her_child_said_where_they_stand_T20()
    {
        var decision = Light(_sanne, null);
        decision.Propose("Isa gaat niet.", false, Speaks(_mark));
        Assert.Equal(["Sanne", "Isa"], decision.WaitsToCloseFor(Circle, SeatOf(_mark)).Select(seat => seat.Name));
        Table.Refuses(DecisionRules.FamilyFirst, () => Close(decision, _mark));
        decision.TakePosition(Stance.Agree, null, null, Speaks(_sanne));
        Assert.Equal(["Isa"], decision.WaitsToCloseFor(Circle, SeatOf(_mark)).Select(seat => seat.Name));
        decision.Propose("Isa gaat nooit.", false, Speaks(_mark));
        Table.Refuses(DecisionRules.FamilyFirst, () => Close(decision, _mark));

        // Who opened it waits for nobody, and silence is no veto: he opens a question of his own, and that is his by name.
        Assert.Empty(decision.WaitsToCloseFor(Circle, SeatOf(_sanne)));
        var own = Light(_mark, "Isa gaat niet.");
        Close(own, _mark);
        Assert.False(own.Closing!.IsTogether);
    }

    [Fact]
    public void The_same_in_other_words_takes_no_no_away_and_he_owes_his_reasons_as_before_R75()
    {
        var decision = Light(_mark, "Isa slaapt bij mij");
        decision.TakePosition(Stance.Disagree, null, null, Speaks(_sanne));
        decision.TakePosition(Stance.Disagree, null, null, Speaks(_isa));
        decision.Propose("Isa slaapt bij mij.", false, Speaks(_mark));
        Assert.Equal([SeatOf(_sanne).Number, SeatOf(_isa).Number], decision.Disagreeing);
        Table.Refuses(DecisionRules.OwesReason, () => Close(decision, _mark));
        Assert.False(decision.WouldBeTogether(Circle, [], SeatOf(_mark)));

        // Whoever says something to the new words stands where they say now; what another proposes is another thing.
        decision.TakePosition(Stance.Agree, null, null, Speaks(_isa));
        Assert.Equal([SeatOf(_sanne).Number], decision.Disagreeing);
        decision.Propose("Isa kiest zelf.", false, Speaks(_isa));
        Assert.Empty(decision.Disagreeing);
        Close(decision, _mark);
    }

    [Fact]
    public void What_she_planned_under_her_name_he_does_not_rewrite_D31()
    {
        var talk = Talk.Plan(Circle, "Over de vrijdagen", Today.AddDays(5), null, "buurthuis", SeatSet.Of(SeatOf(_sanne).Number, SeatOf(_mark).Number, SeatOf(_ilse).Number), Speaks(_sanne));
        Assert.False(talk.MayBeChangedBy(Circle, SeatOf(_mark)));
        Table.Refuses(CommonRules.OwnOnly, () => talk.Change(Circle, "Hoe Sanne liegt", Today, null, "bij Mark thuis", 0, Speaks(_mark)));
        talk.Change(Circle, "Over de vrijdagen", Today, null, "buurthuis", 0, Speaks(_sanne));

        // He begins it on its day and writes down that Ilse went: she comes back by herself.
        talk.Begin(Circle, SeatSet.Of(SeatOf(_mark).Number, SeatOf(_ilse).Number), Speaks(_mark));
        talk.SayWhoIsPresent(Circle, SeatSet.Of(SeatOf(_mark).Number), talk.PresenceVersion, null, Speaks(_mark));
        talk.SayWhoIsPresent(Circle, SeatSet.Of(SeatOf(_mark).Number, SeatOf(_ilse).Number), talk.PresenceVersion, null, Speaks(_ilse));
        Assert.True(talk.Present.Has(SeatOf(_ilse).Number));
    }

    [Fact]
    public void He_buries_the_table_neither_under_proposals_that_he_takes_back_nor_under_explanations_T20()
    {
        var worth = new Worth { Name = "Joke", Goal = "Dat er rust komt.", Adds = "Zij kent de weg.", LookAgain = Today.AddDays(60) };
        for (var n = 1; n < Involvement.MostTakenBack; n++)
        {
            Circle.TakeBack(Circle.Propose(worth, Speaks(_mark)).Id, Speaks(_mark));
        }

        var last = Circle.Propose(worth, Speaks(_mark)).Id;
        for (var n = 0; n < Involvement.MostExplained; n++)
        {
            Circle.Explain(last, "Nog eens.", Speaks(_mark));
        }

        Table.Refuses(InvolvementRules.ExplainedEnough, () => Circle.Explain(last, "Nog eens.", Speaks(_mark)));
        Circle.TakeBack(last, Speaks(_mark));
        Table.Refuses(InvolvementRules.NotMoreTakenBack, () => Circle.Propose(worth, Speaks(_mark)));
        Circle.Propose(worth, Speaks(_sanne));
        _now = _now.AddDays(Involvement.TakenBackDays);
        Circle.Propose(worth with { LookAgain = Today.AddDays(60) }, Speaks(_mark));
    }

    [Fact]
    public void What_she_asked_him_to_do_he_does_not_fold_away_and_who_helps_can_T20()
    {
        var asked = Agreement.Lay(Circle, "Mark belt niet 's nachts.", SeatSet.Of(SeatOf(_mark).Number, SeatOf(_ilse).Number), null, null, null, Audience.Everyone, Speaks(_sanne));
        Assert.False(asked.MayBeFoldedBy(SeatOf(_mark)));
        Assert.True(asked.MayBeFoldedBy(SeatOf(_sanne)));
        Assert.True(asked.MayBeFoldedBy(SeatOf(_ilse)));

        // What she who helps laid for him, he says is not needed any more.
        var helps = Agreement.Lay(Circle, "Samen de post.", SeatSet.Of(SeatOf(_mark).Number), null, null, null, Audience.Everyone, Speaks(_ilse));
        Assert.True(helps.MayBeFoldedBy(SeatOf(_mark)));
    }

    [Fact]
    public void What_a_child_asks_he_does_not_take_off_the_table_T20()
    {
        Circle.PutQuestion("Mag ik op dansen?", 0, Host(_isa));
        Assert.False(Circle.MayPutQuestion(SeatOf(_mark)));
        Table.Refuses(CircleRules.QuestionOfChild, () => Circle.PutQuestion("", Circle.QuestionVersion, Host(_mark)));
        Circle.PutQuestion("Mag ik op zang?", Circle.QuestionVersion, Host(_isa));
        Circle.PutQuestion("", Circle.QuestionVersion, Host(_isa));
        Circle.PutQuestion("Hoe gaat het verder?", Circle.QuestionVersion, Host(_mark));
        Circle.PutQuestion("En met Isa?", Circle.QuestionVersion, Host(_sanne));
    }

    [Fact]
    public void A_no_to_the_end_is_no_silence_when_it_is_asked_anew_T20()
    {
        Circle.AskToEnd(GoodEnough.Yes, null, Host(_mark));
        Circle.SayAtEnd(GoodEnough.No, false, "De tafel moet blijven.", Speaks(_sanne));
        Circle.SayAtEnd(GoodEnough.Yes, true, null, Speaks(_isa));
        for (var n = 0; n < 3; n++)
        {
            Circle.TakeBackEnd(Host(_mark));
            Circle.AskToEnd(GoodEnough.Yes, null, Host(_mark));
        }

        Assert.Equal((false, "De tafel moet blijven."), (Circle.Ending!.Of(SeatOf(_sanne).Number)!.Stops, Circle.Ending.Of(SeatOf(_sanne).Number)!.Words));
        Assert.Null(Circle.Ending.Of(SeatOf(_isa).Number));
        Assert.Contains(SeatOf(_sanne), Circle.WaitsToEndFor(Today.AddDays(Ending.SilentDays)));
        Circle.SayAtEnd(GoodEnough.Yes, true, null, Speaks(_sanne));
        Assert.DoesNotContain(SeatOf(_sanne), Circle.WaitsToEndFor(Today));
    }

    [Fact]
    public void He_writes_nothing_about_her_in_the_name_of_a_child_a_place_or_a_line_under_her_child_T20()
    {
        var child = Circle.Add(null, "Sanne liegt", null, SeatSide.Host, AgeGroup.Child, null, Host(_mark));
        Assert.Equal(["Isa"], Circle.Owners.Select(seat => seat.Name));
        Circle.AgreeToHost(child.Id, true, Host(_sanne));
        Circle.AgreeToHost(child.Id, true, Host(_isa));
        Assert.Contains(child, Circle.Owners);
        Table.Refuses(CircleRules.FamilyWords, () => Circle.Describe(SeatOf(_isa).Id, "liegt altijd", SeatOf(_isa).Mug, Speaks(_mark)));
        var aunt = Circle.Add(null, "Rie", "tante", SeatSide.Network, AgeGroup.Adult, null, Host(_sanne));
        Table.Refuses(CircleRules.FamilyWords, () => Circle.Describe(aunt.Id, "heks", aunt.Mug, Speaks(_mark)));

        // The words of a place he made shut nobody's question in the background.
        Circle.Add(null, "Isa is een leugenaar", null, SeatSide.Network, AgeGroup.Adult, null, Host(_mark));
        Assert.Equal(["Isa"], FamilyNames.In(Circle, SeatOf(_sanne).Number, "Isa is een meisje dat slecht slaapt"));
    }

    private Decision Light(PersonId by, string? step) =>
        Decision.Open(Circle, "Mag Isa op dansen?", step, step is null, null, SeatSet.None, SeatSet.None, null, Speaks(by));

    private void Close(Decision decision, PersonId by) => decision.Close(Circle, [], null, null, null, null, Speaks(by));

    private Seat SeatOf(PersonId person) => Circle.SeatOf(person)!;

    private Act Host(PersonId person) => Admit(person, Permission.Host);

    private Act Speaks(PersonId person) => Admit(person, Permission.Speak);

    private Act Admit(PersonId person, Permission permission)
    {
        _now = _now.AddSeconds(1);
        return Circle.Admit(person, permission, _now)!;
    }
}
