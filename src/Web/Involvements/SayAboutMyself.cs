using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Involvements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Involvements;

/// <summary>Somebody says to the table how to reach them; a professional also what they may and may not, and what they must write down elsewhere (R16).</summary>
public static class SayAboutMyself
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who says it.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the page one comes from.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/who";

        /// <summary>The id of the draft of this.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>What stands there now.</summary>
        public AboutMyself? Now => Circle.AboutOf(Me.Number);

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule
            ? new Mend(
                rule,
                rule == CommonRules.NameNotTooLong ? "works-words"
                : rule == CommonRules.NotTooLong ? Brief.FirstOrDefault(name => Words.IsTooLong(Typed[name], Words.Brief)) : null,
                Pages.Sentence(rule))
            : null;
    }

    private static readonly string[] Brief = ["reach-words", "may-words", "may-not-words", "writes-words"];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/who/me", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/who/me", SayAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var frame = Frame.Of(http, Text.T("involvements.who-me"), visit.Circle.Id) with { Narrow = true };
        return SayAboutMyselfView.Create(new Screen(frame, visit.Circle, visit.Me, typed, broken));
    }

    private static Task<IResult> SayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return TableForm.ChangeAsync(
            http, circle, door, Permission.Speak,
            visit => visit.Circle.SayAboutMyself(
                new AboutMyself(default, default)
                {
                    Reach = typed["reach-words"],
                    May = typed["may-words"],
                    MayNot = typed["may-not-words"],
                    WritesDown = typed["writes-words"],
                    WorksFor = typed["works-words"],
                },
                visit.Act),
            "involvements.who-told", "/who", broken => AskAsync(http, circle, door, typed, broken, cancellation), cancellation);
    }
}
