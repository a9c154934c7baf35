using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Mapping;

/// <summary>Who is told by mail that something is there. Where, and when, is sealed under the person's own key.</summary>
internal sealed class NudgeRow
{
    public Guid Person { get; set; }

    public byte[] Sheet { get; set; } = [];
}

internal static class NudgeMapping
{
    public static void MapNudges(this ModelBuilder builder) => builder.Entity<NudgeRow>(nudge =>
    {
        nudge.ToTable("nudges");
        nudge.HasKey(n => n.Person);
        nudge.Property(n => n.Person).ValueGeneratedNever();
    });
}
