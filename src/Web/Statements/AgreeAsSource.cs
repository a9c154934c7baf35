namespace Keukentafel.Web.Statements;

/// <summary>Whoever a sentence names as its source reads it first, and says whether it may stand here so (D9).</summary>
public static class AgreeAsSource
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new StatementAct(
        "source",
        (said, me, _) => said.Source.Seat == me.Number,
        AgreeAsSourceView.Create,
        (visit, said, typed, _) =>
        {
            // Neither yes nor no was pressed: then it is no yes.
            said.AgreeAsSource(typed["agrees"] == "yes", visit.Act);
            return Task.CompletedTask;
        }).Map(app);
}
