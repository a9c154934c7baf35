using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Tests.Contributions;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Domain.Tests.Worries;

public sealed class WorryTests
{
    private readonly Table _table = new();

    [Fact]
    public void A_worry_belongs_to_exactly_one_person_at_the_table_INV_1()
    {
        var mother = _table.Mother;
        Assert.Equal(mother.By.Number, Laid(mother).By);

        // There is no way to lay one down for somebody else: whose it is comes from the proof alone.
        Assert.DoesNotContain(
            typeof(Worry).GetMethod(nameof(Worry.Lay))!.GetParameters(),
            parameter => parameter.ParameterType == typeof(SeatNumber) || parameter.ParameterType == typeof(SeatId));
    }

    [Fact]
    public void A_worry_is_no_fact_it_has_no_kind_and_no_source_INV_2()
    {
        Assert.DoesNotContain(
            typeof(Worry).GetProperties(), property => property.PropertyType == typeof(StatementKind) || property.PropertyType == typeof(Source));
    }

    [Fact]
    public void Child_parent_own_people_and_guest_can_each_hold_one_INV_3()
    {
        foreach (var act in new[] { _table.Child, _table.Mother, _table.Grandmother, _table.Guest })
        {
            Assert.Equal(act.By.Number, Laid(act).By);
        }
    }

    [Fact]
    public void Only_the_holder_says_how_it_stands_or_that_it_is_gone_INV_4_R26()
    {
        var worry = Laid(_table.Grandmother);
        foreach (var other in new[] { _table.Mother, _table.Child, _table.Guest })
        {
            Table.Refuses(WorryRules.HolderOnly, () => worry.Stands("minder", false, other));
            Table.Refuses(WorryRules.HolderOnly, () => worry.Stands(null, true, other));
        }

        Assert.Empty(worry.Standings);
        worry.Stands("Het is minder.", false, _table.Grandmother);
        Assert.Equal("Het is minder.", Assert.Single(worry.Standings).Words);
    }

    [Fact]
    public void Each_change_is_a_dated_entry_in_own_words_and_none_replaces_another_R26()
    {
        var worry = Laid(_table.Mother);
        Table.Refuses(CommonRules.InWords, () => worry.Stands("  ", false, _table.Mother));
        worry.Stands("Twee ochtenden gaan goed.", false, _table.Mother);
        var first = _table.Now;
        worry.Stands("Drie nu.", false, _table.Mother);
        Assert.Equal(["Twee ochtenden gaan goed.", "Drie nu."], worry.Standings.Select(standing => standing.Words));
        Assert.Equal([first, _table.Now], worry.Standings.Select(standing => standing.At));
    }

    [Fact]
    public void A_worry_that_is_gone_keeps_its_words_and_can_come_back_INV_4()
    {
        var worry = Laid(_table.Mother);
        worry.Stands(null, true, _table.Mother);
        Assert.True(worry.IsGone);
        Assert.Equal("Ik maak me zorgen over de ochtenden.", worry.Words);
        Table.Refuses(WorryRules.NotGoneYet, () => worry.Stands("weg", true, _table.Mother));
        worry.Stands("Hij is terug.", false, _table.Mother);
        Assert.False(worry.IsGone);
    }

    [Fact]
    public void Nothing_is_said_of_a_worry_that_was_taken_back_R36()
    {
        var worry = Laid(_table.Mother);
        worry.Stands("minder", false, _table.Mother);
        worry.TakeBack(_table.Mother);
        Assert.Empty(worry.Standings);
        Table.Refuses(CommonRules.StillOnTheTable, () => worry.Stands("toch", false, _table.Mother));
    }

    [Fact]
    public void A_worry_becomes_no_report_and_goes_to_nobody_by_itself_INV_5()
    {
        var worry = Laid(_table.Mother, audience: Audience.OnlyMe);
        worry.Stands("Het is veel erger.", false, _table.Mother);
        Assert.Equal(Audience.OnlyMe, worry.Audience);
        Assert.Equal([Deed.Laid, Deed.WorryStands], worry.Traces.Select(trace => trace.Deed));
        Assert.All(_table.Circle.Seats.Where(seat => seat.Number != worry.By), seat => Assert.False(worry.MayBeReadBy(seat)));
    }

    [Theory]
    [InlineData(Place.Home)]
    [InlineData(Place.School)]
    [InlineData(Place.Sport)]
    [InlineData(Place.Faith)]
    [InlineData(Place.Care)]
    [InlineData(Place.Street)]
    [InlineData(Place.Traffic)]
    [InlineData(Place.Online)]
    [InlineData(Place.Elsewhere)]
    [InlineData(null)]
    public void A_worry_is_about_any_place_or_none_INV_6_R27(Place? place) =>
        Assert.Equal(place, Worry.Lay(_table.Circle, "Ik maak me zorgen.", SeatSet.None, place, Audience.Everyone, _table.Mother).Place);

    private Worry Laid(Act act, Audience? audience = null) => Worry.Lay(
        _table.Circle, "Ik maak me zorgen over de ochtenden.", SeatSet.None, null, audience ?? Audience.Everyone, act);
}
