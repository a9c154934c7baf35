using System.Data.Common;
using System.Security.Cryptography;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Views;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Circles;

/// <summary>
/// The one door to a circle's data: it decides, writes the trail, waits until that is on disk, and only then hands over (R6, R126).
/// </summary>
public sealed class Door
{
    /// <summary>How many contributions stand on one page.</summary>
    public const int PageLength = 60;

    /// <summary>How many things one person may lay down at one table in 24 hours. Enough for anybody; nobody floods a table.</summary>
    public const int MostADay = 60;

    private const string Columns =
        "c.number, c.id, c.kind, c.seat, c.at, c.readers, c.named, c.about, c.waits_for, c.parent, c.open, c.voices, c.changed_at, c.version, " +
        "c.flags, c.replied, c.sheet from contributions c join seats me on me.circle = c.circle and me.person = @person where c.circle = @circle";

    // The same question as Contribution.MayBeReadBy; a test holds the two together.
    private const string MayRead =
        " and (c.seat = me.number or c.waits_for = me.number or (c.waits_for = 0 and " +
        "(c.readers = 3 or (c.readers = 2 and me.age = 3) or (c.named & me.bit) <> 0)))";

    // Who may come in is decided on these rows, by the circle itself, before anything of them is handed over.
    private const string CircleSql = "select id, started_at, parents_apart, \"order\", version, sheet from circles where id = @circle";

    private const string SeatsSql =
        "select number, id, person, side, age, mug, since, sheet, visit_session, visit_at, visit_before from seats where circle = @circle";

    private const string AsideSql =
        "select a.contribution from laid_aside a join seats me on me.circle = a.circle and me.number = a.seat " +
        "where a.circle = @circle and me.person = @person";

    private const string DraftsSql = "select count(*) from drafts where person = @person and circle = @circle";

    private const string SpokenSql =
        "select s.number from seats me join seats s on s.circle = me.circle where me.circle = @circle and me.person = @person and exists (" +
        "select 1 from contributions c where c.circle = me.circle and c.seat = s.number" + MayRead + ")";

    private const string NewestSql = "select " + Columns + MayRead + " order by c.number desc limit 61";

    private const string OlderSql =
        "select " + Columns + MayRead + " and c.number < (select o.number from contributions o where o.circle = @circle and o.id = @older) " +
        "order by c.number desc limit 61";

    private const string OpenSql = "select " + Columns + MayRead + " and c.open = {0} order by c.number desc limit 40";

    private const string OneSql = "select " + Columns + MayRead + " and (c.id = @one or c.parent = @one) order by c.number desc";

    private const string ViewsSql = "select " + Columns + MayRead + " and c.kind >= 6 order by c.number desc limit 200";

    private const string DifferencesSql = "select " + Columns + " and c.kind = 7";

    private const string AllSql = "select " + Columns + MayRead + " order by c.number desc";

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;
    private readonly string _openSql;

    internal Door(Storage storage, Gate gate, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _clock = clock;
        _openSql = OpenSql.Replace("{0}", storage is SqliteStorage ? "1" : "true", StringComparison.Ordinal);
    }

    /// <summary>Starts a table with the caller as its first host (R1).</summary>
    /// <param name="caller">Who.</param>
    /// <param name="start">Makes the circle at the moment that is given (UTC).</param>
    /// <exception cref="RuleBrokenException">What was given is not enough.</exception>
    public async Task<CircleId> StartAsync(Caller caller, Func<PersonId, DateTimeOffset, Circle> start)
    {
        var circle = start(caller.Person, _clock.GetUtcNow());
        var rows = CircleMapping.RowOf(circle, _keyring);
        var seats = circle.Seats.Select(seat => CircleMapping.RowOf(circle, seat, _keyring)).ToList();
        await using var db = _storage.NewDb();
        db.Add(rows);
        db.AddRange(seats);
        await _gate.ChangeAsync(
            circle.Id.Value, caller.Person.Value, writing => writing.SaveAsync(db), () => [.. circle.Traces.Select(TrailLine.Of)]);
        return circle.Id;
    }

