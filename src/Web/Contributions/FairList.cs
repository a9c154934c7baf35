namespace Keukentafel.Web.Contributions;

/// <summary>
/// A list in which nobody's much stands in the way of another's little (T20): of one person the first few lie in sight, the rest behind one press. Whole lists
/// are whole.
/// </summary>
/// <typeparam name="T">Of what.</typeparam>
/// <param name="Here">What lies in sight, in the order of the list.</param>
/// <param name="More">What lies behind a press, in the order of the list.</param>
public sealed record FairList<T>(IReadOnlyList<T> Here, IReadOnlyList<T> More);

/// <summary>Makes such lists.</summary>
public static class FairList
{
    /// <summary>How much of one person lies in sight.</summary>
    public const int MostOfOne = 6;

    /// <summary>How long a list is that is not cut.</summary>
    public const int Whole = 12;

    /// <summary>Makes one.</summary>
    /// <typeparam name="T">Of what.</typeparam>
    /// <typeparam name="TKey">What says whose it is.</typeparam>
    /// <param name="all">Everything, in order.</param>
    /// <param name="by">Whose it is.</param>
    public static FairList<T> Of<T, TKey>(IEnumerable<T> all, Func<T, TKey> by)
        where TKey : notnull
    {
        var numbered = Numbered(all, by);
        return numbered.Count <= Whole
            ? new([.. numbered.Select(one => one.Thing)], [])
            : new([.. numbered.Where(one => one.Nth <= MostOfOne).Select(one => one.Thing)], [.. numbered.Where(one => one.Nth > MostOfOne).Select(one => one.Thing)]);
    }

    /// <summary>The same things, the first of each person before a second of anybody.</summary>
    /// <typeparam name="T">Of what.</typeparam>
    /// <typeparam name="TKey">What says whose it is.</typeparam>
    /// <param name="all">Everything, in order.</param>
    /// <param name="by">Whose it is.</param>
    /// <param name="together">How many of one person come together.</param>
    public static IReadOnlyList<T> Mixed<T, TKey>(IEnumerable<T> all, Func<T, TKey> by, int together = 1)
        where TKey : notnull =>
        [.. Numbered(all, by).OrderBy(one => (one.Nth - 1) / together).Select(one => one.Thing)];

    private static List<(T Thing, int Nth)> Numbered<T, TKey>(IEnumerable<T> all, Func<T, TKey> by)
        where TKey : notnull
    {
        var many = new Dictionary<TKey, int>();
        return [.. all.Select(thing => (thing, many[by(thing)] = many.GetValueOrDefault(by(thing)) + 1))];
    }
}
