using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Incidents;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Incidents;

/// <summary>What people of a table look at together, as far as this reader may read it. Nothing is counted.</summary>
public static class SeeIncidents
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}/incidents";

        /// <summary>What lies here, the newest first.</summary>
        public IReadOnlyList<SlipScreen> Cards { get; } =
        [
            .. Sight.Slips.Where(slip => !slip.IsLaidAside)
                .Select(slip => new SlipScreen(Sight.Circle, Sight.Me, slip.Contribution, Frame.Now, Sight.IsNew(slip), 0)),
        ];
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/incidents", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Of("incidents", typeof(Incident)), cancellation);
        http.Response.RegisterForDispose(sight);
        return SeeIncidentsView.Create(new Screen(Frame.Of(http, Text.T("incidents.heading"), sight, "talks"), sight));
    }
}
