namespace Keukentafel.Web.Incidents;

/// <summary>Every address about looking together at what went wrong, or at a standstill.</summary>
public static class IncidentsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeeIncidents.Map(app);
        BeginIncident.Map(app);
        OpenIncident.Map(app);
        TellIncident.Map(app);
        LayWithIncident.Map(app);
        SayMayLearn.Map(app);
    }
}
