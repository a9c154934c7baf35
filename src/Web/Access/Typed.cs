using Keukentafel.Data.People;
using Keukentafel.Domain.Access;

namespace Keukentafel.Web.Access;

/// <summary>What somebody typed in a form, or in a draft of it: text by name of field. Reading it never fails.</summary>
public sealed class Typed
{
    /// <summary>The name of the field that holds the draft's id.</summary>
    public const string DraftField = "draft";

    /// <summary>The name of the field with the proof that the form is ours.</summary>
    public const string ProofField = "proof";

    /// <summary>Nothing typed yet.</summary>
    public static readonly Typed Nothing = new(new Dictionary<string, string[]>());

    private readonly IReadOnlyDictionary<string, string[]> _fields;

    /// <summary>Wraps fields.</summary>
    /// <param name="fields">The fields.</param>
    public Typed(IReadOnlyDictionary<string, string[]> fields) => _fields = fields;

    /// <summary>The text in a field; null when it was not there.</summary>
    /// <param name="field">Its name.</param>
    public string? this[string field] => _fields.TryGetValue(field, out var values) && values.Length > 0 ? values[0] : null;

    /// <summary>Everything, for a draft.</summary>
    public IReadOnlyDictionary<string, string[]> Fields => _fields;

    /// <summary>Whether anything was typed or chosen at all.</summary>
    public bool IsEmpty => _fields.All(one => one.Key is DraftField or ProofField || one.Value.All(string.IsNullOrWhiteSpace));

    /// <summary>All values of a field.</summary>
    /// <param name="field">Its name.</param>
    public IReadOnlyList<string> All(string field) => _fields.TryGetValue(field, out var values) ? values : [];

    /// <summary>Whether a box is ticked.</summary>
    /// <param name="field">Its name.</param>
    public bool Is(string field) => this[field] is "on" or "yes";

    /// <summary>A field with the number or name of one of our own words.</summary>
    /// <typeparam name="T">The words.</typeparam>
    /// <param name="field">Its name.</param>
    public T? One<T>(string field)
        where T : struct, Enum =>
        this[field] is { } value && Enum.TryParse<T>(value, ignoreCase: true, out var one) && Enum.IsDefined(one) && !char.IsDigit(value[0]) && value[0] != '-'
            ? one
            : null;

    /// <summary>A field with an id.</summary>
    /// <param name="field">Its name.</param>
    public Guid? Id(string field) => Guid.TryParse(this[field], out var id) ? id : null;

    /// <summary>All ids in a field.</summary>
    /// <param name="field">Its name.</param>
    public IEnumerable<SeatId> Seats(string field) =>
        All(field).Select(value => Guid.TryParse(value, out var id) ? new SeatId(id) : (SeatId?)null).OfType<SeatId>();

    /// <summary>A field with a whole number.</summary>
    /// <param name="field">Its name.</param>
    public int Number(string field) =>
        int.TryParse(this[field], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A field with a day, as browsers send it.</summary>
    /// <param name="field">Its name.</param>
    public DateOnly? Day(string field) =>
        DateOnly.TryParseExact(this[field], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>Where a request's typed words are.</summary>
public static class TypedRequests
{
    private static readonly object Key = new();

    /// <summary>What was typed in the form of this request; read once, before anything else is done.</summary>
    /// <param name="http">The request.</param>
    public static Typed Typed(this HttpContext http) => http.Items[Key] as Typed ?? Access.Typed.Nothing;

    /// <summary>What a form page shows: the words of the draft it was opened with, if any.</summary>
    /// <param name="http">The request.</param>
    /// <param name="drafts">The drafts.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<Typed> FromDraftAsync(this HttpContext http, Drafts drafts, CancellationToken cancellation)
    {
        if (!Guid.TryParse(http.Request.Query["draft"], out var id))
        {
            return Access.Typed.Nothing;
        }

        var draft = await drafts.FindAsync(http.Caller().Person, new DraftId(id), cancellation);
        return draft is null
            ? Access.Typed.Nothing
            : new Typed(new Dictionary<string, string[]>(draft.Fields) { [Access.Typed.DraftField] = [id.ToString()] });
    }

    internal static async Task ReadAsync(HttpContext http)
    {
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, values) in await http.Request.ReadFormAsync(http.RequestAborted))
        {
            // No person types a zero, and PostgreSQL keeps none.
            fields[name.Replace("\0", "", StringComparison.Ordinal)] =
                [.. values.Select(value => value?.Replace("\0", "", StringComparison.Ordinal) ?? "")];
        }

        http.Items[Key] = new Typed(fields);
    }
}
