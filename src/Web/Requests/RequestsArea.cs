namespace Keukentafel.Web.Requests;

/// <summary>Every address about asking a local team for help, and about answering.</summary>
public static class RequestsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        AskForHelp.Map(app);
        AskForFamily.Map(app);
        AskExperts.Map(app);
        ComeBack.Map(app);
        BecomeTable.Map(app);
        AnswerRequests.Map(app);
        OfferTable.Map(app);
    }
}
