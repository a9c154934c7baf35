using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Endings;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Endings;

/// <summary>What people said when it was asked whether a table may end, beside each other, each the same size.</summary>
/// <param name="Circle">The table.</param>
/// <param name="Me">Who reads.</param>
/// <param name="Ending">What was asked.</param>
/// <param name="Now">The moment of the page, UTC.</param>
public sealed record EndSaidScreen(Circle Circle, Seat Me, Ending Ending, DateTimeOffset Now)
{
    /// <summary>What was said: of children first, then in the order in which people sit.</summary>
    public IReadOnlyList<EndSaid> Said =>
        [.. Ending.Said.OrderBy(said => !Circle.SeatAt(said.By).IsChildOfTheTable).ThenBy(said => said.By.Value)];

    /// <summary>What one said, in a sentence or two.</summary>
    /// <param name="said">What.</param>
    public static string Says(EndSaid said) => string.Join(' ', new[]
    {
        Text.T("endings.enough-says." + said.Enough),
        said.Stops is { } stops ? Text.T(stops ? "endings.stops-says" : "endings.goes-on-says") : null,
    }.OfType<string>());
}
