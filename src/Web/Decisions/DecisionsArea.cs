namespace Keukentafel.Web.Decisions;

/// <summary>Every address about deciding together.</summary>
public static class DecisionsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeeDecisions.Map(app);
        AskDecision.Map(app);
        AskHeavy.Map(app);
        OpenDecision.Map(app);
        HelpDecide.Map(app);
        LayOption.Map(app);
        ProposeStep.Map(app);
        SayWhyNot.Map(app);
        SayWhyNothing.Map(app);
        SayWhatGetsLess.Map(app);
        AskAlong.Map(app);
        CloseDecision.Map(app);
        LookBackAt.Map(app);
    }
}
