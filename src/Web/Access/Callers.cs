using System.Security.Claims;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Keukentafel.Web.Access;

/// <summary>From a signed-in request to who calls, and from a person to a signed-in request.</summary>
public static class Callers
{
    /// <summary>The claim with the language a person reads.</summary>
    public const string LanguageClaim = "language";

    /// <summary>Who calls. Only a request that passed the fallback policy gets here.</summary>
    /// <param name="http">The request.</param>
    public static Caller Caller(this HttpContext http) => new(
        new PersonId(Guid.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!)),
        Guid.Parse(http.User.FindFirstValue(Sessions.IdClaim)!));

    /// <summary>Begins a new session for a person; an old one of this browser ends first.</summary>
    /// <param name="http">The request.</param>
    /// <param name="person">Who.</param>
    public static async Task BeginSessionAsync(this HttpContext http, Person person)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()),
                new Claim(Sessions.IdClaim, DraftId.New().Value.ToString()),
                new Claim(Sessions.ProfessionalClaim, person.IsProfessional ? "yes" : "no"),
                new Claim(LanguageClaim, person.Language ?? Shell.Text.Language),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties();
        properties.SetString("device", DeviceOf(http.Request.Headers.UserAgent.ToString()));

        // The handler of this request still holds the key of the session that ended just now, and would go on under that one: nobody would be in.
        var schemes = http.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>();
        var cookies = http.RequestServices.GetRequiredService<CookieAuthenticationHandler>();
        await cookies.InitializeAsync((await schemes.GetSchemeAsync(CookieAuthenticationDefaults.AuthenticationScheme))!, http);
        await cookies.SignInAsync(new ClaimsPrincipal(identity), properties);
    }

    // Enough to recognise one's own device by, and no more.
    private static string DeviceOf(string agent) =>
        agent.Contains("iPhone", StringComparison.Ordinal) || agent.Contains("Android", StringComparison.Ordinal) ? "phone"
        : agent.Contains("iPad", StringComparison.Ordinal) ? "tablet"
        : "computer";
}
