using System.Globalization;
using System.Text;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Data.Tests.Circles;

public sealed class HiddenAddressTests
{
    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Whoever_was_told_reads_it_and_the_owner_sees_that_and_to_others_nothing_is_there_T22(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var kept = await KeepAsync(house, house.Guest, null);
        foreach (var other in new[] { house.Neighbour, house.Boy })
        {
            await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(house, other));
            Assert.False(await IsCaughtAsync(house, other, "Lindelaan 12"));
        }

        // The own page is another one.
        await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(house, house.Mother));
        Assert.Equal(0L, await LinesAsync(house));
        Assert.Equal((kept, false), await OwnAsync(house, house.Mother));
        Assert.Equal(kept, await ReadAsync(house, house.Guest));
        Assert.Equal(1L, await LinesAsync(house));
        Assert.True(await IsCaughtAsync(house, house.Guest, "bij lindelaan 12"));
        Assert.True(await IsCaughtAsync(house, house.Mother, "bij lindelaan 12"));
        await using (var visit = await house.Door.EnterAsync(house.Mother, house.Table, Permission.Speak, CancellationToken.None))
        {
            Assert.Equal("Gast", Assert.Single(await house.Door.LooksAtMyAddressAsync(visit, CancellationToken.None)).Reader.Name);
        }

        await using (var visit = await house.Door.EnterAsync(house.Boy, house.Table, Permission.Speak, CancellationToken.None))
        {
            Assert.Empty(await house.Door.LooksAtMyAddressAsync(visit, CancellationToken.None));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task It_is_changed_and_taken_away_by_who_saw_it_and_at_once_by_one_alone_T22(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var first = await KeepAsync(house, house.Guest, null);
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                return await KeepAsync(house, house.Neighbour, first.Mark);
            }
            catch (RuleBrokenException broken) when (broken.Rule == CommonRules.NotChangedMeanwhile)
            {
                return null;
            }
        }));
        var second = Assert.Single(tries.OfType<HiddenAddress>());
        Assert.Equal((second, false), await OwnAsync(house, house.Mother));
        await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(house, house.Guest));
        Assert.Equal(second, await ReadAsync(house, house.Neighbour));
        await house.Door.ChangeAsync(
            house.Mother,
            house.Table,
            Permission.Speak,
            async visit =>
            {
                (await visit.VaultAsync(CancellationToken.None)).TakeAway(second.Mark, visit.Act);
                return true;
            },
            CancellationToken.None);
        Assert.Equal((null, false), await OwnAsync(house, house.Mother));
        await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(house, house.Neighbour));
        Assert.False(await IsCaughtAsync(house, house.Mother, "Lindelaan 12"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Who_came_in_with_a_new_password_reads_neither_the_own_nor_what_was_told_T22(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await KeepAsync(house, house.Guest, null);
        var later = house.Clock.Now.AddMinutes(1);
        Assert.Equal((null, true), await OwnAsync(house, house.Mother with { ShutBefore = later }));
        var guest = house.Guest with { ShutBefore = later };
        await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(house, guest));
        Assert.False(await IsCaughtAsync(house, guest, "Lindelaan 12"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task No_word_of_it_lies_open_in_the_database_or_the_trail_T22(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await KeepAsync(house, house.Guest, null);
        await ReadAsync(house, house.Guest);
        var seen = new StringBuilder();
        await house.Storage.AskAsync(
            house.Table.Value, null,
            [
                new Query("select sheet from hidden_addresses", row => seen.Append('.').Append(Encoding.Latin1.GetString(row.Bytes(0)))),
                new Query("select part from trail where part is not null", row => seen.Append('.').Append(row.Text(0))),
            ],
            CancellationToken.None);
        Assert.Contains("hidden-address", seen.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Lindelaan", seen.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static Task<HiddenAddress> KeepAsync(House house, Caller reader, Guid? seen) => house.Door.ChangeAsync(
        house.Mother,
        house.Table,
        Permission.Speak,
        async visit => (await visit.VaultAsync(CancellationToken.None)).Keep(
            visit.Circle,
            new HiddenAddress(default, default, default)
            {
                Street = "Lindelaan 12",
                Place = "1234 AB Utrecht",
                Also = "De Regenboog",
                Readers = SeatSet.Of(visit.Circle.SeatOf(reader.Person)!.Number),
            },
            seen,
            visit.Act),
        CancellationToken.None);

    private static async Task<(HiddenAddress?, bool)> OwnAsync(House house, Caller caller)
    {
        await using var visit = await house.Door.EnterAsync(caller, house.Table, Permission.Speak, CancellationToken.None);
        return await house.Door.OwnAddressAsync(visit, CancellationToken.None);
    }

    private static async Task<HiddenAddress> ReadAsync(House house, Caller caller)
    {
        await using var visit = await house.Door.EnterAsync(caller, house.Table, Permission.Speak, CancellationToken.None);
        return await house.Door.ReadAddressAsync(visit, visit.Circle.SeatOf(house.Mother.Person)!, CancellationToken.None);
    }

    private static async Task<bool> IsCaughtAsync(House house, Caller caller, string text) =>
        (await house.Door.HiddenAddressInAsync(caller, house.Table, CancellationToken.None))(text) is { IsPlain: true } or { Words.Count: > 0 };

    private static async Task<long> LinesAsync(House house)
    {
        var count = -1L;
        await house.Storage.AskAsync(
            null, null,
            [new Query($"select count(*) from trail where deed = {((int)Deed.Opened).ToString(CultureInfo.InvariantCulture)} and part = 'hidden-address'", row => count = row.Number(0))],
            CancellationToken.None);
        return count;
    }
}
