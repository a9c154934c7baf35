using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>Somebody proposes what is the best step for now, or says that we don't know yet (INV-53).</summary>
public static class ProposeStep
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new DecisionForm
    {
        Name = "propose",
        Heading = _ => Text.T("decisions.propose"),
        May = (decision, _) => !decision.IsClosed,
        Page = ProposeStepView.Create,
        Do = at =>
        {
            at.Decision.Propose(at.Typed["words"], at.Typed.Is("unknown"), at.Visit.Act);
            return Task.CompletedTask;
        },
        Told = "decisions.proposed-told",
    }.Map(app);
}
