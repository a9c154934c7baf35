namespace Keukentafel.Web.Reflections;

/// <summary>Every address about the face of a table, and about reflecting with a colleague.</summary>
public static class ReflectionsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        SeeFace.Map(app);
        AskFace.Map(app);
        NameColleague.Map(app);
        AgreeColleague.Map(app);
        StopFace.Map(app);
        TakeNoBack.Map(app);
        StartReflection.Map(app);
        OpenReflection.Map(app);
        LetRead.Map(app);
        LetMine.Map(app);
        LeaveOut.Map(app);
        LookAlong.Map(app);
        ReadAlong.Map(app);
    }
}
