using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Thinking;

/// <summary>
/// Anybody thinks a doubt about a child through (R21–R25): without an account or names, and nothing leaves the page or is kept. All questions stand in one page;
/// the script shows them one by one, and without it they are a paper to fill in.
/// </summary>
public static class ThinkItThrough
{
    private const string Address = "/think";

    /// <summary>The questions, each answered in own words (R22, R24).</summary>
    public static IReadOnlyList<string> Questions { get; } = ["saw", "suspect", "find", "colours", "unknown", "offer"];

    /// <summary>How one can go on; a talk stands first, a report last, and to leave it at that is a full end (R23, R25).</summary>
    public static IReadOnlyList<string> Ends { get; } = ["talk", "small", "ask", "leave", "report"];

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Address, IResult (HttpContext http) =>
        ThinkItThroughView.Create(new FrontPages.Screen(Frame.Of(http, Text.T("thinking.heading")) with { Narrow = true }))).AllowAnonymous();
}
