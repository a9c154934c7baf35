namespace Keukentafel.Web.Involvements;

/// <summary>Every address about professionals who join.</summary>
public static class InvolvementsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        ProposePerson.Map(app);
        ProposeStandIn.Map(app);
        SeeInvolvement.Map(app);
        WhoIsWho.Map(app);
        LookAtInvolvement.Map(app);
        SayAboutMyself.Map(app);
        RestOrStop.Map(app);
        ChooseSharing.Map(app);
        SeeLoad.Map(app);
    }
}
