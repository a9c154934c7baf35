using Keukentafel.Domain.Access;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Wishes;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Plans;

/// <summary>Somebody of the family says what they want, and by what they will notice that it is better (R112). It may begin as a wish.</summary>
public static class LayGoal
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new PlanForm
    {
        Name = "goal",
        Heading = "plans.lay-goal",
        May = Goal.MayLay,
        Chooses = true,
        Written = ["words", "better-words"],
        Page = LayGoalView.Create,
        Make = async (visit, typed, cancellation) => Goal.Lay(
            visit.Circle, typed["words"], typed["better-words"], await PlanForm.WorryOfAsync(visit, typed, cancellation),
            typed.Id("wish") is { } wish ? await visit.FindAsync<Wish>(new ContributionId(wish), cancellation) : null,
            LayDown.AudienceOf(visit, typed), visit.Act),
    }.Map(app);
}
