using System.Text.Json;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;

namespace Keukentafel.Data.People;

/// <summary>Words that somebody typed and did not lay on a table yet: for the writer alone, gone after seven days.</summary>
/// <param name="Id">Which.</param>
/// <param name="Circle">For which table; null for a page outside a table.</param>
/// <param name="Page">The address of the page it was typed on.</param>
/// <param name="At">When it was last kept, UTC.</param>
/// <param name="Version">Goes up with each keeping.</param>
/// <param name="Fields">What was typed, by name of field.</param>
public sealed record Draft(
    DraftId Id, CircleId? Circle, string Page, DateTimeOffset At, int Version, IReadOnlyDictionary<string, string[]> Fields);

/// <summary>The drafts of a person. Kept on the server, because phones are shared.</summary>
public sealed class Drafts
{
    /// <summary>How long a draft is kept after it was last typed in.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>How many drafts a person has at most; the oldest go first.</summary>
    public const int Most = 40;

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;

    internal Drafts(Storage storage, Gate gate, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _clock = clock;
    }

    /// <summary>Keeps what was typed. The same id is the same draft: the later words win within one form.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="circle">For which table.</param>
    /// <param name="page">The address of the page; at most 200 characters, ids only.</param>
    /// <param name="fields">What was typed.</param>
    public Task KeepAsync(PersonId person, DraftId id, CircleId? circle, string page, IReadOnlyDictionary<string, string[]> fields)
    {
        var sheet = _keyring.Seal(
            person.Value, JsonSerializer.SerializeToUtf8Bytes(fields.ToDictionary(), SheetJson.Default.Fields));
        var now = Sheets.Ms(_clock.GetUtcNow());
        return _gate.ChangeAsync(
            null,
            person.Value,
            async writing =>
            {
                await writing.RunAsync(
                    circle is null
                        ? "insert into drafts (person, id, page, at, version, sheet) values (@person, @id, @page, @at, 1, @sheet) " +
                          "on conflict (person, id) do update set at = excluded.at, sheet = excluded.sheet, version = drafts.version + 1"
                        : "insert into drafts (person, id, circle, page, at, version, sheet) values (@person, @id, @circle, @page, @at, 1, @sheet) " +
                          "on conflict (person, id) do update set at = excluded.at, sheet = excluded.sheet, version = drafts.version + 1",
                    [
                        ("person", person.Value), ("id", id.Value), .. circle is null ? [] : new (string, object)[] { ("circle", circle.Value.Value) },
                        ("page", page), ("at", now), ("sheet", sheet),
                    ]);
                await writing.RunAsync(
                    "delete from drafts where person = @person and id not in (select id from drafts where person = @person order by at desc limit 40)",
                    ("person", person.Value));
            },
            () => []);
    }

    /// <summary>The drafts of a person, the newest first.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<Draft>> OfAsync(PersonId person, CancellationToken cancellation)
    {
        var list = new List<Draft>();
        var since = Sheets.Ms(_clock.GetUtcNow() - KeptFor);
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    "select id, circle, page, at, version, sheet from drafts where person = @person and at > @since order by at desc",
                    row => list.Add(new Draft(
                        new DraftId(row.Id(0)), row.IdOrNone(1) is { } circle ? new CircleId(circle) : null, row.Text(2),
                        Sheets.Moment(row.Number(3)), row.Small(4),
                        JsonSerializer.Deserialize(_keyring.Open(person.Value, row.Bytes(5)), SheetJson.Default.Fields)!)),
                    ("person", person.Value),
                    ("since", since)),
            ],
            cancellation);
        return list;
    }

    /// <summary>One draft of a person; null when it is gone or somebody else's.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Draft?> FindAsync(PersonId person, DraftId id, CancellationToken cancellation) =>
        (await OfAsync(person, cancellation)).FirstOrDefault(draft => draft.Id == id);

    /// <summary>Throws a draft away.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="id">Which.</param>
    public Task ThrowAwayAsync(PersonId person, DraftId id) => _gate.ChangeAsync(
        null,
        person.Value,
        writing => writing.RunAsync("delete from drafts where person = @person and id = @id", ("person", person.Value), ("id", id.Value)),
        () => []);

    /// <summary>Throws away what is older than <see cref="KeptFor"/>.</summary>
    public Task ForgetOldAsync() => _gate.ChangeAsync(
        null,
        null,
        writing => writing.RunAsync("delete from drafts where at < @since", ("since", Sheets.Ms(_clock.GetUtcNow() - KeptFor))),
        () => []);
}
