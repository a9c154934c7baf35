using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Web.Statements;

/// <summary>Who was asked says whether whom a sentence is about does not read it yet, or not yet for longer, and may take a yes back (R127).</summary>
public static class AgreeToWithhold
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new StatementAct(
        "withheld",
        (said, me, today) => IsAsked(said, me) || said.MayTakeYesBack(me, today),
        AgreeToWithholdView.Create,
        (visit, said, typed, _) =>
        {
            switch (typed["agrees"])
            {
                case "yes":
                    said.AgreeToWithhold(visit.Act);
                    break;
                case "back":
                    said.TakeYesBack(visit.Act);
                    break;
                case "no":
                    said.RefuseToWithhold(visit.Act);
                    break;
                default:
                    // Neither was pressed: that is no answer.
                    throw new RuleBrokenException(SaysYesOrNo);
            }

            return Task.CompletedTask;
        })
    {
        // After a no, or a yes that was taken back, it is its author's alone: there is nothing to go back to.
        Heading = (said, me) => IsAsked(said, me) ? null : "statements.yes-back",
        Next = (circle, _) => $"/tables/{circle}/not-yet",
    }.Map(app);

    private static bool IsAsked(Statement said, Seat me) => said.AskedToWithhold?.Second == me.Number;

    /// <summary>One of the two is pressed.</summary>
    public static readonly Rule SaysYesOrNo = new("withholding.yes-or-no");
}
