namespace Keukentafel.Web.Library;

/// <summary>What a figure is about; one group is never joined with another.</summary>
public enum FigureGroup
{
    /// <summary>What goes well (F24).</summary>
    GoesWell,

    /// <summary>What happens at home.</summary>
    AtHome,

    /// <summary>Measures of a judge.</summary>
    Measures,

    /// <summary>Whether it helps.</summary>
    Effect,

    /// <summary>Who is around a family.</summary>
    Around,

    /// <summary>What can go wrong elsewhere in ordinary life.</summary>
    Elsewhere,
}

/// <summary>How somebody came to a figure, which says how firmly it stands.</summary>
public enum FigureGrounds
{
    /// <summary>It stands so in the source, which does not say how it was come by.</summary>
    Told,

    /// <summary>Counted out of what organisations write down.</summary>
    Counted,

    /// <summary>Asked of people themselves.</summary>
    Asked,

    /// <summary>Estimated.</summary>
    Estimated,

    /// <summary>Thought likely by researchers, not measured.</summary>
    Inferred,

    /// <summary>Families or files were followed.</summary>
    Followed,

    /// <summary>It goes together; that the one comes of the other is not shown.</summary>
    GoesTogether,

    /// <summary>An organisation says it about itself.</summary>
    SaysItself,

    /// <summary>Weak: small groups, and many who did not answer.</summary>
    FewAnswers,

    /// <summary>A first look at a few situations.</summary>
    FirstLook,

    /// <summary>One story.</summary>
    OneStory,
}

/// <summary>
/// A figure that the vision names, with where it comes from (R146). The numbers stand here and nowhere else: the words have places for them.
/// Its words say what is counted, of whom, and what is not sure.
/// </summary>
/// <param name="Key">Its number in the list of figures of the vision.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Year">Of which year or years it is; where the source does not say, when it came out.</param>
/// <param name="Grounds">How one came to it.</param>
/// <param name="Source">Who published it, and when.</param>
/// <param name="Numbers">The numbers, in the order in which the words take them; empty where the text has none.</param>
/// <param name="Of">The way of working it is about; null for none.</param>
public sealed record Figure(
    string Key, FigureGroup Group, string Year, FigureGrounds Grounds, string Source, IReadOnlyList<decimal> Numbers, string? Of = null)
{
    /// <summary>How many numbers of the figure are parts of one whole and can be drawn beside each other; zero for none.</summary>
    public int Parts { get; init; }
}

/// <summary>
/// The figures of the vision. Left out on purpose: the children who died, who are no argument (F20), a number that is the title of a book (F22), the fixed
/// lists (F23) and the table with invented answers. F7, that all of this has a wide margin, stands above what it is about.
/// </summary>
public static class Figures
{
    private const string Vision = "Nederlands Jeugdinstituut (2020), Veiligheid in gezinnen: een zaak voor iedereen";
    private const string Prevalence = "Ten Boom e.a. (2019), De prevalentie van huiselijk geweld en kindermishandeling in Nederland, WODC";

