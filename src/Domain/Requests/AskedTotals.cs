using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Requests;

/// <summary>How long somebody waited, in days of the Netherlands. What is not said is a group of its own: nobody guesses (R144).</summary>
public enum AskedWait
{
    /// <summary>At most seven days.</summary>
    Week = 0,

    /// <summary>At most six weeks.</summary>
    SixWeeks = 1,

    /// <summary>Longer.</summary>
    Longer = 2,

    /// <summary>It did not come, or nobody said so.</summary>
    NotSaid = 3,
}

/// <summary>How many people of a team wrote to who asked, until the request went (R144).</summary>
public enum AskedFaces
{
    /// <summary>One.</summary>
    One = 0,

    /// <summary>Two.</summary>
    Two = 1,

    /// <summary>More than two.</summary>
    More = 2,

    /// <summary>Nobody.</summary>
    Nobody = 3,
}

/// <summary>
/// What people asked in half a year, of all local teams together, as totals (R144): with what, from whom, how long they waited for an answer and for help, and how many
/// people wrote to them. It counts a request when it goes, and keeps nothing that leads back to one: no team, no place, no day and no words. What was taken back, what a family did not want
/// and questions to experts are not in it.
/// </summary>
public sealed class AskedTotals
{
    /// <summary>Fewer than this is never shown.</summary>
    public const int Fewest = 10;

    // The order in which they are kept, and which never changes: all, with what, from whom, until an answer, until help, by how many. What is new comes at the end.
    internal const int FromKinds = 1;
    internal const int FromFrom = FromKinds + (int)HelpKind.Other;
    internal const int FromAnswers = FromFrom + (int)HelpFrom.Professionals;
    internal const int FromHelp = FromAnswers + (int)AskedWait.NotSaid + 1;

    internal const int FromFaces = FromHelp + (int)AskedWait.NotSaid + 1;

    private readonly int[] _counts;

    private AskedTotals(int[] counts) => _counts = counts;

    /// <summary>How many totals there are.</summary>
    public static int Count { get; } = FromFaces + (int)AskedFaces.Nobody + 1;

    /// <summary>Nothing yet.</summary>
    public static AskedTotals None { get; } = new(new int[Count]);

    /// <summary>The counts, in the order in which they are kept.</summary>
    internal IReadOnlyList<int> Counts => _counts;

    /// <summary>The half-year in which a day lies: twice the year, and one more from July on.</summary>
    /// <param name="day">The day, in the Netherlands.</param>
    public static int HalfYearOf(DateOnly day) => (day.Year * 2) + (day.Month > 6 ? 1 : 0);

    /// <summary>The totals as they were kept; what was kept shorter is filled up.</summary>
    internal static AskedTotals Kept(IReadOnlyList<int> counts) => new([.. counts.Take(Count), .. new int[Math.Max(0, Count - counts.Count)]]);

    /// <summary>The totals with one request more, as it goes; the same when it does not count.</summary>
    /// <param name="request">The request.</param>
    /// <param name="atTable">When it became a table, UTC; null when it did not.</param>
    public AskedTotals With(HelpRequest request, DateTimeOffset? atTable)
    {
        if (request.Ask.IsQuestion || request.TakenBackAt is not null || request.NotWantedAt is not null)
        {
            return this;
        }

        var counts = (int[])_counts.Clone();
        counts[0]++;
        foreach (var kind in request.Ask.Kinds)
        {
            counts[FromKinds + (int)kind - 1]++;
        }

        foreach (var from in request.Ask.From)
        {
            counts[FromFrom + (int)from - 1]++;
        }

        counts[FromAnswers + (int)WaitOf(request.DaysToAnswer)]++;
        counts[FromHelp + (int)WaitOf(atTable is { } at ? request.DaysToHelpUntil(at) : request.DaysToHelp)]++;
        counts[FromFaces + (int)FacesOf(request)]++;
        return new AskedTotals(counts);
    }

    /// <summary>
    /// What may be seen of it: each total in whole tens, never fewer than <see cref="Fewest"/>, and where a ten begins differs from total to total. Who adds requests of
    /// their own until a number turns does not count what others asked (T22).
    /// </summary>
    /// <param name="later">For each total, how much later its tens begin: 0 to 9, and known to nobody.</param>
    public ShownTotals Shown(Func<int, int> later) => new([.. _counts.Select((count, at) => Shown(count, later(at)))]);

    private static int? Shown(int count, int later) => count < Fewest + later ? null : (count - later) / Fewest * Fewest;

    private static AskedFaces FacesOf(HelpRequest request) => request.Said.Select(one => one.By).OfType<PersonId>().Distinct().Count() switch
    {
        0 => AskedFaces.Nobody,
        1 => AskedFaces.One,
        2 => AskedFaces.Two,
        _ => AskedFaces.More,
    };

    private static AskedWait WaitOf(int? days) => days switch
    {
        null => AskedWait.NotSaid,
        <= 7 => AskedWait.Week,
        <= 42 => AskedWait.SixWeeks,
        _ => AskedWait.Longer,
    };
}
