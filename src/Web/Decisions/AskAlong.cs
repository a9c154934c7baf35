using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>More people are asked to take part, as long as nobody else said anything there. Nobody is left out later.</summary>
public static class AskAlong
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new DecisionForm
    {
        Name = "ask-along",
        Heading = _ => Text.T("decisions.ask-along"),
        May = (decision, me) => !decision.IsClosed && (decision.By == me.Number || me.IsParent),
        Page = AskAlongView.Create,
        Do = at =>
        {
            at.Decision.AskAlong(at.Visit.Circle, at.Visit.Circle.SetOf(at.Typed.Seats("named")), at.Options, at.Visit.Act);
            return Task.CompletedTask;
        },
        Told = "decisions.asked-along",
    }.Map(app);
}
