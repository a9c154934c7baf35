namespace Keukentafel.Web.Library;

/// <summary>Somebody whom a family may meet: a person and what they do first, the organisation behind it small (R103).</summary>
/// <param name="Key">Which, for the words.</param>
/// <param name="Organisation">What it is called where they work; null for none.</param>
public sealed record WhoIsThere(string Key, string? Organisation = null)
{
    /// <summary>
    /// The people around a family, the nearest first. They are no row that a family passes: whoever is not needed is not met (N44).
    /// </summary>
    public static IReadOnlyList<WhoIsThere> All { get; } =
    [
        new("own"), new("teacher"), new("doctor"), new("clinic", "Jeugdgezondheidszorg"), new("team", "Lokaal team"), new("helper", "Jeugdhulp"), new("grown"),
        new("trusted", "Jeugdstem"), new("home", "Veilig Thuis"), new("police"), new("board", "Raad voor de Kinderbescherming"), new("judge", "Rechtbank"),
        new("guardian", "Gecertificeerde instelling"),
    ];

    /// <summary>What one asks whoever comes.</summary>
    public static IReadOnlyList<string> Asks { get; } = ["what", "may", "until", "tells"];
}
