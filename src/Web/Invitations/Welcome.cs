using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Invitations;

/// <summary>Somebody comes with a card or a link, reads who invites and what for, and says yes or no. Nobody needs an account for that.</summary>
public static class Welcome
{
    // No name to sign in with begins with a space: guessing codes is counted apart.
    private const string Guessing = " code";

    /// <summary>What the page with the field for the code shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Wrong">Whether it leads nowhere; nobody can tell why.</param>
    /// <param name="TooOften">Whether it was tried too often.</param>
    public sealed record CodeScreen(Frame Frame, string? Typed, bool Wrong, bool TooOften);

    /// <summary>What the page with the invitation shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Invited">The invitation.</param>
    /// <param name="SignedIn">Whether somebody is signed in here.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record YouScreen(Frame Frame, Invited Invited, bool SignedIn, Typed Typed, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, rule == CommonRules.NotTooLong ? "words" : null, Pages.Sentence(rule)) : null;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/welcome", (HttpContext http) => AskCode(http, null, false, false)).AllowAnonymous();
        app.MapPost("/welcome", (HttpContext http, Door door, SignInPace pace, CancellationToken cancellation) =>
            TakeAsync(http, http.Typed()["code"], door, pace, cancellation)).AllowAnonymous();
        app.MapGet("/welcome/{code:length(12,20)}", (HttpContext http, string code, Door door, SignInPace pace, CancellationToken cancellation) =>
            TakeAsync(http, code, door, pace, cancellation)).AllowAnonymous();
        app.MapGet("/welcome/you", (HttpContext http, Door door, CancellationToken cancellation) =>
            ShowAsync(http, door, Typed.Nothing, null, cancellation)).AllowAnonymous();
        app.MapPost("/welcome/no", RefuseAsync).AllowAnonymous();
        app.MapGet("/welcome/said-no", IResult (HttpContext http) =>
            SaidNoView.Create(new FrontPages.Screen(Frame.Of(http, Text.T("invitations.said-no")) with { Narrow = true }))).AllowAnonymous();
    }

    /// <summary>The page for a code that leads nowhere: unknown, used, refused, taken back and too old look the same.</summary>
    /// <param name="http">The request.</param>
    public static IResult Nowhere(HttpContext http)
    {
        Held.Forget(http);
        return Pages.With(AskCode(http, null, true, false), StatusCodes.Status404NotFound);
    }

    private static IResult AskCode(HttpContext http, string? typed, bool wrong, bool tooOften) =>
        WelcomeView.Create(new CodeScreen(Frame.Of(http, Text.T("invitations.welcome")) with { Narrow = true }, typed, wrong, tooOften));

    private static async Task<IResult> TakeAsync(HttpContext http, string? typed, Door door, SignInPace pace, CancellationToken cancellation)
    {
        if (!pace.May(http.Connection.RemoteIpAddress, Guessing))
        {
            return Pages.With(AskCode(http, typed, false, true), StatusCodes.Status429TooManyRequests);
        }

        if (InvitationCode.Tidy(typed) is not { } code)
        {
            return Pages.With(AskCode(http, typed, true, false), StatusCodes.Status404NotFound);
        }

        try
        {
            await door.InvitedAsync(code, Held.PersonOf(http), cancellation);
        }
        catch (RefusedException)
        {
            return Pages.With(AskCode(http, typed, true, false), StatusCodes.Status404NotFound);
        }

        pace.CameIn(http.Connection.RemoteIpAddress, Guessing);
        new Held(code, null).Keep(http);
        return Pages.Done("/welcome/you");
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        if (Held.By(http) is not { } held)
        {
            return Nowhere(http);
        }

        try
        {
            var person = Held.PersonOf(http);
            var invited = await door.InvitedAsync(held.Code, person, cancellation);
            var frame = Frame.Of(http, Text.T(invited.Asker is null ? "invitations.asks-you" : "consults.asks-you", invited.By)) with { Narrow = true };
            return YouView.Create(new YouScreen(frame, invited, person is not null, typed, broken));
        }
        catch (RefusedException)
        {
            return Nowhere(http);
        }
    }

    private static async Task<IResult> RefuseAsync(HttpContext http, Door door, CancellationToken cancellation)
    {
        if (Held.By(http) is not { } held)
        {
            return Nowhere(http);
        }

        var typed = http.Typed();
        try
        {
            return await Pages.TryAsync(
                async () =>
                {
                    await door.RefuseAsync(held.Code, Held.PersonOf(http), typed["words"], cancellation);
                    Held.Forget(http);
                    return "/welcome/said-no";
                },
                broken => ShowAsync(http, door, typed, broken, cancellation));
        }
        catch (RefusedException)
        {
            return Nowhere(http);
        }
    }
}
