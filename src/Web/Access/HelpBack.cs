using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Access;

/// <summary>
/// Somebody was asked, in person, to help another back in. Everybody has this page: it does not show who was chosen, and a code that is none looks
/// like one that is for others.
/// </summary>
public static class HelpBack
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Code">What was typed.</param>
    /// <param name="Whom">Whom one would help; null before a code that fits.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, string? Code, string? Whom, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, "code", Pages.Sentence(rule)) : null;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/me/help", (HttpContext http) => Page(http, null, null, null));
        app.MapPost("/me/help", LookAsync).WithMetadata(new KeptNowhere());
        app.MapPost("/me/help/yes", HelpAsync).WithMetadata(new KeptNowhere());
    }

    private static IResult Page(HttpContext http, string? code, string? whom, Rule? broken) => HelpBackView.Create(new Screen(
        Frame.Of(http, whom is null ? Text.T("access.help") : Text.T("access.help-whom", whom), here: "me") with { Narrow = true }, code, whom, broken));

    private static Task<IResult> LookAsync(HttpContext http, WaysBack ways, CancellationToken cancellation) => TryAsync(
        http, async code => Page(http, code, await ways.WhomAsync(http.Caller().Person, code, cancellation), null));

    private static Task<IResult> HelpAsync(HttpContext http, WaysBack ways, CancellationToken cancellation) => TryAsync(
        http,
        async code =>
        {
            await ways.HelpAsync(http.Caller().Person, code, cancellation);
            Saying.Say(http, "access.helped");
            return Pages.Done("/me");
        });

    private static async Task<IResult> TryAsync(HttpContext http, Func<string, Task<IResult>> work)
    {
        // Counted for this person, and no name to sign in with begins with a space.
        var typed = http.Typed()["code"];
        if (!http.RequestServices.GetRequiredService<SignInPace>().May(http.Connection.RemoteIpAddress, " help " + http.Caller().Person.Value))
        {
            return Pages.With(Page(http, typed, null, ChangePassword.NotTooOften), StatusCodes.Status429TooManyRequests);
        }

        try
        {
            return await work(WaysBack.Tidy(typed) ?? throw new RuleBrokenException(WayBackRules.CodeIsOpen));
        }
        catch (RuleBrokenException broken)
        {
            return Pages.With(Page(http, typed, null, broken.Rule), StatusCodes.Status422UnprocessableEntity);
        }
    }
}
