using System.Globalization;
using System.Text;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Nudges;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Endings;
using Keukentafel.Domain.Nudges;

namespace Keukentafel.Data.Tests.Nudges;

public sealed class NudgeKeeperTests
{
    private const string Address = "kanarie-7@example.org";

    private static readonly CancellationToken Always = CancellationToken.None;

    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Something_new_is_one_mail_and_the_next_comes_a_day_later_and_after_a_look_R128_partly(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var keeper = Keeper(house);
        await house.SayAsync(house.Mother, "Van voor het aanstond.");
        await TurnOnAsync(house, keeper, house.Neighbour);
        await LaterAsync(house, TimeSpan.FromHours(1));
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
        await house.SayAsync(house.Mother, "Er is soep.");
        await house.SayAsync(house.Boy, "Voor iedereen.");
        var mail = Assert.IsType<NudgeMail>(await TakeAsync(keeper, house.Neighbour));
        Assert.Equal((house.Neighbour.Person, Address, null, "nl"), (mail.For, mail.Address, mail.Code, mail.Language));

        // It is on its way: nobody takes it a second time.
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
        await keeper.EndAsync(mail, NudgeOutcome.Sent);
        await LaterAsync(house, TimeSpan.FromMinutes(1));
        await house.SayAsync(house.Mother, "En nog iets.");
        Assert.Null(await TakeAsync(keeper, house.Neighbour));

        // A day later they did not look: they know already.
        await LaterAsync(house, TimeSpan.FromDays(3));
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
        await LookAsync(house, house.Neighbour);
        await LaterAsync(house, TimeSpan.FromHours(1));
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
        await house.SayAsync(house.Mother, "Na het kijken.");
        var second = Assert.IsType<NudgeMail>(await TakeAsync(keeper, house.Neighbour));
        Assert.NotEqual(mail.Mail, second.Mail);
        await keeper.EndAsync(second, NudgeOutcome.Sent);

        // Looked, and something new, but within the day.
        await LaterAsync(house, TimeSpan.FromMinutes(1));
        await LookAsync(house, house.Neighbour);
        await LaterAsync(house, TimeSpan.FromHours(2));
        await house.SayAsync(house.Mother, "Op dezelfde dag.");
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
        await LaterAsync(house, TimeSpan.FromHours(22));
        Assert.NotNull(await TakeAsync(keeper, house.Neighbour));
        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_somebody_may_not_read_and_what_they_laid_themselves_is_no_reason_T20_T22(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var keeper = Keeper(house);
        await TurnOnAsync(house, keeper, house.Neighbour);
        await LaterAsync(house, TimeSpan.FromHours(1));
        var boy = SeatSet.Of((await SeatAsync(house, "Jongen")).Number);
        var hidden = await SayAsync(house, house.Mother, Audience.OnlyMe);
        await SayAsync(house, house.Mother, new Audience(Readers.These, boy));
        await SayAsync(house, house.Neighbour, Audience.Everyone);
        await house.Door.ChangeAsync(
            house.Mother, house.Table, Permission.Speak,
            async visit =>
            {
                var thing = await visit.FindAsync<GoodThing>(hidden, Always);
                return thing.TakeBack(visit.Act);
            },
            Always);
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
        Assert.Null((await keeper.OfAsync(house.Neighbour.Person, Always)).Try);
        await SayAsync(house, house.Mother, Audience.Everyone);
        Assert.NotNull(await TakeAsync(keeper, house.Neighbour));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_somebody_was_shown_in_the_same_visit_is_no_reason_and_what_came_after_it_is(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var keeper = Keeper(house);
        await TurnOnAsync(house, keeper, house.Neighbour);
        await house.SayAsync(house.Mother, "Er is soep.");
        await LaterAsync(house, TimeSpan.FromMinutes(20));
        await LookAsync(house, house.Neighbour, again: false);
        await LaterAsync(house, TimeSpan.FromHours(2));
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
        await house.SayAsync(house.Mother, "Er is brood.");
        Assert.NotNull(await TakeAsync(keeper, house.Neighbour));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task It_waits_for_the_safe_hours_where_people_live_and_for_who_is_looking_now(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var keeper = Keeper(house);

        // On Tuesdays from 18 to 20 o'clock; it is ten in the morning there.
        await TurnOnAsync(house, keeper, house.Neighbour, NudgeHours.Of([DayOfWeek.Tuesday], 18, 20));
        await LaterAsync(house, TimeSpan.FromHours(1));
        await house.SayAsync(house.Mother, "Er is soep.");
        foreach (var (hours, comes) in new[] { (0.0, false), (6.99, false), (1.0, true) })
        {
            await LaterAsync(house, TimeSpan.FromHours(hours));
            Assert.Equal(comes, await TakeAsync(keeper, house.Neighbour) is { } mail && await FailAsync(keeper, mail));
        }

        // 20.00 there: outside. A week later, in the summer time of another year, just as well.
        house.Clock.Now = new DateTimeOffset(2026, 11, 24, 19, 0, 0, TimeSpan.Zero);
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
        house.Clock.Now = new DateTimeOffset(2027, 7, 6, 15, 59, 0, TimeSpan.Zero);
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
        house.Clock.Now = new DateTimeOffset(2027, 7, 6, 16, 0, 0, TimeSpan.Zero);
        await LookAsync(house, house.Neighbour);
        await LaterAsync(house, TimeSpan.FromMinutes(1));
        await house.SayAsync(house.Mother, "Er is brood.");
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
        await LaterAsync(house, TimeSpan.FromMinutes(31));
        Assert.NotNull(await TakeAsync(keeper, house.Neighbour));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Who_rests_who_left_and_a_table_that_ended_get_nothing_more_at_once_R8_partly(Database on)
    {
        foreach (var how in new[] { "rest", "stop", "end" })
        {
            await using var house = await House.OpenAsync(on);
            var keeper = Keeper(house);
            await TurnOnAsync(house, keeper, house.Neighbour);
            await LaterAsync(house, TimeSpan.FromHours(1));
            await house.SayAsync(house.Mother, "Er is soep.");
            if (how == "end")
            {
                await DoAsync(house, house.Mother, Permission.Host, visit => visit.Circle.AskToEnd(GoodEnough.Yes, null, visit.Act));
                await DoAsync(house, house.Boy, Permission.Speak, visit => visit.Circle.SayAtEnd(GoodEnough.Yes, true, null, visit.Act));
                await DoAsync(house, house.Mother, Permission.Host, visit => visit.Circle.End(new Terms(90, 365), visit.Act));
            }
            else
            {
                await DoAsync(house, house.Neighbour, Permission.Speak, visit =>
                {
                    if (how == "rest")
                    {
                        visit.Circle.Rest(visit.Act);
                    }
                    else
                    {
                        visit.Circle.StopMyPart(visit.Act);
                    }
                });
            }

            await LaterAsync(house, TimeSpan.FromHours(1));
            Assert.Null(await TakeAsync(keeper, house.Neighbour));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_cannot_be_sent_waits_and_is_the_same_mail_later_until_it_is_looked_at(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var keeper = Keeper(house);
        await TurnOnAsync(house, keeper, house.Neighbour);
        await LaterAsync(house, TimeSpan.FromHours(1));
        await house.SayAsync(house.Mother, "Er is soep.");
        var mail = (await TakeAsync(keeper, house.Neighbour))!;
        await keeper.EndAsync(mail, NudgeOutcome.Failed);
        await LaterAsync(house, TimeSpan.FromMinutes(4));
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
        await LaterAsync(house, TimeSpan.FromMinutes(1));
        Assert.Equal(mail, await TakeAsync(keeper, house.Neighbour));

        // Whoever had it was stopped hard.
        await LaterAsync(house, TimeSpan.FromMinutes(11));
        Assert.Equal(mail, await TakeAsync(keeper, house.Neighbour));
        await keeper.EndAsync(mail, NudgeOutcome.Failed);
        await LookAsync(house, house.Neighbour);
        await LaterAsync(house, TimeSpan.FromHours(5));
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Two_who_go_round_at_once_send_one_mail(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var keeper = Keeper(house);
        await TurnOnAsync(house, keeper, house.Neighbour);
        await LaterAsync(house, TimeSpan.FromHours(1));
        await house.SayAsync(house.Mother, "Er is soep.");
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TakeAsync(Keeper(house), house.Neighbour)));
        Assert.Single(taken.OfType<NudgeMail>());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_address_that_takes_no_mail_is_forgotten_and_all_of_it_stands_in_the_trail_without_words(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var keeper = Keeper(house);
        await TurnOnAsync(house, keeper, house.Neighbour);
        await LaterAsync(house, TimeSpan.FromHours(1));
        await house.SayAsync(house.Mother, "Er is soep.");
        var mail = (await TakeAsync(keeper, house.Neighbour))!;
        await keeper.EndAsync(mail, NudgeOutcome.Refused);
        var refused = await keeper.OfAsync(house.Neighbour.Person, Always);
        Assert.Equal((false, house.Clock.Now), (refused.IsOn, refused.RefusedAt!.Value));
        await keeper.TurnOffAsync(house.Neighbour.Person);
        Assert.Null((await keeper.OfAsync(house.Neighbour.Person, Always)).RefusedAt);
        await TurnOnAsync(house, keeper, house.Neighbour);
        await keeper.TurnOffAsync(house.Neighbour.Person);
        Assert.Equal(2, await CountAsync(house, Deed.NudgeTurnedOn));
        Assert.Equal(2, await CountAsync(house, Deed.NudgeTurnedOff));
        Assert.True((await house.VerifyAsync()).IsWhole);

        // After a day nothing is left of it.
        await LaterAsync(house, TimeSpan.FromDays(2));
        Assert.Equal([house.Neighbour.Person], await keeper.EverybodyAsync(Always));
        Assert.Null(await TakeAsync(keeper, house.Neighbour));
        Assert.Empty(await keeper.EverybodyAsync(Always));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_code_is_sent_at_any_hour_and_once_and_opens_nothing_when_it_is_another_or_too_old(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var keeper = Keeper(house);
        await AskAsync(keeper, house.Neighbour, NudgeHours.Of([DayOfWeek.Sunday], 3, 4));
        var mail = (await keeper.TakeAsync(house.Neighbour.Person, true, Always))!;
        Assert.Matches("^[0-9]{6}$", mail.Code);
        await keeper.EndAsync(mail, NudgeOutcome.Sent);
        Assert.Null(await keeper.TakeAsync(house.Neighbour.Person, true, Always));
        var other = mail.Code == "000000" ? "000001" : "000000";
        foreach (var typed in new[] { other, "", null, "123" })
        {
            await RefusesAsync(NudgeRules.CodeFits, () => keeper.ProveAsync(house.Neighbour.Person, typed));
        }

        // Somebody else's account gains nothing by it.
        await RefusesAsync(NudgeRules.CodeFits, () => keeper.ProveAsync(house.Boy.Person, mail.Code));
        await keeper.ProveAsync(house.Neighbour.Person, $" {mail.Code![..3]} {mail.Code[3..]} ");
        Assert.True((await keeper.OfAsync(house.Neighbour.Person, Always)).IsOn);

        await AskAsync(keeper, house.Boy, NudgeHours.Of(NudgeHours.Week, 0, 24));
        var his = (await keeper.TakeAsync(house.Boy.Person, true, Always))!;
        await LaterAsync(house, NudgeProof.Lasts);
        await RefusesAsync(NudgeRules.CodeFits, () => keeper.ProveAsync(house.Boy.Person, his.Code));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task While_codes_alone_are_sent_nobodys_nudge_is(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var keeper = Keeper(house);
        await TurnOnAsync(house, keeper, house.Neighbour);
        await LaterAsync(house, TimeSpan.FromHours(1));
        await house.SayAsync(house.Mother, "Er is soep.");
        Assert.Null(await keeper.TakeAsync(house.Neighbour.Person, true, Always));
        Assert.NotNull(await TakeAsync(keeper, house.Neighbour));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Neither_the_address_nor_the_code_nor_the_hours_stand_in_the_database(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var keeper = Keeper(house);
        await TurnOnAsync(house, keeper, house.Neighbour);
        await AskAsync(keeper, house.Mother, NudgeHours.Of(NudgeHours.Week, 0, 24));
        var code = (await keeper.TakeAsync(house.Mother.Person, true, Always))!.Code!;
        var rows = new List<string>();
        await house.Storage.AskAsync(null, null, [new Query("select sheet from nudges", row => rows.Add(Encoding.Latin1.GetString(row.Bytes(0))))], Always);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row =>
        {
            Assert.DoesNotContain("kanarie", row, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(code, row, StringComparison.Ordinal);
            Assert.DoesNotContain("\"f\"", row, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task With_another_person_or_a_table_set_no_row_of_hers_shows_R9(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await TurnOnAsync(house, Keeper(house), house.Neighbour);
        foreach (var (circle, person, seen) in new (Guid?, Guid?, int)[]
        {
            (null, house.Neighbour.Person.Value, 1), (null, null, 1), (null, house.Boy.Person.Value, 0), (house.Table.Value, house.Boy.Person.Value, 0),
            (house.Table.Value, null, 0),
        })
        {
            var rows = 0;
            await house.Storage.AskAsync(circle, person, [new Query("select person from nudges", _ => rows++)], Always);
            Assert.Equal(seen, rows);
        }
    }

    private static NudgeKeeper Keeper(House house) => new(house.Storage, house.Gate, house.Keyring, house.Clock, house.Door);

    private static Task<NudgeMail?> TakeAsync(NudgeKeeper keeper, Caller who) => keeper.TakeAsync(who.Person, false, Always);

    private static Task AskAsync(NudgeKeeper keeper, Caller who, NudgeHours hours) =>
        keeper.AskAsync(who.Person, NudgeAddress.Of(Address), hours, true, AgeGroup.Adult, false);

    // They sat at the table once, an hour before.
    private static async Task TurnOnAsync(House house, NudgeKeeper keeper, Caller who, NudgeHours? hours = null)
    {
        await LookAsync(house, who, again: false);
        await AskAsync(keeper, who, hours ?? NudgeHours.Of(NudgeHours.Week, 0, 24));
        var mail = (await keeper.TakeAsync(who.Person, true, Always))!;
        await keeper.EndAsync(mail, NudgeOutcome.Sent);
        await keeper.ProveAsync(who.Person, mail.Code);
    }

    private static async Task<bool> FailAsync(NudgeKeeper keeper, NudgeMail mail)
    {
        await keeper.EndAsync(mail, NudgeOutcome.Failed);
        return true;
    }

    private static async Task LookAsync(House house, Caller who, bool again = true)
    {
        // In another session, or still in the one of the beginning.
        using var sight = await house.Door.OpenAsync(again ? who with { Session = DraftId.New().Value } : who, house.Table, Look.Table(), Always);
    }

    private static Task LaterAsync(House house, TimeSpan time)
    {
        house.Clock.Now += time;
        return Task.CompletedTask;
    }

    private static async Task<Seat> SeatAsync(House house, string name)
    {
        using var sight = await house.Door.OpenAsync(house.Mother, house.Table, Look.Table(), Always);
        return sight.Circle.Seats.Single(seat => seat.Name == name);
    }

    private static Task<ContributionId> SayAsync(House house, Caller caller, Audience audience) => house.Door.ChangeAsync(
        caller,
        house.Table,
        Permission.Speak,
        visit =>
        {
            var good = GoodThing.Lay(visit.Circle, "KANARIE-7", SeatSet.None, audience, visit.Act);
            visit.Lay(good);
            return Task.FromResult(good.Id);
        },
        Always);

    private static Task DoAsync(House house, Caller caller, Permission permission, Action<Visit> work) => house.Door.ChangeAsync(
        caller,
        house.Table,
        permission,
        visit =>
        {
            work(visit);
            return Task.FromResult(0);
        },
        Always);

    private static async Task RefusesAsync(Rule rule, Func<Task> act) => Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBrokenException>(act)).Rule);

    private static async Task<int> CountAsync(House house, Deed deed)
    {
        var count = 0;
        await house.Storage.AskAsync(
            null, null,
            [new Query($"select part from trail where circle is null and deed = {((int)deed).ToString(CultureInfo.InvariantCulture)}", _ => count++)], Always);
        return count;
    }
}
