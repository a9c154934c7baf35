using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Microsoft.AspNetCore.Html;

namespace Keukentafel.Web.Shell;

/// <summary>
/// The one place where markup is made outside a view: small drawings, and numbers to call, without any word of a person. Views write these as they are and encode
/// everything else.
/// </summary>
public static class Fragments
{
    private static readonly FrozenDictionary<Mug, HtmlString> Small = All("mug", 44);

    private static readonly FrozenDictionary<Mug, HtmlString> Big = All("mug mug-big", 44);

    private static readonly FrozenDictionary<MugColour, HtmlString> Rings = Enum.GetValues<MugColour>().ToFrozenDictionary(
        colour => colour,
        colour => new HtmlString(
            $"<svg class=\"mug mug-ring mug-{Name(colour)}\" width=\"44\" height=\"44\" aria-hidden=\"true\"><use href=\"{LookFiles.Mugs}#ring\"></use></svg>"));

    /// <summary>An empty place.</summary>
    public static readonly HtmlString EmptyMug =
        new HtmlString($"<svg class=\"mug mug-empty\" width=\"44\" height=\"44\" aria-hidden=\"true\"><use href=\"{LookFiles.Mugs}#empty\"></use></svg>");

    private static readonly FrozenDictionary<string, HtmlString> Icons =
        new[] { "eye", "question", "bubble", "list", "print", "back", "people", "lock", "look", "mind", "plus", "fold", "pencil", "note", "door", "phone", "speak", "undo", "helps", "hard", "both", "depends" }
            .ToFrozenDictionary(
                name => name,
                name => new HtmlString(
                    $"<svg class=\"icon\" width=\"20\" height=\"20\" aria-hidden=\"true\"><use href=\"{LookFiles.Marks}#{name}\"></use></svg>"));

    private static readonly FrozenDictionary<PictureWord, HtmlString> Pictures = Enum.GetValues<PictureWord>().ToFrozenDictionary(
        picture => picture,
        picture => new HtmlString(
            $"<svg class=\"picture\" width=\"64\" height=\"64\" aria-hidden=\"true\"><use href=\"{LookFiles.Pictures}#{Name(picture)}\"></use></svg>"));

    /// <summary>A picture with which a child says something; its word stands beside it.</summary>
    /// <param name="picture">Which.</param>
    public static HtmlString PictureOf(PictureWord picture) => Pictures[picture];

    /// <summary>A mug.</summary>
    /// <param name="mug">Which.</param>
    public static HtmlString MugOf(Mug mug) => Small[mug];

    /// <summary>A bigger mug, beside the words one is about to say.</summary>
    /// <param name="mug">Which.</param>
    public static HtmlString BigMugOf(Mug mug) => Big[mug];

    /// <summary>The ring that a mug leaves where it was set down.</summary>
    /// <param name="mug">Which.</param>
    public static HtmlString RingOf(Mug mug) => Rings[mug.Colour];

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A number as a telephone takes it.</summary>
    /// <param name="number">As people read it.</param>
    public static string Dialled(string number) => number.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A sentence in which a press on a number calls it: who is afraid need not type.</summary>
    /// <param name="key">The key of the sentence.</param>
    /// <param name="numbers">What goes into <c>{0}</c>, <c>{1}</c> …: numbers of the house, of no person.</param>
    public static HtmlString WithCalls(string key, params string[] numbers) => new(string.Format(
        CultureInfo.InvariantCulture,
        Encoder.Encode(Text.T(key)),
        [.. numbers.Select(number => (object)$"<a class=\"nl-link\" href=\"tel:{Dialled(number)}\">{Encoder.Encode(number)}</a>")]));

    /// <summary>A small mark.</summary>
    /// <param name="name">Which, as in marks.svg.</param>
    public static HtmlString Icon(string name) => Icons[name];

    private static FrozenDictionary<Mug, HtmlString> All(string classes, int size) =>
        (from pattern in Enum.GetValues<MugPattern>()
         from drink in Enum.GetValues<MugDrink>()
         from colour in Enum.GetValues<MugColour>()
         select new Mug(pattern, drink, colour))
        .ToFrozenDictionary(
            mug => mug,
            mug => new HtmlString(
                $"<svg class=\"{classes} mug-{Name(mug.Colour)} drink-{Name(mug.Drink)}\" width=\"{size}\" height=\"{size}\" aria-hidden=\"true\">" +
                $"<use href=\"{LookFiles.Mugs}#{Name(mug.Pattern)}\"></use></svg>"));

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
