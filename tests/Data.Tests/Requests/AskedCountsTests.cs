using System.Text;
using Keukentafel.Data.Requests;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Requests;

namespace Keukentafel.Data.Tests.Requests;

/// <summary>Requests that go leave totals behind that lead back to nobody (R144).</summary>
public sealed class AskedCountsTests
{
    private static readonly CancellationToken Always = CancellationToken.None;

    public static TheoryData<Database> Both => Wanted.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_went_is_counted_once_and_seen_when_the_half_year_is_over_and_the_sheet_tells_nothing_R144_partly(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var teams = new LocalTeams(house.Storage, house.Gate, house.Clock);
        var team = LocalTeam.Of("Noord", "Team Noord");
        await teams.KeepAsync(team);
        await teams.AddAsync(new TeamMember(house.Guest.Person, team.Id));
        var requests = new HelpRequests(house.Storage, house.Gate, house.Keyring, house.Clock);
        var counts = new AskedCounts(house.Storage, house.Keyring, house.Clock);
        house.Clock.Now = new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
        for (byte i = 0; i < 31; i++)
        {
            await requests.AskAsync(HelpAsk.Of("Post.", null, [HelpKind.Money], [HelpFrom.Volunteers], null, null, null), team.Id, [i], "hash");
        }

        // One is taken back: as if it was never asked.
        await requests.TakeBackAsync((await requests.AskAsync(HelpAsk.Of("Huis.", null, [HelpKind.Housing], [], null, null, null), team.Id, [99], "hash")).Request!.Id);
        Assert.Equal([], await SheetsAsync(house));
        house.Clock.Now += TimeSpan.FromDays(HelpRequest.WaitsFor - 30);
        Assert.Equal(0, await requests.RemoveDueAsync(Always));
        house.Clock.Now = new DateTimeOffset(2027, 7, 5, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(31, await requests.RemoveDueAsync(Always));
        Assert.Equal(0, await requests.RemoveDueAsync(Always));
        var sheet = Assert.Single(await SheetsAsync(house));

        // Not while the half-year goes on.
        Assert.Empty(await counts.OverAsync(Always));
        house.Clock.Now = new DateTimeOffset(2028, 1, 2, 9, 0, 0, TimeSpan.Zero);
        var (half, totals) = Assert.Single(await counts.OverAsync(Always));
        Assert.Equal((2027 * 2) + 1, half);
        Assert.True(totals.All is 20 or 30);
        Assert.True(totals.With(HelpKind.Money) is 20 or 30);
        Assert.True(totals.From(HelpFrom.Volunteers) is 20 or 30);
        Assert.Null(totals.With(HelpKind.Housing));
        Assert.Equal(totals.All, (await counts.OverAsync(Always))[0].Totals.All);

        // Two copies of the database differ in a sheet of the same length, and in nothing that can be read.
        await requests.AskAsync(HelpAsk.Of("Geld.", null, [HelpKind.Money, HelpKind.Mind, HelpKind.Other], [HelpFrom.OwnPeople], null, null, null), team.Id, [1, 1], "hash");
        house.Clock.Now += TimeSpan.FromDays(HelpRequest.WaitsFor);
        Assert.Equal(1, await requests.RemoveDueAsync(Always));
        var sheets = await SheetsAsync(house);
        Assert.Equal(2, sheets.Count);
        Assert.All(sheets, one => Assert.Equal(sheet.Length, one.Length));
        Assert.All(sheets, one => Assert.DoesNotContain("\0\0\0", Encoding.Latin1.GetString(one), StringComparison.Ordinal));

        // Of fewer than ten nothing is said at all.
        house.Clock.Now += TimeSpan.FromDays(200);
        Assert.Equal(half, Assert.Single(await counts.OverAsync(Always)).HalfYear);
    }

    private static async Task<List<byte[]>> SheetsAsync(House house)
    {
        var all = new List<byte[]>();
        await house.Storage.AskAsync(null, null, [new Query("select sheet from asked_totals order by half_year", row => all.Add(row.Bytes(0)))], Always);
        return all;
    }
}
