using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>Which small question is asked about somebody who joins.</summary>
public enum AddStep
{
    /// <summary>Who is it?</summary>
    Who,

    /// <summary>What are they to the family, and where do they sit?</summary>
    Family,

    /// <summary>Which mug?</summary>
    Mug,
}

/// <summary>A page of the talk in which a host gives somebody a seat.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Circle">The table.</param>
/// <param name="Typed">What was typed and chosen so far.</param>
/// <param name="Asked">What is asked now.</param>
/// <param name="Broken">The rule that said no; null for none.</param>
public sealed record AddScreen(Frame Frame, Circle Circle, Typed Typed, AddStep Asked, Rule? Broken)
{
    private static readonly IReadOnlyList<string> All = [.. Enum.GetValues<AddStep>().SelectMany(FieldsOf)];

    /// <summary>The address of the form.</summary>
    public string Address => $"/tables/{Circle.Id.Value}/people/new";

    /// <summary>The id of the draft of this.</summary>
    public string Draft { get; } = Typed[Typed.DraftField] ?? DraftId.New().Value.ToString();

    /// <summary>Who sits here and cannot come in themselves yet; of the professionals only to whom every host said yes (R97).</summary>
    public IReadOnlyList<Seat> WithoutWayIn => [.. Circle.Seats.Where(seat => seat.Person is null && (!seat.IsGuest || Circle.InvolvementOf(seat.Number) is not null))];

    /// <summary>Who of them was meant; null for somebody new.</summary>
    public Seat? Sitting => WithoutWayIn.FirstOrDefault(seat => seat.Id.Value == Typed.Id("seat"));

    /// <summary>The name of whom it is about.</summary>
    public string Name => Sitting?.Name ?? Words.Tidy(Typed["name"]) ?? "";

    /// <summary>The questions.</summary>
    public Talk<AddStep> Talk => new([.. Enum.GetValues<AddStep>()], Asked);

    /// <summary>What is asked now.</summary>
    public AddStep Step => Talk.Step;

    /// <summary>What was typed on other pages and goes along, so that going back and forth loses nothing.</summary>
    public IEnumerable<(string Name, string Value)> Along => Typed.Along(All.Except(FieldsOf(Step)));

    /// <summary>The choice of a mug.</summary>
    public MugChoice Mugs
    {
        get
        {
            var chosen = MugChoice.Ticked(Typed, Mug.FirstFree([.. Circle.MugOwners().Select(seat => seat.Mug)]));
            return new MugChoice(Text.T("circles.another-mug"), chosen, Circle.MugOwners(), MugChoice.MendOf(Broken, chosen, Circle.MugOwners()));
        }
    }

    /// <summary>What is still to be mended; null for nothing.</summary>
    public Mend? Mend => Mugs.Mend ?? (Broken is { } rule ? new Mend(rule, FieldOf(rule), Pages.Sentence(rule)) : null);

    /// <summary>On which page something is to be mended.</summary>
    /// <param name="broken">The rule that said no.</param>
    public AddStep StepOf(Rule broken) => FieldOf(broken) switch
    {
        "name" => AddStep.Who,
        "what" => AddStep.Family,
        _ => Step,
    };

    private string? FieldOf(Rule broken) => broken switch
    {
        _ when broken == CircleRules.PersonHasName || broken == CircleRules.NameIsFree || broken == CircleRules.NameInOneScript => "name",
        _ when broken == CommonRules.NameNotTooLong => Words.IsTooLong(Typed["name"], Words.Name) ? "name" : "what",
        _ => null,
    };

    private static IReadOnlyList<string> FieldsOf(AddStep step) => step switch
    {
        AddStep.Who => ["seat", "name", "age"],
        AddStep.Family => ["what", "side"],
        _ => MugChoice.Fields,
    };
}
