using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Wordings;

/// <summary>What becomes of words.</summary>
public enum WordOutcome
{
    /// <summary>"Dit passen we aan."</summary>
    Changes = 1,

    /// <summary>"Dit blijft zo."</summary>
    Stays = 2,
}

/// <summary>What a representative proposes about words; it waits for the other.</summary>
/// <param name="By">Who.</param>
/// <param name="Outcome">Change or stay.</param>
/// <param name="Old">Which words of the program.</param>
/// <param name="New">What they become; null when they stay.</param>
/// <param name="Why">Why.</param>
public sealed record WordProposal(Representative By, WordOutcome Outcome, string Old, string? New, string Why)
{
    /// <summary>Who said no, and why; null for nobody.</summary>
    public WordObjection? Objection { get; init; }
}

/// <summary>A no to a proposal.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">Why.</param>
public sealed record WordObjection(Representative By, string Why);

/// <summary>What a parent and a young person decided together about words of the program (R134). Everybody reads it, without names.</summary>
/// <param name="Day">On which day, in the Netherlands.</param>
/// <param name="Page">On which kind of page; null when that is not known.</param>
/// <param name="Language">In which language those words are: <c>nl</c> or <c>en</c>.</param>
/// <param name="Outcome">Whether they change.</param>
/// <param name="Old">The words.</param>
/// <param name="New">What they become; null when they stay.</param>
/// <param name="Why">Why.</param>
/// <param name="By">Who decided: both, and two people.</param>
/// <exception cref="RuleBrokenException"><see cref="WordingRules.BothDecide"/>.</exception>
public sealed record WordDecision(
    DateOnly Day, string? Page, string Language, WordOutcome Outcome, string Old, string? New, string Why, IReadOnlyList<Representative> By)
{
    /// <summary>Who decided: one for parents and one for young people.</summary>
    public IReadOnlyList<Representative> By { get; } =
        By is [var one, var other] && one.Person != other.Person && one.Kind != other.Kind ? By : throw new RuleBrokenException(WordingRules.BothDecide);
}
