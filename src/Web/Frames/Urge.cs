using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Frames;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Frames;

/// <summary>A professional presses, and says so: "Ik dring aan. Je mag nee zeggen. Dan kan ik …" (decided 11, N25).</summary>
public static class Urge
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who presses.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the form.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/frames/urge";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

        /// <summary>Whom it can be said to.</summary>
        public IReadOnlyList<Seat> People => [.. Circle.Seats.Where(Urging.MayBeUrged)];

        private string? FieldOf(Rule rule) => rule switch
        {
            _ when rule == FrameRules.SaysToWhom || rule == FrameRules.NotAChild => "about",
            _ when rule == CommonRules.InWords => "words",
            _ when rule == FrameRules.SaysThen => "then-words",
            _ when rule == CommonRules.NotTooLong => Words.IsTooLong(Typed["words"], Words.Brief) ? "words" : "then-words",
            _ => null,
        };
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/frames/urge", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/frames/urge", SayAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        return Urging.MayLay(visit.Me)
            ? UrgeView.Create(new Screen(Frame.Of(http, Text.T("frames.urge"), visit.Circle.Id) with { Narrow = true }, visit.Circle, visit.Me, typed, broken))
            : throw new RefusedException();
    }

    private static async Task<IResult> SayAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                await Laying.LayAsync(
                    http,
                    circle,
                    door,
                    visit => Urging.MayLay(visit.Me)
                        ? Task.FromResult<Domain.Contributions.Contribution>(Urging.Lay(
                            visit.Circle, typed["words"], typed["then-words"], visit.Circle.SetOf(typed.Seats("about")), visit.Act))
                        : throw new RefusedException(),
                    cancellation);
                return $"/tables/{circle}/frames";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }
}
