using System.Buffers;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Access;

/// <summary>The drafts of a person: kept while typing, opened again, thrown away.</summary>
public static class DraftPages
{
    // The fields people write in. The others hold our own words for what was chosen, which nobody at the table needs to see.
    private static readonly string[] Written =
        ["words", "safe", "growing", "basis", "because", "possible", "reason", "before", "told", "read", "name", "child1"];

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Drafts">The drafts, the newest first.</param>
    public sealed record Screen(Frame Frame, IReadOnlyList<Draft> Drafts);

    // What our own addresses are made of. One is sent back to this address: nothing else may stand in it.
    private static readonly SearchValues<char> InAddresses =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.~?&=%+{}()");

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/drafts", ListAsync);
        app.MapPost("/drafts/{id:guid}", KeepTypingAsync);
        app.MapGet("/drafts/{id:guid}", OpenAsync);
        app.MapPost("/drafts/{id:guid}/throw-away", ThrowAwayAsync);
    }

    /// <summary>The table in an address of ours; null when there is none.</summary>
    /// <param name="path">The address.</param>
    public static CircleId? CircleOf(string path)
    {
        var parts = path.Split('/', '?');
        return parts.Length > 2 && parts[1] == "tables" && Guid.TryParse(parts[2], out var id) ? new CircleId(id) : null;
    }

    /// <summary>The page on which a form was filled in; null when it has none to go back to.</summary>
    /// <param name="request">The form as it came.</param>
    /// <param name="typed">What was typed.</param>
    public static string? PageOf(HttpRequest request, Typed typed)
    {
        var path = request.Path.Value ?? "/";

        // Kept while typing: the form stands on the page it names. Going back to the keeping itself would go round in circles.
        var page = path.StartsWith("/drafts/", StringComparison.Ordinal) ? typed["page"] ?? "" : path + request.QueryString;
        return page.Length is 0 or > 200 || !page.StartsWith('/') || page.StartsWith("//", StringComparison.Ordinal)
            || page.StartsWith("/drafts/", StringComparison.Ordinal) || page.AsSpan().IndexOfAnyExcept(InAddresses) >= 0 ? null : page;
    }

    /// <summary>What of a form belongs in a draft.</summary>
    /// <param name="typed">What was typed.</param>
    public static Dictionary<string, string[]> FieldsOf(Typed typed) =>
        typed.Fields.Where(field => field.Key is not (Typed.ProofField or "page")).ToDictionary();

    /// <summary>Keeps a form that is not done yet, on its own page, so that it can be gone on with later.</summary>
    /// <param name="http">The request.</param>
    /// <param name="drafts">The drafts.</param>
    /// <param name="typed">What was typed so far.</param>
    public static Task KeepAsync(HttpContext http, Drafts drafts, Typed typed) =>
        typed.Id(Typed.DraftField) is { } draft
            ? drafts.KeepAsync(http.Caller().Person, new DraftId(draft), CircleOf(http.Request.Path), http.Request.Path, FieldsOf(typed))
            : Task.CompletedTask;

    /// <summary>What somebody wrote in a draft, to know it again by; null when only choices were made.</summary>
    /// <param name="draft">The draft.</param>
    public static string? WordsOf(Draft draft) =>
        Written.Select(field => draft.Fields.TryGetValue(field, out var values) ? values.FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) : null)
            .FirstOrDefault(words => words is not null);

    private static async Task<IResult> ListAsync(HttpContext http, Drafts drafts, CancellationToken cancellation) =>
        DraftListView.Create(new Screen(
            Frame.Of(http, Text.T("access.drafts")), await drafts.OfAsync(http.Caller().Person, cancellation)));

    // Called by the page itself while somebody types; answers nothing.
    private static async Task<IResult> KeepTypingAsync(HttpContext http, Guid id, Drafts drafts)
    {
        var typed = http.Typed();
        if (PageOf(http.Request, typed) is not { } page)
        {
            return Results.BadRequest();
        }

        await drafts.KeepAsync(http.Caller().Person, new DraftId(id), CircleOf(page), page, FieldsOf(typed));
        return Results.NoContent();
    }

    private static async Task<IResult> OpenAsync(HttpContext http, Guid id, Drafts drafts, CancellationToken cancellation)
    {
        var draft = await drafts.FindAsync(http.Caller().Person, new DraftId(id), cancellation) ?? throw new Data.Circles.RefusedException();
        var page = draft.Page;
        return Results.LocalRedirect(page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "draft=" + id);
    }

    private static async Task<IResult> ThrowAwayAsync(HttpContext http, Guid id, Drafts drafts)
    {
        await drafts.ThrowAwayAsync(http.Caller().Person, new DraftId(id));
        return Pages.Done("/drafts");
    }
}
