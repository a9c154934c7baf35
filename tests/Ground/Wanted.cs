namespace Keukentafel.Tests.Ground;

/// <summary>Which databases the tests of this run must use.</summary>
public static class Wanted
{
    /// <summary>
    /// For a theory over both. PostgreSQL is shown as skipped, with the reason, where it cannot be; when it is required it fails instead.
    /// </summary>
    public static TheoryData<Database> Both => [new TheoryDataRow<Database>(Database.Sqlite), Postgres];

    /// <summary>For a theory on PostgreSQL alone.</summary>
    public static TheoryData<Database> OnlyPostgres => [Postgres];

    /// <summary>For a theory over both that needs another program too.</summary>
    /// <param name="program">The program.</param>
    /// <param name="package">The package of Debian that it is in; null for one of the same name.</param>
    public static TheoryData<Database> BothWith(string program, string? package = null)
    {
        var missing = Environment.GetEnvironmentVariable("KEUKENTAFEL_TEST_ALL") == "1"
            || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)))
            ? null
            : $"There is no {program} on this machine: apt-get install {package ?? program}.";
        return [new TheoryDataRow<Database>(Database.Sqlite) { Skip = missing }, new TheoryDataRow<Database>(Database.Postgres) { Skip = missing ?? WhyNot }];
    }

    private static TheoryDataRow<Database> Postgres => new(Database.Postgres) { Skip = WhyNot };

    // ./test requires what it has installed; ./test --fast leaves out what takes long.
    private static string? WhyNot =>
        Environment.GetEnvironmentVariable("KEUKENTAFEL_TEST_FAST") == "1" ? "Left out of the fast run."
        : Environment.GetEnvironmentVariable("KEUKENTAFEL_TEST_ALL") == "1" ? null
        : PostgresServer.Missing;
}
