namespace Keukentafel.Domain.Access;

/// <summary>Days are days in the Netherlands; moments are kept in UTC.</summary>
public static class Netherlands
{
    /// <summary>The time zone.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The day of a moment.</summary>
    /// <param name="at">The moment, UTC.</param>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The moment at which a day begins, UTC.</summary>
    /// <param name="day">The day.</param>
    public static DateTimeOffset StartOf(DateOnly day) => new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone));
}
