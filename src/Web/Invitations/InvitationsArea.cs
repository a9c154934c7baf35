namespace Keukentafel.Web.Invitations;

/// <summary>Every address about inviting somebody, and about coming in with a card.</summary>
public static class InvitationsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        InvitePerson.Map(app);
        ShowCard.Map(app);
        Welcome.Map(app);
        ComeIn.Map(app);
    }
}
