using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;

namespace Keukentafel.Web.Access;

/// <summary>
/// Slows down guessing, by name and address together. It only ever delays: after too many tries one passes every <see cref="Between"/>, so that whoever shares an
/// address with who guesses comes in all the same (T20). After how many differs each time, and who comes in does not count, so that by counting one's own tries nobody
/// learns that another came in (T22). Each process counts for itself.
/// </summary>
/// <param name="clock">What time it is.</param>
/// <param name="more">How many tries there are besides, below a number; chance when it is left out.</param>
public sealed class SignInPace(TimeProvider clock, Func<int, int>? more = null)
{
    /// <summary>After how long one more try passes.</summary>
    public TimeSpan Between { get; init; } = TimeSpan.FromSeconds(20);

    private const int Free = 8;
    private const int LongestUse = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Tries> _tries = new(StringComparer.Ordinal);

    /// <summary>
    /// Counts a try and says whether it is allowed. Counted before it is looked at: of many at once, each would be looked at before one had failed.
    /// </summary>
    /// <param name="address">From where.</param>
    /// <param name="name">For which name.</param>
    /// <param name="free">How many tries in ten minutes.</param>
    public bool May(IPAddress? address, string name, int free = Free)
    {
        var now = clock.GetUtcNow();
        if (_tries.Count > 10_000)
        {
            foreach (var old in _tries.Where(tries => now - tries.Value.Since > Window))
            {
                _tries.TryRemove(old.Key, out _);
            }
        }

        return _tries.AddOrUpdate(
            Key(address, name),
            _ => First(now, free),
            (_, last) => now - last.Since > Window ? First(now, free)
                : last.Count < last.Most ? last with { Count = last.Count + 1, Passed = now, May = true }
                : now - last.Passed >= Between ? last with { Count = last.Count + 1, Passed = now, May = true }
                : last with { May = false }).May;
    }

    /// <summary>Gives the try back of somebody who came in.</summary>
    /// <param name="address">From where.</param>
    /// <param name="name">For which name.</param>
    public void CameIn(IPAddress? address, string name)
    {
        var key = Key(address, name);
        while (_tries.TryGetValue(key, out var last) && last.Count > 0 && !_tries.TryUpdate(key, last with { Count = last.Count - 1 }, last))
        {
            // Another try came between.
        }
    }

    private Tries First(DateTimeOffset now, int free) => new(1, now, free + (more ?? RandomNumberGenerator.GetInt32)((free / 2) + 1), now, true);

    // How many, since when, of how many at most, when the last passed, and whether this one does.
    private readonly record struct Tries(int Count, DateTimeOffset Since, int Most, DateTimeOffset Passed, bool May);

    // Nobody has a longer name, with what it is typed for before it, and what is sent is not kept for longer than it takes.
    private static string Key(IPAddress? address, string name) =>
        $"{address} {(name.Length > SignInPages.LongestName + LongestUse ? "" : name.ToUpperInvariant())}";
}
