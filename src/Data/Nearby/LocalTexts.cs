using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Nearby;
using Keukentafel.Domain.Requests;

namespace Keukentafel.Data.Nearby;

/// <summary>
/// What is written for one place, and stories that were told. Each has a key of its own: taken away, it is gone at once, from older copies too (R29).
/// </summary>
public sealed class LocalTexts
{
    /// <summary>How many letters and digits the code has with which somebody takes their own story away.</summary>
    public const int CodeLength = 10;

    // Whose key makes those codes: of no circle and no person.
    private static readonly Guid House = new("b1d7c9a4-2f60-4f43-9b1e-0c5a7e8d6f12");

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;

    internal LocalTexts(Storage storage, Gate gate, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _clock = clock;
    }

    /// <summary>What somebody typed, as a code; null when it is none.</summary>
    /// <param name="typed">What was typed.</param>
    public static string? Tidy(string? typed) => InvitationCode.OfLength(typed, CodeLength);

    /// <summary>All texts, shown or not, in the order in which they were begun.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<LocalText>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<LocalText>();
        await _storage.AskAsync(
            null,
            null,
            [
                new Query("select id, sheet from local_texts", row =>
                {
                    if (Opened(row.Id(0), row.Bytes(1)) is { } text)
                    {
                        all.Add(text);
                    }
                }),
            ],
            cancellation);
        return [.. all.OrderBy(text => text.Versions[0].At).ThenBy(text => text.Id.Value)];
    }

    /// <summary>One text; null when it is gone.</summary>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<LocalText?> FindAsync(LocalTextId id, CancellationToken cancellation)
    {
        LocalText? found = null;
        await _storage.AskAsync(
            null,
            null,
            [new Query("select id, sheet from local_texts where id = @id", row => found = Opened(row.Id(0), row.Bytes(1)), ("id", id.Value))],
            cancellation);
        return found;
    }

    /// <summary>The text in which a team is named; null where it was named without one.</summary>
    /// <param name="team">Which team.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<LocalText?> NamingAsync(LocalTeamId team, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(text => IsOf(team, text));

    /// <summary>The code with which who told a story takes it away; made of its id with a key outside the database.</summary>
    /// <param name="id">Which story.</param>
    public string CodeOf(LocalTextId id) => InvitationCode.Made(_keyring.PrintOf(House, id.Value.ToByteArray()), CodeLength);

    /// <summary>The story of a code; null for none. Every story is compared, so that how long it takes tells nothing.</summary>
    /// <param name="code">The code, as <see cref="Tidy"/> gives it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<LocalText?> OfCodeAsync(string code, CancellationToken cancellation)
    {
        LocalText? found = null;
        foreach (var text in await AllAsync(cancellation))
        {
            var fits = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(text.Id)), Encoding.ASCII.GetBytes(code));
            found = fits && text.Kind == LocalKind.Story ? text : found;
        }

        return found;
    }

    /// <summary>An editor begins a text.</summary>
    /// <param name="by">Who.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="team">Of which place.</param>
    /// <param name="words">What they filled in.</param>
    /// <returns>Which it is.</returns>
    /// <exception cref="RuleBrokenException">
    /// As <see cref="LocalText.Begin"/> says, when there is no such place, or <see cref="CommonRules.NotChangedMeanwhile"/> when a text of that team is there.
    /// </exception>
    public async Task<LocalTextId> BeginAsync(Editor by, LocalKind kind, LocalTeamId? team, LocalDraft words)
    {
        var text = LocalText.Begin(by, kind, team, words, _clock.GetUtcNow());
        await _gate.ChangeAsync(
            null,
            null,
            async writing =>
            {
                var isThere = text.Team is null || (kind == LocalKind.Team && team is null);
                await writing.ReadAsync("select 1 from local_teams where id = @team", _ => isThere = true, ("team", text.Team?.Value ?? Guid.Empty));
                if (!isThere)
                {
                    throw new RuleBrokenException(NearbyRules.SaysPlace);
                }

                if (kind == LocalKind.Team)
                {
                    // Another began the text of this team meanwhile: it is read first.
                    await writing.ReadAsync("select id, sheet from local_texts", row =>
                    {
                        if (IsOf(text.Team, Opened(row.GetGuid(0), (byte[])row[1])))
                        {
                            throw new RuleBrokenException(CommonRules.NotChangedMeanwhile);
                        }
                    });
                }

                await writing.RunAsync("insert into local_texts (id, sheet) values (@id, @sheet)", ("id", text.Id.Value), ("sheet", Sealed(text)));
            },
            () => [LineOf(by.Person, Deed.LocalTextWritten, text.Id)]);
        return text.Id;
    }

    /// <summary>An editor writes a text anew.</summary>
    /// <param name="by">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">How many versions they saw.</param>
    /// <param name="words">What they filled in.</param>
    /// <exception cref="RuleBrokenException"><see cref="NearbyRules.StillThere"/>, or as <see cref="LocalText.Write"/> says.</exception>
    public Task WriteAsync(Editor by, LocalTextId id, int seen, LocalDraft words) =>
        ChangeAsync(by, id, Deed.LocalTextWritten, text => text.Write(by, seen, words, _clock.GetUtcNow()));

    /// <summary>An editor shows the newest version to everybody. A team is called so from then on.</summary>
    /// <param name="by">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">How many versions they saw.</param>
    /// <param name="how">How who told it said yes; only of a story.</param>
    /// <param name="on">On which day; only of a story.</param>
    /// <exception cref="RuleBrokenException">
    /// <see cref="NearbyRules.StillThere"/>, <see cref="NearbyRules.PlaceIsFree"/>, or as <see cref="LocalText.Show"/> says.
    /// </exception>
    public Task ShowAsync(Editor by, LocalTextId id, int seen, string? how, DateOnly? on) => ChangeAsync(
        by, id, Deed.LocalTextShown, text => text.Show(by, seen, how, on, Netherlands.DayOf(_clock.GetUtcNow())),
        (writing, text) => text is { Kind: LocalKind.Team, Team: { } team, Shown: { } shown } ? NameAsync(writing, team, shown.Dutch) : Task.CompletedTask);

    /// <summary>An editor takes a text off the page. A team is there no more then.</summary>
    /// <param name="by">Who.</param>
    /// <param name="id">Which.</param>
    /// <exception cref="RuleBrokenException"><see cref="NearbyRules.StillThere"/> or <see cref="NearbyRules.NobodyWaits"/>.</exception>
    public Task HideAsync(Editor by, LocalTextId id) => ChangeAsync(
        by, id, Deed.LocalTextHidden, text => text.Hide(),
        (writing, text) => text is { Kind: LocalKind.Team, Team: { } team } ? UnnameAsync(writing, team) : Task.CompletedTask);

    /// <summary>A text is gone at once, with all its versions and its key.</summary>
    /// <param name="by">Which editor; null for who told it.</param>
    /// <param name="id">Which.</param>
    /// <exception cref="RuleBrokenException">
    /// <see cref="NearbyRules.StillThere"/>: there is no such text, and the key of nothing else is touched; or <see cref="NearbyRules.NobodyWaits"/>.
    /// </exception>
    public async Task RemoveAsync(Editor? by, LocalTextId id)
    {
        if (await FindAsync(id, CancellationToken.None) is not { } text)
        {
            throw new RuleBrokenException(NearbyRules.StillThere);
        }

        if (by is not null && text is { Kind: LocalKind.Team, Shown: not null })
        {
            await HideAsync(by, id);
        }

        // The mark comes first and the key last: wherever it stops between, doing it again finishes it.
        _keyring.Mark(id.Value);
        var removed = false;
        await _gate.ChangeAsync(
            null,
            null,
            async writing => removed = await writing.RunAsync("delete from local_texts where id = @id", ("id", id.Value)) > 0,
            () => removed ? [LineOf(by?.Person ?? default, Deed.LocalTextRemoved, id)] : []);
        if (removed)
        {
            _keyring.Destroy(id.Value);
        }
    }

    private static bool IsOf(LocalTeamId? team, LocalText? text) => text?.Kind == LocalKind.Team && text.Team == team;

    private static async Task NameAsync(Writing writing, LocalTeamId team, LocalWords called)
    {
        await writing.ReadAsync(
            "select 1 from local_teams where place = @place and name = @name and id <> @id", _ => throw new RuleBrokenException(NearbyRules.PlaceIsFree),
            ("place", called.Title), ("name", called.Body), ("id", team.Value));
        await LocalTeams.KeepAsync(writing, new LocalTeam(team, called.Title, called.Body));
    }

    private static async Task UnnameAsync(Writing writing, LocalTeamId team)
    {
        foreach (var waits in (string[])["select 1 from local_team_members where team = @id", "select 1 from help_requests where team = @id"])
        {
            await writing.ReadAsync(waits, _ => throw new RuleBrokenException(NearbyRules.NobodyWaits), ("id", team.Value));
        }

        await writing.RunAsync("delete from local_teams where id = @id", ("id", team.Value));
    }

    private Task<long> ChangeAsync(
        Editor by, LocalTextId id, Deed deed, Func<LocalText, LocalText> change, Func<Writing, LocalText, Task>? also = null) => _gate.ChangeAsync(
        null,
        null,
        async writing =>
        {
            LocalText? now = null;
            await writing.ReadAsync("select id, sheet from local_texts where id = @id", row => now = Opened(row.GetGuid(0), (byte[])row[1]), ("id", id.Value));
            var changed = change(now ?? throw new RuleBrokenException(NearbyRules.StillThere));
            await writing.RunAsync("update local_texts set sheet = @sheet where id = @id", ("sheet", Sealed(changed)), ("id", id.Value));
            if (also is not null)
            {
                await also(writing, changed);
            }
        },
        () => [LineOf(by.Person, deed, id)]);

    private TrailLine LineOf(PersonId by, Deed deed, LocalTextId id) =>
        TrailLine.OfNoTable(_clock.GetUtcNow(), by, deed, deed == Deed.LocalTextRemoved ? Permission.Keep : Permission.Speak, id.Value);

    private byte[] Sealed(LocalText text) => _keyring.Seal(text.Id.Value, JsonSerializer.SerializeToUtf8Bytes(
        new LocalTextSheet(
            (int)text.Kind, text.Team?.Value,
            [
                .. text.Versions.Select(one => new LocalVersionSheet(
                    one.By.Value, Sheets.Ms(one.At), one.Dutch.Title, one.Dutch.Body, one.English?.Title, one.English?.Body, one.Number, one.Hours, one.Rehearses,
                    (int?)one.Door, one.CheckedBy, one.CheckedOn.DayNumber) { EnglishHours = one.EnglishHours, Face = one.Face?.Bytes.ToArray() }),
            ],
            text.ShownAt, text.Yes is { } yes ? new TellerYesSheet(yes.How, yes.On.DayNumber, yes.HeardBy.Value) : null),
        NearbyJson.Default.LocalTextSheet));

    private LocalText? Opened(Guid id, byte[] blob)
    {
        // Its key went before its row: the program stopped between, or an older copy was put back.
        if (!_keyring.Has(id))
        {
            return null;
        }

        var sheet = JsonSerializer.Deserialize(_keyring.Open(id, blob), NearbyJson.Default.LocalTextSheet)!;
        return new LocalText(new LocalTextId(id), (LocalKind)sheet.Kind, sheet.Team is { } team ? new LocalTeamId(team) : null)
        {
            Versions =
            [
                .. sheet.Versions.Select(one => new LocalVersion(
                    new PersonId(one.By), Sheets.Moment(one.At), new LocalWords(one.Title, one.Body),
                    one.EnglishTitle is { } title ? new LocalWords(title, one.EnglishBody!) : null, one.Number, one.Hours, one.Rehearses, (StoryDoor?)one.Door,
                    one.CheckedBy, DateOnly.FromDayNumber(one.CheckedOn)) { EnglishHours = one.EnglishHours, Face = one.Face is { Length: > 0 } face ? new LocalFace(face) : null }),
            ],
            ShownAt = sheet.ShownAt,
            Yes = sheet.Yes is { } yes ? new TellerYes(yes.How, DateOnly.FromDayNumber(yes.On), new PersonId(yes.By)) : null,
        };
    }
}

