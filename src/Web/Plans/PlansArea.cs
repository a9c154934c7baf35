namespace Keukentafel.Web.Plans;

/// <summary>Every address about the one plan of a table.</summary>
public static class PlansArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeePlan.Map(app);
        NotSafeNow.Map(app);
        LayGoal.Map(app);
        LayAgreement.Map(app);
        LayCondition.Map(app);
        LayAdvice.Map(app);
        LayProtection.Map(app);
        FoldPart.Map(app);
        SayFelt.Map(app);
        SaySafe.Map(app);
    }
}
