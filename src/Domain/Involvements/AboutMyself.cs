using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Involvements;

/// <summary>
/// What somebody says about themselves to the table (Wie is wie, R16): how to reach them, and of a professional what they may and may not, what they must write
/// down elsewhere and for whom they work. What they do for the family stands with the seat, in the family's words (R103).
/// </summary>
/// <param name="Of">Whose.</param>
/// <param name="At">When, UTC.</param>
public sealed record AboutMyself(SeatNumber Of, DateTimeOffset At)
{
    /// <summary>How to reach this person, as far as they say so to the whole table; at most <see cref="Access.Words.Brief"/> characters.</summary>
    public string? Reach { get; init; }

    /// <summary>What a professional may; as long. Null for nothing said.</summary>
    public string? May { get; init; }

    /// <summary>What a professional may not; as long.</summary>
    public string? MayNot { get; init; }

    /// <summary>What a professional must write down elsewhere, and why; as long.</summary>
    public string? WritesDown { get; init; }

    /// <summary>For whom a professional works; at most <see cref="Access.Words.Name"/> characters. Shown only to who asks for it (R103, INV-61).</summary>
    public string? WorksFor { get; init; }
}
