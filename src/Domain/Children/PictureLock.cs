using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Domain.Children;

/// <summary>
/// The lock on a child's own page (plaatjesslot): some pictures in an order. What is kept is a print of them, as of a password, and how many they
/// are. It opens or shuts the child's own session and gives nobody anything that the child's password does not give.
/// </summary>
/// <param name="Of">Whose page.</param>
/// <param name="Length">How many pictures.</param>
/// <param name="Print">A slow print of them.</param>
/// <param name="At">When it was chosen, UTC.</param>
public sealed record PictureLock(SeatNumber Of, int Length, string Print, DateTimeOffset At)
{
    /// <summary>The fewest pictures of a lock.</summary>
    public const int Fewest = 3;

    /// <summary>The most pictures of a lock.</summary>
    public const int Most = 4;

    /// <summary>The pictures a lock is made of: few enough to see at once.</summary>
    public static readonly IReadOnlyList<PictureWord> Choice =
    [
        PictureWord.Home, PictureWord.School, PictureWord.Sleep, PictureWord.Eat, PictureWord.Play, PictureWord.Friend,
        PictureWord.Pet, PictureWord.Sport, PictureWord.Outside, PictureWord.Screen, PictureWord.Going, PictureWord.Hug,
    ];

    /// <summary>The pictures as one text, of which the print is made.</summary>
    /// <param name="pictures">The pictures, in order.</param>
    /// <exception cref="RuleBrokenException"><see cref="ChildRules.LockOfPictures"/>.</exception>
    public static string TextOf(IReadOnlyList<PictureWord> pictures) =>
        pictures.Count is >= Fewest and <= Most && pictures.All(picture => Choice.Contains(picture))
            ? string.Join(' ', pictures.Select(picture => (int)picture))
            : throw new RuleBrokenException(ChildRules.LockOfPictures);
}
