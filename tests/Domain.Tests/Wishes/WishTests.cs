using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Wishes;

namespace Keukentafel.Domain.Tests.Wishes;

public sealed class WishTests
{
    private readonly Table _table = new();

    [Fact]
    public void A_wish_said_again_shows_how_often_with_the_same_or_other_words_R14()
    {
        var wish = Laid();
        wish.SayAgain(null, _table.Child);
        wish.SayAgain("Zaterdag wist ik het weer niet.", _table.Child);
        Assert.Equal(3, wish.TimesSaid);
        Assert.Equal([null, "Zaterdag wist ik het weer niet."], wish.Repeats.Select(repeat => repeat.Words));
        Table.Refuses(WishRules.WisherOnly, () => wish.SayAgain("hij bedoelt iets anders", _table.Mother));
    }

    [Fact]
    public void An_answer_is_promised_first_and_never_to_oneself_R14()
    {
        var wish = Laid();
        Table.Refuses(WishRules.PromisedFirst, () => wish.AnswerWish("Ja", true, false, null, _table.Mother));
        Table.Refuses(WishRules.AnotherAnswers, () => wish.PromiseAnswer(_table.Child));
        wish.PromiseAnswer(_table.Mother);
        Table.Refuses(CommonRules.OnlyOnce, () => wish.PromiseAnswer(_table.Mother));
        Assert.True(wish.IsUnanswered);
        wish.AnswerWish("Ik zeg het je op vrijdag.", true, false, null, _table.Mother);
        Assert.False(wish.IsUnanswered);
        Assert.False(wish.IsPromisedBy(_table.Mother.By.Number));
        Table.Refuses(WishRules.PromisedFirst, () => wish.AnswerWish("En nog wat", true, false, null, _table.Mother));
    }

