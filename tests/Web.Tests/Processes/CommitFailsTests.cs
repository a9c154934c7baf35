using System.Diagnostics;
using System.Net;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Trail;
using Keukentafel.Web.Tests.Ground;
using Npgsql;

namespace Keukentafel.Web.Tests.Processes;

/// <summary>
/// All statements went well and then the commit itself does not: nothing is handed over, nothing is half kept, no typed word is lost, and the
/// next try works.
/// </summary>
public sealed class CommitFailsTests
{
    /// <summary>PostgreSQL, with what happens there at the moment of the commit.</summary>
    public static TheoryData<Database, string> AtTheServer => new(Wanted.OnlyPostgres.SelectMany(row => new[]
    {
        // The disk is full; the server is being stopped.
        new TheoryDataRow<Database, string>(row.Data, "raise exception 'no room' using errcode = '53100'") { Skip = row.Skip },
        new TheoryDataRow<Database, string>(row.Data, "perform pg_terminate_backend(pg_backend_pid())") { Skip = row.Skip },
    }));

    /// <summary>SQLite, where the size of a process' files can be limited from outside.</summary>
    public static TheoryData<Database> OnlySqlite => [Wanted.BothWith("prlimit").First()];

    [Theory]
    [MemberData(nameof(AtTheServer))]
    [Trait("Takes", "long")]
    public async Task A_commit_that_PostgreSQL_refuses_hands_nothing_over_and_loses_no_word_R6(Database on, string fails)
    {
        await using var running = await Running.StartAsync(on);
        await using var owner = new NpgsqlConnection(running.Places.Postgres);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync(owner, $"create function fail() returns trigger language plpgsql security definer as $$ begin {fails}; return null; end $$");
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");

        // Not when somebody enters, but when what they lay down is to be kept, and when they are to be shown the table.
        await FailsAsync(
            running.Places,
            esra,
            fatma,
            () => RunAsync(
                owner,
                "create constraint trigger fail after insert on trail deferrable initially deferred for each row " +
                "when (new.deed = 20 or new.part = 'table') execute function fail()"),
            () => RunAsync(owner, "drop trigger fail on trail"));
    }

    [Theory]
    [MemberData(nameof(OnlySqlite))]
    [Trait("Takes", "long")]
    public async Task A_commit_for_which_there_is_no_room_on_disk_hands_nothing_over_and_loses_no_word_R6(Database on)
    {
        var (places, clean) = await Databases.FilledAsync(on);

        // SQLite writes to its log at the commit. A log that may not grow is a disk that is full; the program is not told why.
        await using (var serving = await Serving.StartAsync(places, 0, null, "sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"))
        {
            using var esra = await serving.AsAsync("esra");
            using var fatma = await serving.AsAsync("fatma");
            await FailsAsync(
                places, esra, fatma, () => LimitAsync(serving, new FileInfo(places.SqliteFile + "-wal").Length.ToString()), () => LimitAsync(serving, "unlimited"));
        }

        await clean();
    }

    private static async Task FailsAsync(Data.Store.Places places, Visitor esra, Visitor fatma, Func<Task> fail, Func<Task> mend)
    {
        const string words = "Vandaag hebben we samen pannenkoeken gebakken.";
        var table = esra.Table;
        await esra.GetAsync(table + "/lay?what=good-thing");
        for (var tries = 0; tries < 3; tries++)
        {
            await fail();
            await esra.PressAsync("form.composer", ("words", words), ("what", "GoodThing"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, esra.Status);
            Assert.NotNull(esra.Answer.Headers.RetryAfter);
            Assert.Contains(esra.Page.QuerySelectorAll("textarea"), field => field.TextContent == words);
            await esra.GetAsync(table);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, esra.Status);
            Assert.Empty(esra.Page.QuerySelectorAll("article"));
            await mend();

            // What is signed outside the database is no more than what is in it.
            Assert.Equal(await Trails.IsWholeAsync(places), Signed(places));
            await fatma.GetAsync(table);
            Assert.DoesNotContain(words, fatma.Html, StringComparison.Ordinal);
            await esra.GetAsync(table + "/lay?what=good-thing");
        }

        await esra.PressAsync("form.composer", ("words", words), ("what", "GoodThing"));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        await fatma.GetAsync(table);
        Assert.Single(fatma.Page.QuerySelectorAll("article"), card => card.TextContent.Contains(words, StringComparison.Ordinal));
        Assert.Equal(await Trails.IsWholeAsync(places), Signed(places));
    }

    private static long Signed(Data.Store.Places places) => HeadFile.Highest(new Keyring(places.KeysFolder))!.Number;

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task LimitAsync(Serving serving, string bytes)
    {
        using var limit = Process.Start("prlimit", ["--pid", serving.Id.ToString(), "--fsize=" + bytes + ":"]);
        await limit.WaitForExitAsync();
        Assert.Equal(0, limit.ExitCode);
    }
}
