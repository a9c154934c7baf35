using Keukentafel.Data.Circles;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Contributions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Tests.Trail;

/// <summary>The one gate: many at once, each for itself, and nothing handed over before it is on disk (R6).</summary>
public sealed class GateTests
{
    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task What_vanishes_while_somebodys_page_is_looked_up_is_not_on_that_page_D7(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await house.SayAsync(house.Mother, "Dit blijft.");
        var own = await house.SayAsync(house.Mother, "Dit toch niet.");
        var looks = 0;
        var look = Look.Some("find", (slips, _) =>
        {
            if (looks++ == 0)
            {
                // It was looked up, and is not written yet: now it is taken back.
                VanishAsync().GetAwaiter().GetResult();
            }

            return slips;
        });
        using var sight = await house.Door.OpenAsync(house.Neighbour, house.Table, look, CancellationToken.None);
        Assert.Equal(2, looks);
        Assert.Contains(sight.Slips, slip => slip.Contribution.Said.Contains("Dit blijft."));
        Assert.DoesNotContain(sight.Slips, slip => slip.Id == own);
        Assert.True((await house.VerifyAsync()).IsWhole);

        async Task VanishAsync() => await house.Door.ChangeAsync(
            house.Mother,
            house.Table,
            Permission.Speak,
            async visit =>
            {
                var good = await visit.FindAsync<GoodThing>(own, CancellationToken.None);
                Assert.True(good.TakeBack(visit.Act));
                visit.Vanish(good);
                return true;
            },
            CancellationToken.None);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Many_at_once_are_all_kept_and_one_that_fails_spoils_no_other(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var before = (await house.VerifyAsync()).Head!.Number;
        var good = Enumerable.Range(0, 30).Select(i => house.Gate.ChangeAsync(
            null, null, writing => Mark(writing, $"good {i}"), () => [Line(house)])).ToList();
        var half = house.Gate.ChangeAsync(
            null,
            null,
            async writing =>
            {
                await Mark(writing, "half");
                await writing.RunAsync("insert into marks (name) values ('no value')");
            },
            () => [Line(house)]);
        var later = Enumerable.Range(30, 30).Select(i => house.Gate.ChangeAsync(
            null, null, writing => Mark(writing, $"good {i}"), () => [Line(house)])).ToList();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => half);
        var numbers = await Task.WhenAll(good.Concat(later));
        Assert.Equal(60, numbers.Distinct().Count());

        await using var connection = await house.BreakInAsync();
        Assert.Equal(60L, await House.ReadAsync(connection, "select count(*) from marks where name like 'good %'"));
        Assert.Equal(0L, await House.ReadAsync(connection, "select count(*) from marks where name = 'half'"));
        var report = await house.VerifyAsync();
        Assert.True(report.IsWhole, string.Join('\n', report.Sentences));
        Assert.Equal(before + 60, report.Head!.Number);
        Assert.Equal(report.Head.Number, HeadFile.Highest(house.Keyring)!.Number);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_context_with_which_something_was_kept_can_be_used_again(Database on)
    {
        await using var house = await House.OpenAsync(on);
        for (var i = 0; i < 3; i++)
        {
            // A table is started, and later people come in: with contexts that lie ready.
            await house.Door.StartAsync(house.Mother, (person, at) => Domain.Circles.Circle.Start(
                person, "Moeder", null, Domain.Circles.AgeGroup.Adult, null, [new Domain.Circles.ChildAtStart("Kleintje", Domain.Circles.AgeGroup.Child)], false, at));
            await house.SayAsync(house.Mother, "Goed.");
            await using var one = house.Storage.NewDb();
            await using var other = house.Storage.NewDb();
            Assert.Equal(0, await one.Users.CountAsync(TestContext.Current.CancellationToken));
            Assert.Equal(0, await other.Users.CountAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Who_reads_in_the_same_commit_in_which_something_is_taken_back_changes_nothing_of_that_D7_T22(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var thing = await house.SayAsync(house.Mother, "Gezien.");
        var (held, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var holding = house.Gate.ChangeAsync(
            null,
            null,
            async _ =>
            {
                held.SetResult();
                await go.Task;
            },
            () => []);
        await held.Task;

        // Both wait at the gate now, the reader first, and go through it together.
        var reading = house.Door.OpenAsync(house.Guest, house.Table, Look.Table(), CancellationToken.None);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        var tried = 0;
        var taking = house.Door.ChangeAsync(
            house.Mother,
            house.Table,
            Permission.Speak,
            async visit =>
            {
                var good = await visit.FindAsync<GoodThing>(thing, CancellationToken.None);
                tried++;
                Assert.True(good.TakeBack(visit.Act));
                visit.Vanish(good);
                return true;
            },
            CancellationToken.None);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        go.SetResult();
        await holding;
        using var read = await reading;
        Assert.Single(read.Slips);
        await taking;

        // Not tried again because somebody read: that would be told to who takes back.
        Assert.Equal(1, tried);
        using var seen = await house.Door.OpenAsync(house.Guest, house.Table, Look.Table(), CancellationToken.None);
        Assert.Empty(seen.Slips);
        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_handed_over_R6()
    {
        await using var house = await House.OpenAsync(Database.Sqlite);
        await house.SayAsync(house.Mother, "Zichtbaar");
        await using (var other = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = house.Places.SqliteFile, Pooling = false }.ToString()))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await House.RunAsync(other, "begin immediate");
            var looking = house.Door.OpenAsync(house.Guest, house.Table, Look.Table(), CancellationToken.None);
            await Assert.ThrowsAsync<UnavailableException>(() => looking);
            await House.RunAsync(other, "rollback");
        }

        // The gate stays open for who comes after.
        using var seen = await house.Door.OpenAsync(house.Guest, house.Table, Look.Table(), CancellationToken.None);
        Assert.Single(seen.Slips);
        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    private static Task<int> Mark(Writing writing, string name) =>
        writing.RunAsync("insert into marks (name, value) values (@name, 'x')", ("name", name));

    private static TrailLine Line(House house) =>
        new(house.Clock.Now, house.Mother.Person.Value, null, 0, Deed.Opened, Permission.Read, null, "test", null, 0);
}
