using System.Reflection;
using System.Text.RegularExpressions;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Views;

namespace Keukentafel.Web.Tests.Views;

/// <summary>No number, average, colour, class or order comes of how people see it (R43): held over names and over types.</summary>
public sealed partial class NoMeasureTests
{
    private static readonly HashSet<string> Forbidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "Score", "Scores", "Risk", "Risks", "Average", "Averages", "Mean", "Median", "Percentage", "Percent", "Rank", "Ranking", "Ranked", "Level", "Levels",
        "Rating", "Grade", "Severity", "Urgency", "Weight", "Weighted", "Prediction", "Predicted", "Likelihood", "Probability", "Traffic" + "Light", "Verdict",
        "Vote", "Votes", "Like", "Likes", "Winner", "Resolved", "Sentiment", "Colour", "Color",
    };

    // A mug has a colour: it says whose words these are, never what they are worth.
    private static readonly string[] OfMugs = ["Mug", "StoryMug", "MugColour", "StoryJson"];

    private static readonly Type[] Seen = [typeof(View), typeof(ViewPart), typeof(Difference), typeof(Passage)];

    private static readonly HashSet<Type> Numbers =
    [
        typeof(int), typeof(long), typeof(short), typeof(byte), typeof(uint), typeof(ulong), typeof(double), typeof(float), typeof(decimal), typeof(TimeSpan),
    ];

    [Fact]
    public void No_name_in_the_program_speaks_of_a_measure_R43()
    {
        var found = Ours().SelectMany(assembly => Names(assembly.GetTypes())).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void Nothing_makes_a_number_or_a_class_of_a_view_R43()
    {
        var found = Ours().SelectMany(assembly => Measures(assembly.GetTypes())).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void Both_would_catch_it()
    {
        Type[] wrong = [typeof(CounterExample), typeof(CounterExample.ViewRisk), typeof(CounterExample.Shade)];
        Assert.Contains(Names(wrong), name => name.Contains("ViewRisk", StringComparison.Ordinal));
        Assert.Contains(Names(wrong), name => name.Contains("SafetyLevel", StringComparison.Ordinal));
        var measures = Measures(wrong).ToList();
        Assert.Contains(measures, name => name.Contains("HowBad", StringComparison.Ordinal));
        Assert.Contains(measures, name => name.Contains("ShadeOf", StringComparison.Ordinal));
        Assert.Contains(measures, name => name.Contains("Together", StringComparison.Ordinal));
    }

    private static IEnumerable<Assembly> Ours() => [typeof(Contribution).Assembly, typeof(Door).Assembly, typeof(App).Assembly];

    private static IEnumerable<string> Names(IEnumerable<Type> types) =>
        from type in types
        where !OfMugs.Contains(type.Name) && (type.DeclaringType is null || !OfMugs.Contains(type.DeclaringType.Name))
        where !type.Name.StartsWith('<') && type.Namespace?.Contains(".Migrations", StringComparison.Ordinal) != true
        from name in new[] { type.Name }.Concat(type.GetMembers(All).Where(member => !member.Name.StartsWith('<')).Select(member => type.Name + "." + member.Name))
        where Words().Matches(name[(name.LastIndexOf('.') + 1)..]).Any(word => Forbidden.Contains(word.Value))
        select name;

    private static IEnumerable<string> Measures(IEnumerable<Type> types) =>
        from type in types
        from method in type.GetMethods(All)
        where method.DeclaringType == type && !method.Name.StartsWith("GetHashCode", StringComparison.Ordinal)
        where IsMeasure(method.ReturnType)
        where method.GetParameters().Any(given => Holds(given.ParameterType)) || (Seen.Contains(type) && !method.IsStatic)
        select type.Name + "." + method.Name;

    private static bool IsMeasure(Type type) =>
        Numbers.Contains(Nullable.GetUnderlyingType(type) ?? type) || (Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    private static bool Holds(Type type) =>
        Seen.Contains(type) || (type.IsGenericType && type.GetGenericArguments().Any(Holds)) || (type.IsArray && Holds(type.GetElementType()!));

    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [GeneratedRegex("[A-Z][a-z]*|[a-z]+")]
    private static partial Regex Words();

    // What must never be built, compiled, so that the two tests above are known to see it.
    private static class CounterExample
    {
        internal enum Shade
        {
            Light,
            Dark,
        }

        internal static int HowBad(View view) => view.Safe.IsEmpty ? 0 : 1;

        internal static Shade? ShadeOf(ViewPart part) => part.Unknown ? Shade.Dark : null;

        internal static double Together(IReadOnlyList<View> views) => views.Count / 2.0;

        internal sealed record ViewRisk(string SafetyLevel);
    }
}
