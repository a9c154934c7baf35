using System.Text;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Data.Tests.People;

/// <summary>Passkeys are sealed and their owner's alone; a question to a device is answered once, and soon.</summary>
public sealed class PasskeysTests
{
    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_question_is_found_once_and_not_after_five_minutes(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var passkeys = PasskeysOf(house);
        var key = await passkeys.AskAsync("Wie ben je?");
        Assert.Null(await passkeys.TakeQuestionAsync(new string('A', 64)));
        Assert.Null(await passkeys.TakeQuestionAsync(null));
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => passkeys.TakeQuestionAsync(key)));
        Assert.Equal("Wie ben je?", Assert.Single(taken, one => one is not null));
        var late = await passkeys.AskAsync("En jij?");
        house.Clock.Now += Passkeys.AnswerWithin;
        Assert.Null(await passkeys.TakeQuestionAsync(late));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Nobody_takes_the_passkey_of_another_away_nor_ones_own_last_way_in(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var passkeys = PasskeysOf(house);
        var (me, other) = (house.Guest.Person, house.Mother.Person);
        await passkeys.AddAsync(me, Made(1, "Mijn telefoon"));
        house.Clock.Now += TimeSpan.FromMinutes(1);
        await passkeys.AddAsync(me, Made(2, "Mijn laptop"));
        await passkeys.AddAsync(other, Made(3, "Haar telefoon"));

        // One that is there already is nobody else's.
        await Assert.ThrowsAsync<RuleBrokenException>(() => passkeys.AddAsync(other, Made(1, "Gestolen")));
        Assert.Equal(me, await passkeys.OwnerOfAsync(Made(1, "").CredentialId, CancellationToken.None));
        var mine = await passkeys.OfAsync(me, CancellationToken.None);
        Assert.Equal(["Mijn telefoon", "Mijn laptop"], mine.Select(one => one.Name));
        Assert.False(await passkeys.TakeAwayAsync(other, mine[0].Id, otherWay: true));
        Assert.True(await passkeys.TakeAwayAsync(me, mine[0].Id, otherWay: false));
        Assert.False(await passkeys.TakeAwayAsync(me, mine[1].Id, otherWay: false));
        Assert.True(await passkeys.TakeAwayAsync(me, mine[1].Id, otherWay: true));
        Assert.Null(await passkeys.OwnerOfAsync(Made(2, "").CredentialId, CancellationToken.None));
        Assert.Single(await passkeys.OfAsync(other, CancellationToken.None));
        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task It_is_kept_how_often_one_signed_and_when_it_was_used_and_there_is_an_end_to_how_many_one_has(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var passkeys = PasskeysOf(house);
        var me = house.Guest.Person;
        await passkeys.AddAsync(me, Made(1, "Mijn telefoon"));
        house.Clock.Now += TimeSpan.FromDays(1);
        var used = Made(1, "Mijn telefoon");
        used.SignCount = 7;
        await passkeys.UsedAsync(me, used);
        var (_, info, usedAt) = Assert.Single(await passkeys.ReadAsync(me, CancellationToken.None));
        Assert.Equal((7u, house.Clock.Now), (info.SignCount, usedAt!.Value));
        for (byte i = 2; i <= Passkeys.Most; i++)
        {
            await passkeys.AddAsync(me, Made(i, "Nog een"));
        }

        await Assert.ThrowsAsync<RuleBrokenException>(() => passkeys.AddAsync(me, Made(99, "Te veel")));
    }

    [Fact]
    public async Task Neither_the_name_nor_the_key_of_a_passkey_nor_a_question_stands_in_the_database()
    {
        await using var house = await House.OpenAsync(Database.Sqlite);
        var passkeys = PasskeysOf(house);
        await passkeys.AddAsync(house.Guest.Person, Made(5, "KANARIE-5 telefoon"));
        await passkeys.AskAsync("KANARIE-6 vraag");
        await house.StopAsync();
        var kept = Directory.GetFiles(house.Places.DataFolder).SelectMany(File.ReadAllBytes).ToArray();
        Assert.True(kept.AsSpan().IndexOf("KANARIE"u8) < 0);
        Assert.True(kept.AsSpan().IndexOf(Made(5, "").CredentialId) < 0);
        Assert.True(kept.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToBase64String(Made(5, "").CredentialId))) < 0);
    }

    private static Passkeys PasskeysOf(House house) => new(house.Storage, house.Gate, house.Keyring, house.Clock);

    private static UserPasskeyInfo Made(byte number, string name)
    {
        var id = Enumerable.Repeat(number, 32).ToArray();
        return new UserPasskeyInfo(id, [1, 2, 3], DateTimeOffset.UnixEpoch, 0, ["internal"], true, true, false, [], []) { Name = name };
    }
}
