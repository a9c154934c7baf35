using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Keukentafel.Data.People;

/// <summary>A session as its owner sees it.</summary>
/// <param name="Id">The id, for ending it.</param>
/// <param name="StartedAt">When, UTC.</param>
/// <param name="SeenAt">When it was last used, UTC; to some minutes.</param>
/// <param name="Device">On what kind of device, as far as known.</param>
/// <param name="Through">Through which link with an organisation (<see cref="OrganisationKey.Id"/>); null for another way in.</param>
public sealed record SignIn(Guid Id, DateTimeOffset StartedAt, DateTimeOffset SeenAt, string Device, Guid? Through);

/// <summary>
/// The sessions, kept on the server: the cookie holds a random key and nothing else; who reads the table cannot use it; ending one works at
/// once, in every process.
/// </summary>
public sealed class Sessions : ITicketStore
{
    /// <summary>The claim that holds the session's id.</summary>
    public const string IdClaim = "session";

    /// <summary>The claim that holds whether this is a professional.</summary>
    public const string ProfessionalClaim = "professional";

    /// <summary>
    /// The claim of a session that is only the screen on the table, in one talk: circle and talk. It does not expire during the talk, and
    /// whoever leaves it signs in.
    /// </summary>
    public const string TableClaim = "at-table";

    /// <summary>
    /// The claim of a session of a child whose drawer is shut: the circle. It reaches nothing but the lock, and waits long for it.
    /// </summary>
    public const string DrawerClaim = "drawer";

    /// <summary>
    /// The claim of a session of who works with families and came in with a password alone: it reaches the page on which a code is set up, and
    /// nothing else.
    /// </summary>
    public const string SettingUpClaim = "setting-up";

    /// <summary>
    /// The claim of a session in which somebody came in through their organisation: the link. It reaches only what says that it may be reached so, and
    /// the tables at which they sit as a professional.
    /// </summary>
    public const string OrganisationClaim = "organisation";

    /// <summary>How long a session lives without use: professionals.</summary>
    public static readonly TimeSpan IdleAtWork = TimeSpan.FromMinutes(15);

    /// <summary>How long a session lives without use: family and own people.</summary>
    public static readonly TimeSpan IdleAtHome = TimeSpan.FromMinutes(30);

    /// <summary>How long a session lives at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    /// <summary>How long an ended session is remembered, so that a form sent too late becomes its owner's draft.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly TimeProvider _clock;

    internal Sessions(Storage storage, Gate gate, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _clock = clock;
    }

