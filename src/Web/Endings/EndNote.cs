using Keukentafel.Domain.Circles;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Endings;

/// <summary>What somebody is told of a table that may end.</summary>
/// <param name="Sentence">In a sentence.</param>
/// <param name="Waits">Whether it waits for the reader.</param>
public sealed record EndNote(string Sentence, bool Waits)
{
    /// <summary>What there is to say to one reader; null for nothing, and for who rests (R8).</summary>
    /// <param name="circle">The table.</param>
    /// <param name="me">Who reads.</param>
    /// <param name="now">The moment, UTC.</param>
    public static EndNote? For(Circle circle, Seat me, DateTimeOffset now)
    {
        if (circle.Ending is not { EndedAt: null } asked || circle.RestsSince(me.Number) is not null)
        {
            return null;
        }

        var by = circle.SeatAt(asked.By).Name;
        return asked.Of(me.Number) is null ? new EndNote(WordsFor.Reader(me, "endings.note-asks", by), true)
            : me.IsDecidingHost && circle.WaitsToEndFor(Days.Of(now)).Count == 0 ? new EndNote(Text.T("endings.note-can"), true)
            : new EndNote(asked.By == me.Number ? Text.T("endings.note-mine") : Text.T("endings.note-asked", by), false);
    }
}
