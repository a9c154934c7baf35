using Keukentafel.Domain.NotKnowing;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.NotKnowing;

/// <summary>Somebody begins a page for what people do not know (R85), by itself or from where somebody said so (R84). Nothing must be filled in.</summary>
public static class BeginNotKnown
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new BeginForm
    {
        Name = "not-known",
        Heading = "notknowing.begin",
        Page = BeginNotKnownView.Create,
        Make = (visit, typed, from) => NotKnown.Begin(
            visit.Circle, typed["words"], from, visit.Circle.SetOf(typed.Seats("about")), LayDown.AudienceOf(visit, typed), visit.Act),
    }.Map(app);
}
