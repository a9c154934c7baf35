using Keukentafel.Domain.Access;

namespace Keukentafel.Web.Shell;

/// <summary>One thing in a form that is still to be mended: said once above the form, and once beside the field.</summary>
/// <param name="Rule">The rule that said no.</param>
/// <param name="Field">The field; null when it is about no field in particular.</param>
/// <param name="Sentence">What to do, in words.</param>
public sealed record Mend(Rule Rule, string? Field, string Sentence)
{
    /// <summary>This, when it is about one field; else null.</summary>
    /// <param name="field">The field.</param>
    public Mend? At(string field) => Field == field ? this : null;
}

/// <summary>A field in which somebody writes.</summary>
/// <param name="Name">Its name, also its id.</param>
/// <param name="Label">What is asked.</param>
/// <param name="How">A word of help; null for none.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Mend">What is to be mended in this form; null for nothing.</param>
public sealed record WritingField(string Name, string Label, string? How, string? Value, Mend? Mend)
{
    /// <summary>The language of what stands in it, where it is another than that of the page; else null.</summary>
    public string? Language { get; init; }

    /// <summary>How many lines; 0 for a day.</summary>
    public int Rows { get; init; } = 3;

    /// <summary>Whether the page begins here.</summary>
    public bool First { get; init; }

    /// <summary>What is to be mended in this field.</summary>
    public Mend? Own => Mend?.At(Name);

    /// <summary>The ids of what describes it.</summary>
    public string? DescribedBy => string.Join(' ', new[] { How is null ? null : Name + "-how", Own is null ? null : Name + "-error" }.OfType<string>()) is { Length: > 0 } ids
        ? ids
        : null;
}

/// <summary>A field for a few words: a name, what somebody is.</summary>
/// <param name="Name">Its name, also its id.</param>
/// <param name="Label">What is asked.</param>
/// <param name="How">A word of help; null for none.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Mend">What is to be mended in this form; null for nothing.</param>
public sealed record ShortField(string Name, string Label, string? How, string? Value, Mend? Mend)
{
    /// <summary>The language of what stands in it, where it is another than that of the page; else null.</summary>
    public string? Language { get; init; }

    /// <summary>How many characters.</summary>
    public int Most { get; init; } = 60;

    /// <summary>Whether the page begins here.</summary>
    public bool First { get; init; }

    /// <summary>Whether every character counts, as in a name to sign in with.</summary>
    public bool AsTyped { get; init; }

    /// <summary>What is to be mended in this field.</summary>
    public Mend? Own => Mend?.At(Name);

    /// <summary>The ids of what describes it.</summary>
    public string? DescribedBy => string.Join(' ', new[] { How is null ? null : Name + "-how", Own is null ? null : Name + "-error" }.OfType<string>()) is { Length: > 0 } ids
        ? ids
        : null;
}
