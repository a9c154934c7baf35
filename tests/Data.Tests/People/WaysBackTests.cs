using System.Globalization;
using System.Text;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Consults;
using Keukentafel.Domain.Contributions;

namespace Keukentafel.Data.Tests.People;

public sealed class WaysBackTests
{
    private static readonly CancellationToken Always = CancellationToken.None;

    private const string Hash = "HASH-VAN-NIEUW";

    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Two_who_were_chosen_say_yes_and_after_48_hours_the_password_counts_that_was_chosen_when_asking_R6(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var ways = Ways(house);
        await ChooseAsync(house, ways);
        var (code, key) = await ways.AskAsync(house.Mother.Person, Hash);
        Assert.Equal("Moeder", await ways.WhomAsync(house.Neighbour.Person, code, Always));
        await ways.HelpAsync(house.Neighbour.Person, code, Always);
        Assert.False(await ways.IsComingBackAsync(house.Mother.Person, Always));
        await ways.HelpAsync(house.Guest.Person, code, Always);
        Assert.True(await ways.IsComingBackAsync(house.Mother.Person, Always));
        Assert.Equal(new AskedBack(house.Clock.Now.AddHours(48), false), await ways.AskedAsync(key, Always));
        house.Clock.Now += TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1);
        Assert.False(await RenewAsync(ways, house.Mother.Person, null));
        house.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.True((await ways.AskedAsync(key, Always))!.Counts);

        // Another password does nothing, nor this one for somebody else.
        Assert.False(await ways.RenewAsync(house.Mother.Person, _ => false));
        Assert.False(await RenewAsync(ways, house.Boy.Person, null));
        Assert.NotNull(await ways.AskedAsync(key, Always));
        Assert.True(await RenewAsync(ways, house.Mother.Person, Hash));

