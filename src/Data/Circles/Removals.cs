using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Reports;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Data.Circles;

/// <summary>What was removed on its day: how much, never whose or what.</summary>
/// <param name="Words">How many suspicions, opinions and worries.</param>
/// <param name="Tables">How many tables as a whole.</param>
public sealed record RemovalReport(int Words, int Tables);

/// <summary>
/// Removes on its day what was promised to go when a table ended (R115, R129): first suspicions, opinions and worries, later all that is left, together
/// with the key under which it was sealed, so that it is gone from every copy too. The trail keeps its lines, which hold no words, and its proof.
/// </summary>
public sealed class Removals
{
    // Drafts are sealed by who typed them, and go with the table all the same.
    private static readonly string[] TablesOfCircle = ["contributions", "sounds", "laid_aside", "hidden_addresses", "invitations", "drafts", "seats", "removals"];

    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly Keyring _keyring;
    private readonly TimeProvider _clock;
    private bool _isRepeated;

    internal Removals(Storage storage, Gate gate, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _keyring = keyring;
        _clock = clock;
    }

    /// <summary>Removes what is due. Safe to repeat, and beside another process that does the same.</summary>
    /// <param name="cancellation">Stops between two tables.</param>
    /// <exception cref="UnavailableException">Nothing can be kept at the moment; what is due stays due.</exception>
    public async Task<RemovalReport> RemoveDueAsync(CancellationToken cancellation)
    {
        if (!_isRepeated)
        {
            await RepeatAsync(cancellation);
            _isRepeated = true;
        }

        var now = _clock.GetUtcNow();
        var due = new List<Guid>();
        await _gate.ChangeAsync(
            null,
            null,
            writing => writing.ReadAsync("select circle from removals where due <= @now", row => due.Add(row.GetGuid(0)), ("now", Sheets.Ms(now))),
            () => []);
        var words = 0;
        var tables = 0;
        foreach (var id in due)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!_keyring.Has(id))
            {
                // Nobody can read when it ended; it must not keep the others from going on their day.
                continue;
            }

            var (circle, slips) = await ReadAsync(id, cancellation);
            if (circle?.Ending is not { NextRemoval: { } day } ending || Due(day) > Sheets.Ms(now))
            {
                continue;
            }

            if (ending.OpinionsGoneAt is null)
            {
                words += await RemoveWordsAsync(circle, slips, now);
            }
            else if (await RemoveTableAsync(id, now, isRepeated: false))
            {
                tables++;
            }
        }

        return new RemovalReport(words, tables);
    }

    /// <summary>From which moment something is to be removed: when that day has begun where people sit.</summary>
    internal static long Due(DateOnly day) =>
        Sheets.Ms(Netherlands.StartOf(day));

    private static bool IsOpinion(Contribution contribution) =>
        contribution is Worry or Consult or Report or Statement { Kind: StatementKind.Opinion or StatementKind.Suspicion };

    private async Task<(Circle? Circle, List<(long Number, Contribution Contribution)> Slips)> ReadAsync(Guid id, CancellationToken cancellation)
    {
        CircleRow? circle = null;
        var seats = new List<SeatRow>();
        var rows = new List<ContributionRow>();
        await _storage.AskAsync(
            id,
            null,
            [
                new Query(Questions.CircleSql, row => circle = Questions.CircleOf(row), ("circle", id)),
                new Query(Questions.SeatsSql, row => seats.Add(Questions.SeatOf(row)), ("circle", id)),
                new Query(Questions.OpinionsSql, row => rows.Add(Questions.ContributionOf(row, id)), ("circle", id), ("now", Sheets.Ms(_clock.GetUtcNow()))),
            ],
            cancellation);
        if (circle is null)
        {
            return (null, []);
        }

        using var opener = _keyring.OpenerOf(id);
        return (CircleMapping.From(circle, seats, opener), rows.ConvertAll(row => (row.Number, Sheets.From(row, opener))));
    }

    private async Task<int> RemoveWordsAsync(Circle circle, List<(long Number, Contribution Contribution)> slips, DateTimeOffset now)
    {
        var gone = slips.Where(slip => IsOpinion(slip.Contribution)).Select(slip => slip.Number).ToList();
        circle.OpinionsRemoved(now);
        var row = CircleMapping.RowOf(circle, _keyring);
        var removed = 0;
        await _gate.ChangeAsync(
            circle.Id.Value,
            null,
            async writing =>
            {
                // A host may have opened it again meanwhile: then nothing is to go.
                removed = 0;
                if (await writing.RunAsync(
                    "update circles set sheet = @sheet, version = version + 1 where id = @circle and version = @version",
                    ("sheet", row.Sheet), ("circle", circle.Id.Value), ("version", (long)circle.Version)) == 0)
                {
                    return;
                }

                foreach (var number in gone)
                {
                    removed += await writing.RunAsync(
                        "delete from contributions where circle = @circle and number = @number", ("circle", circle.Id.Value), ("number", number));
                }

                await writing.RunAsync(
                    "delete from sounds where circle = @circle and contribution not in (select id from contributions where circle = @circle)",
                    ("circle", circle.Id.Value));
                await writing.RunAsync(
                    "update removals set due = @due where circle = @circle", ("due", Due(circle.Ending!.NextRemoval!.Value)), ("circle", circle.Id.Value));
            },
            () => [LineOf(circle.Id.Value, Deed.OpinionsRemoved, now)]);
        return removed;
    }

    // The mark comes first and the key last: wherever it stops between, doing it again finishes it.
    private async Task<bool> RemoveTableAsync(Guid id, DateTimeOffset now, bool isRepeated)
    {
        _keyring.Mark(id);
        var removed = false;
        await _gate.ChangeAsync(
            id,
            null,
            async writing =>
            {
                removed = isRepeated || await writing.RunAsync(
                    "delete from removals where circle = @circle and due <= @now", ("circle", id), ("now", Sheets.Ms(now))) > 0;
                if (!removed)
                {
                    return;
                }

                foreach (var table in TablesOfCircle)
                {
                    await writing.RunAsync($"delete from {table} where circle = @circle", ("circle", id));
                }

                await writing.RunAsync("delete from circles where id = @circle", ("circle", id));
            },
            () => [LineOf(id, Deed.TableRemoved, now)]);
        if (removed)
        {
            _keyring.Destroy(id);
        }
        else
        {
            _keyring.Unmark(id);
        }

        return removed;
    }

    // A mark without its key was removed: where its rows stand, an older backup was put back, and they go again. A mark with its key was not removed, as the
    // program stopped between: where its rows stand too nothing went, and a host may have opened the table again meanwhile.
    private async Task RepeatAsync(CancellationToken cancellation)
    {
        foreach (var id in _keyring.Marked())
        {
            cancellation.ThrowIfCancellationRequested();
            var stands = false;
            await _storage.AskAsync(id, null, [new Query(Questions.CircleSql, _ => stands = true, ("circle", id))], cancellation);
            if (stands && _keyring.Has(id))
            {
                _keyring.Unmark(id);
            }
            else if (stands)
            {
                await RemoveTableAsync(id, _clock.GetUtcNow(), isRepeated: true);
            }
            else
            {
                _keyring.Destroy(id);
            }
        }
    }

    // Nobody does it: it was said when the table ended.
    private static TrailLine LineOf(Guid circle, Deed deed, DateTimeOffset at) =>
        new(at, Guid.Empty, circle, 0, deed, Permission.Keep, null, null, null, 0);
}
