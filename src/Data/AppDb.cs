using Keukentafel.Data.Mapping;
using Keukentafel.Data.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data;

/// <summary>The tables. Internal: whoever wants a circle's data goes through <see cref="Circles.Door"/>.</summary>
internal abstract class AppDb(DbContextOptions options) : IdentityUserContext<Person, Guid>(options)
{
    public DbSet<CircleRow> CircleRows => Set<CircleRow>();

    public DbSet<SeatRow> Seats => Set<SeatRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<RemovalRow> Removals => Set<RemovalRow>();

    public DbSet<WayBackRow> WaysBack => Set<WayBackRow>();

    public DbSet<LostPasswordRow> LostPasswords => Set<LostPasswordRow>();

    public DbSet<ContributionRow> Contributions => Set<ContributionRow>();

    public DbSet<LaidAsideRow> LaidAside => Set<LaidAsideRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    public DbSet<SpentDraftRow> SpentDrafts => Set<SpentDraftRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<TrailRow> Trail => Set<TrailRow>();

    public DbSet<TrailHeadRow> TrailHead => Set<TrailHeadRow>();

    public DbSet<MarkRow> Marks => Set<MarkRow>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        builder.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.Property(p => p.Called).HasMaxLength(60);
            person.Property(p => p.Language).HasMaxLength(2);
            person.Property(p => p.DemoLine).HasMaxLength(400);
        });
        builder.Entity<CircleRow>(circle =>
        {
            circle.ToTable("circles");
            circle.Property(c => c.Version).IsConcurrencyToken();
        });
        builder.Entity<SeatRow>(seat =>
        {
            seat.ToTable("seats");
            seat.HasKey(s => new { s.Circle, s.Number });

            // One person sits once at a table; knowing that, the database finds the reader's seat first and need not sort.
            seat.HasIndex(s => new { s.Person, s.Circle }).IsUnique();
        });
        builder.Entity<InvitationRow>(invitation =>
        {
            invitation.ToTable("invitations");
            invitation.HasKey(i => i.Print);
        });
        builder.Entity<RemovalRow>(removal =>
        {
            removal.ToTable("removals");
            removal.HasKey(r => r.Circle);
            removal.Property(r => r.Circle).ValueGeneratedNever();
            removal.HasIndex(r => r.Due);
        });
        builder.Entity<WayBackRow>(way =>
        {
            way.ToTable("ways_back");
            way.HasKey(w => w.Person);
            way.Property(w => w.Person).ValueGeneratedNever();
        });
        builder.Entity<LostPasswordRow>(lost =>
        {
            lost.ToTable("lost_passwords");
            lost.HasKey(l => l.Print);
            lost.HasIndex(l => l.Key).IsUnique();
            lost.HasIndex(l => l.Person);
        });
        builder.Entity<ContributionRow>(row =>
        {
            row.ToTable("contributions");
            row.HasKey(c => new { c.Circle, c.Number });
            row.Property(c => c.Number).ValueGeneratedNever();
            row.HasIndex(c => new { c.Circle, c.Id }).IsUnique();
            row.HasIndex(c => new { c.Circle, c.Number }, "open").HasFilter(OpenFilter);
            row.HasIndex(c => new { c.Circle, c.Number }, "views").HasFilter("kind >= 6");
            row.HasIndex(c => new { c.Circle, c.Parent });
            row.HasIndex(c => new { c.Circle, c.Seat });
            row.HasIndex(c => new { c.Circle, c.ChangedAt });
            row.Property(c => c.Version).IsConcurrencyToken();
            row.Ignore(c => c.Kept);
        });
        builder.Entity<LaidAsideRow>(aside =>
        {
            aside.ToTable("laid_aside");
            aside.HasKey(a => new { a.Circle, a.Seat, a.Contribution });
        });
        builder.Entity<DraftRow>(draft =>
        {
            draft.ToTable("drafts");
            draft.HasKey(d => new { d.Person, d.Id });
            draft.Property(d => d.Page).HasMaxLength(200);
            draft.Property(d => d.Version).IsConcurrencyToken();
        });
        builder.Entity<SpentDraftRow>(spent =>
        {
            spent.ToTable("spent_drafts");
            spent.HasKey(s => new { s.Person, s.Draft, s.Print });
        });
        builder.Entity<SessionRow>(session =>
        {
            session.ToTable("sessions");
            session.HasIndex(s => s.Key).IsUnique();
            session.HasIndex(s => s.Person);
            session.Property(s => s.Device).HasMaxLength(60);
        });
        builder.Entity<TrailRow>(trail =>
        {
            trail.ToTable("trail");
            trail.HasKey(t => t.Number);
            trail.Property(t => t.Number).ValueGeneratedNever();
            trail.Property(t => t.Part).HasMaxLength(100);
            trail.HasIndex(t => new { t.Circle, t.Number });
        });
        builder.Entity<TrailHeadRow>(head =>
        {
            head.ToTable("trail_head");
            head.Property(h => h.Id).ValueGeneratedNever();
        });
        builder.Entity<MarkRow>(mark =>
        {
            mark.ToTable("marks");
            mark.HasKey(m => m.Name);
            mark.Property(m => m.Name).HasMaxLength(40);
            mark.Property(m => m.Value).HasMaxLength(200);
        });
        builder.MapKeys();
        builder.MapWordings();
        builder.MapRequests();
        builder.MapNearby();
        builder.MapNudges();
        builder.MapAddresses();
        builder.MapSounds();

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Snake($"{entity.GetTableName()}_{string.Join('_', index.Properties.Select(p => p.Name))}{(index.Name is null ? "" : "_" + index.Name)}"));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(Snake($"{entity.GetTableName()}_pk"));
            }
        }
    }

    /// <summary>The filter of the index over what waits for somebody, in the words of this database.</summary>
    protected abstract string OpenFilter { get; }

    private static string Snake(string name) =>
        string.Concat(name.Replace("AspNet", "", StringComparison.Ordinal).Select((c, i) =>
            char.IsUpper(c) ? (i > 0 && name[i - 1] != '_' ? "_" : "") + char.ToLowerInvariant(c) : c.ToString())).TrimStart('_');
}
