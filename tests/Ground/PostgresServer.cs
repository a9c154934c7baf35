using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Keukentafel.Tests.Ground;

/// <summary>
/// A real PostgreSQL server for the tests of this process: made by initdb in a temporary folder, reached through a socket in that folder, and
/// gone with the process, however that ends. <c>KEUKENTAFEL_TEST_POSTGRES</c> names a server to use instead.
/// </summary>
public sealed class PostgresServer
{
    /// <summary>The oldest version that the program supports.</summary>
    public const int OldestVersion = 15;

    private const string Owner = "keukentafel_owner";

    // The shell lives as long as its standard input is open, which is as long as this process lives, and then stops the server.
    // Nobody on the outside reaches it: it listens on no port. What is committed is synced, as in production.
    private const string Script =
        """
        set -eu
        trap : INT TERM HUP
        cd "$FOLDER"
        $AS_OTHER "$BIN/initdb" -D "$FOLDER/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-instructions >"$FOLDER/initdb.log" 2>&1
        $AS_OTHER "$BIN/postgres" -D "$FOLDER/data" -k "$FOLDER" -c listen_addresses= -c max_connections=200 -c fsync=on \
            -c synchronous_commit=on >"$FOLDER/server.log" 2>&1 &
        server=$!
        while ! "$BIN/pg_isready" -q -h "$FOLDER"; do kill -0 $server && sleep 0.05; done
        echo ready
        cat >/dev/null || true
        kill -QUIT $server || true
        wait $server || true
        cd / && rm -rf "$FOLDER"
        """;

    private static readonly Lazy<Task<PostgresServer>> OfThisProcess = new(StartAsync);

    private readonly string _server;
    private readonly Process? _shell;

    private PostgresServer(string server, Process? shell)
    {
        _server = server;
        _shell = shell;
    }

    /// <summary>Why there can be no server here; null when there can be one.</summary>
    public static string? Missing { get; } = Named is not null || Binaries() is not null
        ? null
        : "There is no PostgreSQL server on this machine: apt-get install postgresql, or name one in KEUKENTAFEL_TEST_POSTGRES.";

    /// <summary>The folder with the server's programs; null when they are not on this machine.</summary>
    public string? Programs { get; } = Binaries();

    /// <summary>The process that is the server; null when it is not ours.</summary>
    public int? Id { get; private init; }

    private static string? Named => Environment.GetEnvironmentVariable("KEUKENTAFEL_TEST_POSTGRES") is { Length: > 0 } named ? named : null;

    /// <summary>The server of this process, started when first asked for.</summary>
    public static Task<PostgresServer> GetAsync() => OfThisProcess.Value;

    /// <summary>How to connect to one of its databases, as the owner.</summary>
    /// <param name="database">The database.</param>
    public string To(string database) => new NpgsqlConnectionStringBuilder(_server) { Database = database }.ToString();

    /// <summary>Makes an empty database.</summary>
    /// <param name="template">The database to copy; null for none.</param>
    /// <returns>Its name.</returns>
    public async Task<string> CreateAsync(string? template = null)
    {
        var name = "kt_" + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);
        await RunAsync(_server, $"create database {name} template {template ?? "template0"} encoding 'UTF8'");
        return name;
    }

    /// <summary>Drops a database, whoever is still connected.</summary>
    /// <param name="database">Which.</param>
    public async Task DropAsync(string database)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await RunAsync(_server, $"drop database if exists {database} with (force)");
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.InsufficientPrivilege && attempt < 20)
            {
                // The server itself is tidying up there for a moment, and nobody may send that away.
                await Task.Delay(500);
            }
        }
    }

    private static async Task RunAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> StartAsync()
    {
        if (Named is { } named)
        {
            return new PostgresServer(named, null);
        }

        var binaries = Binaries() ?? throw new InvalidOperationException(Missing);
        var folder = NewFolder();
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["FOLDER"] = folder;
        start.Environment["BIN"] = binaries;
        start.Environment["AS_OTHER"] = "";
        start.Environment["LC_ALL"] = "C.UTF-8";
        if (Environment.UserName == "root")
        {
            // PostgreSQL refuses to run as root.
            start.Environment["AS_OTHER"] = "setpriv --reuid=postgres --regid=postgres --init-groups";
            await Process.Start("chown", ["postgres:postgres", folder]).WaitForExitAsync();
        }

        var shell = Process.Start(start)!;
        if (await shell.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException(
                $"PostgreSQL did not start in {folder}:\n" + string.Join('\n', Directory.GetFiles(folder, "*.log").Select(File.ReadAllText)));
        }

        // The owner may make databases and roles and is no superuser, as a careful operator would have it. Only the benchmark asks for checkpoints.
        var super = new NpgsqlConnectionStringBuilder { Host = folder, Username = "postgres", Database = "postgres" };
        await RunAsync(super.ToString(), $"create role {Owner} login createdb createrole; grant pg_checkpoint to {Owner}");
        var server = new NpgsqlConnectionStringBuilder { Host = folder, Username = Owner, Database = "postgres" };
        return new PostgresServer(server.ToString(), shell)
        {
            Id = int.Parse(File.ReadLines(Path.Combine(folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture),
        };
    }

    private static string NewFolder()
    {
        // Another user must be able to reach it, and a socket's path may not be long.
        var parent = Path.GetTempPath();
        return Directory.CreateDirectory(Path.Combine(
            parent.StartsWith("/root", StringComparison.Ordinal) || parent.Length > 50 ? "/tmp" : parent,
            "kt-postgres-" + Path.GetRandomFileName())).FullName;
    }

    private static string? Binaries() =>
        new[] { "/usr/lib/postgresql", "/usr/pgsql" }
            .Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories)
            .Where(version => double.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) && number >= OldestVersion)
            .OrderByDescending(version => double.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))
            .Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "postgres")));
}
