using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Talks;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Talks;

/// <summary>The talks of a table: those to come, and those that were held.</summary>
public static class SeeTalks
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sight">What was opened.</param>
    public sealed record Screen(Frame Frame, Sight Sight)
    {
        /// <summary>The address of the page.</summary>
        public string Address => $"/tables/{Sight.Circle.Id.Value}/talks";

        /// <summary>Those that are to come or go on, the first day first.</summary>
        public FairList<Talk> Coming { get; } = FairList.Of(
            Of(Sight).Where(talk => talk.IsAheadOn(Days.Of(Frame.Now))).OrderBy(talk => !talk.GoesOn).ThenBy(talk => talk.Day ?? DateOnly.MaxValue).ThenBy(talk => talk.At),
            talk => talk.By);

        /// <summary>Those whose day went by without a beginning or an end, the last first. Nobody is asked why.</summary>
        public IReadOnlyList<Talk> WentBy { get; } =
            [.. Of(Sight).Where(talk => (talk.IsPlanned || talk.GoesOn) && !talk.IsAheadOn(Days.Of(Frame.Now))).OrderByDescending(talk => talk.Day ?? DateOnly.MinValue)];

        /// <summary>Those that were held, the last first.</summary>
        public IReadOnlyList<Talk> Held { get; } = [.. Of(Sight).Where(talk => talk.Course.EndedAt is not null).OrderByDescending(talk => talk.Course.EndedAt)];

        private static IEnumerable<Talk> Of(Sight sight) => sight.Slips.Select(slip => (Talk)slip.Contribution).Where(talk => !talk.IsTakenBack);
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables/{circle:guid}/talks", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, CancellationToken cancellation)
    {
        var sight = await door.OpenAsync(http.Caller(), new CircleId(circle), Look.Of("talks", typeof(Talk)), cancellation);
        http.Response.RegisterForDispose(sight);
        return SeeTalksView.Create(new Screen(Frame.Of(http, Text.T("talks.heading"), sight, "talks") with { Narrow = true }, sight));
    }
}
