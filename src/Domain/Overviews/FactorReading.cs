using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Domain.Overviews;

/// <summary>
/// How something works here for one reader (INV-33, R51). It is never a property of the thing: what makes it hard in one family helps in
/// another, and both can be so at once. The numbers are stored, and stand in no order of good or bad.
/// </summary>
public enum Works
{
    /// <summary>It helps.</summary>
    Helps = 1,

    /// <summary>It makes it hard.</summary>
    Hard = 2,

    /// <summary>It does both.</summary>
    Both = 3,

    /// <summary>It depends.</summary>
    Depends = 4,

    /// <summary>I don't know (yet) (INV-53).</summary>
    Unknown = 5,
}

/// <summary>What somebody says of how something works here; only the first must be given (R150: 1).</summary>
/// <param name="Works">How it works.</param>
/// <param name="Words">In own words; null when not said.</param>
/// <param name="ForWhom">For whom of the table it works so; nobody when not said.</param>
/// <param name="Who">Who of the table can do something about it (R53).</param>
/// <param name="Others">Who else can, in words ("de buurvrouw"); null for nobody.</param>
/// <param name="How">What they can do; null when not said.</param>
/// <param name="Nobody">Whether nobody can do anything about it (R53, L473–474).</param>
public sealed record HowItWorks(Works Works, string? Words, SeatSet ForWhom, SeatSet Who, string? Others, string? How, bool Nobody)
{
    /// <summary>Whether nothing at all was said.</summary>
    public bool IsEmpty => Works == default && ForWhom.IsEmpty && Who.IsEmpty && !Nobody
        && new[] { Words, Others, How }.All(words => Access.Words.Tidy(words) is null);

    /// <summary>Everything said in it.</summary>
    public IEnumerable<string> Said => new[] { Words, Others, How }.OfType<string>();

    internal HowItWorks Tidied() => this with
    {
        Words = Access.Words.Optional(Words, Access.Words.Brief),
        Others = Access.Words.Optional(Others, Access.Words.Name),
        How = Access.Words.Optional(How, Access.Words.Brief),
    };
}

/// <summary>How one person reads something that plays a part, on that day. A later reading does not wipe out the earlier (INV-33).</summary>
/// <param name="By">Whose it is.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Says">What they say.</param>
public sealed record FactorReading(SeatNumber By, DateTimeOffset At, HowItWorks Says) : Addition(By, At);
