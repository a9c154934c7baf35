using Keukentafel.Domain.Plans;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Plans;

/// <summary>Who said that it was not safe says that it is safe again. Nobody else can.</summary>
public static class SaySafe
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<NotSafe>
    {
        Name = "safe-again",
        Heading = "plans.safe-again",
        May = (thing, me) => thing.By == me.Number,
        Page = SaySafeView.Create,
        Do = (thing, typed, visit) => thing.SaySafe(typed["words"], visit.Act),
        Told = "plans.safe-told",
    }.Map(app);
}
