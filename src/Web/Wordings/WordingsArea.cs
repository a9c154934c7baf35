namespace Keukentafel.Web.Wordings;

/// <summary>Every address about the words of the program: saying that one is hard or wrong, deciding about it, reading what was decided.</summary>
public static class WordingsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SayWord.Map(app);
        SeeChanged.Map(app);
        ReviewWords.Map(app);
    }
}
