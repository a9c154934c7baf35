using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Reflections;

/// <summary>
/// A colleague, away from the table, reads what the family let along, and writes: first how they read it themselves, and only then against what
/// the figure tends to (R94). Nothing else of the table can be reached from here.
/// </summary>
public static class ReadAlong
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/along/{id:guid}", async ([AsParameters] Asked asked) =>
            await ReflectionScreen.ShowAsync(asked, await asked.Http.FromDraftAsync(asked.Drafts, asked.Cancellation), null, away: true));
        app.MapPost("/tables/{circle:guid}/along/{id:guid}", ([AsParameters] Asked asked) => ReflectionScreen.SayAsync(asked, away: true));
    }
}
