namespace Keukentafel.Web.Contributions;

/// <summary>The one whose words another wrote down reads them back: "yes, that is what I said" (R10). Nobody else can.</summary>
public static class ReadBack
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => new ThingForm<Domain.Contributions.Contribution>
    {
        Name = "read-back",
        Heading = "contributions.read-back",
        May = (thing, me) => thing.By == me.Number && thing.WaitsToBeReadBack,
        Page = ReadBackView.Create,
        Do = (thing, _, visit) => thing.ReadBack(visit.Act),
        Told = "contributions.read-back-told",
    }.Map(app);
}
