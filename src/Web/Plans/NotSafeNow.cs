using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Plans;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Plans;

/// <summary>
/// "It is not safe now" (INV-29, R66): one press, and what protects stands there. Nothing is asked and nothing is kept; who wants to, writes it
/// down later. Then it is for the writer alone, unless the writer chooses who else reads it.
/// </summary>
public static class NotSafeNow
{
    /// <summary>What the pages show.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who reads.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Typed Typed, Mend? Mend)
    {
        /// <summary>The address of the plan.</summary>
        public string Plan => $"/tables/{Circle.Id.Value}/plan";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/plan/not-safe", ProtectAsync);
        app.MapGet("/tables/{circle:guid}/plan/not-safe/later", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/plan/not-safe/later", WriteAsync);
    }

    private static async Task<IResult> ProtectAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Read, cancellation);
        return NotSafeNowView.Create(new Screen(
            Frame.Of(http, Text.T("plans.protect"), visit.Circle.Id, "plan") with { Narrow = true }, visit.Circle, visit.Me, Typed.Nothing, null));
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var mend = broken is { } rule
            ? new Mend(rule, rule == LayRules.NamesReaders || rule == LayRules.ReadersAreClear ? "readers" : "words", Pages.Sentence(rule))
            : null;

        // Who one fears may sit at this table: nobody else reads it until that is chosen.
        var chosen = typed["readers"] is null
            ? new Typed(new Dictionary<string, string[]>(typed.Fields) { ["readers"] = [nameof(Readers.OnlyMe)] })
            : typed;
        return NotSafeLaterView.Create(new Screen(
            Frame.Of(http, Text.T("plans.later"), visit.Circle.Id, "plan") with { Narrow = true }, visit.Circle, visit.Me, chosen, mend));
    }

    private static async Task<IResult> WriteAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                await Laying.LayAsync(
                    http,
                    circle,
                    door,
                    visit =>
                    {
                        var audience = string.IsNullOrEmpty(typed["readers"]) && typed.All("named").Count == 0
                            ? Audience.OnlyMe
                            : LayDown.AudienceOf(visit, typed);
                        return Task.FromResult<Contribution>(NotSafe.Lay(visit.Circle, typed["words"], audience, visit.Act));
                    },
                    cancellation);
                return $"/tables/{circle}/plan";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }
}
