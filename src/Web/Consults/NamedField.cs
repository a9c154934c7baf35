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

/// <summary>A form of words that leave the table.</summary>
/// <param name="Circle">The table.</param>
/// <param name="Asker">Who asks in the background.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Broken">The rule that said no; null for none.</param>
public sealed record NamedForm(Circle Circle, SeatNumber Asker, Typed Typed, Rule? Broken)
{
    /// <summary>The button, and the field, with an ordinary word that is let stand.</summary>
    public const string Stands = "stands";

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

    private List<string> NamesIn(string field) => [.. FamilyNames.In(Circle, Asker, Typed[field]).Where(word => !FamilyNames.IsLet(LetStand, word))];
}
