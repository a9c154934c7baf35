using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Web.Statements;

/// <summary>People agree who finds out whether it is so, and before when (R38).</summary>
public static class FindOut
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new StatementAct(
        "find-out",
        (said, _, _) => said.KeptFrom.IsEmpty,
        FindOutView.Create,
        (visit, said, typed, _) =>
        {
            var who = (typed.Id("who") is { } seat ? visit.Circle.Find(new SeatId(seat)) : null) ?? throw new RuleBrokenException(CircleRules.SitsHere);
            said.FindOut(visit.Circle, who.Number, typed.Day("before") ?? default, visit.Act);
            return Task.CompletedTask;
        },
        "who",
        "before").Map(app);
}
