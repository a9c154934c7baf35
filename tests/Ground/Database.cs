namespace Keukentafel.Tests.Ground;

/// <summary>The databases that every test of data or pages runs on.</summary>
public enum Database
{
    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>A real PostgreSQL server.</summary>
    Postgres,
}
