using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Tests.Circles;

public sealed class CircleTests
{
    [Fact]
    public void A_circle_is_started_by_one_person_for_a_child_without_any_professional_R1()
    {
        var circle = Circle.Start(
            PersonId.New(), "Esra", "mama", AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, DateTimeOffset.UnixEpoch);
        Assert.Equal(["Esra", "Amir"], circle.Seats.Select(seat => seat.Name));
        Assert.All(circle.Seats, seat => Assert.Equal(SeatSide.Host, seat.Side));
    }
}
