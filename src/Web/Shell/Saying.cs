using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Web.Shell;

/// <summary>
/// One sentence that the next page says ("Het ligt op tafel. …"). It travels in a cookie for that one page and holds a key and ids, never
/// words or names of a person.
/// </summary>
public static class Saying
{
    private const string Cookie = "said";

    private const string LaidFor = "laid-for";

    private const string AskedFor = "asked-for";

    private const char Between = '~';

    /// <summary>Says a sentence on the next page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="key">The key of the sentence.</param>
    public static void Say(HttpContext http, string key) => http.Response.Cookies.Append(
        Cookie, key, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(1), Path = "/" });

    /// <summary>Says on the next page of the table that something was laid down, who can read it, and where to take it back.</summary>
    /// <param name="http">The request.</param>
    /// <param name="circle">At which table.</param>
    /// <param name="thing">What.</param>
    /// <param name="readers">Who else can read it.</param>
    /// <param name="asks">Whether it is kept, for now for those alone, because a second is asked.</param>
    public static void SayLaid(HttpContext http, CircleId circle, ContributionId thing, IEnumerable<SeatId> readers, bool asks) => Say(
        http,
        string.Join(Between, new[] { asks ? AskedFor : LaidFor, circle.Value.ToString("N"), thing.Value.ToString("N") }.Concat(readers.Select(seat => seat.Value.ToString("N")))));

    /// <summary>The sentence to say now; null for none.</summary>
    /// <param name="http">The request.</param>
    /// <param name="circle">The table one is at, for names; null elsewhere.</param>
    public static Told? Take(HttpContext http, Circle? circle = null)
    {
        if (http.Request.Cookies[Cookie] is not { } said || HttpMethods.IsPost(http.Request.Method))
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie);
        var parts = said.Split(Between);
        if (parts[0] is LaidFor or AskedFor)
        {
            return circle is not null && parts.Length >= 3 && Guid.TryParse(parts[1], out var at) && at == circle.Id.Value && Guid.TryParse(parts[2], out var thing)
                ? new Told(parts[0] == AskedFor ? Text.T("statements.withhold-told", Text.Names(NamesOf(circle, parts[3..]))) : Laid(circle, parts[3..]), $"/tables/{at}/things/{thing}/take-back")
                : new Told(Text.T("contributions.laid"), null);
        }

        return Text.All(Text.IsEnglish).GetValueOrDefault(said) is { } sentence ? new Told(sentence, null) : null;
    }

    /// <summary>Nothing is said any more: whoever opens the next page in this browser may be another (D24).</summary>
    /// <param name="http">The request.</param>
    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie);

    private static string Laid(Circle circle, string[] readers)
    {
        var names = NamesOf(circle, readers);
        return names.Count switch
        {
            0 => Text.T("contributions.laid-for-me"),
            1 => Text.T("contributions.laid-for.one", names[0]),
            _ => Text.T("contributions.laid-for.more", Text.Names(names)),
        };
    }

    private static List<string> NamesOf(Circle circle, string[] seats) =>
        [.. seats.Select(id => Guid.TryParse(id, out var seat) ? circle.Find(new SeatId(seat))?.Name : null).OfType<string>()];
}
