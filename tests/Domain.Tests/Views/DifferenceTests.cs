using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Views;

namespace Keukentafel.Domain.Tests.Views;

public sealed class DifferenceTests
{
    private readonly Family _family = new();

    private View Amir => field ??= _family.View("Amir", "Met Lina gaat het goed. Met mij ook!", "Ik wil naar voetbal");

    private View Bo => field ??= _family.View("Bo", "Ik zie geen gevaar.\nIk zie een jongen die te veel draagt.");

    [Fact]
    public void A_named_person_lays_two_full_sentences_beside_each_other_R46()
    {
        var difference = PointOut("Fatma", "Met mij ook!", "Ik zie een jongen die te veel draagt.");
        Assert.Equal(_family.Seat("Fatma").Number, difference.By);
        Assert.Equal((Amir.Id, Amir.By, Amir.At), (difference.Left.View, difference.Left.By, difference.Left.At));
        Assert.Equal((Bo.Id, Bo.By, Bo.At), (difference.Right.View, difference.Right.By, difference.Right.At));
    }

    [Theory]
    [InlineData("met mij ook!")]
    [InlineData("Met mij ook")]
    [InlineData("Lina")]
    [InlineData("Ik vind hem zielig.")]
    public void Nobody_puts_other_words_in_a_mouth_INV_14(string passage) =>
        Assert.Equal(DifferenceRules.FullSentence, Broken(() => PointOut("Fatma", passage, "Ik zie geen gevaar.")));

    [Fact]
    public void Every_sentence_can_be_chosen_as_it_stands_there()
    {
        Assert.Equal(["Met Lina gaat het goed.", "Met mij ook!", "Ik wil naar voetbal"], Difference.SentencesOf(Amir));
        Assert.Equal(["Ik zie geen gevaar.", "Ik zie een jongen die te veel draagt."], Difference.SentencesOf(Bo));
    }

    [Fact]
    public void It_is_of_two_people_and_of_one_child_R20()
    {
        var again = _family.View("Amir", "Ik slaap beter.");
        Assert.Equal(DifferenceRules.TwoPeople, Broken(() => Difference.PointOut(
            _family.Circle, Amir, "Met mij ook!", again, "Ik slaap beter.", null, _family.Act("Fatma"))));
        var lina = _family.View("Bo", "Lina lacht.", child: "Lina");
        Assert.Equal(DifferenceRules.TwoPeople, Broken(() => Difference.PointOut(
            _family.Circle, Amir, "Met mij ook!", lina, "Lina lacht.", null, _family.Act("Fatma"))));
    }

    [Fact]
    public void Only_who_may_read_both_views_reads_the_difference()
    {
        var quiet = _family.View("Esra", "Ik ben zo moe.", readers: Audience.These(_family.Circle.SetOf(_family.Seat("Fatma").Id)));
        var difference = Difference.PointOut(_family.Circle, quiet, "Ik ben zo moe.", Bo, "Ik zie geen gevaar.", null, _family.Act("Fatma"));
        Assert.Equal(["Esra", "Fatma"], _family.Circle.Seats.Where(difference.MayBeReadBy).Select(seat => seat.Name));
        Assert.Equal(CommonRules.ProofFits, Broken(() => Difference.PointOut(
            _family.Circle, quiet, "Ik ben zo moe.", Amir, "Met mij ook!", null, _family.Act("Bo"))));
    }

    [Fact]
    public void What_everyone_may_read_is_read_by_who_sits_down_later()
    {
        var difference = PointOut("Fatma", "Met mij ook!", "Ik zie geen gevaar.");
        Assert.True(difference.MayBeReadBy(_family.Add("Joris", SeatSide.Guest)));
        var quiet = _family.View("Esra", "Ik ben zo moe.", readers: Audience.GrownUps);
        var kept = Difference.PointOut(_family.Circle, quiet, "Ik ben zo moe.", Bo, "Ik zie geen gevaar.", null, _family.Act("Fatma"));
        Assert.False(kept.MayBeReadBy(_family.Add("Samira", SeatSide.Guest)));
    }

    [Fact]
    public void A_professional_cannot_show_a_child_what_it_may_not_read()
    {
        // What a guest lays down about Amir, Amir reads; so a guest may not quote what is kept from him.
        var quiet = _family.View("Esra", "Ik ben zo moe.", readers: Audience.GrownUps);
        Assert.Equal(DifferenceRules.SameReaders, Broken(() => Difference.PointOut(
            _family.Circle, quiet, "Ik ben zo moe.", Bo, "Ik zie geen gevaar.", null, _family.Act("Bo"))));
        var difference = Difference.PointOut(_family.Circle, quiet, "Ik ben zo moe.", Bo, "Ik zie geen gevaar.", null, _family.Act("Fatma"));
        Assert.False(difference.MayBeReadBy(_family.Seat("Amir")));
    }

