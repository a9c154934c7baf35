using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Web.Statements;

/// <summary>Somebody writes down what turned up: a new sentence with its own kind and source, under the one that was found out (R38).</summary>
public static class TellWhatWasFound
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new StatementAct(
        "found",
        (said, me, _) => said.KeptFrom.IsEmpty && said.MaySayWhatWasFound(me),
        TellWhatWasFoundView.Create,
        async (visit, said, typed, cancellation) =>
        {
            var found = Statement.Lay(
                visit.Circle, typed["words"], KnowScreen.Of(visit.Circle, typed), said.About, typed.Day("happened"), said, ReadersOf(said, visit.Circle),
                visit.Act);
            said.IsFound(found, visit.Act);
            visit.Lay(found);
        },
        ["words", .. KnowScreen.Fields]).Map(app);

    /// <summary>Whoever reads the question reads what turned up, and so does who asked it.</summary>
    private static Audience ReadersOf(Statement said, Circle circle) =>
        said.Audience.Chooses(circle.SeatAt(said.By)) ? said.Audience : said.Audience.Including(SeatSet.Of(said.By));
}
