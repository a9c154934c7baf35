using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Keukentafel.Web.Invitations;

/// <summary>
/// The code that this browser came with, for an hour at most: in a cookie that only we can read, so that it stands in no address while somebody chooses.
/// </summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The name to come in by that was made for this person; null before.</param>
public sealed record Held(string Code, string? Name)
{
    private const string Cookie = "welcome";
    private const char Between = '|';
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>What this browser holds; null for nothing, or not any more.</summary>
    /// <param name="http">The request.</param>
    public static Held? By(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: < 2000 } kept)
        {
            return null;
        }

        try
        {
            return ProtectorOf(http).Unprotect(kept).Split(Between) is [var code, var name] && InvitationCode.Tidy(code) is { } tidy
                ? new Held(tidy, name.Length == 0 ? null : name)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>
    /// Who asks, when that is somebody's own session; null for a stranger, for the screen on the table, for a drawer that is shut, and for who must set up
    /// a code first.
    /// </summary>
    /// <param name="http">The request.</param>
    public static PersonId? PersonOf(HttpContext http) =>
        http.User.Identity?.IsAuthenticated == true && http.User.AtTheTable() is null && http.User.ShutAt() is null && !http.User.IsSettingUp()
            ? http.Caller().Person : null;

    /// <summary>Keeps this in the browser.</summary>
    /// <param name="http">The request.</param>
    public void Keep(HttpContext http) =>
        http.Response.Cookies.Append(Cookie, ProtectorOf(http).Protect($"{Code}{Between}{Name}", Lasts), OptionsOf(http));

    /// <summary>Forgets it.</summary>
    /// <param name="http">The request.</param>
    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie, OptionsOf(http));

    private static ITimeLimitedDataProtector ProtectorOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("welcome").ToTimeLimitedDataProtector();

    // It goes when the browser closes, and with "Snel weg": whoever opens this browser next does not find who was invited.
    private static CookieOptions OptionsOf(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/" };
}
