using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Decisions;

namespace Keukentafel.Web.Decisions;

/// <summary>What is still open in a decision, each with the page on which it is said.</summary>
/// <param name="Circle">The table.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Gaps">What is still open.</param>
public sealed record GapsScreen(Circle Circle, Decision Decision, IReadOnlyList<Gap> Gaps)
{
    /// <summary>The address on which it is said.</summary>
    /// <param name="gap">What is still open.</param>
    public string Address(Gap gap)
    {
        var here = $"/tables/{Circle.Id.Value}/things/{Decision.Id.Value}/";
        return gap switch
        {
            { Aid: { } aid } => here + "help-decide?aid=" + aid,
            { Child: { } child } => here + "nothing-yet?child=" + Circle.SeatAt(child).Id.Value,
            _ when gap.Rule == DecisionRules.OtherWays => here + "why-not?kind=" + gap.Kind,
            _ when gap.Rule == DecisionRules.AskedWhatIsLost => here + "gets-less",
            _ => here + "propose",
        };
    }

    /// <summary>The name of a child.</summary>
    /// <param name="child">Which.</param>
    public string Name(SeatNumber child) => Circle.SeatAt(child).Name;
}
