namespace Keukentafel.Web.Nudges;

/// <summary>Every address about being told by mail that something is there.</summary>
public static class NudgesArea
{
    /// <summary>Where it is asked.</summary>
    public const string Ask = "/me/nudge";

    /// <summary>Where the code is typed.</summary>
    public const string Code = "/me/nudge/code";

    /// <summary>Where it is turned off.</summary>
    public const string Off = "/me/nudge/off";

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        AskNudge.Map(app);
        ProveNudge.Map(app);
        TurnNudgeOff.Map(app);
    }
}
