using System.Globalization;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Data.Tests.Store;

/// <summary>What belongs to one table lies together on disk, so that opening it costs the same however many tables there are.</summary>
public sealed class TidyTests
{
    private const int Things = 55;

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task After_tidying_the_rows_of_each_table_lie_together(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var other = await house.Door.StartAsync(house.Guest, (person, at) => Circle.Start(
            person, "Andere moeder", null, AgeGroup.Adult, null, [new ChildAtStart("Ander kind", AgeGroup.Child)], false, at));
        for (var i = 0; i < Things; i++)
        {
            await LayAsync(house.Door, house.Mother, house.Table, i);
            await LayAsync(house.Door, house.Guest, other, i);
        }

        await using var connection = await house.BreakInAsync();
        async Task<int> PagesAsync(string where) => Convert.ToInt32(
            await House.ReadAsync(connection, $"select count(distinct (ctid::text::point)[0]) from contributions where {where}"), CultureInfo.InvariantCulture);

        // They were laid in turn, so both tables lie on every page.
        var all = await PagesAsync("true");
        Assert.InRange(all, 3, 20);
        Assert.Equal(all, await PagesAsync($"circle = '{house.Table.Value}'"));
        Assert.Equal(all, await PagesAsync($"circle = '{other.Value}'"));

        await Setup.TidyAsync(house.Places, TestContext.Current.CancellationToken);

        var together = await PagesAsync($"circle = '{house.Table.Value}'") + await PagesAsync($"circle = '{other.Value}'");
        Assert.InRange(together, 2, await PagesAsync("true") + 1);
        var sight = await house.Door.OpenAsync(house.Mother, house.Table, Look.Table(), TestContext.Current.CancellationToken);
        Assert.Equal(Things, sight.Slips.Count);
        sight.Dispose();
        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task SQLite_keeps_the_rows_of_a_table_in_the_order_of_its_key()
    {
        await using var house = await House.OpenAsync(Database.Sqlite);
        await using var connection = await house.BreakInAsync();
        foreach (var table in new[] { "contributions", "seats", "laid_aside" })
        {
            var made = (string)(await House.ReadAsync(connection, $"select sql from sqlite_master where name = '{table}'"))!;
            Assert.EndsWith("without rowid", made.TrimEnd(), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("primary key (circle", made, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Task<bool> LayAsync(Door door, Caller who, CircleId circle, int i) => door.ChangeAsync(
        who,
        circle,
        Permission.Speak,
        visit =>
        {
            visit.Lay(GoodThing.Lay(visit.Circle, $"Ding {i} op tafel, gewoon een zin zoals mensen die zeggen.", SeatSet.None, Audience.Everyone, visit.Act));
            return Task.FromResult(true);
        },
        CancellationToken.None);
}
