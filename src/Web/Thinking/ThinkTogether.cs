using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Thinking;

/// <summary>
/// Anybody thinks about five situations, alone or in a group with the cards on paper (R28). Each answers for themselves; the differences are what one talks about.
/// No answer is asked, kept or given: there is none that is right (INV-90).
/// </summary>
public static class ThinkTogether
{
    /// <summary>The five situations, as many as the vision names (map 5.4).</summary>
    public static IReadOnlyList<string> Cards { get; } = ["cupboard", "shouting", "late", "apart", "sister"];

    /// <summary>What each asks themselves about a card.</summary>
    public static IReadOnlyList<string> Asks { get; } = ["see", "find", "how", "unknown", "helps"];

    /// <summary>How a group goes about it.</summary>
    public static IReadOnlyList<string> Group { get; } = ["read", "first", "turn", "differ", "stop"];

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/think/together", IResult (HttpContext http) =>
        ThinkTogetherView.Create(new FrontPages.Screen(Frame.Of(http, Text.T("thinking.together"))))).AllowAnonymous();
}
