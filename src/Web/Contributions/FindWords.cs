using System.Globalization;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>
/// Somebody looks for words among what they may read at their own table. The words lie sealed, so they are compared here, in memory; what
/// was looked for is kept nowhere.
/// </summary>
public static class FindWords
{
    private const int LongestQuestion = 200;

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Circle">The table.</param>
    /// <param name="Asked">The words looked for; null when nothing was asked.</param>
    /// <param name="Found">What was found, one page of it, the newest first.</param>
    /// <param name="Page">Which page, from 1.</param>
    /// <param name="HasMore">Whether there is a next page.</param>
    public sealed record Screen(Frame Frame, Circle Circle, string? Asked, IReadOnlyList<SlipScreen> Found, int Page, bool HasMore)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/find";

        /// <summary>The address of another page of what was found.</summary>
        /// <param name="page">Which.</param>
        public string Other(int page) => $"{Address}?q={Uri.EscapeDataString(Asked!)}&page={page.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/find", FindAsync);

    private static async Task<IResult> FindAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var asked = Words.Tidy(http.Request.Query["q"]);
        var words = asked?[..Math.Min(asked.Length, LongestQuestion)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var page = int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(number, 1) : 1;
        if (words.Length == 0)
        {
            // Nothing to look for: nothing is opened.
            await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Read, cancellation);
            return FindWordsView.Create(new Screen(FrameOf(http, circle), visit.Circle, null, [], 1, false));
        }

        using var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.All("find"), cancellation);
        var frame = FrameOf(http, circle);
        var found = sight.Slips
            .Where(slip => slip.Contribution.WordsMayBeReadBy(sight.Me) && Holds(slip.Contribution, words))
            .Skip((int)Math.Min((page - 1L) * Door.PageLength, int.MaxValue))
            .Take(Door.PageLength + 1)
            .Select(slip => new SlipScreen(sight.Circle, sight.Me, slip.Contribution, frame.Now, sight.IsNew(slip), 0))
            .ToList();
        return FindWordsView.Create(new Screen(
            frame, sight.Circle, asked, [.. found.Take(Door.PageLength)], page, found.Count > Door.PageLength));
    }

    private static Frame FrameOf(HttpContext http, Guid circle) =>
        Frame.Of(http, Text.T("circles.find"), new CircleId(circle)) with { Narrow = true };

    // Each word stands somewhere in what people said in it; large or small, with or without accents.
    private static bool Holds(Contribution contribution, string[] words)
    {
        var said = contribution.Said.Concat(contribution.Answers.Select(answer => answer.Words)).ToList();
        return Array.TrueForAll(words, word => said.Exists(text =>
            CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0));
    }
}
