using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Talks;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>Somebody plans a talk: nothing needs to be filled in (R150: 0). Or changes when and where it is.</summary>
public static class PlanTalk
{
    /// <summary>What is asked along where the talk is to be about how busy it is.</summary>
    public const string AboutLoad = "load";

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who plans.</param>
    /// <param name="Talk">The talk that is changed; null for a new one.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Talk? Talk, Typed Typed, Rule? Broken)
    {
        /// <summary>The address of the form.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/talks/" + (Talk is null ? "new" : Talk.Id.Value + "/change");

        /// <summary>Where one goes back to.</summary>
        public string Back => $"/tables/{Circle.Id.Value}/talks" + (Talk is null ? "" : "/" + Talk.Id.Value);

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

        /// <summary>The parents who live apart from whoever plans: they are asked only by name (T20).</summary>
        public IReadOnlyList<string> Others { get; } = [.. Circle.ApartFrom(Me).Seats().Select(seat => Circle.SeatAt(seat).Name)];

        /// <summary>Who told whoever plans how they are reached safely: that is read first.</summary>
        public IReadOnlyList<Seat> ReadFirst { get; } = Circle.ToldHowToReach(Me);

        /// <summary>What stands in a field.</summary>
        /// <param name="field">Its name.</param>
        /// <param name="now">What the talk says; null for a new one.</param>
        public string? Value(string field, string? now) => Typed[field] ?? now;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/talks/new", async (HttpContext http, Guid circle, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, door, Suggested(http, await http.FromDraftAsync(drafts, cancellation)), null, cancellation));
        app.MapPost("/tables/{circle:guid}/talks/new", PlanAsync);
        app.MapGet("/tables/{circle:guid}/talks/{talk:guid}/change", async ([AsParameters] AskedInTalk asked, Drafts drafts) =>
            await AskChangeAsync(asked, await asked.Http.FromDraftAsync(drafts, asked.Cancellation), null));
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/change", ChangeAsync);
    }

    // Whoever comes from a page that asks for a talk need not say again what about.
    private static Typed Suggested(HttpContext http, Typed typed)
    {
        if (!typed.IsEmpty || http.Request.Query["about"] != AboutLoad)
        {
            return typed;
        }

        var asked = new Dictionary<string, string[]>(typed.Fields);
        asked["words"] = [Text.T("involvements.load")];
        return new Typed(asked);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        return PlanTalkView.Create(new Screen(
            Frame.Of(http, Text.T("talks.plan"), visit.Circle.Id, "talks") with { Narrow = true }, visit.Circle, visit.Me, null, typed, broken));
    }

    private static async Task<IResult> PlanAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var typed = http.Typed();
        return await Pages.TryAsync(
            async () =>
            {
                var talk = await door.ChangeAsync(
                    http.Caller(),
                    new CircleId(circle),
                    Permission.Speak,
                    visit =>
                    {
                        var talk = Talk.Plan(
                            visit.Circle, typed["words"], typed.Day("day"), typed["time-words"], typed["where-words"],
                            visit.Circle.SetOf(typed.Seats("who")), visit.Act);
                        visit.Lay(talk);
                        return Task.FromResult(talk.Id);
                    },
                    cancellation,
                    http.Spent());
                Saying.Say(http, "talks.planned");
                return $"/tables/{circle}/talks/{talk.Value}";
            },
            broken => AskAsync(http, circle, door, typed, broken, cancellation));
    }

    private static async Task<IResult> AskChangeAsync(AskedInTalk asked, Typed typed, Rule? broken)
    {
        await using var visit = await asked.Door.EnterAsync(asked.Http.Caller(), new CircleId(asked.Circle), Permission.Speak, asked.Cancellation);
        var talk = await visit.ShowAsync<Talk>(new ContributionId(asked.Talk), "change-talk", asked.Cancellation);
        if (!talk.MayBeChangedBy(visit.Circle, visit.Me) || (!talk.IsPlanned && broken is null))
        {
            throw new RefusedException();
        }

        return PlanTalkView.Create(new Screen(
            Frame.Of(asked.Http, Text.T("talks.change"), visit.Circle.Id, "talks") with { Narrow = true }, visit.Circle, visit.Me, talk, typed, broken));
    }

    private static Task<IResult> ChangeAsync([AsParameters] AskedInTalk asked)
    {
        var typed = asked.Http.Typed();
        return Pages.TryAsync(
            async () =>
            {
                await asked.ChangeAsync((talk, visit) =>
                {
                    talk.Change(visit.Circle, typed["words"], typed.Day("day"), typed["time-words"], typed["where-words"], typed.Number("seen"), visit.Act);
                    return Task.FromResult(true);
                });
                Saying.Say(asked.Http, "talks.changed");
                return asked.Address;
            },
            broken => AskChangeAsync(asked, typed, broken));
    }
}
