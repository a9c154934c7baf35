using System.Text.Json;
using System.Text.Json.Serialization;
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

    /// <summary>The name of the field that says when a form was opened: of the page, and nothing that somebody typed.</summary>
    public const string OpenedField = "opened";

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
    public bool IsEmpty => _fields.All(one => one.Key is DraftField or ProofField or OpenedField or Drafts.Turn || one.Value.All(string.IsNullOrWhiteSpace));

    /// <summary>This form, to be done once; null when it came out of no draft.</summary>
    /// <param name="path">The address it was sent to: the same words for another thing are another form.</param>
    public Spent? SpentAt(string path) => Id(DraftField) is { } draft
        ? new Spent(new DraftId(draft), JsonSerializer.SerializeToUtf8Bytes(
            _fields.Where(one => one.Key is not (ProofField or DraftField or OpenedField or Drafts.Turn))
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Append(KeyValuePair.Create("", new[] { path }))
                .ToDictionary(),
            TypedJson.Default.Fields))
        : null;

    /// <summary>All values of a field.</summary>
    /// <param name="field">Its name.</param>
    public IReadOnlyList<string> All(string field) => _fields.TryGetValue(field, out var values) ? values : [];

    /// <summary>What was typed on other pages of a talk and goes along, so that going back and forth loses nothing.</summary>
    /// <param name="fields">The fields of those pages.</param>
    public IEnumerable<(string Name, string Value)> Along(IEnumerable<string> fields) =>
        fields.SelectMany(name => All(name).Where(value => value.Length > 0).Select(value => (name, value)));

    /// <summary>Whether a box is ticked.</summary>
    /// <param name="field">Its name.</param>
    public bool Is(string field) => this[field] is "on" or "yes";

    /// <summary>A field with the number or name of one of our own words.</summary>
    /// <typeparam name="T">The words.</typeparam>
    /// <param name="field">Its name.</param>
    public T? One<T>(string field)
        where T : struct, Enum =>
        this[field] is { } value && Enum.TryParse<T>(value, ignoreCase: true, out var one) && Enum.IsDefined(one) && value.All(char.IsAsciiLetter)
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

    /// <summary>Takes a field out of what was typed: with it and without it, it is the same form.</summary>
    /// <param name="http">The request.</param>
    /// <param name="field">The field.</param>
    public static void LeaveOut(this HttpContext http, string field)
    {
        if (http.Typed() is var typed && typed.Fields.ContainsKey(field))
        {
            http.Items[Key] = new Typed(typed.Fields.Where(one => one.Key != field).ToDictionary());
        }
    }

    /// <summary>Puts in what came with the form in another way.</summary>
    /// <param name="http">The request.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">What is in it.</param>
    public static void Put(this HttpContext http, string field, string value) =>
        http.Items[Key] = new Typed(new Dictionary<string, string[]>(http.Typed().Fields) { [field] = [value] });

    /// <summary>This form, to be done once; null when it came out of no draft.</summary>
    /// <param name="http">The request.</param>
    public static Spent? Spent(this HttpContext http) => http.Typed().SpentAt(http.Request.Path.Value ?? "/");

    /// <summary>What a form page shows: the words of the draft it was opened with, if any.</summary>
    /// <param name="http">The request.</param>
    /// <param name="drafts">The drafts.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="DoneBeforeException">What that draft was for has been done.</exception>
    public static async Task<Typed> FromDraftAsync(this HttpContext http, Drafts drafts, CancellationToken cancellation)
    {
        if (!Guid.TryParse(http.Request.Query["draft"], out var id))
        {
            return Access.Typed.Nothing;
        }

        var me = http.Caller();
        var draft = await drafts.FindAsync(me.Person, new DraftId(id), cancellation, me.ShutBefore, me.OnlyAtWork);
        if (draft is null)
        {
            // Somebody went back to a form that is done: what it was for lies on the table.
            return await drafts.WasSpentAsync(http.Caller().Person, new DraftId(id), cancellation)
                ? throw new DoneBeforeException()
                : new Typed(new Dictionary<string, string[]> { [Access.Typed.DraftField] = [id.ToString()] });
        }

        return new Typed(new Dictionary<string, string[]>(draft.Fields) { [Access.Typed.DraftField] = [id.ToString()] });
    }

    /// <summary>Which question of a talk is asked, as the address says; the first when it says none.</summary>
    /// <typeparam name="TStep">The questions.</typeparam>
    /// <param name="http">The request.</param>
    public static TStep Step<TStep>(this HttpContext http)
        where TStep : struct, Enum =>
        new Typed(new Dictionary<string, string[]> { ["step"] = [http.Request.Query["step"].ToString()] }).One<TStep>("step") ?? default;

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

[JsonSerializable(typeof(Dictionary<string, string[]>), TypeInfoPropertyName = "Fields")]
internal sealed partial class TypedJson : JsonSerializerContext;
