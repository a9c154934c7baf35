namespace Keukentafel.Web.Consults;

/// <summary>Every address about asking in the background (R98).</summary>
public static class ConsultsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeeConsults.Map(app);
        AskConsult.Map(app);
        SeeConsult.Map(app);
        Advise.Map(app);
    }
}
