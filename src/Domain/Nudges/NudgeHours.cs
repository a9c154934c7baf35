using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Nudges;

/// <summary>When a nudge may come: the safe hours, as whoever it is for chose them. There is no other way to make them than <see cref="Of"/>.</summary>
public sealed record NudgeHours
{
    private readonly int _days;

    private NudgeHours(int days, int from, int until)
    {
        _days = days;
        From = from;
        Until = until;
    }

    /// <summary>On which days, Monday first.</summary>
    public IReadOnlyList<DayOfWeek> Days => [.. Week.Where(Has)];

    /// <summary>From which hour of the day, 0 to 23, as the clock stands where people live.</summary>
    public int From { get; }

    /// <summary>Until which hour, 1 to 24; that hour itself is outside.</summary>
    public int Until { get; }

    /// <summary>The days of a week, Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    /// <summary>Hours that somebody chose.</summary>
    /// <param name="days">The days; at least one.</param>
    /// <param name="from">From which hour.</param>
    /// <param name="until">Until which hour, later on the same day.</param>
    /// <exception cref="RuleBrokenException"><see cref="NudgeRules.DayChosen"/> or <see cref="NudgeRules.HoursFit"/>.</exception>
    public static NudgeHours Of(IEnumerable<DayOfWeek> days, int from, int until)
    {
        var bits = days.Aggregate(0, (all, day) => all | (1 << (int)day));
        return bits == 0 ? throw new RuleBrokenException(NudgeRules.DayChosen)
            : from < 0 || until > 24 || from >= until ? throw new RuleBrokenException(NudgeRules.HoursFit)
            : new NudgeHours(bits, from, until);
    }

    /// <summary>Whether a moment lies within them.</summary>
    /// <param name="at">The moment, as the clock stands where people live.</param>
    public bool Hold(DateTimeOffset at) => Has(at.DayOfWeek) && at.Hour >= From && at.Hour < Until;

    private bool Has(DayOfWeek day) => (_days & (1 << (int)day)) != 0;
}
