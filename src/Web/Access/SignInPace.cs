using System.Collections.Concurrent;
using System.Net;

namespace Keukentafel.Web.Access;

/// <summary>
/// Slows down guessing: by name and address together, so that nobody can shut somebody else out. It only ever delays; each process counts for
/// itself.
/// </summary>
public sealed class SignInPace(TimeProvider clock)
{
    private const int Free = 8;
    private const int LongestUse = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Since)> _tries = new(StringComparer.Ordinal);

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
            Key(address, name), (1, now), (_, last) => now - last.Since > Window ? (1, now) : (last.Count + 1, last.Since)).Count <= free;
    }

    /// <summary>Forgets the tries of somebody who came in.</summary>
    /// <param name="address">From where.</param>
    /// <param name="name">For which name.</param>
    public void CameIn(IPAddress? address, string name) => _tries.TryRemove(Key(address, name), out _);

    // Nobody has a longer name, with what it is typed for before it, and what is sent is not kept for longer than it takes.
    private static string Key(IPAddress? address, string name) =>
        $"{address} {(name.Length > SignInPages.LongestName + LongestUse ? "" : name.ToUpperInvariant())}";
}
