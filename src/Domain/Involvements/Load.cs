using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Involvements;

/// <summary>
/// How much help asks of a family (extra last, C32): who comes, for whom they work, and who came and went. It is there to talk about (R99): names of people
/// whom the reader knows, and nothing that weighs, compares or warns.
/// </summary>
/// <param name="Faces">The professionals who come in now, in the order in which they sat down.</param>
/// <param name="WorkFor">For whom they work, each once, as they say it themselves and as far as the reader is given to read it.</param>
/// <param name="NotSaid">Of whom the reader reads nothing of that.</param>
/// <param name="Came">Who came within the last <see cref="Days"/> days, gone again or not.</param>
/// <param name="Went">Who stepped back within those days.</param>
/// <param name="Looks">The days that were chosen to look whether somebody is still needed, within the coming <see cref="Ahead"/> days.</param>
public sealed record Load(
    IReadOnlyList<Seat> Faces, IReadOnlyList<string> WorkFor, IReadOnlyList<Seat> NotSaid, IReadOnlyList<Seat> Came, IReadOnlyList<Seat> Went,
    IReadOnlyList<(DateOnly Day, Seat Of)> Looks)
{
    /// <summary>How far back changes of face are told, in days.</summary>
    public const int Days = 365;

    /// <summary>How far ahead appointments are told, in days.</summary>
    public const int Ahead = 28;

    /// <summary>Whether a day lies among those ahead.</summary>
    /// <param name="day">Which.</param>
    /// <param name="today">The day, where people sit.</param>
    public static bool IsAhead(DateOnly day, DateOnly today) => day >= today && day <= today.AddDays(Ahead);
}
