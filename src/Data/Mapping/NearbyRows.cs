using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Mapping;

// What editors write for everybody: how one comes to a team, who can be called, and stories. Each is sealed under a key of its own, so that a story somebody takes back
// is gone from older copies too.

internal sealed class LocalTextRow
{
    public Guid Id { get; set; }

    public byte[] Sheet { get; set; } = [];
}

/// <summary>Who writes it. It says nothing about any table.</summary>
internal sealed class EditorRow
{
    public Guid Person { get; set; }
}

internal static class NearbyMapping
{
    public static void MapNearby(this ModelBuilder builder)
    {
        builder.Entity<LocalTextRow>(text =>
        {
            text.ToTable("local_texts");
            text.Property(t => t.Id).ValueGeneratedNever();
        });
        builder.Entity<EditorRow>(editor =>
        {
            editor.ToTable("editors");
            editor.HasKey(e => e.Person);
            editor.Property(e => e.Person).ValueGeneratedNever();
        });
    }
}
