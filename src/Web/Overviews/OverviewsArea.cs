namespace Keukentafel.Web.Overviews;

/// <summary>Every address about what plays a part.</summary>
public static class OverviewsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeeOverview.Map(app);
        ProposeOverview.Map(app);
        SayUseful.Map(app);
        AddFactor.Map(app);
        SayHowItWorks.Map(app);
        LayOutcome.Map(app);
    }
}
