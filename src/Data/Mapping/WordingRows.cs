using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Mapping;

// What people say about the words of the program. Of no circle and no person; what they typed is sealed all the same, as somebody may have named somebody.

internal sealed class WordRemarkRow
{
    public Guid Id { get; set; }

    /// <summary>The number of the day. Never a moment: beside the sessions it would tell who.</summary>
    public int Day { get; set; }

    public byte[] Sheet { get; set; } = [];
}

internal sealed class WordDecisionRow
{
    public Guid Id { get; set; }

    public int Day { get; set; }

    public byte[] Sheet { get; set; } = [];
}

/// <summary>Who decides about words. It says nothing about any table.</summary>
internal sealed class RepresentativeRow
{
    public Guid Person { get; set; }

    public int Kind { get; set; }
}

internal static class WordingMapping
{
    public static void MapWordings(this ModelBuilder builder)
    {
        builder.Entity<WordRemarkRow>(remark =>
        {
            remark.ToTable("word_remarks");
            remark.Property(r => r.Id).ValueGeneratedNever();
        });
        builder.Entity<WordDecisionRow>(decision =>
        {
            decision.ToTable("word_decisions");
            decision.Property(d => d.Id).ValueGeneratedNever();
        });
        builder.Entity<RepresentativeRow>(representative =>
        {
            representative.ToTable("representatives");
            representative.HasKey(r => r.Person);
            representative.Property(r => r.Person).ValueGeneratedNever();
        });
    }
}
