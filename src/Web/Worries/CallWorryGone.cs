using Keukentafel.Domain.Worries;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Worries;

/// <summary>The holder calls a worry gone (INV-4). It is then folded up, never deleted.</summary>
public static class CallWorryGone
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<Worry>
    {
        Name = "gone",
        Heading = "worries.gone",
        May = (worry, me) => worry.By == me.Number,
        Page = CallWorryGoneView.Create,
        Do = (worry, typed, visit) => worry.Stands(typed["words"], true, visit.Act),
        Told = "worries.gone-told",
    }.Map(app);
}
