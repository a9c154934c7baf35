using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Consults;

/// <summary>A field whose words leave the table: names of people of the table are shown beside it, and an ordinary word is let stand with one press.</summary>
/// <param name="Field">The field, with what is to be mended in it.</param>
/// <param name="Names">The names that stand in it and were not let stand.</param>
public sealed record NamedField(WritingField Field, IReadOnlyList<string> Names);

/// <summary>A form of words that go to somebody who knows none of the people they are about.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Broken">The rule that said no; null for none.</param>
/// <param name="Find">Finds names in a text.</param>
/// <param name="IsLet">Whether one of them is among those that were let stand.</param>
public sealed record NamedForm(Typed Typed, Rule? Broken, Func<string?, IReadOnlyList<string>> Find, Func<IReadOnlyCollection<string>, string, bool> IsLet)
{
    /// <summary>The button, and the field, with an ordinary word that is let stand.</summary>
    public const string Stands = "stands";

    /// <summary>A form of words that leave a table, whose people are known.</summary>
    /// <param name="circle">The table.</param>
    /// <param name="asker">Who asks in the background.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="broken">The rule that said no; null for none.</param>
    public static NamedForm Of(Circle circle, SeatNumber asker, Typed typed, Rule? broken) =>
        new(typed, broken, text => FamilyNames.In(circle, asker, text), FamilyNames.IsLet);

    /// <summary>A form of words behind which no table stands: what may be a name is found by its shape.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="broken">The rule that said no; null for none.</param>
    public static NamedForm Of(Typed typed, Rule? broken) => new(typed, broken, NameSigns.In, NameSigns.IsLet);

    /// <summary>The words that were let stand.</summary>
    public IReadOnlyList<string> LetStand => Typed.All(Stands);

    /// <summary>A field of this form.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="label">What is asked.</param>
    /// <param name="how">A word of help; null for none.</param>
    /// <param name="rows">How many lines.</param>
    /// <param name="mend">What is to be mended in the form; null for nothing.</param>
    /// <param name="first">Whether the page begins here.</param>
    public NamedField Field(string name, string label, string? how, int rows, Mend? mend, bool first = false)
    {
        IReadOnlyList<string> names = Broken == ConsultRules.WithoutNames ? NamesIn(name) : [];
        var own = names.Count == 0 ? mend : new Mend(ConsultRules.WithoutNames, name, Sentence(names));
        return new NamedField(new WritingField(name, label, how, Typed[name], own) { Rows = rows, First = first }, names);
    }

    /// <summary>What is to be mended about names, at the first of these fields in which one stands; null for none.</summary>
    /// <param name="fields">The fields, in the order of the page.</param>
    public Mend? MendOf(params IReadOnlyList<string> fields) => Broken == ConsultRules.WithoutNames && fields.FirstOrDefault(field => NamesIn(field).Count > 0) is { } first
        ? new Mend(ConsultRules.WithoutNames, first, Sentence(NamesIn(first)))
        : null;

    private static string Sentence(IReadOnlyList<string> names) => Text.T(names.Count == 1 ? "consults.name-found.one" : "consults.name-found.more", Text.Names(names));

    private List<string> NamesIn(string field) => [.. Find(Typed[field]).Where(word => !IsLet(LetStand, word))];
}
