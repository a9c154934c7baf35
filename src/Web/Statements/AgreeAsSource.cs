using Keukentafel.Domain.Statements;

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
        async (visit, said, typed, cancellation) =>
        {
            // Neither yes nor no was pressed: then it is no yes.
            said.AgreeAsSource(typed["agrees"] == "yes", visit.Act);
            if (said.Under is { } under && await visit.FindIfReadableAsync<Statement>(under, cancellation) is { } asked)
            {
                asked.IsFoundWith(said, visit.Act);
            }
        }).Map(app);
}
