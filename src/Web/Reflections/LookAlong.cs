using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Reflections;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Reflections;

/// <summary>The colleague's own page: says yes or no, sees what waits, and can stop. It is all of the table this person reaches (C28).</summary>
public static class LookAlong
{
    /// <summary>It is yes, or no.</summary>
    public static readonly Rule YesOrNo = new("figure.reflect-yes-or-no");

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Sight Sight, Rule? Broken)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}/along";

        /// <summary>The central figure.</summary>
        public CentralFigure Figure => Sight.Circle.FigureWith(Sight.Me.Number)!;

        /// <summary>With whom the reader reflects.</summary>
        public Seat Who => Sight.Circle.SeatAt(Figure.Who);

        /// <summary>What the reader was asked along for, what waits for them first.</summary>
        public IReadOnlyList<SlipScreen> Reflections { get; } =
        [
            .. Sight.Slips.Where(slip => !slip.Contribution.IsTakenBack)
                .OrderBy(slip => ((Reflection)slip.Contribution).TurnOf(Sight.Me) is null)
                .Select(slip => new SlipScreen(Sight.Circle, Sight.Me, slip.Contribution, Frame.Now, false, 0)),
        ];
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/along", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
            ShowAsync(http, circle, door, null, cancellation));
        app.MapPost("/tables/{circle:guid}/along", AnswerAsync);
        app.MapPost("/tables/{circle:guid}/along/stop", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) => ChangeAsync(
            http, circle, door, visit => visit.Circle.StopReflecting(http.Typed().Number("seen"), visit.Act), "/tables", "reflections.stopped-me", cancellation));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, Rule? broken, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Along(), cancellation);
        http.Response.RegisterForDispose(sight);
        var heading = Text.T("reflections.along-with", sight.Circle.SeatAt(sight.Circle.FigureWith(sight.Me.Number)!.Who).Name);
        return LookAlongView.Create(new Screen(Frame.Of(http, heading) with { Narrow = true }, sight, broken));
    }

    private static Task<IResult> AnswerAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var answer = http.Typed()["along"];
        return ChangeAsync(
            http, circle, door,
            visit => visit.Circle.AcceptToReflect(answer is "yes" || (answer is "no" ? false : throw new RuleBrokenException(YesOrNo)), visit.Act),
            answer == "yes" ? $"/tables/{circle}/along" : "/tables", answer == "yes" ? "reflections.accepted" : "reflections.stopped-me", cancellation);
    }

    private static Task<IResult> ChangeAsync(
        HttpContext http, Guid circle, Door door, Action<Visit> change, string next, string told, CancellationToken cancellation) => Pages.TryAsync(
        async () =>
        {
            await door.ChangeAsync(
                http.Caller(),
                new CircleId(circle),
                Permission.Reflect,
                visit =>
                {
                    change(visit);
                    return Task.FromResult(true);
                },
                cancellation,
                http.Spent());
            Saying.Say(http, told);
            return next;
        },
        broken => ShowAsync(http, circle, door, broken, cancellation));
}
