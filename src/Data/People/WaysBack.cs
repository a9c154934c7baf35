using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Data.People;

/// <summary>How it stands with what this device asked.</summary>
/// <param name="From">From when the new password counts, UTC; null before both said yes.</param>
/// <param name="Counts">Whether it counts now.</param>
public sealed record AskedBack(DateTimeOffset? From, bool Counts);

/// <summary>
/// The way back in of who lost the password. Whether a name is known here, and whether somebody chose two people, nobody learns by it: the same work is
/// done and the same words are said. Many questions for one name live beside each other, so that nobody ends another's by asking.
/// </summary>
public sealed class WaysBack
{
    /// <summary>How many letters and digits a code has that is told in person.</summary>
    public const int CodeLength = 8;

    // Whose key prints codes and seals questions: of no circle and no person.
    private static readonly Guid House = new("b1d06a52-7a0f-4f0e-8a5c-90d3f5e37b29");

    private const string WaySql = "select sheet from ways_back where person = @person";
    private const string OfPersonSql = "select sheet from lost_passwords where person = @person and until > @now";

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;


    internal WaysBack(Storage storage, Gate gate, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _clock = clock;
    }

    /// <summary>What somebody typed, as a code; null when it is none.</summary>
    /// <param name="typed">What was typed.</param>
    public static string? Tidy(string? typed) => InvitationCode.OfLength(typed, CodeLength);

    /// <summary>The way back of a person; with nobody chosen when there is none.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<WayBack> OfAsync(PersonId person, CancellationToken cancellation)
    {
        var way = new WayBack(person, []);
        await _storage.AskAsync(
            null, person.Value, [new Query(WaySql, row => way = From(person, row.Bytes(0)), ("person", person.Value))], cancellation);
        return way;
    }

    /// <summary>Whom somebody can choose.</summary>
    /// <param name="person">Who chooses.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<Seat>> WhoMayHelpAsync(PersonId person, CancellationToken cancellation) =>
        WayBack.WhoMayHelp(person, await TablesOfAsync(person, cancellation), _clock.GetUtcNow());

    /// <summary>Chooses two people, or nobody any more. Questions that rested on others do nothing from then on.</summary>
    /// <param name="person">Who chooses.</param>
    /// <param name="seats">Two seats, or none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RuleBrokenException">Not two, or somebody who may not help.</exception>
    public async Task ChooseAsync(PersonId person, IReadOnlyList<SeatId> seats, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        var tables = await TablesOfAsync(person, cancellation);
        await _gate.ChangeAsync(
            null,
            person.Value,
            async writing => await KeepAsync(writing, (await OfAsync(writing, person)).Choose(seats, tables, now)),
            () => [LineOf(now, person, Deed.HelpersChosen, person)]);
    }

    /// <summary>Somebody who is not signed in asks to come in without the password, and says which one it will be.</summary>
    /// <param name="person">Whose name was typed; null when nobody has it. What is done is the same.</param>
    /// <param name="newHash">The hash of the new password.</param>
    /// <returns>The code to tell in person, and the key that this device keeps to itself.</returns>
    public async Task<(string Code, string Key)> AskAsync(PersonId? person, string newHash)
    {
        var now = _clock.GetUtcNow();
        var code = RandomNumberGenerator.GetString(InvitationCode.Alphabet, CodeLength);
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var lost = new LostPassword(person ?? PersonId.New(), newHash, now, []);
        await _gate.ChangeAsync(
            null,
            null,
            writing => writing.RunAsync(
                "insert into lost_passwords (print, key, person, until, sheet) values (@print, @key, @person, @until, @sheet)",
                ("print", PrintOf(code)), ("key", HashOf(key)), ("person", lost.For.Value), ("until", Sheets.Ms(lost.Until)), ("sheet", Sealed(lost))),
            () => [LineOf(now, default, Deed.WayBackAsked, lost.For)]);
        return (code, key);
    }

