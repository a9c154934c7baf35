namespace Keukentafel.Web.Contributions;

/// <summary>Every address about what lies on a table.</summary>
public static class ContributionsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        LayDown.Map(app);
        OpenThing.Map(app);
        AnswerThing.Map(app);
    }
}
