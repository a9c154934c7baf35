using Keukentafel.Domain.Access;
using Keukentafel.Domain.Decisions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>Somebody says why there is nothing of a child yet, and who will ask (R15).</summary>
public static class SayWhyNothing
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new DecisionForm
    {
        Name = "nothing-yet",
        Asks = "child",
        Heading = screen => Text.T("decisions.nothing-of", screen.Child.Name),
        May = (decision, me) => !decision.About.IsEmpty && me.IsGrownUp,
        Page = SayWhyNothingView.Create,
        Do = at =>
        {
            var child = at.Visit.Circle.Find(new SeatId(at.Typed.Id("child") ?? Guid.Empty)) ?? throw new RuleBrokenException(DecisionRules.SaysWhich);
            var asks = at.Visit.Circle.Find(new SeatId(at.Typed.Id("who-asks") ?? Guid.Empty)) ?? at.Visit.Me;
            at.Decision.SayWhyNothingOf(at.Visit.Circle, child.Number, at.Typed["words"], asks.Number, at.Visit.Act);
            return Task.CompletedTask;
        },
        Told = "decisions.nothing-told",
    }.Map(app);
}
