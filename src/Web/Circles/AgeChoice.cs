using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;

namespace Keukentafel.Web.Circles;

/// <summary>How old somebody is, in three steps; grown up when not said.</summary>
/// <param name="Legend">What is asked.</param>
/// <param name="Typed">What was chosen.</param>
public sealed record AgeChoice(string Legend, Typed Typed)
{
    /// <summary>What is ticked.</summary>
    public AgeGroup Chosen => Typed.One<AgeGroup>("age") ?? AgeGroup.Adult;
}
