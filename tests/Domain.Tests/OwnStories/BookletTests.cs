using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.OwnStories;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Tests.OwnStories;

public sealed class BookletTests
{
    private readonly Table _table = new();

    private Circle Circle => _table.Circle;

    private Seat Mother => _table.Mother.By;

    [Fact]
    public void A_booklet_has_the_own_good_words_and_no_worry_fact_suspicion_or_opinion_R7()
    {
        Assert.True(Takes(Good(_table.Mother)));
        Assert.True(Takes(Wish.Lay(Circle, "Ik wil rust.", SeatSet.None, Audience.Everyone, _table.Mother)));
        Assert.True(Takes(Help.Lay(Circle, "Ik zet koffie.", SeatSet.None, Audience.Everyone, _table.Mother)));
        Assert.False(Takes(Worry.Lay(Circle, "Ik slaap slecht.", SeatSet.None, null, Audience.Everyone, _table.Mother)));
        foreach (var knowing in new[] { Knowing.WasThere, Knowing.Think, Knowing.Find })
        {
            Assert.False(Takes(Statement.Lay(Circle, "Het is laat.", new Source(knowing, null, null), SeatSet.None, null, null, Audience.Everyone, _table.Mother)));
        }
    }

    [Fact]
    public void It_lies_about_in_a_house_so_what_some_may_not_read_is_not_in_it_T20()
    {
        foreach (var audience in new[] { Audience.OnlyMe, Audience.GrownUps, Audience.These(SeatSet.Of(_table.Grandmother.By.Number)) })
        {
            Assert.False(Takes(GoodThing.Lay(Circle, "We lachen.", SeatSet.None, audience, _table.Mother)));
        }

        var back = Good(_table.Mother);
        back.TakeBack(_table.Mother);
        Assert.False(Takes(back));
    }

    [Fact]
    public void Words_of_a_child_are_in_it_after_its_yes_and_those_of_other_grown_ups_never_R7()
    {
        var childs = Good(_table.Child);
        Assert.False(Takes(childs));
        Circle.LetWordsGo(SeatSet.Of(Mother.Number), Circle.Admit(_table.Child.Person, Permission.TakeAlong, _table.Now)!);
        Assert.True(Takes(childs));
        Assert.False(Booklet.Takes(Circle, childs, _table.Grandmother.By));
        Assert.False(Takes(Good(_table.Grandmother)));
        Assert.False(Takes(Good(_table.Guest)));
    }

    [Fact]
    public void What_was_answered_to_the_own_wish_goes_along_but_not_of_a_parent_who_lives_apart_T20()
    {
        var (mother, father, now) = (PersonId.New(), PersonId.New(), DateTimeOffset.UnixEpoch);
        var apart = Circle.Start(mother, "Sanne", null, AgeGroup.Adult, null, [new ChildAtStart("Isa", AgeGroup.Young)], true, now);
        var host = apart.Admit(mother, Permission.Host, now)!;
        apart.Add(father, "Mark", null, SeatSide.Host, AgeGroup.Adult, null, host);
        var oma = PersonId.New();
        apart.Add(oma, "Ria", null, SeatSide.Network, AgeGroup.Adult, null, host);
        var wish = Wish.Lay(apart, "Ik wil rust.", SeatSet.None, Audience.Everyone, apart.Admit(mother, Permission.Speak, now)!);
        foreach (var who in new[] { father, oma })
        {
            var act = apart.Admit(who, Permission.Speak, now)!;
            wish.PromiseAnswer(act);
            wish.AnswerWish("Ik doe mee.", false, false, null, act);
        }

        Assert.Equal([apart.SeatOf(oma)!.Number], Booklet.AnswersTo(apart, wish, apart.SeatOf(mother)!).Select(answer => answer.By));
        Assert.Empty(Booklet.AnswersTo(apart, wish, apart.SeatOf(oma)!));
    }

    private GoodThing Good(Act act) => GoodThing.Lay(Circle, "We lachen.", SeatSet.None, Audience.Everyone, act);

    private bool Takes(Contribution thing) => Booklet.Takes(Circle, thing, Mother);
}
