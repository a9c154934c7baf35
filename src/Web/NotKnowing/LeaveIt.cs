using Keukentafel.Domain.NotKnowing;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.NotKnowing;

/// <summary>"We leave it as it is for now": one press, and a full outcome (INV-53).</summary>
public static class LeaveIt
{
    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/tables/{circle:guid}/things/{id:guid}/leave-it", async ([AsParameters] Asked asked) =>
    {
        await asked.ChangeAsync<NotKnown, bool>((page, visit) =>
        {
            page.Leave(visit.Act);
            return Task.FromResult(true);
        });
        Saying.Say(asked.Http, "notknowing.left-told");
        return Pages.Done($"/tables/{asked.Circle}/not-known/{asked.Id}");
    });
}
