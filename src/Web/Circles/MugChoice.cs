using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>Somebody's mug is chosen freely: what is in it, the colour, the ring. A free one is ticked already, so that nobody must choose.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Chosen">What is ticked.</param>
/// <param name="Others">Who has which mug already.</param>
/// <param name="Mend">What is to be mended in this form; null for nothing.</param>
public sealed record MugChoice(string Question, Mug Chosen, IReadOnlyList<Seat> Others, Mend? Mend)
{
    /// <summary>Whether the choice lies open.</summary>
    public bool IsOpen => Mend?.Field == "mug" || Opened;

    /// <summary>Whether the choice lies open from the start.</summary>
    public bool Opened { get; init; }

    /// <summary>The names of the fields.</summary>
    public static readonly IReadOnlyList<string> Fields = ["mug-drink", "mug-colour", "mug-pattern"];

    /// <summary>A mug has all three.</summary>
    public static readonly Rule IsWhole = new("circle.mug-is-whole");

    /// <summary>The mug that was chosen; null when nobody was asked.</summary>
    /// <param name="typed">What was chosen.</param>
    /// <exception cref="RuleBrokenException">A part of it is missing or unknown.</exception>
    public static Mug? From(Typed typed)
    {
        if (Fields.All(field => typed[field] is null))
        {
            return null;
        }

        return typed.One<MugPattern>("mug-pattern") is { } pattern && typed.One<MugDrink>("mug-drink") is { } drink
            && typed.One<MugColour>("mug-colour") is { } colour
            ? new Mug(pattern, drink, colour)
            : throw new RuleBrokenException(IsWhole);
    }

    /// <summary>What is ticked: what was chosen, and for the rest what stands there now.</summary>
    /// <param name="typed">What was chosen.</param>
    /// <param name="now">What stands there now.</param>
    public static Mug Ticked(Typed typed, Mug now) => new(
        typed.One<MugPattern>("mug-pattern") ?? now.Pattern, typed.One<MugDrink>("mug-drink") ?? now.Drink,
        typed.One<MugColour>("mug-colour") ?? now.Colour);

    /// <summary>What is to be mended, in words, when the rule is about the mug; else null.</summary>
    /// <param name="broken">The rule that said no.</param>
    /// <param name="chosen">What was chosen.</param>
    /// <param name="others">Who has which mug already.</param>
    public static Mend? MendOf(Rule? broken, Mug chosen, IReadOnlyList<Seat> others)
    {
        if (broken == IsWhole)
        {
            return new Mend(IsWhole, "mug", Pages.Sentence(IsWhole));
        }

        return broken != CircleRules.MugIsFree
            ? null
            : new Mend(CircleRules.MugIsFree, "mug", others.FirstOrDefault(other => other.Mug.LooksLike(chosen)) is { } owner
                ? Text.T("circles.mug-has", owner.Name)
                : Pages.Sentence(CircleRules.MugIsFree));
    }
}
