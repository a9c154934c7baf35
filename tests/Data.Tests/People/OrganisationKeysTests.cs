using System.Text;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;

namespace Keukentafel.Data.Tests.People;

/// <summary>Who somebody is at an organisation is kept as a print alone, is one person's, and goes with whoever leaves there.</summary>
public sealed class OrganisationKeysTests
{
    private static readonly KnownAs Known = new("https://login.gemeente.example", "0712");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Only_organisation_and_subject_together_find_somebody_and_nobody_takes_anothers(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var keys = KeysOf(house);
        var (me, other) = (house.Guest.Person, PersonId.New());
        await keys.LinkAsync(me, Known);
        await Assert.ThrowsAsync<RuleBrokenException>(() => keys.LinkAsync(other, Known));
        await Assert.ThrowsAsync<RuleBrokenException>(() => keys.LinkAsync(me, Known));
        Assert.Equal(me, await keys.OwnerOfAsync(Known, Token));
        foreach (var wrong in new[]
        {
            Known with { Subject = "0713" }, Known with { Subject = "0712 " }, Known with { Organisation = "https://login.gemeente.example/" },
            new KnownAs("https://login.gemeente.example\n0712", ""), Known with { Subject = "" },
        })
        {
            Assert.Null(await keys.OwnerOfAsync(wrong, Token));
            Assert.Null(await keys.ComeAsync(wrong));
        }

        house.Clock.Now += TimeSpan.FromDays(1);
        var mine = Assert.Single(await keys.OfAsync(me, Token));
        Assert.Equal((Known.Organisation, (DateTimeOffset?)null), (mine.Organisation, mine.UsedAt));
        Assert.Equal((me, mine.Id), (await keys.ComeAsync(Known))!.Value);
        Assert.Equal(house.Clock.Now, Assert.Single(await keys.OfAsync(me, Token)).UsedAt);

        Assert.False(await keys.UnlinkAsync(other, mine.Id, otherWay: true));
        Assert.False(await keys.UnlinkAsync(me, mine.Id, otherWay: false));
        await keys.LinkAsync(me, Known with { Organisation = "https://elders.example" });
        Assert.True(await keys.UnlinkAsync(me, mine.Id, otherWay: false));
        Assert.Null(await keys.OwnerOfAsync(Known, Token));
        await keys.LinkAsync(other, Known);
        Assert.Equal(other, await keys.OwnerOfAsync(Known, Token));
        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Neither_the_subject_nor_the_organisation_can_be_read_or_guessed_in_the_database(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await KeysOf(house).LinkAsync(house.Guest.Person, Known);
        await using var thief = await house.BreakInAsync();
        var print = (byte[])(await House.ReadAsync(thief, "select print from organisation_keys"))!;
        var sheet = (byte[])(await House.ReadAsync(thief, "select sheet from organisation_keys"))!;
        Assert.Equal(-1, sheet.AsSpan().IndexOf(Encoding.UTF8.GetBytes("gemeente")));
        foreach (var guess in new[] { "https://login.gemeente.example\n0712", "https://login.gemeente.example0712", "0712" })
        {
            Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(guess)), print);
        }

        // With other keys, as on another disk, it is another print.
        await using var elsewhere = await House.OpenAsync(on);
        Assert.Null(await KeysOf(elsewhere).OwnerOfAsync(Known, Token));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task There_is_an_end_to_how_many_one_has_and_who_leaves_has_one_less_and_no_session(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var keys = KeysOf(house);
        var me = house.Guest.Person;
        for (var i = 0; i < OrganisationKeys.Most; i++)
        {
            await keys.LinkAsync(me, Known with { Subject = $"{i}" });
        }

        await Assert.ThrowsAsync<RuleBrokenException>(() => keys.LinkAsync(me, Known));
        await keys.LeaveAsync(me, Known with { Subject = "nobody" });
        Assert.Equal(OrganisationKeys.Most, (await keys.OfAsync(me, Token)).Count);
        await keys.LeaveAsync(me, Known with { Subject = "0" });
        Assert.Equal(OrganisationKeys.Most - 1, (await keys.OfAsync(me, Token)).Count);
        await using var thief = await house.BreakInAsync();
        Assert.Equal(1L, Convert.ToInt64(await House.ReadAsync(thief, $"select count(*) from trail where deed = {(int)Deed.OrganisationLeft}"), null));
        Assert.Equal(OrganisationKeys.Most, Convert.ToInt32(await House.ReadAsync(thief, $"select count(*) from trail where deed = {(int)Deed.OrganisationLinked}"), null));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Who_came_in_through_their_organisation_finds_the_tables_of_their_work_and_no_other_R2_R9(Database on)
    {
        await using var house = await House.OpenAsync(on);
        foreach (var caller in house.Everybody)
        {
            var atWork = caller with { OnlyAtWork = true };
            Assert.Single(await house.Door.TablesOfAsync(caller, Token));
            await house.Drafts.KeepAsync(caller.Person, DraftId.New(), house.Table, "/tables/x", new Dictionary<string, string[]> { ["words"] = ["Iets."] });
            await house.Drafts.KeepAsync(caller.Person, DraftId.New(), null, "/tables/new", new Dictionary<string, string[]> { ["words"] = ["Iets."] });
            Assert.Equal(2, (await house.Drafts.OfAsync(caller.Person, Token)).Count);
            var drafts = await house.Drafts.OfAsync(caller.Person, Token, onlyAtWork: true);
            if (caller == house.Guest)
            {
                Assert.Single(await house.Door.TablesOfAsync(atWork, Token));
                using var sight = await house.Door.OpenAsync(atWork, house.Table, Look.Table(), Token);
                Assert.Equal(house.Table, Assert.Single(drafts).Circle);
            }
            else
            {
                Assert.Empty(await house.Door.TablesOfAsync(atWork, Token));
                Assert.Empty(drafts);
                await Assert.ThrowsAsync<RefusedException>(() => house.Door.OpenAsync(atWork, house.Table, Look.Table(), Token));
                await Assert.ThrowsAsync<RefusedException>(() => house.Door.EnterAsync(atWork, house.Table, Permission.Speak, Token));
            }

            await Assert.ThrowsAsync<RefusedException>(() => house.Door.StartAsync(atWork, (person, at) => Circle.Start(
                person, "Zij", null, AgeGroup.Adult, null, [new ChildAtStart("Kind", AgeGroup.Child)], false, at)));
        }
    }

    private static OrganisationKeys KeysOf(House house) => new(house.Storage, house.Gate, house.Keyring, house.Clock);
}
