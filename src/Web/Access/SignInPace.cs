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
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Since)> _failed = new(StringComparer.Ordinal);

    /// <summary>Whether another try is allowed now.</summary>
    /// <param name="address">From where.</param>
    /// <param name="name">For which name.</param>
    public bool May(IPAddress? address, string name) =>
        !_failed.TryGetValue(Key(address, name), out var tries) || tries.Count < Free || clock.GetUtcNow() - tries.Since > Window;

    /// <summary>Counts a try that failed.</summary>
    /// <param name="address">From where.</param>
    /// <param name="name">For which name.</param>
    public void Failed(IPAddress? address, string name)
    {
        var now = clock.GetUtcNow();
        if (_failed.Count > 10_000)
        {
            foreach (var old in _failed.Where(tries => now - tries.Value.Since > Window))
            {
                _failed.TryRemove(old.Key, out _);
            }
        }

        _failed.AddOrUpdate(
            Key(address, name), (1, now), (_, tries) => now - tries.Since > Window ? (1, now) : (tries.Count + 1, tries.Since));
    }

    private static string Key(IPAddress? address, string name) => $"{address} {name.ToUpperInvariant()}";
}
