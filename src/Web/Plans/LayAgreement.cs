using Keukentafel.Domain.Plans;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Plans;

/// <summary>Somebody says who will do what (R69). Neighbours and volunteers stand in the same list and form (R64); the rest may stay empty.</summary>
public static class LayAgreement
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new PlanForm
    {
        Name = "agreement",
        Heading = "plans.lay-agreement",
        May = _ => true,
        Chooses = true,
        Written = ["words", "why-words"],
        Page = LayAgreementView.Create,
        Make = async (visit, typed, cancellation) => Agreement.Lay(
            visit.Circle, typed["words"], visit.Circle.SetOf(typed.Seats("who")), typed["others-words"], typed["why-words"], typed.Day("look-back"),
            LayDown.AudienceOf(visit, typed), visit.Act,
            new PlanPlace(typed.One<Way>("way"), typed.Day("until"), await PlanForm.WorryOfAsync(visit, typed, cancellation))),
    }.Map(app);
}
