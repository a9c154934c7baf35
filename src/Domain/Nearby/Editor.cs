using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Nearby;

/// <summary>Somebody who writes what everybody reads about a place, and stories that were told (redacteur). It opens nothing of any circle.</summary>
/// <param name="Person">Who.</param>
public sealed record Editor(PersonId Person)
{
    /// <summary>Makes somebody an editor.</summary>
    /// <param name="person">Who.</param>
    /// <param name="age">How grown this person is.</param>
    /// <exception cref="RuleBrokenException"><see cref="NearbyRules.IsGrownUp"/>.</exception>
    public static Editor Of(PersonId person, AgeGroup age) =>
        age == AgeGroup.Adult ? new Editor(person) : throw new RuleBrokenException(NearbyRules.IsGrownUp);
}
