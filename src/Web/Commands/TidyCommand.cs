using System.CommandLine;
using Keukentafel.Data.Store;

namespace Keukentafel.Web.Commands;

/// <summary>Lays what belongs to one table together on disk again, on PostgreSQL.</summary>
public static class TidyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command(
            "tidy", "Lays the rows of each table together on disk again (PostgreSQL; SQLite keeps them together itself). For a quiet hour: who opens a table meanwhile waits.");
        command.SetAction((_, cancellation) => CommandLine.InDatabaseAsync(1, async places =>
        {
            await Setup.TidyAsync(places, cancellation);
            await Console.Out.WriteLineAsync(
                places.Postgres is null ? "Nothing to do: SQLite keeps the rows of a table together itself." : "The rows of each table lie together.");
            return 0;
        }, cancellation, anyVersion: true));
        return command;
    }
}
