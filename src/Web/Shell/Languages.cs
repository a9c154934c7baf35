using System.Globalization;
using System.Security.Claims;
using Keukentafel.Web.Access;

namespace Keukentafel.Web.Shell;

/// <summary>
/// Which language: <c>/en</c> or <c>/nl</c> before an address, and then as long as this browser is open; from signing in on the
/// person's own (D22).
/// </summary>
public static class Languages
{
    private const string Cookie = "language";

    private static readonly object Asked = new();

    /// <summary>By the address, or as it was before in this browser.</summary>
    /// <param name="http">The request.</param>
    /// <param name="next">The rest.</param>
    public static Task ChooseAsync(HttpContext http, RequestDelegate next)
    {
        var language = http.Request.Cookies[Cookie];
        foreach (var asked in new[] { "en", "nl" })
        {
            if (http.Request.Path.StartsWithSegments("/" + asked, StringComparison.Ordinal, out var rest))
            {
                http.Request.PathBase = http.Request.PathBase.Add("/" + asked);
                http.Request.Path = rest.HasValue ? rest : "/";
                language = asked;
                http.Items[Asked] = asked;
            }
        }

        Speak(language == "en" ? Text.English : Text.Dutch);
        return next(http);
    }

    /// <summary>
    /// By the person, in a browser that was told nothing. What is asked for in an address is remembered from where it is needed: for who is in, and from the first
    /// thing that is sent. Who only reads keeps nothing: on those pages each link says it (J5).
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="next">The rest.</param>
    public static Task FollowPersonAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Items[Asked] is string asked)
        {
            if (http.Request.Cookies[Cookie] is not null || http.User.Identity is { IsAuthenticated: true } || !HttpMethods.IsGet(http.Request.Method))
            {
                Remember(http, asked);
            }
        }
        else if (http.Request.Cookies[Cookie] is null && http.User.FindFirstValue(Callers.LanguageClaim) is "en")
        {
            Speak(Text.English);
        }

        return next(http);
    }

    /// <summary>Goes on in a language until the browser is closed, or another is chosen.</summary>
    /// <param name="http">The request.</param>
    /// <param name="language">Its code.</param>
    public static void Remember(HttpContext http, string language)
    {
        if (http.Request.Cookies[Cookie] != language)
        {
            http.Response.Cookies.Append(
                Cookie, language, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/" });
        }
    }

    private static void Speak(CultureInfo culture)
    {
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }
}
