using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Frames;

/// <summary>
/// In which frame a professional is at a table (kader, C33; R116). Pressing within the voluntary is no third one: it is said in a sentence
/// (<see cref="Urging"/>). The numbers are stored: never change or reuse one.
/// </summary>
public enum FrameKind
{
    /// <summary>Because the family agrees, and as long as it does.</summary>
    Voluntary = 1,

    /// <summary>Because a judge decided so, for a term (INV-78).</summary>
    Measure = 2,
}

/// <summary>Rules of frames.</summary>
public static class FrameRules
{
    /// <summary>A professional at this table says in which frame they are themselves; nobody says it of another.</summary>
    public static readonly Rule OwnOfGuest = new("frame.own-of-guest");

    /// <summary>It is said which frame it becomes.</summary>
    public static readonly Rule SaysWhich = new("frame.says-which");

    /// <summary>It is said from which day.</summary>
    public static readonly Rule SaysDay = new("frame.says-day");

    /// <summary>What is needed, and why (R117, L878–879).</summary>
    public static readonly Rule SaysNeeded = new("frame.says-needed");

    /// <summary>Can we find each other (R117, L879).</summary>
    public static readonly Rule SaysTogether = new("frame.says-together");

    /// <summary>If not: which rights young people and parents have (R117, L879–880).</summary>
    public static readonly Rule SaysRights = new("frame.says-rights");

    /// <summary>In which talk it was talked about, or why not (R117).</summary>
    public static readonly Rule SaysTalk = new("frame.says-talk");

    /// <summary>The talk is one that child and parents may read.</summary>
    public static readonly Rule TalkOfFamily = new("frame.talk-of-family");

    /// <summary>A change is announced beforehand (INV-75); who could not, says why the family hears it only now.</summary>
    public static readonly Rule SaysWhyLate = new("frame.says-why-late");

    /// <summary>It was voluntary already on that day.</summary>
    public static readonly Rule ChangesSomething = new("frame.changes-something");

    /// <summary>One change waits at a time.</summary>
    public static readonly Rule OneAtATime = new("frame.one-at-a-time");

    /// <summary>An announced change is not taken back like a slip of paper: who announced it says that it does not go on.</summary>
    public static readonly Rule SaysNotGoingOn = new("frame.says-not-going-on");

    /// <summary>It was said to people of the family: who else reads it is not the professional's to choose.</summary>
    public static readonly Rule ReadersStay = new("frame.readers-stay");

    /// <summary>What has begun does not go back unannounced: that too is a change.</summary>
    public static readonly Rule NotBegun = new("frame.not-begun");

    /// <summary>Only a judge's decision makes a measure (INV-78): which judge.</summary>
    public static readonly Rule SaysJudge = new("measure.says-judge");

    /// <summary>What the judge decided.</summary>
    public static readonly Rule SaysDecision = new("measure.says-decision");

    /// <summary>On which day the judge decided; that day has been.</summary>
    public static readonly Rule HasBeenDecided = new("measure.has-been-decided");

    /// <summary>From which day it holds: not before the judge decided.</summary>
    public static readonly Rule BeginsAfterDecision = new("measure.begins-after-decision");

    /// <summary>A measure always has a last day (INV-79).</summary>
    public static readonly Rule SaysLastDay = new("measure.says-last-day");

    /// <summary>A measure always says when it stops (INV-79).</summary>
    public static readonly Rule SaysStopsWhen = new("measure.says-stops-when");

    /// <summary>What it cannot do here (R119, L553–556).</summary>
    public static readonly Rule SaysCannot = new("measure.says-cannot");

    /// <summary>Only a professional urges.</summary>
    public static readonly Rule UrgesAsGuest = new("urging.as-guest");

    /// <summary>It is said what one can do after a no.</summary>
    public static readonly Rule SaysThen = new("urging.says-then");

    /// <summary>It is said to whom: people of the family.</summary>
    public static readonly Rule SaysToWhom = new("urging.says-to-whom");

