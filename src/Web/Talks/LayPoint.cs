using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Talks;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>Somebody says what they want to say or ask in a talk. A child that wants to goes first.</summary>
public static class LayPoint
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who speaks.</param>
    /// <param name="Talk">The talk.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Talk Talk, Typed Typed, Mend? Mend)
    {
        /// <summary>The address of the talk.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/talks/{Talk.Id.Value}";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/talks/{talk:guid}/points/new", async ([AsParameters] AskedInTalk asked, Drafts drafts) =>
            await AskAsync(asked, await asked.Http.FromDraftAsync(drafts, asked.Cancellation), null));
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/points/new", LayAsync);
    }

    private static async Task<IResult> AskAsync(AskedInTalk asked, Typed typed, Rule? broken)
    {
        await using var visit = await asked.Door.EnterAsync(asked.Http.Caller(), new CircleId(asked.Circle), Permission.Speak, asked.Cancellation);
        var talk = await visit.ShowAsync<Talk>(new ContributionId(asked.Talk), "point", asked.Cancellation);
        if ((talk.IsTakenBack || talk.Course.EndedAt is not null) && broken is null)
        {
            throw new RefusedException();
        }

        return LayPointView.Create(new Screen(
            Frame.Of(asked.Http, Text.T("talks.point-heading"), visit.Circle.Id, "talks") with { Narrow = true }, visit.Circle, visit.Me, talk, typed,
            broken is { } rule ? new Mend(rule, rule == CommonRules.InWords || rule == CommonRules.NotTooLong ? "words" : null, Pages.Sentence(rule)) : null));
    }

    private static Task<IResult> LayAsync([AsParameters] AskedInTalk asked)
    {
        var typed = asked.Http.Typed();
        return Pages.TryAsync(
            async () =>
            {
                await asked.ChangeAsync((talk, visit) =>
                {
                    visit.Lay(TalkPoint.Lay(visit.Circle, talk, typed["words"], typed.Is("first"), visit.Act));
                    return Task.FromResult(true);
                });
                Saying.Say(asked.Http, "talks.point-told");
                return asked.Address;
            },
            broken => AskAsync(asked, typed, broken));
    }
}
