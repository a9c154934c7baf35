using Keukentafel.Data.Nudges;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Nudges;

/// <summary>Somebody turns it off: one press, without a password, as nobody gains by it.</summary>
public static class TurnNudgeOff
{
    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost(NudgesArea.Off, TurnOffAsync).WithMetadata(new KeptNowhere());

    private static async Task<IResult> TurnOffAsync(HttpContext http, Sure sure, NudgeKeeper keeper)
    {
        await MyNudge.PersonAsync(http, sure);
        await keeper.TurnOffAsync(http.Caller().Person);
        Saying.Say(http, "nudges.said-off");
        return Pages.Done("/me");
    }
}
