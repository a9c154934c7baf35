using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Keukentafel.Bench;

/// <summary>What one load gave.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="P50">Median of latency, milliseconds.</param>
/// <param name="P99">99th percentile of latency, milliseconds.</param>
/// <param name="Processor">Processor milliseconds of the server for a request.</param>
/// <param name="Bad">Answers that were not 2xx or 3xx, and broken connections.</param>
internal sealed record Measured(double PerSecond, double P50, double P99, double Processor, long Bad);

/// <summary>A server in a process of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double MegaBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public static async Task<Server> StartAsync(string dll, string ready, Uri address, IReadOnlyDictionary<string, string?> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(ready, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new Server(process, address);
            }
        }

        throw new InvalidOperationException($"{dll} did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

/// <summary>A load by wrk, in a process of its own, with sixteen connections.</summary>
internal static partial class Load
{
    public static async Task<Measured> RunAsync(Server server, string path, int seconds, string? cookie = null, string? script = null, params IEnumerable<string> scriptArguments)
    {
        var before = server.Processor;
        List<string> arguments = ["-t1", "-c16", $"-d{seconds}s", "--latency", "--timeout", "20s"];
        if (cookie is not null)
        {
            arguments.AddRange(["-H", "Cookie: " + cookie]);
        }

        if (script is not null)
        {
            arguments.AddRange(["-s", script]);
        }

        arguments.Add(new Uri(server.Address, path).ToString());
        if (script is not null)
        {
            arguments.Add("--");
            arguments.AddRange(scriptArguments);
        }

        using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("wrk does not start: apt-get install wrk");
        var text = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var count = long.Parse(Count().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        var bad = (Bad().Match(text) is { Success: true } b ? long.Parse(b.Groups[1].Value, CultureInfo.InvariantCulture) : 0)
            + (Broken().Match(text) is { Success: true } s ? Enumerable.Range(1, 4).Sum(i => long.Parse(s.Groups[i].Value, CultureInfo.InvariantCulture)) : 0);
        return new Measured(
            double.Parse(PerSecond().Match(text).Groups[1].Value, CultureInfo.InvariantCulture), Latency(text, "50%"), Latency(text, "99%"),
            (server.Processor - before).TotalMilliseconds / Math.Max(1, count), bad);
    }

    /// <summary>Sixteen at once who each send a few forms from an address of their own on this machine, in this process: no pace by address holds them up.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="path">Which address.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="line">The cookie and the fields that go with each, with a tab between.</param>
    /// <param name="round">Which time: no form is sent twice.</param>
    public static async Task<Measured> FromManyAsync(Server server, string path, int seconds, string line, int round)
    {
        const int Few = 8;
        var (cookie, body) = (line.Split('\t')[0], line.Split('\t')[1]);
        var (count, bad, next) = (0L, 0L, (round * 1_000_000) + 1);
        var times = new System.Collections.Concurrent.ConcurrentBag<double>();
        var before = server.Processor;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                var first = Interlocked.Add(ref next, Few);
                var from = first / Few;
                using var handler = new SocketsHttpHandler
                {
                    UseCookies = false,
                    ConnectCallback = async (_, cancellation) =>
                    {
                        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                        socket.Bind(new IPEndPoint(new IPAddress([127, (byte)(1 + ((from >> 16) & 127)), (byte)((from >> 8) & 255), (byte)(from & 255)]), 0));
                        await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port, cancellation);
                        return new NetworkStream(socket, ownsSocket: true);
                    },
                };
                using var client = new HttpClient(handler) { BaseAddress = server.Address };
                for (var i = 0; i < Few; i++)
                {
                    var at = watch.Elapsed;
                    var nth = (first + i).ToString("d12", CultureInfo.InvariantCulture);
                    using var asked = new HttpRequestMessage(HttpMethod.Post, path)
                    {
                        Content = new StringContent(
                            $"{body}&form=00000000-0000-7000-8000-{nth}&helps-words=Iemand+die+een+middag+in+de+week+meedenkt+{nth}", null, "application/x-www-form-urlencoded"),
                    };
                    asked.Headers.Add("Cookie", cookie);
                    using var answer = await client.SendAsync(asked);
                    await answer.Content.ReadAsByteArrayAsync();
                    times.Add((watch.Elapsed - at).TotalMilliseconds);
                    Interlocked.Increment(ref count);
                    Interlocked.Add(ref bad, answer.IsSuccessStatusCode ? 0 : 1);
                }
            }
        })));
        var sorted = times.Order().ToArray();
        return new Measured(
            count / watch.Elapsed.TotalSeconds, sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100],
            (server.Processor - before).TotalMilliseconds / Math.Max(1, count), bad);
    }

    private static double Latency(string text, string percentile)
    {
        var match = Regex.Match(text, percentile.Replace("%", "\\.?[0-9]*%", StringComparison.Ordinal) + @"\s+([0-9.]+)(us|ms|s)");
        var value = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch { "us" => value / 1000, "s" => value * 1000, _ => value };
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Count();

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex Bad();

    [GeneratedRegex(@"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)")]
    private static partial Regex Broken();
}
