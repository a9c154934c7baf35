using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Talks;

/// <summary>Every address about talks: planning them, holding them at the table or on paper, and what comes of them.</summary>
public static class TalksArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeeTalks.Map(app);
        PlanTalk.Map(app);
        OpenTalk.Map(app);
        LayPoint.Map(app);
        BeginTalk.Map(app);
        AtTheTable.Map(app);
        SayInTalk.Map(app);
        SteerTalk.Map(app);
        Placemat.Map(app);
        WriteUp.Map(app);
        ChooseSpokesperson.Map(app);
        SayWhetherThere.Map(app);
        ReadBack.Map(app);
    }
}
