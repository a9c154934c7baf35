using Keukentafel.Domain.Statements;

namespace Keukentafel.Web.Statements;

/// <summary>Somebody else reads a sentence as another kind, and says why (R34). What the author says stays.</summary>
public static class ReadAs
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new StatementAct(
        "read-as",
        (said, me, _) => said.By != me.Number && said.KeptFrom.IsEmpty,
        ReadAsView.Create,
        (visit, said, typed, _) =>
        {
            said.ReadAs(typed.One<StatementKind>("kind") ?? default, typed["reason"], visit.Act);
            return Task.CompletedTask;
        },
        "reason").Map(app);
}
