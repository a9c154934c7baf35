using System.Text;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;

namespace Keukentafel.Data.People;

/// <summary>Who somebody is at their organisation.</summary>
/// <param name="Organisation">The organisation: the address by which its OpenID Connect provider calls itself (issuer).</param>
/// <param name="Subject">Who this is there, as only that provider says it (sub). Not a name and not an address.</param>
public sealed record KnownAs(string Organisation, string Subject);

/// <summary>That somebody comes in through an organisation, as its owner sees it.</summary>
/// <param name="Id">The id, for taking it away.</param>
/// <param name="Organisation">Which organisation (<see cref="KnownAs.Organisation"/>).</param>
/// <param name="At">Since when, UTC.</param>
/// <param name="UsedAt">When somebody last came in by it, UTC; null for never.</param>
public sealed record OrganisationKey(Guid Id, string Organisation, DateTimeOffset At, DateTimeOffset? UsedAt);

/// <summary>
/// Who comes in through an organisation. Nobody is found by a name or an address: by organisation and subject alone, of which a print is kept under
/// a key outside the database. Which organisation it is lies sealed under the key of its person.
/// </summary>
public sealed class OrganisationKeys
{
    /// <summary>How many a person has at most.</summary>
    public const int Most = 5;

    /// <summary>The longest subject that a provider may give (OpenID Connect Core 2).</summary>
    public const int LongestSubject = 255;

    // Whose key makes the prints: of no circle and no person.
    private static readonly Guid House = new("5b1d9c1e-7f0a-4f0e-9a53-2d6f1c9b7e04");

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;

    internal OrganisationKeys(Storage storage, Gate gate, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _clock = clock;
    }

    /// <summary>Through which organisations a person comes in, the oldest first.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<OrganisationKey>> OfAsync(PersonId person, CancellationToken cancellation)
    {
        var list = new List<OrganisationKey>();
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    "select id, at, used_at, sheet from organisation_keys where person = @person order by at, id",
                    row => list.Add(new OrganisationKey(
                        row.Id(0), Encoding.UTF8.GetString(_keyring.Open(person.Value, row.Bytes(3))), Sheets.Moment(row.Number(1)),
                        row.NumberOrNone(2) is { } used ? Sheets.Moment(used) : null)),
                    ("person", person.Value)),
            ],
            cancellation);
        return list;
    }

    /// <summary>Lets a person come in through an organisation from now on.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="known">Who they are there, as its provider said just now.</param>
    /// <exception cref="RuleBrokenException">Somebody comes in by that already, or this person has as many as anybody can have.</exception>
    public Task LinkAsync(PersonId person, KnownAs known)
    {
        var row = RowOf(person, known, _clock.GetUtcNow(), _keyring);
        return _gate.ChangeAsync(
            null,
            person.Value,
            async writing =>
            {
                // Only rows of this person are counted: the wall is around them.
                var kept = await writing.RunAsync(
                    "insert into organisation_keys (print, id, person, at, sheet) select @print, @id, @person, @at, @sheet " +
                    "where (select count(*) from organisation_keys where person = @person) < @most on conflict do nothing",
                    ("print", row.Print), ("id", row.Id), ("person", row.Person), ("at", row.At), ("sheet", row.Sheet), ("most", (long)Most));
                if (kept == 0)
                {
                    throw new RuleBrokenException(CommonRules.NotChangedMeanwhile);
                }
            },
            () => [Passkeys.Line(person, Sheets.Moment(row.At), Deed.OrganisationLinked)]);
    }

    /// <summary>Whose this is; null for nobody's.</summary>
    /// <param name="known">Who somebody is at their organisation.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<PersonId?> OwnerOfAsync(KnownAs known, CancellationToken cancellation)
    {
        PersonId? owner = null;
        await _storage.AskAsync(
            null,
            null,
            [new Query("select person from organisation_keys where print = @print", row => owner = new PersonId(row.Id(0)), ("print", PrintOf(known, _keyring)))],
            cancellation);
        return owner;
    }

    /// <summary>Somebody comes in through an organisation; that they did is kept with it.</summary>
    /// <param name="known">Who they are there, as its provider said just now.</param>
    /// <returns>Who that is here, and by which link; null for nobody.</returns>
    public async Task<(PersonId Person, Guid Link)?> ComeAsync(KnownAs known)
    {
        (PersonId, Guid)? came = null;
        await _gate.ChangeAsync(
            null,
            null,
            writing => writing.ReadAsync(
                "update organisation_keys set used_at = @now where print = @print returning person, id",
                row => came = (new PersonId(row.GetGuid(0)), row.GetGuid(1)),
                ("now", Sheets.Ms(_clock.GetUtcNow())),
                ("print", PrintOf(known, _keyring))),
            () => []);
        return came;
    }

    /// <summary>A person comes in through an organisation no more; the last way in stays.</summary>
    /// <param name="person">Whose; nobody takes another's.</param>
    /// <param name="id">Which.</param>
    /// <param name="otherWay">Whether this person comes in without any organisation too.</param>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> UnlinkAsync(PersonId person, Guid id, bool otherWay)
    {
        var gone = 0;
        var at = _clock.GetUtcNow();
        await _gate.ChangeAsync(
            null,
            person.Value,
            async writing => gone = await writing.RunAsync(
                "delete from organisation_keys where person = @person and id = @id" +
                (otherWay ? "" : " and exists (select 1 from organisation_keys other where other.person = @person and other.id <> @id)"),
                ("person", person.Value),
                ("id", id)),
            () => gone > 0 ? [Passkeys.Line(person, at, Deed.OrganisationUnlinked)] : []);
        return gone > 0;
    }

    /// <summary>Somebody left an organisation: that way in is gone, and every session ends with it, in one moment.</summary>
    /// <param name="person">Who.</param>
    /// <param name="known">Who they were there.</param>
    public async Task LeaveAsync(PersonId person, KnownAs known)
    {
        var gone = 0;
        var at = _clock.GetUtcNow();
        await _gate.ChangeAsync(
            null,
            person.Value,
            async writing =>
            {
                gone = await writing.RunAsync(
                    "delete from organisation_keys where person = @person and print = @print", ("person", person.Value), ("print", PrintOf(known, _keyring)));
                await writing.RunAsync(
                    "update sessions set ended_at = @now where person = @person and ended_at is null", ("person", person.Value), ("now", Sheets.Ms(at)));
            },
            () => gone > 0 ? [Passkeys.Line(person, at, Deed.OrganisationLeft)] : []);
    }

    /// <summary>The row, for who is kept together with it.</summary>
    internal static OrganisationKeyRow RowOf(PersonId person, KnownAs known, DateTimeOffset at, Keyring keyring) => new()
    {
        Print = PrintOf(known, keyring),
        Id = DraftId.New().Value,
        Person = person.Value,
        At = Sheets.Ms(at),
        Sheet = keyring.Seal(person.Value, Encoding.UTF8.GetBytes(known.Organisation)),
    };

    // A line break is in no address: two pairs never make the same bytes.
    private static byte[] PrintOf(KnownAs known, Keyring keyring) =>
        keyring.PrintOf(House, Encoding.UTF8.GetBytes($"{known.Organisation}\n{known.Subject}"));
}
