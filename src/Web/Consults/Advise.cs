using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Consults;

/// <summary>
/// The expert's own page: who asks, the question and what the family added; never a name of the family, nor anything else of the table. The expert gives how they see
/// it, asks one thing back, or stops (R98).
/// </summary>
public static class Advise
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    /// <param name="Consult">The question.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Sight Sight, Consult Consult, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the page, and where its forms begin.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}/advise/{Consult.Id.Value}";

        /// <summary>Who asks.</summary>
        public Seat Asker => Sight.Circle.SeatAt(Consult.By);

        /// <summary>What who asks does; null when that is not said.</summary>
        public string? Work => FamilyNames.WorkOf(Sight.Circle, Asker);

        /// <summary>What the family added, by whom is not said.</summary>
        public IReadOnlyList<FamilyAdded> Added => Consult.AddedFor(Sight.Me);

        /// <summary>What is to be mended; null for nothing.</summary>
        public Mend? Mend => Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null;

        /// <summary>The drafts of the forms, by the field in which one writes there.</summary>
        public IReadOnlyDictionary<string, string> Drafts { get; } = new[] { "words", "back-words" }.ToDictionary(
            name => name, name => Typed[name] is not null && Typed[Typed.DraftField] is { } draft ? draft : DraftId.New().Value.ToString());

        private string? FieldOf(Rule rule) => rule switch
        {
            _ when rule == ConsultRules.SaysAll => Fields.FirstOrDefault(one => one.Key != AdviceAsk.AskFamily && Words.Tidy(Typed[one.Value]) is null).Value,
            _ when Typed["back-words"] is not null && (rule == CommonRules.InWords || rule == CommonRules.NotTooLong) => "back-words",
            _ when rule == CommonRules.NotTooLong => Fields.Values.FirstOrDefault(field => Words.IsTooLong(Typed[field])),
            _ => null,
        };
    }

    /// <summary>The field of something that is asked.</summary>
    public static readonly IReadOnlyDictionary<AdviceAsk, string> Fields = new Dictionary<AdviceAsk, string>
    {
        [AdviceAsk.Perception] = "words",
        [AdviceAsk.Basis] = "basis-words",
        [AdviceAsk.Doubts] = "doubts-words",
        [AdviceAsk.AskFamily] = "family-words",
    };

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/advise", async (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
        {
            // There is one: a place is given for one question.
            using var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Advise(), cancellation);
            return sight.Slips.Count == 0 ? throw new RefusedException() : Pages.Done($"/tables/{circle}/advise/{sight.Slips[0].Id.Value}");
        });
        foreach (var part in new[] { "", "/back" })
        {
            app.MapGet("/tables/{circle:guid}/advise/{id:guid}" + part, async ([AsParameters] Asked asked) =>
                await ShowAsync(asked, await asked.Http.FromDraftAsync(asked.Drafts, asked.Cancellation), null));
        }

        Form("", "consults.advised-told", false, (consult, typed, visit) =>
            consult.Advise(Fields.ToDictionary(one => one.Key, one => typed[one.Value]), typed.One<ExpertStays>("stays"), visit.Act));
        Form("/back", "consults.asked-back-told", false, (consult, typed, visit) => consult.AskBack(typed["back-words"], visit.Act));
        Form("/stop", "consults.expert-stopped", true, (consult, _, visit) => consult.Stop(visit.Circle, visit.Act));

        void Form(string part, string told, bool leaves, Action<Consult, Typed, Visit> change) =>
            app.MapPost("/tables/{circle:guid}/advise/{id:guid}" + part, ([AsParameters] Asked asked) => ChangeAsync(asked, told, leaves, change));
    }

    private static async Task<IResult> ShowAsync(Asked asked, Typed typed, Rule? broken)
    {
        var sight = await asked.Door.OpenAsync(asked.Http.Caller(), new CircleId(asked.Circle), Look.Advise(new ContributionId(asked.Id)), asked.Cancellation);
        asked.Http.Response.RegisterForDispose(sight);
        var consult = (Consult)sight.Slips.First(slip => slip.Id.Value == asked.Id).Contribution;
        var frame = Frame.Of(asked.Http, Text.T("consults.asks-you", sight.Circle.SeatAt(consult.By).Name)) with { Narrow = true };
        return AdviseView.Create(new Screen(frame, sight, consult, typed, broken));
    }

    private static Task<IResult> ChangeAsync(Asked asked, string told, bool leaves, Action<Consult, Typed, Visit> change)
    {
        var typed = asked.Http.Typed();
        return Pages.TryAsync(
            async () =>
            {
                await asked.Door.ChangeAsync(
                    asked.Http.Caller(),
                    new CircleId(asked.Circle),
                    Permission.Advise,
                    async visit =>
                    {
                        change(await visit.FindAsync<Consult>(new ContributionId(asked.Id), asked.Cancellation), typed, visit);
                        return true;
                    },
                    asked.Cancellation,
                    asked.Http.Spent());
                Saying.Say(asked.Http, told);
                return leaves ? "/tables" : $"/tables/{asked.Circle}/advise/{asked.Id}";
            },
            broken => ShowAsync(asked, typed, broken));
    }
}
