using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Keukentafel.Web.Wordings;

/// <summary>Where in the program a page is, in words that people use.</summary>
public enum PagePlace
{
    /// <summary>Not known.</summary>
    Somewhere,

    /// <summary>The front.</summary>
    Front,

    /// <summary>Asking for help, and where it is.</summary>
    Help,

    /// <summary>Thinking through a worry.</summary>
    Worry,

    /// <summary>Another page that anybody can open.</summary>
    Anybody,

    /// <summary>What people may.</summary>
    Rights,

    /// <summary>Coming in: with a name, or with a card.</summary>
    ComeIn,

    /// <summary>One's own page.</summary>
    Me,

    /// <summary>One's tables.</summary>
    Tables,

    /// <summary>What lies on the table.</summary>
    Table,

    /// <summary>Views beside each other.</summary>
    Views,

    /// <summary>Talks.</summary>
    Talks,

    /// <summary>The plan.</summary>
    Plan,

    /// <summary>Decisions.</summary>
    Decisions,

    /// <summary>Who sits there, joins or stops.</summary>
    People,

    /// <summary>A child's own page.</summary>
    Mine,

    /// <summary>In which frame somebody is there.</summary>
    Frames,

    /// <summary>The own story.</summary>
    Story,

    /// <summary>These pages about words.</summary>
    Words,

    /// <summary>Another page.</summary>
    Elsewhere,
}

/// <summary>
/// The kind of a page: its address as it is written down in the program, with a name where an id stands. Nothing else is taken for one, so that no id and no
/// word of anybody comes along with a remark.
/// </summary>
public static partial class PageKinds
{
    /// <summary>The kind of the page of this request; null where it would tell something, as on a page that is not there.</summary>
    /// <param name="http">The request.</param>
    public static string? Of(HttpContext http) =>
        http.Response.StatusCode is StatusCodes.Status404NotFound or >= StatusCodes.Status500InternalServerError ? null
        : http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } ? KindOf(pattern) : null;

    /// <summary>What came along as a kind of page, when it is one; else null.</summary>
    /// <param name="http">The request.</param>
    /// <param name="kind">What came along.</param>
    public static string? Known(HttpContext http, string? kind) =>
        kind is not null && AllOf(http.RequestServices.GetRequiredService<EndpointDataSource>()).Contains(kind) ? kind : null;

    /// <summary>The kind of page as it stands in an address.</summary>
    /// <param name="kind">The kind; null for none.</param>
    public static string Query(string? kind) =>
        kind is null ? "" : "?page=" + kind.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal);

    /// <summary>Where a kind of page is.</summary>
    /// <param name="kind">The kind; null for not known.</param>
    public static PagePlace PlaceOf(string? kind) => kind?.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        null => PagePlace.Somewhere,
        [] => PagePlace.Front,
        ["ask" or "help" or "near" or "stories", ..] => PagePlace.Help,
        ["think", ..] => PagePlace.Worry,
        ["leading" or "what-happens" or "young" or "stop" or "work" or "know", ..] => PagePlace.Anybody,
        ["rights", ..] => PagePlace.Rights,
        ["welcome" or "sign-in" or "lost-password", ..] => PagePlace.ComeIn,
        ["me" or "drafts", ..] => PagePlace.Me,
        ["words", ..] => PagePlace.Words,
        ["tables"] or ["tables", "new"] => PagePlace.Tables,
        ["tables", _, "views", ..] => PagePlace.Views,
        ["tables", _, "talks", ..] => PagePlace.Talks,
        ["tables", _, "plan" or "together", ..] => PagePlace.Plan,
        ["tables", _, "decisions", ..] => PagePlace.Decisions,
        ["tables", _, "people" or "who" or "joining" or "contact" or "rest" or "face" or "along" or "consults" or "advise" or "coordinator" or "load", ..] => PagePlace.People,
        ["tables", _, "mine", ..] => PagePlace.Mine,
        ["tables", _, "frames", ..] => PagePlace.Frames,
        ["tables", _, "story", ..] => PagePlace.Story,
        ["tables", _] or ["tables", _, "lay" or "list" or "things" or "find" or "print" or "question" or "read-by", ..] => PagePlace.Table,
        _ => PagePlace.Elsewhere,
    };

    /// <summary>A page's address as the program has it, without what an id must look like.</summary>
    /// <param name="pattern">As the program has it: <c>/tables/{circle:guid}/who</c>.</param>
    internal static string KindOf(string pattern) => "/" + Place().Replace(pattern, "{$1}").TrimStart('/');

    private static FrozenSet<string> AllOf(EndpointDataSource source) => Kept.GetValue(source, all => all.Endpoints.OfType<RouteEndpoint>()
        .Where(one => one.RoutePattern.RawText is not null)
        .Select(one => KindOf(one.RoutePattern.RawText!))
        .ToFrozenSet(StringComparer.Ordinal));

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<EndpointDataSource, FrozenSet<string>> Kept = [];

    [GeneratedRegex(@"\{\*?(\w+)[^}]*\}")]
    private static partial Regex Place();
}
