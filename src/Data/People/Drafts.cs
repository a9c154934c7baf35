using System.Globalization;
using System.Text.Json;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;

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

/// <summary>A form that is done: the draft it came out of, and all that stood in it, to know the very same form by when it is sent again.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Form">What stood in the form, as bytes.</param>
public sealed record Spent(DraftId Draft, byte[] Form);

/// <summary>This very form was sent before, and what it asks was done then: one press too many.</summary>
public sealed class DoneBeforeException : Exception
{
    /// <summary>Says so.</summary>
    public DoneBeforeException()
        : base("This form was done before.")
    {
    }
}

/// <summary>The drafts of a person. Kept on the server, because phones are shared.</summary>
public sealed class Drafts
{
    /// <summary>How long a draft is kept after it was last typed in.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>How many drafts a person has at most; the oldest go first.</summary>
    public const int Most = 40;

    /// <summary>The field that tells which of two forms of one draft was drawn later.</summary>
    public const string Turn = "turn";

    /// <summary>How many drafts of a person have a sound; of the others it goes, the oldest first.</summary>
    public const int MostSounds = 5;

    // How long what was sent while typing can be on its way.
    private static readonly TimeSpan MayBeLate = TimeSpan.FromMinutes(1);

    private const string SpentSql = "select print from spent_drafts where person = @person and draft = @draft";

    private const string MineSql = "select id, circle, page, at, version, sheet from drafts where person = @person and at > @since";

    private const string NewestFirst = " order by at desc";

    private const string AllSql = MineSql + NewestFirst;

