using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Tests.Plans;

public sealed class PlanTests
{
    private readonly Table _table = new();

    [Fact]
    public void A_goal_is_of_who_lays_it_and_says_by_what_one_notices_that_it_is_better_INV43_R112()
    {
        var goal = Wanted(_table.Child);
        Assert.Equal(_table.Child.By.Number, goal.By);
        Assert.Equal(("Bij oma slapen.", "Ik slaap er weer op vrijdag."), (goal.Words, goal.Better));
        Table.Refuses(CommonRules.InWords, () => Goal.Lay(_table.Circle, " ", "x", null, null, Audience.Everyone, _table.Child));
        foreach (var nothing in new[] { null, "", " \n" })
        {
            Table.Refuses(PlanRules.SaysBetter, () => Goal.Lay(_table.Circle, "x", nothing, null, null, Audience.Everyone, _table.Child));
        }
    }

    [Fact]
    public void Only_who_wished_makes_the_wish_a_goal_INV43()
    {
        var wish = Wish.Lay(_table.Circle, "Ik wil naar oma.", SeatSet.None, Audience.Everyone, _table.Child);
        foreach (var another in new[] { _table.Mother, _table.Grandmother })
        {
            Table.Refuses(PlanRules.OwnWish, () => Goal.Lay(_table.Circle, "x", "y", null, wish, Audience.Everyone, another));
        }

        Assert.Equal(wish.Id, Goal.Lay(_table.Circle, "x", "y", null, wish, Audience.Everyone, _table.Child).Wish);
        wish.TakeBack(_table.Child);
        Table.Refuses(PlanRules.OwnWish, () => Goal.Lay(_table.Circle, "x", "y", null, wish, Audience.Everyone, _table.Child));
    }

    [Fact]
    public void What_a_professional_wants_is_never_a_goal_of_the_family_INV44()
    {
        Table.Refuses(PlanRules.GoalOfFamily, () => Wanted(_table.Guest));
        Assert.False(Goal.MayLay(_table.Guest.By));
        Assert.All(new[] { _table.Mother, _table.Child, _table.Grandmother }, act => Assert.Equal(act.By.Number, Wanted(act).By));
        Assert.False(typeof(Goal).IsAssignableFrom(typeof(Condition)) || typeof(Goal).IsAssignableFrom(typeof(Advice)));
    }

    [Fact]
    public void A_condition_is_of_a_guest_with_its_ground_and_what_follows_INV77()
    {
        var condition = Bound();
        Assert.Equal(("Elke week één gesprek.", "De rechter besloot dit.", "Dan praten we met de rechter."), (condition.Words, condition.Ground, condition.Consequence));
        Table.Refuses(PlanRules.SaysGround, () => Condition.Lay(_table.Circle, "x", " ", "z", SeatSet.None, Audience.Everyone, _table.Guest));
        Table.Refuses(PlanRules.SaysConsequence, () => Condition.Lay(_table.Circle, "x", "y", null, SeatSet.None, Audience.Everyone, _table.Guest));
        Table.Refuses(CommonRules.InWords, () => Condition.Lay(_table.Circle, null, "y", "z", SeatSet.None, Audience.Everyone, _table.Guest));
        foreach (var act in new[] { _table.Mother, _table.Child, _table.Grandmother })
        {
            Table.Refuses(PlanRules.ConditionOfGuest, () => Condition.Lay(_table.Circle, "x", "y", "z", SeatSet.None, Audience.Everyone, act));
        }
    }

