using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Overviews;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Overviews;

/// <summary>Somebody asks whether it would help to write down together what plays a part (R50): one press, nothing to fill in.</summary>
public static class ProposeOverview
{
    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/tables/{circle:guid}/overview", AskAsync);

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        using (var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Of("overview", typeof(Overview)), cancellation))
        {
            if (OverviewForm.Counting(sight) is not null)
            {
                Saying.Say(http, "overviews.asked-before");
                return Pages.Done($"/tables/{circle}/overview");
            }
        }

        await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Speak,
            visit =>
            {
                visit.Lay(Overview.Propose(visit.Circle, visit.Act));
                return Task.FromResult(true);
            },
            cancellation,
            http.Spent());
        Saying.Say(http, "overviews.asked");
        return Pages.Done($"/tables/{circle}/overview");
    }
}
