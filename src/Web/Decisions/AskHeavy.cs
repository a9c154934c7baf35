using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Decisions;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Decisions;

/// <summary>Which small question is asked of who opens a heavy step.</summary>
public enum HeavyAsk
{
    /// <summary>What is the question?</summary>
    Question,

    /// <summary>What kind of step is it?</summary>
    Step,

    /// <summary>Whom is it about, and who takes part?</summary>
    Who,
}

/// <summary>
/// Somebody opens a heavy step: a short talk, one small question at a time. What helps to decide is said after it, by everybody who takes part,
/// in steps just as small (<see cref="HelpDecide"/>).
/// </summary>
public static class AskHeavy
{
    private static readonly IReadOnlyList<string> All = ["words", "heavy", "about", "named"];

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who asks.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Asked">What is asked now.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Typed Typed, HeavyAsk Asked, Rule? Broken)
    {
        /// <summary>The address of the talk.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/decisions/heavy";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>The questions.</summary>
        public Talk<HeavyAsk> Talk { get; } = new([.. Enum.GetValues<HeavyAsk>()], Asked);

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, AskDecision.FieldOf(rule, Typed), Pages.Sentence(rule)) : null;

        /// <summary>What was typed on other pages and goes along.</summary>
        public IEnumerable<(string Name, string Value)> Along => Typed.Along(All.Except(FieldsOf(Talk.Step)));
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/decisions/heavy", BeginAsync);
        app.MapPost("/tables/{circle:guid}/decisions/heavy", GoOnAsync);
    }

    private static async Task<IResult> BeginAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        if (!http.Request.Query.ContainsKey(Typed.DraftField))
        {
            await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
            return DraftPages.Begin(http, $"/tables/{circle}/decisions/heavy");
        }

        return await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), http.Step<HeavyAsk>(), null, cancellation);
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Door door, Typed typed, HeavyAsk step, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        return AskHeavyView.Create(new Screen(
            Frame.Of(http, Text.T("decisions.heavy"), visit.Circle.Id, "decisions") with { Narrow = true }, visit.Circle, visit.Me, typed, step, broken));
    }

    private static async Task<IResult> GoOnAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var talk = new Talk<HeavyAsk>([.. Enum.GetValues<HeavyAsk>()], typed.One<HeavyAsk>("step") ?? HeavyAsk.Question);
        var path = $"/tables/{circle}/decisions/heavy";
        async Task<IResult> GoOnTo(HeavyAsk step)
        {
            await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
            return await DraftPages.GoOnAsync(http, drafts, typed, path, "step=" + step);
        }

        if (typed.One<HeavyAsk>("back") is { } back)
        {
            return await GoOnTo(back);
        }

        if (Missing(talk.Step, typed) is { } missing)
        {
            return Pages.With(await AskAsync(http, circle, door, typed, talk.Step, missing, cancellation), Pages.StatusOf(missing));
        }

        return talk.IsLast
            ? await Pages.TryAsync(
                () => AskDecision.LayAsync(http, circle, door, typed, typed.One<HeavyStep>("heavy") ?? throw new RuleBrokenException(DecisionRules.SaysWhich), cancellation),
                broken => AskAsync(http, circle, door, typed, StepOf(broken, typed), broken, cancellation))
            : await GoOnTo(talk.Next);
    }

    private static Rule? Missing(HeavyAsk step, Typed typed) => step switch
    {
        HeavyAsk.Question when Words.Tidy(typed["words"]) is null => CommonRules.InWords,
        HeavyAsk.Question when Words.IsTooLong(typed["words"], Words.Brief) => CommonRules.NotTooLong,
        HeavyAsk.Step when typed.One<HeavyStep>("heavy") is null => DecisionRules.SaysWhich,
        _ => null,
    };

    private static HeavyAsk StepOf(Rule broken, Typed typed) => AskDecision.FieldOf(broken, typed) switch
    {
        "words" => HeavyAsk.Question,
        "heavy" => HeavyAsk.Step,
        _ => HeavyAsk.Who,
    };

    private static IReadOnlyList<string> FieldsOf(HeavyAsk step) => step switch
    {
        HeavyAsk.Question => ["words"],
        HeavyAsk.Step => ["heavy"],
        _ => ["about", "named"],
    };
}
