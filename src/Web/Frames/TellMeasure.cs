using Keukentafel.Domain.Access;
using Keukentafel.Domain.Frames;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Frames;

/// <summary>Who announced a measure tells what the judge decided (R119, INV-78): only then does it begin.</summary>
public static class TellMeasure
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<FrameChange>
    {
        Name = "judge",
        Heading = "frames.judge",
        May = (change, me) => change.MayBeDecidedBy(me),
        Page = TellMeasureView.Create,
        Do = (change, typed, visit) => change.Decide(
            visit.Circle, typed["judge-words"], typed["words"], typed.Day("decided"), typed.Day("starts"), typed.Day("ends"), typed["stops-words"],
            typed["cannot-words"], typed["late-words"], visit.Act),
        Told = "frames.judge-told",
        Next = (asked, _) => $"/tables/{asked.Circle}/frames",
    }.Map(app);

    /// <summary>What is to be mended; null for nothing.</summary>
    /// <param name="form">The form.</param>
    public static Mend? MendOf(ThingScreen form) => form.Broken is not { } rule ? null : new Mend(
        rule,
        rule switch
        {
            _ when rule == FrameRules.SaysJudge || rule == CommonRules.NameNotTooLong => "judge-words",
            _ when rule == FrameRules.SaysDecision => "words",
            _ when rule == FrameRules.HasBeenDecided => "decided",
            _ when rule == FrameRules.BeginsAfterDecision => "starts",
            _ when rule == FrameRules.SaysLastDay => "ends",
            _ when rule == FrameRules.SaysStopsWhen => "stops-words",
            _ when rule == FrameRules.SaysCannot => "cannot-words",
            _ when rule == FrameRules.SaysWhyLate => "late-words",
            _ when rule == CommonRules.NotTooLong =>
                Array.Find(["words", "stops-words", "cannot-words", "late-words"], field => Words.IsTooLong(form.Typed[field], Words.Brief)),
            _ => null,
        },
        Pages.Sentence(rule));
}
