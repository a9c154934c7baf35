using System.Text.Json;
using System.Text.Json.Serialization;
using Keukentafel.Domain.Endings;

namespace Keukentafel.Web.Endings;

/// <summary>How long words of a table that ended stay, with where that comes from (R129). It lies inside the program; it is no setting of a table.</summary>
/// <param name="OpinionDays">How many days suspicions, opinions and worries stay.</param>
/// <param name="RestDays">How many days the rest stays.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Legal">What a lawyer still has to do with it.</param>
/// <param name="CheckedOn">The day on which it was chosen or looked at last.</param>
public sealed record KeptTerms(int OpinionDays, int RestDays, string Source, string Legal, DateOnly CheckedOn)
{
    /// <summary>Those of this version of the program.</summary>
    public static KeptTerms Now { get; } = Load();

    /// <summary>The terms alone.</summary>
    public Terms Terms => new(OpinionDays, RestDays);

    private static KeptTerms Load()
    {
        using var file = typeof(KeptTerms).Assembly.GetManifestResourceStream("Terms")!;
        return JsonSerializer.Deserialize(file, KeptTermsJson.Default.KeptTerms)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptTerms))]
internal sealed partial class KeptTermsJson : JsonSerializerContext;
