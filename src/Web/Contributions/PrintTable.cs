using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Overviews;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Views;

namespace Keukentafel.Web.Contributions;

/// <summary>Everything that this reader may read at a table, on one page made for paper (R35: with kind, source, date and answers).</summary>
public static class PrintTable
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        /// <summary>The address of the table.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}";

        /// <summary>Whose table it is.</summary>
        public string Owners => Text.Names([.. Sight.Circle.Owners.Select(seat => seat.Name)]);

        /// <summary>The views, for each child apart.</summary>
        public IReadOnlyList<ChildViews> Children { get; } = ChildViews.Of(Sight);

        /// <summary>The parents who live apart from the reader; their words get a sheet of their own (T20).</summary>
        public IEnumerable<Seat> Others => Sight.Circle.ApartFrom(Sight.Me).Seats().Select(Sight.Circle.SeatAt);

        /// <summary>The slips of one kind, the newest first, without what hangs under another.</summary>
        /// <typeparam name="T">The kind.</typeparam>
        public IEnumerable<Slip> Of<T>()
            where T : Contribution => Sight.Slips.Where(slip => slip.Kind == typeof(T) && !HangsUnder(slip) && IsHere(slip));

        /// <summary>What plays a part, the oldest first, and what came out of questionnaires after it.</summary>
        public IReadOnlyList<Slip> Overview { get; } =
        [
            .. new[] { typeof(Overview), typeof(Factor), typeof(InstrumentOutcome) }
                .SelectMany(kind => Sight.Slips.Where(slip => slip.Kind == kind && !Sight.Circle.ApartFrom(Sight.Me).Has(slip.By)).Reverse()),
        ];

        /// <summary>Whether it stands among the rest, and not on the sheet of a parent who lives apart.</summary>
        /// <param name="slip">The slip.</param>
        public bool IsHere(Slip slip) => !Sight.Circle.ApartFrom(Sight.Me).Has(slip.By);

        /// <summary>Everything with words of a parent on it, for that parent's sheet: whole, so that what is answered stands beside it (R35).</summary>
        /// <param name="other">The parent.</param>
        public IReadOnlyList<SlipScreen> SheetOf(Seat other) =>
        [
            .. Sight.Slips.Where(slip => !slip.WordsOf(SeatSet.Of(other.Number)).IsEmpty).Select(slip => Card(slip) with { Folds = SeatSet.None }),
        ];

        /// <summary>What hangs under a slip, the oldest first.</summary>
        /// <param name="slip">The slip.</param>
        public IEnumerable<Slip> Under(Slip slip) => Sight.Slips.Where(other => other.Under == slip.Id && IsHere(other)).Reverse();

        /// <summary>How a slip is shown: whole.</summary>
        /// <param name="slip">The slip.</param>
        public SlipScreen Card(Slip slip) => new(Sight.Circle, Sight.Me, slip.Contribution, Frame.Now, false, 0, Alone: true);

        private bool HangsUnder(Slip slip) => slip.Under is { } under && Sight.Slips.Any(other => other.Id == under);
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/print", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.All("print"), cancellation);
        http.Response.RegisterForDispose(sight);
        return PrintTableView.Create(new Screen(Frame.Of(http, Text.T("circles.table-of"), sight), sight));
    }
}
