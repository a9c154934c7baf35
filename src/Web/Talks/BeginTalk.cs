using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Talks;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>
/// Somebody begins a talk and says who is present. This browser then becomes the screen on the table, or stays somebody's own where each
/// has a phone. The same page says later that somebody came or went.
/// </summary>
public static class BeginTalk
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Me">Who begins it, or began the screen on the table.</param>
    /// <param name="Talk">The talk.</param>
    /// <param name="IsShared">Whether this is the screen on the table.</param>
    /// <param name="Present">Who is ticked.</param>
    /// <param name="Broken">The rule that said no; null for none.</param>
    public sealed record Screen(Frame Frame, Circle Circle, Seat Me, Talk Talk, bool IsShared, SeatSet Present, Rule? Broken)
    {
        /// <summary>The address of the talk.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/talks/{Talk.Id.Value}";

        /// <summary>Where one goes back to.</summary>
        public string Back => IsShared ? Address + "/at-table" : Address;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/talks/{talk:guid}/begin", ([AsParameters] AskedInTalk asked) => AskAsync(asked, null));
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/begin", BeginAsync).WithMetadata(new KeptNowhere());
        app.MapGet("/tables/{circle:guid}/talks/{talk:guid}/present", ([AsParameters] AskedInTalk asked) => AskPresentAsync(asked, null)).WithMetadata(new OnTheTable());
        app.MapPost("/tables/{circle:guid}/talks/{talk:guid}/present", ChangeAsync).WithMetadata(new OnTheTable(), new KeptNowhere());
    }

    private static async Task<IResult> AskAsync(AskedInTalk asked, Rule? broken)
    {
        await using var visit = await asked.Door.EnterAsync(asked.Http.Caller(), new CircleId(asked.Circle), Permission.Speak, asked.Cancellation);
        var talk = await visit.ShowAsync<Talk>(new ContributionId(asked.Talk), "begin", asked.Cancellation);
        if (talk.GoesOn)
        {
            return Pages.Done(asked.Address);
        }

        if (!talk.IsPlanned && !talk.MayGoOn(visit.Me, Days.Of(visit.Act.At)))
        {
            throw new RefusedException();
        }

        var typed = asked.Http.Typed();
        return BeginTalkView.Create(new Screen(
            Frame.Of(asked.Http, Text.T(talk.IsPlanned ? "talks.begin" : "talks.go-on"), visit.Circle.Id, "talks") with { Narrow = true }, visit.Circle, visit.Me, talk, false,
            broken is null ? (talk.IsPlanned ? talk.Invited : talk.WerePresent) : visit.Circle.SetOf(typed.Seats("present")), broken));
    }

    private static Task<IResult> BeginAsync([AsParameters] AskedInTalk asked)
    {
        var typed = asked.Http.Typed();
        return Pages.TryAsync(
            async () =>
            {
                var began = await asked.ChangeAsync((talk, visit) =>
                {
                    // Two press at once: the second finds that it goes on, and joins.
                    if (!talk.GoesOn)
                    {
                        talk.Begin(visit.Circle, visit.Circle.SetOf(typed.Seats("present")).And(SeatSet.Of(visit.Me.Number)), visit.Act);
                    }

                    return Task.FromResult(talk.Present.Has(visit.Me.Number));
                });
                if (!began || typed["screen"] == "own")
                {
                    return asked.Address;
                }

                await asked.Http.BecomeTheTableAsync(new CircleId(asked.Circle), new ContributionId(asked.Talk));
                return asked.Address + "/at-table";
            },
            broken => AskAsync(asked, broken));
    }

    private static async Task<IResult> AskPresentAsync(AskedInTalk asked, Rule? broken)
    {
        var sight = await asked.OpenAsync();
        var talking = new Talking(Frame.Of(asked.Http, Text.T("talks.who-is-here"), sight, "talks") with { Narrow = true }, sight, asked.Talk, asked.IsShared, Typed.Nothing, broken);
        if (!talking.Talk.MaySayWhoIsPresent(sight.Me))
        {
            return Pages.Done(asked.Next);
        }

        var screen = new Screen(talking.Frame, sight.Circle, sight.Me, talking.Talk, asked.IsShared, talking.Talk.Present, broken);
        return asked.IsShared ? PresentAtTableView.Create(screen) : BeginTalkView.Create(screen);
    }

    private static Task<IResult> ChangeAsync([AsParameters] AskedInTalk asked) => Pages.TryAsync(
        async () =>
        {
            await asked.ChangeAsync(async (talk, visit) =>
            {
                var typed = asked.Http.Typed();
                var point = talk.Course.Point is { } id ? (await visit.UnderAsync<TalkPoint>(talk.Id, asked.Cancellation)).FirstOrDefault(one => one.Id == id) : null;
                talk.SayWhoIsPresent(
                    visit.Circle, visit.Circle.SetOf(typed.Seats("present")).And(SeatSet.Of(visit.Me.Number)), typed.Number("seen"), point, visit.Act);
                return true;
            });
            return asked.Next;
        },
        broken => AskPresentAsync(asked, broken));
}
