using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Endings;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Endings;

/// <summary>A host asks whether the table may end, everybody says whether it is good enough, and its hosts end it (R8, R115).</summary>
public static class EndTable
{
    private const string Words = "words";

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who looks.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the table.</summary>
        public string Table => $"/tables/{Circle.Id.Value}";

        /// <summary>The day of this page, where people sit.</summary>
        public DateOnly Today => Days.Of(Frame.Now);

        /// <summary>What was asked; null when nobody did.</summary>
        public Ending? Asked => Circle.Ending;

        /// <summary>Whether the reader asks and ends.</summary>
        public bool MayEnd => Me.IsDecidingHost;

        /// <summary>What the reader said before.</summary>
        public EndSaid? Mine => Asked?.Of(Me.Number);

        /// <summary>For which others the table waits; what the reader said stands in the form.</summary>
        public IEnumerable<Seat> WaitsForOthers => Waits.Where(seat => seat.Number != Me.Number);

        /// <summary>For whom the table waits.</summary>
        public IReadOnlyList<Seat> Waits => Circle.WaitsToEndFor(Today);

        /// <summary>Whether the reader can end it now.</summary>
        public bool CanEnd => MayEnd && Asked is { EndedAt: null } && Waits.Count == 0;

        /// <summary>The children and young people who said that it is not good enough: who ends reads it once more.</summary>
        public IReadOnlyList<Seat> NotEnoughForChildren =>
            [.. (Asked?.Said ?? []).Where(said => said.Enough == GoodEnough.No).Select(said => Circle.SeatAt(said.By)).Where(seat => seat.IsChildOfTheTable)];

        /// <summary>The professionals, with what each wrote that they keep elsewhere, and why (R8); null for who did not say so.</summary>
        public IReadOnlyList<(Seat Guest, string? WritesDown)> Elsewhere =>
            [.. Circle.Seats.Where(seat => seat.IsGuest).Select(seat => (seat, Circle.AboutOf(seat.Number)?.WritesDown))];

        /// <summary>When suspicions, opinions and worries would go.</summary>
        public DateOnly OpinionsGo => Today.AddDays(KeptTerms.Now.OpinionDays);

        /// <summary>When the rest would go.</summary>
        public DateOnly AllGoes => Today.AddDays(KeptTerms.Now.RestDays);

        /// <summary>What is ticked.</summary>
        public GoodEnough? Enough => Typed.One<GoodEnough>("enough") ?? Mine?.Enough;

        /// <summary>Whether "the table may end" is ticked; null for neither.</summary>
        public bool? Stops => StopsIn(Typed) ?? Mine?.Stops;

        /// <summary>The words in the field.</summary>
        public string? Written => Typed[Words] ?? Mine?.Words;

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule
            ? new Mend(
                rule,
                rule == EndingRules.SaysEnough ? "enough" : rule == EndingRules.SaysStops ? "stops" : rule == CommonRules.NotTooLong ? Words : null,
                Pages.Sentence(rule))
            : null;

        /// <summary>The draft of the form.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        const string page = "/tables/{circle:guid}/end";
        app.MapGet(page, async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await ShowAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost(page, SayAsync);
        app.MapPost(page + "/take-back", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
            ChangeAsync(http, circle, door, Permission.Host, "endings.taken-back-told", "", (table, act) => table.TakeBackEnd(act), cancellation));
        app.MapPost(page + "/now", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
            ChangeAsync(http, circle, door, Permission.Host, "endings.ended-told", "/ended", (table, act) => table.End(KeptTerms.Now.Terms, act), cancellation));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var heading = Text.T(visit.Circle.Ending is null ? "endings.heading" : "endings.heading-asked");
        return EndTableView.Create(new Screen(Frame.Of(http, heading, visit.Circle.Id) with { Narrow = true }, visit.Circle, visit.Me, typed, broken));
    }

    // Only a host is let in to ask: to anybody else that form is not there.
    private static Task<IResult> SayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        var enough = typed.One<GoodEnough>("enough");
        return typed.Is("ask")
            ? ChangeAsync(http, circle, door, Permission.Host, "endings.said-told", "/end", (table, act) => table.AskToEnd(enough, typed[Words], act), cancellation)
            : ChangeAsync(http, circle, door, Permission.Speak, "endings.said-told", "/end", (table, act) => table.SayAtEnd(enough, StopsIn(typed), typed[Words], act), cancellation);
    }

    private static bool? StopsIn(Typed typed) => typed["stops"] switch { "yes" => true, "no" => false, _ => null };

    private static Task<IResult> ChangeAsync(
        HttpContext http, Guid circle, Door door, Permission permission, string told, string page, Action<Circle, Act> change, CancellationToken cancellation) =>
        TableForm.ChangeAsync(
            http, circle, door, permission, visit => change(visit.Circle, visit.Act), told, page,
            broken => ShowAsync(http, circle, door, http.Typed(), broken, cancellation), cancellation);
}
