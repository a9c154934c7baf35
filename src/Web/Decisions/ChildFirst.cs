using Keukentafel.Domain.Circles;

namespace Keukentafel.Web.Decisions;

/// <summary>A question that is a child's first: who it is, and what a grown-up can do meanwhile.</summary>
/// <param name="Form">The page.</param>
/// <param name="Children">The children who go first.</param>
public sealed record ChildFirst(DecisionScreen Form, IReadOnlyList<Seat> Children);
