using Keukentafel.Domain.Frames;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Frames;

/// <summary>Who announced a change says that it does not go on, or that the judge said no.</summary>
public static class StopChange
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<FrameChange>
    {
        Name = "not-going-on",
        Heading = "frames.stop",
        May = (change, me) => change.By == me.Number && change.Stopped is null,
        Page = StopChangeView.Create,
        Do = (change, typed, visit) => change.Stop(visit.Circle, typed["words"], visit.Act),
        Told = "frames.stop-told",
        Next = (asked, _) => $"/tables/{asked.Circle}/frames",
    }.Map(app);
}
