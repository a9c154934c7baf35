using System.CommandLine;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Web.Demo;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Commands;

/// <summary>The commands of the program.</summary>
public static class CommandLine
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>All of them.</summary>
    public static RootCommand Root { get; } = new("Keukentafel: a family hosts a table.")
    {
        Serve(), BackupCommands.Migrate(), Demo(), AddPersonCommand.Make(), EndpointsCommand.Make(), TrailCommand.Make(), BackupCommands.Backup(),
        BackupCommands.Restore(), TidyCommand.Make(), ForgetKeysCommand.Make(), LeftOrganisationCommand.Make(), RemoveDueCommand.Make(),
        RepresentativeCommand.Make(), LocalTeamCommand.Make(), EditorCommand.Make(),
    };

    /// <summary>Where everything is, out of the environment.</summary>
    public static Places PlacesFromEnvironment() => new(
        Environment.GetEnvironmentVariable("KEUKENTAFEL_POSTGRES") is { Length: > 0 } postgres ? postgres : null,
        Environment.GetEnvironmentVariable("KEUKENTAFEL_DATA") is { Length: > 0 } data ? data : "data",
        Environment.GetEnvironmentVariable("KEUKENTAFEL_KEYS") is { Length: > 0 } keys ? keys : "keys");

    /// <summary>Fills an empty database with invented families, and marks it.</summary>
    /// <param name="places">Where.</param>
    /// <param name="stories">With which families; null for the invented ones that come along.</param>
    /// <returns>Whether it was empty.</returns>
    public static async Task<bool> FillAsync(Places places, IReadOnlyList<Story>? stories = null)
    {
        var clock = new StoryClock();
        await using var app = App.Build(places, demo: true, "http://localhost:0", builder =>
        {
            builder.Services.AddSingleton(clock);
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Services.AddScoped<RequestStory>();
            builder.Services.AddScoped<NearbyStory>();
            builder.Services.AddScoped<Filling>();
        });
        var readiness = app.Services.GetRequiredService<Readiness>();
        if (await readiness.UseAsync(CancellationToken.None) != DatabaseUse.Unused)
        {
            return false;
        }

        await readiness.MarkAsync(DatabaseUse.Demo);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Filling>().FillAsync(stories ?? Story.All, Days.Of(TimeProvider.System.GetUtcNow()));
        return true;
    }

    /// <summary>Does the work of a command; what is expected to go wrong is said in a sentence.</summary>
    /// <param name="otherwise">What the command answers then.</param>
    /// <param name="work">The work.</param>
    internal static async Task<int> TryAsync(int otherwise, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (failure is InUseException or BackupException or CannotCheckException or UnavailableException
            or IOException or UnauthorizedAccessException or ArgumentException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return otherwise;
        }
    }

    /// <summary>Does the work of a command that needs a database; when there is none, it is said how to make one.</summary>
    /// <param name="otherwise">What the command answers when it cannot be done.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="anyVersion">Whether it can be done in a database of an earlier version too.</param>
    internal static Task<int> InDatabaseAsync(
        int otherwise, Func<Places, Task<int>> work, CancellationToken cancellation, bool anyVersion = false) => TryAsync(otherwise, async () =>
    {
        var places = PlacesFromEnvironment();
        if (await Setup.IsMadeAsync(places, cancellation))
        {
            if (anyVersion || (await Setup.LacksAsync(places, cancellation)).Count == 0)
            {
                return await work(places);
            }

            await Console.Error.WriteLineAsync("The database is of an earlier version. Bring it to this one with the command migrate.");
            return otherwise;
        }

        await Console.Error.WriteLineAsync(places.Postgres is null
            ? $"There is no database in {Path.GetFullPath(places.DataFolder)}. Make it with the command migrate, or put a backup back with restore."
            : "There is no database of Keukentafel there. Make it with the command migrate, or put a backup back with restore.");
        return otherwise;
    });

    private static Command Serve()
    {
        var demo = new Option<bool>("--demo") { Description = "Serve invented families, on this machine only." };
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => DefaultUrl };
        var command = new Command("serve", "Serves the tables.") { demo, urls };
        command.SetAction((result, cancellation) => InDatabaseAsync(
            2, places => ServeAsync(places, result.GetValue(demo), result.GetValue(urls)!, cancellation), cancellation));
        return command;
    }

    private static async Task<int> ServeAsync(Places places, bool demo, string urls, CancellationToken cancellation)
    {
        if (demo && urls.Split(';').Any(url => !IsLoopback(url)))
        {
            await Console.Error.WriteLineAsync("The demo listens on this machine only: use localhost, 127.0.0.1 or [::1].");
            return 2;
        }

        await using var hold = await Hold.ToServeAsync(places, cancellation);
        if (await TrailChecks.FaultAtStartAsync(places, cancellation) is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return 2;
        }

        await using var app = App.Build(places, demo, urls);
        var use = await app.Services.GetRequiredService<Readiness>().UseAsync(cancellation);
        if (demo != (use == DatabaseUse.Demo) && !(use == DatabaseUse.Unused && !demo))
        {
            await Console.Error.WriteLineAsync(
                demo ? "This database is not filled with invented families." : "This database is full of invented families: serve it with --demo.");
            return 2;
        }

        if (use == DatabaseUse.Unused)
        {
            await app.Services.GetRequiredService<Readiness>().MarkAsync(DatabaseUse.Real);
        }

        await app.StartAsync(cancellation);
        await Console.Out.WriteLineAsync($"At the table: {urls}");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static Command Demo()
    {
        var command = new Command("demo", "Fills an empty database with invented families.");
        command.SetAction((_, cancellation) => InDatabaseAsync(1, async places =>
        {
            await using var hold = await Hold.ToWriteAsync(places, cancellation);
            var filled = await FillAsync(places);
            await Console.Out.WriteLineAsync(filled ? "The invented families sit at their tables." : "This database is in use already: nothing was added.");
            return 0;
        }, cancellation));
        return command;
    }
}