    /// <summary>All, in the order in which they are read; what goes well first.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        new("F24a", FigureGroup.GoesWell, "2020", FigureGrounds.Told, Vision, []),
        new("F24b", FigureGroup.GoesWell, "2017", FigureGrounds.Asked, "Stevens e.a. (2018), HBSC 2017, Universiteit Utrecht", []),
        new("F24c", FigureGroup.GoesWell, "2013", FigureGrounds.Told, "Adamson (2013), Child well-being in rich countries, UNICEF", []),
        new("F4", FigureGroup.AtHome, "2019", FigureGrounds.Estimated, Prevalence, [12, 12, 17]) { Parts = 1 },
        new("F1", FigureGroup.AtHome, "2020", FigureGrounds.Told, Vision, [1, 8]),
        new("F5", FigureGroup.AtHome, "2019", FigureGrounds.Inferred, Prevalence, [12, 12]),
        new("F6", FigureGroup.AtHome, "2019", FigureGrounds.Estimated, Prevalence, [90_000, 127_000, 2.5m, 3.5m, 17, 1, 30]),
        new("F2", FigureGroup.AtHome, "2019", FigureGrounds.Estimated, Prevalence, [5.5m, 5, 1, 18, 20]),
        new("F3", FigureGroup.AtHome, "2019", FigureGrounds.Estimated, Prevalence, [20]),
        new("F8", FigureGroup.Measures, "2015–2018", FigureGrounds.Counted, "CBS StatLine, 82969NED", [30_000, 2]),
        new("F9", FigureGroup.Measures, "2001–2018", FigureGrounds.Counted, "CBS StatLine, 70809NED en 82969NED; CBS (2016)", []),
        new("F10", FigureGroup.Measures, "2018", FigureGrounds.Counted, "CBS (2019), Jeugdbescherming en Jeugdreclassering 2018", [75]),
        new("F15", FigureGroup.Measures, "2020", FigureGrounds.Told, Vision, [6, 12]),
        new("F11", FigureGroup.Effect, "1930–2005", FigureGrounds.Followed, Vision + "; Bruning (2013); Slot e.a. (2001); Dekker (2016)", [30, 40, 30]),
        new("F11a", FigureGroup.Effect, "1930–1936", FigureGrounds.Followed, "Bruning (2013), in: Effecten van en ervaringen met de ondertoezichtstelling, Sdu", [27.5m, 36.5m, 36]) { Parts = 3 },
        new("F11b", FigureGroup.Effect, "2001", FigureGrounds.Followed, "Slot e.a. (2001), 909 zorgen, Vrije Universiteit Amsterdam", [28, 38, 33]) { Parts = 3 },
        new("F12", FigureGroup.Effect, "2010–2016", FigureGrounds.GoesTogether, "Stams e.a. (2010), WODC; Busschers (2016), Universiteit van Amsterdam; Lunenburg e.a. (2006), PI Research", [8, 3, 0.5m, 14], "Deltamethode"),
        new("F13", FigureGroup.Effect, "2011–2015", FigureGrounds.SaysItself, "Jeugdbescherming Regio Amsterdam, eigen site (2015, gelezen in 2020)", [50, 60, 5.8m, 7.5m, 12, 10, 1.7m], "Generiek Gezinsgericht Werken (GGW)"),
        new("F14", FigureGroup.Effect, "2017", FigureGrounds.FewAnswers, "Vink e.a. (2017), Empowered door Signs of Safety?, TNO", [5], "Signs of Safety (SOS)"),
        new("F21", FigureGroup.Effect, "2013", FigureGrounds.FirstLook, "Van Burik & De Jong (2013), De SAVE werkwijze nader belicht, Van Montfoort", [12], "SAVE"),
        new("F16", FigureGroup.Around, "2008", FigureGrounds.Told, "Mehlkopf (2008), Een kwestie van goed regelen, JSO", [5.8m]),
        new("F17", FigureGroup.Around, "2020", FigureGrounds.OneStory, "De Gelderlander, genoemd in de visietekst van 2020", [45, 3]),
        new("F18", FigureGroup.Around, "2019", FigureGrounds.Counted, "CBS (2019), Beleidsinformatie Veilig Thuis, 1e halfjaar van 2019", [64_960, 4_165, 62_075, 1_115]),
        new("F19", FigureGroup.Elsewhere, "2017–2018", FigureGrounds.Counted, "CBS (2019); SWOV, Ernstig verkeersgewonden; RIVM, Ranglijst doodsoorzaken", [3_100, 24, 1_000, 20, 4, 18, 15]),
    ];

    /// <summary>The figures of a group.</summary>
    /// <param name="group">Which.</param>
    public static IEnumerable<Figure> In(FigureGroup group) => All.Where(one => one.Group == group);
}
