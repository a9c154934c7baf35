namespace Keukentafel.Web.Collaborations;

/// <summary>Every address about how people work together.</summary>
public static class CollaborationsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeeCollaboration.Map(app);
        ChooseSentence.Map(app);
        SeeCoordinator.Map(app);
        AskCoordinator.Map(app);
    }
}
