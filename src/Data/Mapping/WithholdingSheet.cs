using System.Text.Json.Serialization;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Data.Mapping;

/// <summary>How something is kept from whom it is about: only here, sealed, stands why, by whom and until when.</summary>
internal sealed record WithholdingSheet(
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("s")] int Second,
    [property: JsonPropertyName("f")] long From,
    [property: JsonPropertyName("m")] long Meanwhile,
    [property: JsonPropertyName("w")] string Reason,
    [property: JsonPropertyName("u")] DateOnly Until,
    [property: JsonPropertyName("at")] long AskedAt)
{
    [JsonPropertyName("y")]
    public long? AgreedAt { get; init; }

    [JsonPropertyName("n")]
    public long? RefusedAt { get; init; }

    [JsonPropertyName("sh")]
    public long? ShownAt { get; init; }

    [JsonPropertyName("l")]
    public WithholdingSheet? Longer { get; init; }

    [JsonPropertyName("e")]
    public WithholdingSheet? Earlier { get; init; }
}

internal static partial class Sheets
{
    private static WithholdingSheet? SheetOf(Withholding? withheld) => withheld is null
        ? null
        : new WithholdingSheet(withheld.By.Value, withheld.Second.Value, withheld.From.Bits, withheld.Meanwhile.Bits, withheld.Reason, withheld.Until, Ms(withheld.AskedAt))
        {
            AgreedAt = Ms(withheld.AgreedAt),
            RefusedAt = Ms(withheld.RefusedAt),
            ShownAt = Ms(withheld.ShownAt),
            Longer = SheetOf(withheld.Longer),
            Earlier = SheetOf(withheld.Earlier),
        };

    private static Withholding? From(WithholdingSheet? sheet) => sheet is null
        ? null
        : Withholding.Kept(
            new SeatNumber(sheet.By), new SeatNumber(sheet.Second), new SeatSet(sheet.From), new SeatSet(sheet.Meanwhile), sheet.Reason, sheet.Until,
            Moment(sheet.AskedAt), Moment(sheet.AgreedAt), Moment(sheet.RefusedAt), Moment(sheet.ShownAt), From(sheet.Longer), From(sheet.Earlier));
}
