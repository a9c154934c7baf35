using Keukentafel.Domain.Access;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Incidents;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Reports;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.NotKnowing;

/// <summary>What the forms about things that people look at together have in common.</summary>
internal static class Together
{
    /// <summary>What is to be mended; null for nothing.</summary>
    /// <param name="broken">The rule that said no.</param>
    /// <param name="typed">What was typed.</param>
    public static Mend? MendOf(Rule? broken, Typed typed) => broken is { } rule ? new Mend(rule, FieldOf(rule, typed), Pages.Sentence(rule)) : null;

    /// <summary>What is to be mended in a form; null for nothing.</summary>
    /// <param name="form">The form.</param>
    public static Mend? Mend(this ThingScreen form) => MendOf(form.Broken, form.Typed);

    /// <summary>Who goes before the one who fills in this form; nobody once words were typed that may not get lost.</summary>
    /// <param name="form">The form.</param>
    public static IReadOnlyList<string> Before(this ThingScreen form) => form.Broken is not null
        ? []
        : [.. ((FamilyFirst)form.Card.Contribution).FamilyBefore(form.Card.Circle, form.Me).Select(seat => seat.Name)];

    /// <summary>What was chosen in place of words.</summary>
    /// <param name="typed">What was typed.</param>
    public static Reply ReplyOf(Typed typed) => typed.Is("dont-know") ? Reply.DontKnow : typed.Is("later") ? Reply.Later : Reply.Words;

    /// <summary>The page of something that is looked at together.</summary>
    /// <param name="circle">At which table.</param>
    /// <param name="thing">What.</param>
    public static string PageOf(Guid circle, Contribution thing) => $"/tables/{circle}/{(thing is Incident ? "incidents" : "not-known")}/{thing.Id.Value}";

    private static string? FieldOf(Rule rule, Typed typed) => rule switch
    {
        _ when rule == CommonRules.InWords => "words",
        _ when rule == CommonRules.NotTooLong => typed.Fields.FirstOrDefault(field => Words.IsTooLong(field.Value.FirstOrDefault(), Words.Brief)).Key,
        _ when rule == DecisionRules.DayToCome || rule == IncidentRules.WentBy || rule == ReportRules.WentBy => "day",
        _ when rule == IncidentRules.SaysWhich => "kind",
        _ when rule == IncidentRules.SaysWhether => "may",
        _ when rule == IncidentRules.SaysThing || rule == IncidentRules.OfThen => "things",
        _ when rule == FamilyFirstRules.SaysOfWhom => "of",
        _ when rule == LayRules.NamesReaders || rule == LayRules.ReadersAreClear => "readers",
        _ => null,
    };
}
