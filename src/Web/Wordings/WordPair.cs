using Keukentafel.Domain.Wordings;

namespace Keukentafel.Web.Wordings;

/// <summary>Words of the program, what they become, and why.</summary>
/// <param name="Language">In which language the words are.</param>
/// <param name="Outcome">Whether they change.</param>
/// <param name="Old">The words.</param>
/// <param name="New">What they become; null when they stay.</param>
/// <param name="Why">Why.</param>
public sealed record WordPair(string Language, WordOutcome Outcome, string Old, string? New, string Why);
