using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.OwnStories;

/// <summary>A child says with whom its words may go along, when somebody takes the own story along. With nobody, until it says so (R7).</summary>
public static class LetWordsGo
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">The child.</param>
    /// <param name="Typed">What was ticked.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the page before.</summary>
        public string Back => $"/tables/{Circle.Id.Value}/story";

        /// <summary>Whether somebody is ticked: what was just ticked, else what stands.</summary>
        /// <param name="seat">Who.</param>
        public bool Has(Seat seat) => Typed.Is("asked")
            ? Typed.All("with").Contains(seat.Id.Value.ToString())
            : Circle.LetsGo(Me, seat);
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/story/let-go", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/story/let-go", SayAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.TakeAlong, cancellation);
        OnlyForAChild(visit);
        var frame = Frame.Of(http, Text.T("ownstories.let-go"), visit.Circle.Id) with { Narrow = true };
        return LetWordsGoView.Create(new Screen(frame, visit.Circle, visit.Me, typed, broken));
    }

    private static async Task<IResult> SayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await TableForm.ChangeAsync(
            http, circle, door, Permission.TakeAlong,
            visit =>
            {
                OnlyForAChild(visit);
                visit.Circle.LetWordsGo(visit.Circle.SetOf(typed.Seats("with")), visit.Act);
            },
            "ownstories.let-go-done", "/story", broken => AskAsync(http, circle, door, typed, broken, cancellation), cancellation);
    }

    // For anybody else there is no such page; that only a child says it, the table itself knows.
    private static void OnlyForAChild(Visit visit)
    {
        if (!visit.Me.IsChildOfTheTable)
        {
            throw new RefusedException();
        }
    }
}
