using Keukentafel.Domain.Overviews;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Overviews;

/// <summary>
/// Anybody lays down what plays a part. What helps here is asked first (R52); whatever it is, it gets no side but how each reads it (INV-33).
/// What it is, in own words, is enough.
/// </summary>
public static class AddFactor
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        Form("helps", "overviews.helps").Map(app);
        Form("also", "overviews.also").Map(app);
    }

    private static OverviewForm Form(string name, string heading) => new()
    {
        Name = name,
        Heading = heading,
        Page = AddFactorView.Create,
        Make = (overview, typed, visit) => Factor.Lay(
            visit.Circle, overview, typed["words"], typed.One<LifeArea>("area"), visit.Circle.SetOf(typed.Seats("about")), LayDown.AudienceOf(visit, typed),
            WorksFields.Of(visit.Circle, typed), visit.Act),
    };
}
