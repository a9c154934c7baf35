namespace Keukentafel.Web.Statements;

/// <summary>Facts rarely speak for themselves: somebody says what this means to them (INV-20, R39).</summary>
public static class SayWhatItMeans
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new StatementAct(
        "means",
        (said, me, _) => said.MayBeExplainedBy(me),
        SayWhatItMeansView.Create,
        (visit, said, typed, _) =>
        {
            said.Means(typed["words"], visit.Act);
            return Task.CompletedTask;
        },
        "words").Map(app);
}
