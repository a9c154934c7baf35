using Keukentafel.Domain.Overviews;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Overviews;

/// <summary>Somebody tells what came out of a questionnaire, as their own labelled words (R55): which, when, what, and what it does not say.</summary>
public static class LayOutcome
{
    /// <summary>As what it can be laid: never as a fact.</summary>
    public static readonly IReadOnlyList<StatementKind> Kinds = [StatementKind.Opinion, StatementKind.Suspicion];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new OverviewForm
    {
        Name = "outcome",
        Heading = "overviews.lay-outcome",
        Page = LayOutcomeView.Create,
        Make = (overview, typed, visit) => InstrumentOutcome.Lay(
            visit.Circle, overview, typed["instrument-words"], typed["filled-words"], typed.Day("on"), typed.One<StatementKind>("kind") ?? StatementKind.Opinion,
            typed["words"], typed["not-said-words"], visit.Circle.SetOf(typed.Seats("about")), LayDown.AudienceOf(visit, typed), visit.Act),
    }.Map(app);
}
