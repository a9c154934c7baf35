using Keukentafel.Domain.Statements;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Statements;

/// <summary>The question as what one reads a sentence.</summary>
/// <param name="Label">What is asked.</param>
/// <param name="Kinds">Out of which kinds.</param>
/// <param name="Chosen">What was chosen.</param>
/// <param name="Mend">What is to be mended in this form; null for nothing.</param>
public sealed record KindsScreen(string Label, IReadOnlyList<StatementKind> Kinds, StatementKind? Chosen, Mend? Mend)
{
    /// <summary>The kinds a grown-up sorts sentences into.</summary>
    public static readonly IReadOnlyList<StatementKind> All = [StatementKind.Fact, StatementKind.Suspicion, StatementKind.Opinion];
}
