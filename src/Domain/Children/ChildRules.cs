using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Children;

/// <summary>Rules of what a child says in its own form.</summary>
public static class ChildRules
{
    /// <summary>Something was chosen, drawn, said aloud or written.</summary>
    public static readonly Rule SaysSomething = new("child.says-something");

    /// <summary>At most <see cref="Pictured.MostPictures"/> pictures go together.</summary>
    public static readonly Rule NotTooManyPictures = new("child.not-too-many-pictures");

    /// <summary>What came in as a drawing is one.</summary>
    public static readonly Rule IsADrawing = new("child.is-a-drawing");

    /// <summary>A drawing fits on its paper: <see cref="Drawing.MostStrokes"/> strokes and <see cref="Drawing.MostPoints"/> points.</summary>
    public static readonly Rule DrawingFits = new("child.drawing-fits");

    /// <summary>What came in as a sound is one.</summary>
    public static readonly Rule IsASound = new("child.is-a-sound");

    /// <summary>A sound is not longer than <see cref="Sound.LongestSeconds"/> and not larger than <see cref="Sound.MostBytes"/>.</summary>
    public static readonly Rule SoundFits = new("child.sound-fits");

    /// <summary>The sound that goes along is the one that was listened to.</summary>
    public static readonly Rule SoundIsThere = new("child.sound-is-there");

    /// <summary>Nobody chooses pictures, draws or speaks for somebody else (R11, N14).</summary>
    public static readonly Rule OwnHand = new("child.own-hand");

    /// <summary>Only a child puts a lock on its own page.</summary>
    public static readonly Rule OwnLock = new("child.own-lock");

    /// <summary>A lock is three or four pictures in an order.</summary>
    public static readonly Rule LockOfPictures = new("child.lock-of-pictures");
}
