namespace Keukentafel.Web.OwnStories;

/// <summary>Every address about taking the own story along.</summary>
public static class OwnStoriesArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        TakeStoryAlong.Map(app);
        LetWordsGo.Map(app);
    }
}
