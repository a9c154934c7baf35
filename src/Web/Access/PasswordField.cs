using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Access;

/// <summary>A field for a password. What is typed in it comes back in no page and in no draft.</summary>
/// <param name="Name">Its name, also its id.</param>
/// <param name="Label">What is asked.</param>
/// <param name="How">A word of help; null for none.</param>
/// <param name="IsNew">Whether it is a new one.</param>
/// <param name="Mend">What is to be mended in this form; null for nothing.</param>
public sealed record PasswordField(string Name, string Label, string? How, bool IsNew, Mend? Mend)
{
    /// <summary>What is to be mended in this field.</summary>
    public Mend? Own => Mend?.At(Name);

    /// <summary>The ids of what describes it.</summary>
    public string? DescribedBy => string.Join(' ', new[] { How is null ? null : Name + "-how", Own is null ? null : Name + "-error" }.OfType<string>()) is { Length: > 0 } ids
        ? ids
        : null;
}
