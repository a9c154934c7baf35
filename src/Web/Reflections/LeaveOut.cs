using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Statements;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Reflections;

/// <summary>A host, whose sentence it is, or whom it is about leaves a sentence out of a reflection. Nobody owes a reason (D8).</summary>
public static class LeaveOut
{
    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/tables/{circle:guid}/things/{id:guid}/leave-out", async ([AsParameters] Asked asked) =>
    {
        var sentence = asked.Http.Typed().Id("sentence");
        await asked.ChangeAsync<Reflection, bool>(async (reflection, visit) =>
        {
            reflection.LeaveOut(
                await visit.FindAsync<Statement>(new ContributionId(sentence ?? throw new RefusedException()), asked.Cancellation), visit.Act);
            return true;
        });
        Saying.Say(asked.Http, "reflections.left-out-told");
        return Pages.Done(ReflectionScreen.AddressOf(asked.Circle, asked.Id, away: false));
    });
}
