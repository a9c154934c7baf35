using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Decisions;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>The light way to decide (R73): the question and what we choose. The rest may stay folded.</summary>
public static class AskDecision
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who asks.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the form.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/decisions/new";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule, Typed), Pages.Sentence(rule)) : null;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/decisions/new", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/decisions/new", OpenAsync);
    }

    /// <summary>Opens a decision from what was typed, and gives the address of its page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="circle">The table.</param>
    /// <param name="door">The door.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="step">Which heavy step; null for a light decision.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal static async Task<string> LayAsync(HttpContext http, Guid circle, Door door, Typed typed, HeavyStep? step, CancellationToken cancellation)
    {
        var id = await door.ChangeAsync(
            http.Caller(),
            new CircleId(circle),
            Permission.Speak,
            visit =>
            {
                var opened = Decision.Open(
                    visit.Circle, typed["words"], typed["chosen-words"], typed.Is("unknown"), step, visit.Circle.SetOf(typed.Seats("about")),
                    visit.Circle.SetOf(typed.Seats("named")), typed.Day("look-back"), visit.Act);
                visit.Lay(opened);
                return Task.FromResult(opened.Id);
            },
            cancellation,
            http.Spent());
        Saying.Say(http, step is null ? "decisions.asked" : "decisions.asked-heavy");
        return $"/tables/{circle}/decisions/{id.Value}";
    }

    /// <summary>In which field something is to be mended.</summary>
    /// <param name="rule">The rule that said no.</param>
    /// <param name="typed">What was typed.</param>
    internal static string? FieldOf(Rule rule, Typed typed) => rule switch
    {
        _ when rule == CommonRules.InWords => "words",
        _ when rule == CommonRules.NotTooLong => Words.IsTooLong(typed["words"], Words.Brief) ? "words" : "chosen-words",
        _ when rule == DecisionRules.SaysWhat => "chosen-words",
        _ when rule == DecisionRules.DayToCome => "look-back",
        _ when rule == DecisionRules.SaysWhich => "heavy",
        _ => null,
    };

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        return AskDecisionView.Create(new Screen(
            Frame.Of(http, Text.T("decisions.ask"), visit.Circle.Id, "decisions") with { Narrow = true }, visit.Circle, visit.Me, typed, broken));
    }

    private static async Task<IResult> OpenAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            () => LayAsync(http, circle, door, typed, null, cancellation), broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }
}
