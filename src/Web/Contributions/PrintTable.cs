using System.Globalization;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Overviews;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Views;

namespace Keukentafel.Web.Contributions;

/// <summary>
/// Everything that this reader may read at a table, made for paper (R35: with kind, source, date and answers). Where very much lies it comes in parts; of everybody
/// something is in the first, so that nobody pushes others off it by saying much (T20).
/// </summary>
public static class PrintTable
{
    /// <summary>How much stands in one part, besides what it hangs under.</summary>
    public const int MostInPart = 200;

    // How much of one person comes before the next person's turn.
    private const int Together = 10;

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Part">Which part this is.</param>
    /// <param name="Parts">How many there are.</param>
    public sealed record Screen(Frame Frame, Sight Sight, int Part, int Parts)
    {
        /// <summary>The address of the table.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}";

        /// <summary>The address of another part.</summary>
        /// <param name="part">Which.</param>
        public string Other(int part) => $"{Frame.Path}?part={part}";

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

    private static Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
        PartAsync(http, circle, door, choose => Look.Some("print", choose), sight => Frame.Of(http, Text.T("circles.table-of"), sight), cancellation);

    /// <summary>A part of all that somebody may read, as a page made for paper.</summary>
    /// <param name="http">The request.</param>
    /// <param name="circle">At which table.</param>
    /// <param name="door">The door.</param>
    /// <param name="look">The look, out of which the part is chosen.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal static async Task<IResult> PartAsync(
        HttpContext http, Guid circle, Door door, Func<Func<IReadOnlyList<Slip>, Seat, IReadOnlyList<Slip>>, Look> look, Func<Sight, Frame> frame,
        CancellationToken cancellation)
    {
        var part = int.TryParse(http.Request.Query["part"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(number, 1) : 1;
        var parts = 1;
        var chosen = look((slips, _) =>
        {
            parts = Math.Max(1, (slips.Count + MostInPart - 1) / MostInPart);
            part = Math.Min(part, parts);
            return parts == 1 ? slips : PartOf(slips, part);
        });
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), chosen, cancellation);
        http.Response.RegisterForDispose(sight);
        return PrintTableView.Create(new Screen(frame(sight), sight, part, parts));
    }

    // What hangs under something is not read without it.
    private static IReadOnlyList<Slip> PartOf(IReadOnlyList<Slip> slips, int part)
    {
        var here = FairList.Mixed(slips, slip => slip.CountsAs, Together).Skip((part - 1) * MostInPart).Take(MostInPart).ToHashSet();
        var above = here.Select(slip => slip.Under).ToHashSet();
        return [.. slips.Where(slip => here.Contains(slip) || above.Contains(slip.Id))];
    }
}
