using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Involvements;

/// <summary>
/// What one person gives a professional to read of the own things that are for everybody, or for the grown-ups (R102, T20). What names that
/// professional as a reader is read whatever stands here. The numbers are stored; none is ever counted.
/// </summary>
public enum Sharing
{
    /// <summary>Nothing but what names this professional.</summary>
    Nothing = 1,

    /// <summary>What is said since this professional sat down.</summary>
    SinceThen = 2,

    /// <summary>What was said before, too.</summary>
    Before = 3,
}

/// <summary>What one person chose to give a professional to read.</summary>
/// <param name="By">Who chose: each for the own things alone (T20).</param>
/// <param name="What">What.</param>
/// <param name="At">When, UTC.</param>
public sealed record Shared(SeatNumber By, Sharing What, DateTimeOffset At);

/// <summary>
/// What a seat is given to read of what is for everybody, or for the grown-ups. For the family and its own people that is all; for a
/// professional what each person chose (<see cref="Sharing"/>).
/// </summary>
/// <param name="Nothing">Of whom nothing.</param>
/// <param name="SinceOnly">Of whom nothing of before <see cref="Since"/>.</param>
/// <param name="Since">Since when, UTC.</param>
public readonly record struct Given(SeatSet Nothing, SeatSet SinceOnly, DateTimeOffset Since)
{
    /// <summary>Of whom nothing of before <see cref="Longer"/> is given: to who stands in for somebody who was given no more (R102).</summary>
    public SeatSet LongerOnly { get; init; }

    /// <summary>Since when that other sat here, UTC; before <see cref="Since"/>.</summary>
    public DateTimeOffset Longer { get; init; }

    /// <summary>
    /// Who did not say yet that they met this one, who came in with a card of another host: what these give by name is not read, and of what is for everybody
    /// nothing of before <see cref="Since"/> (T20).
    /// </summary>
    public SeatSet NotByName { get; init; }

    /// <summary>Whether all is given.</summary>
    public bool IsAll => NotByName.IsEmpty && Nothing.IsEmpty && SinceOnly.IsEmpty && LongerOnly.IsEmpty;

    /// <summary>Whether something with the words of these people is given.</summary>
    /// <param name="voices">Whose words are in it.</param>
    /// <param name="at">When it was laid down, UTC.</param>
    public bool Includes(SeatSet voices, DateTimeOffset at) => Nothing.Both(voices).IsEmpty && (at >= Since || SinceOnly.Both(voices).IsEmpty)
        && (at >= Longer || LongerOnly.Both(voices).IsEmpty);

    /// <summary>Whether what hangs under somebody else's slip is shown.</summary>
    /// <param name="addition">What hangs there.</param>
    public bool Includes(Addition addition) => Includes(SeatSet.Of(addition.By), addition.At);
}

/// <summary>Rules of what a professional is given to read.</summary>
public static class SharingRules
{
    /// <summary>Each of the family and its own people chooses for the own things; a professional does not.</summary>
    public static readonly Rule OwnThings = new("sharing.own-things");

    /// <summary>One of the three is chosen.</summary>
    public static readonly Rule Chooses = new("sharing.chooses");
}
