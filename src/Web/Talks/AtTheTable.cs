using Keukentafel.Domain.Access;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>
/// The one screen on the table: one question at a time, in a session of its own that shows only what everybody present may read. Leaving it
/// needs a sign-in.
/// </summary>
public static class AtTheTable
{
    /// <summary>What the page for setting down a mug shows.</summary>
    /// <param name="Talking">The talk.</param>
    /// <param name="Line">Under which sentence.</param>
    public sealed record StandScreen(Talking Talking, Proposal Line)
    {
        /// <summary>The frame.</summary>
        public Frame Frame => Talking.Frame;
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/talks/{talk:guid}/at-table", ([AsParameters] AskedInTalk asked) => ShowAsync(asked, Typed.Nothing, null))
            .WithMetadata(new OnTheTable());
        app.MapGet("/tables/{circle:guid}/talks/{talk:guid}/stand", ([AsParameters] AskedInTalk asked) =>
            AskStandAsync(asked, Guid.TryParse(asked.Http.Request.Query["line"], out var line) ? line : Guid.Empty, Typed.Nothing, null)).WithMetadata(new OnTheTable());
    }

    /// <summary>The screen on the table; on one's own screen the talk itself.</summary>
    /// <param name="asked">The request.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="broken">The rule that said no; null for none.</param>
    public static async Task<IResult> ShowAsync(AskedInTalk asked, Typed typed, Rule? broken)
    {
        if (!asked.IsShared)
        {
            if (broken is not null)
            {
                return await OpenTalk.ShowAsync(asked, typed, broken);
            }

            await asked.OpenAsync();
            return Pages.Done(asked.Address);
        }

        var sight = await asked.OpenAsync();
        var talking = new Talking(Frame.Of(asked.Http, Text.T("talks.heading"), sight), sight, asked.Talk, true, typed, broken);

        // When the talk is over nothing can be done on this screen any more, and its session is over too.
        return talking.Talk.GoesOn ? AtTheTableView.Create(talking) : await asked.Http.LeaveWithAsync(AtTheTableView.Create(talking));
    }

    /// <summary>The page on which somebody sets down their mug under one sentence.</summary>
    /// <param name="asked">The request.</param>
    /// <param name="line">Which sentence.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="broken">The rule that said no; null for none.</param>
    public static async Task<IResult> AskStandAsync(AskedInTalk asked, Guid line, Typed typed, Rule? broken)
    {
        var sight = await asked.OpenAsync();
        var talk = (Domain.Talks.Talk)sight.Slips.First(slip => slip.Id.Value == asked.Talk).Contribution;
        if (broken is not null && !(talk.GoesOn && (asked.IsShared || talk.Present.Has(sight.Me.Number))))
        {
            return await ShowAsync(asked, typed, broken);
        }

        var talking = new Talking(Frame.Of(asked.Http, Text.T("contributions.stand"), sight, "talks") with { Narrow = true }, sight, asked.Talk, asked.IsShared, typed, broken);
        if (talking.Lines.FirstOrDefault(one => one.Id.Value == line) is not { } found || !talking.Talk.GoesOn)
        {
            throw new Data.Circles.RefusedException();
        }

        var screen = new StandScreen(talking, found);
        return asked.IsShared ? StandAtTableView.Create(screen) : StandInTalkView.Create(screen);
    }
}
