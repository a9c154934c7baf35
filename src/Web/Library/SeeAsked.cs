using Keukentafel.Data.Requests;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Library;

/// <summary>
/// "Wat mensen hier vragen" (R144): with what people asked for help, from whom, and how long they waited, of all local teams together and of half-years that are over.
/// Beside the numbers stands what to talk about: they say nothing by themselves (INV-84). No team, no place and nobody can be found in it, and nothing is ranked (N31).
/// </summary>
public static class SeeAsked
{
    // Older ones say more about then than about now.
    private const int Most = 4;

    /// <summary>What to talk about.</summary>
    public static IReadOnlyList<string> Talks { get; } = ["know", "missing", "differently", "ours"];

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="HalfYears">What may be seen of the half-years that are over, the last first.</param>
    public sealed record Screen(Frame Frame, IReadOnlyList<(int HalfYear, ShownTotals Totals)> HalfYears);

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/know/asked", async Task<IResult> (HttpContext http, AskedCounts counts, CancellationToken cancellation) => AskedView.Create(
            new Screen(Frame.Of(http, Text.T("library.asked")) with { Narrow = true }, [.. (await counts.OverAsync(cancellation)).Take(Most)]))).AllowAnonymous();

    /// <summary>On which day the next half-year begins: then this one can be seen.</summary>
    /// <param name="now">The moment, UTC.</param>
    public static DateOnly Next(DateTimeOffset now) => Days.Of(now) is { Month: > 6 } day ? new DateOnly(day.Year + 1, 1, 1) : new DateOnly(Days.Of(now).Year, 7, 1);

    /// <summary>A total in words.</summary>
    /// <param name="total">The total; null for too few.</param>
    public static string Say(int? total) => total is { } many ? Text.T("library.asked-at-least", many) : Text.T("library.asked-few");
}
