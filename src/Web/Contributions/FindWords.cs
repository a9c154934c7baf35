using System.Globalization;
using System.Security.Cryptography;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.DataProtection;

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
    /// <param name="Sealed">The same as they stand in the address: sealed for this session.</param>
    /// <param name="Found">What was found, one page of it, the newest first.</param>
    /// <param name="Page">Which page, from 1.</param>
    /// <param name="HasMore">Whether there is a next page.</param>
    public sealed record Screen(Frame Frame, Circle Circle, string? Asked, string? Sealed, IReadOnlyList<SlipScreen> Found, int Page, bool HasMore)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Circle.Id.Value}/find";

        /// <summary>The address of another page of what was found.</summary>
        /// <param name="page">Which.</param>
        public string Other(int page) => $"{Address}?q={Sealed}&page={page.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/find", FindAsync);
        app.MapPost("/tables/{circle:guid}/find", AskAsync).WithMetadata(new KeptNowhere(), Circles.TakesAddresses.Of("q"));
    }

    // An address stays in the history of a shared phone, and a name may be looked for.
    private static async Task<IResult> AskAsync(HttpContext http, Guid circle, Door door, IDataProtectionProvider protection, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Read, cancellation);
        var asked = Words.Tidy(http.Typed()["q"]);
        return Pages.Done($"/tables/{circle}/find" + (asked is null ? "" : "?q=" + SealOf(http, protection).Protect(Short(asked))));
    }

    private static async Task<IResult> FindAsync(
        HttpContext http, Guid circle, Door door, IDataProtectionProvider protection, CancellationToken cancellation)
    {
        var closed = http.Request.Query["q"].ToString();
        var asked = Open(SealOf(http, protection), closed);
        if (asked is null)
        {
            // Nothing to look for: nothing is opened.
            await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Read, cancellation);
            return FindWordsView.Create(new Screen(FrameOf(http, circle), visit.Circle, null, null, [], 1, false));
        }

        var words = asked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var page = int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(number, 1) : 1;
        var hasMore = false;
        var look = Look.Some("find", (slips, me) =>
        {
            // Ten of each person, then ten more: nobody who wrote much stands before who wrote little.
            var found = FairList.Mixed(slips.Where(slip => slip.Contribution.WordsMayBeReadBy(me) && Holds(slip.Contribution, words)), slip => slip.CountsAs, 10)
                .Skip((int)Math.Min((page - 1L) * Door.PageLength, int.MaxValue))
                .Take(Door.PageLength + 1)
                .ToList();
            hasMore = found.Count > Door.PageLength;
            return [.. found.Take(Door.PageLength)];
        });
        using var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), look, cancellation);
        var frame = FrameOf(http, circle);
        return FindWordsView.Create(new Screen(
            frame, sight.Circle, asked, closed,
            [.. sight.Slips.Select(slip => new SlipScreen(sight.Circle, sight.Me, slip.Contribution, frame.Now, sight.IsNew(slip), 0))], page, hasMore));
    }

    // Not through the middle of a sign that takes two places.
    private static string Short(string asked) =>
        asked.Length <= LongestQuestion ? asked : asked[..(char.IsHighSurrogate(asked[LongestQuestion - 1]) ? LongestQuestion - 1 : LongestQuestion)];

    private static IDataProtector SealOf(HttpContext http, IDataProtectionProvider protection) =>
        protection.CreateProtector("find", http.Caller().Session.ToString());

    private static string? Open(IDataProtector seal, string closed)
    {
        try
        {
            return closed.Length is 0 or > 2_000 ? null : Words.Tidy(seal.Unprotect(closed));
        }
        catch (CryptographicException)
        {
            // Of another session, or made up.
            return null;
        }
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
