using Keukentafel.Domain.Access;

namespace Keukentafel.Web.Contributions;

/// <summary>What the composer asks about before it goes on, so that nothing becomes something that nobody chose.</summary>
public static class LayRules
{
    /// <summary>It is said what this is.</summary>
    public static readonly Rule SaysWhat = new("lay.says-what");

    /// <summary>Whoever wants that somebody does not read it yet says first whom it is about.</summary>
    public static readonly Rule SaysAboutWhom = new("lay.says-about-whom");

    /// <summary>Who chose "only these people" says which.</summary>
    public static readonly Rule NamesReaders = new("lay.names-readers");

    /// <summary>Names and another group together are not clear: it is asked, never widened.</summary>
    public static readonly Rule ReadersAreClear = new("lay.readers-clear");
}
