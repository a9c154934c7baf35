using Keukentafel.Domain.Circles;

namespace Keukentafel.Web.Contributions;

/// <summary>What stands on the fold over words of a parent who lives apart from the reader: whose they are. It never hides that they are there.</summary>
/// <param name="By">Whose words.</param>
/// <param name="Sentence">What lies under it.</param>
public sealed record Apart(Seat By, string Sentence);
