using Keukentafel.Data.Circles;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Web.Circles;

/// <summary>Where somebody sits in the drawing of a table from above. A place is silent when nothing lies there for this reader (D20).</summary>
/// <param name="Seat">Who.</param>
/// <param name="Side">The class of the side: at-top, at-left, at-right, at-bottom.</param>
/// <param name="Among">How many sit on that side.</param>
/// <param name="Nth">Which of them this is, from 1.</param>
/// <param name="Silent">Whether nothing of this person is here for the reader.</param>
public sealed record DrawnSeat(Seat Seat, string Side, int Among, int Nth, bool Silent)
{
    private const int MostOnASide = 6;

    /// <summary>The classes of the place.</summary>
    public string Classes =>
        $"seat seat-{(Seat.Side == SeatSide.Host ? "host" : Seat.Side == SeatSide.Network ? "own" : "guest")}" +
        $"{(Silent ? " seat-empty" : "")} {Side} n-{Among} i-{Nth}";

    /// <summary>Everybody's place; empty when there are too many for a drawing, and the list must do.</summary>
    /// <param name="sight">What was opened.</param>
    public static IReadOnlyList<DrawnSeat> Of(Sight sight)
    {
        var circle = sight.Circle;
        var hosts = circle.Seats.Where(seat => seat.Side == SeatSide.Host).ToList();
        var parents = circle.ParentsApart ? hosts.Where(seat => !seat.IsChildOfTheTable).Take(2).ToList() : [];
        var own = circle.Seats.Where(seat => seat.Side == SeatSide.Network).ToList();
        var half = (own.Count + 1) / 2;
        var top = hosts.Except(parents).ToList();
        List<Seat> left = [.. parents.Take(1), .. own.Take(half)];
        List<Seat> right = [.. parents.Skip(1), .. own.Skip(half)];
        var bottom = circle.Seats.Where(seat => seat.IsGuest).ToList();
        if (new[] { top, left, right, bottom }.Any(side => side.Count > MostOnASide))
        {
            return [];
        }

        return
        [
            .. On(top, "at-top", sight), .. On(left, "at-left", sight), .. On(right, "at-right", sight), .. On(bottom, "at-bottom", sight),
        ];
    }

    private static IEnumerable<DrawnSeat> On(List<Seat> seats, string side, Sight sight) =>
        seats.Select((seat, i) => new DrawnSeat(seat, side, seats.Count, i + 1, !sight.Spoken.Has(seat.Number)));
}
