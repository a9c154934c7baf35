using Keukentafel.Data.Nearby;
using Keukentafel.Domain.Nearby;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Arrivals;

/// <summary>
/// What people tell who asked for help, before any form (R29): how it came, what made it hard to ask, and what good help was. The program comes with a few that are
/// invented, and says so at each; those that were told come first.
/// </summary>
public static class Stories
{
    /// <summary>Whose stories, in the order of the page.</summary>
    public static IReadOnlyList<string> Invented { get; } = ["mother", "boy", "father", "neighbour"];

    /// <summary>The parts of each.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["came", "hard", "helped"];

    /// <summary>The keys of everything that is told.</summary>
    public static IEnumerable<string> Keys => Invented.SelectMany(who => Parts.Select(part => who + "-" + part));

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Told">What people told and said yes to.</param>
    public sealed record Screen(Frame Frame, IReadOnlyList<LocalText> Told);

    /// <summary>How a story begins, on a page that leads to it.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Who">Whose, of those that are invented.</param>
    /// <param name="Told">What somebody told and said yes to, which stands there instead; null for nothing.</param>
    public sealed record Beginning(Frame Frame, string Who, LocalText? Told);

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(
        "/stories", async Task<IResult> (HttpContext http, LocalTexts texts, CancellationToken cancellation) => StoriesView.Create(new Screen(
            Frame.Of(http, Text.T("arrivals.stories")) with { Narrow = true },
            [.. (await texts.AllAsync(cancellation)).Where(text => text.Kind == LocalKind.Story && text.Shown is not null).Reverse()]))).AllowAnonymous();
}
