using System.Text.Json.Serialization;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Data.Mapping;

/// <summary>How somebody is reached safely, as it is kept sealed on the circle's sheet.</summary>
internal sealed record ContactSheet(
    [property: JsonPropertyName("b")] int By, [property: JsonPropertyName("m")] Guid Mark, [property: JsonPropertyName("at")] long At)
{
    [JsonPropertyName("n")]
    public string? Number { get; init; }

    [JsonPropertyName("h")]
    public string? Hours { get; init; }

    [JsonPropertyName("v")]
    public bool Voicemail { get; init; }

    [JsonPropertyName("c")]
    public string? CodeWord { get; init; }

    [JsonPropertyName("l")]
    public string? MayHear { get; init; }

    [JsonPropertyName("x")]
    public string? Mind { get; init; }

    [JsonPropertyName("r")]
    public long Readers { get; init; }

    public static ContactSheet Of(SafeContact contact) => new(contact.By.Value, contact.Mark, Sheets.Ms(contact.At))
    {
        Number = contact.Number,
        Hours = contact.Hours,
        Voicemail = contact.Voicemail,
        CodeWord = contact.CodeWord,
        MayHear = contact.MayHear,
        Mind = contact.Mind,
        Readers = contact.Readers.Bits,
    };

    public SafeContact Contact() => new(new SeatNumber(By), Mark, Sheets.Moment(At))
    {
        Number = Number,
        Hours = Hours,
        Voicemail = Voicemail,
        CodeWord = CodeWord,
        MayHear = MayHear,
        Mind = Mind,
        Readers = new SeatSet(Readers),
    };
}
