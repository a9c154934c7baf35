using System.Globalization;
using System.Text;
using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Children;

/// <summary>With which crayon a stroke is drawn. The numbers are stored: never change or reuse one.</summary>
public enum Crayon
{
    /// <summary>Black.</summary>
    Black = 1,

    /// <summary>Red.</summary>
    Red = 2,

    /// <summary>Yellow.</summary>
    Yellow = 3,

    /// <summary>Green.</summary>
    Green = 4,

    /// <summary>Blue.</summary>
    Blue = 5,

    /// <summary>Brown.</summary>
    Brown = 6,
}

/// <summary>A place on the paper of a drawing.</summary>
/// <param name="X">From the left, from 0 to <see cref="Drawing.Width"/>; a unit of its own, no pixels.</param>
/// <param name="Y">From the top, from 0 to <see cref="Drawing.Height"/>.</param>
public readonly record struct DrawnPoint(int X, int Y);

/// <summary>One movement of the hand, without lifting it (streek).</summary>
/// <param name="Crayon">With which crayon.</param>
/// <param name="Points">Along which places; at least one.</param>
public sealed record Stroke(Crayon Crayon, IReadOnlyList<DrawnPoint> Points);

/// <summary>
/// What a child drew (tekening, R11): strokes and nothing else. There is no file, so nothing of a device, a place or a name can be in it, and it is
/// drawn anew from the numbers each time.
/// </summary>
public sealed class Drawing
{
    /// <summary>How wide the paper is, in units of its own.</summary>
    public const int Width = 1000;

    /// <summary>How high the paper is, in units of its own.</summary>
    public const int Height = 700;

    /// <summary>The most strokes in a drawing.</summary>
    public const int MostStrokes = 200;

    /// <summary>The most points in a drawing, all strokes together.</summary>
    public const int MostPoints = 3000;

    /// <summary>The most characters a drawing takes when it is written out.</summary>
    public const int Longest = (MostPoints * 9) + (MostStrokes * 3);

    private const char BetweenStrokes = ';';

    private Drawing(IReadOnlyList<Stroke> strokes) => Strokes = strokes;

    /// <summary>The strokes, in the order in which they were drawn; at least one.</summary>
    public IReadOnlyList<Stroke> Strokes { get; }

    /// <summary>
    /// Reads a drawing as a page sends it and as it is kept: <c>crayon:x,y x,y</c> and a semicolon between strokes; whole numbers only. Whatever is not
    /// exactly that is refused, before anything is made of it.
    /// </summary>
    /// <param name="written">What came in.</param>
    /// <returns>The drawing; null when there is none.</returns>
    /// <exception cref="RuleBrokenException"><see cref="ChildRules.DrawingFits"/> or <see cref="ChildRules.IsADrawing"/>.</exception>
    public static Drawing? Read(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        if (written.Length > Longest)
        {
            throw new RuleBrokenException(ChildRules.DrawingFits);
        }

        var strokes = new List<Stroke>();
        var points = 0;
        var text = written.AsSpan();
        foreach (var one in text.Split(BetweenStrokes))
        {
            var stroke = StrokeOf(text[one]);
            points += stroke.Points.Count;
            strokes.Add(stroke);
            if (strokes.Count > MostStrokes || points > MostPoints)
            {
                throw new RuleBrokenException(ChildRules.DrawingFits);
            }
        }

        return new Drawing(strokes);
    }

    /// <summary>Writes it out, as <see cref="Read"/> reads it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var stroke in Strokes)
        {
            text.Append(text.Length == 0 ? "" : BetweenStrokes).Append(CultureInfo.InvariantCulture, $"{(int)stroke.Crayon}:");
            text.AppendJoin(' ', stroke.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X},{point.Y}")));
        }

        return text.ToString();
    }

    private static Stroke StrokeOf(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon != 1 || !Enum.IsDefined((Crayon)Number(text[..colon], 9)))
        {
            throw new RuleBrokenException(ChildRules.IsADrawing);
        }

        var rest = text[(colon + 1)..];
        var points = new List<DrawnPoint>();
        foreach (var one in rest.Split(' '))
        {
            var point = rest[one];
            var comma = point.IndexOf(',');
            if (comma < 0)
            {
                throw new RuleBrokenException(ChildRules.IsADrawing);
            }

            points.Add(new DrawnPoint(Number(point[..comma], Width), Number(point[(comma + 1)..], Height)));
        }

        return new Stroke((Crayon)Number(text[..colon], 9), points);
    }

    private static int Number(ReadOnlySpan<char> text, int most) =>
        text.Length is > 0 and <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new RuleBrokenException(ChildRules.IsADrawing);
}
