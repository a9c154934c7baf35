using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Nearby;

namespace Keukentafel.Data.Nearby;

/// <summary>Who writes what everybody reads about a place. The door knows nothing of it: it opens no table.</summary>
public sealed class Editors
{
    private readonly Storage _storage;
    private readonly Gate _gate;
    private readonly TimeProvider _clock;

    internal Editors(Storage storage, Gate gate, TimeProvider clock)
    {
        _storage = storage;
        _gate = gate;
        _clock = clock;
    }

    /// <summary>Somebody as an editor; null for who is none.</summary>
    /// <param name="person">Who.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Editor?> FindAsync(PersonId person, CancellationToken cancellation)
    {
        Editor? found = null;
        await _storage.AskAsync(
            null,
            person.Value,
            [new Query("select 1 from editors where person = @person", _ => found = new Editor(person), ("person", person.Value))],
            cancellation);
        return found;
    }

    /// <summary>Somebody is an editor from now on.</summary>
    /// <param name="editor">Who.</param>
    public async Task AddAsync(Editor editor)
    {
        var added = 0;
        await _gate.ChangeAsync(
            null,
            editor.Person.Value,
            async writing => added = await writing.RunAsync(
                "insert into editors (person) values (@person) on conflict (person) do nothing", ("person", editor.Person.Value)),
            () => added > 0 ? [TrailLine.OfNoTable(_clock.GetUtcNow(), editor.Person, Deed.EditorJoined, Permission.Keep, null)] : []);
    }

    /// <summary>Somebody is an editor no more. What they wrote stays.</summary>
    /// <param name="person">Who.</param>
    /// <returns>Whether they were.</returns>
    public async Task<bool> RemoveAsync(PersonId person)
    {
        var removed = 0;
        await _gate.ChangeAsync(
            null,
            person.Value,
            async writing => removed = await writing.RunAsync("delete from editors where person = @person", ("person", person.Value)),
            () => removed > 0 ? [TrailLine.OfNoTable(_clock.GetUtcNow(), person, Deed.EditorLeft, Permission.Keep, null)] : []);
        return removed > 0;
    }

    /// <summary>All of them, by the name they come in with.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellation)
    {
        var names = new List<string>();
        await _storage.AskAsync(
            null,
            null,
            [new Query("select p.user_name from editors e join people p on p.id = e.person order by p.user_name", row => names.Add(row.Text(0)))],
            cancellation);
        return names;
    }
}
