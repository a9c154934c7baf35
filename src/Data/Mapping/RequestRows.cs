using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Mapping;

// What people ask of a local team, without an account. It says nothing of who asked; what they typed is sealed under a key of its own.

internal sealed class HelpRequestRow
{
    public Guid Id { get; set; }

    /// <summary>A print of the code under a key outside the database: who reads this table cannot come back with it.</summary>
    public byte[] Print { get; set; } = [];

    public Guid Team { get; set; }

    /// <summary>The number of the day on which it goes.</summary>
    public int Until { get; set; }

    /// <summary>Since when it waits for an answer, in milliseconds; 0 when it does not.</summary>
    public long Waits { get; set; }

    /// <summary>A slow hash of the word that goes with the code.</summary>
    public string Word { get; set; } = "";

    public byte[] Sheet { get; set; } = [];
}

/// <summary>A local team: names that everybody reads who asks for help.</summary>
internal sealed class LocalTeamRow
{
    public Guid Id { get; set; }

    public string Place { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>1 for experts, who are asked without names; 0 for a local team.</summary>
    public int Experts { get; set; }
}

/// <summary>Who reads and answers for a team. It says nothing about any table.</summary>
internal sealed class LocalTeamMemberRow
{
    public Guid Person { get; set; }

    public Guid Team { get; set; }
}

/// <summary>What people asked in half a year, as sealed totals: of no team, no place and no request.</summary>
internal sealed class AskedTotalsRow
{
    public int HalfYear { get; set; }

    public byte[] Sheet { get; set; } = [];
}

internal static class RequestMapping
{
    public static void MapRequests(this ModelBuilder builder)
    {
        builder.Entity<HelpRequestRow>(request =>
        {
            request.ToTable("help_requests");
            request.Property(r => r.Id).ValueGeneratedNever();
            request.HasIndex(r => r.Print).IsUnique();
            request.HasIndex(r => r.Team);
            request.HasIndex(r => r.Until);
            request.Property(r => r.Word).HasMaxLength(200);
        });
        builder.Entity<LocalTeamRow>(team =>
        {
            team.ToTable("local_teams");
            team.Property(t => t.Id).ValueGeneratedNever();
            team.Property(t => t.Place).HasMaxLength(60);
            team.Property(t => t.Name).HasMaxLength(60);
        });
        builder.Entity<AskedTotalsRow>(totals =>
        {
            totals.ToTable("asked_totals");
            totals.HasKey(t => t.HalfYear);
            totals.Property(t => t.HalfYear).HasColumnName("half_year").ValueGeneratedNever();
        });
        builder.Entity<LocalTeamMemberRow>(member =>
        {
            member.ToTable("local_team_members");
            member.HasKey(m => new { m.Person, m.Team });
        });
    }
}
