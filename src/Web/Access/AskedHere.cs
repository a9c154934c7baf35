using Microsoft.AspNetCore.DataProtection;

namespace Keukentafel.Web.Access;

/// <summary>What this browser asked when somebody could not come in: the code to tell, and the key that only this browser has. Only we can read it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Key">The key.</param>
public sealed record AskedHere(string Code, string Key)
{
    private const string Cookie = "back";
    private const char Between = '|';

    // Two people have a week to say yes, and who waited a week to come in.
    private static readonly TimeSpan Lasts = Domain.Access.LostPassword.Lasts * 2;

    /// <summary>What this browser asked; null for nothing.</summary>
    /// <param name="http">The request.</param>
    public static AskedHere? By(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: < 2000 } kept)
        {
            return null;
        }

        try
        {
            return ProtectorOf(http).Unprotect(kept).Split(Between) is [var code, var key] ? new AskedHere(code, key) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The code as it is said and written: in groups of four.</summary>
    public string Written => Data.Circles.InvitationCode.Written(Code);

    /// <summary>Keeps this in the browser.</summary>
    /// <param name="http">The request.</param>
    public void Keep(HttpContext http)
    {
        var options = OptionsOf(http);
        options.MaxAge = Lasts;
        http.Response.Cookies.Append(Cookie, ProtectorOf(http).Protect($"{Code}{Between}{Key}", Lasts), options);
    }

    /// <summary>Forgets it: who opens this browser next does not find that somebody asked.</summary>
    /// <param name="http">The request.</param>
    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie, OptionsOf(http));

    private static ITimeLimitedDataProtector ProtectorOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("way-back").ToTimeLimitedDataProtector();

    private static CookieOptions OptionsOf(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/" };
}
