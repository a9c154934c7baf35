using System.Globalization;
using Keukentafel.Domain.Access;

namespace Keukentafel.Web.Tests.Ground;

/// <summary>Days as a form takes them. A day is a day in the Netherlands: late in the evening in London it is tomorrow there already.</summary>
internal static class Ahead
{
    public static DateOnly Day(int days) => Netherlands.DayOf(TimeProvider.System.GetUtcNow()).AddDays(days);

    public static string Days(int days) => Day(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