    [Fact]
    public void Its_author_can_never_give_it_more_readers()
    {
        var quiet = _family.View("Esra", "Ik ben zo moe.", readers: Audience.GrownUps);
        var difference = Difference.PointOut(_family.Circle, quiet, "Ik ben zo moe.", Bo, "Ik zie geen gevaar.", null, _family.Act("Fatma"));
        foreach (var wider in new[] { Audience.Everyone, Audience.GrownUps, Audience.These(_family.Circle.SetOf(_family.Seat("Amir").Id)) })
        {
            Assert.Equal(DifferenceRules.SameReaders, Broken(() => difference.ChooseReaders(_family.Circle, wider, _family.Act("Fatma"))));
        }

        difference.ChooseReaders(_family.Circle, Audience.OnlyMe, _family.Act("Fatma"));
        Assert.False(difference.MayBeReadBy(_family.Seat("Esra")));
    }

    [Fact]
    public void A_sentence_goes_when_its_author_takes_it_back_R36()
    {
        var difference = PointOut("Fatma", "Met mij ook!", "Ik zie geen gevaar.");
        Amir.TakeBack(_family.Act("Amir"));
        Assert.True(difference.Follow(Amir, _family.Circle, _family.Act("Amir")));
        Assert.Equal("", difference.Left.Words);
        Assert.Equal("Ik zie geen gevaar.", difference.Right.Words);
        Assert.DoesNotContain("Met mij ook!", difference.Said);
    }

    [Fact]
    public void A_sentence_goes_when_somebody_here_may_no_longer_read_it()
    {
        var difference = PointOut("Fatma", "Met mij ook!", "Ik zie geen gevaar.");
        Assert.False(difference.Follow(Amir, _family.Circle, _family.Act("Amir")));
        Amir.ChooseReaders(_family.Circle, Audience.These(_family.Circle.SetOf(_family.Seat("Esra").Id)), _family.Act("Amir"));
        Assert.True(difference.Follow(Amir, _family.Circle, _family.Act("Amir")));
        Assert.Equal("", difference.Left.Words);
        Assert.Equal(CommonRules.OwnOnly, Broken(() => difference.Follow(Amir, _family.Circle, _family.Act("Esra"))));
    }

    [Fact]
    public void Among_some_a_sentence_goes_when_one_of_them_may_no_longer_read_it()
    {
        var quiet = _family.View("Esra", "Ik ben zo moe.", readers: Audience.GrownUps);
        var difference = Difference.PointOut(_family.Circle, quiet, "Ik ben zo moe.", Bo, "Ik zie geen gevaar.", null, _family.Act("Fatma"));
        quiet.ChooseReaders(_family.Circle, Audience.Everyone, _family.Act("Esra"));
        Assert.False(difference.Follow(quiet, _family.Circle, _family.Act("Esra")));
        quiet.ChooseReaders(_family.Circle, Audience.These(_family.Circle.SetOf(_family.Seat("Fatma").Id)), _family.Act("Esra"));
        Assert.True(difference.Follow(quiet, _family.Circle, _family.Act("Esra")));
        Assert.Equal(["Ik zie geen gevaar."], difference.Said);
    }

    [Fact]
    public void Nothing_is_quoted_that_was_taken_back_R36()
    {
        Amir.TakeBack(_family.Act("Amir"));
        Assert.Equal(CommonRules.StillOnTheTable, Broken(() => PointOut("Fatma", "Met mij ook!", "Ik zie geen gevaar.")));
        var again = _family.View("Amir", "Met mij ook!");
        Bo.TakeBack(_family.Act("Bo"));
        Assert.Equal(CommonRules.StillOnTheTable, Broken(() => Difference.PointOut(
            _family.Circle, again, "Met mij ook!", Bo, "Ik zie geen gevaar.", null, _family.Act("Fatma"))));
        Assert.Equal(CommonRules.StillOnTheTable, Broken(() => Difference.PointOut(
            _family.Circle, Bo, "Ik zie geen gevaar.", again, "Met mij ook!", null, _family.Act("Fatma"))));
    }

    [Fact]
    public void A_sentence_on_either_side_goes_and_one_of_another_view_stays()
    {
        var difference = PointOut("Fatma", "Met mij ook!", "Ik zie geen gevaar.");
        var other = _family.View("Amir", "Ik slaap beter.");
        other.TakeBack(_family.Act("Amir"));
        Assert.False(difference.Follow(other, _family.Circle, _family.Act("Amir")));
        Bo.TakeBack(_family.Act("Bo"));
        Assert.True(difference.Follow(Bo, _family.Circle, _family.Act("Bo")));
        Assert.Equal(("Met mij ook!", ""), (difference.Left.Words, difference.Right.Words));
    }

