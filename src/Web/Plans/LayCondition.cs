using Keukentafel.Domain.Plans;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Plans;

/// <summary>A guest says what must be, on what ground, and what happens when it is not met (INV-77). It stands apart from the goals (INV-44).</summary>
public static class LayCondition
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new PlanForm
    {
        Name = "condition",
        Heading = "plans.lay-condition",
        May = Condition.MayLay,
        Written = ["words", "ground-words", "consequence-words"],
        Page = LayConditionView.Create,
        Make = (visit, typed, _) => Task.FromResult<Domain.Contributions.Contribution>(Condition.Lay(
            visit.Circle, typed["words"], typed["ground-words"], typed["consequence-words"], visit.Circle.SetOf(typed.Seats("about")),
            LayDown.AudienceOf(visit, typed), visit.Act)),
    }.Map(app);
}
