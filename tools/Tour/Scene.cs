using Microsoft.Playwright;

namespace Keukentafel.Tour;

/// <summary>A picture: when, whose window, which page, and what is written under it.</summary>
/// <param name="After">After how many acts of the story.</param>
/// <param name="Who">Whose window; null for somebody who is not signed in.</param>
/// <param name="Page">The page, from the table; with <c>#</c> for a thing of the story.</param>
/// <param name="Nl">The caption in Dutch.</param>
/// <param name="En">The caption in English.</param>
internal sealed record Scene(int After, string? Who, string Page, string Nl, string En)
{
    /// <summary>The part of the page that is shown; null for its top.</summary>
    public string? Shows { get; init; }

    /// <summary>What is typed on the page first.</summary>
    public (string Nl, string En)? Typed { get; init; }

    /// <summary>In which field.</summary>
    public string Field { get; init; } = "words";

    /// <summary>Whether the page is pressed on after typing.</summary>
    public bool Pressed { get; init; }

    /// <summary>What people do before the picture, and whose page it is then; null when the page is only opened.</summary>
    public Func<Stage, Task<IPage>>? Plays { get; init; }
}
