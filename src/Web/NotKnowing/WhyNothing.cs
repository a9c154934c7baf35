using Keukentafel.Domain.Access;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.NotKnowing;

/// <summary>Somebody says why there is nothing yet of a child or a parent who is asked first, and who will ask (R87).</summary>
public static class WhyNothing
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<FamilyFirst>
    {
        Name = "nothing-of",
        Heading = "notknowing.nothing-heading",
        May = (page, me) => me.IsGrownUp,
        Page = WhyNothingView.Create,
        Do = (page, typed, visit) =>
        {
            var of = visit.Circle.Find(new SeatId(typed.Id("of") ?? Guid.Empty)) ?? throw new RuleBrokenException(FamilyFirstRules.SaysOfWhom);
            var asks = visit.Circle.Find(new SeatId(typed.Id("who-asks") ?? Guid.Empty)) ?? visit.Me;
            page.SayWhyNothingOf(visit.Circle, of.Number, typed["words"], asks.Number, visit.Act);
        },
        Told = "notknowing.nothing-told",
    }.Map(app);
}
