namespace Keukentafel.Web.Statements;

/// <summary>Who keeps a sentence back asks for longer, with a reason and another's yes as the first time (R127).</summary>
public static class WithholdLonger
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new StatementAct(
        "longer",
        (said, me, _) => said.By == me.Number && !said.KeptFrom.IsEmpty && said.Withheld?.AgreedAt is not null,
        WithholdLongerView.Create,
        (visit, said, typed, _) =>
        {
            said.WithholdLonger(visit.Circle, WithholdFields.SecondOf(visit.Circle, typed), typed["why"], typed.Day("until") ?? default, visit.Act);
            return Task.CompletedTask;
        },
        "why",
        "until").Map(app);
}
