using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Domain.Talks;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Involvements;

/// <summary>
/// How busy it is for the family (R99): who comes, for whom they work, what was planned, who came and went. To talk about, for the family and who works with
/// them, at this one table.
/// </summary>
public static class SeeLoad
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        /// <summary>The table.</summary>
        public Circle Circle => Sight.Circle;

        /// <summary>The reader.</summary>
        public Seat Me => Sight.Me;

        /// <summary>The address of the table.</summary>
        public string Address => $"/tables/{Circle.Id.Value}";

        /// <summary>The day, where people sit.</summary>
        public DateOnly Today => Days.Of(Frame.Now);

        /// <summary>Who comes, and who came and went.</summary>
        public Load Load { get; } = Sight.Circle.LoadFor(Sight.Me, Frame.Now);

        /// <summary>The talks to come that this reader may read of, the first day first.</summary>
        public IReadOnlyList<Talk> Talks { get; } =
        [
            .. Sight.Slips.Select(slip => (Talk)slip.Contribution)
                .Where(talk => !talk.IsTakenBack && talk.IsPlanned && talk.Day is { } day && Load.IsAhead(day, Days.Of(Frame.Now)))
                .OrderBy(talk => talk.Day),
        ];

        /// <summary>Those of whom the reader can say that a step back would be good: a host of everybody, a professional of themselves.</summary>
        public IEnumerable<Seat> CanStepBack => Load.Faces.Where(seat => Me.Side == SeatSide.Host || seat.Number == Me.Number);
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(
        "/tables/{circle:guid}/load",
        async Task<IResult> (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
        {
            // Asked first, so that the trail never says that somebody was shown what they were not.
            await using (var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Read, cancellation))
            {
                if (!Circle.MaySeeLoad(visit.Me))
                {
                    throw new RefusedException();
                }
            }

            var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Of("load", typeof(Talk)), cancellation);
            http.Response.RegisterForDispose(sight);
            return SeeLoadView.Create(new Screen(Frame.Of(http, Text.T("involvements.load"), sight, "talks") with { Narrow = true }, sight));
        });
}
