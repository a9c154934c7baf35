namespace Keukentafel.Web.Reports;

/// <summary>Every address about what a professional passes on by their own duty.</summary>
public static class ReportsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        LayReport.Map(app);
        SeeReport.Map(app);
        AfterReport.Map(app);
    }
}
