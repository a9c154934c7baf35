using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>Which small question is asked of somebody who starts a table.</summary>
public enum StartStep
{
    /// <summary>Who are you?</summary>
    Me,

    /// <summary>For which children is the table?</summary>
    Children,

    /// <summary>Who are you to them, and which mug is yours?</summary>
    Seat,
}

/// <summary>A page of the talk in which somebody starts a table.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Typed">What was typed and chosen so far.</param>
/// <param name="Asked">What is asked now.</param>
/// <param name="Broken">The rule that said no; null for none.</param>
public sealed record StartScreen(Frame Frame, Typed Typed, StartStep Asked, Rule? Broken)
{
    private static readonly IReadOnlyList<string> All = [.. Enum.GetValues<StartStep>().SelectMany(FieldsOf)];

    /// <summary>The id of the draft of this.</summary>
    public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

    /// <summary>The questions.</summary>
    public Talk<StartStep> Talk { get; } = new([.. Enum.GetValues<StartStep>()], Asked);

    /// <summary>What is asked now, in a few words.</summary>
    public string Heading => Talk.Step switch
    {
        StartStep.Children => Text.T(IsOwn ? "circles.own-table" : "circles.for-whom"),
        StartStep.Seat => Text.T(Children.Count == 0 ? "circles.your-mug" : "circles.and-you"),
        _ => Frame.Heading,
    };

    /// <summary>How old who starts is; grown up when not said.</summary>
    public AgeGroup Age => Typed.One<AgeGroup>("age") ?? AgeGroup.Adult;

    /// <summary>Whether the table is about who starts it: then other children need not be named.</summary>
    public bool IsOwn => Age != AgeGroup.Adult;

    /// <summary>For how many children there is room on the page: for each that was given, also when they turn out to be too many.</summary>
    public int Rows => Math.Clamp(
        Enumerable.Range(1, Circle.MostChildren).LastOrDefault(n => Typed["child" + n] is not null) + (IsMore ? 1 : 0), 1, Circle.MostChildren);

    /// <summary>Whether the page begins at the child that was just made room for.</summary>
    public bool IsMore => Typed.Is("more");

    /// <summary>Whether there is room for another child.</summary>
    public bool HasRoom => Rows < MostRows;

    /// <summary>The names of the children that were given.</summary>
    public IReadOnlyList<string> Children => [.. ChildrenIn(Typed).Select(child => child.Name)];

    /// <summary>The choice of a mug.</summary>
    public MugChoice Mugs => new(Text.T("circles.choose-mug"), MugChoice.Ticked(Typed, Mug.FirstFree([])), [], MugChoice.MendOf(Broken, default, []));

    /// <summary>What is still to be mended; null for nothing.</summary>
    public Mend? Mend => Mugs.Mend ?? (Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null);

    /// <summary>What was typed on other pages and goes along, so that going back and forth loses nothing.</summary>
    public IEnumerable<(string Name, string Value)> Along => Typed.Along(All.Except(FieldsOf(Talk.Step)));

    private int MostRows => Circle.MostChildren - (IsOwn ? 1 : 0);

    /// <summary>The children that were given.</summary>
    /// <param name="typed">What was typed.</param>
    public static IReadOnlyList<ChildAtStart> ChildrenIn(Typed typed) =>
    [
        .. Enumerable.Range(1, Circle.MostChildren)
            .Where(n => Words.Tidy(typed["child" + n]) is not null)
            .Select(n => new ChildAtStart(Words.Tidy(typed["child" + n])!, typed.One<AgeGroup>("age" + n) ?? AgeGroup.Child)),
    ];

    /// <summary>What is missing on this page, to be said on this page; null for nothing.</summary>
    public Rule? Missing() => Talk.Step switch
    {
        StartStep.Me when Words.Tidy(Typed["name"]) is null => CircleRules.PersonHasName,
        StartStep.Me when IsTooLong("name") => CommonRules.NameNotTooLong,
        StartStep.Children when !IsOwn && Children.Count == 0 => CircleRules.HasChildren,
        StartStep.Children when Children.Count > MostRows => CircleRules.NotMoreChildren,
        StartStep.Children when Enumerable.Range(1, Circle.MostChildren).Any(n => IsTooLong("child" + n)) => CommonRules.NameNotTooLong,
        _ => null,
    };

    /// <summary>On which page something is to be mended.</summary>
    /// <param name="broken">The rule that said no.</param>
    public StartStep StepOf(Rule broken) => FieldOf(broken) switch
    {
        "name" => StartStep.Me,
        { } field when field.StartsWith("child", StringComparison.Ordinal) => StartStep.Children,
        _ => Talk.Step,
    };

    private bool IsTooLong(string field) => Words.IsTooLong(Typed[field], Words.Name);

    private string? FieldOf(Rule broken) => broken switch
    {
        _ when broken == CircleRules.HasChildren => "child1",
        _ when broken == CircleRules.NotMoreChildren => "child" + Rows,
        _ when broken == CircleRules.PersonHasName => "name",
        _ when broken == CommonRules.NameNotTooLong => All.FirstOrDefault(IsTooLong),
        _ => null,
    };

    /// <summary>The fields of a question.</summary>
    /// <param name="step">Which.</param>
    public static IReadOnlyList<string> FieldsOf(StartStep step) => step switch
    {
        StartStep.Me => ["name", "age"],
        StartStep.Children => ["apart", .. Enumerable.Range(1, Circle.MostChildren).SelectMany(n => new[] { "child" + n, "age" + n })],
        _ => ["what", .. MugChoice.Fields],
    };
}
