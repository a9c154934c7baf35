using System.Collections.Frozen;
using System.Text;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Web.Shell;

/// <summary>
/// The one place where markup is made outside a view: small drawings without any word of a person. Views write bytes as they are and encode
/// everything else.
/// </summary>
public static class Fragments
{
    private static readonly FrozenDictionary<Mug, byte[]> Small = All("mug", 44);

    private static readonly FrozenDictionary<Mug, byte[]> Big = All("mug mug-big", 44);

    /// <summary>An empty place.</summary>
    public static readonly byte[] EmptyMug =
        Encoding.UTF8.GetBytes($"<svg class=\"mug mug-empty\" width=\"44\" height=\"44\" aria-hidden=\"true\"><use href=\"{LookFiles.Mugs}#empty\"></use></svg>");

    private static readonly FrozenDictionary<string, byte[]> Icons =
        new[] { "eye", "question", "bubble", "list", "print", "back", "people", "lock", "look", "mind", "plus", "fold", "pencil", "note", "door", "phone" }
            .ToFrozenDictionary(
                name => name,
                name => Encoding.UTF8.GetBytes(
                    $"<svg class=\"icon\" width=\"20\" height=\"20\" aria-hidden=\"true\"><use href=\"{LookFiles.Marks}#{name}\"></use></svg>"));

    /// <summary>A mug.</summary>
    /// <param name="mug">Which.</param>
    public static byte[] MugOf(Mug mug) => Small[mug];

    /// <summary>A bigger mug, beside the words one is about to say.</summary>
    /// <param name="mug">Which.</param>
    public static byte[] BigMugOf(Mug mug) => Big[mug];

    /// <summary>A small mark.</summary>
    /// <param name="name">Which, as in marks.svg.</param>
    public static byte[] Icon(string name) => Icons[name];

    private static FrozenDictionary<Mug, byte[]> All(string classes, int size) =>
        (from pattern in Enum.GetValues<MugPattern>()
         from drink in Enum.GetValues<MugDrink>()
         from colour in Enum.GetValues<MugColour>()
         select new Mug(pattern, drink, colour))
        .ToFrozenDictionary(
            mug => mug,
            mug => Encoding.UTF8.GetBytes(
                $"<svg class=\"{classes} mug-{Name(mug.Colour)} drink-{Name(mug.Drink)}\" width=\"{size}\" height=\"{size}\" aria-hidden=\"true\">" +
                $"<use href=\"{LookFiles.Mugs}#{Name(mug.Pattern)}\"></use></svg>"));

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
