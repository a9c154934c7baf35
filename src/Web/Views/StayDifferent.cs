using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Views;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Views;

/// <summary>Somebody says that a difference stays (INV-26, R47). Nobody won, nothing is closed.</summary>
public static class StayDifferent
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Me">Who says it.</param>
    /// <param name="Card">The difference.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Seat Me, SlipScreen Card, Typed Typed, Rule? Broken);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/things/{id:guid}/stays", async (HttpContext http, Guid circle, Guid id, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, id, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/things/{id:guid}/stays", StayAsync);
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Guid id, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var difference = await visit.ShowAsync<Difference>(new ContributionId(id), "stays", cancellation);
        var frame = Frame.Of(http, Text.T("views.stay"), visit.Circle.Id, "views");
        return StayDifferentView.Create(new Screen(
            frame, visit.Me, new SlipScreen(visit.Circle, visit.Me, difference, frame.Now, false, 0, Alone: true), typed, broken));
    }

    private static async Task<IResult> StayAsync(HttpContext http, Guid circle, Guid id, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Speak,
                    async visit =>
                    {
                        var difference = await visit.FindAsync<Difference>(new ContributionId(id), cancellation);
                        difference.Stay(typed["words"], visit.Act);
                        return true;
                    },
                    cancellation,
                    http.Spent());
                Saying.Say(http, "views.stayed");
                return $"/tables/{circle}/things/{id}";
            },
            broken => AskAsync(http, circle, id, door, typed, broken, cancellation));
    }
}
