using Keukentafel.Data.People;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Keukentafel.Web.Access;

/// <summary>
/// Coming in with a passkey. No name is typed and none is given: the device itself knows which of its passkeys is for here, so nobody learns
/// who is known. Who is not known and what does not fit get the same words.
/// </summary>
public static class KeySignIn
{
    /// <summary>Where the question to the device is fetched.</summary>
    public const string Ask = "/sign-in/key/ask";

    private const int LongestAnswer = 20_000;

    private const string ComingIn = "in";

    // So many questions are kept for one address in ten minutes: a whole office can come in, and nobody fills the disk.
    private const int MostAsked = 200;

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Ask, AskAsync).AllowAnonymous().WithMetadata(new KeptNowhere());
        app.MapPost("/sign-in/key", EnterAsync).AllowAnonymous().WithMetadata(new KeptNowhere());
    }

    private static async Task<IResult> AskAsync(HttpContext http, IPasskeyHandler<Person> handler, Passkeys passkeys, SignInPace pace)
    {
        if (!pace.May(http.Connection.RemoteIpAddress, "\n" + Ask, MostAsked))
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var asked = await handler.MakeRequestOptionsAsync(null, http);
        var question = await passkeys.AskAsync(PasskeyQuestions.Write(ComingIn, asked.AssertionState));
        return Results.Content($$"""{"question":"{{question}}","options":{{asked.RequestOptionsJson}}}""", "application/json");
    }

    private static async Task<IResult> EnterAsync(
        HttpContext http, IPasskeyHandler<Person> handler, Passkeys passkeys, Drafts drafts, Sessions sessions, WaysBack ways, TimeProvider clock,
        IOptionsMonitor<CookieAuthenticationOptions> cookies, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var question = PasskeyQuestions.Read(ComingIn, await passkeys.TakeQuestionAsync(typed["question"]));
        if (question is null || typed["credential"] is not { Length: > 0 and <= LongestAnswer } answer)
        {
            return SignInPages.WrongKey(http);
        }

        var came = await PasskeyQuestions.TryAsync(() => handler.PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = http, CredentialJson = answer, AssertionState = question }));
        if (came is not { Succeeded: true })
        {
            return SignInPages.WrongKey(http);
        }

        await passkeys.UsedAsync(new Domain.Access.PersonId(came.User.Id), came.Passkey);
        AskedHere.Forget(http);
        await http.BeginSessionAsync(came.User);
        return Results.Redirect(await SignInPages.AfterAsync(
            http, drafts, sessions, ways, cookies.Get(CookieAuthenticationDefaults.AuthenticationScheme), came.User, clock, cancellation));
    }
}
