using System.Text.Json;
using Keukentafel.Data.Mapping;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;

namespace Keukentafel.Data.Tests.Mapping;

public sealed class CoordinatorSheetsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_keeps_the_overview_comes_back_as_it_was_kept_R105_R107()
    {
        var full = new Coordinator(CoordinatorId.New(), new SeatNumber(4), new SeatNumber(1), At)
        {
            Grounds = new Dictionary<CollaborationGround, GroundAnswer>
            {
                [CollaborationGround.SameAim] = GroundAnswer.Yes,
                [CollaborationGround.FitsTogether] = GroundAnswer.No,
                [CollaborationGround.SamePeople] = GroundAnswer.NotKnown,
            },
            Said =
            [
                new CoordinatorSaid(new SeatNumber(1), CoordinatorAnswer.Yes, null, null, At),
                new CoordinatorSaid(new SeatNumber(5), CoordinatorAnswer.Yes, "Ik volg oma.", "Niets.", At.AddHours(1)),
            ],
            Since = At.AddDays(1),
            EndedAt = At.AddDays(2),
        };
        foreach (var kept in new[] { full, new Coordinator(CoordinatorId.New(), new SeatNumber(2), new SeatNumber(1), At) })
        {
            var stored = JsonSerializer.SerializeToUtf8Bytes(
                new CircleSheet(null, null, null, 0, []) { Coordinators = [Sheets.SheetOf(kept)] }, SheetJson.Default.CircleSheet);
            var back = Sheets.From(JsonSerializer.Deserialize(stored, SheetJson.Default.CircleSheet)!.Coordinators![0]);
            Assert.Equal(JsonSerializer.Serialize(kept), JsonSerializer.Serialize(back));
        }
    }
}
