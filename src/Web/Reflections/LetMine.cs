using Keukentafel.Domain.Reflections;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Reflections;

/// <summary>Somebody lets the own sentences go along to the colleague: nobody else says yes for them (D29).</summary>
public static class LetMine
{
    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/tables/{circle:guid}/things/{id:guid}/let-mine", async ([AsParameters] Asked asked) =>
    {
        await asked.ChangeAsync<Reflection, bool>((reflection, visit) =>
        {
            reflection.LetOwn(visit.Act);
            return Task.FromResult(true);
        });
        Saying.Say(asked.Http, "reflections.let-mine-told");
        return Pages.Done(ReflectionScreen.AddressOf(asked.Circle, asked.Id, away: false));
    });
}
