using System.Text.RegularExpressions;

namespace Keukentafel.Domain.Contributions;

/// <summary>
/// Words that ask for everything: "100 %", "always", "never". They are answered with a question, "what is good enough?", and never blocked
/// (R49, INV-32).
/// </summary>
public static partial class Absolutes
{
    /// <summary>Whether words ask for all or nothing, in Dutch or English.</summary>
    /// <param name="words">What somebody wants to lay down; null for nothing.</param>
    public static bool Asked(string? words) => words is not null && Pattern().IsMatch(words);

    [GeneratedRegex(@"\b100\s?(%|procent|percent)|\bhonderd procent|\bhundred per ?cent|\b(altijd|nooit|always|never)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
