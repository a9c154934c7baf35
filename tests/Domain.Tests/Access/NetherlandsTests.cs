using System.Globalization;
using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Tests.Access;

public sealed class NetherlandsTests
{
    [Theory]
    [InlineData("2026-11-24T22:59:59.999", "2026-11-24")]
    [InlineData("2026-11-24T23:00:00", "2026-11-25")]
    [InlineData("2026-07-24T21:59:59.999", "2026-07-24")]
    [InlineData("2026-07-24T22:00:00", "2026-07-25")]
    [InlineData("2026-12-31T23:00:00", "2027-01-01")]
    public void A_day_is_a_day_where_people_sit_in_winter_and_in_summer(string utc, string day)
    {
        var at = new DateTimeOffset(DateTime.Parse(utc, CultureInfo.InvariantCulture), TimeSpan.Zero);
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), Netherlands.DayOf(at));
        Assert.True(Netherlands.StartOf(Netherlands.DayOf(at)) <= at);
        Assert.True(Netherlands.StartOf(Netherlands.DayOf(at).AddDays(1)) > at);
    }

    [Fact]
    public void A_day_begins_and_ends_at_midnight_also_when_the_clock_changes()
    {
        Assert.Equal(23, Hours(new DateOnly(2027, 3, 28)));
        Assert.Equal(25, Hours(new DateOnly(2026, 10, 25)));
        Assert.Equal(24, Hours(new DateOnly(2026, 11, 24)));
        Assert.Equal(TimeSpan.Zero, Netherlands.StartOf(new DateOnly(2026, 7, 1)).Offset);

        static double Hours(DateOnly day) => (Netherlands.StartOf(day.AddDays(1)) - Netherlands.StartOf(day)).TotalHours;
    }
}