    /// <summary>The tables at which somebody sits. Only the caller's own; there is no other list (R9).</summary>
    /// <param name="caller">Who.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<TableCard>> TablesOfAsync(Caller caller, CancellationToken cancellation)
    {
        var circles = new List<CircleRow>();
        var seats = new List<SeatRow>();
        await _storage.AskAsync(
            null,
            caller.Person.Value,
            [
                new Query(
                    "select c.id, c.started_at, c.parents_apart, c.\"order\", c.version, c.sheet from circles c join seats me on me.circle = c.id " +
                    "where me.person = @person",
                    row => circles.Add(CircleOf(row)),
                    ("person", caller.Person.Value)),
                new Query(
                    "select s.number, s.id, s.person, s.side, s.age, s.mug, s.since, s.sheet, s.visit_session, s.visit_at, s.visit_before, s.circle " +
                    "from seats s join seats me on me.circle = s.circle where me.person = @person",
                    row => seats.Add(SeatOf(row, row.GetGuid(11))),
                    ("person", caller.Person.Value)),
            ],
            cancellation);
        var cards = circles.ConvertAll(row =>
        {
            using var opener = _keyring.OpenerOf(row.Id);
            var circle = CircleMapping.From(row, seats.Where(seat => seat.Circle == row.Id), opener);
            return new TableCard(circle.Id, circle, circle.SeatOf(caller.Person)!);
        });
        await _gate.WriteAsync(new TrailLine(
            _clock.GetUtcNow(), caller.Person.Value, null, 0, Deed.Opened, Permission.Read, null, "my-tables", null, 0));
        return [.. cards.OrderBy(card => card.Circle.StartedAt)];
    }

