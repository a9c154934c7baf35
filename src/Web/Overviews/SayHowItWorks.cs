using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Overviews;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Overviews;

/// <summary>
/// Somebody says how something works here, in a reading of their own beside those of others (R51, INV-33). Whoever said so before begins with
/// that; the earlier reading stays.
/// </summary>
public static class SayHowItWorks
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who reads it so.</param>
    /// <param name="Card">What plays a part.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, SlipScreen Card, Typed Typed, Mend? Mend)
    {
        /// <summary>The address of the overview.</summary>
        public string Page => $"/tables/{Circle.Id.Value}/overview";

        /// <summary>The id of the draft of these words.</summary>
        public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/things/{id:guid}/works", async ([AsParameters] Asked asked) =>
            await AskAsync(asked, await asked.Http.FromDraftAsync(asked.Drafts, asked.Cancellation), null));
        app.MapPost("/tables/{circle:guid}/things/{id:guid}/works", ([AsParameters] Asked asked) => SayAsync(asked));
    }

    private static async Task<IResult> AskAsync(Asked asked, Typed typed, Rule? broken)
    {
        await using var visit = await asked.Door.EnterAsync(asked.Http.Caller(), new CircleId(asked.Circle), Permission.Speak, asked.Cancellation);
        var factor = await visit.ShowAsync<Factor>(new ContributionId(asked.Id), "works", asked.Cancellation);
        var overview = await visit.FindAsync<Overview>(factor.Under, asked.Cancellation);
        if (broken is null && (factor.IsTakenBack || !overview.IsOpenAt(visit.Circle)))
        {
            return Pages.Done($"/tables/{asked.Circle}/overview");
        }

        var frame = Frame.Of(asked.Http, WordsFor.Reader(visit.Me, "overviews.works-ask"), visit.Circle.Id, "talks") with { Narrow = true };
        var begins = typed.IsEmpty && factor.ReadingOf(visit.Me.Number) is { } reading ? WorksFields.Again(visit.Circle, reading) : typed;
        return SayHowItWorksView.Create(new Screen(
            frame, visit.Circle, visit.Me, new SlipScreen(visit.Circle, visit.Me, factor, frame.Now, false, 0, Alone: true), begins,
            broken is { } rule ? OverviewForm.MendOf(rule, typed) : null));
    }

    private static Task<IResult> SayAsync(Asked asked)
    {
        var typed = asked.Http.Typed();
        return Pages.TryAsync(
            async () =>
            {
                await asked.ChangeAsync<Factor, bool>(async (factor, visit) =>
                {
                    var overview = await visit.FindAsync<Overview>(factor.Under, asked.Cancellation);
                    factor.Read(visit.Circle, overview, WorksFields.Of(visit.Circle, typed), visit.Act);
                    return true;
                });
                Saying.Say(asked.Http, "overviews.works-told");
                return $"/tables/{asked.Circle}/overview";
            },
            broken => AskAsync(asked, typed, broken));
    }
}
