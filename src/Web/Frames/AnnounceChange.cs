using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Talks;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Frames;

/// <summary>A professional announces that their frame changes (R117, INV-75): what is needed, can we find each other, which rights, which talk.</summary>
public static class AnnounceChange
{
    private const int MostTalks = 8;

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Whose frame changes.</param>
    /// <param name="Talks">The talks one can point at, the newest first.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, IReadOnlyList<Talk> Talks, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the form.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/frames/change";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

        /// <summary>What it can become: back to voluntary only out of a measure.</summary>
        public IReadOnlyList<FrameKind> Kinds =>
            Circle.FrameOf(Me, Days.Of(Frame.Now)).Kind == FrameKind.Measure ? [FrameKind.Voluntary, FrameKind.Measure] : [FrameKind.Measure];

        private string? FieldOf(Rule rule) => rule switch
        {
            _ when rule == FrameRules.SaysWhich => "to",
            _ when rule == FrameRules.SaysDay || rule == FrameRules.ChangesSomething => "day",
            _ when rule == FrameRules.SaysNeeded => "words",
            _ when rule == FrameRules.SaysTogether => "together",
            _ when rule == FrameRules.SaysRights => "rights-words",
            _ when rule == FrameRules.SaysTalk || rule == FrameRules.TalkOfFamily => "talk-words",
            _ when rule == FrameRules.SaysWhyLate => "late-words",
            _ when rule == CommonRules.NotTooLong =>
                Array.Find(["words", "rights-words", "talk-words", "late-words"], field => Words.IsTooLong(Typed[field], Words.Brief)),
            _ => null,
        };
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/frames/change", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/frames/change", AnnounceAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        using var sight = await door.OpenAsync(
            http.Caller(),
            new CircleId(circle),
            Look.Of("frame-change", (slips, me) => me.IsGuest ? [.. slips.Where(slip => !slip.Flags.HasFlag(SlipFlags.TakenBack)).Take(MostTalks)] : [], typeof(Talk)),
            cancellation);
        if (!sight.Me.IsGuest || (broken is null && !sight.Circle.MayAnnounce(sight.Me, Days.Of(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()))))
        {
            throw new RefusedException();
        }

        var frame = Frame.Of(http, Text.T("frames.announce"), sight.Circle.Id) with { Narrow = true };
        var talks = sight.Slips.Select(slip => (Talk)slip.Contribution).Where(talk => FrameChange.MayPointAt(talk, sight.Circle, sight.Me)).ToList();
        return AnnounceChangeView.Create(new Screen(frame, sight.Circle, sight.Me, talks, typed, broken));
    }

    private static async Task<IResult> AnnounceAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Speak,
                    async visit =>
                    {
                        if (!visit.Me.IsGuest)
                        {
                            throw new RefusedException();
                        }

                        var talk = typed.Id("talk") is { } id ? await visit.FindAsync<Talk>(new ContributionId(id), cancellation) : null;
                        visit.Lay(FrameChange.Announce(
                            visit.Circle, typed.One<FrameKind>("to"), typed.Day("day"),
                            new FrameAnswers(
                                typed["words"], typed["together"] switch { "yes" => true, "no" => false, _ => null }, typed["rights-words"], typed["talk-words"],
                                typed["late-words"]),
                            talk, visit.Act));
                        return true;
                    },
                    cancellation,
                    http.Spent());
                Saying.Say(http, "frames.announced");
                return $"/tables/{circle}/frames";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }
}
