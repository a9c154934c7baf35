using System.Globalization;
using System.Security.Cryptography;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Children;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Data.Tests.Circles;

/// <summary>What was said aloud is sealed, lies apart, comes and goes with its thing, and is heard through the door alone.</summary>
public sealed class SoundTests
{
    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_sound_is_sealed_comes_back_as_it_was_and_goes_when_it_is_taken_back_R11(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var sound = Sound.Read(Recorded.Wave(0.2));
        var thing = await LayAsync(house, sound, Audience.Everyone);
        var heard = await house.Door.HearAsync(house.Neighbour, house.Table, thing, CancellationToken.None);
        Assert.Equal(sound.Spoken, heard.Spoken);
        Assert.Equal(sound.Bytes.ToArray(), heard.Bytes.ToArray());
        using (var sight = await house.Door.OpenAsync(house.Mother, house.Table, Look.Table(), CancellationToken.None))
        {
            Assert.Equal(sound.Spoken, Assert.Single(sight.Slips).Contribution.Pictured!.Spoken);
        }

        await using var connection = await house.BreakInAsync();
        var kept = (byte[])(await House.ReadAsync(connection, "select sheet from sounds"))!;
        Assert.Equal(-1, kept.AsSpan().IndexOf("WAVE"u8));
        Assert.Equal(-1, kept.AsSpan().IndexOf(sound.Bytes.Span[100..140]));
        await house.Door.ChangeAsync(house.Boy, house.Table, Permission.Speak, async visit =>
        {
            var mine = await visit.FindAsync<Contribution>(thing, CancellationToken.None);
            if (mine.TakeBack(visit.Act))
            {
                visit.Vanish(mine);
            }

            return 0;
        }, CancellationToken.None);
        Assert.Equal(0L, await CountAsync(house, "sounds"));
        await Assert.ThrowsAsync<RefusedException>(() => house.Door.HearAsync(house.Boy, house.Table, thing, CancellationToken.None));
        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Nobody_hears_what_is_not_for_them_and_each_no_is_written_R12(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var thing = await LayAsync(house, Sound.Read(Recorded.Wave(0.2)), Audience.OnlyMe);
        Assert.NotNull(await house.Door.HearAsync(house.Boy, house.Table, thing, CancellationToken.None));
        var silent = await house.Door.ChangeAsync(house.Boy, house.Table, Permission.Speak, visit =>
        {
            var good = GoodThing.Lay(visit.Circle, "Stil", SeatSet.None, Audience.Everyone, visit.Act);
            visit.Lay(good);
            return Task.FromResult(good.Id);
        }, CancellationToken.None);
        var before = await RefusedAsync();
        foreach (var (who, what) in new[] { (house.Mother, thing), (house.Neighbour, thing), (house.Guest, thing), (house.Boy, silent), (house.Boy, ContributionId.New()) })
        {
            await Assert.ThrowsAsync<RefusedException>(() => house.Door.HearAsync(who, house.Table, what, CancellationToken.None));
        }

        Assert.Equal(before + 5, await RefusedAsync());

        async Task<long> RefusedAsync() => await CountAsync(house, $"trail where deed = {(int)Deed.Refused}");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_sound_goes_on_the_day_of_its_words_and_the_others_with_the_table_R115_R129(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var good = await LayAsync(house, Sound.Read(Recorded.Wave(0.2)), Audience.Everyone);
        await house.Door.ChangeAsync(house.Boy, house.Table, Permission.Speak, visit =>
        {
            var sound = Sound.Read(Recorded.Wave(0.3));
            visit.Lay(Worry.Lay(visit.Circle, "Hardop", SeatSet.None, null, Audience.Everyone, visit.Act, Pictured.Of([], null, sound.Spoken)), sound);
            return Task.FromResult(0);
        }, CancellationToken.None);
        await RemovalTests.EndAsync(house);

        // Whoever keeps what remains can still hear it.
        Assert.NotNull(await house.Door.HearAsync(house.Mother, house.Table, good, CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => house.Door.HearAsync(house.Guest, house.Table, good, CancellationToken.None));
        house.Clock.Now = house.Clock.Now.AddDays(90);
        await RemovalTests.Of(house).RemoveDueAsync(CancellationToken.None);
        Assert.Equal(1L, await CountAsync(house, "sounds"));
        Assert.NotNull(await house.Door.HearAsync(house.Mother, house.Table, good, CancellationToken.None));
        house.Clock.Now = house.Clock.Now.AddDays(275);
        await RemovalTests.Of(house).RemoveDueAsync(CancellationToken.None);
        Assert.Equal(0L, await CountAsync(house, "sounds"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_sound_in_a_draft_is_for_who_spoke_alone_is_sealed_and_goes_with_the_draft(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var (boy, cancellation) = (house.Boy.Person, CancellationToken.None);
        var sound = Sound.Read(Recorded.Wave(0.2));
        var ids = Enumerable.Range(0, Drafts.MostSounds + 1).Select(_ => DraftId.New()).ToList();
        foreach (var id in ids)
        {
            house.Clock.Now += TimeSpan.FromMinutes(1);
            await house.Drafts.KeepSoundAsync(boy, id, house.Table, "/here", sound);
        }

        // Of the oldest it goes, what was typed stays; and typing leaves the sound where it is.
        Assert.Null(await house.Drafts.SoundOfAsync(boy, ids[0], cancellation));
        Assert.NotNull(await house.Drafts.FindAsync(boy, ids[0], cancellation));
        await house.Drafts.KeepAsync(boy, ids[1], house.Table, "/here", new Dictionary<string, string[]> { ["words"] = ["erbij"] });
        Assert.Equal(sound.Bytes.ToArray(), (await house.Drafts.SoundOfAsync(boy, ids[1], cancellation))!.Bytes.ToArray());
        Assert.Null(await house.Drafts.SoundOfAsync(house.Mother.Person, ids[1], cancellation));
        Assert.Null(await house.Drafts.SoundOfAsync(boy, ids[1], cancellation, shutBefore: house.Clock.Now.AddMinutes(1)));
        await using (var connection = await house.BreakInAsync())
        {
            var kept = (byte[])(await House.ReadAsync(connection, "select sound from drafts where sound is not null limit 1"))!;
            Assert.Equal(-1, kept.AsSpan().IndexOf(sound.Bytes.Span[100..140]));
            Assert.ThrowsAny<CryptographicException>(() => house.Keyring.Open(house.Mother.Person.Value, kept));
        }

        await house.Drafts.ForgetSoundAsync(boy, ids[1]);
        Assert.Null(await house.Drafts.SoundOfAsync(boy, ids[1], cancellation));
        Assert.Equal("erbij", (await house.Drafts.FindAsync(boy, ids[1], cancellation))!.Fields["words"][0]);
        house.Clock.Now += Drafts.KeptFor + TimeSpan.FromSeconds(1);
        Assert.Null(await house.Drafts.SoundOfAsync(boy, ids[^1], cancellation));
        await house.Drafts.ForgetOldAsync();
        Assert.Equal(0L, await CountAsync(house, "drafts"));
    }

    [Fact]
    public async Task A_thing_that_says_that_there_is_a_sound_is_not_laid_down_without_it_nor_a_sound_without_a_thing_that_says_so()
    {
        await using var house = await House.OpenAsync(Database.Sqlite);
        var sound = Sound.Read(Recorded.Wave(0.2));
        foreach (var (says, comes) in new (Domain.Children.Spoken?, Sound?)[] { (sound.Spoken, null), (null, sound) })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => house.Door.ChangeAsync(house.Boy, house.Table, Permission.Speak, visit =>
            {
                visit.Lay(GoodThing.Lay(visit.Circle, "Hardop", SeatSet.None, Audience.Everyone, visit.Act, Pictured.Of([], null, says)), comes);
                return Task.FromResult(0);
            }, CancellationToken.None));
        }
    }

    private static Task<ContributionId> LayAsync(House house, Sound sound, Audience audience) =>
        house.Door.ChangeAsync(house.Boy, house.Table, Permission.Speak, visit =>
        {
            var good = GoodThing.Lay(visit.Circle, "Hardop", SeatSet.None, audience, visit.Act, Pictured.Of([], null, sound.Spoken));
            visit.Lay(good, sound);
            return Task.FromResult(good.Id);
        }, CancellationToken.None);

    private static async Task<long> CountAsync(House house, string of)
    {
        await using var connection = await house.BreakInAsync();
        return Convert.ToInt64(await House.ReadAsync(connection, $"select count(*) from {of}"), CultureInfo.InvariantCulture);
    }
}
