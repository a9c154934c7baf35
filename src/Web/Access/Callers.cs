using System.Globalization;
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

    // The moment before which what is somebody's alone stays shut in this session.
    private const string ShutClaim = "shut";

    /// <summary>Who calls. Only a request that passed the fallback policy gets here.</summary>
    /// <param name="http">The request.</param>
    public static Caller Caller(this HttpContext http) => new(
        new PersonId(Guid.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!)),
        Guid.Parse(http.User.FindFirstValue(Sessions.IdClaim)!))
    {
        ShutBefore = ShutBefore(http),
        OnlyAtWork = http.User.Through() is not null,
    };

    /// <summary>Through which link with an organisation somebody came in; null for another way.</summary>
    /// <param name="user">Who is signed in.</param>
    public static Guid? Through(this ClaimsPrincipal user) =>
        user.FindFirstValue(Sessions.OrganisationClaim) is { } link ? Guid.Parse(link) : null;

    /// <summary>In which talk this is the screen on the table; null for somebody's own session.</summary>
    /// <param name="user">Who is signed in.</param>
    public static (CircleId Circle, ContributionId Talk)? AtTheTable(this ClaimsPrincipal user) =>
        user.FindFirstValue(Sessions.TableClaim)?.Split('/') is [var circle, var talk]
            ? (new CircleId(Guid.Parse(circle)), new ContributionId(Guid.Parse(talk)))
            : null;

    /// <summary>
    /// Makes this browser the screen on the table in one talk: the session of whoever began it ends here, so that nobody at the table comes
    /// into what is theirs.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="circle">At which table.</param>
    /// <param name="talk">In which talk.</param>
    public static Task BecomeTheTableAsync(this HttpContext http, CircleId circle, ContributionId talk)
    {
        var person = http.User.FindFirstValue(ClaimTypes.NameIdentifier)!;
        return http.BeginAsync(
            person, http.User.HasClaim(Sessions.ProfessionalClaim, "yes"), Shell.Text.Language, Sessions.TableDevice, null, new Claim(Sessions.TableClaim, $"{circle.Value}/{talk.Value}"));
    }

    /// <summary>At which table a child's drawer is shut in this session; null for a session that is open.</summary>
    /// <param name="user">Who is signed in.</param>
    public static CircleId? ShutAt(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(Sessions.DrawerClaim), out var circle) ? new CircleId(circle) : null;

    /// <summary>Shuts the drawer of a child: the session ends here, and one that reaches nothing but the lock takes its place.</summary>
    /// <param name="http">The request.</param>
    /// <param name="circle">At which table.</param>
    public static Task ShutDrawerAsync(this HttpContext http, CircleId circle) => http.BeginAsync(
        http.User.FindFirstValue(ClaimTypes.NameIdentifier)!, false, Shell.Text.Language, DeviceOf(http.Request.Headers.UserAgent.ToString()), null,
        new Claim(Sessions.DrawerClaim, circle.Value.ToString()));

    /// <summary>Whether this session must set up a code, and reaches nothing else.</summary>
    /// <param name="user">Who is signed in.</param>
    public static bool IsSettingUp(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Sessions.SettingUpClaim);

    /// <summary>Begins a session in which a person sets up a code, before anything else.</summary>
    /// <param name="http">The request.</param>
    /// <param name="person">Who.</param>
    public static Task BeginSettingUpAsync(this HttpContext http, Person person) => http.BeginAsync(
        person.Id.ToString(), person.IsProfessional, person.Language ?? Shell.Text.Language, DeviceOf(http.Request.Headers.UserAgent.ToString()), null,
        new Claim(Sessions.SettingUpClaim, "yes"));

    /// <summary>Shows a page, and ends the session of this browser with it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="page">The page.</param>
    public static async Task<IResult> LeaveWithAsync(this HttpContext http, IResult page)
    {
        var whole = Shell.Whole.Of(page);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return whole;
    }

    /// <summary>
    /// Begins a new session for a person; an old one of this browser ends first. For a week after somebody came in with a new password every session
    /// knows it: what was theirs alone stays shut in it.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="person">Who.</param>
    /// <param name="through">Through which link with an organisation (<see cref="OrganisationKey.Id"/>); null for another way in.</param>
    /// <param name="since">Since when they are in, where a session goes on as another one: it lasts no longer by that. Null for now.</param>
    public static async Task BeginSessionAsync(this HttpContext http, Person person, Guid? through = null, DateTimeOffset? since = null)
    {
        var language = person.Language ?? Shell.Text.Language;
        Shell.Languages.Remember(http, language);
        var way = await http.RequestServices.GetRequiredService<WaysBack>().OfAsync(new PersonId(person.Id), http.RequestAborted);
        List<Claim> more = [];
        if (way.ShutBefore(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) is { } before)
        {
            more.Add(new Claim(ShutClaim, before.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        }

        if (through is { } link)
        {
            more.Add(new Claim(Sessions.OrganisationClaim, link.ToString()));
        }

        await http.BeginAsync(person.Id.ToString(), person.IsProfessional, language, DeviceOf(http.Request.Headers.UserAgent.ToString()), since, [.. more]);
    }

    private static DateTimeOffset? ShutBefore(HttpContext http) =>
        http.User.FindFirstValue(ShutClaim) is { } claim
        && DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(claim, CultureInfo.InvariantCulture)) is var before
        && http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() < before + WayBack.ShutFor
            ? before
            : null;

    private static async Task BeginAsync(
        this HttpContext http, string person, bool isProfessional, string language, string device, DateTimeOffset? since, params Claim[] more)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, person),
                new Claim(Sessions.IdClaim, DraftId.New().Value.ToString()),
                new Claim(Sessions.ProfessionalClaim, isProfessional ? "yes" : "no"),
                new Claim(LanguageClaim, language),
                .. more,
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = since };
        properties.SetString("device", device);

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
