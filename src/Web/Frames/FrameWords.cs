using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Frames;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Frames;

/// <summary>How people say what was announced of a frame.</summary>
public static class FrameWords
{
    /// <summary>What is coming, in a sentence.</summary>
    /// <param name="step">What was announced.</param>
    /// <param name="guest">Of whom.</param>
    /// <param name="today">Today.</param>
    public static string Coming(FrameStep step, Seat guest, DateOnly today) => step switch
    {
        { Kind: FrameKind.Voluntary, Starts: { } day } => Text.T("frames.coming-voluntary", guest.Name, Days.Day(day, today)),
        { Starts: { } day } => Text.T("frames.coming-measure", guest.Name, Days.Day(day, today)),
        _ => Text.T("frames.coming-asked", guest.Name),
    };

    /// <summary>How it is with a change, in a sentence.</summary>
    /// <param name="change">The change.</param>
    /// <param name="name">What who announced it is called.</param>
    /// <param name="now">The moment, UTC.</param>
    public static string Stands(FrameChange change, string name, DateTimeOffset now)
    {
        var today = Days.Of(now);
        return change switch
        {
            { Stopped: { } stopped } => Text.T("frames.stopped-on", name, Days.Day(stopped.At, now)),
            { To: FrameKind.Voluntary } when change.Day > today => Text.T("frames.voluntary-from", Days.Day(change.Day, today)),
            { To: FrameKind.Voluntary } => Text.T("frames.voluntary-since", Days.Day(change.Day, today)),
            { Told: null } when change.Day <= today => Text.T("frames.nothing-told", name),
            { Told: null } => Text.T("frames.nothing-decided", Days.Day(change.Day, today)),
            { Told.Measure: var measure } when measure.Ends < today => Text.T("frames.has-ended", Days.Day(measure.Ends, today)),
            { Told.Measure: var measure } => Text.T("frames.holds", Days.Day(measure.Starts, today), Days.Day(measure.Ends, today)),
        };
    }
}
