using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Domain.Statements;

namespace Keukentafel.Data.Tests.Circles;

/// <summary>Who may read is decided in the domain, and asked of the database with the same outcome (R12, D6).</summary>
public sealed class MayReadTests
{
    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task The_database_lets_through_what_the_domain_lets_through_and_nothing_else_R12(Database on)
    {
        await using var house = await House.OpenAsync(on);
        var chance = new Random(20261124);
        var laid = new List<Contribution>();
        for (var i = 0; i < 120; i++)
        {
            laid.Add(await LayAsync(house, chance));
        }

        var shown = 0;
        var hidden = 0;
        foreach (var caller in house.Everybody)
        {
            using var sight = await house.Door.OpenAsync(caller, house.Table, Look.All("test"), CancellationToken.None);
            var seen = sight.Slips.Select(slip => slip.Id).ToHashSet();
            foreach (var contribution in laid)
            {
                var may = contribution.MayBeReadBy(sight.Me);
                Assert.Equal(may, seen.Contains(contribution.Id));
                shown += may ? 1 : 0;
                hidden += may ? 0 : 1;
            }
        }

        // By chance both happen often; else this would prove nothing.
        Assert.True(shown > 50 && hidden > 50);
        Assert.Contains(laid, contribution => contribution.WaitsFor is not null);
    }

    private static Task<Contribution> LayAsync(House house, Random chance) => house.Door.ChangeAsync(
        house.Everybody[chance.Next(4)],
        house.Table,
        Permission.Speak,
        async visit =>
        {
            var others = visit.Circle.Seats.Where(seat => seat.Number != visit.Me.Number).ToList();
            var named = SeatSet.Of(others.Where(_ => chance.Next(2) == 0).Select(seat => seat.Number));
            var about = SeatSet.Of(others.Where(_ => chance.Next(4) == 0).Select(seat => seat.Number));
            var audience = new Audience((Readers)chance.Next(4), named);
            Contribution laid = chance.Next(3) == 0
                ? Statement.Lay(
                    visit.Circle, "gehoord", new Source(Knowing.WasTold, others[chance.Next(others.Count)].Number, null), about, null, null, audience, visit.Act)
                : GoodThing.Lay(visit.Circle, "goed", about, audience, visit.Act);
            visit.Lay(laid);
            return laid;
        },
        CancellationToken.None);
}
