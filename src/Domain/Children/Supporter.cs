using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Children;

/// <summary>Who knows whom a young person chose as a supporter. The numbers are stored: never change or reuse one.</summary>
public enum SupporterKnown
{
    /// <summary>The young person alone.</summary>
    OnlyMe = 1,

    /// <summary>Who was chosen knows it too.</summary>
    Supporter = 2,

    /// <summary>Everybody at the table.</summary>
    Everyone = 3,
}

/// <summary>Rules of the supporter of a young person.</summary>
public static class SupporterRules
{
    /// <summary>Only a young person of 12 or older, whose table it is, chooses a supporter, and only for themselves.</summary>
    public static readonly Rule OwnChoice = new("supporter.own-choice");

    /// <summary>It is said who: somebody at the table, or a name, and not both.</summary>
    public static readonly Rule SaysWho = new("supporter.says-who");

    /// <summary>It is somebody else, and no child under 12: a child does not carry that.</summary>
    public static readonly Rule CanCarryIt = new("supporter.can-carry-it");

    /// <summary>It is said who knows it; who does not sit at the table reads nothing here, and so cannot be the one who knows it too.</summary>
    public static readonly Rule SaysWhoKnows = new("supporter.says-who-knows");
}

/// <summary>
/// Who supports a young person, by their own choice (steun, R17, J2, T20): somebody at the table, or somebody from outside by a name in own words. It
/// gives the supporter nothing to read or to do.
/// </summary>
/// <param name="Of">Whose choice it is.</param>
/// <param name="Seat">Who, when they sit at the table; null for somebody from outside.</param>
/// <param name="Name">Who, in own words; null when they sit at the table. At most <see cref="Words.Name"/> characters.</param>
/// <param name="Known">Who knows it.</param>
/// <param name="At">When it was chosen, UTC.</param>
/// <param name="Version">How often it was chosen since there was none, so that one device does not undo what another did.</param>
public sealed record Supporter(SeatNumber Of, SeatNumber? Seat, string? Name, SupporterKnown Known, DateTimeOffset At, int Version)
{
    /// <summary>Whether somebody may know it: who chose it, always; else as they chose.</summary>
    /// <param name="reader">Who.</param>
    public bool IsKnownTo(Seat reader) => reader.Number == Of || (!reader.IsAway && Known switch
    {
        SupporterKnown.Everyone => true,
        SupporterKnown.Supporter => reader.Number == Seat,
        _ => false,
    });
}
