using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>Somebody looks at a talk on their own screen: before it, during it, and at what came of it.</summary>
public static class OpenTalk
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/talks/{talk:guid}", ([AsParameters] AskedInTalk asked) => ShowAsync(asked, Typed.Nothing, null));
        app.MapGet("/tables/{circle:guid}/talks/{talk:guid}/sheet", async Task<IResult> ([AsParameters] AskedInTalk asked) =>
            TalkSheetPageView.Create(await LookAsync(asked, Typed.Nothing, null)));
    }

    /// <summary>The talk on one's own screen.</summary>
    /// <param name="asked">The request.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="broken">The rule that said no; null for none.</param>
    public static async Task<IResult> ShowAsync(AskedInTalk asked, Typed typed, Rule? broken) => OpenTalkView.Create(await LookAsync(asked, typed, broken));

    private static async Task<Talking> LookAsync(AskedInTalk asked, Typed typed, Rule? broken)
    {
        var sight = await asked.OpenAsync();
        var talk = (Domain.Talks.Talk)sight.Slips.First(slip => slip.Id.Value == asked.Talk).Contribution;
        var heading = talk.IsTakenBack ? Text.T("contributions.taken-back-head") : talk.Words ?? Text.T("talks.untitled");
        return new Talking(Frame.Of(asked.Http, heading, sight, "talks"), sight, asked.Talk, false, typed, broken);
    }
}
