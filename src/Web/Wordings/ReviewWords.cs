using System.Globalization;
using Keukentafel.Data.People;
using Keukentafel.Data.Wordings;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Wordings;
using Keukentafel.Web.Access;
using Keukentafel.Web.Frames;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Wordings;

/// <summary>
/// Representatives of parents and of young people read what was said about words and decide about it (R134). For everybody else these pages are not there.
/// </summary>
public static class ReviewWords
{
    private const string Address = "/words/review";

    private static readonly string[] Written = ["old-words", "new-words", "because"];

    // More on one page nobody takes in.
    private const int Most = 60;

    /// <summary>What the list shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Me">Who reads.</param>
    /// <param name="Remarks">What was said, the oldest first.</param>
    /// <param name="More">How many are not shown.</param>
    public sealed record Screen(Frame Frame, Representative Me, IReadOnlyList<WordRemark> Remarks, int More)
    {
        /// <summary>The same, for each kind of page.</summary>
        public IReadOnlyList<IGrouping<string?, WordRemark>> Kinds => [.. Remarks.GroupBy(remark => remark.Page)];

        /// <summary>How it stands with one, for who reads.</summary>
        /// <param name="remark">Which.</param>
        public string Stands(WordRemark remark) =>
            remark.Proposal is not { } lies ? "new" : lies.Objection is not null ? "refused" : remark.MayAgree(Me) ? "yours" : "waits-" + lies.By.Kind;
    }

    /// <summary>What the page of one remark shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Me">Who reads.</param>
    /// <param name="Remark">What was said.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record OneScreen(Frame Frame, Representative Me, WordRemark Remark, Typed Typed, Rule? Broken)
    {
        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

        /// <summary>The address of this page.</summary>
        public string Address => $"{ReviewWords.Address}/{Remark.Id.Value}";

        /// <summary>How many proposals this page shows.</summary>
        public string Seen => Remark.Proposals.Count.ToString(CultureInfo.InvariantCulture);

        /// <summary>The draft of this page: the one it was opened with, or a new one.</summary>
        public Guid Draft => Typed.Id(Typed.DraftField) ?? DraftId.New().Value;

        /// <summary>What was typed and stands in no field of this page any more.</summary>
        public IReadOnlyList<string> Left => Broken == WordingRules.OtherProposal
            ? [.. Written.Select(name => Words.Tidy(Typed[name])).OfType<string>()]
            : [];

        /// <summary>Change or stay.</summary>
        public FrameChoice Outcome => new(
            "outcome", Text.T("wordings.outcome-ask"), [.. Enum.GetNames<WordOutcome>().Select(one => (one, Text.T("wordings.outcome." + one)))],
            Typed.One<WordOutcome>("outcome")?.ToString(), Mend);

        // A field that is not there cannot be pointed at.
        private string? FieldOf(Rule rule) =>
            rule == WordingRules.SaysWhy ? "because"
            : !Remark.MayPropose(Me) ? null
            : rule == WordingRules.SaysOutcome ? "outcome"
            : rule == WordingRules.SaysOld ? "old-words"
            : rule == WordingRules.SaysNew ? "new-words"
            : null;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, ListAsync);
        app.MapGet(Address + "/{remark:guid}", OpenAsync);

        // A no that came after the session ended is opened again as a draft of this address.
        app.MapGet(Address + "/{remark:guid}/refuse", OpenAsync);
        app.MapPost(Address + "/{remark:guid}", ProposeAsync);
        app.MapPost(Address + "/{remark:guid}/agree", AgreeAsync);
        app.MapPost(Address + "/{remark:guid}/refuse", RefuseAsync);
        app.MapPost(Address + "/{remark:guid}/take-away", TakeAwayAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, WordRemarks remarks, Representatives representatives, CancellationToken cancellation)
    {
        if (await representatives.FindAsync(http.Caller().Person, cancellation) is not { } me)
        {
            return Results.NotFound();
        }

        var open = await remarks.OpenAsync(cancellation);
        return ReviewWordsView.Create(new Screen(
            Frame.Of(http, Text.T("wordings.review")) with { Narrow = true }, me, [.. open.Take(Most)], Math.Max(0, open.Count - Most)));
    }

    private static async Task<IResult> OpenAsync(
        HttpContext http, Guid remark, WordRemarks remarks, Representatives representatives, Drafts drafts, CancellationToken cancellation) =>
        await representatives.FindAsync(http.Caller().Person, cancellation) is { } me
            && await remarks.FindAsync(new WordRemarkId(remark), cancellation) is { } one
            ? Page(http, me, one, await http.FromDraftAsync(drafts, cancellation), null)
            : Results.NotFound();

    private static IResult Page(HttpContext http, Representative me, WordRemark remark, Typed typed, Rule? broken) => ReviewWordView.Create(
        new OneScreen(Frame.Of(http, Text.T("wordings.one")) with { Narrow = true }, me, remark, typed, broken));

    private static Task<IResult> ProposeAsync(
        HttpContext http, Guid remark, WordRemarks remarks, Representatives representatives, Drafts drafts, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return DoAsync(http, remark, remarks, representatives, drafts, "wordings.proposed", (id, me) => remarks.ChangeAsync(id, one => one.Propose(
            me, typed.Number("seen"), typed.One<WordOutcome>("outcome"), typed["old-words"], typed["new-words"], typed["because"])), cancellation);
    }

    private static Task<IResult> AgreeAsync(
        HttpContext http, Guid remark, WordRemarks remarks, Representatives representatives, Drafts drafts, CancellationToken cancellation) =>
        DoAsync(http, remark, remarks, representatives, drafts, "wordings.decided", (id, me) =>
            remarks.DecideAsync(id, one => one.Agree(me, http.Typed().Number("seen"), remarks.Today)), cancellation);

    private static Task<IResult> RefuseAsync(
        HttpContext http, Guid remark, WordRemarks remarks, Representatives representatives, Drafts drafts, CancellationToken cancellation) =>
        DoAsync(http, remark, remarks, representatives, drafts, "wordings.said-no", (id, me) =>
            remarks.ChangeAsync(id, one => one.Refuse(me, http.Typed().Number("seen"), http.Typed()["because"])), cancellation);

    private static Task<IResult> TakeAwayAsync(
        HttpContext http, Guid remark, WordRemarks remarks, Representatives representatives, Drafts drafts, CancellationToken cancellation) =>
        DoAsync(http, remark, remarks, representatives, drafts, "wordings.taken-away", (id, _) => remarks.TakeAwayAsync(id), cancellation);

    private static async Task<IResult> DoAsync(
        HttpContext http, Guid remark, WordRemarks remarks, Representatives representatives, Drafts drafts, string said,
        Func<WordRemarkId, Representative, Task> work, CancellationToken cancellation)
    {
        var caller = http.Caller().Person;
        if (await representatives.FindAsync(caller, cancellation) is not { } me)
        {
            return Results.NotFound();
        }

        var id = new WordRemarkId(remark);
        var typed = http.Typed();
        try
        {
            await work(id, me);
        }
        catch (RuleBrokenException broken) when (broken.Rule != WordingRules.StillOpen)
        {
            return await remarks.FindAsync(id, cancellation) is { } now
                ? Pages.With(Page(http, me, now, typed, broken.Rule), Pages.StatusOf(broken.Rule))
                : throw new RuleBrokenException(WordingRules.StillOpen);
        }

        if (typed.Id(Typed.DraftField) is { } draft)
        {
            await drafts.ThrowAwayAsync(caller, new DraftId(draft));
        }

        Saying.Say(http, said);
        return Pages.Done(Address);
    }
}
