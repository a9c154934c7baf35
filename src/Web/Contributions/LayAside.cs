using Keukentafel.Domain.Access;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Wishes;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Contributions;

/// <summary>Somebody quietly lays aside what floods them, or takes it up again. Nobody else can tell.</summary>
public static class LayAside
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/tables/{circle:guid}/things/{id:guid}/lay-aside", ([AsParameters] Asked asked) => DoAsync(asked, true));
        app.MapPost("/tables/{circle:guid}/things/{id:guid}/take-up", ([AsParameters] Asked asked) => DoAsync(asked, false));
    }

    private static async Task<IResult> DoAsync(Asked asked, bool aside)
    {
        await asked.ChangeAsync<Contribution, bool>((thing, visit) =>
        {
            if (aside && !thing.MayBeLaidAsideBy(visit.Me, visit.Circle))
            {
                throw new RuleBrokenException(WishRules.StaysInSight);
            }

            visit.LayAside(thing, aside);
            return Task.FromResult(true);
        });
        Saying.Say(asked.Http, aside ? "contributions.laid-aside" : "contributions.taken-up");
        return Pages.Done(aside ? $"/tables/{asked.Circle}" : asked.Address);
    }
}
