using System.Text.Json.Serialization;
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

internal static partial class Sheets
{
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
            head, (CollaborationSentence)said.Sentence, sheet.Words, said.Next, said.Direction, said.HandsOver,
            (said.Grounds ?? new Dictionary<int, int>()).ToDictionary(pair => (CollaborationGround)pair.Key, pair => (GroundAnswer)pair.Value), additions);
    }
}
