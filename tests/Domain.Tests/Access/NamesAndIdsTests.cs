using System.Reflection;
using Keukentafel.Domain.Access;

namespace Keukentafel.Domain.Tests.Access;

public sealed class NamesAndIdsTests
{
    [Fact]
    public void Every_rule_has_a_name_of_its_own()
    {
        var rules = typeof(Rule).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Rule))
            .Select(field => ((Rule)field.GetValue(null)!).Name)
            .ToList();
        Assert.True(rules.Count > 25);
        Assert.All(rules, name => Assert.Matches("^[a-z]+([.-][a-z]+)*$", name));
        Assert.Equal(rules.Count, rules.Distinct().Count());
    }

    [Fact]
    public void An_id_is_random_and_tells_neither_order_nor_moment_D4()
    {
        var ids = Enumerable.Range(0, 200).SelectMany(_ => new[]
        {
            CircleId.New().Value, PersonId.New().Value, SeatId.New().Value, ContributionId.New().Value, DraftId.New().Value,
        }).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(4, id.Version));
        Assert.All(ids, id => Assert.InRange(id.Variant, 8, 11));

        // Of the 122 others each is set about as often as not.
        var bytes = ids.ConvertAll(id => id.ToByteArray(bigEndian: true));
        for (var bit = 0; bit < 128; bit++)
        {
            var set = bytes.Count(one => (one[bit / 8] & (0x80 >> (bit % 8))) != 0);
            if (bit is (< 48 or > 51) and not (64 or 65))
            {
                Assert.InRange(set, 350, 650);
            }
        }
    }
}
