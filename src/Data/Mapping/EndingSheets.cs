using System.Text.Json.Serialization;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Endings;

namespace Keukentafel.Data.Mapping;

/// <summary>Whether a table ends, and what people said to that.</summary>
internal sealed record EndingSheet(
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("s")] IReadOnlyList<EndSaidSheet> Said)
{
    [JsonPropertyName("e")]
    public long? EndedAt { get; init; }

    [JsonPropertyName("o")]
    public DateOnly? OpinionsGoOn { get; init; }

    [JsonPropertyName("r")]
    public DateOnly? RestGoesOn { get; init; }

    [JsonPropertyName("og")]
    public long? OpinionsGoneAt { get; init; }

    [JsonPropertyName("c")]
    public long? ClosedAt { get; init; }

    [JsonPropertyName("oa")]
    public IReadOnlyList<int>? Opening { get; init; }
}

/// <summary>What one person said to it.</summary>
internal sealed record EndSaidSheet(
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("g")] int Enough,
    [property: JsonPropertyName("y")] bool? Stops,
    [property: JsonPropertyName("w")] string? Words,
    [property: JsonPropertyName("at")] long At);

/// <summary>What one person said for when it becomes harder again.</summary>
internal sealed record LaterSheet(
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("h")] string? Holds,
    [property: JsonPropertyName("n")] string? Notices,
    [property: JsonPropertyName("d")] string? Does,
    [property: JsonPropertyName("at")] long At);

/// <summary>From an ending to its sheet and back.</summary>
internal static partial class Sheets
{
    public static EndingSheet SheetOf(Ending ending) => new(
        ending.By.Value, Ms(ending.AskedAt),
        [.. ending.Said.Select(said => new EndSaidSheet(said.By.Value, (int)said.Enough, said.Stops, said.Words, Ms(said.At)))])
    {
        EndedAt = ending.EndedAt is { } ended ? Ms(ended) : null,
        OpinionsGoOn = ending.OpinionsGoOn,
        RestGoesOn = ending.RestGoesOn,
        OpinionsGoneAt = ending.OpinionsGoneAt is { } gone ? Ms(gone) : null,
        ClosedAt = ending.ClosedAt is { } closed ? Ms(closed) : null,
        Opening = ending.Opening.Count > 0 ? [.. ending.Opening.Select(seat => seat.Value)] : null,
    };

    public static Ending From(EndingSheet sheet) => new(new SeatNumber(sheet.By), Moment(sheet.At))
    {
        Said = [.. sheet.Said.Select(said => new EndSaid(new SeatNumber(said.By), (GoodEnough)said.Enough, said.Stops, said.Words, Moment(said.At)))],
        EndedAt = sheet.EndedAt is { } ended ? Moment(ended) : null,
        OpinionsGoOn = sheet.OpinionsGoOn,
        RestGoesOn = sheet.RestGoesOn,
        OpinionsGoneAt = sheet.OpinionsGoneAt is { } gone ? Moment(gone) : null,
        ClosedAt = sheet.ClosedAt is { } closed ? Moment(closed) : null,
        Opening = [.. (sheet.Opening ?? []).Select(seat => new SeatNumber(seat))],
    };

    public static LaterSheet SheetOf(LaterSaid said) => new(said.By.Value, said.Holds, said.Notices, said.Does, Ms(said.At));

    public static LaterSaid From(LaterSheet sheet) => new(new SeatNumber(sheet.By), sheet.Holds, sheet.Notices, sheet.Does, Moment(sheet.At));
}
