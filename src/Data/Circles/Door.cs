using System.Security.Cryptography;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.People;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.OwnStories;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Circles;

/// <summary>
/// The one door to a circle's data: it decides, writes the trail, waits until that is on disk, and only then hands over (R6, R126).
/// </summary>
public sealed partial class Door
{
    /// <summary>How many contributions stand on one page.</summary>
    public const int PageLength = 60;

    /// <summary>How many views and differences stand on one page, besides the last few of everybody.</summary>
    public const int MostViews = PageLength;

    /// <summary>How many things one person may lay down at one table in 24 hours. Enough for anybody; nobody floods a table.</summary>
    public const int MostADay = 60;

    private const int MostAttempts = 8;

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;
    private readonly Finder _finder;
    private readonly Turns _turns = new();

    internal Door(Storage storage, Gate gate, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _clock = clock;
        _finder = new Finder(storage, clock);
    }

    /// <summary>Starts a table with the caller as its first host (R1).</summary>
    /// <param name="caller">Who.</param>
    /// <param name="start">Makes the circle at the moment that is given (UTC).</param>
    /// <param name="spent">The form in which it was asked; null for none.</param>
    /// <exception cref="RuleBrokenException">What was given is not enough.</exception>
    /// <exception cref="DoneBeforeException">This very form was done before.</exception>
    /// <exception cref="RefusedException">Who came in through their organisation starts no table of a family.</exception>
    public async Task<CircleId> StartAsync(Caller caller, Func<PersonId, DateTimeOffset, Circle> start, Spent? spent = null)
    {
        if (caller.OnlyAtWork)
        {
            throw new RefusedException();
        }

        var now = _clock.GetUtcNow();
        var circle = start(caller.Person, now);
        var rows = CircleMapping.RowOf(circle, _keyring);
        var seats = circle.AllSeats.Select(seat => CircleMapping.RowOf(circle, seat)).ToList();
        var print = spent is null ? null : _keyring.PrintOf(caller.Person.Value, spent.Form);
        await using var db = _storage.NewChange();
        db.Add(rows);
        db.AddRange(seats);
        await _gate.ChangeAsync(
            circle.Id.Value,
            caller.Person.Value,
            async writing =>
            {
                if (spent is not null)
                {
                    await Drafts.SpendAsync(writing, caller.Person, spent.Draft, print!, now);
                }

                await writing.SaveAsync(db);
            },
            () => [.. circle.Traces.Select(TrailLine.Of)]);
        return circle.Id;
    }

