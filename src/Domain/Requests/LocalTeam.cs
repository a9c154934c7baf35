using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Requests;

/// <summary>Which local team.</summary>
/// <param name="Value">A version-4 GUID.</param>
public readonly record struct LocalTeamId(Guid Value) : ITypedId<LocalTeamId>
{
    /// <summary>Makes a new random id.</summary>
    public static LocalTeamId New() => new(RandomIds.Next());

    /// <inheritdoc />
    public static LocalTeamId From(Guid value) => new(value);
}

/// <summary>The local team (lokaal team, wijkteam) of a place: the people who read and answer what is asked there. Everybody may know its name.</summary>
/// <param name="Id">Which.</param>
/// <param name="Place">For which place, as people call it.</param>
/// <param name="Name">What it is called.</param>
public sealed record LocalTeam(LocalTeamId Id, string Place, string Name)
{
    /// <summary>
    /// Whether these are experts (deskundigen), who think along with people who work with families, without names (R98). Nobody asks them for help, and they come to
    /// nobody.
    /// </summary>
    public bool AreExperts { get; init; }

    /// <summary>Makes a team.</summary>
    /// <param name="place">For which place.</param>
    /// <param name="name">What it is called.</param>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.TeamHasName"/>.</exception>
    public static LocalTeam Of(string? place, string? name) =>
        Words.Tidy(place) is { Length: <= Words.Name } there && Words.Tidy(name) is { Length: <= Words.Name } called
            && !there.Contains('\n', StringComparison.Ordinal) && !called.Contains('\n', StringComparison.Ordinal)
            ? new LocalTeam(LocalTeamId.New(), there, called)
            : throw new RuleBrokenException(RequestRules.TeamHasName);
}

/// <summary>Somebody who reads and answers, for a local team, what people ask. It opens nothing of any circle.</summary>
/// <param name="Person">Who.</param>
/// <param name="Team">For which team.</param>
public sealed record TeamMember(PersonId Person, LocalTeamId Team)
{
    /// <summary>Makes somebody one of a team.</summary>
    /// <param name="person">Who.</param>
    /// <param name="team">Of which team.</param>
    /// <param name="worksWithFamilies">Whether this person works with families.</param>
    /// <exception cref="RuleBrokenException"><see cref="RequestRules.WorksWithFamilies"/>.</exception>
    public static TeamMember Of(PersonId person, LocalTeamId team, bool worksWithFamilies) =>
        worksWithFamilies ? new TeamMember(person, team) : throw new RuleBrokenException(RequestRules.WorksWithFamilies);
}
