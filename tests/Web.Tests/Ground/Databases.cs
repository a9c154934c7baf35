using Keukentafel.Data.Store;
using Keukentafel.Web.Commands;

namespace Keukentafel.Web.Tests.Ground;

/// <summary>The databases that every test of a page runs on.</summary>
public enum Database
{
    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>A real PostgreSQL server.</summary>
    Postgres,
}

/// <summary>Makes databases for tests, filled once and copied then.</summary>
public static class Databases
{
    /// <summary>For a theory over both databases.</summary>
    public static TheoryData<Database> Both => [Database.Sqlite, Database.Postgres];

    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static Places? _filledSqlite;

    /// <summary>A database of its own, filled with the invented families.</summary>
    /// <param name="on">Of which kind.</param>
    public static async Task<(Places Places, Func<ValueTask> Clean)> FilledAsync(Database on)
    {
        if (on == Database.Postgres)
        {
            throw new NotSupportedException("not built yet");
        }

        var template = await FilledSqliteAsync();
        var places = NewFolder();
        Copy(template.DataFolder, places.DataFolder);
        Copy(template.KeysFolder, places.KeysFolder);
        return (places, () =>
        {
            Directory.Delete(Path.GetDirectoryName(places.DataFolder)!, recursive: true);
            return ValueTask.CompletedTask;
        }
        );
    }

    private static async Task<Places> FilledSqliteAsync()
    {
        await OneAtATime.WaitAsync();
        try
        {
            if (_filledSqlite is null)
            {
                var places = NewFolder();
                await Setup.MigrateAsync(places, CancellationToken.None);
                await CommandLine.FillAsync(places);
                _filledSqlite = places;
            }

            return _filledSqlite;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static Places NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("keukentafel-").FullName;
        return new Places(null, Path.Combine(folder, "data"), Path.Combine(folder, "keys"));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
