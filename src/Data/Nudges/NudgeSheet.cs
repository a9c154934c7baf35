using System.Text.Json;
using System.Text.Json.Serialization;
using Keukentafel.Data.Mapping;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Nudges;

namespace Keukentafel.Data.Nudges;

/// <summary>A nudge as it is kept, sealed under the key of whose it is.</summary>
internal sealed record NudgeSheet(
    [property: JsonPropertyName("a")] string? Address, [property: JsonPropertyName("h")] NudgeHoursSheet? Hours, [property: JsonPropertyName("on")] long? OnSince,
    [property: JsonPropertyName("s")] long? SentAt, [property: JsonPropertyName("p")] NudgeProofSheet? Proof, [property: JsonPropertyName("t")] NudgeTrySheet? Try,
    [property: JsonPropertyName("r")] long? RefusedAt, [property: JsonPropertyName("q")] IReadOnlyList<long> Asked)
{
    public static byte[] Write(Nudge nudge) => JsonSerializer.SerializeToUtf8Bytes(
        new NudgeSheet(
            nudge.Address?.Value, Of(nudge.Hours), Ms(nudge.OnSince), Ms(nudge.SentAt),
            nudge.Proof is { } proof ? new NudgeProofSheet(proof.Address.Value, Of(proof.Hours)!, proof.Code, Sheets.Ms(proof.At), proof.IsSent, proof.Wrong) : null,
            nudge.Try is { } last ? new NudgeTrySheet(last.Mail, Sheets.Ms(last.At), last.Failed, last.GoesOn) : null,
            Ms(nudge.RefusedAt), [.. nudge.Asked.Select(Sheets.Ms)]),
        NudgeJson.Default.NudgeSheet);

    public static Nudge Read(PersonId person, byte[] bytes)
    {
        var sheet = JsonSerializer.Deserialize(bytes, NudgeJson.Default.NudgeSheet)!;
        return new Nudge(person)
        {
            Address = sheet.Address is { } address ? NudgeAddress.Of(address) : null,
            Hours = sheet.Hours?.Hours(),
            OnSince = Moment(sheet.OnSince),
            SentAt = Moment(sheet.SentAt),
            Proof = sheet.Proof is { } proof
                ? new NudgeProof(NudgeAddress.Of(proof.Address), proof.Hours.Hours(), proof.Code, Sheets.Moment(proof.At)) { IsSent = proof.IsSent, Wrong = proof.Wrong }
                : null,
            Try = sheet.Try is { } last ? new NudgeTry(last.Mail, Sheets.Moment(last.At), last.Failed, last.GoesOn) : null,
            RefusedAt = Moment(sheet.RefusedAt),
            Asked = [.. sheet.Asked.Select(Sheets.Moment)],
        };
    }

    private static long? Ms(DateTimeOffset? at) => at is { } moment ? Sheets.Ms(moment) : null;

    private static DateTimeOffset? Moment(long? at) => at is { } ms ? Sheets.Moment(ms) : null;

    private static NudgeHoursSheet? Of(NudgeHours? hours) => hours is null ? null : new NudgeHoursSheet([.. hours.Days.Select(day => (int)day)], hours.From, hours.Until);
}

internal sealed record NudgeHoursSheet(
    [property: JsonPropertyName("d")] IReadOnlyList<int> Days, [property: JsonPropertyName("f")] int From, [property: JsonPropertyName("u")] int Until)
{
    public NudgeHours Hours() => NudgeHours.Of(Days.Select(day => (DayOfWeek)day), From, Until);
}

internal sealed record NudgeProofSheet(
    [property: JsonPropertyName("a")] string Address, [property: JsonPropertyName("h")] NudgeHoursSheet Hours, [property: JsonPropertyName("c")] string Code,
    [property: JsonPropertyName("at")] long At, [property: JsonPropertyName("s")] bool IsSent, [property: JsonPropertyName("w")] int Wrong);

internal sealed record NudgeTrySheet(
    [property: JsonPropertyName("m")] Guid Mail, [property: JsonPropertyName("at")] long At, [property: JsonPropertyName("f")] int Failed,
    [property: JsonPropertyName("g")] bool GoesOn);

[JsonSerializable(typeof(NudgeSheet))]
internal sealed partial class NudgeJson : JsonSerializerContext;
