using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Reflections;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Reflections;

/// <summary>
/// The guest ends it: the colleague, or the face too. A host says of either "not for me", and reads before it who reads that: the guest, and none of the other
/// hosts (T20). Nobody owes a reason (D8). When it ended the table says so (R90).
/// </summary>
public static class StopFace
{
    /// <summary>It is the colleague, or the face too.</summary>
    public static readonly Rule SaysWhat = new("figure.says-what");

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who would end it.</param>
    /// <param name="Figure">The central figure: who looks, or the one that holds for who looks.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, CentralFigure Figure)
    {
        /// <summary>The guest.</summary>
        public Seat Who => Circle.SeatAt(Figure.Who);

        /// <summary>Whether there is a colleague who can be ended.</summary>
        public bool HasColleague => Figure.Colleague is not null && (Who == Me || Circle.IsColleagueFor(Figure, Me));
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/face/stop", AskAsync);
        app.MapPost("/tables/{circle:guid}/face/stop", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
        {
            var typed = http.Typed();
            return SeeFace.ChangeAsync(
                http, circle, door, Permission.Speak,
                visit =>
                {
                    switch (typed["stop"])
                    {
                        case "colleague":
                            visit.Circle.StopReflecting(typed.Number("seen"), visit.Act);
                            break;
                        case "face":
                            visit.Circle.StopFigure(typed.Number("seen"), visit.Act);
                            break;
                        default:
                            throw new RuleBrokenException(SaysWhat);
                    }
                },
                "reflections.stopped", cancellation);
        });
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var hosts = visit.Me.Side == SeatSide.Host;
        var figure = (hosts ? visit.Circle.FigureFor(visit.Me) : visit.Circle.FigureWith(visit.Me.Number)) ?? throw new RefusedException();
        return StopFaceView.Create(new Screen(
            Frame.Of(http, Text.T(hosts ? "reflections.not-for-me" : "reflections.stop"), visit.Circle.Id, "talks") with { Narrow = true },
            visit.Circle, visit.Me, figure));
    }
}
