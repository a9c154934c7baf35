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
    public async Task Who_sends_hundreds_waits_behind_their_own_and_another_behind_one_of_them_T20()
    {
        var turns = new Turns();
        var (table, he, she) = (CircleId.New(), PersonId.New(), PersonId.New());
        var done = new List<string>();
        var begun = new TaskCompletionSource();
        var first = turns.TakeAsync(he, table, () => WaitAsync(begun.Task, "his"), CancellationToken.None);
        var flood = Enumerable.Range(0, 40).Select(_ => turns.TakeAsync(he, table, () => WaitAsync(Task.CompletedTask, "his"), CancellationToken.None)).ToList();
        var hers = turns.TakeAsync(she, table, () => WaitAsync(Task.CompletedTask, "hers"), CancellationToken.None);
        begun.SetResult();
        await Task.WhenAll([first, hers, .. flood]);
        Assert.InRange(done.IndexOf("hers"), 1, 2);
        Assert.Equal(42, done.Count);

        async Task<bool> WaitAsync(Task before, string whose)
        {
            await before;
            done.Add(whose);
            return true;
        }
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
