using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Keukentafel.Web.Tests.Processes;

/// <summary>What the kernel saw, as strace wrote it down: writes to the log of a database, syncs of it, answers sent.</summary>
internal sealed partial class Watch
{
    private readonly List<(string Thread, double At)> _writes = [];
    private readonly List<(double Began, double Ended)> _syncs = [];
    private readonly List<double> _answers = [];

    /// <summary>How strace is told to watch.</summary>
    /// <param name="file">Where it writes.</param>
    public static string[] Strace(string file) =>
        ["strace", "-f", "-q", "-ttt", "-T", "-y", "-s", "24", "-e", "trace=fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg", "-o", file];

    /// <summary>Watches a process that runs already, and those that it starts.</summary>
    /// <param name="id">The process.</param>
    /// <param name="file">Where to write.</param>
    public static async Task<Process> AttachAsync(int id, string file)
    {
        var strace = Process.Start(new ProcessStartInfo("strace", [.. Strace(file)[1..], "-p", id.ToString(CultureInfo.InvariantCulture)]))!;
        for (var tries = 0; tries < 200 && !IsTraced(id); tries++)
        {
            await Task.Delay(20);
        }

        Assert.True(IsTraced(id), "strace may not watch the server.");
        return strace;
    }

    /// <summary>Reads what was written down.</summary>
    /// <param name="files">The files.</param>
    /// <param name="log">What the path of the database's log contains.</param>
    /// <param name="answer">How the answers that count begin.</param>
    public static Watch Read(IEnumerable<string> files, string log, string answer)
    {
        var watch = new Watch();
        foreach (var file in files)
        {
            var begun = new Dictionary<string, (double At, bool IsSync)>();
            foreach (var line in File.ReadLines(file))
            {
                if (Call().Match(line) is not { Success: true } call)
                {
                    continue;
                }

                var (thread, at, rest) = (call.Groups[1].Value, Number(call.Groups[2]), call.Groups[3].Value);
                if (rest.StartsWith("<... ", StringComparison.Ordinal))
                {
                    if (begun.Remove(thread, out var before) && before.IsSync && rest.Contains("= 0", StringComparison.Ordinal))
                    {
                        watch._syncs.Add((before.At, at));
                    }

                    continue;
                }

                var isSync = rest.StartsWith("fsync", StringComparison.Ordinal) || rest.StartsWith("fdatasync", StringComparison.Ordinal);
                if (rest.Contains(log, StringComparison.Ordinal))
                {
                    if (!isSync)
                    {
                        watch._writes.Add((thread, at));
                    }
                    else if (Took().Match(rest) is { Success: true } took && rest.Contains("= 0", StringComparison.Ordinal))
                    {
                        watch._syncs.Add((at, at + Number(took.Groups[1])));
                    }
                }

                if (rest.Contains("unfinished", StringComparison.Ordinal))
                {
                    begun[thread] = (at, isSync && rest.Contains(log, StringComparison.Ordinal));
                }

                if (rest.Contains('"' + answer, StringComparison.Ordinal))
                {
                    watch._answers.Add(at);
                }
            }
        }

        watch._answers.Sort();
        return watch;
    }

    /// <summary>How many answers left.</summary>
    public int Answers => _answers.Count;

    /// <summary>
    /// How many answers left before a sync had ended that began after what they confirm was written. The server of the tests serves others too, and
    /// what these write just before an answer is not what it confirms: so one process that wrote and synced all it wrote is enough. The control
    /// below the same noise shows that this does not hide a program that does not wait.
    /// </summary>
    public int TooEarly
    {
        get
        {
            var early = 0;
            for (var i = 1; i < _answers.Count; i++)
            {
                var (before, answer) = (_answers[i - 1], _answers[i]);
                var writes = _writes.Where(write => write.At > before && write.At < answer).GroupBy(write => write.Thread, write => write.At);
                if (!writes.Any(ofOne => _syncs.Exists(sync => sync.Began >= ofOne.Max() && sync.Ended <= answer)))
                {
                    early++;
                }
            }

            return early;
        }
    }

    private static bool IsTraced(int id) =>
        File.ReadLines($"/proc/{id}/status").Any(line => line.StartsWith("TracerPid:", StringComparison.Ordinal) && !line.EndsWith("\t0", StringComparison.Ordinal));

    private static double Number(Group digits) => double.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+)\s+(\d+\.\d+) (.*)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"<(\d+\.\d+)>$")]
    private static partial Regex Took();
}
