using Keukentafel.Domain.Circles;

namespace Keukentafel.Web.Shell;

/// <summary>The program's words in the form that fits who reads them: a child gets shorter ones where there are such (A2).</summary>
public static class WordsFor
{
    /// <summary>A sentence.</summary>
    /// <param name="reader">Who reads it.</param>
    /// <param name="key">The key; the child's words stand under the same key with <c>.child</c> behind it.</param>
    /// <param name="values">What goes into <c>{0}</c>, <c>{1}</c> ….</param>
    public static string Reader(Seat reader, string key, params ReadOnlySpan<object?> values)
    {
        var forChild = key + ".child";
        return Text.T(reader.Age == AgeGroup.Child && Text.All(Text.IsEnglish).ContainsKey(forChild) ? forChild : key, values);
    }

    /// <summary>
    /// With whose card somebody came in, beside a name that is chosen as a reader: another host made it (T20). It stays there for a host who said that they met who
    /// sits there; whoever is no host reads the same before and after: who met whom is read by nobody else. Null where there is nothing to say.
    /// </summary>
    /// <param name="circle">The table.</param>
    /// <param name="reader">Who chooses.</param>
    /// <param name="seat">Beside whose name.</param>
    public static string? CameBy(Circle circle, Seat reader, Seat seat) =>
        circle.CardBy(seat) is { } maker && maker != reader.Number
        && (reader.Side == SeatSide.Host || (seat.IsGuest && reader.AddedBy != maker))
            ? Text.T(
                !seat.IsGuest || circle.SaidMet(reader, seat) ? "involvements.came-by" : reader.Side == SeatSide.Host ? "involvements.came-by-unmet" : "involvements.came-by-waits",
                circle.SeatAt(maker).Name, seat.Name)
            : null;
}
