using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Keukentafel.Data.Postgres;

/// <summary>The tables on PostgreSQL.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AppDb(options)
{
    protected override string OpenFilter => "open";
}

internal sealed class PostgresDbFactory : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=localhost").Options);
}
