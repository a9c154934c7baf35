using Keukentafel.Domain.Plans;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Plans;

/// <summary>A child or a parent says, in own words, what an agreement does for them (R69).</summary>
public static class SayFelt
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<Agreement>
    {
        Name = "felt",
        Heading = "plans.felt",
        May = (_, me) => Agreement.MaySayFelt(me),
        Page = SayFeltView.Create,
        Do = (agreement, typed, visit) => agreement.SayFelt(typed["words"], visit.Act),
        Told = "plans.felt-told",
    }.Map(app);
}
