using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Consults;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Consults;

/// <summary>People see what was asked in the background, as far as they may read it (R98).</summary>
public static class SeeConsults
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}/consults";

        /// <summary>The questions, the newest first.</summary>
        public IReadOnlyList<SlipScreen> Consults { get; } =
        [
            .. Sight.Slips.Where(slip => !slip.IsLaidAside)
                .Select(slip => new SlipScreen(Sight.Circle, Sight.Me, slip.Contribution, Frame.Now, Sight.IsNew(slip), 0)),
        ];
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/consults", async (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Of("consults", typeof(Consult)), cancellation);
        http.Response.RegisterForDispose(sight);
        return (IResult)SeeConsultsView.Create(new Screen(Frame.Of(http, Text.T("consults.heading"), sight, "talks") with { Narrow = true }, sight));
    });
}
