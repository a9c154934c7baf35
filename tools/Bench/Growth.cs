using System.Diagnostics;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Tests.Ground;
using Npgsql;

namespace Keukentafel.Bench;

/// <summary>
/// How reading changes when there is more: many circles written in the order of life, all of them in turn, and one circle with very many
/// things. The rows are copies of one real circle's, each sealed under its own circle's key.
/// </summary>
internal static class Growth
{
    private const int Things = 60;

    public static async Task RunAsync(Database on, bool national)
    {
        var name = on.ToString().ToLowerInvariant();
        if (national)
        {
            var clock = Stopwatch.StartNew();
            var measured = await ManyAsync(on, 130_000);
            Console.WriteLine($"growth national {name}: 130,000 circles written and read in {clock.Elapsed.TotalMinutes:F0} minutes, {measured.Gigabytes:F1} GB");
            Tell($"growth national {name}", measured, await ManyAsync(on, 130));
            return;
        }

        Tell($"growth circles 130 to 10,000 {name}", await ManyAsync(on, 10_000), await ManyAsync(on, 130));
        Tell($"growth one circle 60 to 2,000 {name}", await OneAsync(on, 2_000), await OneAsync(on, Things));
    }

    private static void Tell(string name, (double P50, double P99, double Gigabytes) large, (double P50, double P99, double Gigabytes) small)
    {
        Report.Line(name + " median", large.P50, small.P50, "ms, large for small (less is better)", 1.25);
        Report.Line(name + " p99", large.P99, small.P99, "ms, large for small (less is better)", 1.5);
    }

    private static Task<(double P50, double P99, double Gigabytes)> ManyAsync(Database on, int circles) => MeasureAsync(on, circles, Things);

    private static Task<(double P50, double P99, double Gigabytes)> OneAsync(Database on, int things) => MeasureAsync(on, 1, things);

    private static async Task<(double P50, double P99, double Gigabytes)> MeasureAsync(Database on, int circles, int things)
    {
        await using var database = await Template.NothingAsync(on);
        await Setup.MigrateAsync(database.Places, CancellationToken.None);
        await using var app = Web.App.Build(database.Places, demo: true, "http://127.0.0.1:0", builder => builder.Logging.ClearProviders());
        var door = app.Services.GetRequiredService<Door>();
        var callers = await Many.FillAsync(app.Services, database.Places, circles, things);
        if (database.Places.Postgres is not null)
        {
            await Setup.TidyAsync(database.Places, CancellationToken.None);

            // What was just filled in is not written out while the readers are timed.
            await using var connection = new NpgsqlConnection(database.Places.Postgres);
            await connection.OpenAsync();
            await using var checkpoint = new NpgsqlCommand("checkpoint", connection) { CommandTimeout = 0 };
            await checkpoint.ExecuteNonQueryAsync();
        }

        var random = new Random(7);
        var times = new List<double>(4_000);
        for (var i = 0; i < 4_500; i++)
        {
            var (caller, circle) = callers[random.Next(callers.Count)];
            var clock = Stopwatch.GetTimestamp();

            // Everybody comes in anew, and every sheet is opened: nothing that was remembered helps where there is little.
            using (var sight = await door.OpenAsync(caller with { Session = DraftId.New().Value }, circle, Look.Table(), CancellationToken.None))
            {
                foreach (var slip in sight.Slips)
                {
                    _ = slip.Contribution;
                }
            }

            if (i >= 500)
            {
                times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }
        }

        times.Sort();
        return (times[times.Count / 2], times[times.Count * 99 / 100], await SizeAsync(database.Places) / 1e9);
    }

    private static async Task<double> SizeAsync(Places places)
    {
        if (places.Postgres is null)
        {
            return new FileInfo(places.SqliteFile).Length;
        }

        await using var connection = new NpgsqlConnection(places.Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_database_size(current_database())", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
