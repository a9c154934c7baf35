using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Children;

/// <summary>
/// What somebody said in pictures (in beeld) or aloud besides in words (R11): pictures in an order, a drawing, a sound, or more of them. It belongs to the
/// thing it was said with, goes where that goes, is read or heard by whom that is read by, and is forgotten with its words.
/// </summary>
public sealed class Pictured
{
    /// <summary>The most pictures that go together.</summary>
    public const int MostPictures = 12;

    private Pictured(IReadOnlyList<PictureWord> pictures, Drawing? drawing, Spoken? spoken)
    {
        Pictures = pictures;
        Drawing = drawing;
        Spoken = spoken;
    }

    /// <summary>The pictures, in the order in which they were chosen; may be empty.</summary>
    public IReadOnlyList<PictureWord> Pictures { get; }

    /// <summary>What was drawn; null for nothing.</summary>
    public Drawing? Drawing { get; }

    /// <summary>That something was said aloud; null for nothing.</summary>
    public Spoken? Spoken { get; }

    /// <summary>Puts together what was chosen, drawn and said aloud.</summary>
    /// <param name="pictures">The pictures, in order.</param>
    /// <param name="drawing">What was drawn; null for nothing.</param>
    /// <param name="spoken">What was said aloud; null for nothing.</param>
    /// <returns>That; null when there is nothing.</returns>
    /// <exception cref="RuleBrokenException"><see cref="ChildRules.NotTooManyPictures"/>.</exception>
    public static Pictured? Of(IReadOnlyList<PictureWord> pictures, Drawing? drawing, Spoken? spoken = null) =>
        pictures.Count > MostPictures ? throw new RuleBrokenException(ChildRules.NotTooManyPictures)
        : pictures.Count == 0 && drawing is null && spoken is null ? null
        : new Pictured([.. pictures], drawing, spoken);
}
