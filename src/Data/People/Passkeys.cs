using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Data.People;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">The id, for taking it away.</param>
/// <param name="Name">What its owner called it.</param>
/// <param name="At">Since when, UTC.</param>
/// <param name="UsedAt">When somebody last came in with it, UTC; null for never.</param>
public sealed record Passkey(Guid Id, string Name, DateTimeOffset At, DateTimeOffset? UsedAt);

/// <summary>
/// The passkeys of people (WebAuthn): all that the device told is sealed under the key of its person. What a device is asked to sign is kept
/// here too, for one answer and for minutes.
/// </summary>
public sealed class Passkeys
{
    /// <summary>How many a person has at most.</summary>
    public const int Most = 20;

    /// <summary>How long a question to a device waits for its answer.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromMinutes(5);

    // Whose key seals the questions: of no circle and no person.
    private static readonly Guid House = new("0c0f7f0b-4f3a-4c57-8f0e-6a6f6b1d2e57");

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;

    internal Passkeys(Storage storage, Gate gate, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _clock = clock;
    }

    /// <summary>The passkeys of a person, the oldest first.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<Passkey>> OfAsync(PersonId person, CancellationToken cancellation) =>
        [.. (await ReadAsync(person, cancellation)).Select(one => new Passkey(one.Id, one.Info.Name ?? "", one.Info.CreatedAt, one.UsedAt))];

