namespace Keukentafel.Web.Statements;

/// <summary>Every address about what people do with a statement.</summary>
public static class StatementsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        AgreeAsSource.Map(app);
        ReadAs.Map(app);
        ChangeKind.Map(app);
        Correct.Map(app);
        FindOut.Map(app);
        TellWhatWasFound.Map(app);
        SayWhatItMeans.Map(app);
        SeeWithheld.Map(app);
        AgreeToWithhold.Map(app);
        WithholdLonger.Map(app);
        ShowWithheld.Map(app);
    }
}
