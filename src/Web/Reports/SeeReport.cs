using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Reports;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Reports;

/// <summary>
/// The letter: what is passed on, as it goes out on paper (R37, R62). Sentences stand by kind, each with how one knows it and what people answer; what is answered is
/// marked. Who reads sees only the sentences they may read.
/// </summary>
public static class SeeReport
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Report">What is passed on.</param>
    public sealed record Screen(Frame Frame, Sight Sight, Report Report)
    {
        /// <summary>The table.</summary>
        public Circle Circle => Sight.Circle;

        /// <summary>The reader.</summary>
        public Seat Me => Sight.Me;

        /// <summary>How it is shown itself.</summary>
        public SlipScreen Card { get; } = new(Sight.Circle, Sight.Me, Report, Frame.Now, false, 0, Alone: true);

        /// <summary>The sentences by kind; a kind without one is left out.</summary>
        public IReadOnlyList<IGrouping<StatementKind, SlipScreen>> Sentences { get; } =
        [
            .. Sight.Slips.Where(slip => slip.Contribution is Statement && Report.Sentences.Contains(slip.Id)).OrderBy(slip => slip.At)
                .Select(slip => new SlipScreen(Sight.Circle, Sight.Me, slip.Contribution, Frame.Now, false, 0))
                .GroupBy(card => ((Statement)card.Contribution).Kind).OrderBy(group => group.Key),
        ];

        /// <summary>Whom it is about and who did not answer yet: their places stay open.</summary>
        public IReadOnlyList<Seat> Silent => [.. Circle.Seats.Where(seat => Report.MayBeAnsweredBy(seat) && Report.Answers.All(answer => answer.By != seat.Number))];

        /// <summary>Whether the reader is asked to answer and did not yet.</summary>
        public bool AsksAnswer => !Report.IsTakenBack && Silent.Contains(Me);

        /// <summary>Whether people answered or read a sentence otherwise.</summary>
        /// <param name="card">The sentence.</param>
        public static bool IsSeenOtherwise(SlipScreen card) => card.Contribution is Statement said && (said.Answers.Any() || said.Readings.Any());
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/reports/{id:guid}", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Guid id, Door door, CancellationToken cancellation)
    {
        var look = Look.Of(
            "report",
            (slips, _) => slips.FirstOrDefault(slip => slip.Id.Value == id && slip.Kind == typeof(Report)) is { Contribution: Report report } found
                ? [found, .. slips.Where(slip => report.Sentences.Contains(slip.Id))]
                : [],
            typeof(Report),
            typeof(Statement));
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), look, cancellation);
        http.Response.RegisterForDispose(sight);
        if (sight.Slips.FirstOrDefault(slip => slip.Id.Value == id) is not { Contribution: Report shown })
        {
            throw new RefusedException();
        }

        var frame = Frame.Of(http, Text.T(shown.IsTakenBack ? "contributions.taken-back-head" : "reports.letter"), sight);
        return SeeReportView.Create(new Screen(frame with { Narrow = true }, sight, shown));
    }
}
