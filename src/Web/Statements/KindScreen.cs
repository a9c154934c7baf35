using Keukentafel.Domain.Statements;

namespace Keukentafel.Web.Statements;

/// <summary>The label of a kind: by word and by shape, never by colour (R31).</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Who">Who says so.</param>
public sealed record KindScreen(StatementKind Kind, string Who);
