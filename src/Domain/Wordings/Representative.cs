using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Wordings;

/// <summary>For whom a representative speaks.</summary>
public enum RepresentativeKind
{
    /// <summary>For parents.</summary>
    Parent = 1,

    /// <summary>For young people.</summary>
    Young = 2,
}

/// <summary>Somebody who decides with others about the words of the program, for parents or for young people (R134). It opens nothing of any circle.</summary>
/// <param name="Person">Who.</param>
/// <param name="Kind">For whom.</param>
public sealed record Representative(PersonId Person, RepresentativeKind Kind)
{
    /// <summary>Makes somebody a representative.</summary>
    /// <param name="person">Who.</param>
    /// <param name="kind">For whom.</param>
    /// <param name="age">How grown this person is.</param>
    /// <param name="worksWithFamilies">Whether this person works with families.</param>
    /// <exception cref="RuleBrokenException"><see cref="WordingRules.SpeaksForOwn"/>.</exception>
    public static Representative Of(PersonId person, RepresentativeKind kind, AgeGroup age, bool worksWithFamilies) =>
        !worksWithFamilies && age != AgeGroup.Child && (kind == RepresentativeKind.Young || age == AgeGroup.Adult)
            ? new Representative(person, kind)
            : throw new RuleBrokenException(WordingRules.SpeaksForOwn);
}