    /// <summary>The tables at which somebody sits. Only the caller's own; there is no other list (R9).</summary>
    /// <param name="caller">Who.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<TableCard>> TablesOfAsync(Caller caller, CancellationToken cancellation)
    {
        var (circles, seats) = await Finder.TablesOfAsync(_storage, caller.Person, cancellation);
        var news = new HashSet<Guid>();
        var now = _clock.GetUtcNow();
        foreach (var row in circles)
        {
            if (await News.AtAsync(_storage, caller, row, now, cancellation))
            {
                news.Add(row.Id);
            }
        }

        var cards = circles.ConvertAll(row =>
        {
            using var opener = _keyring.OpenerOf(row.Id);
            var circle = CircleMapping.From(row, seats[row.Id], opener);
            return circle.ComesIn(caller.Person, now) && caller.Reaches(circle) ? new TableCard(circle.Id, circle, circle.SeatOf(caller.Person)!, news.Contains(row.Id)) : null;
        });
        await _gate.WriteAsync(new TrailLine(
            now, caller.Person.Value, null, 0, Deed.Opened, Permission.Read, null, "my-tables", null, 0));
        return [.. cards.OfType<TableCard>().OrderBy(card => card.Circle.StartedAt)];
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
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await LookAsync(caller, id, look, cancellation);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                // Something on this page vanished while it was looked up: whoever took it back was told that it is gone.
            }
        }
    }

    /// <summary>
    /// Whether a talk looks otherwise than before, for who has it open. Nothing of it is handed over, so nobody is shown anything and the
    /// trail says nothing; who then looks passes <see cref="OpenAsync"/>. What this reader, or somebody present, may not read does not count.
    /// </summary>
    /// <param name="caller">Who.</param>
    /// <param name="id">Which table.</param>
    /// <param name="talk">Which talk.</param>
    /// <param name="isShared">Whether it is the screen on the table.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>A sign that is another one when something changed; it tells nothing else.</returns>
    /// <exception cref="RefusedException">No such talk for this person.</exception>
    public async Task<string> SignOfAsync(Caller caller, CircleId id, ContributionId talk, bool isShared, CancellationToken cancellation)
    {
        var look = isShared ? Look.AtTheTable(talk) : Look.Talk(talk);
        var found = await _finder.AskAsync(caller, id, look, Questions.QueriesOf(look), cancellation);
        var (circle, act, opener) = await AdmitAsync(caller, id, found, Permission.Read, _clock.GetUtcNow());
        using (opener)
        {
            var slips = found.Rows.ConvertAll(row => new Slip(row, Kinds.TypeOf(row.Kind), opener));
            if (!slips.Exists(slip => slip.Id == talk))
            {
                await RefuseAsync(caller, id, Permission.Read, act.At, talk.Value);
            }

            if (isShared)
            {
                await ShareAsync(caller, id, look, circle, act, slips);
            }

            return Sight.SignOf(slips);
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
    /// <param name="spent">The form in which it was asked, which is not done a second time; its draft goes in the same moment. Null for none.</param>
    /// <exception cref="RefusedException">No such table for this person, or not for this.</exception>
    /// <exception cref="RuleBrokenException">A rule says no.</exception>
    /// <exception cref="DoneBeforeException">This very form was done before.</exception>
    public Task<T> ChangeAsync<T>(
        Caller caller, CircleId id, Permission permission, Func<Visit, Task<T>> work, CancellationToken cancellation, Spent? spent = null) => _turns.TakeAsync(
        caller.Person,
        id,
        async () =>
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await TryAsync(caller, id, permission, work, spent, last: attempt == MostAttempts, cancellation);
                }
                catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
                {
                    // Somebody else was first, in another process or by a visit: look again and do it again.
                }
                catch (DbUpdateConcurrencyException)
                {
                    throw new RuleBrokenException(CommonRules.NotChangedMeanwhile);
                }
            }
        },
        cancellation);

    /// <summary>Lets somebody in for one thing and writes that down.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="id">Which table.</param>
    /// <param name="permission">For what.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RefusedException">No such table for this person, or not for this.</exception>
    public async Task<Visit> EnterAsync(Caller caller, CircleId id, Permission permission, CancellationToken cancellation)
    {
        var visit = await LetInAsync(caller, id, permission, null, cancellation);
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
                .Select(line => new ReadByGuest(Day(line.At), visit.Circle.SeatAt(new SeatNumber(line.Seat))))
                .Where(read => (read.Guest.IsGuest || read.Guest.IsAway) && read.Guest.Number != visit.Act.By.Number)
                .Distinct()
                .OrderByDescending(read => read.Day),
        ];
    }

    private static DateOnly Day(long at) => Netherlands.DayOf(Sheets.Moment(at));

    // Of what has pages of its own the table's page says only what waits: a question people decide on together, one's own words to be read back, and what
    // the family reads first.
    private static bool StandsOnTable(ContributionRow row, Seat reader) =>
        row.Kind is < (int)ContributionKind.View or (int)ContributionKind.Talk or (int)ContributionKind.Decision
        || (row.Seat == reader.Number.Value && ((SlipFlags)row.Flags).HasFlag(SlipFlags.WaitsToBeReadBack))
        || (row.Seat != reader.Number.Value && ((SlipFlags)row.Flags).HasFlag(SlipFlags.FamilyReadsFirst));

    private static Slip SlipOf(ContributionRow row, HashSet<Guid> aside, Circle circle, Seat reader, Opener opener)
    {
        var slip = new Slip(row, Kinds.TypeOf(row.Kind), opener) { Reader = reader };

        // A child's wish that was laid aside and is said again comes back in sight.
        slip.IsLaidAside = aside.Count > 0 && aside.Contains(row.Id) && slip.Contribution.MayBeLaidAsideBy(reader, circle);
        return slip;
    }

    private async Task<Sight> LookAsync(Caller caller, CircleId id, Look look, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        var found = await _finder.AskAsync(caller, id, look, Questions.QueriesOf(look), cancellation);
        var (circle, act, opener) = await AdmitAsync(caller, id, found, look.Permission, now);
        try
        {
            var isTable = look.IsTable;
            var hasOlder = isTable && found.Rows.Count > PageLength;
            ContributionId? older = hasOlder ? new ContributionId(found.Rows[PageLength - 1].Id) : null;
            if (isTable && (hasOlder || look.Older is not null))
            {
                await _finder.AskBeyondAsync(caller, id, look, found, cancellation);
            }

            if (look.OnlyViews && found.Rows.Count > MostViews)
            {
                older = new ContributionId(found.Rows[MostViews - 1].Id);
                await _finder.AskLastViewsAsync(caller, id, found, cancellation);
            }

            var slips = new List<Slip>(found.Rows.Count);
            foreach (var row in found.Rows.Where(row => !caller.IsShut(row)))
            {
                var slip = SlipOf(row, found.Aside, circle, act.By, opener);
                found.Spoken = found.Spoken.And(SeatSet.Of(slip.By)).And(new SeatSet(slip.Voices));
                if (!isTable || StandsOnTable(row, act.By))
                {
                    slips.Add(slip);
                }
            }

            if (look.Choose is not null)
            {
                slips = [.. look.Choose(slips, act.By)];
            }

            if (look.AsBooklet)
            {
                slips.RemoveAll(slip => !Booklet.Takes(circle, slip.Contribution, act.By));
            }

            if (look.AsStory is { } choice)
            {
                slips.ForEach(slip => slip.Story = OwnStory.PageOf(circle, act.By, slip.Contribution, choice));
                slips.RemoveAll(slip => slip.Story is null);
            }

            if (look.One is not null && !slips.Exists(slip => slip.Id == look.One))
            {
                await RefuseAsync(caller, id, look.Permission, now, look.One.Value.Value);
            }

            if (look.WithSentences && slips.Find(slip => slip.Id == look.One)?.Contribution is Reflection reflection)
            {
                var sentences = await _finder.SentencesAsync(caller, id, reflection.Sentences, act.By, opener, cancellation);
                slips.AddRange(sentences.Where(slip => slip.Contribution is Statement said && reflection.Shows(said, circle, act.By)));
            }

            IReadOnlyList<Seat> readers = look.IsShared ? await ShareAsync(caller, id, look, circle, act, slips) : [act.By];
            var sameVisit = look.IsShared || found.Visit.Session == caller.Session;
            var lastVisit = sameVisit ? found.Visit.Before ?? found.Visit.At : found.Visit.At;

            // Whoever sits before a shared screen is shown it: a line for each.
            var lines = readers.Select(reader => new TrailLine(
                now, caller.Person.Value, id.Value, reader.Number.Value, Deed.Opened, look.Permission, look.One?.Value, look.Part,
                Steps.Of(slips.Select(slip => slip.Number)), slips.Aggregate(0L, (bits, slip) => bits | slip.Voices))).ToList();
            if (sameVisit)
            {
                await _gate.WriteAsync(lines);
            }
            else
            {
                await _gate.ChangeAsync(id.Value, caller.Person.Value, writing => NoteVisitAsync(writing, caller, id, act.By, now), () => lines);
            }

            return new Sight(
                circle, act, slips, older, found.Spoken, lastVisit is { } at ? Sheets.Moment(at) : null, caller.ShutBefore is null ? found.Drafts : 0, found.Elsewhere, opener);
        }
        catch
        {
            opener.Dispose();
            throw;
        }
    }

    /// <summary>Leaves only what everybody present may read; gives who they are.</summary>
    private async Task<IReadOnlyList<Seat>> ShareAsync(Caller caller, CircleId id, Look look, Circle circle, Act act, List<Slip> slips)
    {
        if (slips.Find(slip => slip.Id == look.One)?.Contribution is not Talk { IsTakenBack: false, Course.Presences: [.., var last] } talk
            || !last.Seats.Has(act.By.Number))
        {
            await RefuseAsync(caller, id, Permission.Read, act.At, look.One?.Value);
            throw new RefusedException();
        }

        var readers = last.Seats.Seats().Select(circle.SeatAt).ToList();
        slips.RemoveAll(slip => slip.Id != talk.Id
            && (!talk.GoesOn || !slip.Contribution.MayBeReadByAll(talk.OnScreenSince(slip.At).Seats().Select(circle.SeatAt))));
        foreach (var reader in readers.Where(reader => !reader.Given.IsAll))
        {
            slips.ForEach(slip => slip.Contribution.LeaveOutFor(reader));
        }

        return readers;
    }

    private async Task<T> TryAsync<T>(
        Caller caller, CircleId id, Permission permission, Func<Visit, Task<T>> work, Spent? spent, bool last, CancellationToken cancellation)
    {
        await using var visit = await LetInAsync(caller, id, permission, spent, cancellation);
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
            if (failure is RuleBrokenException or RefusedException && await visit.WasDoneAsync())
            {
                throw new DoneBeforeException();
            }

            throw;
        }
    }

    private async Task<Visit> LetInAsync(Caller caller, CircleId id, Permission permission, Spent? spent, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        var found = await _finder.AskAsync(caller, id, null, [], cancellation);
        var (circle, act, opener) = await AdmitAsync(caller, id, found, permission, now);
        return new Visit(_finder, _storage, _gate, _keyring, caller, circle, act, opener, spent);
    }

    private async Task<(Circle Circle, Act Act, Opener Opener)> AdmitAsync(
        Caller caller, CircleId id, FoundTable found, Permission permission, DateTimeOffset now)
    {
        var remains = false;
        if (found.Circle is not null)
        {
            var opener = _keyring.OpenerOf(id.Value);
            try
            {
                var circle = CircleMapping.From(found.Circle, found.Seats, opener);
                var reaches = caller.Reaches(circle);
                if (reaches && circle.Admit(caller.Person, permission, now) is { } act)
                {
                    return (circle, act, opener);
                }

                remains = reaches && circle.EndedAt is not null && circle.Admit(caller.Person, Permission.Keep, now) is not null;
            }
            catch (CryptographicException)
            {
                opener.Dispose();
                throw;
            }

            opener.Dispose();
        }

        await WriteRefusalAsync(caller, id, permission, now, null);
        throw remains ? new TableEndedException(id) : new RefusedException();
    }

    private async Task RefuseAsync(Caller caller, CircleId id, Permission permission, DateTimeOffset now, Guid? subject)
    {
        await WriteRefusalAsync(caller, id, permission, now, subject);
        throw new RefusedException();
    }

    private Task<long> WriteRefusalAsync(Caller caller, CircleId id, Permission permission, DateTimeOffset now, Guid? subject) =>
        _gate.WriteAsync(new TrailLine(now, caller.Person.Value, id.Value, 0, Deed.Refused, permission, subject, null, null, 0));

    private static Task<int> NoteVisitAsync(Writing writing, Caller caller, CircleId id, Seat seat, DateTimeOffset now) => writing.RunAsync(
        "update seats set visit_before = visit_at, visit_at = @now, visit_session = @session where circle = @circle and number = @number",
        ("now", Sheets.Ms(now)),
        ("session", caller.Session),
        ("circle", id.Value),
        ("number", (long)seat.Number.Value));
}
