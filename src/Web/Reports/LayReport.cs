using System.Globalization;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Reports;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Reports;

/// <summary>Which small question is asked of who has to pass something on, in the order of the steps of the duty.</summary>
public enum ReportStep
{
    /// <summary>What goes along of what you wrote down?</summary>
    Sentences,

    /// <summary>Whom is it about, and how did they hear it from you?</summary>
    Family,

    /// <summary>Which help did you offer, and what do you keep doing?</summary>
    Help,

    /// <summary>To whom does it go, and why?</summary>
    Letter,

    /// <summary>Nothing more: the letter is read over before others read it.</summary>
    Read,
}

/// <summary>
/// A professional writes down what they pass on to an agency all the same, by their own duty (R61, R62): a short talk, one small question at a time. Whom it is about
/// reads it first. Nothing is sent.
/// </summary>
public static class LayReport
{
    private static readonly IReadOnlyDictionary<ReportAsk, (ReportStep Step, string Field)> Asked = new Dictionary<ReportAsk, (ReportStep, string)>
    {
        [ReportAsk.Told] = (ReportStep.Family, "heard-words"),
        [ReportAsk.Offered] = (ReportStep.Help, "offered-words"),
        [ReportAsk.Keeps] = (ReportStep.Help, "keeps-words"),
        [ReportAsk.LookBack] = (ReportStep.Help, "day"),
        [ReportAsk.To] = (ReportStep.Letter, "to"),
        [ReportAsk.Why] = (ReportStep.Letter, "why-words"),
    };

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who writes.</param>
    /// <param name="Sentences">The own sentences, each with its kind, its source and the answers (R35): to choose from, or those that go along; nothing where another question is asked.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Asked">What is asked now.</param>
    /// <param name="Broken">The rule that said no, and the field; null for none.</param>
    public sealed record Screen(
        Frame Frame, Circle Circle, Seat Me, IReadOnlyList<SlipScreen> Sentences, Typed Typed, ReportStep Asked, (Rule Rule, string? Field)? Broken)
    {
        /// <summary>What was begun here before and not finished; null for nothing.</summary>
        public Draft? Begun { get; init; }

        /// <summary>The address of the talk.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/reports/new";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>The questions.</summary>
        public Talk<ReportStep> Talk { get; } = TalkAt(Asked);

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is var (rule, place) ? new Mend(rule, place, Pages.Sentence(rule)) : null;

        /// <summary>Whom it can be about.</summary>
        public IReadOnlyList<Seat> People => [.. Circle.Seats.Where(Urging.MayBeUrged)];

        /// <summary>On which day we look back.</summary>
        public string Day => Typed["day"] ?? Days.Of(Frame.Now).AddDays(Report.UsualDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        /// <summary>What was typed on other pages and goes along.</summary>
        public IEnumerable<(string Name, string Value)> Along => Typed.Along(Enum.GetValues<ReportStep>().Where(step => step != Talk.Step).SelectMany(FieldsOf));
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/reports/new", BeginAsync);
        app.MapPost("/tables/{circle:guid}/reports/new", GoOnAsync);
    }

    private static Talk<ReportStep> TalkAt(ReportStep step) => new([.. Enum.GetValues<ReportStep>()], step);

    private static IEnumerable<string> FieldsOf(ReportStep step) =>
    [
        .. step == ReportStep.Sentences ? ["thing"] : step == ReportStep.Family ? new[] { "about" } : [],
        .. Asked.Values.Where(asked => asked.Step == step).Select(asked => asked.Field),
    ];

    private static async Task<IResult> BeginAsync(HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation)
    {
        if (http.Request.Query.ContainsKey(Typed.DraftField))
        {
            var typed = await http.FromDraftAsync(drafts, cancellation);

            // Only where nothing was typed yet: a draft that is open is not told of as another.
            return await AskAsync(
                http, circle, door, typed, http.Step<ReportStep>(), null, cancellation,
                typed.Fields.Count > 1 ? null : await DraftPages.BegunAsync(http, drafts, http.Request.Path, typed.Id(Typed.DraftField), cancellation));
        }

        await using var visit = await EnterAsync(http, circle, door, cancellation);
        return DraftPages.Begin(http, $"/tables/{circle}/reports/new");
    }

    private static async Task<Visit> EnterAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        if (Report.MayLay(visit.Me))
        {
            return visit;
        }

        await visit.DisposeAsync();
        throw new RefusedException();
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Door door, Typed typed, ReportStep step, (Rule, string?)? broken, CancellationToken cancellation, Draft? begun = null)
    {
        await using var visit = await EnterAsync(http, circle, door, cancellation);
        var frame = Frame.Of(http, Text.T("reports.heading"), visit.Circle.Id) with { Narrow = true };
        List<SlipScreen> sentences = [];
        if (TalkAt(step).Step is ReportStep.Sentences or ReportStep.Read)
        {
            var look = Look.Of(
                "report-new",
                (slips, me) => [.. slips.Where(slip => slip.By == me.Number && slip.WaitsFor is null && !slip.Flags.HasFlag(SlipFlags.TakenBack))],
                typeof(Statement));
            var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), look, cancellation);
            http.Response.RegisterForDispose(sight);
            var taken = typed.All("thing");
            sentences.AddRange(sight.Slips.Where(slip => step != ReportStep.Read || taken.Contains(slip.Id.Value.ToString())).Select(slip => new SlipScreen(sight.Circle, sight.Me, slip.Contribution, frame.Now, false, 0)));
        }

        return LayReportView.Create(new Screen(frame, visit.Circle, visit.Me, sentences, typed, step, broken) { Begun = begun });
    }

    private static async Task<IResult> GoOnAsync(HttpContext http, Guid circle, Door door, Drafts drafts, TimeProvider clock, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var talk = TalkAt(typed.One<ReportStep>("step") ?? ReportStep.Sentences);
        (Rule, string?)? broken;
        await using (var visit = await EnterAsync(http, circle, door, cancellation))
        {
            if (typed.One<ReportStep>("back") is { } back)
            {
                return await GoOnToAsync(back);
            }

            broken = BrokenIn(talk.Step, typed, visit.Circle, Days.Of(clock.GetUtcNow()));
        }

        if (broken is var (rule, _))
        {
            return Pages.With(await AskAsync(http, circle, door, typed, talk.Step, broken, cancellation), Pages.StatusOf(rule));
        }

        return !talk.IsLast ? await GoOnToAsync(talk.Next) : await Pages.TryAsync(
            async () =>
            {
                var laid = await Laying.LayAsync(
                    http,
                    circle,
                    door,
                    async visit => Report.MayLay(visit.Me)
                        ? Report.Lay(
                            visit.Circle, AnswersIn(typed), await visit.ThingsAsync<Statement>(typed, cancellation, Report.MostSentences + 1),
                            visit.Circle.SetOf(typed.Seats("about")), visit.Act)
                        : throw new RefusedException(),
                    cancellation);
                return $"/tables/{circle}/reports/{laid.Value}";
            },
            rule =>
            {
                var (step, place) = PlaceOf(rule, typed, Days.Of(clock.GetUtcNow()));
                return AskAsync(http, circle, door, typed, step, (rule, place), cancellation);
            });

        Task<IResult> GoOnToAsync(ReportStep step) => DraftPages.GoOnAsync(http, drafts, typed, $"/tables/{circle}/reports/new", "step=" + step);
    }

    private static ReportAnswers AnswersIn(Typed typed) =>
        new(typed["to"], typed["why-words"], typed["heard-words"], typed["offered-words"], typed["keeps-words"], typed.Day("day"));

    // What the domain says of the answers to one question. What they are about, and which sentences go along, it says of the whole.
    private static (Rule, string?)? BrokenIn(ReportStep step, Typed typed, Circle circle, DateOnly today) => step switch
    {
        ReportStep.Sentences => typed.All("thing").Count == 0 ? (ReportRules.OwnSentences, "thing") : null,
        ReportStep.Family when !Report.IsKnownTo(circle, circle.SetOf(typed.Seats("about"))) => (ReportRules.FamilyKnows, "about"),
        _ => AnswersIn(typed).Broken(today).Where(one => Asked[one.Ask].Step == step).Select(one => ((Rule, string?)?)(one.Rule, Asked[one.Ask].Field)).FirstOrDefault(),
    };

    private static (ReportStep Step, string? Field) PlaceOf(Rule rule, Typed typed, DateOnly today) =>
        rule == ReportRules.OwnSentences ? (ReportStep.Sentences, "thing")
        : rule == ReportRules.FamilyKnows ? (ReportStep.Family, "about")
        : AnswersIn(typed).Broken(today).Where(one => one.Rule == rule).Select(one => Asked[one.Ask]).FirstOrDefault() is { Field: not null } found ? found
        : (ReportStep.Letter, null);
}
