using System.Text;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using OtpNet;

namespace Keukentafel.Data.Tests.People;

/// <summary>A code works once; what it is made of stands nowhere in clear; whoever knows a password shuts nobody out.</summary>
public sealed class OneTimeCodesTests
{
    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_code_works_once_and_an_older_one_not_after_it(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var codes = CodesOf(house);
        var me = house.Guest.Person;
        var (secret, _) = await SetUpAsync(house, codes, me);

        // The code with which it was set up is used.
        Assert.False((await ComeAsync(codes, me, CodeAt(secret, house.Clock.Now))).In);
        house.Clock.Now += TimeSpan.FromSeconds(90);
        var before = CodeAt(secret, house.Clock.Now - TimeSpan.FromSeconds(30));
        var now = CodeAt(secret, house.Clock.Now);
        Assert.True((await ComeAsync(codes, me, $" {now[..3]} {now[3..]} ")).In);
        Assert.False((await ComeAsync(codes, me, now)).In);
        Assert.False((await ComeAsync(codes, me, before)).In);
        house.Clock.Now += TimeSpan.FromMinutes(5);
        Assert.True((await ComeAsync(codes, me, CodeAt(secret, house.Clock.Now - TimeSpan.FromSeconds(30)))).In);
        house.Clock.Now += TimeSpan.FromMinutes(5);
        Assert.False((await codes.LookAsync(me, CodeAt(secret, house.Clock.Now - TimeSpan.FromSeconds(90)), CancellationToken.None)).Fits);
        Assert.False((await codes.LookAsync(house.Mother.Person, CodeAt(secret, house.Clock.Now), CancellationToken.None)).IsAsked);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Of_many_who_use_one_code_at_once_one_comes_in(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var codes = CodesOf(house);
        var me = house.Guest.Person;
        var (secret, spare) = await SetUpAsync(house, codes, me);
        house.Clock.Now += TimeSpan.FromMinutes(1);
        foreach (var code in new[] { CodeAt(secret, house.Clock.Now), spare[0] })
        {
            var looked = await codes.LookAsync(me, code, CancellationToken.None);
            Assert.True(looked.Fits);
            var used = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => codes.UseAsync(me, looked)));
            Assert.Equal(1, used.Count(one => one.In));
        }
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Spare_codes_work_once_each_and_new_ones_take_the_place_of_old_ones(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var codes = CodesOf(house);
        var me = house.Guest.Person;
        var (_, spare) = await SetUpAsync(house, codes, me);
        Assert.Equal(OneTimeCodes.Spare, spare.Distinct().Count());
        Assert.Equal(new UsedCode(true, 0, 9), await ComeAsync(codes, me, spare[3].ToLowerInvariant().Replace('-', ' ')));
        Assert.False((await codes.LookAsync(me, spare[3], CancellationToken.None)).Fits);
        Assert.False((await codes.LookAsync(house.Mother.Person, spare[4], CancellationToken.None)).Fits);
        Assert.Equal(9, (await codes.OfAsync(me, CancellationToken.None))!.Spare);
        var fresh = await codes.NewSpareAsync(me);
        Assert.False((await codes.LookAsync(me, spare[5], CancellationToken.None)).Fits);
        Assert.True((await ComeAsync(codes, me, fresh[5])).In);
        await codes.TakeAwayAsync(me);
        Assert.Null(await codes.OfAsync(me, CancellationToken.None));
        Assert.False((await codes.LookAsync(me, fresh[6], CancellationToken.None)).IsAsked);
        await Assert.ThrowsAsync<Data.Circles.RefusedException>(() => codes.NewSpareAsync(me));
        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task After_many_wrong_codes_with_the_right_password_only_what_cannot_be_guessed_works_for_an_hour(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var codes = CodesOf(house);
        var me = house.Guest.Person;
        var (secret, spare) = await SetUpAsync(house, codes, me);
        house.Clock.Now += TimeSpan.FromMinutes(1);
        await Task.WhenAll(Enumerable.Range(0, OneTimeCodes.MostWrong).Select(_ => codes.CountWrongAsync(me)));
        Assert.Equal(new UsedCode(false, OneTimeCodes.MostWrong, null), await ComeAsync(codes, me, CodeAt(secret, house.Clock.Now)));
        house.Clock.Now += TimeSpan.FromMinutes(59);
        Assert.False((await ComeAsync(codes, me, CodeAt(secret, house.Clock.Now))).In);
        Assert.True((await ComeAsync(codes, me, spare[0])).In);

        // Who came in with a spare one has shown who they are.
        Assert.True((await ComeAsync(codes, me, CodeAt(secret, house.Clock.Now))).In);
        await Task.WhenAll(Enumerable.Range(0, OneTimeCodes.MostWrong).Select(_ => codes.CountWrongAsync(me)));
        house.Clock.Now += TimeSpan.FromMinutes(61);
        Assert.True((await ComeAsync(codes, me, CodeAt(secret, house.Clock.Now))).In);
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Who_sets_up_second_replaces_nothing_that_they_did_not_see(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var codes = CodesOf(house);
        var me = house.Guest.Person;
        var (secret, _) = await SetUpAsync(house, codes, me);
        var other = OneTimeCodes.NewSecret();
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => codes.SetUpAsync(me, other, CodeAt(other, house.Clock.Now), null));
        Assert.Equal(CommonRules.NotChangedMeanwhile, broken.Rule);
        await Assert.ThrowsAsync<RuleBrokenException>(() => codes.SetUpAsync(me, other, CodeAt(other, house.Clock.Now), house.Clock.Now - TimeSpan.FromDays(1)));
        await Assert.ThrowsAsync<CodeDoesNotFitException>(() => codes.SetUpAsync(me, other, "000 00", null));
        house.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.True((await ComeAsync(codes, me, CodeAt(secret, house.Clock.Now))).In);
        await codes.SetUpAsync(me, other, CodeAt(other, house.Clock.Now), (await codes.OfAsync(me, CancellationToken.None))!.At);
        house.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.False((await codes.LookAsync(me, CodeAt(secret, house.Clock.Now), CancellationToken.None)).Fits);
        Assert.True((await ComeAsync(codes, me, CodeAt(other, house.Clock.Now))).In);
    }

    [Fact]
    public async Task Neither_the_secret_nor_a_spare_code_stands_in_the_database_or_its_log()
    {
        await using var house = await House.OpenAsync(Database.Sqlite);
        var (secret, spare) = await SetUpAsync(house, CodesOf(house), house.Guest.Person);
        await house.StopAsync();
        var kept = Directory.GetFiles(house.Places.DataFolder).SelectMany(File.ReadAllBytes).ToArray();
        Assert.True(kept.AsSpan().IndexOf(house.Guest.Person.Value.ToByteArray()) >= 0);
        foreach (var clear in spare.SelectMany(code => new[] { code, code.Replace("-", "", StringComparison.Ordinal) }).Append(secret))
        {
            Assert.True(kept.AsSpan().IndexOf(Encoding.ASCII.GetBytes(clear)) < 0, clear);
        }

        Assert.True(kept.AsSpan().IndexOf(Base32Encoding.ToBytes(secret)) < 0);
    }

    private static OneTimeCodes CodesOf(House house) => new(house.Storage, house.Gate, house.Keyring, house.Clock);

    private static string CodeAt(string secret, DateTimeOffset at) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(at.UtcDateTime);

    private static async Task<(string Secret, IReadOnlyList<string> Spare)> SetUpAsync(House house, OneTimeCodes codes, PersonId person)
    {
        var secret = OneTimeCodes.NewSecret();
        return (secret, await codes.SetUpAsync(person, secret, CodeAt(secret, house.Clock.Now), null));
    }

    private static async Task<UsedCode> ComeAsync(OneTimeCodes codes, PersonId person, string typed)
    {
        var code = await codes.LookAsync(person, typed, CancellationToken.None);
        return code.Fits ? await codes.UseAsync(person, code) : new UsedCode(false, 0, null);
    }
}
