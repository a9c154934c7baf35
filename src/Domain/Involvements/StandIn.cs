using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Involvements;

/// <summary>
/// That somebody comes for a while in the place of a professional who is ill or on leave (vervanger): whom, from when, and a last day after which this person is
/// let in no more (INV-59). Nobody asks why the other is away: that is said as that person wants it, or not at all.
/// </summary>
/// <param name="For">In whose place.</param>
/// <param name="From">The first day. Before it nobody comes in by it.</param>
/// <param name="Until">The last day.</param>
public sealed record StandIn(SeatNumber For, DateOnly From, DateOnly Until)
{
    /// <summary>
    /// How many days it takes at most, from the first to the last. Settled on 29 November 2026 by ourselves, as no source names a term: thirteen weeks is one season,
    /// and whoever comes for longer is no stand-in but a new face, about whom a family is asked the questions of joining (R96).
    /// </summary>
    public const int MostDays = 13 * 7;

    /// <summary>How far ahead the first day can lie, in days: who is asked now answers about now.</summary>
    public const int MostAhead = 60;

    /// <summary>How the family reaches this person; at most <see cref="Words.Brief"/> characters; null when not said.</summary>
    public string? Reach { get; init; }

    /// <summary>How the family can meet this person before saying yes; as long; null when not said.</summary>
    public string? Meet { get; init; }

    /// <summary>Why the other is away, in that person's own words and written by nobody else; as long; null for nothing said.</summary>
    public string? WhyAway { get; init; }

    /// <summary>Whether the last day is past.</summary>
    /// <param name="today">The day, where people sit.</param>
    public bool IsOver(DateOnly today) => Until < today;
}

/// <summary>What is said about somebody who would stand in, besides who it is and what they do.</summary>
/// <param name="Reach">How the family reaches this person; may be empty.</param>
/// <param name="Meet">How the family can meet this person first; may be empty.</param>
/// <param name="WhyAway">Why the other is away, in that person's own words; may be empty.</param>
public sealed record StandInWords(string? Reach, string? Meet, string? WhyAway);

/// <summary>Rules of standing in for somebody.</summary>
public static class StandInRules
{
    /// <summary>Somebody stands in for a professional who sits here, and for nobody who stands in already.</summary>
    public static readonly Rule ForProfessional = new("stand-in.for-professional");

    /// <summary>It says what the stand-in does meanwhile (R96).</summary>
    public static readonly Rule DoesMeanwhile = new("stand-in.does-meanwhile");

    /// <summary>It has a first day, from today on and at most <see cref="StandIn.MostAhead"/> days ahead.</summary>
    public static readonly Rule Begins = new("stand-in.begins");

    /// <summary>It has a last day, at most <see cref="StandIn.MostDays"/> days after the first (INV-59).</summary>
    public static readonly Rule Ends = new("stand-in.ends");

    /// <summary>Before the first day nobody is asked in by a card.</summary>
    public static readonly Rule FromFirstDay = new("stand-in.from-first-day");

    /// <summary>Why somebody is away is said by that person alone.</summary>
    public static readonly Rule OwnReason = new("stand-in.own-reason");

    /// <summary>That the other is back says that person, who stands in, or a host of 12 or older; of the hosts each, when there are more.</summary>
    public static readonly Rule SaysBack = new("stand-in.says-back");
}
