using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Reflections;

/// <summary>
/// The family sees a reflection from its beginning, and reads and answers it whole once it is finished (N11, N13, R93). The central figure
/// writes in it on the same page.
/// </summary>
public static class OpenReflection
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/reflections/{id:guid}", async ([AsParameters] Asked asked) =>
            await ReflectionScreen.ShowAsync(asked, await asked.Http.FromDraftAsync(asked.Drafts, asked.Cancellation), null, away: false));
        app.MapPost("/tables/{circle:guid}/reflections/{id:guid}", ([AsParameters] Asked asked) => ReflectionScreen.SayAsync(asked, away: false));
    }
}
