using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Views;

/// <summary>Everybody's view side by side, each as large as the other (R42). Hosts choose whether they stand by time or by seat.</summary>
public static class SeeViews
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Children">The views, for each child apart.</param>
    public sealed record Screen(Frame Frame, Sight Sight, IReadOnlyList<ChildViews> Children)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}/views";

        /// <summary>How a card is shown.</summary>
        /// <param name="slip">The slip.</param>
        public SlipScreen Card(Slip slip) => new(Sight.Circle, Sight.Me, slip.Contribution, Frame.Now, Sight.IsNew(slip), 0);

        /// <summary>Whether it lies folded: where parents live apart, neither need meet the other's view unasked (T20).</summary>
        /// <param name="slip">The slip.</param>
        public bool IsFolded(Slip slip) => Sight.Circle.LiveApart(Sight.Me, Sight.Circle.SeatAt(slip.By));
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/views", ShowAsync);
        app.MapPost("/tables/{circle:guid}/views/order", ChooseAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Views(), cancellation);
        http.Response.RegisterForDispose(sight);
        return SeeViewsView.Create(new Screen(Frame.Of(http, Text.T("views.heading"), sight, "views"), sight, ChildViews.Of(sight)));
    }

    private static async Task<IResult> ChooseAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var order = http.Typed().One<ViewOrder>("order");
        await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Host,
            visit =>
            {
                if (order is { } chosen)
                {
                    visit.Circle.Choose(chosen, visit.Act);
                }

                return Task.FromResult(true);
            },
            cancellation);
        return Pages.Done($"/tables/{circle}/views");
    }
}
