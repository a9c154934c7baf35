using Keukentafel.Domain.Requests;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Requests;

/// <summary>
/// Somebody wants help for another family (R59, P3): with them beside, or because they know of it. Who did not tell them yet prepares that talk, and in danger a
/// call. Those pages ask nothing, keep nothing and send nothing (R5).
/// </summary>
public static class AskForFamily
{
    /// <summary>The page that helps to tell the family first.</summary>
    internal const string NotYet = "/ask/not-yet";

    /// <summary>The ways to ask, the own family first; "not yet" is none of them.</summary>
    public static IReadOnlyList<AskedFor> Ways { get; } = Enum.GetValues<AskedFor>();

    /// <summary>Sentences to begin the talk with.</summary>
    public static IReadOnlyList<string> Sayings { get; } = ["see", "ask", "offer", "with"];

    /// <summary>What to think of before the talk.</summary>
    public static IReadOnlyList<string> Before { get; } = ["when", "first", "listen", "theirs"];

    /// <summary>With whom one can think along without a name.</summary>
    public static IReadOnlyList<string> Along { get; } = ["colleague", "team", "friend"];

    /// <summary>What is asked in a call, with room on paper.</summary>
    public static IReadOnlyList<string> Asked { get; } = ["where", "now", "who", "hurt", "you"];

    /// <summary>What one may ask and say in that call.</summary>
    public static IReadOnlyList<string> Say { get; } = ["begin", "sure", "then", "told"];

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/ask/for", IResult (HttpContext http) => AskForView.Create(Of(http, "requests.for-heading"))).AllowAnonymous();
        app.MapGet(NotYet, IResult (HttpContext http) => AskNotYetView.Create(Of(http, "requests.not-yet"))).AllowAnonymous();
        app.MapGet("/ask/call", IResult (HttpContext http) => AskCallView.Create(Of(http, "requests.call"))).AllowAnonymous();
    }

    private static FrontPages.Screen Of(HttpContext http, string heading) => new(Frame.Of(http, Text.T(heading)) with { Narrow = true });
}