    [Fact]
    public void Who_may_not_read_a_wish_promises_nothing_and_answers_nothing_R14()
    {
        var quiet = Wish.Lay(
            _table.Circle, "Alleen voor mama.", SeatSet.None, Audience.These(SeatSet.Of(_table.Mother.By.Number)), _table.Child);
        Table.Refuses(CommonRules.ProofFits, () => quiet.PromiseAnswer(_table.Guest));
        Table.Refuses(CommonRules.ProofFits, () => quiet.AnswerWish("Ja.", true, false, null, _table.Guest));
        quiet.PromiseAnswer(_table.Mother);
        quiet.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Child);
        Table.Refuses(CommonRules.ProofFits, () => quiet.AnswerWish("Ja.", true, false, null, _table.Mother));
    }

    [Fact]
    public void A_wish_has_its_own_road_to_an_answer_and_none_to_oneself_R14()
    {
        Table.Refuses(WishRules.AnotherAnswers, () => Laid().AnswerWish("Ik doe het zelf.", true, false, null, _table.Child));
        var aboutMother = Wish.Lay(_table.Circle, "Mama, kom.", SeatSet.Of(_table.Mother.By.Number), Audience.Everyone, _table.Child);
        Assert.All(_table.Circle.Seats, seat => Assert.False(aboutMother.MayBeAnsweredBy(seat)));
        Table.Refuses(CommonRules.AboutYouOnly, () => aboutMother.Answer("Ja.", 0, _table.Mother));
    }

    [Fact]
    public void A_wish_that_was_taken_back_waits_for_nobody_and_nothing_is_added_R14()
    {
        var wish = Laid();
        wish.PromiseAnswer(_table.Mother);
        wish.AnswerWish("Ja.", true, false, null, _table.Mother);
        wish.TakeBack(_table.Child);
        Assert.False(wish.IsUnanswered);
        Assert.False(wish.AsksWhetherHeard);
        Table.Refuses(CommonRules.StillOnTheTable, () => wish.SayAgain(null, _table.Child));
        Table.Refuses(CommonRules.StillOnTheTable, () => wish.PromiseAnswer(_table.Mother));
    }

    [Fact]
    public void Two_people_answer_and_both_answers_stand_R14()
    {
        var wish = Laid();
        wish.PromiseAnswer(_table.Mother);
        wish.PromiseAnswer(_table.Guest);
        wish.AnswerWish("Van mij.", true, false, null, _table.Mother);
        wish.AnswerWish("Ook van mij.", false, false, null, _table.Guest);
        Assert.Equal([("Van mij.", true), ("Ook van mij.", false)], wish.WishAnswers.Select(answer => (answer.Words, answer.ToldInPerson)));
    }

    [Fact]
    public void We_do_not_know_is_a_full_answer_with_or_without_more_words_INV_53_R14()
    {
        var wish = Laid();
        wish.PromiseAnswer(_table.Mother);
        Table.Refuses(CommonRules.InWords, () => wish.AnswerWish(" ", true, false, "een kalender", _table.Mother));
        wish.AnswerWish(null, true, true, "Als oma haar rooster weet.", _table.Mother);
        var answer = Assert.Single(wish.WishAnswers);
        Assert.Equal((null, true, "Als oma haar rooster weet."), (answer.Words, answer.DontKnow, answer.Possible));
        Assert.False(wish.IsUnanswered);
        Assert.Contains("Als oma haar rooster weet.", wish.Said);
    }

    [Fact]
    public void The_one_who_wished_is_asked_once_whether_it_was_heard_R14()
    {
        var wish = Laid();
        Table.Refuses(WishRules.AskedOnce, () => wish.SayHeard(true, _table.Child));
        wish.PromiseAnswer(_table.Mother);
        wish.AnswerWish("Ja.", true, false, null, _table.Mother);
        Assert.True(wish.AsksWhetherHeard);
        Table.Refuses(WishRules.WisherOnly, () => wish.SayHeard(true, _table.Mother));
        wish.SayHeard(true, _table.Child);
        Assert.False(wish.AsksWhetherHeard);
        Table.Refuses(WishRules.AskedOnce, () => wish.SayHeard(false, _table.Child));
        Assert.False(wish.IsUnanswered);
    }

    [Fact]
    public void Not_heard_or_said_again_makes_a_wish_wait_again_R14()
    {
        var wish = Laid();
        wish.PromiseAnswer(_table.Mother);
        wish.AnswerWish("Ja.", true, false, null, _table.Mother);
        wish.SayHeard(false, _table.Child);
        Assert.True(wish.IsUnanswered);
        wish.PromiseAnswer(_table.Mother);
        wish.AnswerWish("Echt.", true, false, null, _table.Mother);
        Assert.False(wish.IsUnanswered);
        wish.SayAgain(null, _table.Child);
        Assert.True(wish.IsUnanswered);
    }

    [Fact]
    public void A_wish_is_asked_of_whom_the_child_named_else_of_the_parents_R14()
    {
        SeatNumber mother = _table.Mother.By.Number, child = _table.Child.By.Number, grandmother = _table.Grandmother.By.Number, guest = _table.Guest.By.Number;
        SeatSet Asked(SeatSet about, Audience audience) => Wish.AskedOf(_table.Circle, child, about, audience, default);

        Assert.Equal(SeatSet.Of(mother), Asked(SeatSet.None, Audience.Everyone));
        Assert.Equal(SeatSet.Of(mother), Asked(SeatSet.None, Audience.GrownUps));
        Assert.Equal(SeatSet.Of(guest), Asked(SeatSet.Of(guest), Audience.Everyone));
        Assert.Equal(SeatSet.Of(grandmother, guest), Asked(SeatSet.None, Audience.These(SeatSet.Of(grandmother, guest))));

        // Who may not read it is not asked, and nobody is asked the own wish.
        Assert.Equal(SeatSet.Of(grandmother), Asked(SeatSet.Of(guest, child), Audience.These(SeatSet.Of(grandmother))));
        Assert.Equal(SeatSet.None, Asked(SeatSet.None, Audience.OnlyMe));
    }

    [Fact]
    public void No_grown_up_puts_an_unanswered_wish_of_a_child_out_of_sight_R14()
    {
        var wish = Laid();
        Assert.False(wish.MayBeLaidAsideBy(_table.Guest.By, _table.Circle));
        Assert.False(wish.MayBeLaidAsideBy(_table.Mother.By, _table.Circle));
        Assert.True(wish.MayBeLaidAsideBy(_table.Child.By, _table.Circle));
        wish.PromiseAnswer(_table.Mother);
        wish.AnswerWish("Ja.", true, false, null, _table.Mother);
        Assert.True(wish.MayBeLaidAsideBy(_table.Guest.By, _table.Circle));
        wish.SayAgain(null, _table.Child);
        Assert.False(wish.MayBeLaidAsideBy(_table.Guest.By, _table.Circle));

        var ofMother = Wish.Lay(_table.Circle, "Ik wens rust.", SeatSet.None, Audience.Everyone, _table.Mother);
        Assert.True(ofMother.MayBeLaidAsideBy(_table.Guest.By, _table.Circle));
    }

    private Wish Laid() => Wish.Lay(
        _table.Circle, "Ik wil graag dat iemand mij zegt wanneer ik naar oma ga.", SeatSet.None, Audience.Everyone, _table.Child);
}
