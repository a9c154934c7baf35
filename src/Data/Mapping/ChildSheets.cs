using System.Text.Json.Serialization;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Data.Mapping;

/// <summary>What was said in pictures: which, a drawing as it is written out, and of what was said aloud as what and how long.</summary>
internal sealed record PicturedSheet
{
    [JsonPropertyName("p")]
    public IReadOnlyList<int>? Pictures { get; init; }

    [JsonPropertyName("d")]
    public string? Drawing { get; init; }

    [JsonPropertyName("s")]
    public SpokenSheet? Spoken { get; init; }
}

/// <summary>That something was said aloud; the sound lies apart.</summary>
internal sealed record SpokenSheet([property: JsonPropertyName("k")] int Kind, [property: JsonPropertyName("ms")] int Milliseconds);

/// <summary>The lock on the own page of a child.</summary>
internal sealed record LockSheet(
    [property: JsonPropertyName("s")] int Of,
    [property: JsonPropertyName("n")] int Length,
    [property: JsonPropertyName("p")] string Print,
    [property: JsonPropertyName("at")] long At);

/// <summary>Whom a young person chose as a supporter.</summary>
internal sealed record SupporterSheet(
    [property: JsonPropertyName("o")] int Of,
    [property: JsonPropertyName("s")] int? Seat,
    [property: JsonPropertyName("n")] string? Name,
    [property: JsonPropertyName("k")] int Known,
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("v")] int Version);

internal static partial class Sheets
{
    public static SupporterSheet SheetOf(Supporter one) =>
        new(one.Of.Value, one.Seat?.Value, one.Name, (int)one.Known, Ms(one.At), one.Version);

    public static Supporter From(SupporterSheet sheet) => new(
        new SeatNumber(sheet.Of), sheet.Seat is { } seat ? new SeatNumber(seat) : null, sheet.Name, (SupporterKnown)sheet.Known, Moment(sheet.At), sheet.Version);

    public static LockSheet SheetOf(PictureLock one) => new(one.Of.Value, one.Length, one.Print, Ms(one.At));

    public static PictureLock From(LockSheet sheet) => new(new SeatNumber(sheet.Of), sheet.Length, sheet.Print, Moment(sheet.At));

    private static PicturedSheet? SheetOf(Pictured? pictured) => pictured is null ? null : new PicturedSheet
    {
        Pictures = pictured.Pictures.Count == 0 ? null : [.. pictured.Pictures.Select(picture => (int)picture)],
        Drawing = pictured.Drawing?.ToString(),
        Spoken = pictured.Spoken is { } spoken ? new SpokenSheet((int)spoken.Kind, spoken.Milliseconds) : null,
    };

    private static Pictured? From(PicturedSheet? sheet) => sheet is null ? null : Pictured.Of(
        [.. (sheet.Pictures ?? []).Select(picture => (PictureWord)picture)], Drawing.Read(sheet.Drawing),
        sheet.Spoken is { } spoken ? new Spoken((SoundKind)spoken.Kind, spoken.Milliseconds) : null);
}
