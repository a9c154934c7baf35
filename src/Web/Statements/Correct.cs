namespace Keukentafel.Web.Statements;

/// <summary>The author corrects the sentence and says why; the old sentence stays visible (R36).</summary>
public static class Correct
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new StatementAct(
        "correct",
        (said, me, _) => said.By == me.Number,
        CorrectView.Create,
        (visit, said, typed, _) =>
        {
            said.Correct(typed["words"], typed["reason"], typed.Number("seen"), visit.Act);
            return Task.CompletedTask;
        },
        "words",
        "reason").Map(app);
}
