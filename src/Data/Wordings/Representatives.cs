using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Wordings;

namespace Keukentafel.Data.Wordings;

/// <summary>Who decides about the words of the program (R134). The door knows nothing of it: it opens no table.</summary>
public sealed class Representatives
{
    private readonly Storage _storage;
    private readonly Gate _gate;

    internal Representatives(Storage storage, Gate gate)
    {
        _storage = storage;
        _gate = gate;
    }

    /// <summary>For whom somebody speaks; null for who is no representative.</summary>
    /// <param name="person">Who.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Representative?> FindAsync(PersonId person, CancellationToken cancellation)
    {
        Representative? found = null;
        await _storage.AskAsync(
            null,
            person.Value,
            [
                new Query(
                    "select kind from representatives where person = @person",
                    row => found = new Representative(person, (RepresentativeKind)row.Small(0)),
                    ("person", person.Value)),
            ],
            cancellation);
        return found;
    }

    /// <summary>Makes somebody a representative, or one of the others.</summary>
    /// <param name="representative">Who, and for whom.</param>
    public Task AddAsync(Representative representative) => _gate.ChangeAsync(
        null,
        representative.Person.Value,
        writing => writing.RunAsync(
            "insert into representatives (person, kind) values (@person, @kind) on conflict (person) do update set kind = excluded.kind",
            ("person", representative.Person.Value), ("kind", (int)representative.Kind)),
        () => []);

    /// <summary>Somebody is no representative any more. What they decided stays.</summary>
    /// <param name="person">Who.</param>
    /// <returns>Whether they were.</returns>
    public async Task<bool> RemoveAsync(PersonId person)
    {
        var removed = 0;
        await _gate.ChangeAsync(
            null,
            person.Value,
            async writing => removed = await writing.RunAsync("delete from representatives where person = @person", ("person", person.Value)),
            () => []);
        return removed > 0;
    }

    /// <summary>All of them, with the name they come in by.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<(string Name, RepresentativeKind Kind)>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<(string, RepresentativeKind)>();
        await _storage.AskAsync(
            null,
            null,
            [
                new Query(
                    "select p.user_name, r.kind from representatives r join people p on p.id = r.person order by r.kind, p.user_name",
                    row => all.Add((row.Text(0), (RepresentativeKind)row.Small(1)))),
            ],
            cancellation);
        return all;
    }
}
