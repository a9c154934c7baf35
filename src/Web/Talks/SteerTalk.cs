using Keukentafel.Domain.Access;
using Keukentafel.Domain.Talks;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>Another question, a pause, the end; and whether something is new for who has the talk open.</summary>
public static class SteerTalk
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/turn", TurnAsync).WithMetadata(new OnTheTable(), new KeptNowhere());
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/pause", PauseAsync).WithMetadata(new OnTheTable(), new KeptNowhere());
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/end", EndAsync).WithMetadata(new OnTheTable(), new KeptNowhere());
        app.MapGet("/tables/{circle:guid}/talks/{talk:guid}/sign", SignAsync).WithMetadata(new OnTheTable());
    }

    /// <summary>Nobody goes on over words that were not laid down yet.</summary>
    public static readonly Rule WordsLieThere = new("talk.words-lie-there");

    private static Task<IResult> TurnAsync([AsParameters] AskedInTalk asked) => DoAsync(asked, async (talk, visit) =>
    {
        var typed = asked.Http.Typed();
        if (typed["to"]?.Split(':') is not { } to)
        {
            talk.Ask(visit.Circle, typed.One<TalkAsk>("ask") ?? default, await asked.PointAsync(visit), visit.Act);
            return;
        }

        var point = to is [_, var id] && Guid.TryParse(id, out var which) ? await visit.FindAsync<TalkPoint>(new ContributionId(which), asked.Cancellation) : null;
        talk.Ask(visit.Circle, Enum.TryParse<TalkAsk>(to[0], out var ask) ? ask : default, point, visit.Act);
    });

    private static Task<IResult> PauseAsync([AsParameters] AskedInTalk asked) => DoAsync(asked, (talk, visit) =>
    {
        talk.Pause(asked.Http.Typed().Is("paused"), visit.Act);
        return Task.CompletedTask;
    });

    private static Task<IResult> EndAsync([AsParameters] AskedInTalk asked) => DoAsync(asked, (talk, visit) =>
    {
        talk.End(visit.Act);
        return Task.CompletedTask;
    });

    // The buttons stand with the words that are being typed, and bring them along.
    private static Task<IResult> DoAsync(AskedInTalk asked, Func<Talk, Data.Circles.Visit, Task> act) => Pages.TryAsync(
        async () =>
        {
            if (Talking.Written(asked.Http.Typed()).Count > 0)
            {
                throw new RuleBrokenException(WordsLieThere);
            }

            await asked.ChangeAsync(async (talk, visit) =>
            {
                await act(talk, visit);
                return true;
            });
            return asked.Next;
        },
        broken => AtTheTable.ShowAsync(asked, asked.Http.Typed(), broken));

    private static async Task<IResult> SignAsync([AsParameters] AskedInTalk asked) => Results.Text(await asked.Door.SignOfAsync(
        asked.Http.Caller(), new CircleId(asked.Circle), asked.ThisTalk, asked.IsShared, asked.Cancellation));
}
