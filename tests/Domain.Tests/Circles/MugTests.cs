using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Tests.Circles;

public sealed class MugTests
{
    [Fact]
    public void Of_all_people_a_table_can_seat_nobody_gets_the_mug_of_another()
    {
        var taken = new List<Mug>();
        for (var n = 0; n < SeatSet.Most; n++)
        {
            var mug = Mug.FirstFree(taken);
            Assert.DoesNotContain(mug, taken);
            if (n < 48)
            {
                Assert.DoesNotContain(taken, mug.LooksLike);
            }

            taken.Add(mug);
        }
    }

    [Fact]
    public void Another_colour_does_not_make_another_mug_while_there_are_other_rings_and_drinks()
    {
        var esra = new Mug(MugPattern.Dots, MugDrink.Tea, MugColour.Green);
        Assert.False((esra with { Colour = MugColour.Plum }).IsFree([esra]));
        Assert.True((esra with { Drink = MugDrink.Water }).IsFree([esra]));
        Assert.True((esra with { Pattern = MugPattern.Waves }).IsFree([esra]));
    }
}
