using Keukentafel.Domain.Worries;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Worries;

/// <summary>The holder of a worry says, in own words, how it is now (R26). Nobody else can (INV-4).</summary>
public static class SayHowItStands
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<Worry>
    {
        Name = "stands",
        Heading = "worries.how-now",
        May = (worry, me) => worry.By == me.Number,
        Page = SayHowItStandsView.Create,
        Do = (worry, typed, visit) => worry.Stands(typed["words"], false, visit.Act),
        Told = "worries.stands-told",
    }.Map(app);
}
