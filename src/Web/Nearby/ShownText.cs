using Keukentafel.Domain.Nearby;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Nearby;

/// <summary>A version of a text as everybody reads it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Version">Which version.</param>
/// <param name="English">In which language.</param>
public sealed record ShownText(LocalKind Kind, LocalVersion Version, bool English)
{
    /// <summary>Whether it stands right below the heading of the page, so that no level of headings is left out.</summary>
    public bool IsHigh { get; init; }

    /// <summary>Where the photograph is; null for none.</summary>
    public string? Face { get; init; }

    /// <summary>The words, in Dutch when there is nothing else.</summary>
    public LocalWords Words => Version.In(English);

    /// <summary>The language of the words, where it is another than that of the page; else null.</summary>
    public string? Language => (English && Version.English is not null) == Text.IsEnglish ? null : English && Version.English is not null ? "en" : "nl";

    /// <summary>When one can call, and the language of that where it is another than that of the page; null for not said.</summary>
    public (string Words, string? Language)? Hours =>
        English && Version.EnglishHours is { } english ? (english, Text.IsEnglish ? null : "en") : Version.Hours is { } dutch ? (dutch, Text.IsEnglish || Language == "en" ? "nl" : null) : null;

    /// <summary>Whether a reader of English gets Dutch.</summary>
    public bool IsOnlyDutch => English && Version.English is null;

    /// <summary>What everybody reads of a text, in the language of the page; null for nothing.</summary>
    /// <param name="text">Which text.</param>
    public static ShownText? Of(LocalText text) => text.Shown is { } shown ? Of(text, shown, Text.IsEnglish) : null;

    /// <summary>A version of a text.</summary>
    /// <param name="text">Which text.</param>
    /// <param name="version">Which version.</param>
    /// <param name="english">In which language.</param>
    public static ShownText Of(LocalText text, LocalVersion version, bool english) =>
        new(text.Kind, version, english) { Face = Faces.AddressOf(text, version) };
}
