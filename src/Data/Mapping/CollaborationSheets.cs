using System.Text.Json.Serialization;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Data.Mapping;

/// <summary>What is kept of how somebody sees the working together.</summary>
internal sealed record CollaborationSheet
{
    [JsonPropertyName("l")]
    public int Sentence { get; init; }

    [JsonPropertyName("n")]
    public string? Next { get; init; }

    [JsonPropertyName("d")]
    public string? Direction { get; init; }

    [JsonPropertyName("h")]
    public string? HandsOver { get; init; }

    [JsonPropertyName("g")]
    public IReadOnlyDictionary<int, int>? Grounds { get; init; }
}

/// <summary>What is kept of who keeps the overview, from being asked for on.</summary>
internal sealed record CoordinatorSheet(
    [property: JsonPropertyName("i")] Guid Id,
    [property: JsonPropertyName("w")] int Who,
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("g")] IReadOnlyDictionary<int, int> Grounds)
{
    [JsonPropertyName("y")]
    public IReadOnlyList<CoordinatorSaidSheet>? Said { get; init; }

    [JsonPropertyName("s")]
    public long? Since { get; init; }

    [JsonPropertyName("e")]
    public long? EndedAt { get; init; }

    [JsonPropertyName("t")]
    public long? TakenBackAt { get; init; }
}

/// <summary>What one person said to it.</summary>
internal sealed record CoordinatorSaidSheet(
    [property: JsonPropertyName("b")] int By,
    [property: JsonPropertyName("a")] int Answer,
    [property: JsonPropertyName("d")] string? Direction,
    [property: JsonPropertyName("h")] string? HandsOver,
    [property: JsonPropertyName("at")] long At);

internal static partial class Sheets
{
    public static CoordinatorSheet SheetOf(Coordinator coordinator) => new(
        coordinator.Id.Value, coordinator.Who.Value, coordinator.By.Value, Ms(coordinator.At),
        coordinator.Grounds.ToDictionary(pair => (int)pair.Key, pair => (int)pair.Value))
    {
        Said = coordinator.Said.Count == 0
            ? null
            : [
                .. coordinator.Said.Select(said => new CoordinatorSaidSheet(
                    said.By.Value, (int)said.Answer, said.Direction, said.HandsOver, Ms(said.At))),
            ],
        Since = Ms(coordinator.Since),
        EndedAt = Ms(coordinator.EndedAt),
        TakenBackAt = Ms(coordinator.TakenBackAt),
    };

    public static Coordinator From(CoordinatorSheet sheet) => new(
        new CoordinatorId(sheet.Id), new SeatNumber(sheet.Who), new SeatNumber(sheet.By), Moment(sheet.At))
    {
        Grounds = GroundsIn(sheet.Grounds),
        Said =
        [
            .. (sheet.Said ?? []).Select(said => new CoordinatorSaid(
                new SeatNumber(said.By), (CoordinatorAnswer)said.Answer, said.Direction, said.HandsOver, Moment(said.At))),
        ],
        Since = Moment(sheet.Since),
        EndedAt = Moment(sheet.EndedAt),
        TakenBackAt = Moment(sheet.TakenBackAt),
    };

    private static Dictionary<CollaborationGround, GroundAnswer> GroundsIn(IReadOnlyDictionary<int, int>? sheet) =>
        (sheet ?? new Dictionary<int, int>()).ToDictionary(pair => (CollaborationGround)pair.Key, pair => (GroundAnswer)pair.Value);

    private static Sheet? SheetOfCollaboration(Contribution contribution) => contribution is Collaboration said
        ? new Sheet
        {
            Words = said.Noticed,
            Collaboration = new CollaborationSheet
            {
                Sentence = (int)said.Sentence,
                Next = said.Next,
                Direction = said.Direction,
                HandsOver = said.HandsOver,
                Grounds = said.Grounds.Count == 0 ? null : said.Grounds.ToDictionary(pair => (int)pair.Key, pair => (int)pair.Value),
            },
        }
        : null;

    private static Collaboration FromCollaboration(Head head, Sheet sheet, IEnumerable<Addition> additions)
    {
        var said = sheet.Collaboration!;
        return new Collaboration(
            head, (CollaborationSentence)said.Sentence, sheet.Words, said.Next, said.Direction, said.HandsOver, GroundsIn(said.Grounds), additions);
    }
}
