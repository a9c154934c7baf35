namespace Keukentafel.Web.Contributions;

/// <summary>A field for somebody's own words.</summary>
/// <param name="Form">The form it stands in.</param>
/// <param name="Name">The name of the field.</param>
/// <param name="Label">What is asked.</param>
/// <param name="How">What helps to answer; null for nothing.</param>
/// <param name="Rows">How high.</param>
public sealed record WordsField(ThingScreen Form, string Name, string Label, string? How = null, int Rows = 4)
{
    /// <summary>Whether the rule that said no is about this field: the first of its form.</summary>
    public bool IsWrong => Form.Broken is not null && Name == "words";

    /// <summary>The ids of what describes the field.</summary>
    public string? DescribedBy =>
        string.Join(' ', new[] { How is null ? null : Name + "-how", IsWrong ? "broken" : null }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}
