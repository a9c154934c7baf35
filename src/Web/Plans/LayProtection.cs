using Keukentafel.Domain.Plans;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Plans;

/// <summary>Somebody says what protects here, and how long it has shown that already (R71).</summary>
public static class LayProtection
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new PlanForm
    {
        Name = "protection",
        Heading = "plans.lay-protection",
        May = _ => true,
        Written = ["words", "shown-words"],
        Page = LayProtectionView.Create,
        Make = (visit, typed, _) => Task.FromResult<Domain.Contributions.Contribution>(Protection.Lay(
            visit.Circle, typed["words"], typed["shown-words"], visit.Circle.SetOf(typed.Seats("about")), LayDown.AudienceOf(visit, typed), visit.Act)),
    }.Map(app);
}
