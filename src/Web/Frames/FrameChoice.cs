using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Frames;

/// <summary>One of some answers, in the forms about a frame.</summary>
/// <param name="Name">The field.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Answers">The answers: what is sent, and what is read.</param>
/// <param name="Chosen">Which is chosen; null for none.</param>
/// <param name="Mend">What is to be mended in this form; null for nothing.</param>
public sealed record FrameChoice(string Name, string Label, IReadOnlyList<(string Value, string Words)> Answers, string? Chosen, Mend? Mend)
{
    /// <summary>What is to be mended in this field.</summary>
    public Mend? Own => Mend?.At(Name);
}
