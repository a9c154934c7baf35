using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Keukentafel.Data.Store;

namespace Keukentafel.Web.Tests.Ground;

/// <summary>The built program as a process of its own, as an operator runs it.</summary>
public sealed class Serving : IAsyncDisposable
{
    private readonly Process _process;

    private Serving(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it on a database that is filled already, and waits until it answers.</summary>
    /// <param name="places">Where its database and keys are.</param>
    /// <param name="port">On which port; 0 for a free one.</param>
    /// <param name="folder">The folder with the program; null for the one that was built.</param>
    /// <param name="through">A program that starts it, with what that is told; none for none.</param>
    public static async Task<Serving> StartAsync(Places places, int port = 0, string? folder = null, params string[] through)
    {
        port = port == 0 ? FreePort() : port;
        var address = new Uri($"http://127.0.0.1:{port}");
        string[] command =
        [
            .. through, "dotnet", Path.Combine(folder ?? AppContext.BaseDirectory, "keukentafel.dll"), "serve", "--demo", "--urls", address.ToString(),
        ];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KEUKENTAFEL_POSTGRES"] = places.Postgres ?? "";
        start.Environment["KEUKENTAFEL_DATA"] = places.DataFolder;
        start.Environment["KEUKENTAFEL_KEYS"] = places.KeysFolder;
        var said = new List<string>();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address };
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromSeconds(60);)
        {
            try
            {
                if ((await client.GetAsync("/health/live")).IsSuccessStatusCode)
                {
                    return new Serving(process, address);
                }
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(30);
            }
        }

        process.Kill(entireProcessTree: true);
        throw new InvalidOperationException("It does not answer:\n" + string.Join('\n', said));

        void Note(string? line)
        {
            lock (said)
            {
                said.Add(line ?? "");
            }
        }
    }

    /// <summary>Somebody with a browser of their own.</summary>
    public Visitor Stranger() => new(Address);

    /// <summary>An invented person, signed in here.</summary>
    /// <param name="name">The name to sign in with.</param>
    public async Task<Visitor> AsAsync(string name)
    {
        var visitor = new Visitor(Address);
        await visitor.GetAsync(name.StartsWith("en-", StringComparison.Ordinal) ? "/en/demo" : "/demo");
        await visitor.PressAsync($"form[action$='/demo/{name}']");
        return visitor;
    }

    /// <summary>Ends it in the middle of whatever it does; nothing in it can notice (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    /// <summary>A port that is free now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
