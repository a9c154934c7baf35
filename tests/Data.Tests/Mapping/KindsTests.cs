using Keukentafel.Data.Mapping;

namespace Keukentafel.Data.Tests.Mapping;

public sealed class KindsTests
{
    // What is new beside the table is kept in 64 bits, one for each kind.
    [Fact]
    public void No_two_kinds_share_the_bit_that_says_there_is_news_of_them()
    {
        var bits = Enum.GetValues<ContributionKind>().Select(kind => 1L << (int)kind).ToList();
        Assert.Equal(bits.Count, bits.Distinct().Count());
    }
}
