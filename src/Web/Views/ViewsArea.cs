namespace Keukentafel.Web.Views;

/// <summary>Every address about how people see it.</summary>
public static class ViewsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeeViews.Map(app);
        LayView.Map(app);
        PointOut.Map(app);
        StayDifferent.Map(app);
    }
}
