using System.Collections.Frozen;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Decisions;
using Keukentafel.Domain.Frames;
using Keukentafel.Domain.Incidents;
using Keukentafel.Domain.NotKnowing;
using Keukentafel.Domain.Overviews;
using Keukentafel.Domain.Plans;
using Keukentafel.Domain.Reflections;
using Keukentafel.Domain.Reports;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Talks;
using Keukentafel.Domain.Views;
using Keukentafel.Domain.Wishes;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Data.Mapping;

/// <summary>
/// Which contribution stands in a row. The numbers are stored: never change or reuse one. Up to <see cref="Talk"/> they are found from the
/// table's page; what comes after has pages of its own.
/// </summary>
internal enum ContributionKind
{
    GoodThing = 1,
    Help = 2,
    Worry = 3,
    Wish = 4,
    Statement = 5,
    View = 6,
    Difference = 7,
    Talk = 8,
    TalkPoint = 9,
    SheetSentence = 10,
    Agreement = 11,
    Goal = 12,
    Condition = 13,
    Advice = 14,
    NotSafe = 15,
    Protection = 16,
    Decision = 20,
    DecisionOption = 21,
    Collaboration = 60,
    Reflection = 40,
    Overview = 30,
    Factor = 31,
    InstrumentOutcome = 32,
    NotKnown = 50,
    Incident = 51,
    Consult = 61,
    Urging = 90,
    FrameChange = 91,
    Report = 92,
}

/// <summary>Which kind is which type.</summary>
internal static class Kinds
{
    private static readonly FrozenDictionary<ContributionKind, Type> Types = new Dictionary<ContributionKind, Type>
    {
        [ContributionKind.GoodThing] = typeof(GoodThing),
        [ContributionKind.Help] = typeof(Help),
        [ContributionKind.Worry] = typeof(Worry),
        [ContributionKind.Wish] = typeof(Wish),
        [ContributionKind.Statement] = typeof(Statement),
        [ContributionKind.View] = typeof(View),
        [ContributionKind.Difference] = typeof(Difference),
        [ContributionKind.Talk] = typeof(Talk),
        [ContributionKind.TalkPoint] = typeof(TalkPoint),
        [ContributionKind.SheetSentence] = typeof(SheetSentence),
        [ContributionKind.Agreement] = typeof(Agreement),
        [ContributionKind.Goal] = typeof(Goal),
        [ContributionKind.Condition] = typeof(Condition),
        [ContributionKind.Advice] = typeof(Advice),
        [ContributionKind.NotSafe] = typeof(NotSafe),
        [ContributionKind.Protection] = typeof(Protection),
        [ContributionKind.Decision] = typeof(Decision),
        [ContributionKind.DecisionOption] = typeof(DecisionOption),
        [ContributionKind.Collaboration] = typeof(Collaboration),
        [ContributionKind.Reflection] = typeof(Reflection),
        [ContributionKind.Overview] = typeof(Overview),
        [ContributionKind.Factor] = typeof(Factor),
        [ContributionKind.InstrumentOutcome] = typeof(InstrumentOutcome),
        [ContributionKind.NotKnown] = typeof(NotKnown),
        [ContributionKind.Incident] = typeof(Incident),
        [ContributionKind.Consult] = typeof(Consult),
        [ContributionKind.Urging] = typeof(Urging),
        [ContributionKind.FrameChange] = typeof(FrameChange),
        [ContributionKind.Report] = typeof(Report),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, ContributionKind> Known = Types.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The type of a kind.</summary>
    public static Type TypeOf(int kind) =>
        Types.GetValueOrDefault((ContributionKind)kind) ?? throw new InvalidOperationException($"A row of an unknown kind: {kind}.");

    /// <summary>The kind of a type.</summary>
    public static ContributionKind Of(Type type) =>
        Known.TryGetValue(type, out var kind) ? kind : throw new InvalidOperationException($"Nothing is known about keeping a {type.Name}.");
}
