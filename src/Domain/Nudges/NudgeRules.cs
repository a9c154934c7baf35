using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Nudges;

/// <summary>Rules of being told by mail that something is there.</summary>
public static class NudgeRules
{
    /// <summary>What was typed can be an address for mail.</summary>
    public static readonly Rule AddressFits = new("nudge.address-fits");

    /// <summary>Whoever asks says that nobody else reads the mail there: the only safe way is one's own (T22).</summary>
    public static readonly Rule OnlyMine = new("nudge.only-mine");

    /// <summary>There is a day to it.</summary>
    public static readonly Rule DayChosen = new("nudge.day-chosen");

    /// <summary>The hours of a day begin before they end.</summary>
    public static readonly Rule HoursFit = new("nudge.hours-fit");

    /// <summary>A child gets no mail.</summary>
    public static readonly Rule NotForChild = new("nudge.not-for-child");

    /// <summary>Who came in with a new password turns nothing on for a week.</summary>
    public static readonly Rule NotShut = new("nudge.not-shut");

    /// <summary>The code is the one that was sent, and is not too old.</summary>
    public static readonly Rule CodeFits = new("nudge.code-fits");

    /// <summary>Nobody has codes sent all day long.</summary>
    public static readonly Rule NotTooOften = new("nudge.not-too-often");
}
