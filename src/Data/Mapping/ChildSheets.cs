using System.Text.Json.Serialization;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Data.Mapping;

/// <summary>What was said in pictures: which, and a drawing as it is written out.</summary>
internal sealed record PicturedSheet
{
    [JsonPropertyName("p")]
    public IReadOnlyList<int>? Pictures { get; init; }

    [JsonPropertyName("d")]
    public string? Drawing { get; init; }
}

/// <summary>The lock on the own page of a child.</summary>
internal sealed record LockSheet(
    [property: JsonPropertyName("s")] int Of,
    [property: JsonPropertyName("n")] int Length,
    [property: JsonPropertyName("p")] string Print,
    [property: JsonPropertyName("at")] long At);

internal static partial class Sheets
{
    public static LockSheet SheetOf(PictureLock one) => new(one.Of.Value, one.Length, one.Print, Ms(one.At));

    public static PictureLock From(LockSheet sheet) => new(new SeatNumber(sheet.Of), sheet.Length, sheet.Print, Moment(sheet.At));

    private static PicturedSheet? SheetOf(Pictured? pictured) => pictured is null ? null : new PicturedSheet
    {
        Pictures = pictured.Pictures.Count == 0 ? null : [.. pictured.Pictures.Select(picture => (int)picture)],
        Drawing = pictured.Drawing?.ToString(),
    };

    private static Pictured? From(PicturedSheet? sheet) =>
        sheet is null ? null : Pictured.Of([.. (sheet.Pictures ?? []).Select(picture => (PictureWord)picture)], Drawing.Read(sheet.Drawing));
}