    [Fact]
    public void Whom_a_condition_binds_always_reads_it_R3()
    {
        var mother = SeatSet.Of(_table.Mother.By.Number);
        var condition = Condition.Lay(_table.Circle, "x", "y", "z", mother, Audience.OnlyMe, _table.Guest);
        Assert.True(condition.MayBeReadBy(_table.Mother.By));
        condition.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Guest);
        Assert.True(condition.MayBeReadBy(_table.Mother.By));
        Assert.False(condition.MayBeReadBy(_table.Child.By));
    }

    [Fact]
    public void Whoever_says_no_to_advice_or_to_a_goal_leaves_nothing_behind_but_that_no_INV77_N26()
    {
        foreach (var part in new PlanPart[] { Advised(), Wanted(_table.Mother), Agreed() })
        {
            var before = (part.Words, part.IsFolded, part.Audience, part.IsTakenBack);
            part.TakePosition(Stance.Disagree, null, null, _table.Child);
            Assert.Equal(before, (part.Words, part.IsFolded, part.Audience, part.IsTakenBack));
            Assert.Equal(Deed.PositionTaken, part.Traces[^1].Deed);
            Assert.Null(part.PositionOf(_table.Child.By.Number)!.Words);
        }
    }

    [Fact]
    public void A_part_answers_a_worry_that_who_lays_it_may_read_R112_R69()
    {
        var open = Worry.Lay(_table.Circle, "Amir slaapt slecht.", SeatSet.None, null, Audience.Everyone, _table.Grandmother);
        var hidden = Worry.Lay(_table.Circle, "Geheim.", SeatSet.None, null, Audience.OnlyMe, _table.Grandmother);
        Assert.Equal(open.Id, Wanted(_table.Mother, open).ForWorry);
        Assert.Equal(open.Id, Agreed(new PlanPlace(Way.Rest, null, open)).ForWorry);
        Table.Refuses(PlanRules.WorryInSight, () => Wanted(_table.Mother, hidden));
        Table.Refuses(PlanRules.WorryInSight, () => Agreed(new PlanPlace(null, null, hidden)));
        open.TakeBack(_table.Grandmother);
        Table.Refuses(PlanRules.WorryInSight, () => Wanted(_table.Mother, open));
        var elsewhere = new Table();
        var theirs = Worry.Lay(elsewhere.Circle, "Van een ander.", SeatSet.None, null, Audience.Everyone, elsewhere.Mother);
        Table.Refuses(PlanRules.WorryInSight, () => Wanted(_table.Mother, theirs));
    }

    [Fact]
    public void An_agreement_may_stand_in_any_of_three_ways_or_in_none_and_be_of_anybody_INV41_INV42_R64()
    {
        foreach (Way? way in new Way?[] { null, Way.Stop, Way.Rest, Way.Stronger })
        {
            Assert.Equal(way, Agreed(new PlanPlace(way, null, null)).Way);
        }

        var until = new DateOnly(2026, 12, 24);
        var neighbour = Agreement.Lay(
            _table.Circle, "Vrijdag soep.", SeatSet.None, "de buurvrouw", null, null, Audience.Everyone, _table.Child, new PlanPlace(Way.Stronger, until, null));
        Assert.Equal(("de buurvrouw", until), (neighbour.Others, neighbour.Until));
        Table.Refuses(PlanRules.SaysWho, () => Agreement.Lay(_table.Circle, "x", SeatSet.None, " ", null, null, Audience.Everyone, _table.Mother));
    }

    [Fact]
    public void Who_does_it_is_never_left_out_of_its_readers()
    {
        var agreement = Agreement.Lay(
            _table.Circle, "x", SeatSet.Of(_table.Grandmother.By.Number), null, null, null, Audience.OnlyMe, _table.Mother);
        Assert.True(agreement.MayBeReadBy(_table.Grandmother.By));
        agreement.ChooseReaders(_table.Circle, Audience.OnlyMe, _table.Mother);
        Assert.True(agreement.MayBeReadBy(_table.Grandmother.By));
        Assert.False(agreement.MayBeReadBy(_table.Guest.By));
    }

    [Fact]
    public void Child_and_parents_say_what_it_does_for_them_in_words_and_nobody_else_R69()
    {
        var agreement = Agreed();
        agreement.SayFelt("Ik slaap weer door.", _table.Child);
        agreement.SayFelt("Ik heb rust.", _table.Mother);
        Assert.Equal(["Ik slaap weer door.", "Ik heb rust."], agreement.Effects.Select(felt => felt.Words));
        Table.Refuses(CommonRules.InWords, () => agreement.SayFelt(" ", _table.Child));
        foreach (var act in new[] { _table.Guest, _table.Grandmother })
        {
            Table.Refuses(PlanRules.FeltByFamily, () => agreement.SayFelt("Het werkt.", act));
        }

        var quiet = Agreement.Lay(_table.Circle, "x", SeatSet.Of(_table.Mother.By.Number), null, null, null, Audience.OnlyMe, _table.Mother);
        Table.Refuses(CommonRules.ProofFits, () => quiet.SayFelt("x", _table.Child));
    }

    [Fact]
    public void No_longer_needed_is_said_by_whose_it_is_in_words_or_without_and_opens_again_R113()
    {
        var agreement = Agreed();
        Table.Refuses(PlanRules.OwnToFold, () => agreement.Fold(true, null, _table.Child));
        agreement.Fold(true, "Het gaat vanzelf.", _table.Grandmother);
        Assert.True(agreement.IsFolded);
        Table.Refuses(PlanRules.FoldedOnce, () => agreement.Fold(true, null, _table.Mother));
        agreement.Fold(false, null, _table.Mother);
        Assert.False(agreement.IsFolded);
        Table.Refuses(PlanRules.FoldedOnce, () => agreement.Fold(false, null, _table.Mother));
        Assert.Equal(["Het gaat vanzelf.", null], agreement.Foldings.Select(folding => folding.Words));

        var goal = Wanted(_table.Child);
        Table.Refuses(PlanRules.OwnToFold, () => goal.Fold(true, null, _table.Mother));
        var condition = Bound();
        Table.Refuses(PlanRules.OwnToFold, () => condition.Fold(true, null, _table.Mother));
        condition.Fold(true, null, _table.Guest);
    }

    [Fact]
    public void No_part_of_the_plan_can_be_marked_as_kept_or_reached_R113()
    {
        // Words, names and days, and who may read it; the two that are not are whether it is folded up and whether it was taken back.
        var found = typeof(PlanPart).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(PlanPart)))
            .Append(typeof(Folding)).Append(typeof(Felt)).Append(typeof(PlanPlace))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType == typeof(bool) || property.PropertyType == typeof(int) || property.PropertyType == typeof(double))
            .Select(property => property.Name)
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(["ByGuest", "HasDissent", "IsFolded", "IsForAuthorAlone", "IsTakenBack", "KeepsItsTrace", "Shut", "Version", "WaitsToBeReadBack"], found);
    }

    [Fact]
    public void That_it_is_not_safe_needs_nothing_and_is_told_to_whom_one_chooses_INV29_R66()
    {
        var said = NotSafe.Lay(_table.Circle, null, Audience.OnlyMe, _table.Child);
        Assert.True(said.Holds);
        Assert.Empty(said.Said);
        Assert.All(new[] { _table.Mother, _table.Grandmother, _table.Guest }, act => Assert.False(said.MayBeReadBy(act.By)));
        Assert.False(said.MayBeAnsweredBy(_table.Mother.By));
        foreach (var act in new[] { _table.Mother, _table.Guest })
        {
            Table.Refuses(PlanRules.SafeByOwn, () => said.SaySafe(null, act));
        }

        said.SaySafe(null, _table.Child);
        Assert.False(said.Holds);
        Table.Refuses(CommonRules.OnlyOnce, () => said.SaySafe(null, _table.Child));
        var other = NotSafe.Lay(_table.Circle, "Hij is boos.", Audience.Everyone, _table.Child);
        other.TakeBack(_table.Child);
        Assert.False(other.Holds);
    }

    [Fact]
    public void Everybody_says_what_protects_here_and_how_long_already_in_words_R71_INV35()
    {
        foreach (var act in new[] { _table.Child, _table.Mother, _table.Grandmother, _table.Guest })
        {
            var said = Protection.Lay(_table.Circle, "Oma belt elke avond.", "Al drie jaar.", SeatSet.None, Audience.Everyone, act);
            Assert.Equal(["Oma belt elke avond.", "Al drie jaar."], said.Said);
            said.TakeBack(act);
            Assert.Equal("", string.Concat(said.Said));
        }

        Assert.Null(Protection.Lay(_table.Circle, "De hond.", " ", SeatSet.None, Audience.Everyone, _table.Child).Shown);
        Table.Refuses(CommonRules.InWords, () => Protection.Lay(_table.Circle, " ", "lang", SeatSet.None, Audience.Everyone, _table.Child));
    }

    [Fact]
    public void What_another_wrote_down_is_nobodys_word_until_they_say_where_they_stand_N12()
    {
        var both = SeatSet.Of(_table.Grandmother.By.Number, _table.Mother.By.Number);
        var agreement = Agreement.Lay(_table.Circle, "x", both, null, null, null, Audience.Everyone, _table.Mother);
        Assert.Equal(SeatSet.Of(_table.Grandmother.By.Number), agreement.NotHeardFrom);
        agreement.TakePosition(Stance.Disagree, null, null, _table.Grandmother);
        Assert.True(agreement.NotHeardFrom.IsEmpty);
        Assert.True(agreement.HasDissent);
    }

    [Fact]
    public void Everybody_who_reads_says_where_they_stand_and_the_earlier_stays_INV49_N38()
    {
        var goal = Goal.Lay(_table.Circle, "x", "y", null, null, Audience.These(SeatSet.Of(_table.Mother.By.Number)), _table.Child);
        goal.TakePosition(Stance.Unsure, null, null, _table.Mother);
        goal.TakePosition(Stance.AgreeBut, "Niet elke week.", "Om de week.", _table.Mother);
        Assert.Equal((Stance.AgreeBut, "Niet elke week.", "Om de week."), goal.PositionOf(_table.Mother.By.Number) is { } now ? (now.Stance, now.Words, now.Rather) : default);
        Assert.Equal(Stance.Unsure, Assert.Single(goal.EarlierPositionsOf(_table.Mother.By.Number)).Stance);
        Table.Refuses(ProposalRules.SaysWhere, () => goal.TakePosition(default, "x", null, _table.Mother));
        Table.Refuses(CommonRules.ProofFits, () => goal.TakePosition(Stance.Agree, null, null, _table.Guest));
    }

    private Goal Wanted(Act act, Worry? worry = null) =>
        Goal.Lay(_table.Circle, "Bij oma slapen.", "Ik slaap er weer op vrijdag.", worry, null, Audience.Everyone, act);

    private Agreement Agreed(PlanPlace? place = null) => Agreement.Lay(
        _table.Circle, "Oma haalt op.", SeatSet.Of(_table.Grandmother.By.Number), null, null, null, Audience.Everyone, _table.Mother, place);

    private Condition Bound() => Condition.Lay(
        _table.Circle, "Elke week één gesprek.", "De rechter besloot dit.", "Dan praten we met de rechter.", SeatSet.None, Audience.Everyone, _table.Guest);

    private Advice Advised() => Advice.Lay(_table.Circle, "Vroeg naar bed.", null, SeatSet.None, Audience.Everyone, _table.Guest);
}
