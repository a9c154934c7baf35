using Keukentafel.Domain.Decisions;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Decisions;

/// <summary>What is said of an option, as it is shown: as it lies there, or as it lay there then.</summary>
/// <param name="Card">The slip it stands on.</param>
/// <param name="Parts">What is said.</param>
public sealed record OptionSheet(SlipScreen Card, OptionParts Parts);
