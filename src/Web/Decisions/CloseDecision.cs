using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>
/// Somebody closes a decision, by name. Where anybody does not agree, that one is owed a reason, an authority, the rights and where to object
/// (R75).
/// </summary>
public static class CloseDecision
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new DecisionForm
    {
        Name = "close",
        Heading = _ => Text.T("decisions.close"),
        May = (decision, me) => decision.MayBeClosedBy(me),
        Page = CloseDecisionView.Create,
        Do = at =>
        {
            at.Decision.MustStillPropose(at.Typed.Number("step"), at.Visit.Act);
            var owed = DecisionScreen.Owed;
            at.Decision.Close(
                at.Visit.Circle, at.Options, at.Typed[owed[0]], at.Typed[owed[1]], at.Typed[owed[2]], at.Typed[owed[3]], at.Visit.Act);
            return Task.CompletedTask;
        },
        Told = "decisions.closed-told",
    }.Map(app);
}
