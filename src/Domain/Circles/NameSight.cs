namespace Keukentafel.Domain.Circles;

/// <summary>What somebody sees of a name: names that look alike are the same.</summary>
internal static class NameSight
{
    // Letters of the Greek and Cyrillic scripts, in small, and the Latin ones they look like.
    private const string Others = "авекмнорстухѕіјԁһԛԝѵαβεηικνορτυχζωϲϳ";
    private const string Latin = "abekmhopctyxsijdhqwvabenikvoptuxzwcj";

    /// <summary>A name as it looks: without signs, spaces and accents, in small Latin letters where a letter looks like one.</summary>
    /// <param name="name">The name.</param>
    public static string Of(string name) => string.Concat(new FoldedText(name).Signs.Select(Look));

    private static char Look(char sign)
    {
        var at = Others.IndexOf(sign, StringComparison.Ordinal);
        return at < 0 ? sign : Latin[at];
    }
}
