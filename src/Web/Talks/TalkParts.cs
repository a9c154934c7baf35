using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Web.Talks;

/// <summary>As what something is said at a question that somebody brought. Children are not asked (D5).</summary>
public enum SaidAs
{
    /// <summary>I find so: an opinion.</summary>
    Find,

    /// <summary>I was there: a fact.</summary>
    WasThere,

    /// <summary>I think so: a suspicion.</summary>
    Think,

    /// <summary>A worry.</summary>
    Worry,

    /// <summary>A wish.</summary>
    Wish,
}

/// <summary>One line of the sheet.</summary>
/// <param name="Talking">The talk.</param>
/// <param name="Line">The line.</param>
public sealed record SheetLine(Talking Talking, Proposal Line);

/// <summary>The button that takes away what was written down wrong.</summary>
/// <param name="Talking">The talk.</param>
/// <param name="Thing">What.</param>
public sealed record TakeAway(Talking Talking, ContributionId Thing);

/// <summary>Who can be speaking.</summary>
/// <param name="Seats">Who.</param>
/// <param name="Chosen">Who was chosen, as it was typed; null for nobody.</param>
public sealed record Voices(IReadOnlyList<Seat> Seats, string? Chosen);
