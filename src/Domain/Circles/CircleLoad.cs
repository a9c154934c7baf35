using Keukentafel.Domain.Access;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Domain.Circles;

/// <summary>How much help asks of this family (R99).</summary>
public sealed partial class Circle
{
    /// <summary>Whether somebody sees it: the hosts, and the professionals who come here. It leaves this table in no list.</summary>
    /// <param name="reader">Who.</param>
    public static bool MaySeeLoad(Seat reader) => reader.Side is SeatSide.Host or SeatSide.Guest;

    /// <summary>How much help asks of this family, made of what one reader may see at this table and of nothing else (T20).</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="at">The moment, UTC.</param>
    public Load LoadFor(Seat reader, DateTimeOffset at)
    {
        IReadOnlyList<Seat> faces = [.. Recognisers(at)];
        var since = at.AddDays(-Load.Days);
        var worksFor = faces.Select(seat => (seat, words: AboutFor(seat.Number, reader)?.WorksFor)).ToList();
        return new Load(
            faces,
            [.. worksFor.Select(one => one.words).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. worksFor.Where(one => one.words is null).Select(one => one.seat)],
            [.. faces.Concat(SteppedBack).Where(seat => (InvolvementOf(seat.Number)?.StartedAt ?? seat.Since) > since)],
            [.. SteppedBack.Where(seat => InvolvementOf(seat.Number)!.LeftAt > since)],
            [
                .. faces.Select(seat => (Day: InvolvementOf(seat.Number)?.Worth.LookAgain, Of: seat))
                    .Where(one => one.Day is { } day && Load.IsAhead(day, Netherlands.DayOf(at)))
                    .Select(one => (one.Day!.Value, one.Of)).OrderBy(one => one.Value),
            ]);
    }
}
