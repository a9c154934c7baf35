using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.OwnStories;
using Keukentafel.Domain.Worries;

namespace Keukentafel.Data.Tests.Circles;

public sealed class OwnStoryTests
{
    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_trail_names_what_goes_along_in_a_story_and_whose_words_and_nothing_else_R126(Database on)
    {
        await using var house = await House.OpenAsync(on);
        await LayAsync(house, house.Guest, "Over niemand in het bijzonder.", about: false);
        await LayAsync(house, house.Guest, "Over moeder.", about: true);
        await LayAsync(house, house.Mother, "Van moeder.", about: false);
        await LayAsync(house, house.Boy, "De jongen over moeder.", about: true);
        using (var sight = await house.Door.OpenAsync(house.Mother, house.Table, Look.Story("story", new StoryChoice(false, false)), CancellationToken.None))
        {
            Assert.Equal(["Over moeder.", "Van moeder."], sight.Slips.SelectMany(slip => slip.Story!.Words).Select(said => said.Words).Order());
        }

        var (all, mine, guest) = (await CountAsync(house, ""), await NumberAsync(house, house.Mother), await NumberAsync(house, house.Guest));
        Assert.Equal(1L, all);
        Assert.Equal(1L, await CountAsync(house, $" and whose = {(1L << mine) | (1L << guest)}"));
        await Assert.ThrowsAsync<RefusedException>(() =>
            house.Door.OpenAsync(house.Guest, house.Table, Look.Story("story", new StoryChoice(true, true)), CancellationToken.None));
        Assert.Equal(1L, await CountAsync(house, ""));
        Assert.True((await house.VerifyAsync()).IsWhole);
    }

    private static Task LayAsync(House house, Caller who, string words, bool about) => house.Door.ChangeAsync(
        who,
        house.Table,
        Permission.Speak,
        visit =>
        {
            var mother = visit.Circle.SeatOf(house.Mother.Person)!;
            visit.Lay(Worry.Lay(visit.Circle, words, about ? SeatSet.Of(mother.Number) : SeatSet.None, null, Audience.Everyone, visit.Act));
            return Task.FromResult(0);
        },
        CancellationToken.None);

    private static async Task<int> NumberAsync(House house, Caller who)
    {
        await using var visit = await house.Door.EnterAsync(who, house.Table, Permission.Read, CancellationToken.None);
        return visit.Me.Number.Value;
    }

    private static async Task<long> CountAsync(House house, string and)
    {
        await using var connection = await house.BreakInAsync();
        return Convert.ToInt64(await House.ReadAsync(connection, $"select count(*) from trail where part = 'story' and deed = {(int)Deed.Opened}{and}"), System.Globalization.CultureInfo.InvariantCulture);
    }
}
