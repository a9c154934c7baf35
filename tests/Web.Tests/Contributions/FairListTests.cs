using Keukentafel.Domain.Circles;
using Keukentafel.Web.Contributions;

namespace Keukentafel.Web.Tests.Contributions;

public sealed class FairListTests
{
    private static readonly SeatNumber He = new(1);
    private static readonly SeatNumber She = new(2);

    [Fact]
    public void A_short_list_is_whole_whoever_wrote_it()
    {
        var all = Of((He, FairList.Whole));
        Assert.Equal(all, FairList.Of(all, one => one.By).Here);
        Assert.Empty(FairList.Of(all, one => one.By).More);
    }

    [Fact]
    public void Of_who_wrote_much_the_first_few_lie_in_sight_and_the_rest_is_one_press_away_T20()
    {
        var list = FairList.Of(Of((He, 40), (She, 2), (He, 5)), one => one.By);
        Assert.Equal([He, He, He, He, He, He, She, She], list.Here.Select(one => one.By));
        Assert.Equal(39, list.More.Count);
        Assert.Equal(Enumerable.Range(7, 39), list.More.Select(one => one.Nth));
    }

    [Fact]
    public void Where_all_is_in_one_row_ten_of_each_come_before_more_of_anybody_T20()
    {
        var mixed = FairList.Mixed(Of((He, 25), (She, 1)), one => one.By, 10);
        Assert.Equal(She, mixed[10].By);
        Assert.Equal(26, mixed.Count);
        Assert.Equal([He, She, He], FairList.Mixed(Of((He, 2), (She, 1)), one => one.By).Select(one => one.By));
    }

    private static List<(SeatNumber By, int Nth)> Of(params IEnumerable<(SeatNumber By, int Many)> runs) =>
        [.. Numbered(runs)];

    private static IEnumerable<(SeatNumber By, int Nth)> Numbered(IEnumerable<(SeatNumber By, int Many)> runs)
    {
        var many = new Dictionary<SeatNumber, int>();
        foreach (var by in runs.SelectMany(run => Enumerable.Repeat(run.By, run.Many)))
        {
            yield return (by, many[by] = many.GetValueOrDefault(by) + 1);
        }
    }
}
