using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Endings;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Endings;

/// <summary>Each says for themselves what holds, how one notices, and what is done when it becomes harder again (P31).</summary>
public static class SayLater
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who looks.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/later";

        /// <summary>What the reader said before.</summary>
        public LaterSaid? Mine => Circle.Later.FirstOrDefault(said => said.By == Me.Number);

        /// <summary>What others said; of a parent who lives apart from the reader it lies folded (T20).</summary>
        public IReadOnlyList<LaterSaid> Others => [.. Circle.Later.Where(said => said.By != Me.Number)];

        /// <summary>What stands in a field.</summary>
        /// <param name="field">Which.</param>
        public string? In(string field) => Typed[field] ?? field switch
        {
            Holds => Mine?.Holds,
            Notices => Mine?.Notices,
            _ => Mine?.Does,
        };

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule
            ? new Mend(rule, rule == CommonRules.NotTooLong ? Fields.FirstOrDefault(name => Domain.Access.Words.IsTooLong(Typed[name], Domain.Access.Words.Brief)) : null, Pages.Sentence(rule))
            : null;

        /// <summary>The draft of the form.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();
    }

    /// <summary>The field for what holds.</summary>
    public const string Holds = "holds-words";

    /// <summary>The field for how one notices.</summary>
    public const string Notices = "notices-words";

    /// <summary>The field for what is done.</summary>
    public const string Does = "does-words";

    private static readonly string[] Fields = [Holds, Notices, Does];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/later", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await ShowAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/later", SayAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var frame = Frame.Of(http, Text.T("endings.later"), visit.Circle.Id) with { Narrow = true };
        return SayLaterView.Create(new Screen(frame, visit.Circle, visit.Me, typed, broken));
    }

    private static Task<IResult> SayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return TableForm.ChangeAsync(
            http, circle, door, Permission.Speak, visit => visit.Circle.SayLater(typed[Holds], typed[Notices], typed[Does], visit.Act), "endings.later-told", "/later",
            broken => ShowAsync(http, circle, door, typed, broken, cancellation), cancellation);
    }
}
