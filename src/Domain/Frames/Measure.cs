using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Frames;

/// <summary>
/// A measure (maatregel, C37; R119): what a judge decided. Only that creates one (INV-78), and it always has a last day and a "stops when"
/// (INV-79). It changes nothing of the table, the plan, or who may read and say what.
/// </summary>
/// <param name="Judge">Which judge or court; at most <see cref="Words.Name"/> characters.</param>
/// <param name="Decision">What the judge decided, in plain words; at most <see cref="Words.Brief"/> characters.</param>
/// <param name="Decided">On which day.</param>
/// <param name="Starts">From which day it holds.</param>
/// <param name="Ends">Its last day.</param>
/// <param name="StopsWhen">"Dit stopt als …"; at most <see cref="Words.Brief"/> characters.</param>
/// <param name="Cannot">What it cannot do here; at most <see cref="Words.Brief"/> characters.</param>
public sealed record Measure(string Judge, string Decision, DateOnly Decided, DateOnly Starts, DateOnly Ends, string StopsWhen, string Cannot)
{
    /// <summary>Everything somebody said in it.</summary>
    public IEnumerable<string> Said => [Judge, Decision, StopsWhen, Cannot];

    /// <summary>A measure out of what was told of it. Nothing of it can be left out.</summary>
    /// <param name="judge">Which judge or court.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="decided">On which day.</param>
    /// <param name="starts">From which day it holds.</param>
    /// <param name="ends">Its last day.</param>
    /// <param name="stopsWhen">When it stops.</param>
    /// <param name="cannot">What it cannot do here.</param>
    /// <param name="today">Today: no judge decided tomorrow.</param>
    /// <exception cref="RuleBrokenException">Something is missing, or the days cannot be.</exception>
    internal static Measure Of(
        string? judge, string? decision, DateOnly? decided, DateOnly? starts, DateOnly? ends, string? stopsWhen, string? cannot, DateOnly today)
    {
        var who = Needed(judge, Words.Name, FrameRules.SaysJudge);
        var day = decided is { } known && known <= today ? known : throw new RuleBrokenException(FrameRules.HasBeenDecided);
        var what = Needed(decision, Words.Brief, FrameRules.SaysDecision);
        var from = starts is { } first && first >= day ? first : throw new RuleBrokenException(FrameRules.BeginsAfterDecision);
        var until = ends is { } last && last >= from ? last : throw new RuleBrokenException(FrameRules.SaysLastDay);
        return new Measure(
            who, what, day, from, until, Needed(stopsWhen, Words.Brief, FrameRules.SaysStopsWhen), Needed(cannot, Words.Brief, FrameRules.SaysCannot));
    }

    private static string Needed(string? words, int longest, Rule rule) => Words.Optional(words, longest) ?? throw new RuleBrokenException(rule);
}
