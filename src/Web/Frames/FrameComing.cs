using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Frames;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Frames;

/// <summary>What child and parents are shown of a frame that changes, or of which a judge decided lately (INV-75).</summary>
/// <param name="Guest">Whose frame.</param>
/// <param name="Change">Where to read it.</param>
/// <param name="IsDecided">Whether a judge decided.</param>
/// <param name="Sentence">In a sentence.</param>
public sealed record FrameComing(Seat Guest, ContributionId Change, bool IsDecided, string Sentence)
{
    /// <summary>All there is, for one reader; nothing for whom it was not told to.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="me">Who reads.</param>
    /// <param name="now">The moment, UTC.</param>
    public static IEnumerable<FrameComing> For(Circle circle, Seat me, DateTimeOffset now)
    {
        var today = Days.Of(now);
        foreach (var guest in circle.Seats.Where(seat => seat.IsGuest && seat != me))
        {
            var frame = circle.FrameOf(guest, today);
            if (frame.Coming is { } coming && coming.IsToldTo(me))
            {
                yield return new FrameComing(guest, coming.Change, coming.ToldAt is not null, FrameWords.Coming(coming, guest, today));
            }
            else if (frame is { Kind: FrameKind.Measure, Step: { } step, Until: { } until } && step.IsToldTo(me) && step.WasToldLately(now))
            {
                yield return new FrameComing(guest, step.Change, true, WordsFor.Reader(me, "frames.decided", guest.Name, Days.Day(until, today)));
            }
        }
    }
}
