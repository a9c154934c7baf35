using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Involvements;

namespace Keukentafel.Data.Tests.Circles;

public sealed class TurnsTests
{
    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Somebody_who_sends_much_at_once_makes_no_change_of_another_fail_T20(Database on)
    {
        await using var house = await House.OpenAsync(on);
        Task<bool> Share(Caller caller, int nth) => house.Door.ChangeAsync(
            caller,
            house.Table,
            Permission.Speak,
            visit =>
            {
                visit.Circle.Share(visit.Circle.SeatOf(house.Guest.Person)!.Id, nth % 2 == 0 ? Sharing.Nothing : Sharing.SinceThen, visit.Act);
                return Task.FromResult(true);
            },
            CancellationToken.None);
        var flood = Enumerable.Range(0, 40).Select(nth => Task.Run(() => Share(house.Boy, nth))).ToList();
        for (var nth = 0; nth < 10; nth++)
        {
            Assert.True(await Share(house.Mother, nth));
        }

        Assert.DoesNotContain(false, await Task.WhenAll(flood));
    }

    [Fact]
    public async Task A_change_inside_a_change_does_not_wait_for_itself()
    {
        await using var house = await House.OpenAsync(Database.Sqlite);
        var inside = await house.Door.ChangeAsync(
            house.Mother,
            house.Table,
            Permission.Speak,
            _ => house.Door.ChangeAsync(house.Boy, house.Table, Permission.Speak, visit => Task.FromResult(visit.Me.Name), CancellationToken.None),
            CancellationToken.None);
        Assert.Equal("Jongen", inside);
    }
}
