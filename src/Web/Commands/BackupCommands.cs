using System.CommandLine;
using System.Globalization;
using Keukentafel.Data.Store;

namespace Keukentafel.Web.Commands;

/// <summary>Keeping a copy of everything, and putting it back.</summary>
public static class BackupCommands
{
    /// <summary>Makes the command that makes a backup, also while the tables are served.</summary>
    public static Command Backup()
    {
        var file = new Argument<FileInfo>("file") { Description = "Where the backup comes. Nothing may be there yet." };
        var command = new Command("backup", "Copies all tables to one file, also while serving. The keys are not in it: keep those apart.") { file };
        command.SetAction((result, cancellation) => CommandLine.InDatabaseAsync(1, async places =>
        {
            await MakeAsync(places, result.GetValue(file)!.FullName, cancellation);
            return 0;
        }, cancellation, anyVersion: true));
        return command;
    }

    /// <summary>Makes the command that puts a backup back.</summary>
    public static Command Restore()
    {
        var file = new Argument<FileInfo>("file") { Description = "The backup." };
        var command = new Command("restore", "Puts a backup back, and notes in the trail what is missing since. Not while serving.") { file };
        command.SetAction((result, cancellation) => CommandLine.TryAsync(1, () => RestoreAsync(result.GetValue(file)!.FullName, cancellation)));
        return command;
    }

    /// <summary>Makes the command that brings the database to this version, after a backup.</summary>
    public static Command Migrate()
    {
        var command = new Command("migrate", "Makes the database, or brings it to this version; then a backup is made first.");
        command.SetAction((_, cancellation) => CommandLine.TryAsync(1, () => MigrateAsync(cancellation)));
        return command;
    }

    private static async Task<int> RestoreAsync(string file, CancellationToken cancellation)
    {
        var places = CommandLine.PlacesFromEnvironment();
        await using var alone = await Hold.AloneAsync(places, cancellation);
        var restored = await Data.Store.Restore.FromAsync(places, file, TimeProvider.System, cancellation);
        await Console.Out.WriteLineAsync(restored.Sentence);
        if (restored.KeptBeside is { } beside)
        {
            await Console.Out.WriteLineAsync($"What stood here before is kept as {beside}. Remove it when you are sure.");
        }

        await Console.Out.WriteLineAsync("Everybody has to sign in again.");
        return 0;
    }

    private static async Task<int> MigrateAsync(CancellationToken cancellation)
    {
        var places = CommandLine.PlacesFromEnvironment();

        // On PostgreSQL the old version may go on serving meanwhile; a file has one writer.
        await using var hold = places.Postgres is null ? await Hold.AloneAsync(places, cancellation) : await Hold.ToWriteAsync(places, cancellation);
        if (await Setup.LacksAsync(places, cancellation) is { Count: > 0 } lacking)
        {
            var name = $"before-{lacking[0]}{TimeProvider.System.GetUtcNow().ToString("-yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.backup";
            await MakeAsync(places, Path.Combine(places.DataFolder, name), cancellation);
        }

        await Setup.MigrateAsync(places, cancellation);
        await Console.Out.WriteLineAsync("The database is ready.");
        return 0;
    }

    private static async Task MakeAsync(Places places, string file, CancellationToken cancellation)
    {
        var made = await Data.Store.Backup.MakeAsync(places, file, TimeProvider.System, cancellation);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"The backup is {file}: {made.Counts["circles"]} tables, {made.Counts["contributions"]} things on them, {made.Counts["trail"]} lines of trail."));
    }
}
