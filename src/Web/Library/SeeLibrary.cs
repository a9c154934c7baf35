using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Library;

/// <summary>
/// "Eerlijk weten": anybody reads the figures of the vision with where they come from (R146), whom a family may meet, and what every system that it names is good
/// for. Nothing is asked or kept.
/// </summary>
public static class SeeLibrary
{
    /// <summary>What such a page shows.</summary>
    /// <param name="Frame">The frame.</param>
    public sealed record Screen(Frame Frame);

    /// <summary>What one figure shows.</summary>
    /// <param name="Figure">The figure.</param>
    public sealed record FigureCard(Figure Figure)
    {
        /// <summary>A sentence of it, with its numbers.</summary>
        /// <param name="key">The beginning of its key.</param>
        public string Say(string key) => Text.T(key + Figure.Key, [.. Figure.Numbers.Cast<object?>()]);

        /// <summary>The numbers that are parts of one whole of a hundred, with what each is.</summary>
        public IReadOnlyList<(string What, decimal HowMany)> Parts => Figure.Parts switch
        {
            0 => [],
            1 => [(Text.T("library.part-yes"), Figure.Numbers[0]), (Text.T("library.part-rest"), 100 - Figure.Numbers[0])],
            _ => [.. Figure.Numbers.Take(Figure.Parts).Select((number, i) => (Text.T("library.part." + Figure.Key + (i + 1)), number))],
        };
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/know", IResult (HttpContext http) => LibraryView.Create(Of(http, "library.heading"))).AllowAnonymous();
        app.MapGet("/know/figures", IResult (HttpContext http) => FiguresView.Create(Of(http, "library.figures"))).AllowAnonymous();
        app.MapGet("/know/who", IResult (HttpContext http) => WhoView.Create(Of(http, "library.who"))).AllowAnonymous();
        SeeAsked.Map(app);
        app.MapGet("/know/exists", IResult (HttpContext http) => SystemsView.Create(Of(http, "library.exists"))).AllowAnonymous();
    }

    private static Screen Of(HttpContext http, string heading) => new(Frame.Of(http, Text.T(heading)) with { Narrow = true });
}
