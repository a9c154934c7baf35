namespace Keukentafel.Domain.Circles;

/// <summary>The ring of a mug.</summary>
public enum MugPattern
{
    /// <summary>Dots.</summary>
    Dots = 0,

    /// <summary>Stripes.</summary>
    Stripes = 1,

    /// <summary>Checks.</summary>
    Checks = 2,

    /// <summary>Waves.</summary>
    Waves = 3,

    /// <summary>Zigzag.</summary>
    Zigzag = 4,

    /// <summary>Flowers.</summary>
    Flowers = 5,

    /// <summary>Stars.</summary>
    Stars = 6,

    /// <summary>Plain.</summary>
    Plain = 7,
}

/// <summary>What is in a mug.</summary>
public enum MugDrink
{
    /// <summary>Coffee.</summary>
    Coffee = 0,

    /// <summary>Tea.</summary>
    Tea = 1,

    /// <summary>Milk.</summary>
    Milk = 2,

    /// <summary>Chocolate.</summary>
    Chocolate = 3,

    /// <summary>Mint tea.</summary>
    Mint = 4,

    /// <summary>Water.</summary>
    Water = 5,
}

/// <summary>The colour of a mug. It means nothing about anybody (map N1).</summary>
public enum MugColour
{
    /// <summary>Green.</summary>
    Green = 0,

    /// <summary>Clay.</summary>
    Clay = 1,

    /// <summary>Blue.</summary>
    Blue = 2,

    /// <summary>Olive.</summary>
    Olive = 3,

    /// <summary>Plum.</summary>
    Plum = 4,

    /// <summary>Slate.</summary>
    Slate = 5,

    /// <summary>Teal.</summary>
    Teal = 6,

    /// <summary>Ochre.</summary>
    Ochre = 7,
}

/// <summary>The mark of a person at a table: seen beside all that this person says, recognisable without colour.</summary>
/// <param name="Pattern">The ring.</param>
/// <param name="Drink">What is in it.</param>
/// <param name="Colour">The colour.</param>
public readonly record struct Mug(MugPattern Pattern, MugDrink Drink, MugColour Colour)
{
    /// <summary>The first mug, in a fixed order in which neighbours differ in ring and colour, that nobody at the table has.</summary>
    /// <param name="taken">The mugs in use.</param>
    public static Mug FirstFree(IReadOnlyCollection<Mug> taken) =>
        // 64 pairs of ring and colour, more than a table has seats: one is always free.
        Enumerable.Range(0, 64)
            .Select(n => new Mug((MugPattern)(n % 8), (MugDrink)(n % 6), (MugColour)((n + (n / 8)) % 8)))
            .First(mug => !taken.Any(other => other.Pattern == mug.Pattern && other.Colour == mug.Colour));
}
