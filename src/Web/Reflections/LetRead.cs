using Keukentafel.Domain.Reflections;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Reflections;

/// <summary>A host says that the colleague may read these sentences, and nothing else (R93).</summary>
public static class LetRead
{
    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/tables/{circle:guid}/things/{id:guid}/let-read", async ([AsParameters] Asked asked) =>
    {
        await asked.ChangeAsync<Reflection, bool>((reflection, visit) =>
        {
            reflection.LetRead(visit.Circle, visit.Act);
            return Task.FromResult(true);
        });
        Saying.Say(asked.Http, "reflections.let-told");
        return Pages.Done(ReflectionScreen.AddressOf(asked.Circle, asked.Id, away: false));
    });
}
