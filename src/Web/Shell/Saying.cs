namespace Keukentafel.Web.Shell;

/// <summary>
/// One sentence that the next page says ("Bewaard. …"). It travels in a cookie for that one page and holds a key and names of fields, never
/// words of a person.
/// </summary>
public static class Saying
{
    private const string Cookie = "said";

    /// <summary>Says a sentence on the next page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="key">The key of the sentence.</param>
    public static void Say(HttpContext http, string key) => http.Response.Cookies.Append(
        Cookie, key, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(1), Path = "/" });

    /// <summary>The sentence to say now; null for none.</summary>
    /// <param name="http">The request.</param>
    public static string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } key || HttpMethods.IsPost(http.Request.Method))
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie);
        return Text.All(Text.IsEnglish).GetValueOrDefault(key);
    }
}
