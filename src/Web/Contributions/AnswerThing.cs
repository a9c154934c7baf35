using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>Whoever something is about answers it: one standing answer, as large as what it answers (R4).</summary>
public static class AnswerThing
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Me">Who answers.</param>
    /// <param name="Card">What is answered.</param>
    /// <param name="Standing">The answer that stands now; null for none.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Seat Me, SlipScreen Card, Answer? Standing, Typed Typed, Rule? Broken);

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/things/{id:guid}/answer", async (HttpContext http, Guid circle, Guid id, Door door, Drafts drafts, CancellationToken cancellation) =>
            await AskAsync(http, circle, id, door, await http.FromDraftAsync(drafts, cancellation), null, cancellation));
        app.MapPost("/tables/{circle:guid}/things/{id:guid}/answer", AnswerAsync);
    }

    private static async Task<IResult> AskAsync(
        HttpContext http, Guid circle, Guid id, Door door, Typed typed, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        var thing = await visit.ShowAsync<Contribution>(new ContributionId(id), "answer", cancellation);
        if (!thing.MayBeAnsweredBy(visit.Me))
        {
            throw new RefusedException();
        }

        var frame = Frame.Of(http, Text.T("contributions.answer"), visit.Circle.Id);
        return AnswerThingView.Create(new Screen(
            frame, visit.Me, new SlipScreen(visit.Circle, visit.Me, thing, frame.Now, false, 0),
            thing.Answers.FirstOrDefault(answer => answer.By == visit.Me.Number), typed, broken));
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, Guid circle, Guid id, Door door, CancellationToken cancellation)
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
                        var thing = await visit.FindAsync<Contribution>(new ContributionId(id), cancellation);
                        Asked.MustBeReadAsSeen(thing, visit, typed);
                        thing.Answer(typed["words"], typed.Number("seen"), visit.Act);
                        return true;
                    },
                    cancellation,
                    http.Spent());
                Saying.Say(http, "contributions.answered");
                return $"/tables/{circle}/things/{id}";
            },
            broken => AskAsync(http, circle, id, door, typed, broken, cancellation));
    }
}
