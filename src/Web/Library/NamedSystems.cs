namespace Keukentafel.Web.Library;

/// <summary>What a named system has to do with.</summary>
public enum SystemGroup
{
    /// <summary>Worries: noticing, calling, forms.</summary>
    Worries,

    /// <summary>Ways of working.</summary>
    Ways,

    /// <summary>Working together.</summary>
    Together,

    /// <summary>Own people, volunteers, learning.</summary>
    People,

    /// <summary>Measures and what one could do instead.</summary>
    Measures,
}

/// <summary>What this program does with a named system.</summary>
public enum InProduct
{
    /// <summary>It is told about here, and that is all.</summary>
    Told,

    /// <summary>Anybody finds something of it on a page without an account.</summary>
    Open,

    /// <summary>It has a part of its own at a table.</summary>
    AtTable,

    /// <summary>It is not done, on purpose.</summary>
    Never,
}

/// <summary>A system or instrument that the vision names (map 4.1). What it is good for and where it ends are words of the same number.</summary>
/// <param name="Number">Its number, S1 to S39.</param>
/// <param name="Name">What it is called; a name is not translated, nor made plainer than it is.</param>
/// <param name="Group">What it has to do with.</param>
/// <param name="Place">What this program does with it.</param>
/// <param name="Part">The part of the program: an address that anybody opens, or the folder of a slice; null for none.</param>
public sealed record NamedSystem(int Number, string Name, SystemGroup Group, InProduct Place, string? Part = null)
{
    /// <summary>The key of its words.</summary>
    public string Key => "S" + Number;
}

/// <summary>Every system that the vision names, each with its honest limits (N36).</summary>
public static class NamedSystems
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<NamedSystem> All { get; } =
    [
        new(1, "Verwijsindex", SystemGroup.Worries, InProduct.Never),
        new(2, "Meldcode", SystemGroup.Worries, InProduct.Open, "/work"),
        new(3, "Telefoonnummer en website voor zorgen", SystemGroup.Worries, InProduct.Open, "/think"),
        new(4, "ARIJ, CARE-NL, LIRIK, ORBA", SystemGroup.Worries, InProduct.AtTable, "Overviews"),
        new(5, "Vinklijst", SystemGroup.Worries, InProduct.Never),
        new(6, "Triage-instrument Veilig Thuis", SystemGroup.Worries, InProduct.Told),
        new(25, "Risicotaxatie zonder aanleiding", SystemGroup.Worries, InProduct.Never),
        new(26, "Big data; GIRFEC", SystemGroup.Worries, InProduct.Never),
        new(35, "Campagnes", SystemGroup.Worries, InProduct.Told),
        new(39, "‘Kinderen beschermen doen we samen’", SystemGroup.Worries, InProduct.Told),
        new(34, "Ouderlijk toezicht op internet", SystemGroup.Worries, InProduct.Told),
        new(7, "Deltamethode", SystemGroup.Ways, InProduct.Told),
        new(8, "Signs of Safety (SOS)", SystemGroup.Ways, InProduct.Told),
        new(9, "Verve, Veiligheid en regie voor elk", SystemGroup.Ways, InProduct.Told),
        new(10, "SAVE, Samenwerken aan veiligheid", SystemGroup.Ways, InProduct.Told),
        new(11, "Generiek Gezinsgericht Werken (GGW), later Intensief Systeemgericht Casemanagement (ISC)", SystemGroup.Ways, InProduct.Told),
        new(12, "Aanpak van Vogtländer en Van Arum", SystemGroup.Ways, InProduct.AtTable, "Plans"),
        new(32, "Intensieve pedagogische thuishulp", SystemGroup.Ways, InProduct.Told),
        new(30, "Outreachende hulp", SystemGroup.Ways, InProduct.Told),
        new(36, "Samen Lerend Doen Wat Werkt", SystemGroup.Ways, InProduct.Told),
        new(13, "Gezinscoach, casemanager", SystemGroup.Together, InProduct.AtTable, "Collaborations"),
        new(14, "Vergadertafel", SystemGroup.Together, InProduct.AtTable, "Talks"),
        new(15, "Digitaal samenwerkingsplatform", SystemGroup.Together, InProduct.AtTable, "Circles"),
        new(16, "1-gezin-1-plan", SystemGroup.Together, InProduct.AtTable, "Plans"),
        new(17, "Integrale planning en uitvoering", SystemGroup.Together, InProduct.AtTable, "Collaborations"),
        new(19, "Kwaliteitskader lokale teams", SystemGroup.Together, InProduct.Told),
        new(33, "Veilig Thuis en Raad samen", SystemGroup.Together, InProduct.Told),
        new(37, "Raamwerk voor samenhangende zorg (Heath e.a., 2013)", SystemGroup.Together, InProduct.AtTable, "Collaborations"),
        new(18, "Praatplaten", SystemGroup.People, InProduct.Open, "/know/who"),
        new(20, "Tabel met antwoorden van gezinnen", SystemGroup.People, InProduct.Told),
        new(21, "Eigen Kracht-conferentie, familienetwerkberaad", SystemGroup.People, InProduct.Told),
        new(22, "Home-Start", SystemGroup.People, InProduct.Told),
        new(23, "Maatjes", SystemGroup.People, InProduct.Told),
        new(24, "Raad van burgers, informant, vrijwillige voogd", SystemGroup.People, InProduct.Told),
        new(31, "Intervisie, coaching", SystemGroup.People, InProduct.AtTable, "Reflections"),
        new(27, "Maatregel: ots, voogdij, voorlopige maatregel", SystemGroup.Measures, InProduct.AtTable, "Frames"),
        new(28, "Contactverbod, gebiedsverbod", SystemGroup.Measures, InProduct.Told),
        new(29, "Gedwongen behandeling van volwassenen", SystemGroup.Measures, InProduct.Told),
        new(38, "Toezicht op gezin of volwassene", SystemGroup.Measures, InProduct.Told),
    ];
}
