using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Views;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Views;

/// <summary>Somebody says how they see one child today. It never changes: later they say it anew (INV-10).</summary>
public static class LayView
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who speaks.</param>
    /// <param name="Child">Which child; null while not chosen.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Seat? Child, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the form.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/views/new";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/views/new", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/views/new", LayAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var chosen = typed.Id("child") ?? (Guid.TryParse(http.Request.Query["child"], out var asked) ? asked : null);
        return LayViewView.Create(new Screen(
            Frame.Of(http, Text.T("views.lay"), visit.Circle.Id, "views") with { Narrow = true }, visit.Circle, visit.Me,
            ChildOf(visit.Circle, visit.Me, chosen), typed, broken));
    }

    private static async Task<IResult> LayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                var child = await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Speak,
                    async visit =>
                    {
                        var child = new SeatId(typed.Id("child") ?? Guid.Empty);
                        visit.Lay(View.Lay(
                            visit.Circle, child, typed["safe"], typed.Is("safe-unknown"), typed["growing"], typed.Is("growing-unknown"),
                            typed["basis"], typed["because"], LayDown.AudienceOf(visit, typed), visit.Act));
                        return child;
                    },
                    cancellation,
                    http.Spent());
                Saying.Say(http, "views.laid");
                return $"/tables/{circle}/views#child-{child.Value}";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }

    // Where only one child can be meant, nobody is asked which.
    private static Seat? ChildOf(Circle circle, Seat me, Guid? chosen)
    {
        var children = circle.Children.ToList();
        return children.Find(child => child.Id.Value == chosen)
            ?? (children.Count == 1 ? children[0] : children.Find(child => child.Number == me.Number));
    }
}
