using Keukentafel.Domain.Statements;

namespace Keukentafel.Web.Statements;

/// <summary>The author says that the sentence is of another kind, and why; the old kind stays visible (INV-17, R33).</summary>
public static class ChangeKind
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new StatementAct(
        "kind",
        (said, me, _) => said.By == me.Number && said.Kind != StatementKind.Telling,
        ChangeKindView.Create,
        (visit, said, typed, _) =>
        {
            said.ChangeKind(typed.One<StatementKind>("kind") ?? default, typed["reason"], typed.Number("seen"), visit.Act);
            return Task.CompletedTask;
        },
        "reason").Map(app);
}