    /// <inheritdoc />
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var now = _clock.GetUtcNow();
        var principal = ticket.Principal;
        var person = PersonOf(principal);
        var id = Guid.Parse(principal.FindFirstValue(IdClaim)!);
        var atWork = principal.HasClaim(ProfessionalClaim, "yes");
        var device = ticket.Properties.GetString("device") ?? "";
        ticket.Properties.SetString("device", null);
        var idle = Waits(principal) ? Longest : atWork ? IdleAtWork : IdleAtHome;
        await _gate.ChangeAsync(
            null,
            person.Value,
            writing => writing.RunAsync(
                "insert into sessions (id, key, person, started_at, seen_at, until, device, ticket) " +
                "values (@id, @key, @person, @now, @now, @until, @device, @ticket)",
                ("id", id),
                ("key", Hash(key)),
                ("person", person.Value),
                ("now", Sheets.Ms(now)),
                ("until", Sheets.Ms(now + idle)),
                ("device", device),
                ("ticket", TicketSerializer.Default.Serialize(ticket))),
            () => []);
        return key;
    }

    /// <inheritdoc />
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var now = _clock.GetUtcNow();
        var idle = ticket.Principal.HasClaim(ProfessionalClaim, "yes") ? IdleAtWork : IdleAtHome;
        await _gate.ChangeAsync(
            null,
            PersonOf(ticket.Principal).Value,
            writing => writing.RunAsync(
                "update sessions set seen_at = @now, until = case when @until < started_at + @longest then @until else started_at + @longest end " +
                "where key = @key and ended_at is null",
                ("now", Sheets.Ms(now)),
                ("until", Sheets.Ms(now + idle)),
                ("longest", (long)Longest.TotalMilliseconds),
                ("key", Hash(key))),
            () => []);
    }

    /// <inheritdoc />
    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var now = Sheets.Ms(_clock.GetUtcNow());
        AuthenticationTicket? ticket = null;
        var renew = false;
        await _storage.AskAsync(
            null,
            null,
            [
                new Query(
                    "select ticket, until, seen_at from sessions where key = @key and ended_at is null",
                    row =>
                    {
                        if (row.Number(1) > now)
                        {
                            ticket = TicketSerializer.Default.Deserialize(row.Bytes(0));

                            // Used long enough after the last time: keep it alive, but write that down only now and then.
                            renew = now - row.Number(2) > 3 * 60 * 1000;
                        }
                    },
                    ("key", Hash(key))),
            ],
            CancellationToken.None);
        if (ticket is not null && renew && !Waits(ticket.Principal))
        {
            await RenewAsync(key, ticket);
        }

        return ticket;
    }

    /// <inheritdoc />
    public Task RemoveAsync(string key) => _gate.ChangeAsync(
        null,
        null,
        writing => writing.RunAsync(
            "update sessions set ended_at = @now where key = @key and ended_at is null",
            ("now", Sheets.Ms(_clock.GetUtcNow())),
            ("key", Hash(key))),
        () => []);

    /// <summary>Whose session this was or is, also when it has ended: for a form that came too late.</summary>
    /// <param name="key">The key out of the cookie.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<PersonId?> OwnerOfAsync(string key, CancellationToken cancellation)
    {
        PersonId? owner = null;
        var since = Sheets.Ms(_clock.GetUtcNow() - Remembered);
        await _storage.AskAsync(
            null,
            null,
            [
                new Query(
                    "select person from sessions where key = @key and until > @since and device <> '" + TableDevice + "'",
                    row => owner = new PersonId(row.Id(0)),
                    ("key", Hash(key)),
                    ("since", since)),
            ],
            cancellation);
        return owner;
    }

    /// <summary>What stands as the device of a screen on the table: whoever sat before it, its forms are kept for nobody.</summary>
    public const string TableDevice = "table";

    /// <summary>The sessions in which somebody is signed in.</summary>
    /// <param name="person">Who.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<SignIn>> OfAsync(PersonId person, CancellationToken cancellation)
    {
        var list = new List<SignIn>();
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    "select id, started_at, seen_at, device, ticket from sessions where person = @person and ended_at is null and until > @now order by seen_at desc",
                    row => list.Add(new SignIn(
                        row.Id(0), Sheets.Moment(row.Number(1)), Sheets.Moment(row.Number(2)), row.Text(3),
                        Guid.TryParse(TicketSerializer.Default.Deserialize(row.Bytes(4))?.Principal.FindFirstValue(OrganisationClaim), out var link) ? link : null)),
                    ("person", person.Value),
                    ("now", Sheets.Ms(_clock.GetUtcNow()))),
            ],
            cancellation);
        return list;
    }

    /// <summary>Ends one session of a person, or all but one.</summary>
    /// <param name="person">Whose; nobody ends another's.</param>
    /// <param name="id">Which; null for all but <paramref name="except"/>.</param>
    /// <param name="except">The session that stays when all others end.</param>
    public Task EndAsync(PersonId person, Guid? id, Guid except) => _gate.ChangeAsync(
        null,
        person.Value,
        writing => id is { } one
            ? writing.RunAsync(
                "update sessions set ended_at = @now where person = @person and id = @id and ended_at is null",
                ("now", Sheets.Ms(_clock.GetUtcNow())),
                ("person", person.Value),
                ("id", one))
            : writing.RunAsync(
                "update sessions set ended_at = @now where person = @person and id <> @id and ended_at is null",
                ("now", Sheets.Ms(_clock.GetUtcNow())),
                ("person", person.Value),
                ("id", except)),
        () => []);

    /// <summary>Forgets sessions that ended long ago.</summary>
    public Task ForgetOldAsync() => _gate.ChangeAsync(
        null,
        null,
        writing => writing.RunAsync("delete from sessions where until < @since", ("since", Sheets.Ms(_clock.GetUtcNow() - Remembered))),
        () => []);

    private static bool Waits(ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type is TableClaim or DrawerClaim);

    private static PersonId PersonOf(ClaimsPrincipal principal) => new(Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}
