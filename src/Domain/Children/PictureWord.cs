namespace Keukentafel.Domain.Children;

/// <summary>
/// A picture with its word (plaatje), to say something without a letter (R11). The numbers are stored: never change or reuse one. None of them is a
/// step on a scale: nothing is counted or compared (R43).
/// </summary>
public enum PictureWord
{
    /// <summary>Home.</summary>
    Home = 1,

    /// <summary>School.</summary>
    School = 2,

    /// <summary>Sleeping.</summary>
    Sleep = 3,

    /// <summary>Eating.</summary>
    Eat = 4,

    /// <summary>Playing.</summary>
    Play = 5,

    /// <summary>A friend.</summary>
    Friend = 6,

    /// <summary>A pet.</summary>
    Pet = 7,

    /// <summary>Sport.</summary>
    Sport = 8,

    /// <summary>Outside.</summary>
    Outside = 9,

    /// <summary>A screen.</summary>
    Screen = 10,

    /// <summary>Going there.</summary>
    Going = 11,

    /// <summary>When.</summary>
    When = 12,

    /// <summary>Together.</summary>
    Together = 13,

    /// <summary>Alone.</summary>
    Alone = 14,

    /// <summary>A quarrel.</summary>
    Quarrel = 15,

    /// <summary>Talking.</summary>
    Talk = 16,

    /// <summary>A hug.</summary>
    Hug = 17,

    /// <summary>Quiet.</summary>
    Quiet = 18,

    /// <summary>Stop.</summary>
    Stop = 19,

    /// <summary>More often.</summary>
    MoreOften = 20,

    /// <summary>Glad.</summary>
    Glad = 21,

    /// <summary>Sad.</summary>
    Sad = 22,

    /// <summary>Angry.</summary>
    Angry = 23,

    /// <summary>Afraid.</summary>
    Afraid = 24,
}
