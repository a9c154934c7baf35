using System.Text.Json.Serialization;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Data.Mapping;

/// <summary>What a question in the background keeps.</summary>
internal sealed record ConsultSheet
{
    [JsonPropertyName("w")]
    public IReadOnlyList<ReflectionWordsSheet>? Words { get; init; }

    [JsonPropertyName("f")]
    public IReadOnlyList<FamilyAddedSheet>? Added { get; init; }

    [JsonPropertyName("e")]
    public int? Expert { get; init; }

    [JsonPropertyName("s")]
    public long? SentAt { get; init; }

    [JsonPropertyName("d")]
    public DateOnly? LookBack { get; init; }

    [JsonPropertyName("b")]
    public SaidOnceSheet? AskedBack { get; init; }

    [JsonPropertyName("r")]
    public SaidOnceSheet? Reply { get; init; }

    [JsonPropertyName("a")]
    public ExpertAdviceSheet? Advice { get; init; }

    [JsonPropertyName("o")]
    public SaidOnceSheet? CameOfIt { get; init; }

    [JsonPropertyName("x")]
    public long? StoppedAt { get; init; }
}

internal sealed record FamilyAddedSheet(
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("n")] bool RatherNot,
    [property: JsonPropertyName("w")] string? Words);

internal sealed record SaidOnceSheet([property: JsonPropertyName("w")] string Words, [property: JsonPropertyName("at")] long At);

internal sealed record ExpertAdviceSheet(
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("w")] IReadOnlyList<ReflectionWordsSheet> Words,
    [property: JsonPropertyName("s")] int Stays);

internal static partial class Sheets
{
    private static Sheet? SheetOfConsult(Contribution contribution) => contribution is not Consult consult
        ? null
        : new Sheet
        {
            Consult = new ConsultSheet
            {
                Words = consult.Words.Count == 0 ? null : [.. consult.Words.Select(one => new ReflectionWordsSheet((int)one.Ask, one.Words))],
                Added = consult.Added.Count == 0 ? null : [.. consult.Added.Select(one => new FamilyAddedSheet(one.By.Value, Ms(one.At), one.RatherNot, one.Words))],
                Expert = consult.Expert?.Value,
                SentAt = Ms(consult.SentAt),
                LookBack = consult.LookBack,
                AskedBack = SheetOf(consult.AskedBack),
                Reply = SheetOf(consult.Reply),
                Advice = consult.Advice is { } advice
                    ? new ExpertAdviceSheet(Ms(advice.At), [.. consult.Advised.Select(one => new ReflectionWordsSheet((int)one.Ask, one.Words))], (int)advice.Stays)
                    : null,
                CameOfIt = SheetOf(consult.CameOfIt),
                StoppedAt = Ms(consult.StoppedAt),
            },
        };

    private static Consult? FromConsult(ContributionKind kind, Head head, Sheet sheet, IEnumerable<Addition> additions)
    {
        if (kind != ContributionKind.Consult)
        {
            return null;
        }

        var kept = sheet.Consult ?? new ConsultSheet();
        return new Consult(
            head,
            new ConsultKept
            {
                Words = [.. (kept.Words ?? []).Select(one => ((ConsultAsk)one.Ask, one.Words))],
                Added = [.. (kept.Added ?? []).Select(one => new FamilyAdded(new SeatNumber(one.By), Moment(one.At), one.RatherNot, one.Words))],
                Advised = [.. (kept.Advice?.Words ?? []).Select(one => ((AdviceAsk)one.Ask, one.Words))],
                Expert = Seat(kept.Expert),
                SentAt = Moment(kept.SentAt),
                LookBack = kept.LookBack,
                AskedBack = From(kept.AskedBack),
                Reply = From(kept.Reply),
                Advice = kept.Advice is { } advice
                    ? new ExpertAdvice(Moment(advice.At), (ExpertStays)advice.Stays)
                    : null,
                CameOfIt = From(kept.CameOfIt),
                StoppedAt = Moment(kept.StoppedAt),
            },
            additions);
    }

    private static SaidOnceSheet? SheetOf(SaidOnce? said) => said is null ? null : new SaidOnceSheet(said.Words, Ms(said.At));

    private static SaidOnce? From(SaidOnceSheet? sheet) => sheet is null ? null : new SaidOnce(sheet.Words, Moment(sheet.At));
}
