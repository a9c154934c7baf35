namespace Keukentafel.Web.Frames;

/// <summary>Every address about the frame in which a professional is at a table, and about what people may.</summary>
public static class FramesArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeeRights.Map(app);
        SeeFrames.Map(app);
        Urge.Map(app);
        AnnounceChange.Map(app);
        TellMeasure.Map(app);
        StopChange.Map(app);
    }
}
