using Keukentafel.Domain.Overviews;
using Keukentafel.Web.Access;
using Keukentafel.Web.Contributions;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Overviews;

/// <summary>Somebody says whether an overview helps: yes, not now, or not known. No reason is asked and nothing follows from a "not now" (R50).</summary>
public static class SayUseful
{
    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/tables/{circle:guid}/things/{id:guid}/useful", ([AsParameters] Asked asked) => SayAsync(asked));

    private static Task<IResult> SayAsync(Asked asked) => Pages.TryAsync(
        async () =>
        {
            var says = await asked.ChangeAsync<Overview, Useful>((overview, visit) =>
            {
                var says = asked.Http.Typed().One<Useful>("useful") ?? default;
                overview.SayUseful(says, visit.Act);
                return Task.FromResult(says);
            });
            Saying.Say(asked.Http, "overviews.told." + says);
            return $"/tables/{asked.Circle}/overview";
        },
        broken => SeeOverview.ShowAsync(asked.Http, asked.Circle, asked.Door, broken, asked.Cancellation));
}
