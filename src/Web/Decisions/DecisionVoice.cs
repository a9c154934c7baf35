using Keukentafel.Domain.Circles;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Decisions;

/// <summary>What one person said in a decision: the same size for everybody, the words of a parent who lives apart folded (T20).</summary>
/// <param name="Card">The slip it stands on.</param>
/// <param name="By">Whose it is.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Line">What kind of thing it is, in our words; null for nothing.</param>
/// <param name="Words">The words, each with what was asked, in our words; null for nothing asked.</param>
public sealed record DecisionVoice(
    SlipScreen Card, SeatNumber By, DateTimeOffset At, string? Line, params IReadOnlyList<(string? Asked, string? Words)> Words);
