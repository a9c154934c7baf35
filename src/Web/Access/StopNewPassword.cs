using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Access;

/// <summary>
/// Somebody stops a new password that two said yes to. The password is typed first: else whoever holds an open phone shuts out for good who has just
/// found a way back in.
/// </summary>
public static class StopNewPassword
{
    /// <summary>Where.</summary>
    public const string Address = "/me/stop-new-password";

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, AskAsync).WithMetadata(new AtWork());
        app.MapPost(Address, StopAsync).WithMetadata(new AtWork(), new KeptNowhere());
    }

    private static Task<IResult> AskAsync(HttpContext http, Sure sure, WaysBack ways, CancellationToken cancellation) => ShowAsync(http, sure, ways, null, cancellation);

    private static async Task<IResult> ShowAsync(HttpContext http, Sure sure, WaysBack ways, Rule? broken, CancellationToken cancellation)
    {
        if (!await ways.IsComingBackAsync(http.Caller().Person, cancellation))
        {
            return Pages.Done("/me");
        }

        var screen = new CodePages.SureScreen(
            Frame.Of(http, Text.T("access.stop-heading"), here: "me") with { Narrow = true }, Text.T("access.stop-how"), Text.T("access.stop-it"),
            Sure.Asks(http, await sure.PersonAsync(http)), KeyRules.Mend(broken));
        var page = SureView.Create(screen with { Back = "/me", BackTo = Text.T("access.me") });
        return broken is { } rule ? Pages.With(page, Pages.StatusOf(rule)) : page;
    }

    private static async Task<IResult> StopAsync(HttpContext http, Sure sure, WaysBack ways, CancellationToken cancellation)
    {
        if (sure.Broken(http, await sure.PersonAsync(http)) is { } broken)
        {
            return await ShowAsync(http, sure, ways, broken, cancellation);
        }

        await ways.StopAsync(http.Caller().Person);
        Saying.Say(http, "access.stopped");
        return Pages.Done("/me");
    }
}
