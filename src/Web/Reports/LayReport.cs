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

/// <summary>
/// A professional writes down what they pass on to an agency all the same, by their own duty (R61, R62): whom it is about reads it first. Nothing is sent.
/// </summary>
public static class LayReport
{
    /// <summary>What is asked in own words, in the order of the page; each with the rule that says it is missing.</summary>
    public static IReadOnlyList<(string Field, Rule Missing)> Asked { get; } =
    [
        ("why", ReportRules.SaysWhy), ("heard", ReportRules.SaysTold), ("offered", ReportRules.SaysOffered), ("keeps", ReportRules.SaysKeeps),
    ];

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">The own sentences.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Sight Sight, Typed Typed, Rule? Broken)
    {
        /// <summary>The table.</summary>
        public Circle Circle => Sight.Circle;

        /// <summary>Who writes.</summary>
        public Seat Me => Sight.Me;

        /// <summary>The address of the form.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/reports/new";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

        /// <summary>Whom it can be about.</summary>
        public IReadOnlyList<Seat> People => [.. Circle.Seats.Where(Urging.MayBeUrged)];

        /// <summary>The own sentences, each with its kind, its source and the answers (R35).</summary>
        public IEnumerable<SlipScreen> Sentences => Sight.Slips.Select(slip => new SlipScreen(Circle, Me, slip.Contribution, Frame.Now, false, 0));

        /// <summary>On which day we look back.</summary>
        public string Day => Typed["day"] ?? Days.Of(Frame.Now).AddDays(Report.UsualDays).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        private string? FieldOf(Rule rule) => rule switch
        {
            _ when rule == ReportRules.FamilyKnows => "about",
            _ when rule == ReportRules.SaysTo || rule == CommonRules.NameNotTooLong => "to",
            _ when rule == ReportRules.OwnSentences => "thing",
            _ when rule == ReportRules.LooksBack => "day",
            _ when rule == CommonRules.NotTooLong => Asked.FirstOrDefault(one => Words.Tidy(Typed[one.Field + "-words"])?.Length > Words.Brief).Field is { } field ? field + "-words" : null,
            _ => Asked.FirstOrDefault(one => one.Missing == rule).Field is { } field ? field + "-words" : null,
        };
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/reports/new", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/reports/new", WriteAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        var look = Look.Of(
            "report-new",
            (slips, me) => Report.MayLay(me)
                ? [.. slips.Where(slip => slip.By == me.Number && slip.WaitsFor is null && !slip.Flags.HasFlag(SlipFlags.TakenBack))]
                : [],
            typeof(Statement));
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), look, cancellation);
        http.Response.RegisterForDispose(sight);
        return Report.MayLay(sight.Me)
            ? LayReportView.Create(new Screen(Frame.Of(http, Text.T("reports.heading"), sight) with { Narrow = true }, sight, typed, broken))
            : throw new RefusedException();
    }

    private static async Task<IResult> WriteAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                var laid = await Laying.LayAsync(
                    http,
                    circle,
                    door,
                    async visit => Report.MayLay(visit.Me)
                        ? Report.Lay(
                            visit.Circle, typed["to"], typed["why-words"], typed["heard-words"], typed["offered-words"], typed["keeps-words"], typed.Day("day"),
                            await visit.ThingsAsync<Statement>(typed, cancellation, Report.MostSentences + 1), visit.Circle.SetOf(typed.Seats("about")), visit.Act)
                        : throw new RefusedException(),
                    cancellation);
                return $"/tables/{circle}/reports/{laid.Value}";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }
}
