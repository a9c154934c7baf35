namespace Keukentafel.Web.Statements;

/// <summary>Who keeps a sentence back shows it, at any time (R127).</summary>
public static class ShowWithheld
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new StatementAct(
        "show",
        (said, me, _) => said.By == me.Number && !said.KeptFrom.IsEmpty,
        ShowWithheldView.Create,
        (visit, said, _, _) =>
        {
            said.Show(visit.Act);
            return Task.CompletedTask;
        }).Map(app);
}
