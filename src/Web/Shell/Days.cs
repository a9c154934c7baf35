using System.Globalization;
using Keukentafel.Domain.Access;

namespace Keukentafel.Web.Shell;

/// <summary>Moments as people say them, in the Netherlands.</summary>
public static class Days
{
    /// <summary>The day of a moment, in the Netherlands.</summary>
    /// <param name="at">UTC.</param>
    public static DateOnly Of(DateTimeOffset at) => Netherlands.DayOf(at);

    /// <summary>"12 november", with the year when it is another year than now's.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="now">UTC.</param>
    public static string Day(DateTimeOffset at, DateTimeOffset now) => Day(Of(at), Of(now));

    /// <summary>"12 november", with the year when it is another year than today's.</summary>
    /// <param name="day">The day.</param>
    /// <param name="today">Today.</param>
    public static string Day(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>How long ago: "vandaag", "gisteren", "3 dagen geleden", "2 weken geleden", "4 maanden geleden".</summary>
    /// <param name="at">UTC.</param>
    /// <param name="now">UTC.</param>
    public static string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var days = Of(now).DayNumber - Of(at).DayNumber;
        return days switch
        {
            <= 0 => Text.T("shell.today"),
            1 => Text.T("shell.yesterday"),
            < 14 => Text.T("shell.days-ago", days),
            < 60 => Text.T("shell.weeks-ago", days / 7),
            < 730 => Text.T("shell.months-ago", days / 30),
            _ => Text.T("shell.years-ago", days / 365),
        };
    }

    /// <summary>"november 2026".</summary>
    /// <param name="day">A day in it.</param>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"maandag 12 november 16.05".</summary>
    /// <param name="at">UTC.</param>
    public static string Moment(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Netherlands.Zone).ToString(Text.IsEnglish ? "dddd d MMMM, HH:mm" : "dddd d MMMM, HH.mm", CultureInfo.CurrentCulture);
}
