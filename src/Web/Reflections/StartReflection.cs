using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Reflections;

/// <summary>The central figure starts a reflection: about which question, and on which sentences of the table it rests (R91). No judgement yet.</summary>
public static class StartReflection
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened: what can go along, and the decisions it can be for.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Sight Sight, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the form.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}/face/new";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>The colleague.</summary>
        public Seat Colleague => Sight.Circle.SeatAt(Sight.Circle.FigureWith(Sight.Me.Number)!.Colleague!.Value);

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule
            ? new Mend(rule, rule == CommonRules.InWords || rule == CommonRules.NotTooLong ? "words" : null, Pages.Sentence(rule))
            : null;

        /// <summary>The sentences that can go along, the newest first.</summary>
        public IReadOnlyList<SlipScreen> Sentences { get; } = [.. Cards<Statement>(Frame, Sight)];

        /// <summary>The open heavy decisions it can be for.</summary>
        public IReadOnlyList<SlipScreen> Decisions { get; } = [.. Cards<Decision>(Frame, Sight)];

        private static IEnumerable<SlipScreen> Cards<T>(Frame frame, Sight sight) => sight.Slips.Where(slip => slip.Kind == typeof(T))
            .Select(slip => new SlipScreen(sight.Circle, sight.Me, slip.Contribution, frame.Now, false, 0));
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/face/new", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/face/new", StartAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        if (visit.Circle.FigureWith(visit.Me.Number) is not { IsActive: true })
        {
            throw new RefusedException();
        }

        var look = Look.Of(
            "reflection-start",
            (slips, _) =>
            [
                .. slips.Where(slip => !slip.IsLaidAside && slip.Contribution switch
                {
                    Statement said => Reflection.MayGoAlong(said, visit.Circle, SeatSet.None),
                    Decision decision => decision is { IsHeavy: true, IsClosed: false, IsTakenBack: false },
                    _ => false,
                }),
            ],
            typeof(Statement),
            typeof(Decision));
        var sight = await door.OpenAsync(http.Caller(), visit.Circle.Id, look, cancellation);
        http.Response.RegisterForDispose(sight);
        return StartReflectionView.Create(new Screen(
            Frame.Of(http, Text.T("reflections.start"), visit.Circle.Id, "talks") with { Narrow = true }, sight, typed, broken));
    }

    private static async Task<IResult> StartAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                var id = await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Speak,
                    async visit =>
                    {
                        if (visit.Circle.FigureWith(visit.Me.Number) is null)
                        {
                            throw new RefusedException();
                        }

                        var sentences = await visit.ThingsAsync<Statement>(typed, cancellation, Reflection.MostSentences + 1);
                        var decision = typed.Id("decision") is { } one ? await visit.FindAsync<Decision>(new ContributionId(one), cancellation) : null;
                        var started = Reflection.Start(
                            visit.Circle, typed["words"], visit.Circle.SetOf(typed.Seats("about")), sentences, decision, visit.Act);
                        visit.Lay(started);
                        return started.Id;
                    },
                    cancellation,
                    http.Spent());
                Saying.Say(http, "reflections.started");
                return $"/tables/{circle}/reflections/{id.Value}";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }
}
