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

    /// <summary>The field that says that a form came after its session ended: its writer is brought back to it.</summary>
    public const string LateField = "late";

    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Drafts">The drafts, the newest first.</param>
    /// <param name="Notices">What to know about the own way in.</param>
    public sealed record Screen(Frame Frame, IReadOnlyList<Draft> Drafts, Notices Notices);

    // What our own addresses are made of. One is sent back to this address: nothing else may stand in it.
    private static readonly SearchValues<char> InAddresses =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.~?&=%+{}()");

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/drafts", ListAsync).WithMetadata(new AtWork());
        app.MapPost("/drafts/{id:guid}", KeepTypingAsync).WithMetadata(new AtWork());
        app.MapGet("/drafts/{id:guid}", OpenAsync).WithMetadata(new AtWork());
        app.MapPost("/drafts/{id:guid}/throw-away", ThrowAwayAsync).WithMetadata(new AtWork());
    }

    /// <summary>The table in an address of ours; null when there is none.</summary>
    /// <param name="path">The address.</param>
    public static CircleId? CircleOf(string path)
    {
        var parts = path.Split('/', '?');
        return parts.Length > 2 && parts[1].Equals("tables", StringComparison.OrdinalIgnoreCase) && Guid.TryParse(parts[2], out var id) ? new CircleId(id) : null;
    }

    /// <summary>The page on which a form was filled in; null when it has none to go back to.</summary>
    /// <param name="request">The form as it came.</param>
    /// <param name="typed">What was typed.</param>
    public static string? PageOf(HttpRequest request, Typed typed)
    {
        // Kept while typing: the form stands on the page it names. Going back to the keeping itself would go round in circles.
        var page = IsKeeping(request) ? typed["page"] ?? "" : (request.Path.Value ?? "/") + request.QueryString;
        if (page.StartsWith("/en/", StringComparison.Ordinal) || page.StartsWith("/nl/", StringComparison.Ordinal))
        {
            page = page[3..];
        }

        return page.Length is 0 or > 200 || !page.StartsWith('/') || page.StartsWith("//", StringComparison.Ordinal)
            || page.StartsWith("/drafts/", StringComparison.Ordinal) || page.AsSpan().IndexOfAnyExcept(InAddresses) >= 0 ? null : page;
    }

    /// <summary>Whether this is what a page sends by itself while somebody types.</summary>
    /// <param name="request">The request.</param>
    public static bool IsKeeping(HttpRequest request) => request.Path.StartsWithSegments("/drafts", StringComparison.Ordinal);

    /// <summary>Whether this is what somebody wrote, in however few letters, and not our own word for a choice.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">What stands in it.</param>
    public static bool IsWritten(string field, string value) =>
        !string.IsNullOrWhiteSpace(value) && value != "yes"
        && (Written.Contains(field) || field.StartsWith("child", StringComparison.Ordinal) || field.EndsWith("-words", StringComparison.Ordinal));

    /// <summary>What of a form belongs in a draft.</summary>
    /// <param name="typed">What was typed.</param>
    public static Dictionary<string, string[]> FieldsOf(Typed typed) =>
        typed.Fields.Where(field => field.Key is not (Typed.ProofField or Typed.OpenedField or "page" or "back" or Circles.CatchAddress.Stays)).ToDictionary();

    /// <summary>
    /// Keeps a form that is not done yet and goes on to its next question. Each question has an address of its own, so that going back is
    /// never "send this form again".
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="drafts">The drafts.</param>
    /// <param name="typed">What was typed so far.</param>
    /// <param name="path">The address of the talk.</param>
    /// <param name="query">Which question, as in the address.</param>
    public static async Task<IResult> GoOnAsync(HttpContext http, Drafts drafts, Typed typed, string path, string query)
    {
        var draft = typed.Id(Typed.DraftField) is { } known ? new DraftId(known) : DraftId.New();

        // What was sent while typing on this page and comes after this, comes too late.
        var fields = FieldsOf(typed);
        fields[Drafts.Turn] = [NextTurn(typed)];
        await drafts.KeepAsync(http.Caller().Person, draft, CircleOf(path), path, fields);
        return Pages.Done($"{path}?{query}&{Typed.DraftField}={draft.Value}");
    }

    /// <summary>A form was done before: a draft that says nothing else than it goes too.</summary>
    /// <param name="http">The request.</param>
    public static async Task ForgetDoneAsync(HttpContext http)
    {
        var typed = http.Typed();
        var drafts = http.RequestServices.GetRequiredService<Drafts>();
        if (typed.Id(Typed.DraftField) is { } id
            && await drafts.FindAsync(http.Caller().Person, new DraftId(id), http.RequestAborted) is { } draft
            && draft.Fields.All(field => field.Key is LateField or "step" or "open" or "more" or "back" or Drafts.Turn or Typed.DraftField
                || field.Value.All(string.IsNullOrWhiteSpace) || field.Value.SequenceEqual(typed.All(field.Key))))
        {
            await drafts.ThrowAwayAsync(http.Caller().Person, draft.Id);
        }
    }

    /// <summary>Goes on from the address of a talk to that of a new draft of it, so that going back to the first question finds the words.</summary>
    /// <param name="http">The request.</param>
    /// <param name="path">The address of the talk.</param>
    /// <param name="along">What of the address goes along.</param>
    public static IResult Begin(HttpContext http, string path, params IReadOnlyList<string> along)
    {
        var asked = along
            .Select(name => KeyValuePair.Create(name, http.Request.Query[name].ToString()))
            .Where(one => one.Value.Length is > 0 and < 60)
            .Append(KeyValuePair.Create(Typed.DraftField, DraftId.New().Value.ToString()));
        return Pages.Done(path + QueryString.Create(asked!));
    }

    /// <summary>What this person had begun before on the same page and did not finish, the newest; null for nothing.</summary>
    /// <param name="http">The request.</param>
    /// <param name="drafts">The drafts.</param>
    /// <param name="path">The address of the talk or the form.</param>
    /// <param name="now">The draft that is open now.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<Draft?> BegunAsync(HttpContext http, Drafts drafts, string path, Guid? now, CancellationToken cancellation)
    {
        var me = http.Caller();
        return (await drafts.OfAsync(me.Person, cancellation, me.ShutBefore, me.OnlyAtWork))
            .FirstOrDefault(draft => draft.Id.Value != now && draft.Page.Split('?')[0] == path && WordsOf(draft) is not null);
    }

    private static string NextTurn(Typed typed) => (typed.Number(Drafts.Turn) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What somebody wrote in a draft, to know it again by; null when only choices were made.</summary>
    /// <param name="draft">The draft.</param>
    public static string? WordsOf(Draft draft) =>
        Written.Concat(draft.Fields.Keys.Where(field => field.EndsWith("-words", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            .Select(field => draft.Fields.TryGetValue(field, out var values) ? values.FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) : null)
            .FirstOrDefault(words => words is not null);

    private static async Task<IResult> ListAsync(HttpContext http, Drafts drafts, CancellationToken cancellation)
    {
        var caller = http.Caller();
        var frame = Frame.Of(http, Text.T("access.drafts"));
        return DraftListView.Create(new Screen(
            frame, await drafts.OfAsync(caller.Person, cancellation, caller.ShutBefore, caller.OnlyAtWork), await Notices.OfAsync(http, frame, cancellation)));
    }

    // Called by the page itself while somebody types; answers nothing.
    private static async Task<IResult> KeepTypingAsync(HttpContext http, Guid id, Drafts drafts)
    {
        var typed = http.Typed();
        if (PageOf(http.Request, typed) is not { } page)
        {
            return Results.BadRequest();
        }

        await drafts.KeepAsync(http.Caller().Person, new DraftId(id), CircleOf(page), page, FieldsOf(typed), typing: true);
        return Results.NoContent();
    }

    private static async Task<IResult> OpenAsync(HttpContext http, Guid id, Drafts drafts, CancellationToken cancellation)
    {
        var me = http.Caller();
        var draft = await drafts.FindAsync(me.Person, new DraftId(id), cancellation, me.ShutBefore, me.OnlyAtWork) ?? throw new Data.Circles.RefusedException();
        var page = draft.Page;
        return Results.LocalRedirect(page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "draft=" + id);
    }

    private static async Task<IResult> ThrowAwayAsync(HttpContext http, Guid id, Drafts drafts)
    {
        await drafts.ThrowAwayAsync(http.Caller().Person, new DraftId(id));
        return Pages.Done("/drafts");
    }
}
