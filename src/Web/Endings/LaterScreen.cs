using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Endings;

namespace Keukentafel.Web.Endings;

/// <summary>What one person said for when it becomes harder again.</summary>
/// <param name="Said">What.</param>
/// <param name="Who">Who.</param>
/// <param name="Now">The moment of the page, UTC.</param>
public sealed record LaterScreen(LaterSaid Said, Seat Who, DateTimeOffset Now)
{
    /// <summary>The questions that were answered, with the answers.</summary>
    public IEnumerable<(string Question, string Words)> Parts =>
        new[] { ("endings.holds", Said.Holds), ("endings.notices", Said.Notices), ("endings.does", Said.Does) }
            .Where(part => part.Item2 is not null).Select(part => (part.Item1, part.Item2!));
}
