using Keukentafel.Data.Nudges;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Nudges;

/// <summary>Somebody types the code that was sent to the own address: from then on it is on.</summary>
public static class ProveNudge
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Code">What was typed.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record Screen(Frame Frame, string? Code, Mend? Mend);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(NudgesArea.Code, ShowAsync);
        app.MapPost(NudgesArea.Code, ProveAsync).WithMetadata(new KeptNowhere());
    }

    private static IResult Page(HttpContext http, string? code, Rule? broken) => ProveNudgeView.Create(new Screen(
        Frame.Of(http, Text.T("nudges.code-heading"), here: "me") with { Narrow = true }, code,
        broken is { } rule ? new Mend(rule, "code", Pages.Sentence(rule)) : null));

    private static async Task<IResult> ShowAsync(HttpContext http, Sure sure, NudgeKeeper keeper, TimeProvider clock, CancellationToken cancellation)
    {
        await MyNudge.PersonAsync(http, sure);
        var nudge = await keeper.OfAsync(http.Caller().Person, cancellation);
        return nudge.WaitsFor(clock.GetUtcNow()) is not null ? Page(http, null, null) : Pages.Done(nudge.IsOn ? "/me" : NudgesArea.Ask);
    }

    private static async Task<IResult> ProveAsync(HttpContext http, Sure sure, NudgeKeeper keeper, TimeProvider clock, CancellationToken cancellation)
    {
        await MyNudge.PersonAsync(http, sure);
        var typed = http.Typed()["code"];
        try
        {
            await keeper.ProveAsync(http.Caller().Person, typed);
        }
        catch (RuleBrokenException broken)
        {
            if ((await keeper.OfAsync(http.Caller().Person, cancellation)).WaitsFor(clock.GetUtcNow()) is not null)
            {
                return Pages.With(Page(http, typed, broken.Rule), Pages.StatusOf(broken.Rule));
            }

            Saying.Say(http, "nudges.said-again");
            return Pages.Done(NudgesArea.Ask);
        }

        Saying.Say(http, "nudges.said-on");
        return Pages.Done("/me");
    }
}
