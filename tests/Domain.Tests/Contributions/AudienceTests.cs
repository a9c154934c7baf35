using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Tests.Contributions;

/// <summary>Who may read something: chosen freely for one's own words (R12).</summary>
public sealed class AudienceTests
{
    private readonly Table _table = new();

    [Fact]
    public void Each_choice_of_readers_lets_those_read_and_nobody_else_R12()
    {
        Assert.Equal(["Esra"], ReadersOf(Audience.OnlyMe));
        Assert.Equal(["Esra", "Amir"], ReadersOf(Audience.These(Of(_table.Child.By))));
        Assert.Equal(["Esra", "Fatma", "Samira"], ReadersOf(Audience.GrownUps));
        Assert.Equal(["Esra", "Amir", "Fatma", "Samira"], ReadersOf(Audience.Everyone));
        Assert.Equal(["Esra", "Amir", "Fatma", "Samira"], ReadersOf(new Audience(Readers.GrownUps, Of(_table.Child.By))));
        Assert.Equal(["Esra"], ReadersOf(Audience.These(SeatSet.None)));
    }

    [Fact]
    public void Who_may_not_be_left_out_is_added_and_nobody_else_R3()
    {
        var child = Of(_table.Child.By);
        Assert.Equal(Audience.OnlyMe, Audience.OnlyMe.Including(SeatSet.None));
        Assert.Equal(Audience.GrownUps, Audience.GrownUps.Including(SeatSet.None));
        Assert.Equal(Audience.These(child), Audience.OnlyMe.Including(child));
        Assert.Equal(new Audience(Readers.GrownUps, child), Audience.GrownUps.Including(child));
        Assert.Equal(Readers.Everyone, Audience.Everyone.Including(child).Group);
        var mother = Of(_table.Mother.By);
        Assert.Equal(Audience.These(child.And(mother)), Audience.These(mother).Including(child));
    }

    [Fact]
    public void Family_choose_freely_for_their_own_words_also_about_somebody_R12()
    {
        var good = GoodThing.Lay(_table.Circle, "Amir kookte.", Of(_table.Child.By), Audience.OnlyMe, _table.Mother);
        Assert.True(good.AlwaysRead.IsEmpty);
        Assert.False(good.MayBeReadBy(_table.Child.By));
        Assert.True(good.MayBeLaidAsideBy(_table.Guest.By, _table.Circle));
    }

    [Fact]
    public void What_was_taken_back_at_the_very_moment_one_looked_is_no_news()
    {
        var good = GoodThing.Lay(_table.Circle, "Amir kookte.", SeatSet.None, Audience.Everyone, _table.Mother);
        good.TakeBack(_table.Mother);
        Assert.True(good.HasNewsFor(_table.Guest.By, good.TakenBackAt!.Value.AddTicks(-1)));
        Assert.False(good.HasNewsFor(_table.Guest.By, good.TakenBackAt!.Value));
    }

    private static SeatSet Of(Seat seat) => SeatSet.Of(seat.Number);

    private IEnumerable<string> ReadersOf(Audience audience)
    {
        var good = GoodThing.Lay(_table.Circle, "We lachten veel.", SeatSet.None, audience, _table.Mother);
        return _table.Circle.Seats.Where(good.MayBeReadBy).Select(seat => seat.Name);
    }
}