internal sealed record LocalVersionSheet(
    [property: JsonPropertyName("b")] Guid By, [property: JsonPropertyName("a")] long At, [property: JsonPropertyName("t")] string Title,
    [property: JsonPropertyName("w")] string Body, [property: JsonPropertyName("et")] string? EnglishTitle, [property: JsonPropertyName("ew")] string? EnglishBody,
    [property: JsonPropertyName("n")] string? Number, [property: JsonPropertyName("h")] string? Hours, [property: JsonPropertyName("r")] bool Rehearses,
    [property: JsonPropertyName("d")] int? Door, [property: JsonPropertyName("c")] string CheckedBy, [property: JsonPropertyName("o")] int CheckedOn)
{
    [JsonPropertyName("eh")]
    public string? EnglishHours { get; init; }

    // What is made beforehand to write this writes none as an empty one.
    [JsonPropertyName("f")]
    public byte[]? Face { get; init; }
}

internal sealed record TellerYesSheet(
    [property: JsonPropertyName("h")] string How, [property: JsonPropertyName("o")] int On, [property: JsonPropertyName("b")] Guid By);

internal sealed record LocalTextSheet(
    [property: JsonPropertyName("k")] int Kind, [property: JsonPropertyName("t")] Guid? Team, [property: JsonPropertyName("v")] IReadOnlyList<LocalVersionSheet> Versions,
    [property: JsonPropertyName("s")] int? ShownAt, [property: JsonPropertyName("y")] TellerYesSheet? Yes);

[JsonSerializable(typeof(LocalTextSheet))]
internal sealed partial class NearbyJson : JsonSerializerContext;