    /// <summary>Lets somebody look: decides, writes who was shown what, hands over.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="id">Which table.</param>
    /// <param name="look">Which part.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RefusedException">No such table for this person.</exception>
    /// <exception cref="UnavailableException">The trail could not be written: nothing is handed over.</exception>
    public async Task<Sight> OpenAsync(Caller caller, CircleId id, Look look, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        var found = await AskAsync(caller, id, look, QueriesOf(look), cancellation);
        var (circle, act, opener) = await AdmitAsync(caller, id, found, Permission.Read, now);
        try
        {
            var isTable = look is { One: null, OnlyViews: false, Everything: false };
            var hasOlder = isTable && found.Rows.Count > PageLength;
            ContributionId? older = hasOlder ? new ContributionId(found.Rows[PageLength - 1].Id) : null;
            if (isTable && (hasOlder || look.Older is not null))
            {
                await AskBeyondAsync(caller, id, look, found, cancellation);
            }

            var slips = new List<Slip>(found.Rows.Count);
            foreach (var row in found.Rows)
            {
                found.Spoken = found.Spoken.And(SeatSet.Of(new SeatNumber(row.Seat)));
                if (!isTable || row.Kind < (int)ContributionKind.View)
                {
                    slips.Add(SlipOf(row, found.Aside, circle, act.By, opener));
                }
            }

            if (look.One is not null && !slips.Exists(slip => slip.Id == look.One))
            {
                await RefuseAsync(caller, id, Permission.Read, now, look.One.Value.Value);
            }

            var me = found.Seats.Find(seat => seat.Person == caller.Person.Value)!;
            var lastVisit = me.VisitSession == caller.Session ? me.VisitBefore ?? me.VisitAt : me.VisitAt;
            var line = new TrailLine(
                now, caller.Person.Value, id.Value, act.By.Number.Value, Deed.Opened, Permission.Read, look.One?.Value, look.Part,
                Steps.Of(slips.Select(slip => slip.Number)), slips.Aggregate(0L, (bits, slip) => bits | slip.Voices));
            if (me.VisitSession == caller.Session)
            {
                await _gate.WriteAsync(line);
            }
            else
            {
                await _gate.ChangeAsync(id.Value, caller.Person.Value, writing => NoteVisitAsync(writing, caller, id, act.By, now), () => [line]);
            }

            return new Sight(
                circle, act, slips, older, found.Spoken, lastVisit is { } at ? Sheets.Moment(at) : null, found.Drafts, opener);
        }
        catch
        {
            opener.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Lets somebody in to do something, does it, and keeps it together with its lines in the trail. When somebody else was first, it is done
    /// again on what stands there then; what may not be done twice, the domain refuses.
    /// </summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="caller">Who.</param>
    /// <param name="id">Which table.</param>
    /// <param name="permission">For what.</param>
    /// <param name="work">What to do. May run more than once.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RefusedException">No such table for this person, or not for this.</exception>
    /// <exception cref="RuleBrokenException">A rule says no.</exception>
    public async Task<T> ChangeAsync<T>(
        Caller caller, CircleId id, Permission permission, Func<Visit, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var visit = await EnterAsync(caller, id, permission, cancellation);
            var outcome = await work(visit);
            try
            {
                await visit.SaveAsync();
                return outcome;
            }
            catch (DbUpdateConcurrencyException) when (attempt < 8)
            {
                // Somebody else was first: look again and do it again.
            }
            catch (DbUpdateConcurrencyException)
            {
                throw new RuleBrokenException(CommonRules.NotChangedMeanwhile);
            }
        }
    }

    /// <summary>Lets somebody in for one thing and writes that down.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="id">Which table.</param>
    /// <param name="permission">For what.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RefusedException">No such table for this person, or not for this.</exception>
    public async Task<Visit> EnterAsync(Caller caller, CircleId id, Permission permission, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        var found = await AskAsync(caller, id, null, [], cancellation);
        var (circle, act, opener) = await AdmitAsync(caller, id, found, permission, now);
        try
        {
            await _gate.WriteAsync(new TrailLine(
                now, caller.Person.Value, id.Value, act.By.Number.Value, Deed.Entered, permission, null, null, null, 0));
            return new Visit(this, _storage, _gate, _keyring, caller, circle, act, opener);
        }
        catch
        {
            opener.Dispose();
            throw;
        }
    }

    /// <summary>Which guests read the caller's words at a table, by day. Never who of the family looked (decision 12).</summary>
    /// <param name="caller">Who.</param>
    /// <param name="id">Which table.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RefusedException">No such table for this person.</exception>
    public async Task<IReadOnlyList<ReadByGuest>> ReadersOfMineAsync(Caller caller, CircleId id, CancellationToken cancellation)
    {
        await using var visit = await EnterAsync(caller, id, Permission.Read, cancellation);
        var mine = 1L << visit.Act.By.Number.Value;
        var seen = new List<(long At, int Seat)>();
        await _storage.AskAsync(
            id.Value,
            caller.Person.Value,
            [
                new Query(
                    "select at, seat from trail where circle = @circle and deed = 1 and (whose & @mine) <> 0",
                    row => seen.Add((row.GetInt64(0), row.GetInt32(1))),
                    ("circle", id.Value),
                    ("mine", mine)),
            ],
            cancellation);
        return
        [
            .. seen
                .Select(line => (Day: Day(line.At), Seat: visit.Circle.SeatAt(new SeatNumber(line.Seat))))
                .Where(line => line.Seat.IsGuest && line.Seat.Number != visit.Act.By.Number)
                .GroupBy(line => line)
                .Select(group => new ReadByGuest(group.Key.Day, group.Key.Seat, group.Count()))
                .OrderByDescending(read => read.Day),
        ];
    }

    /// <summary>Which other seats were shown a contribution since it was laid.</summary>
    internal async Task<SeatSet> ShownToAsync(Caller caller, CircleId id, long number, SeatNumber except, CancellationToken cancellation)
    {
        var seats = SeatSet.None;
        await _storage.AskAsync(
            id.Value,
            caller.Person.Value,
            [
                new Query(
                    "select seat, shown from trail where circle = @circle and number > @number and deed = 1 and seat <> @me",
                    row =>
                    {
                        if (!row.IsDBNull(1) && Steps.Has((byte[])row[1], number))
                        {
                            seats = seats.And(SeatSet.Of(new SeatNumber(row.GetInt32(0))));
                        }
                    },
                    ("circle", id.Value),
                    ("number", number),
                    ("me", (long)except.Value)),
            ],
            cancellation);
        return seats;
    }

    /// <summary>One contribution that this seat may read, with its place in the circle; null when there is none for this seat.</summary>
    internal async Task<(ContributionRow Row, Contribution Contribution)?> FindAsync(
        Caller caller, CircleId circle, ContributionId id, Opener opener, CancellationToken cancellation)
    {
        ContributionRow? found = null;
        await _storage.AskAsync(
            circle.Value,
            caller.Person.Value,
            [
                new Query(
                    "select " + Columns + MayRead + " and c.id = @one",
                    row => found = ContributionOf(row, circle.Value),
                    ("person", caller.Person.Value),
                    ("circle", circle.Value),
                    ("one", id.Value)),
            ],
            cancellation);
        return found is null ? null : (found, Sheets.From(found, opener));
    }

    /// <summary>Every difference at a table, whoever may read it: what its author no longer shows must go out of all of them.</summary>
    internal async Task<IReadOnlyList<(long Number, Difference Difference)>> DifferencesAsync(Caller caller, CircleId circle, Opener opener)
    {
        var rows = new List<ContributionRow>();
        await _storage.AskAsync(
            circle.Value,
            caller.Person.Value,
            [
                new Query(
                    DifferencesSql, row => rows.Add(ContributionOf(row, circle.Value)), ("person", caller.Person.Value), ("circle", circle.Value)),
            ],
            CancellationToken.None);
        return rows.ConvertAll(row => (row.Number, (Difference)Sheets.From(row, opener)));
    }

    /// <summary>How many things this seat laid down since a moment.</summary>
    internal async Task<long> LaidSinceAsync(Caller caller, CircleId circle, SeatNumber seat, DateTimeOffset since, CancellationToken cancellation)
    {
        var count = 0L;
        await _storage.AskAsync(
            circle.Value,
            caller.Person.Value,
            [
                new Query(
                    "select count(*) from contributions where circle = @circle and changed_at > @since and at > @since and seat = @seat",
                    row => count = row.GetInt64(0),
                    ("circle", circle.Value),
                    ("since", Sheets.Ms(since)),
                    ("seat", (long)seat.Value)),
            ],
            cancellation);
        return count;
    }

    private static DateOnly Day(long at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Sheets.Moment(at), Netherlands.Zone).DateTime);

