using Keukentafel.Domain.Plans;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Plans;

/// <summary>Somebody gives advice. The page says, to who gives it and to who reads it, that it is free (INV-77).</summary>
public static class LayAdvice
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new PlanForm
    {
        Name = "advice",
        Heading = "plans.lay-advice",
        May = _ => true,
        Written = ["words", "why-words"],
        Page = LayAdviceView.Create,
        Make = (visit, typed, _) => Task.FromResult<Domain.Contributions.Contribution>(Advice.Lay(
            visit.Circle, typed["words"], typed["why-words"], visit.Circle.SetOf(typed.Seats("about")), LayDown.AudienceOf(visit, typed), visit.Act)),
    }.Map(app);
}
