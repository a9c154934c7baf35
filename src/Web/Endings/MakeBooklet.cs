using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Endings;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Wishes;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Endings;

/// <summary>
/// "Our booklet": the own good words, wishes, agreements and drawings on paper, to keep. Worries and sentences about people are not in it: those go along
/// in the own story. A child's words and drawings are in somebody else's booklet only with that child's yes.
/// </summary>
public static class MakeBooklet
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        /// <summary>The address of the page before this one.</summary>
        public string Table => $"/tables/{Sight.Circle.Id.Value}";

        /// <summary>Whose table it is.</summary>
        public string Owners => Text.Names([.. Sight.Circle.Owners.Select(seat => seat.Name)]);

        /// <summary>The family and their own people.</summary>
        public IEnumerable<Seat> People => Sight.Circle.Seats.Where(seat => !seat.IsGuest);

        /// <summary>The chapters that have something in them.</summary>
        public IReadOnlyList<(string Key, IReadOnlyList<Contribution> Things)> Chapters =>
        [
            .. Kinds.Select(kind => (kind.Key, (IReadOnlyList<Contribution>)[
                .. Sight.Slips.Select(slip => slip.Contribution).Where(thing => kind.Types.Contains(thing.GetType())).OrderBy(thing => thing.At),
            ])).Where(chapter => chapter.Item2.Count > 0),
        ];

        /// <summary>What the reader said for later, and others who let their words go along.</summary>
        public IReadOnlyList<LaterSaid> Later => [.. Sight.Circle.Later.Where(said => GoesAlong(Sight.Circle, Sight.Circle.SeatAt(said.By), Sight.Me))];

        /// <summary>What was answered to a wish of the reader.</summary>
        /// <param name="thing">The wish.</param>
        public IEnumerable<(string By, string Words)> AnswersTo(Contribution thing) => thing is Wish wish && wish.By == Sight.Me.Number
            ? wish.WishAnswers.Where(answer => answer.Words is not null && Sight.Circle.LetsGo(Sight.Circle.SeatAt(answer.By), Sight.Me)).Select(answer => (Sight.Circle.SeatAt(answer.By).Name, answer.Words!))
            : [];
    }

    private static readonly (string Key, Type[] Types)[] Kinds =
    [
        ("good", [typeof(GoodThing)]),
        ("wishes", [typeof(Wish)]),
        ("helps", [typeof(Help), typeof(Protection)]),
        ("agreed", [typeof(Goal), typeof(Agreement)]),
    ];

    private static readonly Type[] Types = [.. Kinds.SelectMany(kind => kind.Types)];

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/booklet", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var look = Look.Booklet("booklet", (table, thing, me) =>
            Types.Contains(thing.GetType()) && thing.TakenBackAt is null && GoesAlong(table, table.SeatAt(thing.By), me) && !IsForMeAlone(thing, me));
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), look, cancellation);
        http.Response.RegisterForDispose(sight);
        return BookletView.Create(new Screen(Frame.Of(http, Text.T("endings.booklet")) with { Narrow = true }, sight));
    }

    // Grown-ups take their own words along; a booklet lies on a table, so what nobody else may read is not in it.
    private static bool GoesAlong(Circle circle, Seat speaker, Seat me) =>
        speaker.Number == me.Number || (speaker.IsChildOfTheTable && circle.LetsGo(speaker, me));

    private static bool IsForMeAlone(Contribution thing, Seat me) => thing.Audience.IsWithin(Audience.These(SeatSet.Of(me.Number)));
}
