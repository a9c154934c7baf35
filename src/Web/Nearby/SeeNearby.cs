using Keukentafel.Data.Nearby;
using Keukentafel.Data.Requests;
using Keukentafel.Domain.Nearby;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Nearby;

/// <summary>
/// "Dichtbij": anybody finds the local team of a place, people by name and number, and with whom a talk can be practised (P29, J6). One calls: nothing is filled in, and
/// nothing is kept. What the program says itself, such as where to call in danger, stays as it is, whatever an editor writes.
/// </summary>
public static class SeeNearby
{
    /// <summary>What the page shows on which one chooses a place.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Teams">The local teams, by place.</param>
    /// <param name="Rehearsing">The places where one can practise a talk with somebody.</param>
    public sealed record Screen(Frame Frame, IReadOnlyList<LocalTeam> Teams, IReadOnlySet<LocalTeamId> Rehearsing);

    /// <summary>What the page of one place shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Team">The local team.</param>
    /// <param name="Texts">What is shown of this place.</param>
    /// <param name="IsAnswered">Whether somebody answers for the team, so that one can ask it something here.</param>
    public sealed record PlaceScreen(Frame Frame, LocalTeam Team, IReadOnlyList<ShownText> Texts, bool IsAnswered)
    {
        /// <summary>How one comes to the team.</summary>
        public IReadOnlyList<ShownText> About => [.. Texts.Where(text => text.Kind == LocalKind.Place)];

        /// <summary>With whom one can practise a talk.</summary>
        public IReadOnlyList<ShownText> Rehearsing => [.. Texts.Where(text => text.Version.Rehearses)];

        /// <summary>Who else can be called.</summary>
        public IReadOnlyList<ShownText> Others => [.. Texts.Where(text => text.Kind == LocalKind.Contact && !text.Version.Rehearses)];

        /// <summary>What one may here, and who helps.</summary>
        public IReadOnlyList<ShownText> Rights => [.. Texts.Where(text => text.Kind == LocalKind.Rights)];
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/near", async Task<IResult> (HttpContext http, LocalTeams teams, LocalTexts texts, CancellationToken cancellation) =>
        {
            IReadOnlyList<LocalTeam> all = [.. (await teams.AllAsync(cancellation)).Where(team => !team.AreExperts)];

            // One place needs no choice.
            return all is [var only] ? await PlaceAsync(http, only, teams, texts, cancellation) : NearbyView.Create(new Screen(
                Frame.Of(http, Text.T("nearby.heading")) with { Narrow = true }, all,
                (await texts.AllAsync(cancellation)).Where(text => text.Shown?.Rehearses == true).Select(text => text.Team!.Value).ToHashSet()));
        }).AllowAnonymous();
        app.MapGet("/near/{team:guid}", async Task<IResult> (HttpContext http, Guid team, LocalTeams teams, LocalTexts texts, CancellationToken cancellation) =>
            (await teams.AllAsync(cancellation)).FirstOrDefault(one => one.Id == new LocalTeamId(team) && !one.AreExperts) is { } there
                ? await PlaceAsync(http, there, teams, texts, cancellation)
                : Results.NotFound()).AllowAnonymous();
    }

    private static async Task<IResult> PlaceAsync(
        HttpContext http, LocalTeam team, LocalTeams teams, LocalTexts texts, CancellationToken cancellation) => NearbyPlaceView.Create(new PlaceScreen(
        Frame.Of(http, Text.T("nearby.place-heading", team.Place)) with { Narrow = true }, team,
        [.. (await texts.AllAsync(cancellation)).Where(text => text.Team == team.Id && text.Kind != LocalKind.Team).Select(ShownText.Of).OfType<ShownText>()],
        (await teams.AnsweringAsync(cancellation)).Any(one => one.Id == team.Id)));
}
