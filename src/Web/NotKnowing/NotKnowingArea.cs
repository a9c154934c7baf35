namespace Keukentafel.Web.NotKnowing;

/// <summary>Every address about what people do not know.</summary>
public static class NotKnowingArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeeNotKnown.Map(app);
        BeginNotKnown.Map(app);
        OpenNotKnown.Map(app);
        SayNotKnown.Map(app);
        WhyNothing.Map(app);
        LeaveIt.Map(app);
        ChooseLookAgain.Map(app);
        KnowNow.Map(app);
    }
}
