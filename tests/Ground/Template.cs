using Keukentafel.Data.Store;

namespace Keukentafel.Tests.Ground;

/// <summary>A database of which the test that asked for it is the only user; gone when disposed.</summary>
public sealed class OwnDatabase : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string? _onServer;

    internal OwnDatabase(Places places, string folder, string? onServer)
    {
        Places = places;
        _folder = folder;
        _onServer = onServer;
    }

    /// <summary>Where its data and keys are.</summary>
    public Places Places { get; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_onServer is not null)
        {
            await (await PostgresServer.GetAsync()).DropAsync(_onServer);
        }

        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A database that is filled once in a run; each test gets a copy.</summary>
/// <param name="fill">Fills a migrated database.</param>
public sealed class Template(Func<Places, Task>? fill = null)
{
    // PostgreSQL copies a database only while nobody else does, and a machine with two cores makes one at a time best.
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private readonly Dictionary<Database, (Places Places, string? OnServer)> _made = [];

    /// <summary>A database of its own, as far as the template was filled.</summary>
    /// <param name="on">Of which kind.</param>
    public async Task<OwnDatabase> CopyAsync(Database on)
    {
        await OneAtATime.WaitAsync();
        try
        {
            if (!_made.TryGetValue(on, out var made))
            {
                made = await MakeAsync(on);
                _made[on] = made;
            }

            return await CopyAsync(on, made.Places, made.OnServer);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>A folder with nothing in it: not even migrated.</summary>
    /// <param name="on">Of which kind.</param>
    public static async Task<OwnDatabase> NothingAsync(Database on)
    {
        var folder = Directory.CreateTempSubdirectory("keukentafel-").FullName;
        var onServer = on == Database.Postgres ? await (await PostgresServer.GetAsync()).CreateAsync() : null;
        return new OwnDatabase(await PlacesInAsync(folder, onServer), folder, onServer);
    }

    private async Task<(Places Places, string? OnServer)> MakeAsync(Database on)
    {
        var folder = Directory.CreateTempSubdirectory("keukentafel-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var onServer = on == Database.Postgres ? await (await PostgresServer.GetAsync()).CreateAsync() : null;
        var places = await PlacesInAsync(folder, onServer);
        await Setup.MigrateAsync(places, CancellationToken.None);
        if (fill is not null)
        {
            await fill(places);
        }

        return (places, onServer);
    }

    private static async Task<OwnDatabase> CopyAsync(Database on, Places from, string? template)
    {
        var folder = Directory.CreateTempSubdirectory("keukentafel-").FullName;
        string? onServer = null;
        if (on == Database.Postgres)
        {
            onServer = await (await PostgresServer.GetAsync()).CreateAsync(template);
        }
        else
        {
            CopyFolder(from.DataFolder, Path.Combine(folder, "data"));
        }

        CopyFolder(from.KeysFolder, Path.Combine(folder, "keys"));
        return new OwnDatabase(await PlacesInAsync(folder, onServer), folder, onServer);
    }

    private static async Task<Places> PlacesInAsync(string folder, string? onServer)
    {
        var connection = onServer is null ? null : (await PostgresServer.GetAsync()).To(onServer);
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        return new Places(connection, data, Path.Combine(folder, "keys"));
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
