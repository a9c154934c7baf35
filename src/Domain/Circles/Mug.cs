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
    // Ring and drink together; a table of more people than pairs has twins in another colour.
    private const int Pairs = 48;

    /// <summary>Whether two mugs are the same to who does not see the colour: the same ring and the same drink.</summary>
    /// <param name="other">The other.</param>
    public bool LooksLike(Mug other) => Pattern == other.Pattern && Drink == other.Drink;

    /// <summary>Whether somebody can have this mug: nobody's looks like it. Once all rings and drinks are in use, another colour will do.</summary>
    /// <param name="taken">The mugs in use.</param>
    public bool IsFree(IReadOnlyCollection<Mug> taken)
    {
        var mug = this;
        return !taken.Contains(mug)
            && (!taken.Any(mug.LooksLike) || taken.Select(other => (other.Pattern, other.Drink)).Distinct().Count() == Pairs);
    }

    /// <summary>The first mug that is free, in a fixed order in which neighbours differ in ring, drink and colour.</summary>
    /// <param name="taken">The mugs in use.</param>
    public static Mug FirstFree(IReadOnlyCollection<Mug> taken) =>
        // Eight times all pairs, more than a table has seats: one is always free.
        Enumerable.Range(0, Pairs * 8)
            .Select(n => (Pair: n % Pairs, Round: n / Pairs))
            .Select(n => new Mug(
                (MugPattern)(n.Pair % 8), (MugDrink)((n.Pair + (n.Pair / 24)) % 6), (MugColour)((n.Pair + (n.Pair / 8) + n.Round) % 8)))
            .First(mug => mug.IsFree(taken));
}
