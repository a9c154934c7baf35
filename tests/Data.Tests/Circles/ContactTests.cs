using System.Globalization;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Data.Tests.Circles;

public sealed class ContactTests
{
    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Whoever_was_chosen_reads_it_whole_and_that_leaves_a_line_and_who_was_not_leaves_none_T22(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var said = await house.Door.ChangeAsync(
            house.Mother,
            house.Table,
            Permission.Speak,
            visit => Task.FromResult(visit.Circle.SayContact(
                new SafeContact(default, default, default)
                {
                    Number = "06",
                    Hours = "dinsdag",
                    Voicemail = true,
                    CodeWord = "pannenkoek",
                    MayHear = "mijn zus",
                    Mind = "niet op zaterdag",
                    Readers = SeatSet.Of(visit.Circle.SeatOf(house.Guest.Person)!.Number),
                },
                null,
                visit.Act)),
            CancellationToken.None);
        Assert.Null(await ReadAsync(house, house.Boy));
        Assert.Null(await ReadAsync(house, house.Neighbour));
        Assert.Null(await ReadAsync(house, house.Mother));
        Assert.Equal(0L, await LinesAsync(house));
        Assert.Empty(await house.Door.ReadersOfMineAsync(house.Mother, house.Table, CancellationToken.None));
        Assert.Equal(said, await ReadAsync(house, house.Guest));
        Assert.Equal(1L, await LinesAsync(house));
        var read = Assert.Single(await house.Door.ReadersOfMineAsync(house.Mother, house.Table, CancellationToken.None));
        Assert.Equal("Gast", read.Guest.Name);
        Assert.Empty(await house.Door.ReadersOfMineAsync(house.Boy, house.Table, CancellationToken.None));
    }

    private static async Task<SafeContact?> ReadAsync(House house, Caller caller)
    {
        await using var visit = await house.Door.EnterAsync(caller, house.Table, Permission.Speak, CancellationToken.None);
        return await house.Door.ContactAsync(visit, visit.Circle.SeatOf(house.Mother.Person)!);
    }

    private static async Task<long> LinesAsync(House house)
    {
        var count = -1L;
        await house.Storage.AskAsync(
            null, null,
            [new Query($"select count(*) from trail where deed = {((int)Deed.Opened).ToString(CultureInfo.InvariantCulture)} and part = 'contact'", row => count = row.Number(0))],
            CancellationToken.None);
        return count;
    }
}
