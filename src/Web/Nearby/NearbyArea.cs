namespace Keukentafel.Web.Nearby;

/// <summary>Every address about what is there in one place, and about who writes that down.</summary>
public static class NearbyArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeeNearby.Map(app);
        TakeStoryBack.Map(app);
        EditTexts.Map(app);
        Faces.Map(app);
        ShowText.Map(app);
    }
}