    /// <summary>How it stands with what a device asked; null when it is over, whatever ended it.</summary>
    /// <param name="key">The key of the device.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<AskedBack?> AskedAsync(string key, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        return await FindAsync("key", HashOf(key), cancellation) is { } found
            ? new AskedBack(found.From, found.Waited(now) && found.Stands(await OfAsync(found.For, cancellation), await TablesOfAsync(found.For, cancellation)))
            : null;
    }

    /// <summary>Whom a helper would help with a code, as that person is called at a table of both.</summary>
    /// <param name="helper">Who has the code.</param>
    /// <param name="code">The code, as <see cref="Tidy"/> gives it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RuleBrokenException"><see cref="WayBackRules.CodeIsOpen"/>: no such code, too old, or for others. Nobody can tell which.</exception>
    public async Task<string> WhomAsync(PersonId helper, string code, CancellationToken cancellation)
    {
        var (lost, way, tables) = await ForHelperAsync(helper, code, cancellation);
        lost.Help(helper, way, tables, _clock.GetUtcNow());
        return tables.First(table => table.Seats.Any(seat => seat.Person == helper)).SeatOf(lost.For)!.Name;
    }

    /// <summary>A helper says that they spoke with who asks, and that it is this person.</summary>
    /// <param name="helper">Who.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RuleBrokenException"><see cref="WayBackRules.CodeIsOpen"/>.</exception>
    public async Task HelpAsync(PersonId helper, string code, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        var (before, _, tables) = await ForHelperAsync(helper, code, cancellation);
        var print = PrintOf(code);
        await _gate.ChangeAsync(
            null,
            null,
            async writing =>
            {
                // The other of the two may be doing the same: what stands there now counts, not what was read before.
                LostPassword? lost = null;
                await writing.ReadAsync("select sheet from lost_passwords where print = @print", row => lost = Opened((byte[])row[0]), ("print", print));
                var helped = (lost ?? throw new RuleBrokenException(WayBackRules.CodeIsOpen)).Help(helper, await OfAsync(writing, lost.For), tables, now);
                await writing.RunAsync(
                    "update lost_passwords set sheet = @sheet, until = @until where print = @print",
                    ("sheet", Sealed(helped)), ("until", Sheets.Ms(helped.Until)), ("print", print));
            },
            () => [LineOf(now, helper, Deed.WayBackHelped, before.For)]);
    }

    /// <summary>Whether both said yes for somebody, who can still stop it.</summary>
    /// <param name="person">Who.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> IsComingBackAsync(PersonId person, CancellationToken cancellation)
    {
        var agreed = new List<LostPassword>();
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    OfPersonSql,
                    row =>
                    {
                        if (Opened(row.Bytes(0)) is { AgreedAt: not null } lost)
                        {
                            agreed.Add(lost);
                        }
                    },
                    ("person", person.Value),
                    ("now", Sheets.Ms(_clock.GetUtcNow()))),
            ],
            cancellation);

        // Seldom there is one, and only then it matters whom this person chose since.
        return agreed.Count > 0 && await OfAsync(person, cancellation) is var way && await TablesOfAsync(person, cancellation) is var tables
            && agreed.Exists(lost => lost.Stands(way, tables));
    }

    /// <summary>Who it is about stops every question to which both said yes.</summary>
    /// <param name="person">Who.</param>
    public Task StopAsync(PersonId person)
    {
        var now = _clock.GetUtcNow();
        var agreed = new List<byte[]>();
        return _gate.ChangeAsync(
            null,
            person.Value,
            async writing =>
            {
                agreed.Clear();
                await writing.ReadAsync(
                    "select print, sheet from lost_passwords where person = @person",
                    row =>
                    {
                        if (Opened((byte[])row[1]).AgreedAt is not null)
                        {
                            agreed.Add((byte[])row[0]);
                        }
                    },
                    ("person", person.Value));
                foreach (var print in agreed)
                {
                    await writing.RunAsync("delete from lost_passwords where print = @print", ("print", print));
                }
            },
            () => agreed.Count == 0 ? [] : [LineOf(now, person, Deed.WayBackStopped, person)]);
    }

    /// <summary>
    /// Somebody comes in whose own password does not fit. Did they choose this one when they asked, and did it wait long enough, then it counts from now: every
    /// session ends, passkeys and codes of before go, every other question for this person goes, and what was for this person alone stays shut for a week.
    /// </summary>
    /// <param name="person">Who; null for a name that nobody has.</param>
    /// <param name="fits">Whether what was typed is the password with this hash; asked once, with null when none counts, so that it takes as long.</param>
    /// <returns>Whether it was.</returns>
    public async Task<bool> RenewAsync(PersonId? person, Func<string?, bool> fits)
    {
        var now = _clock.GetUtcNow();
        var who = person ?? PersonId.New();
        var way = await OfAsync(who, CancellationToken.None);
        var counting = new List<LostPassword>();
        await _storage.AskAsync(
            null,
            who.Value,
            [new Query(OfPersonSql, row => counting.Add(Opened(row.Bytes(0))), ("person", who.Value), ("now", Sheets.Ms(now)))],
            CancellationToken.None);

        // Looked up only for who waited it out, so that a name that is known takes no longer than another.
        var tables = counting.Exists(lost => lost.Waited(now)) ? await TablesOfAsync(who, CancellationToken.None) : [];
        var hash = counting.Where(lost => lost.Counts(way, tables, now)).MaxBy(lost => lost.At)?.NewHash;
        if (!fits(hash) || hash is null)
        {
            return false;
        }

        try
        {
            await _gate.ChangeAsync(
                null,
                who.Value,
                writing => TakeUpAsync(writing, who, tables, hash, now),
                () => [LineOf(now, who, Deed.PasswordRenewed, who)]);
        }
        catch (RuleBrokenException)
        {
            // Stopped in this very moment.
            return false;
        }

        return true;
    }

    private async Task TakeUpAsync(Writing writing, PersonId person, IReadOnlyList<Circle> tables, string hash, DateTimeOffset now)
    {
        var asked = new List<LostPassword>();
        await writing.ReadAsync(OfPersonSql, row => asked.Add(Opened((byte[])row[0])), ("person", person.Value), ("now", Sheets.Ms(now)));
        var way = await OfAsync(writing, person);
        if (!asked.Exists(lost => lost.NewHash == hash && lost.Counts(way, tables, now)))
        {
            throw new RuleBrokenException(WayBackRules.Waited);
        }

        await writing.RunAsync(
            "update people set password_hash = @hash, security_stamp = @stamp, concurrency_stamp = @stamp where id = @person",
            ("hash", hash), ("stamp", Passwords.NewStamp()), ("person", person.Value));
        await writing.RunAsync(
            "update sessions set ended_at = @now where person = @person and ended_at is null", ("now", Sheets.Ms(now)), ("person", person.Value));
        await writing.RunAsync("delete from lost_passwords where person = @person", ("person", person.Value));

        // A key or a code that another made on an open phone would let them in again, or keep her out (T20).
        await Passwords.TakeOtherWaysInAwayAsync(writing, person);

        await KeepAsync(writing, way with { CameBackAt = now });
    }

    /// <summary>Forgets questions that are too old.</summary>
    public Task ForgetOldAsync() => _gate.ChangeAsync(
        null,
        null,
        writing => writing.RunAsync("delete from lost_passwords where until < @now", ("now", Sheets.Ms(_clock.GetUtcNow()))),
        () => []);

    private static TrailLine LineOf(DateTimeOffset at, PersonId by, Deed deed, PersonId about) =>
        TrailLine.OfNoTable(at, by, deed, Permission.Speak, about.Value);

    private async Task<(LostPassword Lost, WayBack Way, IReadOnlyList<Circle> Tables)> ForHelperAsync(
        PersonId helper, string code, CancellationToken cancellation)
    {
        // A code that is none, and one for a name that nobody has, are looked into as far as one for somebody who chose others.
        var lost = await FindAsync("print", PrintOf(code), cancellation);
        var person = lost?.For ?? PersonId.New();
        var way = await OfAsync(person, cancellation);
        if (lost is null || !way.Helpers.Contains(helper))
        {
            await _gate.WriteAsync(new TrailLine(
                _clock.GetUtcNow(), helper.Value, null, 0, Deed.Refused, Permission.Speak, null, "way-back", null, 0));
            throw new RuleBrokenException(WayBackRules.CodeIsOpen);
        }

        return (lost, way, await TablesOfAsync(person, cancellation));
    }

    private async Task<LostPassword?> FindAsync(string by, byte[] value, CancellationToken cancellation)
    {
        LostPassword? found = null;
        await _storage.AskAsync(
            null,
            null,
            [
                new Query(
                    by == "key" ? "select sheet from lost_passwords where key = @value and until > @now" : "select sheet from lost_passwords where print = @value and until > @now",
                    row => found = Opened(row.Bytes(0)),
                    ("value", value),
                    ("now", Sheets.Ms(_clock.GetUtcNow()))),
            ],
            cancellation);
        return found;
    }

    private async Task<IReadOnlyList<Circle>> TablesOfAsync(PersonId person, CancellationToken cancellation)
    {
        var (circles, seats) = await Finder.TablesOfAsync(_storage, person, cancellation);
        return circles.ConvertAll(row =>
        {
            using var opener = _keyring.OpenerOf(row.Id);
            return CircleMapping.From(row, seats[row.Id], opener);
        });
    }

    private async Task<WayBack> OfAsync(Writing writing, PersonId person)
    {
        var way = new WayBack(person, []);
        await writing.ReadAsync(WaySql, row => way = From(person, (byte[])row[0]), ("person", person.Value));
        return way;
    }

    private Task<int> KeepAsync(Writing writing, WayBack way) => writing.RunAsync(
        "insert into ways_back (person, sheet) values (@person, @sheet) on conflict (person) do update set sheet = excluded.sheet",
        ("person", way.Person.Value),
        ("sheet", _keyring.Seal(way.Person.Value, JsonSerializer.SerializeToUtf8Bytes(
            new WaySheet([.. way.Helpers.Select(helper => helper.Value)], way.CameBackAt is { } at ? Sheets.Ms(at) : null) { ChosenAt = way.ChosenAt is { } chosen ? Sheets.Ms(chosen) : null },
                WayJson.Default.WaySheet))));

    private WayBack From(PersonId person, byte[] sheet)
    {
        var way = JsonSerializer.Deserialize(_keyring.Open(person.Value, sheet), WayJson.Default.WaySheet)!;
        return new WayBack(person, [.. way.Helpers.Select(helper => new PersonId(helper))])
        {
            CameBackAt = way.CameBackAt is { } at ? Sheets.Moment(at) : null,
            ChosenAt = way.ChosenAt is { } chosen ? Sheets.Moment(chosen) : null,
        };
    }

    private byte[] Sealed(LostPassword lost) => _keyring.Seal(House, JsonSerializer.SerializeToUtf8Bytes(
        new LostSheet(lost.For.Value, Sheets.Ms(lost.At), [.. lost.Helped.Select(helper => helper.Value)], lost.AgreedAt is { } at ? Sheets.Ms(at) : null) { NewHash = lost.NewHash },
        WayJson.Default.LostSheet));

    private LostPassword Opened(byte[] sheet)
    {
        var lost = JsonSerializer.Deserialize(_keyring.Open(House, sheet), WayJson.Default.LostSheet)!;
        return new LostPassword(new PersonId(lost.For), lost.NewHash ?? "", Sheets.Moment(lost.At), [.. lost.Helped.Select(helper => new PersonId(helper))])
        {
            AgreedAt = lost.AgreedAt is { } at ? Sheets.Moment(at) : null,
        };
    }

    private byte[] PrintOf(string code) => _keyring.PrintOf(House, Encoding.ASCII.GetBytes(code));

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}

internal sealed record WaySheet(
    [property: JsonPropertyName("h")] IReadOnlyList<Guid> Helpers, [property: JsonPropertyName("b")] long? CameBackAt)
{
    [JsonPropertyName("ch")]
    public long? ChosenAt { get; init; }
}

internal sealed record LostSheet(
    [property: JsonPropertyName("f")] Guid For, [property: JsonPropertyName("at")] long At, [property: JsonPropertyName("h")] IReadOnlyList<Guid> Helped,
    [property: JsonPropertyName("a")] long? AgreedAt)
{
    // None in what was asked when the password was chosen afterwards: no password fits nothing.
    [JsonPropertyName("n")]
    public string? NewHash { get; init; }
}

[JsonSerializable(typeof(WaySheet))]
[JsonSerializable(typeof(LostSheet))]
internal sealed partial class WayJson : JsonSerializerContext;
