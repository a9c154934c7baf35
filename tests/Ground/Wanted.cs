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

    private static TheoryDataRow<Database> Postgres => new(Database.Postgres) { Skip = WhyNot };

    // ./test requires what it has installed; ./test --fast leaves out what takes long.
    private static string? WhyNot =>
        Environment.GetEnvironmentVariable("KEUKENTAFEL_TEST_FAST") == "1" ? "Left out of the fast run."
        : Environment.GetEnvironmentVariable("KEUKENTAFEL_TEST_ALL") == "1" ? null
        : PostgresServer.Missing;
}
