namespace Keukentafel.Web.Tests.Contributions.Revoking;

/// <summary>Where words can be met.</summary>
internal enum Place
{
    Table,
    List,
    Own,
    Views,
    Print,
    Find,
}

/// <summary>
/// One sentence in one version, with a word in it that stands nowhere else, and what is known of who may meet it where: true, false, or null
/// as long as a change of it is under way.
/// </summary>
internal sealed class Mark(string word, params IReadOnlyList<Place> places)
{
    private readonly Lock _lock = new();
    private readonly List<Func<string, Place, bool?>> _history = [(_, _) => false];
    private readonly HashSet<(string Reader, Place Place)> _seen = [];
    private volatile string? _own;

    public string Word => word;

    /// <summary>Where it would stand, for who may read it.</summary>
    public IReadOnlyList<Place> Places => places;

    /// <summary>The address of its own page; null as long as it has none.</summary>
    public string? Own
    {
        get => _own;
        set => _own = value;
    }

    /// <summary>How far what is known of it has come, before something is asked.</summary>
    public int Now
    {
        get
        {
            lock (_lock)
            {
                return _history.Count - 1;
            }
        }
    }

    /// <summary>From here on both may be: a change was sent and not confirmed.</summary>
    public void Changes(Func<string, Place, bool?> to)
    {
        lock (_lock)
        {
            var from = _history[^1];
            _history.Add((reader, place) => from(reader, place) == to(reader, place) ? to(reader, place) : null);
        }
    }

    /// <summary>The change was confirmed.</summary>
    public void Is(Func<string, Place, bool?> now)
    {
        lock (_lock)
        {
            _history.Add(now);
            _seen.Clear();
        }
    }

    /// <summary>Whether an answer that was asked for since then must hold it; null when that was not certain all the time.</summary>
    public bool? Must(string reader, Place place, int since)
    {
        lock (_lock)
        {
            var first = places.Contains(place) ? _history[since](reader, place) : false;
            for (var i = since + 1; i < _history.Count; i++)
            {
                first = (places.Contains(place) ? _history[i](reader, place) : false) == first ? first : null;
            }

            if (first is not null && since == _history.Count - 1)
            {
                _seen.Add((reader, place));
            }

            return first;
        }
    }

    /// <summary>How many readers have looked where it would stand since it was last changed.</summary>
    public int SeenBy(Place place)
    {
        lock (_lock)
        {
            return _seen.Count(one => one.Place == place);
        }
    }
}
