using Keukentafel.Data.Circles;
using Keukentafel.Data.Sealing;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Endings;
using Keukentafel.Domain.Statements;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Data.Tests.Circles;

public sealed class RemovalTests
{
    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Opinions_and_suspicions_go_on_their_day_the_rest_on_its_own_and_the_trail_stays_whole_R115_R129(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await LayAsync(house);
        var removals = Of(house);
        await EndAsync(house);
        Assert.Equal(new RemovalReport(0, 0), await removals.RemoveDueAsync(CancellationToken.None));
        house.Clock.Now = house.Clock.Now.AddDays(90);
        Assert.Equal(new RemovalReport(3, 0), await removals.RemoveDueAsync(CancellationToken.None));
        Assert.Equal(new RemovalReport(0, 0), await removals.RemoveDueAsync(CancellationToken.None));
        using (var sight = await house.Door.OpenAsync(house.Mother, house.Table, Look.Remains("remains"), CancellationToken.None))
        {
            Assert.Equal(["Hij was er om acht uur.", "We lachen weer."], sight.Slips.Select(slip => slip.Contribution.Said.First()).Order());
            Assert.NotNull(sight.Circle.Ending!.OpinionsGoneAt);
        }

        house.Clock.Now = house.Clock.Now.AddDays(275);
        Assert.Equal(new RemovalReport(0, 1), await removals.RemoveDueAsync(CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => house.Door.OpenAsync(house.Mother, house.Table, Look.Remains("remains"), CancellationToken.None));
        Assert.Empty(await house.Door.TablesOfAsync(house.Mother, CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(house.Keyring.Folder, "words"), house.Table.Value.ToString("N"), SearchOption.AllDirectories));
        Assert.Throws<System.Security.Cryptography.CryptographicException>(() => house.Keyring.Seal(house.Table.Value, "nieuw"u8));
        await using (var connection = await house.BreakInAsync())
        {
            foreach (var table in new[] { "contributions", "seats", "removals", "drafts" })
            {
                Assert.Equal(0L, Convert.ToInt64(await House.ReadAsync(connection, $"select count(*) from {table}"), System.Globalization.CultureInfo.InvariantCulture));
            }

            Assert.True(Convert.ToInt64(
                await House.ReadAsync(connection, $"select count(*) from trail where deed = {(int)Deed.TableRemoved}"), System.Globalization.CultureInfo.InvariantCulture) == 1);
        }

        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_table_that_is_opened_again_keeps_everything_R8(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await LayAsync(house);
        await EndAsync(house);
        await Assert.ThrowsAsync<TableEndedException>(() => house.Door.OpenAsync(house.Mother, house.Table, Look.Table(), CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => house.Door.OpenAsync(house.Guest, house.Table, Look.Table(), CancellationToken.None));
        await OpenAgainAsync(house);
        house.Clock.Now = house.Clock.Now.AddDays(400);
        Assert.Equal(new RemovalReport(0, 0), await Of(house).RemoveDueAsync(CancellationToken.None));
        using var sight = await house.Door.OpenAsync(house.Mother, house.Table, Look.Table(), CancellationToken.None);
        Assert.Equal(5, sight.Slips.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_table_that_was_removed_and_comes_back_with_an_older_backup_goes_again_R129(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await LayAsync(house);

        // As it is after a backup was put back: the rows are there, the key and the day are not.
        house.Keyring.Mark(house.Table.Value);
        house.Keyring.Destroy(house.Table.Value);
        await Of(house).RemoveDueAsync(CancellationToken.None);
        await using var connection = await house.BreakInAsync();
        Assert.Equal(0L, Convert.ToInt64(await House.ReadAsync(connection, "select count(*) from contributions"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0L, Convert.ToInt64(await House.ReadAsync(connection, "select count(*) from circles"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_table_that_opened_again_after_the_program_stopped_in_the_middle_keeps_everything_R8(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await LayAsync(house);

        // The mark was written, and then the program stopped; the key and the rows are there, and the family goes on.
        house.Keyring.Mark(house.Table.Value);
        await Of(house).RemoveDueAsync(CancellationToken.None);
        using var sight = await house.Door.OpenAsync(house.Mother, house.Table, Look.Table(), CancellationToken.None);
        Assert.Equal(5, sight.Slips.Count);
        Assert.Empty(house.Keyring.Marked());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_table_whose_key_was_lost_stops_nothing_else_from_being_removed(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await EndAsync(house);
        foreach (var key in Directory.EnumerateFiles(Path.Combine(house.Keyring.Folder, "words"), house.Table.Value.ToString("N"), SearchOption.AllDirectories))
        {
            File.Delete(key);
        }

        house.Clock.Now = house.Clock.Now.AddDays(90);
        var removals = new Removals(house.Storage, house.Gate, new Keyring(house.Keyring.Folder), house.Clock);
        Assert.Equal(new RemovalReport(0, 0), await removals.RemoveDueAsync(CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_was_said_at_an_end_comes_back_as_it_was_kept_R115(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await EndAsync(house);
        await OpenAgainAsync(house);
        await house.Door.ChangeAsync(house.Neighbour, house.Table, Permission.Speak, visit =>
        {
            visit.Circle.SayLater("Samen eten.", "Slecht slapen.", "Oma bellen.", visit.Act);
            return Task.FromResult(0);
        }, CancellationToken.None);
        await using var visit = await house.Door.EnterAsync(house.Boy, house.Table, Permission.Read, CancellationToken.None);
        var before = visit.Circle.EndingsBefore.Single();
        Assert.Equal([(GoodEnough.Yes, true), (GoodEnough.NotKnown, true)], before.Said.Select(said => (said.Enough, said.Stops!.Value)));
        Assert.Equal(("Ik twijfel.", house.Clock.Now, house.Clock.Now), (before.Said[1].Words, before.EndedAt, before.ClosedAt));
        Assert.Equal(("Samen eten.", "Slecht slapen.", "Oma bellen."), (visit.Circle.Later[0].Holds, visit.Circle.Later[0].Notices, visit.Circle.Later[0].Does));
    }

    internal static Removals Of(House house) => new(house.Storage, house.Gate, house.Keyring, house.Clock);

    private static Task LayAsync(House house) => house.Door.ChangeAsync(house.Mother, house.Table, Permission.Speak, visit =>
    {
        visit.Lay(GoodThing.Lay(visit.Circle, "We lachen weer.", SeatSet.None, Audience.Everyone, visit.Act));
        visit.Lay(Worry.Lay(visit.Circle, "Hij slaapt slecht.", SeatSet.None, null, Audience.Everyone, visit.Act));
        foreach (var (words, knowing) in new[] { ("Hij was er om acht uur.", Knowing.WasThere), ("Hij was boos.", Knowing.Think), ("Het is te druk.", Knowing.Find) })
        {
            visit.Lay(Statement.Lay(visit.Circle, words, new Source(knowing, null, null), SeatSet.None, null, null, Audience.Everyone, visit.Act));
        }

        return Task.FromResult(0);
    }, CancellationToken.None);

    private static async Task OpenAgainAsync(House house)
    {
        foreach (var who in new[] { house.Mother, house.Boy })
        {
            await house.Door.ChangeAsync(who, house.Table, Permission.OpenAgain, visit =>
            {
                visit.Circle.OpenAgain(visit.Act);
                return Task.FromResult(0);
            }, CancellationToken.None);
        }
    }

    internal static Task EndAsync(House house) => house.Door.ChangeAsync(house.Mother, house.Table, Permission.Host, visit =>
    {
        visit.Circle.AskToEnd(GoodEnough.Yes, null, visit.Act);
        var boy = visit.Circle.Admit(house.Boy.Person, Permission.Speak, visit.Act.At)!;
        visit.Circle.SayAtEnd(GoodEnough.NotKnown, true, "Ik twijfel.", boy);
        visit.Circle.End(new Terms(90, 365), visit.Act);
        return Task.FromResult(0);
    }, CancellationToken.None);
}
