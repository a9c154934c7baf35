namespace Keukentafel.Web.Circles;

/// <summary>Every address about tables and who sits there.</summary>
public static class CirclesArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        MyTables.Map(app);
        StartTable.Map(app);
        OpenTable.Map(app);
        AddPerson.Map(app);
        DescribePerson.Map(app);
        SayContact.Map(app);
        KeepAddress.Map(app);
        ReadAddress.Map(app);
        PutQuestion.Map(app);
        SayApart.Map(app);
        ReadBy.Map(app);
    }
}
