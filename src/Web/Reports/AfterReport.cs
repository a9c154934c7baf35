using Keukentafel.Domain.Reports;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Reports;

/// <summary>
/// What follows when something was passed on: who wrote it says on which day, the family says what it did to their say and their trust (R63), and who passed it on
/// tells what came of it.
/// </summary>
public static class AfterReport
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        new ThingForm<Report>
        {
            Name = "passed-on",
            Heading = "reports.given-do",
            May = (report, me) => report.By == me.Number && report.GivenOn is null,
            Page = PassedOnView.Create,
            Do = (report, typed, visit) => report.Give(typed.Day("day"), visit.Act),
            Told = "reports.given-told",
            Next = Letter,
        }.Map(app);
        new ThingForm<Report>
        {
            Name = "what-it-did",
            Heading = "reports.effect",
            May = (report, me) => report.AsksEffect(me),
            Page = WhatItDidView.Create,
            Do = (report, typed, visit) => report.SayEffect(Enum.GetValues<EffectAsk>().ToDictionary(ask => ask, ask => typed[Field(ask)]), visit.Act),
            Told = "reports.effect-told",
            Next = Letter,
        }.Map(app);
        new ThingForm<Report>
        {
            Name = "what-came",
            Heading = "reports.follow",
            May = (report, me) => report.By == me.Number && report.GivenOn is not null,
            Page = WhatCameView.Create,
            Do = (report, typed, visit) => report.Follow(typed["words"], visit.Act),
            Told = "reports.follow-told",
            Next = Letter,
        }.Map(app);
    }

    /// <summary>The field of a question: the first is the one that is pointed at when nothing was said.</summary>
    /// <param name="ask">The question.</param>
    internal static string Field(EffectAsk ask) => ask == EffectAsk.Control ? "words" : ask.ToString().ToLowerInvariant() + "-words";

    private static string Letter(Asked asked, Typed typed) => $"/tables/{asked.Circle}/reports/{asked.Id}";
}
