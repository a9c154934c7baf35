using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Circles;

/// <summary>Rules of saying how one is reached safely.</summary>
public static class ContactRules
{
    /// <summary>It says something.</summary>
    public static readonly Rule SaysSomething = new("contact.says-something");

    /// <summary>Who may read it sits at this table, has a way in, and is not who it is about.</summary>
    public static readonly Rule ReaderComesIn = new("contact.reader-comes-in");
}

/// <summary>
/// How somebody is reached safely (veilig contact): own words, for one table, read by who was chosen for it and by nobody else. To anybody else nothing
/// shows that it is there (T22).
/// </summary>
/// <param name="By">Whose it is.</param>
/// <param name="Mark">Another one each time it is said: tells whether somebody saw what stands there now. No number, so that none comes back.</param>
/// <param name="At">When it was said last, UTC.</param>
public sealed record SafeContact(SeatNumber By, Guid Mark, DateTimeOffset At)
{
    /// <summary>On which number, or otherwise how; at most <see cref="Words.Brief"/> characters, as all of these. Null for nothing said.</summary>
    public string? Number { get; init; }

    /// <summary>When, in own words.</summary>
    public string? Hours { get; init; }

    /// <summary>Whether something may be said on a voicemail. Not said is no.</summary>
    public bool Voicemail { get; init; }

    /// <summary>A word by which who calls knows that they have the right one, and that it is safe to talk.</summary>
    public string? CodeWord { get; init; }

    /// <summary>Who around this person may hear that somebody calls.</summary>
    public string? MayHear { get; init; }

    /// <summary>What else to mind ("bel nooit op zaterdag").</summary>
    public string? Mind { get; init; }

    /// <summary>Who may read it, besides whose it is; nobody when nobody was chosen.</summary>
    public SeatSet Readers { get; init; }
}
