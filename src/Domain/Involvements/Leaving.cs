using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Involvements;

/// <summary>What a host says when we look again: "is … still needed, in this way?" (R101). The numbers are stored; none is ever counted.</summary>
public enum StillNeeded
{
    /// <summary>Yes, as it is.</summary>
    Yes = 1,

    /// <summary>Yes, but otherwise.</summary>
    Otherwise = 2,

    /// <summary>No more.</summary>
    NoMore = 3,

    /// <summary>"I don't know yet", a full answer (INV-53).</summary>
    NotKnown = 4,
}

/// <summary>What somebody proposes for the time to come (R100). The numbers are stored.</summary>
public enum StepKind
{
    /// <summary>Doing less.</summary>
    Less = 1,

    /// <summary>Handing over to somebody.</summary>
    HandOver = 2,

    /// <summary>Stopping.</summary>
    Stop = 3,
}

/// <summary>What one host said when we looked again.</summary>
/// <param name="By">Which host.</param>
/// <param name="Answer">What.</param>
/// <param name="Words">In own words; null for none.</param>
/// <param name="At">When, UTC.</param>
public sealed record LookedAgain(SeatNumber By, StillNeeded Answer, string? Words, DateTimeOffset At)
{
    /// <summary>On which day they would look again; null when they left that as it is.</summary>
    public DateOnly? Next { get; init; }

    /// <summary>Whether it was said by saying that the other is back, in whose place this person came: nobody reads another word into that.</summary>
    public bool IsBack { get; init; }
}

/// <summary>What somebody proposed for the time to come.</summary>
/// <param name="By">Who: a host, or the professional.</param>
/// <param name="Step">What.</param>
/// <param name="Words">In own words; null for none.</param>
/// <param name="At">When, UTC.</param>
public sealed record StepBackProposed(SeatNumber By, StepKind Step, string? Words, DateTimeOffset At);

/// <summary>Rules of looking again and stepping back.</summary>
public static class LeavingRules
{
    /// <summary>One of the answers is chosen.</summary>
    public static readonly Rule ChoosesAnswer = new("leaving.chooses-answer");

    /// <summary>Where parents live apart, a day that is chosen and still to come is moved forward, not back: the other counts on it (T20).</summary>
    public static readonly Rule NotLater = new("leaving.not-later");

    /// <summary>Who proposes chooses what.</summary>
    public static readonly Rule ChoosesStep = new("leaving.chooses-step");

    /// <summary>A host, or the professional, proposes to do less, to hand over or to stop.</summary>
    public static readonly Rule HostOrSelf = new("leaving.host-or-self");

    /// <summary>Thanks are for who stepped back, and so is what is passed on.</summary>
    public static readonly Rule SteppedBack = new("leaving.stepped-back");

    /// <summary>The family, and its own people, write thanks.</summary>
    public static readonly Rule FamilyThanks = new("leaving.family-thanks");

    /// <summary>The family takes leave of a professional once every host of 12 or older who comes in said that it is needed no more.</summary>
    public static readonly Rule HostsTakeLeave = new("leaving.hosts-take-leave");

    /// <summary>One of the hosts of 12 or older stays, who can let others in.</summary>
    public static readonly Rule HostRemains = new("leaving.host-remains");
}