    /// <summary>Adds a passkey.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="passkey">What the device told, looked at and found right; with a name.</param>
    /// <exception cref="RuleBrokenException">This person has as many as anybody can have, or this one is there already.</exception>
    public Task AddAsync(PersonId person, UserPasskeyInfo passkey)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        var at = _clock.GetUtcNow();
        return _gate.ChangeAsync(
            null,
            person.Value,
            async writing =>
            {
                // Only rows of this person are counted: the wall is around them.
                var kept = await writing.RunAsync(
                    "insert into passkeys (print, id, person, at, sheet) select @print, @id, @person, @at, @sheet " +
                    "where (select count(*) from passkeys where person = @person) < @most on conflict do nothing",
                    ("print", SHA256.HashData(passkey.CredentialId)),
                    ("id", DraftId.New().Value),
                    ("person", person.Value),
                    ("at", Sheets.Ms(at)),
                    ("sheet", Seal(person, passkey)),
                    ("most", (long)Most));
                if (kept == 0)
                {
                    throw new RuleBrokenException(CommonRules.NotChangedMeanwhile);
                }
            },
            () => [Line(person, at, Deed.PasskeyAdded)]);
    }

    /// <summary>Somebody came in with a passkey: how often it signed is kept, so that a copy of it shows.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="passkey">What the device told now.</param>
    public Task UsedAsync(PersonId person, UserPasskeyInfo passkey)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        return _gate.ChangeAsync(
            null,
            person.Value,
            writing => writing.RunAsync(
                "update passkeys set used_at = @now, sheet = @sheet where print = @print and person = @person",
                ("print", SHA256.HashData(passkey.CredentialId)),
                ("person", person.Value),
                ("now", Sheets.Ms(_clock.GetUtcNow())),
                ("sheet", Seal(person, passkey))),
            () => []);
    }

    /// <summary>Takes a passkey away; the last way in stays.</summary>
    /// <param name="person">Whose; nobody takes another's.</param>
    /// <param name="id">Which; null for all of them.</param>
    /// <param name="otherWay">Whether this person comes in without any passkey too.</param>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> TakeAwayAsync(PersonId person, Guid? id, bool otherWay)
    {
        var gone = 0;
        var at = _clock.GetUtcNow();
        await _gate.ChangeAsync(
            null,
            person.Value,
            async writing => gone = id is { } one
                ? await writing.RunAsync(
                    "delete from passkeys where person = @person and id = @id" +
                    (otherWay ? "" : " and exists (select 1 from passkeys other where other.person = @person and other.id <> @id)"),
                    ("person", person.Value),
                    ("id", one))
                : await writing.RunAsync("delete from passkeys where person = @person", ("person", person.Value)),
            () => [.. Enumerable.Repeat(Line(person, at, Deed.PasskeyTakenAway), gone)]);
        return gone > 0;
    }

    /// <summary>Keeps a question to a device until it is answered.</summary>
    /// <param name="question">The question.</param>
    /// <returns>The key with which it is found again, once.</returns>
    public async Task<string> AskAsync(string question)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var now = _clock.GetUtcNow();
        await _gate.ChangeAsync(
            null,
            null,
            async writing =>
            {
                await writing.RunAsync("delete from passkey_questions where until <= @now", ("now", Sheets.Ms(now)));
                await writing.RunAsync(
                    "insert into passkey_questions (print, until, question) values (@print, @until, @question)",
                    ("print", PrintOf(key)),
                    ("until", Sheets.Ms(now + AnswerWithin)),
                    ("question", _keyring.Seal(House, Encoding.UTF8.GetBytes(question))));
            },
            () => []);
        return key;
    }

    /// <summary>Takes a question out: whoever answers it a second time finds none.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The question; null when there is none, or not any more.</returns>
    public async Task<string?> TakeQuestionAsync(string? key)
    {
        if (key is not { Length: 64 })
        {
            return null;
        }

        byte[]? found = null;
        var now = Sheets.Ms(_clock.GetUtcNow());
        await _gate.ChangeAsync(
            null,
            null,
            writing => writing.ReadAsync(
                "delete from passkey_questions where print = @print returning until, question",
                row => found = row.GetInt64(0) > now ? (byte[])row[1] : null,
                ("print", PrintOf(key))),
            () => []);
        return found is null ? null : Encoding.UTF8.GetString(_keyring.Open(House, found));
    }

    /// <summary>A line of the trail about how somebody comes in: at no table.</summary>
    internal static TrailLine Line(PersonId person, DateTimeOffset at, Deed deed) => new(at, person.Value, null, 0, deed, default, null, null, null, 0);

    internal async Task<IReadOnlyList<(Guid Id, UserPasskeyInfo Info, DateTimeOffset? UsedAt)>> ReadAsync(PersonId person, CancellationToken cancellation)
    {
        var list = new List<(Guid, UserPasskeyInfo, DateTimeOffset?)>();
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    "select id, at, used_at, sheet from passkeys where person = @person order by at",
                    row => list.Add((row.Id(0), Open(person, Sheets.Moment(row.Number(1)), row.Bytes(3)), row.NumberOrNone(2) is { } used ? Sheets.Moment(used) : null)),
                    ("person", person.Value)),
            ],
            cancellation);
        return list;
    }

    /// <summary>Whose passkey this is; null for nobody's.</summary>
    internal async Task<PersonId?> OwnerOfAsync(byte[] credential, CancellationToken cancellation)
    {
        PersonId? owner = null;
        await _storage.AskAsync(
            null,
            null,
            [new Query("select person from passkeys where print = @print", row => owner = new PersonId(row.Id(0)), ("print", SHA256.HashData(credential)))],
            cancellation);
        return owner;
    }

    private static byte[] PrintOf(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));

    private byte[] Seal(PersonId person, UserPasskeyInfo info) => _keyring.Seal(person.Value, JsonSerializer.SerializeToUtf8Bytes(
        new PasskeySheet(info.CredentialId, info.PublicKey, info.SignCount, info.Transports, info.IsUserVerified, info.IsBackupEligible, info.IsBackedUp, info.Name),
        PasskeyJson.Default.PasskeySheet));

    private UserPasskeyInfo Open(PersonId person, DateTimeOffset at, byte[] blob)
    {
        var sheet = JsonSerializer.Deserialize(_keyring.Open(person.Value, blob), PasskeyJson.Default.PasskeySheet)!;
        return new UserPasskeyInfo(sheet.Id, sheet.Key, at, sheet.Count, sheet.Transports, sheet.Verified, sheet.MayBeCopied, sheet.IsCopied, [], []) { Name = sheet.Name };
    }
}

// The names are stored: never change the meaning of one.
internal sealed record PasskeySheet(
    [property: JsonPropertyName("i")] byte[] Id,
    [property: JsonPropertyName("k")] byte[] Key,
    [property: JsonPropertyName("c")] uint Count,
    [property: JsonPropertyName("t")] string[]? Transports,
    [property: JsonPropertyName("v")] bool Verified,
    [property: JsonPropertyName("e")] bool MayBeCopied,
    [property: JsonPropertyName("b")] bool IsCopied,
    [property: JsonPropertyName("n")] string? Name);

[JsonSerializable(typeof(PasskeySheet))]
internal sealed partial class PasskeyJson : JsonSerializerContext;
