using System.Security.Cryptography;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Views;
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

    private const int MostAttempts = 8;

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
        _openSql = Questions.OpenSql.Replace("{0}", storage.True, StringComparison.Ordinal);
    }

    /// <summary>Starts a table with the caller as its first host (R1).</summary>
    /// <param name="caller">Who.</param>
    /// <param name="start">Makes the circle at the moment that is given (UTC).</param>
    /// <exception cref="RuleBrokenException">What was given is not enough.</exception>
    public async Task<CircleId> StartAsync(Caller caller, Func<PersonId, DateTimeOffset, Circle> start)
    {
        var circle = start(caller.Person, _clock.GetUtcNow());
        var rows = CircleMapping.RowOf(circle, _keyring);
        var seats = circle.Seats.Select(seat => CircleMapping.RowOf(circle, seat)).ToList();
        await using var db = _storage.NewChange();
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
                    Questions.CirclesOfMineSql,
                    row => circles.Add(Questions.CircleOf(row)),
                    ("person", caller.Person.Value)),
                new Query(
                    Questions.SeatsOfMineSql,
                    row => seats.Add(Questions.SeatOf(row)),
                    ("person", caller.Person.Value)),
            ],
            cancellation);
        var news = new HashSet<Guid>();
        foreach (var row in circles)
        {
            if (await News.AtAsync(_storage, caller, row, cancellation))
            {
                news.Add(row.Id);
            }
        }

        var cards = circles.ConvertAll(row =>
        {
            using var opener = _keyring.OpenerOf(row.Id);
            var circle = CircleMapping.From(row, seats.Where(seat => seat.Circle == row.Id), opener);
            return new TableCard(circle.Id, circle, circle.SeatOf(caller.Person)!, news.Contains(row.Id));
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
        var found = await AskAsync(caller, id, look, Questions.QueriesOf(look), cancellation);
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

            var sameVisit = found.Visit.Session == caller.Session;
            var lastVisit = sameVisit ? found.Visit.Before ?? found.Visit.At : found.Visit.At;
            var line = new TrailLine(
                now, caller.Person.Value, id.Value, act.By.Number.Value, Deed.Opened, Permission.Read, look.One?.Value, look.Part,
                Steps.Of(slips.Select(slip => slip.Number)), slips.Aggregate(0L, (bits, slip) => bits | slip.Voices));
            if (sameVisit)
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
            try
            {
                return await TryAsync(caller, id, permission, work, last: attempt == MostAttempts, cancellation);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
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
        var visit = await LetInAsync(caller, id, permission, cancellation);
        return await visit.EnteredAsync();
    }

    /// <summary>Which guests read the caller's words at a table, by day. Never who of the family looked (D12).</summary>
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
                    Questions.ReadMineSql,
                    row => seen.Add((row.Number(0), row.Small(1))),
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
                    Questions.ShownSql,
                    row =>
                    {
                        if (row.Has(1) && Steps.Has(row.Bytes(1), number))
                        {
                            seats = seats.And(SeatSet.Of(new SeatNumber(row.Small(0))));
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
                    Questions.FoundSql,
                    row => found = Questions.ContributionOf(row, circle.Value),
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
                    Questions.DifferencesSql, row => rows.Add(Questions.ContributionOf(row, circle.Value)), ("person", caller.Person.Value), ("circle", circle.Value)),
            ],
            CancellationToken.None);
        return rows.ConvertAll(row => (row.Number, (Difference)Sheets.From(row, opener)));
    }

    private static DateOnly Day(long at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Sheets.Moment(at), Netherlands.Zone).DateTime);

    private static Slip SlipOf(ContributionRow row, HashSet<Guid> aside, Circle circle, Seat reader, Opener opener)
    {
        var slip = new Slip(row, Questions.TypeOf(row.Kind), opener);

        // A child's wish that was laid aside and is said again comes back in sight.
        slip.IsLaidAside = aside.Count > 0 && aside.Contains(row.Id) && slip.Contribution.MayBeLaidAsideBy(reader, circle);
        return slip;
    }

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
            new(Questions.SpokenSql, row => found.Spoken = found.Spoken.And(SeatSet.Of(new SeatNumber(row.Small(0)))), circle, person),
        ];
        if (look.Older is null)
        {
            queries.Add(new Query(
                _openSql,
                row =>
                {
                    if (row.Number(0) < last)
                    {
                        found.Rows.Add(Questions.ContributionOf(row, id.Value));
                    }
                },
                person,
                circle));
        }

        return _storage.AskAsync(id.Value, caller.Person.Value, queries, cancellation).AsTask();
    }

    private async Task<T> TryAsync<T>(
        Caller caller, CircleId id, Permission permission, Func<Visit, Task<T>> work, bool last, CancellationToken cancellation)
    {
        await using var visit = await LetInAsync(caller, id, permission, cancellation);
        try
        {
            // Nothing is handed over before it is saved, so that one came in may be written in the same commit as what was done.
            var outcome = await work(visit);
            await visit.SaveAsync();
            return outcome;
        }
        catch (Exception failure) when (failure is not UnavailableException && (last || failure is not DbUpdateConcurrencyException))
        {
            await visit.EnterAsync();
            throw;
        }
    }

    private async Task<Visit> LetInAsync(Caller caller, CircleId id, Permission permission, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        var found = await AskAsync(caller, id, null, [], cancellation);
        var (circle, act, opener) = await AdmitAsync(caller, id, found, permission, now);
        return new Visit(this, _storage, _gate, _keyring, caller, circle, act, opener);
    }

    private async Task<Found> AskAsync(
        Caller caller, CircleId id, Look? look, IReadOnlyList<string> contributions, CancellationToken cancellation)
    {
        var found = new Found();
        var person = ("person", (object)caller.Person.Value);
        var circle = ("circle", (object)id.Value);
        var queries = new List<Query>(6)
        {
            contributions.Count == 0
                ? new(Questions.CircleSql, row => found.Circle = Questions.CircleOf(row), circle)
                : new(Questions.CircleForMeSql, found.TakeForMe, circle, person),
            new(Questions.SeatsSql, row => found.Seats.Add(Questions.SeatOf(row)), circle),
        };
        foreach (var sql in contributions)
        {
            void Add(Row row) => found.Rows.Add(Questions.ContributionOf(row, id.Value));
            queries.Add((look?.One ?? look?.Older) is { } other
                ? new Query(sql, Add, person, circle, (look!.One is null ? "older" : "one", other.Value))
                : new Query(sql, Add, person, circle));
        }

        await _storage.AskAsync(id.Value, caller.Person.Value, queries, cancellation);
        if (found.HasAside)
        {
            await _storage.AskAsync(
                id.Value, caller.Person.Value, [new Query(Questions.AsideSql, row => found.Aside.Add(row.Id(0)), circle, person)], cancellation);
        }

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

        public int Drafts { get; private set; }

        /// <summary>In which session this person was last here, when that visit began, and when the one before began.</summary>
        public (Guid? Session, long? At, long? Before) Visit { get; private set; }

        public SeatSet Spoken { get; set; }

        public bool HasAside { get; private set; }

        public void TakeForMe(Row row)
        {
            Circle = Questions.CircleOf(row);
            Visit = (row.IdOrNone(6), row.NumberOrNone(7), row.NumberOrNone(8));
            Drafts = row.Small(9);
            HasAside = row.Number(10) != 0;
        }
    }
}
