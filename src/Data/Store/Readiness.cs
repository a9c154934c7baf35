using Keukentafel.Data.Trail;

namespace Keukentafel.Data.Store;

/// <summary>Whether anything can be kept now, and what this database is for.</summary>
public sealed class Readiness
{
    private readonly Storage _storage;
    private readonly Gate _gate;

    internal Readiness(Storage storage, Gate gate)
    {
        _storage = storage;
        _gate = gate;
    }

    /// <summary>Tries a write. A question alone would be answered on a full disk too.</summary>
    /// <exception cref="UnavailableException">Nothing can be kept.</exception>
    public Task TryAWriteAsync() => _gate.ChangeAsync(
        null,
        null,
        writing => writing.RunAsync(
            "insert into marks (name, value) values ('tried', @value) on conflict (name) do update set value = excluded.value",
            ("value", "yes")),
        () => []);

    /// <summary>What this database is for.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<DatabaseUse> UseAsync(CancellationToken cancellation)
    {
        var use = DatabaseUse.Unused;
        await _storage.AskAsync(
            null,
            null,
            [new Query("select value from marks where name = 'use'", row => use = Enum.Parse<DatabaseUse>(row.Text(0), ignoreCase: true))],
            cancellation);
        return use;
    }

    /// <summary>Says once what this database is for; it stays so.</summary>
    /// <param name="use">What for.</param>
    public Task MarkAsync(DatabaseUse use) => _gate.ChangeAsync(
        null,
        null,
        writing => writing.RunAsync(
            "insert into marks (name, value) values ('use', @value) on conflict (name) do nothing", ("value", Setup.Use(use))),
        () => []);
}
