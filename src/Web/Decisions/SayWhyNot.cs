using Keukentafel.Domain.Decisions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>Somebody says why a way of some kind does not lie there (R77, INV-46, INV-47).</summary>
public static class SayWhyNot
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new DecisionForm
    {
        Name = "why-not",
        Asks = "kind",
        Heading = _ => Text.T("decisions.why-not"),
        May = (decision, _) => decision is { IsHeavy: true, IsClosed: false },
        Page = SayWhyNotView.Create,
        Do = at =>
        {
            at.Decision.SayWhyNot(at.Typed.One<OptionKinds>("kind") ?? default, at.Typed["words"], at.Visit.Act);
            return Task.CompletedTask;
        },
        Told = "decisions.helped",
    }.Map(app);

    /// <summary>Which kind the page is about: the one asked for, else the first that is owed.</summary>
    /// <param name="screen">The page.</param>
    public static OptionKinds KindOf(DecisionScreen screen) =>
        Enum.TryParse<OptionKinds>(screen.Asked, out var kind) && Decision.KindsOwed.Contains(kind) ? kind : Decision.KindsOwed[0];
}