    /// <summary>Nobody presses a child under 12.</summary>
    public static readonly Rule NotAChild = new("urging.not-a-child");
}

/// <summary>
/// A change of the frame of one professional, as everybody at the table may know it: dates, no words. The words are the
/// <see cref="FrameChange"/> that child and parents read.
/// </summary>
/// <param name="Change">Where the words are.</param>
/// <param name="Who">The professional.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="At">When it was announced, UTC.</param>
/// <param name="Starts">From which day; null for a measure of which no judge decided (yet).</param>
/// <param name="Ends">The last day of a measure; null for what has none.</param>
public sealed record FrameStep(ContributionId Change, SeatNumber Who, FrameKind Kind, DateTimeOffset At, DateOnly? Starts, DateOnly? Ends)
{
    /// <summary>How long the table says that a judge decided something.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    /// <summary>Child and parents who were at the table when it was announced: they read the words, and who came later does not.</summary>
    public SeatSet ToldTo { get; init; }

    /// <summary>Whether somebody may read the words: who announced it, and to whom it was told.</summary>
    /// <param name="seat">Who.</param>
    public bool IsToldTo(Seat seat) => seat.Number == Who || ToldTo.Has(seat.Number);

    /// <summary>When it was told here what a judge decided, UTC; null before.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Whether that was told lately, so that child and parents are shown it (INV-75).</summary>
    /// <param name="now">The moment, UTC.</param>
    public bool WasToldLately(DateTimeOffset now) => ToldAt is { } told && now < told + Fresh;
}

/// <summary>In which frame one professional is on a day (R116, INV-74). It gives nobody more or less to read or to do here.</summary>
/// <param name="Guest">The professional.</param>
/// <param name="Kind">Which frame.</param>
/// <param name="Since">Since which day; null for since they sat down.</param>
/// <param name="Until">The last day of a measure; null in the voluntary.</param>
/// <param name="Step">What made it so; null for who came in voluntarily and stayed so.</param>
/// <param name="Ended">The last day of a measure that ran out, and after which it is voluntary again; null for none.</param>
/// <param name="Coming">What was announced and does not hold yet; null for nothing.</param>
public sealed record ContactFrame(
    Seat Guest, FrameKind Kind, DateOnly? Since, DateOnly? Until, FrameStep? Step, DateOnly? Ended, FrameStep? Coming)
{
    /// <summary>
    /// What holds on a day: the last that began. Whose part has no date yet is there voluntarily since they sat down. A measure whose last day has
    /// passed has ended: it never renews by itself (INV-79).
    /// </summary>
    /// <param name="guest">The professional.</param>
    /// <param name="steps">What was announced of this professional.</param>
    /// <param name="today">The day.</param>
    internal static ContactFrame Of(Seat guest, IReadOnlyList<FrameStep> steps, DateOnly today)
    {
        var coming = steps.Where(step => step.Starts is null || step.Starts > today).MaxBy(step => step.At);

        // Of measures that began since it was last voluntary, the one that runs longest holds: a short one that begins later does not end it (INV-74).
        var begun = steps.Where(step => step.Starts <= today).OrderBy(step => step.Starts).ThenBy(step => step.At).ToList();
        var since = begun.Skip(begun.FindLastIndex(step => step.Kind == FrameKind.Voluntary) + 1).ToList();
        var holds = since.MaxBy(step => step.Ends) ?? begun.LastOrDefault();
        return holds switch
        {
            null => new ContactFrame(guest, FrameKind.Voluntary, null, null, null, null, coming),
            { Kind: FrameKind.Measure, Ends: { } ends } when ends < today =>
                new ContactFrame(guest, FrameKind.Voluntary, ends.AddDays(1), null, holds, ends, coming),
            _ => new ContactFrame(guest, holds.Kind, holds.Starts, holds.Ends, holds, null, coming),
        };
    }
}
