using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;

namespace Keukentafel.Web.Reflections;

/// <summary>A host says whether this colleague may be asked along: only then does that person know of this table (R90, N19). A no is that host's (T20).</summary>
public static class AgreeColleague
{
    /// <summary>It is yes, or rather somebody else.</summary>
    public static readonly Rule YesOrNo = new("figure.yes-or-no");

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/tables/{circle:guid}/face/agree", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
        {
            var answer = http.Typed()["agrees"];
            return SeeFace.ChangeAsync(
                http, circle, door, Permission.Host,
                visit => visit.Circle.AgreeWithColleague(
                    answer is "yes" || (answer is "no" ? false : throw new RuleBrokenException(YesOrNo)), http.Typed().Number("seen"), visit.Act),
                answer == "yes" ? "reflections.agreed" : "reflections.not-agreed", cancellation);
        });
}
