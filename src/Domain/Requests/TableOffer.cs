using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Domain.Requests;

/// <summary>
/// Somebody of the team who answered would come to a table of the family (aanbod): what for, what it is worth, and what they must write down elsewhere (R96). It
/// is the own yes of who offers it, and opens nothing before who asked says yes as well (R97).
/// </summary>
/// <param name="By">Who would come.</param>
/// <param name="At">When it was offered, UTC.</param>
/// <param name="Worth">For which goal, what it adds and when we look again.</param>
/// <param name="WritesDown">What they must write down elsewhere, and why; at most <see cref="Words.Brief"/> characters.</param>
public sealed record TableOffer(PersonId By, DateTimeOffset At, Worth Worth, string WritesDown)
{
    /// <summary>When who asked said "rather not", UTC; null for not. It needs no reason, and nobody asks again (D8).</summary>
    public DateTimeOffset? RatherNotAt { get; init; }

    /// <summary>Whether the day to look again is still ahead: an offer of before is made anew.</summary>
    /// <param name="today">Today, where people sit.</param>
    public bool Stands(DateOnly today) => Worth.LookAgain is { } day && Worth.IsDayToLook(day, today);
}

/// <summary>Which of the words in a request are brought to the table.</summary>
public enum BroughtPart
{
    /// <summary>What would help (<see cref="Help"/>).</summary>
    WouldHelp = 1,

    /// <summary>With what, and from whom (<see cref="Help"/>).</summary>
    With = 2,

    /// <summary>What must not happen: a wish.</summary>
    MustNot = 3,

    /// <summary>What is hard: a worry.</summary>
    Hard = 4,

    /// <summary>How one is reached safely: no slip on the table (<see cref="SafeContact"/>).</summary>
    Reach = 5,
}

/// <summary>Who reads at the table what was in a request. The first is who read it there.</summary>
public enum BroughtFor
{
    /// <summary>Who offered to come, and nobody else: as it was.</summary>
    Helper = 1,

    /// <summary>Everyone at the table, also who comes later.</summary>
    Everyone = 2,

    /// <summary>Nobody else.</summary>
    OnlyMe = 3,

    /// <summary>It is not brought.</summary>
    LeftOut = 4,
}

/// <summary>Words of a request that who asked brings to the table, looked over.</summary>
/// <param name="Part">Which.</param>
/// <param name="Words">The words, as they are laid down; null for nothing.</param>
/// <param name="For">Who reads it.</param>
public sealed record Brought(BroughtPart Part, string? Words, BroughtFor For);

/// <summary>What begins out of a request: a table, and what lies on it.</summary>
/// <param name="Circle">The table: hosted by who asked, with who offered to come as its guest.</param>
/// <param name="Laid">The own words of who asked.</param>
public sealed record TableFromRequest(Circle Circle, IReadOnlyList<Contribution> Laid);