    private static Type TypeOf(int kind) => (ContributionKind)kind switch
    {
        ContributionKind.GoodThing => typeof(GoodThing),
        ContributionKind.Help => typeof(Help),
        ContributionKind.Worry => typeof(Worry),
        ContributionKind.Wish => typeof(Wish),
        ContributionKind.Statement => typeof(Statement),
        ContributionKind.View => typeof(View),
        ContributionKind.Difference => typeof(Difference),
        _ => throw new InvalidOperationException($"A row of an unknown kind: {kind}."),
    };

    private static CircleRow CircleOf(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        StartedAt = row.GetInt64(1),
        ParentsApart = row.GetBoolean(2),
        Order = row.GetInt32(3),
        Version = row.GetInt32(4),
        Sheet = (byte[])row[5],
    };

    private static SeatRow SeatOf(DbDataReader row, Guid circle) => new()
    {
        Circle = circle,
        Number = row.GetInt32(0),
        Id = row.GetGuid(1),
        Person = row.IsDBNull(2) ? null : row.GetGuid(2),
        Side = row.GetInt32(3),
        Age = row.GetInt32(4),
        Mug = row.GetInt32(5),
        Since = row.GetInt64(6),
        Sheet = (byte[])row[7],
        VisitSession = row.IsDBNull(8) ? null : row.GetGuid(8),
        VisitAt = row.IsDBNull(9) ? null : row.GetInt64(9),
        VisitBefore = row.IsDBNull(10) ? null : row.GetInt64(10),
    };

    private static ContributionRow ContributionOf(DbDataReader row, Guid circle) => new()
    {
        Circle = circle,
        Number = row.GetInt64(0),
        Id = row.GetGuid(1),
        Kind = row.GetInt32(2),
        Seat = row.GetInt32(3),
        At = row.GetInt64(4),
        Readers = row.GetInt32(5),
        Named = row.GetInt64(6),
        About = row.GetInt64(7),
        WaitsFor = row.GetInt32(8),
        Parent = row.IsDBNull(9) ? null : row.GetGuid(9),
        Open = row.GetBoolean(10),
        Voices = row.GetInt64(11),
        ChangedAt = row.GetInt64(12),
        Version = row.GetInt32(13),
        Flags = row.GetInt32(14),
        Replied = row.GetInt64(15),
        Sheet = (byte[])row[16],
    };

    private static Slip SlipOf(ContributionRow row, HashSet<Guid> aside, Circle circle, Seat reader, Opener opener)
    {
        var slip = new Slip(row.Number, row.Id, row.Version, () => Sheets.From(row, opener))
        {
            Kind = TypeOf(row.Kind),
            By = new SeatNumber(row.Seat),
            At = Sheets.Moment(row.At),
            ChangedAt = Sheets.Moment(row.ChangedAt),
            About = new SeatSet(row.About),
            Under = row.Parent is { } parent ? new ContributionId(parent) : null,
            Flags = (SlipFlags)row.Flags,
            Replied = new SeatSet(row.Replied),
            WaitsFor = row.WaitsFor == 0 ? null : new SeatNumber(row.WaitsFor),
            IsOpen = row.Open,
            Voices = row.Voices,
        };

        // A child's wish that was laid aside and is said again comes back in sight.
        slip.IsLaidAside = aside.Contains(row.Id) && slip.Contribution.MayBeLaidAsideBy(reader, circle);
        return slip;
    }

