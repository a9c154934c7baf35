using System.Globalization;
using System.Security.Claims;
using Keukentafel.Web.Access;

namespace Keukentafel.Web.Shell;

/// <summary>Which language: <c>/en</c> before an address, and after signing in the person's own (D22).</summary>
public static class Languages
{
    /// <summary>By the address.</summary>
    /// <param name="http">The request.</param>
    /// <param name="next">The rest.</param>
    public static Task ChooseAsync(HttpContext http, RequestDelegate next)
    {
        var english = http.Request.Path.StartsWithSegments("/en", out var rest);
        if (english)
        {
            http.Request.PathBase = http.Request.PathBase.Add("/en");
            http.Request.Path = rest.HasValue ? rest : "/";
        }

        Speak(english ? Text.English : Text.Dutch);
        return next(http);
    }

    /// <summary>By the person.</summary>
    /// <param name="http">The request.</param>
    /// <param name="next">The rest.</param>
    public static Task FollowPersonAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.PathBase.HasValue && http.User.FindFirstValue(Callers.LanguageClaim) is "en")
        {
            Speak(Text.English);
        }

        return next(http);
    }

    private static void Speak(CultureInfo culture)
    {
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }
}
