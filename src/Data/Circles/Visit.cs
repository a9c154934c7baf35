using Keukentafel.Data.Mapping;
using Keukentafel.Data.People;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Views;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Circles;

/// <summary>Somebody who was let in to do one thing. What is changed is kept by <see cref="SaveAsync"/>, with its lines in the trail.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly Finder _finder;
    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly Caller _caller;
    private readonly Opener _opener;
    private readonly Dictionary<ContributionId, (long Number, Contribution Contribution)> _found = [];
    private readonly List<Contribution> _laid = [];
    private readonly Dictionary<ContributionId, byte[]> _sounds = [];
    private readonly HashSet<ContributionId> _vanished = [];
    private AddressVault? _vault;
    private readonly List<(ContributionId Id, bool Aside)> _aside = [];
    private readonly HashSet<SeatId> _seatsBefore;
    private readonly HashSet<InvitationId> _waitedBefore;
    private readonly HashSet<PersonId> _professionalsBefore;
    private readonly DateOnly? _removalBefore;
    private readonly bool _hadEnded;
    private readonly Spent? _spent;
    private bool _isWritten;
    private bool _onlyLooks;

    internal Visit(
        Finder finder, Storage storage, Gate gate, Keyring keyring, Caller caller, Circle circle, Act act, Opener opener, Spent? spent)
    {
        _finder = finder;
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _caller = caller;
        _opener = opener;
        _spent = spent;
        Circle = circle;
        Act = act;
        _seatsBefore = [.. circle.AllSeats.Select(seat => seat.Id)];
        _waitedBefore = Waiting();
        _professionalsBefore = [.. Professionals()];
        _removalBefore = circle.Ending?.NextRemoval;
        _hadEnded = circle.EndedAt is not null;
    }

    /// <summary>The table.</summary>
    public Circle Circle { get; }

    /// <summary>The proof, for every change.</summary>
    public Act Act { get; }

    /// <summary>The seat of who is here.</summary>
    public Seat Me => Act.By;

    /// <summary>A contribution that this person may read.</summary>
    /// <typeparam name="T">What it must be.</typeparam>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RefusedException">There is none for this person, or it is something else.</exception>
    public async Task<T> FindAsync<T>(ContributionId id, CancellationToken cancellation)
        where T : Contribution
    {
        if (await FindIfReadableAsync<T>(id, cancellation) is { } wanted)
        {
            return wanted;
        }

        await EnterAsync();
        await _gate.WriteAsync(new TrailLine(
            Act.At, _caller.Person.Value, Circle.Id.Value, Me.Number.Value, Deed.Refused, Act.Permission, id.Value, null, null, 0));
        throw new RefusedException();
    }

    /// <summary>What hangs under a contribution and this person may read, the oldest first.</summary>
    /// <typeparam name="T">What it must be; what is something else is left out.</typeparam>
    /// <param name="under">Under what.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<T>> UnderAsync<T>(ContributionId under, CancellationToken cancellation)
        where T : Contribution
    {
        var hanging = new List<T>();
        foreach (var (row, contribution) in await _finder.UnderAsync(_caller, Circle.Id, under, _opener, cancellation))
        {
            if (!_found.TryGetValue(contribution.Id, out var known))
            {
                LeaveOut(contribution);
                known = (row.Number, contribution);
                _found[contribution.Id] = known;
            }

            if (known.Contribution is T wanted)
            {
                hanging.Add(wanted);
            }
        }

        return hanging;
    }

    /// <summary>A contribution that this person may read; null when there is none for this person, or it is something else.</summary>
    /// <typeparam name="T">What it must be.</typeparam>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<T?> FindIfReadableAsync<T>(ContributionId id, CancellationToken cancellation)
        where T : Contribution
    {
        if (_found.TryGetValue(id, out var known))
        {
            return known.Contribution as T;
        }

        if (await _finder.FindAsync(_caller, Circle.Id, id, _opener, cancellation) is not { } found || found.Contribution is not T wanted)
        {
            return null;
        }

        LeaveOut(wanted);
        _found[id] = (found.Row.Number, wanted);
        return wanted;
    }

    /// <summary>Finds a contribution in order to show it on the page from which something is done; writes that it was shown.</summary>
    /// <typeparam name="T">What it must be.</typeparam>
    /// <param name="id">Which.</param>
    /// <param name="part">The part of the page.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RefusedException">There is none for this person, or it is something else.</exception>
    public async Task<T> ShowAsync<T>(ContributionId id, string part, CancellationToken cancellation)
        where T : Contribution
    {
        var wanted = await FindAsync<T>(id, cancellation);
        await EnterAsync();
        var row = Sheets.RowOf(wanted, _keyring);
        try
        {
            await _gate.WriteAsync(new TrailLine(
                Act.At, _caller.Person.Value, Circle.Id.Value, Me.Number.Value, Deed.Opened, Act.Permission, id.Value, part,
                Steps.Of([_found[id].Number]), row.Voices));
        }
        catch (DbUpdateConcurrencyException)
        {
            // It vanished just now.
            throw new RefusedException();
        }

        return wanted;
    }

    /// <summary>The own vault, to keep a hidden address in or take it away.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<AddressVault> VaultAsync(CancellationToken cancellation)
    {
        HiddenAddressRow? kept = null;
        await _storage.AskAsync(
            Circle.Id.Value,
            _caller.Person.Value,
            [
                new Query(
                    "select readers, mark, sheet from hidden_addresses where circle = @circle and seat = @seat",
                    row => kept = new HiddenAddressRow { Seat = Me.Number.Value, Readers = row.Number(0), Mark = row.Id(1), Sheet = row.Bytes(2) },
                    ("circle", Circle.Id.Value), ("seat", (long)Me.Number.Value)),
            ],
            cancellation);
        return _vault = new AddressVault(Circle.Id, Me.Number, kept is null ? null : AddressSheet.Read(kept, _opener.Open(kept.Sheet)));
    }

    /// <summary>Keeps something new, when it is saved and not too much was laid down that day (<see cref="CommonRules.NotTooMuch"/>).</summary>
    /// <param name="contribution">What was laid down.</param>
    /// <param name="sound">What was said aloud with it; null for nothing.</param>
    /// <exception cref="ArgumentException">The thing says otherwise of its sound.</exception>
    public void Lay(Contribution contribution, Sound? sound = null)
    {
        if (contribution.Pictured?.Spoken != sound?.Spoken)
        {
            throw new ArgumentException("What was said aloud is laid down with its sound, and a sound with nothing else.", nameof(sound));
        }

        _laid.Add(contribution);
        if (sound is not null)
        {
            _sounds[contribution.Id] = _keyring.Seal(Circle.Id.Value, sound.Bytes.Span);
        }
    }

    /// <summary>Removes what vanishes completely.</summary>
    /// <param name="contribution">What was found here and taken back.</param>
    public void Vanish(Contribution contribution) => _vanished.Add(contribution.Id);

    /// <summary>Lays something aside for this reader alone, or takes it up again. Nobody else can tell.</summary>
    /// <param name="contribution">What was found here.</param>
    /// <param name="aside">Whether it is laid aside.</param>
    public void LayAside(Contribution contribution, bool aside) => _aside.Add((contribution.Id, aside));

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _opener.Dispose();
        return ValueTask.CompletedTask;
    }

    private TrailLine Entry => new(
        Act.At, _caller.Person.Value, Circle.Id.Value, Me.Number.Value, Deed.Entered, Act.Permission, null, null, null, 0);

    /// <summary>Who was let in.</summary>
    internal Caller Caller => _caller;

    /// <summary>Somebody who comes in for the first time, kept together with the seat they take.</summary>
    internal Person? Newcomer { get; init; }

    /// <summary>Through which organisation they will come in; null for another way.</summary>
    internal OrganisationKeyRow? Through { get; init; }

    private HashSet<InvitationId> Waiting() => [.. Circle.Invitations.Where(one => one.Waits).Select(one => one.Id)];

    // Where somebody only looks, what a professional is not given is left out; where something is changed and kept, it is whole.
    private void LeaveOut(Contribution contribution)
    {
        if (_onlyLooks)
        {
            contribution.LeaveOutFor(Me);
        }
    }

    /// <summary>This visit, to look and change nothing, once it is written that this person came in; when that fails, nothing of it is left.</summary>
    internal async Task<Visit> EnteredAsync()
    {
        _onlyLooks = true;
        try
        {
            await EnterAsync();
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the form of this visit was done before.</summary>
    internal async Task<bool> WasDoneAsync() => _spent is not null && await Drafts.WasDoneAsync(_storage, _caller.Person, _spent, _keyring);

    /// <summary>Writes that this person came in, when that is not written yet.</summary>
    internal async Task EnterAsync()
    {
        if (!_isWritten)
        {
            await _gate.WriteAsync(Entry);
            _isWritten = true;
        }
    }

    /// <summary>Keeps all that was changed, with its lines, or nothing.</summary>
    internal async Task SaveAsync()
    {
        await FollowViewsAsync();
        var changed = _found.Values.Where(found => found.Contribution.Traces.Count > 0).ToList();
        List<TrailLine> before = [.. _isWritten ? Array.Empty<TrailLine>() : [Entry], .. Circle.Traces.Select(TrailLine.Of)];
        List<TrailLine> lines =
        [
            .. before,
            .. _laid.SelectMany(laid => laid.Traces).Select(TrailLine.Of),
            .. changed.SelectMany(found => found.Contribution.Traces).Select(TrailLine.Of),
            .. _vault?.Traces.Select(TrailLine.Of) ?? [],
        ];
        if (lines.TrueForAll(line => line.Deed == Deed.Entered) && _aside.Count == 0 && _spent is null)
        {
            await EnterAsync();
            return;
        }

        await using var db = _storage.NewChange();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var newRows = _laid.ConvertAll(laid => Sheets.RowOf(laid, _keyring));
        Stage(db, changed);
        var print = _spent is null ? null : _keyring.PrintOf(_caller.Person.Value, _spent.Form);
        await _gate.ChangeAsync(
            Circle.Id.Value,
            _caller.Person.Value,
            async writing =>
            {
                if (_spent is not null)
                {
                    await Drafts.SpendAsync(writing, _caller.Person, _spent.Draft, print!, Act.At);
                }

                await StillHoldsAsync(writing);

                // The number is the trail's, known only in turn at the gate.
                for (var i = 0; i < newRows.Count; i++)
                {
                    newRows[i].Number = writing.Number + before.Count + i;
                    db.Add(newRows[i]);
                }

                await writing.SaveAsync(db);
                await KeepCodesAsync(writing);
                await KeepProfessionalsAsync(writing);
                await KeepBackAsync(writing);
                await KeepRemovalAsync(writing);
                await KeepSoundsAsync(writing, changed.Select(found => found.Contribution));
                await KeepOwnAsync(writing);
                await KeepVaultAsync(writing);
            },
            () => lines,
            [.. _found.Values.Where(found => _vanished.Contains(found.Contribution.Id)).Select(found => found.Number)]);
        _isWritten = true;
    }

    /// <summary>What must hold at the very moment of keeping is asked in turn at the gate, where nobody else comes between.</summary>
    private async Task StillHoldsAsync(Writing writing)
    {
        // Own words count for whose they are, and what is written down for another for who writes it: nobody floods a table with somebody else's mug, nor
        // crowds out by it what others write down for them (T20); and who says that it is not safe is heard beyond any pace.
        foreach (var own in _laid.GroupBy(contribution => (By: contribution.WrittenBy ?? contribution.By, ForOther: contribution.WrittenBy is { } writer && writer != contribution.By)))
        {
            // Sent a hundred times at once, each of them came in before the others were kept.
            var laid = 0L;
            await writing.ReadAsync(
                own.Key.ForOther ? Questions.WrittenTodaySql : Questions.LaidTodaySql,
                row => laid = row.GetInt64(0),
                ("circle", Circle.Id.Value),
                ("seat", (long)own.Key.By.Value),
                ("since", Sheets.Ms(Act.At.AddDays(-1))));
            if (laid + own.Count() > (own.Any(contribution => contribution is NotSafe) ? Door.MostADay * 2 : Door.MostADay))
            {
                throw new RuleBrokenException(CommonRules.NotTooMuch);
            }
        }
    }

    /// <summary>What somebody no longer shows goes, in the same moment, out of the differences that quote it.</summary>
    private async Task FollowViewsAsync()
    {
        var views = _found.Values.Select(found => found.Contribution).OfType<View>().Where(view => view.Traces.Count > 0).ToList();
        if (views.Count == 0)
        {
            return;
        }

        foreach (var (number, difference) in await _finder.DifferencesAsync(_caller, Circle.Id, _opener))
        {
            foreach (var view in views)
            {
                if (difference.Follow(view, Circle, Act))
                {
                    _found[difference.Id] = (number, difference);
                }
            }
        }
    }

    /// <summary>What is this person's alone: what is laid aside. What vanishes lies aside with nobody any more.</summary>
    private async Task KeepOwnAsync(Writing writing)
    {
        foreach (var id in _vanished)
        {
            await writing.RunAsync(
                "delete from laid_aside where circle = @circle and contribution = @id", ("circle", Circle.Id.Value), ("id", id.Value));
        }

        foreach (var (id, aside) in _aside)
        {
            await writing.RunAsync(
                aside
                    ? "insert into laid_aside (circle, seat, contribution) values (@circle, @seat, @id) on conflict do nothing"
                    : "delete from laid_aside where circle = @circle and seat = @seat and contribution = @id",
                ("circle", Circle.Id.Value),
                ("seat", (long)Me.Number.Value),
                ("id", id.Value));
        }
    }

    /// <summary>A sound comes with its thing, and goes when that was taken back.</summary>
    private async Task KeepSoundsAsync(Writing writing, IEnumerable<Contribution> changed)
    {
        foreach (var (id, sheet) in _sounds)
        {
            await writing.RunAsync(
                "insert into sounds (circle, contribution, sheet) values (@circle, @id, @sheet)",
                ("circle", Circle.Id.Value), ("id", id.Value), ("sheet", sheet));
        }

        foreach (var back in changed.Where(thing => thing.IsTakenBack && thing.Pictured is null))
        {
            await writing.RunAsync("delete from sounds where circle = @circle and contribution = @id", ("circle", Circle.Id.Value), ("id", back.Id.Value));
        }
    }

    private async Task KeepVaultAsync(Writing writing)
    {
        if (_vault is not { Traces.Count: > 0 } vault)
        {
            return;
        }

        (string, object) circle = ("circle", Circle.Id.Value);
        (string, object) seat = ("seat", (long)Me.Number.Value);
        (string, object) found = ("found", vault.Found ?? Guid.Empty);
        var rows = vault.Kept is not { } kept
            ? await writing.RunAsync("delete from hidden_addresses where circle = @circle and seat = @seat and mark = @found", circle, seat, found)
            : await writing.RunAsync(
                vault.Found is null
                    ? "insert into hidden_addresses (circle, seat, readers, mark, sheet) values (@circle, @seat, @readers, @mark, @sheet) on conflict do nothing"
                    : "update hidden_addresses set readers = @readers, mark = @mark, sheet = @sheet where circle = @circle and seat = @seat and mark = @found",
                circle, seat, ("readers", kept.Readers.Bits), ("mark", kept.Mark), ("sheet", _keyring.Seal(Circle.Id.Value, AddressSheet.Write(kept))),
                found);
        if (rows == 0)
        {
            // On another device it was changed at the same moment.
            throw new DbUpdateConcurrencyException();
        }
    }

    /// <summary>The codes that lead somewhere are those of invitations that wait. One that was too old may be forgotten already.</summary>
    private async Task KeepCodesAsync(Writing writing)
    {
        var waiting = Waiting();
        foreach (var ended in _waitedBefore.Except(waiting))
        {
            await writing.RunAsync(
                "delete from invitations where print = @print",
                ("print", InvitationCode.PrintOf(InvitationCode.Of(Circle.Id, ended, _keyring), _keyring)));
        }

        foreach (var made in Circle.Invitations.Where(one => one.Waits && !_waitedBefore.Contains(one.Id)))
        {
            await writing.RunAsync(
                "insert into invitations (print, circle, id, until) values (@print, @circle, @id, @until)",
                ("print", InvitationCode.PrintOf(InvitationCode.Of(Circle.Id, made.Id, _keyring), _keyring)),
                ("circle", Circle.Id.Value),
                ("id", made.Id.Value),
                ("until", Sheets.Ms(made.Until)));
        }
    }

    /// <summary>
    /// Whoever is asked again comes in no more when a table ends, so what is kept back on that day stays so (R127, T22; decision 45). Who ends it may not
    /// read it, so nothing of it is opened here.
    /// </summary>
    private async Task KeepBackAsync(Writing writing)
    {
        if (Circle.EndedAt is { } ended && !_hadEnded)
        {
            await writing.RunAsync(
                "update contributions set kept_after = kept_from where circle = @circle and kept_until > @ended",
                ("circle", Circle.Id.Value), ("ended", Sheets.Ms(ended)));
        }
    }

    /// <summary>What is to be removed of a table that ended is found by its day; of one that goes on nothing is.</summary>
    private async Task KeepRemovalAsync(Writing writing)
    {
        if (Circle.Ending?.NextRemoval == _removalBefore)
        {
            return;
        }

        await writing.RunAsync("delete from removals where circle = @circle", ("circle", Circle.Id.Value));
        if (Circle.Ending?.NextRemoval is { } day)
        {
            await writing.RunAsync(
                "insert into removals (circle, due) values (@circle, @due)", ("circle", Circle.Id.Value), ("due", Removals.Due(day)));
        }
    }

    /// <summary>Whoever sits down as a guest, or looks along with one, works with families: a password alone lets them in no more (R2).</summary>
    private async Task KeepProfessionalsAsync(Writing writing)
    {
        foreach (var person in Professionals().Except(_professionalsBefore))
        {
            await writing.RunAsync("update people set is_professional = @yes where id = @id", ("yes", true), ("id", person.Value));
        }
    }

    private IEnumerable<PersonId> Professionals() =>
        Circle.AllSeats.Where(seat => (seat.IsGuest || seat.IsAway) && seat.Person is not null).Select(seat => seat.Person!.Value);

    private void Stage(AppDb db, List<(long Number, Contribution Contribution)> changed)
    {
        foreach (var (number, contribution) in changed)
        {
            var row = Sheets.RowOf(contribution, _keyring);
            row.Number = number;
            if (_vanished.Contains(contribution.Id))
            {
                db.Remove(row);
                continue;
            }

            db.Update(row);
            db.Entry(row).Property(r => r.Version).OriginalValue = contribution.Version;
            row.Version = contribution.Version + 1;

            // Another choice of readers is no change to who stays a reader: no page and no sign moves by it (T22).
            db.Entry(row).Property(r => r.ChangedAt).IsModified = !contribution.Traces.All(trace => trace.Deed == Deed.AudienceChanged);

            // What stays kept since a table ended, stays so until something is said of that itself (decision 45).
            db.Entry(row).Property(r => r.KeptAfter).IsModified = contribution.Traces.Any(trace => Statement.ChangesWhatIsKept(trace.Deed));
        }

        if (Newcomer is not null)
        {
            db.Add(Newcomer);
            if (Through is not null)
            {
                db.Add(Through);
            }
        }

        if (Circle.Traces.Count > 0)
        {
            var row = CircleMapping.RowOf(Circle, _keyring);
            db.Update(row);
            db.Entry(row).Property(r => r.Version).OriginalValue = Circle.Version;
            row.Version = Circle.Version + 1;
            foreach (var seat in Circle.AllSeats)
            {
                var seatRow = CircleMapping.RowOf(Circle, seat);
                if (_seatsBefore.Contains(seat.Id))
                {
                    var entry = db.Attach(seatRow);
                    entry.Property(s => s.Mug).IsModified = true;
                    entry.Property(s => s.Person).IsModified = true;
                    entry.Property(s => s.GivenNot).IsModified = true;
                    entry.Property(s => s.GivenNew).IsModified = true;
                    entry.Property(s => s.GivenSince).IsModified = true;
                    entry.Property(s => s.GivenOld).IsModified = true;
                    entry.Property(s => s.GivenLonger).IsModified = true;
                }
                else
                {
                    db.Add(seatRow);
                }
            }
        }
    }
}
