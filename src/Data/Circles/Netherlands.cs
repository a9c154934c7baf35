namespace Keukentafel.Data.Circles;

/// <summary>Days are days in the Netherlands; moments are kept in UTC.</summary>
public static class Netherlands
{
    /// <summary>The time zone.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
}
