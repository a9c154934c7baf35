using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Mapping;

/// <summary>What somebody said aloud with a thing. It lies apart, so that who reads a table does not fetch every sound on it.</summary>
internal sealed class SoundRow
{
    public Guid Circle { get; set; }

    public Guid Contribution { get; set; }

    public byte[] Sheet { get; set; } = [];
}

internal static class SoundMapping
{
    public static void MapSounds(this ModelBuilder builder) => builder.Entity<SoundRow>(sound =>
    {
        sound.ToTable("sounds");
        sound.HasKey(s => new { s.Circle, s.Contribution });
    });
}
