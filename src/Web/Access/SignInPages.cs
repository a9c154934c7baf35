using Keukentafel.Data.People;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Keukentafel.Web.Access;

/// <summary>Coming in with a name and a password, and going out.</summary>
public static class SignInPages
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Name">What was typed as a name.</param>
    /// <param name="Wrong">Whether name and password did not fit.</param>
    /// <param name="TooOften">Whether it was tried too often.</param>
    /// <param name="Card">Whether somebody comes from the page of a card.</param>
    public sealed record Screen(Frame Frame, string? Name, bool Wrong, bool TooOften, bool Card)
    {
        /// <summary>Whether a passkey did not fit.</summary>
        public bool WrongKey { get; init; }

        /// <summary>Whether a code was typed too.</summary>
        public bool WithCode { get; init; }

        /// <summary>The organisations through which professionals come in.</summary>
        public IReadOnlyList<Organisation> Organisations { get; init; } = [];
    }

    /// <summary>The field that says that somebody came from the page of a card, and goes back to it.</summary>
    public const string WithCard = "card";

    /// <summary>The most letters in a name to sign in with.</summary>
    public const int LongestName = 100;

    // Somebody who is not known costs as much work as somebody who is.
    private static readonly Person Nobody = new() { UserName = "nobody" };

    private static string? _nobodysHash;

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (HttpContext http) => Page(http, null, false, false)).AllowAnonymous();
        app.MapPost("/sign-in", EnterAsync).AllowAnonymous();
        app.MapPost("/sign-out", (Delegate)LeaveAsync).AllowAnonymous().WithMetadata(new NeedsNoProof());
    }

    /// <summary>
    /// Where somebody goes after coming in: back to what was being typed when the session ended by itself, else to the tables.
    /// </summary>
    internal static async Task<string> AfterAsync(
        HttpContext http, Drafts drafts, Sessions sessions, WaysBack ways, CookieAuthenticationOptions cookie, Person person, TimeProvider clock,
        CancellationToken cancellation, bool withCard = false, bool onlyAtWork = false)
    {
        if ((withCard || http.Typed().Is(WithCard)) && Invitations.Held.By(http) is not null)
        {
            return "/welcome/you";
        }

        // A card that somebody else opened on this device is not shown to who signs in next.
        Invitations.Held.Forget(http);
        var me = new Domain.Access.PersonId(person.Id);
        if (await ways.IsComingBackAsync(me, cancellation))
        {
            // Before anything else: somebody may be coming in as this person, who can stop it there.
            return "/tables";
        }

        var shutBefore = (await ways.OfAsync(me, cancellation)).ShutBefore(clock.GetUtcNow());
        if (await drafts.OfAsync(me, cancellation, shutBefore, onlyAtWork) is not [var last, ..] || clock.GetUtcNow() - last.At >= TimeSpan.FromHours(12))
        {
            return "/tables";
        }

        // Who signed out, or sits at another device, did not just lose a page.
        var lostIt = last.Fields.ContainsKey(DraftPages.LateField)
            || (Forms.KeyOf(http, cookie) is { } key && await sessions.OwnerOfAsync(key, cancellation) == me);
        return lostIt ? $"/drafts/{last.Id.Value}" : "/tables";
    }

    /// <summary>The page for a passkey that does not fit, whatever is the matter with it.</summary>
    /// <param name="http">The request.</param>
    internal static IResult WrongKey(HttpContext http) =>
        Pages.With(SignInView.Create(ScreenOf(http, null, false, false) with { WrongKey = true }), StatusCodes.Status422UnprocessableEntity);

    /// <summary>The page for who tried too often.</summary>
    /// <param name="http">The request.</param>
    internal static IResult TooOften(HttpContext http) => Pages.With(Page(http, null, false, true), StatusCodes.Status429TooManyRequests);

    private static IResult Page(HttpContext http, string? name, bool wrong, bool tooOften) => SignInView.Create(ScreenOf(http, name, wrong, tooOften));

    private static Screen ScreenOf(HttpContext http, string? name, bool wrong, bool tooOften) =>
        new(Frame.Of(http, Text.T("access.sign-in")) with { Narrow = true }, name, wrong, tooOften, http.Request.Query[WithCard] == "yes" || http.Typed().Is(WithCard))
        {
            WithCode = !string.IsNullOrEmpty(http.Typed()["code"]),
            Organisations = http.RequestServices.GetRequiredService<Organisations>().All,
        };

    private static async Task<IResult> EnterAsync(
        HttpContext http, UserManager<Person> people, IPasswordHasher<Person> hasher, Drafts drafts, Sessions sessions, TimeProvider clock,
        WaysBack ways, SignInPace pace, SecondStep second, IOptionsMonitor<CookieAuthenticationOptions> cookies, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var name = Domain.Access.Words.Tidy(typed["name"]) ?? "";
        var password = typed["password"] ?? "";
        if (!pace.May(http.Connection.RemoteIpAddress, name))
        {
            return Pages.With(Page(http, name, false, true), StatusCodes.Status429TooManyRequests);
        }

        var person = name.Length is 0 or > LongestName || password.Length > 200 ? null : await people.FindByNameAsync(name);
        var nobodysHash = _nobodysHash ??= hasher.HashPassword(Nobody, "nobody's password");
        bool Fits(string? hash) =>
            hasher.VerifyHashedPassword(person ?? Nobody, hash ?? nobodysHash, password) != PasswordVerificationResult.Failed && hash is not null;

        // Who lost the password comes in here with the one they chose when they asked, once it counts.
        var fits = Fits(person?.PasswordHash) || await ways.RenewAsync(person is null ? null : new Domain.Access.PersonId(person.Id), Fits);
        var came = await second.ComeAsync(http, person, fits, typed["code"], cancellation);
        if (person is null || came == CameIn.No)
        {
            return Pages.With(Page(http, name, true, false), StatusCodes.Status422UnprocessableEntity);
        }

        pace.CameIn(http.Connection.RemoteIpAddress, name);
        AskedHere.Forget(http);
        if (came == CameIn.SetsUpFirst)
        {
            Invitations.Held.Forget(http);
            await http.BeginSettingUpAsync(person);
            return Pages.Done(CodePages.SetUp);
        }

        await http.BeginSessionAsync(person);
        return Results.Redirect(await AfterAsync(
            http, drafts, sessions, ways, cookies.Get(CookieAuthenticationDefaults.AuthenticationScheme), person, clock, cancellation));
    }

    private static async Task<IResult> LeaveAsync(HttpContext http)
    {
        if (Forms.IsFromElsewhere(http.Request))
        {
            return Pages.Done("/sign-in");
        }

        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        Invitations.Held.Forget(http);
        Saying.Say(http, "access.signed-out");
        return Pages.Done("/sign-in");
    }
}
