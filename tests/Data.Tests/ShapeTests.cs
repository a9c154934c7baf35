using Keukentafel.Data.Circles;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Tests;

public sealed class ShapeTests
{
    [Fact]
    public void No_database_context_can_be_reached_from_outside() =>
        Assert.DoesNotContain(typeof(Door).Assembly.GetExportedTypes(), type => typeof(DbContext).IsAssignableFrom(type));
}