    [Fact]
    public void Where_everyone_may_read_the_difference_everyone_must_be_able_to_read_the_view_also_who_comes_later()
    {
        // Now nobody sits here who may not read it; but a table gets more people.
        var difference = PointOut("Fatma", "Met mij ook!", "Ik zie geen gevaar.");
        Amir.ChooseReaders(_family.Circle, Audience.These(_family.Circle.SetOf(_family.Circle.Seats.Select(seat => seat.Id))), _family.Act("Amir"));
        Assert.All(_family.Circle.Seats, seat => Assert.True(Amir.MayBeReadBy(seat)));
        Assert.True(difference.Follow(Amir, _family.Circle, _family.Act("Amir")));
    }

    [Fact]
    public void Its_author_gives_it_fewer_readers_or_the_same()
    {
        var open = PointOut("Fatma", "Met mij ook!", "Ik zie geen gevaar.");
        open.ChooseReaders(_family.Circle, Audience.GrownUps, _family.Act("Fatma"));
        Assert.False(open.MayBeReadBy(_family.Seat("Amir")));
        open.ChooseReaders(_family.Circle, Audience.GrownUps, _family.Act("Fatma"));
        Assert.Equal(Audience.GrownUps, open.Audience);
        var quiet = _family.View("Esra", "Ik ben zo moe.", readers: Audience.GrownUps);
        var some = Difference.PointOut(_family.Circle, quiet, "Ik ben zo moe.", Bo, "Ik zie geen gevaar.", null, _family.Act("Fatma"));
        some.ChooseReaders(_family.Circle, Audience.These(_family.Circle.SetOf(_family.Seat("Esra").Id)), _family.Act("Fatma"));
        Assert.Equal(["Esra", "Fatma"], _family.Circle.Seats.Where(some.MayBeReadBy).Select(seat => seat.Name));
    }

    [Fact]
    public void What_was_said_of_it_is_part_of_what_was_said()
    {
        var difference = Difference.PointOut(
            _family.Circle, Amir, "Met mij ook!", Bo, "Ik zie geen gevaar.", "Wat vertelt dat ons?", _family.Act("Fatma"));
        difference.Stay("We kijken allebei.", _family.Act("Amir"));
        Assert.Equal(["Met mij ook!", "Ik zie geen gevaar.", "Wat vertelt dat ons?", "We kijken allebei."], difference.Said);
    }

    [Fact]
    public void Among_all_who_are_named_a_sentence_goes_when_one_of_them_may_no_longer_read_it()
    {
        var named = Audience.These(_family.Circle.SetOf(_family.Circle.Seats.Select(seat => seat.Id)));
        var quiet = _family.View("Esra", "Ik ben zo moe.", readers: named);
        var difference = Difference.PointOut(_family.Circle, quiet, "Ik ben zo moe.", Bo, "Ik zie geen gevaar.", null, _family.Act("Fatma"));
        Assert.All(_family.Circle.Seats, seat => Assert.True(difference.MayBeReadBy(seat)));
        quiet.ChooseReaders(_family.Circle, Audience.GrownUps, _family.Act("Esra"));
        Assert.True(difference.Follow(quiet, _family.Circle, _family.Act("Esra")));
        Assert.Equal(["Ik zie geen gevaar."], difference.Said);
    }

    [Fact]
    public void It_has_no_winner_and_may_stay_INV_25_INV_26_R47()
    {
        var difference = PointOut("Fatma", "Met mij ook!", "Ik zie geen gevaar.");
        difference.Stay("We kijken allebei.", _family.Act("Amir"));
        difference.Stay(null, _family.Act("Bo"));
        Assert.Equal(["We kijken allebei.", null], difference.Stays.Select(stay => stay.Words));
        Assert.Equal(CommonRules.OnlyOnce, Broken(() => difference.Stay("Nog eens.", _family.Act("Bo"))));
        Assert.All(_family.Circle.Seats, seat => Assert.False(difference.MayBeAnsweredBy(seat)));
    }

    [Fact]
    public void Who_may_not_read_it_says_nothing_of_it()
    {
        var quiet = _family.View("Esra", "Ik ben zo moe.", readers: Audience.These(_family.Circle.SetOf(_family.Seat("Fatma").Id)));
        var difference = Difference.PointOut(_family.Circle, quiet, "Ik ben zo moe.", Bo, "Ik zie geen gevaar.", null, _family.Act("Fatma"));
        Assert.Equal(CommonRules.ProofFits, Broken(() => difference.Stay(null, _family.Act("Amir"))));
    }

    private Difference PointOut(string by, string left, string right) =>
        Difference.PointOut(_family.Circle, Amir, left, Bo, right, null, _family.Act(by));

    private static Rule Broken(Action deed) => Assert.Throws<RuleBrokenException>(deed).Rule;
}