    private static readonly string AtWorkSql = MineSql +
        " and exists (select 1 from seats s where s.circle = drafts.circle and s.person = @person " +
        $"and s.side in ({(int)SeatSide.Guest}, {(int)SeatSide.Colleague}, {(int)SeatSide.Expert}))" + NewestFirst;

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
    /// <param name="typing">Whether it comes while typing: what is on its way when the form is done must not come back as a draft.</param>
    public Task KeepAsync(
        PersonId person, DraftId id, CircleId? circle, string page, IReadOnlyDictionary<string, string[]> fields, bool typing = false)
    {
        var sheet = _keyring.Seal(
            person.Value, JsonSerializer.SerializeToUtf8Bytes(fields.ToDictionary(), SheetJson.Default.Fields));
        var now = Sheets.Ms(_clock.GetUtcNow());
        return _gate.ChangeAsync(
            null,
            person.Value,
            async writing =>
            {
                if (typing && await IsLateAsync(writing, person, id, fields))
                {
                    return;
                }

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

    /// <summary>Keeps what somebody said aloud and did not lay down yet, instead of what they said before in this draft.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="circle">For which table.</param>
    /// <param name="page">The address of the page.</param>
    /// <param name="sound">The sound.</param>
    /// <param name="typing">Whether the page sends it by itself: what is on its way when the form is done must not come back as a draft.</param>
    public Task KeepSoundAsync(PersonId person, DraftId id, CircleId? circle, string page, Sound sound, bool typing = false)
    {
        var nothing = _keyring.Seal(person.Value, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string[]>(), SheetJson.Default.Fields));
        var sheet = _keyring.Seal(person.Value, sound.Bytes.Span);
        return _gate.ChangeAsync(
            null,
            person.Value,
            async writing =>
            {
                if (typing && await WasJustDoneAsync(writing, person, id))
                {
                    return;
                }

                await writing.RunAsync(
                    $"insert into drafts (person, id, {(circle is null ? "" : "circle, ")}page, at, version, sheet, sound) " +
                    $"values (@person, @id, {(circle is null ? "" : "@circle, ")}@page, @at, 1, @nothing, @sound) " +
                    "on conflict (person, id) do update set at = excluded.at, sound = excluded.sound, version = drafts.version + 1",
                    [
                        ("person", person.Value), ("id", id.Value), .. circle is null ? [] : new (string, object)[] { ("circle", circle.Value.Value) },
                        ("page", page), ("at", Sheets.Ms(_clock.GetUtcNow())), ("nothing", nothing), ("sound", sheet),
                    ]);
                await writing.RunAsync(
                    "update drafts set sound = null where person = @person and sound is not null and id not in " +
                    "(select id from drafts where person = @person and sound is not null order by at desc limit @most)",
                    ("person", person.Value), ("most", (long)MostSounds));
            },
            () => []);
    }

    /// <summary>Forgets what somebody said aloud in a draft; what they typed stays.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="id">Which.</param>
    public Task ForgetSoundAsync(PersonId person, DraftId id) => _gate.ChangeAsync(
        null,
        person.Value,
        writing => writing.RunAsync(
            "update drafts set sound = null where person = @person and id = @id and sound is not null", ("person", person.Value), ("id", id.Value)),
        () => []);

    /// <summary>What somebody said aloud in a draft; null when there is nothing, or it is somebody else's.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="shutBefore">The moment before which drafts stay shut; null for nothing.</param>
    public async Task<Sound?> SoundOfAsync(PersonId person, DraftId id, CancellationToken cancellation, DateTimeOffset? shutBefore = null)
    {
        byte[]? kept = null;
        var since = _clock.GetUtcNow() - KeptFor;
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    "select sound from drafts where person = @person and id = @id and at > @since and sound is not null",
                    row => kept = row.Bytes(0),
                    ("person", person.Value), ("id", id.Value), ("since", Sheets.Ms(shutBefore > since ? shutBefore.Value : since))),
            ],
            cancellation);
        return kept is null ? null : Sound.Read(_keyring.Open(person.Value, kept));
    }

    /// <summary>The drafts of a person, the newest first.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="shutBefore">The moment before which they stay shut (<see cref="Caller.ShutBefore"/>); null for nothing.</param>
    /// <param name="onlyAtWork">Whether there are only those for tables at which this person sits as a professional (<see cref="Caller.OnlyAtWork"/>).</param>
    public async Task<IReadOnlyList<Draft>> OfAsync(
        PersonId person, CancellationToken cancellation, DateTimeOffset? shutBefore = null, bool onlyAtWork = false)
    {
        var list = new List<Draft>();
        var kept = _clock.GetUtcNow() - KeptFor;
        var since = Sheets.Ms(shutBefore > kept ? shutBefore.Value : kept);
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    onlyAtWork ? AtWorkSql : AllSql,
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
    /// <param name="shutBefore">The moment before which they stay shut; null for nothing.</param>
    /// <param name="onlyAtWork">Whether only one for a table at which this person sits as a professional is found.</param>
    public async Task<Draft?> FindAsync(
        PersonId person, DraftId id, CancellationToken cancellation, DateTimeOffset? shutBefore = null, bool onlyAtWork = false) =>
        (await OfAsync(person, cancellation, shutBefore, onlyAtWork)).FirstOrDefault(draft => draft.Id == id);

    /// <summary>Throws a draft away.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="id">Which.</param>
    public Task ThrowAwayAsync(PersonId person, DraftId id) => _gate.ChangeAsync(
        null,
        person.Value,
        writing => writing.RunAsync("delete from drafts where person = @person and id = @id", ("person", person.Value), ("id", id.Value)),
        () => []);

    /// <summary>Whether what a draft was for has been done.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> WasSpentAsync(PersonId person, DraftId id, CancellationToken cancellation)
    {
        var was = false;
        await _storage.AskAsync(
            null, person.Value, [new Query(SpentSql, _ => was = true, ("person", person.Value), ("draft", id.Value))], cancellation);
        return was;
    }

    /// <summary>Throws away what is older than <see cref="KeptFor"/>.</summary>
    public Task ForgetOldAsync() => _gate.ChangeAsync(
        null,
        null,
        async writing =>
        {
            var since = ("since", (object)Sheets.Ms(_clock.GetUtcNow() - KeptFor));
            await writing.RunAsync("delete from drafts where at < @since", since);
            await writing.RunAsync("delete from spent_drafts where at < @since", since);
        },
        () => []);

    /// <summary>Whether this very form was done before.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="spent">The form.</param>
    public Task<bool> WasDoneAsync(PersonId person, Spent spent) => WasDoneAsync(_storage, person, spent, _keyring);

    /// <summary>In turn at the gate: the draft goes, and it is remembered which form it was.</summary>
    /// <exception cref="DoneBeforeException">This very form was done before.</exception>
    internal static async Task SpendAsync(Writing writing, PersonId person, DraftId draft, byte[] print, DateTimeOffset at)
    {
        // With other words in it, it is another form: those must not be lost.
        var isNew = await writing.RunAsync(
            "insert into spent_drafts (person, draft, print, at) values (@person, @draft, @print, @at) on conflict do nothing",
            ("person", person.Value),
            ("draft", draft.Value),
            ("print", print),
            ("at", Sheets.Ms(at)));
        if (isNew == 0)
        {
            throw new DoneBeforeException();
        }

        await writing.RunAsync("delete from drafts where person = @person and id = @id", ("person", person.Value), ("id", draft.Value));
    }

    /// <summary>Whether this very form was done before.</summary>
    internal static async Task<bool> WasDoneAsync(Storage storage, PersonId person, Spent spent, Keyring keyring)
    {
        var print = keyring.PrintOf(person.Value, spent.Form);
        var was = false;
        await storage.AskAsync(
            null,
            person.Value,
            [new Query(SpentSql, row => was |= row.Bytes(0).SequenceEqual(print), ("person", person.Value), ("draft", spent.Draft.Value))],
            CancellationToken.None);
        return was;
    }

    /// <summary>
    /// Whether a keeping came too late: it was on its way when its form was done, or when one had gone on to the next question. What is typed
    /// on a page that was drawn after that is always kept.
    /// </summary>
    private async Task<bool> IsLateAsync(Writing writing, PersonId person, DraftId id, IReadOnlyDictionary<string, string[]> fields)
    {
        var isThere = false;
        var turn = 0L;
        await writing.ReadAsync(
            "select sheet from drafts where person = @person and id = @id",
            row =>
            {
                isThere = true;
                turn = TurnOf(JsonSerializer.Deserialize(_keyring.Open(person.Value, (byte[])row[0]), SheetJson.Default.Fields)!);
            },
            ("person", person.Value),
            ("id", id.Value));
        return isThere ? TurnOf(fields) < turn : await WasJustDoneAsync(writing, person, id);
    }

    private async Task<bool> WasJustDoneAsync(Writing writing, PersonId person, DraftId id)
    {
        var justDone = false;
        var since = Sheets.Ms(_clock.GetUtcNow() - MayBeLate);
        await writing.ReadAsync(
            "select 1 from spent_drafts where person = @person and draft = @draft and at > @since",
            _ => justDone = true,
            ("person", person.Value),
            ("draft", id.Value),
            ("since", since));
        return justDone;
    }

    private static long TurnOf(IReadOnlyDictionary<string, string[]> fields) =>
        fields.TryGetValue(Turn, out var values) && values is [var value, ..]
            && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var turn) ? turn : 0;
}