    private static IReadOnlyList<string> QueriesOf(Look look) => look switch
    {
        { One: not null } => [OneSql],
        { OnlyViews: true } => [ViewsSql],
        { Everything: true } => [AllSql],
        { Older: not null } => [OlderSql],
        _ => [NewestSql],
    };

    /// <summary>A table with more than a page: what waits for somebody further down, and who spoke further down.</summary>
    private Task AskBeyondAsync(Caller caller, CircleId id, Look look, Found found, CancellationToken cancellation)
    {
        // The 61st only says that there is more.
        found.Rows.RemoveRange(Math.Min(PageLength, found.Rows.Count), Math.Max(0, found.Rows.Count - PageLength));
        var last = found.Rows.Count == 0 ? long.MaxValue : found.Rows[^1].Number;
        var person = ("person", (object)caller.Person.Value);
        var circle = ("circle", (object)id.Value);
        List<Query> queries =
        [
            new(SpokenSql, row => found.Spoken = found.Spoken.And(SeatSet.Of(new SeatNumber(row.GetInt32(0)))), circle, person),
        ];
        if (look.Older is null)
        {
            queries.Add(new Query(
                _openSql,
                row =>
                {
                    if (row.GetInt64(0) < last)
                    {
                        found.Rows.Add(ContributionOf(row, id.Value));
                    }
                },
                person,
                circle));
        }

        return _storage.AskAsync(id.Value, caller.Person.Value, queries, cancellation).AsTask();
    }

    private async Task<Found> AskAsync(Caller caller, CircleId id, Look? look, IReadOnlyList<string> contributions, CancellationToken cancellation)
    {
        var found = new Found();
        var person = ("person", (object)caller.Person.Value);
        var circle = ("circle", (object)id.Value);
        var queries = new List<Query>(6)
        {
            new(CircleSql, row => found.Circle = CircleOf(row), circle),
            new(SeatsSql, row => found.Seats.Add(SeatOf(row, id.Value)), circle),
        };
        if (contributions.Count > 0)
        {
            queries.Add(new Query(AsideSql, row => found.Aside.Add(row.GetGuid(0)), circle, person));
            queries.Add(new Query(DraftsSql, row => found.Drafts = (int)row.GetInt64(0), circle, person));
        }

        foreach (var sql in contributions)
        {
            void Add(DbDataReader row) => found.Rows.Add(ContributionOf(row, id.Value));
            queries.Add((look?.One ?? look?.Older) is { } other
                ? new Query(sql, Add, person, circle, (look!.One is null ? "older" : "one", other.Value))
                : new Query(sql, Add, person, circle));
        }

        await _storage.AskAsync(id.Value, caller.Person.Value, queries, cancellation);
        return found;
    }

    private async Task<(Circle Circle, Act Act, Opener Opener)> AdmitAsync(
        Caller caller, CircleId id, Found found, Permission permission, DateTimeOffset now)
    {
        if (found.Circle is not null)
        {
            var opener = _keyring.OpenerOf(id.Value);
            try
            {
                var circle = CircleMapping.From(found.Circle, found.Seats, opener);
                if (circle.Admit(caller.Person, permission, now) is { } act)
                {
                    return (circle, act, opener);
                }
            }
            catch (CryptographicException)
            {
                opener.Dispose();
                throw;
            }

            opener.Dispose();
        }

        await RefuseAsync(caller, id, permission, now, null);
        throw new RefusedException();
    }

    private async Task RefuseAsync(Caller caller, CircleId id, Permission permission, DateTimeOffset now, Guid? subject)
    {
        await _gate.WriteAsync(new TrailLine(
            now, caller.Person.Value, id.Value, 0, Deed.Refused, permission, subject, null, null, 0));
        throw new RefusedException();
    }

    private static Task<int> NoteVisitAsync(Writing writing, Caller caller, CircleId id, Seat seat, DateTimeOffset now) => writing.RunAsync(
        "update seats set visit_before = visit_at, visit_at = @now, visit_session = @session where circle = @circle and number = @number",
        ("now", Sheets.Ms(now)),
        ("session", caller.Session),
        ("circle", id.Value),
        ("number", (long)seat.Number.Value));

    private sealed class Found
    {
        public CircleRow? Circle { get; set; }

        public List<SeatRow> Seats { get; } = [];

        public List<ContributionRow> Rows { get; } = [];

        public HashSet<Guid> Aside { get; } = [];

        public int Drafts { get; set; }

        public SeatSet Spoken { get; set; }
    }
}
