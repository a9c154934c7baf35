namespace Keukentafel.Web.Endings;

/// <summary>Every address about ending a table, and what remains of it.</summary>
public static class EndingsArea
{
    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        EndTable.Map(app);
        SayLater.Map(app);
        WhatRemains.Map(app);
        MakeBooklet.Map(app);
    }
}
