using Keukentafel.Data.Wordings;
using Keukentafel.Domain.Wordings;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Wordings;

/// <summary>"Wat gezinnen anders wilden" (R134): anybody reads what parents and young people decided about the words, without names.</summary>
public static class SeeChanged
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Decisions">What was decided, the newest first.</param>
    public sealed record Screen(Frame Frame, IReadOnlyList<WordDecision> Decisions)
    {
        /// <summary>Which version of the program this is.</summary>
        public static string Version => typeof(App).Assembly.GetName().Version!.ToString(3);
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/words/changed", async Task<IResult> (
        HttpContext http, WordRemarks remarks, CancellationToken cancellation) => SeeChangedView.Create(new Screen(
            Frame.Of(http, Text.T("wordings.changed")) with { Narrow = true }, await remarks.DecidedAsync(cancellation)))).AllowAnonymous();
}
