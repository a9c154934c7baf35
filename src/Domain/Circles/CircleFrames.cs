using Keukentafel.Domain.Access;
using Keukentafel.Domain.Frames;

namespace Keukentafel.Domain.Circles;

/// <summary>In which frame each professional is here, and what was announced of it.</summary>
public sealed partial class Circle
{
    private readonly List<FrameStep> _frames = [];

    /// <summary>Every change of a frame that was announced and goes on, the oldest first.</summary>
    public IReadOnlyList<FrameStep> Frames => _frames;

    /// <summary>In which frame a professional is on a day (R116, INV-74).</summary>
    /// <param name="guest">The professional.</param>
    /// <param name="today">The day.</param>
    public ContactFrame FrameOf(Seat guest, DateOnly today) =>
        ContactFrame.Of(guest, [.. _frames.Where(step => step.Who == guest.Number)], today);

    /// <summary>From which day the first measure held by which a professional is, or was, here; null for none. What was done before it counts as much (R70).</summary>
    /// <param name="guest">The professional.</param>
    /// <param name="today">The day.</param>
    public DateOnly? FirstMeasureOf(Seat guest, DateOnly today) =>
        _frames.Where(step => step.Who == guest.Number && step.Kind == FrameKind.Measure && step.Starts <= today).Min(step => step.Starts);

    /// <summary>Whether a professional can announce a change: one waits at a time.</summary>
    /// <param name="guest">The professional.</param>
    /// <param name="today">The day.</param>
    public bool MayAnnounce(Seat guest, DateOnly today) => guest.IsGuest && FrameOf(guest, today).Coming is null;

    internal void Announce(FrameStep step, Act act)
    {
        _frames.Add(step);
        Record(act, Deed.FrameAnnounced, step.Change.Value);
    }

    internal void Decide(ContributionId change, Measure measure, Act act)
    {
        var step = _frames.Find(one => one.Change == change) ?? throw new RuleBrokenException(CommonRules.StillOnTheTable);
        _frames[_frames.IndexOf(step)] = step with { Starts = measure.Starts, Ends = measure.Ends, ToldAt = act.At };
        Record(act, Deed.MeasureTold, change.Value);
    }

    internal void DoNotGoOn(ContributionId change, Act act)
    {
        var step = _frames.Find(one => one.Change == change) ?? throw new RuleBrokenException(CommonRules.OnlyOnce);
        Require(step.Starts is null || step.Starts > act.Today, FrameRules.NotBegun);
        _frames.Remove(step);
        Record(act, Deed.FrameStopped, change.Value);
    }

    /// <summary>This circle, with the frames that were kept.</summary>
    /// <param name="frames">Those.</param>
    internal Circle With(IEnumerable<FrameStep> frames)
    {
        _frames.AddRange(frames);
        return this;
    }
}