        // Once.
        Assert.Null(await ways.AskedAsync(key, Always));
        Assert.False(await RenewAsync(ways, house.Mother.Person, null));
        Assert.False(await ways.IsComingBackAsync(house.Mother.Person, Always));
        foreach (var (deed, times) in new[]
        {
            (Deed.HelpersChosen, 1L), (Deed.WayBackAsked, 1), (Deed.WayBackHelped, 2), (Deed.PasswordRenewed, 1),
        })
        {
            Assert.Equal(times, await CountAsync(house, $"trail where deed = {((int)deed).ToString(CultureInfo.InvariantCulture)}"));
        }

        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_co_host_is_never_chosen_and_with_her_code_in_hand_learns_no_more_than_with_any_other_T20(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var ways = Ways(house);
        Assert.Equal(["Buur", "Gast"], (await ways.WhoMayHelpAsync(house.Mother.Person, Always)).Select(seat => seat.Name));
        var ids = await IdsAsync(house);
        await RefusesAsync(WayBackRules.MayHelp, () => ways.ChooseAsync(house.Mother.Person, [ids["Buur"], ids["Jongen"]], Always));
        await ChooseAsync(house, ways);
        var (code, _) = await ways.AskAsync(house.Mother.Person, Hash);
        var (ofNobody, _) = await ways.AskAsync(null, Hash);
        foreach (var tried in new[] { code, ofNobody, "BCDFGHJK" })
        {
            await RefusesAsync(WayBackRules.CodeIsOpen, () => ways.WhomAsync(house.Boy.Person, tried, Always));
            await RefusesAsync(WayBackRules.CodeIsOpen, () => ways.HelpAsync(house.Boy.Person, tried, Always));
            await RefusesAsync(WayBackRules.CodeIsOpen, () => ways.HelpAsync(house.Mother.Person, tried, Always));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Whoever_floods_for_her_name_ends_nothing_of_hers_and_her_own_end_makes_his_worth_nothing(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var ways = Ways(house);
        await ChooseAsync(house, ways);
        var (code, key) = await ways.AskAsync(house.Mother.Person, Hash);
        await ways.HelpAsync(house.Neighbour.Person, code, Always);
        var flood = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            flood.Add((await ways.AskAsync(house.Mother.Person, "van hem")).Key);
        }

        await ways.HelpAsync(house.Guest.Person, code, Always);
        house.Clock.Now += LostPassword.Wait;
        foreach (var his in flood)
        {
            Assert.Equal(new AskedBack(null, false), await ways.AskedAsync(his, Always));
        }

        Assert.True(await RenewAsync(ways, house.Mother.Person, Hash));
        foreach (var his in flood)
        {
            Assert.Null(await ways.AskedAsync(his, Always));
        }

        Assert.Equal(0L, await CountAsync(house, "lost_passwords"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_name_that_nobody_has_leaves_the_same_and_one_who_chose_nobody_too(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var ways = Ways(house);
        var (_, known) = await ways.AskAsync(house.Mother.Person, Hash);
        var (_, unknown) = await ways.AskAsync(null, Hash);
        var (_, other) = await ways.AskAsync(house.Boy.Person, Hash);
        foreach (var key in new[] { known, unknown, other })
        {
            Assert.Equal(new AskedBack(null, false), await ways.AskedAsync(key, Always));
        }

        Assert.Equal(3L, await CountAsync(house, "lost_passwords"));
        Assert.Equal(3L, await CountAsync(house, $"trail where deed = {((int)Deed.WayBackAsked).ToString(CultureInfo.InvariantCulture)}"));
        house.Clock.Now += LostPassword.Lasts + TimeSpan.FromSeconds(1);
        await ways.ForgetOldAsync();
        Assert.Equal(0L, await CountAsync(house, "lost_passwords"));
        Assert.Null(await ways.AskedAsync(known, Always));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task She_stops_it_with_one_press_and_choosing_others_stops_it_too(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var ways = Ways(house);
        await ChooseAsync(house, ways);
        var (code, key) = await ways.AskAsync(house.Mother.Person, Hash);
        await HelpAsync(house, ways, code);
        await ways.StopAsync(house.Mother.Person);
        Assert.False(await ways.IsComingBackAsync(house.Mother.Person, Always));
        Assert.Null(await ways.AskedAsync(key, Always));

        (code, key) = await ways.AskAsync(house.Mother.Person, Hash);
        await HelpAsync(house, ways, code);
        await ways.ChooseAsync(house.Mother.Person, [], Always);
        house.Clock.Now += LostPassword.Wait;
        Assert.False((await ways.AskedAsync(key, Always))!.Counts);
        Assert.False(await RenewAsync(ways, house.Mother.Person, null));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Both_at_once_count_both(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var ways = Ways(house);
        await ChooseAsync(house, ways);
        var (code, _) = await ways.AskAsync(house.Mother.Person, Hash);
        await Task.WhenAll(ways.HelpAsync(house.Neighbour.Person, code, Always), ways.HelpAsync(house.Guest.Person, code, Always));
        Assert.True(await ways.IsComingBackAsync(house.Mother.Person, Always));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Neither_code_nor_key_nor_the_hash_of_the_password_nor_who_was_chosen_stands_in_the_database(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var ways = Ways(house);
        await ChooseAsync(house, ways);
        var (code, key) = await ways.AskAsync(house.Mother.Person, Hash);
        await ways.HelpAsync(house.Neighbour.Person, code, Always);
        var rows = new List<byte[]>();
        await house.Storage.AskAsync(
            null, null,
            [
                new Query("select print, key, sheet from lost_passwords", row => rows.AddRange([row.Bytes(0), row.Bytes(1), row.Bytes(2)])),
                new Query("select sheet from ways_back", row => rows.Add(row.Bytes(0))),
            ],
            Always);
        Assert.Equal(4, rows.Count);
        foreach (var row in rows.Select(Encoding.Latin1.GetString))
        {
            foreach (var secret in new[] { code, key, Hash, house.Neighbour.Person.Value.ToString(), Encoding.Latin1.GetString(house.Neighbour.Person.Value.ToByteArray()) })
            {
                Assert.DoesNotContain(secret, row, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task With_another_person_set_no_row_of_hers_shows_R9(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var ways = Ways(house);
        await ChooseAsync(house, ways);
        await ways.AskAsync(house.Mother.Person, Hash);
        foreach (var table in new[] { "ways_back", "lost_passwords" })
        {
            Assert.Equal(1L, await CountAsync(house, table, house.Mother.Person.Value));
            Assert.Equal(0L, await CountAsync(house, table, house.Boy.Person.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task For_a_week_what_was_for_her_alone_stays_shut_and_what_others_read_does_not(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (alone, all) = (await LayAsync(house, "KANARIE-1", Audience.OnlyMe), await LayAsync(house, "voor allen", Audience.Everyone));
        await house.Door.ChangeAsync(
            house.Mother, house.Table, Permission.Speak,
            visit => Task.FromResult(visit.Circle.SayContact(new SafeContact(default, default, default) { Number = "KANARIE-2" }, null, visit.Act)), Always);
        await house.Drafts.KeepAsync(house.Mother.Person, DraftId.New(), null, "/", new Dictionary<string, string[]> { ["words"] = ["KANARIE-3"] });
        house.Clock.Now += TimeSpan.FromMinutes(5);
        var named = await LayAsync(house, "KANARIE-4", Audience.These(SeatSet.Of(await MotherAsync(house))));
        house.Clock.Now += TimeSpan.FromMinutes(1);
        var shut = house.Mother with { ShutBefore = house.Clock.Now };
        house.Clock.Now += TimeSpan.FromMinutes(5);
        var later = await LayAsync(house, "nieuw", Audience.OnlyMe);

        Assert.Equal([later, named, all, alone], await SeenAsync(house, house.Mother));
        Assert.Equal([later, all], await SeenAsync(house, shut));
        await Assert.ThrowsAsync<RefusedException>(() => house.Door.OpenAsync(shut, house.Table, Look.At(alone), Always));
        await Assert.ThrowsAsync<RefusedException>(() => house.Door.ChangeAsync(
            shut, house.Table, Permission.Speak, visit => visit.FindAsync<GoodThing>(alone, Always), Always));
        await using (var visit = await house.Door.EnterAsync(shut, house.Table, Permission.Speak, Always))
        {
            Assert.Null(Door.OwnContact(visit));
            Assert.True(Door.IsOwnContactShut(visit));
        }

        await using (var open = await house.Door.EnterAsync(house.Mother, house.Table, Permission.Speak, Always))
        {
            Assert.Equal("KANARIE-2", Door.OwnContact(open)!.Number);
            Assert.False(Door.IsOwnContactShut(open));
        }

        Assert.Empty(await house.Drafts.OfAsync(house.Mother.Person, Always, shut.ShutBefore));
        Assert.Single(await house.Drafts.OfAsync(house.Mother.Person, Always));
    }

    [Fact]
    public async Task For_a_week_her_own_question_in_the_background_stays_shut_and_what_a_professional_asks_about_her_does_not_R98()
    {
        await using var house = await House.OpenAsync(Database.Sqlite);
        var mother = SeatSet.Of(await MotherAsync(house));
        var (own, theirs) = (await AskAsync(house.Mother, SeatSet.None), await AskAsync(house.Guest, mother));
        house.Clock.Now += TimeSpan.FromMinutes(1);
        var shut = house.Mother with { ShutBefore = house.Clock.Now };
        Assert.Equal([theirs, own], await ReadAsync(house.Mother));
        Assert.Equal([theirs], await ReadAsync(shut));

        // So it stays when an expert reads it too.
        await house.Door.ChangeAsync(
            house.Mother, house.Table, Permission.Speak,
            async visit =>
            {
                (await visit.FindAsync<Consult>(own, Always)).Send(visit.Circle, "Ingrid", "werkt elders", visit.Act.Today.AddDays(20), visit.Act);
                return true;
            },
            Always);
        Assert.Equal([theirs], await ReadAsync(shut));

        async Task<IEnumerable<ContributionId>> ReadAsync(Caller caller)
        {
            using var sight = await house.Door.OpenAsync(caller, house.Table, Look.Of("test", typeof(Consult)), Always);
            return [.. sight.Slips.Select(slip => slip.Id)];
        }

        Task<ContributionId> AskAsync(Caller caller, SeatSet about) => house.Door.ChangeAsync(
            caller, house.Table, Permission.Speak,
            visit =>
            {
                var words = new Dictionary<ConsultAsk, string?>
                {
                    [ConsultAsk.Fact] = "Het slaapt slecht.",
                    [ConsultAsk.FamilySays] = "Het gaat.",
                    [ConsultAsk.WantsToKnow] = "Wat helpt?",
                };
                var asked = Consult.Ask(visit.Circle, words, about, false, [], visit.Act);
                visit.Lay(asked);
                return Task.FromResult(asked.Id);
            },
            Always);
    }

    private static WaysBack Ways(House house) => new(house.Storage, house.Gate, house.Keyring, house.Clock);

    private static async Task<Dictionary<string, SeatId>> IdsAsync(House house)
    {
        await using var visit = await house.Door.EnterAsync(house.Mother, house.Table, Permission.Read, Always);
        return visit.Circle.Seats.ToDictionary(seat => seat.Name, seat => seat.Id);
    }

    private static async Task ChooseAsync(House house, WaysBack ways)
    {
        var ids = await IdsAsync(house);
        await ways.ChooseAsync(house.Mother.Person, [ids["Buur"], ids["Gast"]], Always);
    }

    private static async Task HelpAsync(House house, WaysBack ways, string code)
    {
        await ways.HelpAsync(house.Neighbour.Person, code, Always);
        await ways.HelpAsync(house.Guest.Person, code, Always);
        Assert.True(await ways.IsComingBackAsync(house.Mother.Person, Always));
    }

    private static Task<ContributionId> LayAsync(House house, string words, Audience audience) => house.Door.ChangeAsync(
        house.Mother,
        house.Table,
        Permission.Speak,
        visit =>
        {
            var good = GoodThing.Lay(visit.Circle, words, SeatSet.None, audience, visit.Act);
            visit.Lay(good);
            return Task.FromResult(good.Id);
        },
        Always);

    private static async Task<IEnumerable<ContributionId>> SeenAsync(House house, Caller caller)
    {
        using var sight = await house.Door.OpenAsync(caller, house.Table, Look.Table(), Always);
        return [.. sight.Slips.Select(slip => slip.Id)];
    }

    // What was typed fits, whatever counts; and that is this hash.
    private static Task<bool> RenewAsync(WaysBack ways, PersonId person, string? counts) => ways.RenewAsync(
        person,
        hash =>
        {
            Assert.Equal(counts, hash);
            return true;
        });

    private static async Task RefusesAsync(Rule rule, Func<Task> work) => Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBrokenException>(work)).Rule);

    private static async Task<SeatNumber> MotherAsync(House house)
    {
        await using var visit = await house.Door.EnterAsync(house.Mother, house.Table, Permission.Speak, Always);
        return visit.Me.Number;
    }

    private static async Task<long> CountAsync(House house, string what, Guid? person = null)
    {
        var count = -1L;
        await house.Storage.AskAsync(null, person, [new Query("select count(*) from " + what, row => count = row.Number(0))], Always);
        return count;
    }
}
