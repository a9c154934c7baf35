using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Endings;
using Keukentafel.Domain.OwnStories;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Endings;

/// <summary>"Our booklet": on paper, to keep. What is in it the domain says.</summary>
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

        /// <summary>The chapters that have something in them, each the oldest first.</summary>
        public IReadOnlyList<IGrouping<BookletChapter, Contribution>> Chapters =>
        [
            .. Sight.Slips.Select(slip => slip.Contribution).OrderBy(thing => thing.At)
                .GroupBy(thing => Booklet.ChapterOf(thing)!.Value).OrderBy(chapter => chapter.Key),
        ];

        /// <summary>What the reader said for later, and children who let their words go along.</summary>
        public IReadOnlyList<LaterSaid> Later =>
            [.. Sight.Circle.Later.Where(said => Booklet.TakesWordsOf(Sight.Circle, Sight.Circle.SeatAt(said.By), Sight.Me))];
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/booklet", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Booklet("booklet"), cancellation);
        http.Response.RegisterForDispose(sight);
        return BookletView.Create(new Screen(Frame.Of(http, Text.T("endings.booklet")) with { Narrow = true }, sight));
    }
}
