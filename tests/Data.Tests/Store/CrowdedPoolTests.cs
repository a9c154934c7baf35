using System.Text.Json;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Postgres;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Npgsql;

namespace Keukentafel.Data.Tests.Store;

/// <summary>Many circles at once over few connections, and what PostgreSQL says that it reads for one of them.</summary>
public sealed class CrowdedPoolTests
{
    private const int Requests = 30_000;
    private const int Circles = 60;
    private const int SlipsOfOne = 50;

    // Besides these there are many where nothing lies yet: a table of a few rows PostgreSQL reads whole, whatever is asked.
    private const int Empty = 3_000;

    // Filled by the owner: only how many and whose counts here, so every circle has a different number of rows.
    private static readonly Template Crowd = new(async places =>
    {
        await using var owner = NpgsqlDataSource.Create(places.Postgres!);
        foreach (var sql in new[]
        {
            "insert into circles (id, started_at, parents_apart, \"order\", version, sheet) select gen_random_uuid(), n, false, 0, 1, sha256(n::text::bytea) " +
            $"from generate_series(1, {Circles + Empty}) n",
            "insert into seats (circle, number, id, person, side, age, mug, bit, since) select id, 1, gen_random_uuid(), gen_random_uuid(), 0, 3, 0, 1, 1 from circles",
            "insert into contributions (circle, number, id, kind, seat, at, readers, named, about, waits_for, open, voices, changed_at, version, flags, replied, sheet) " +
            "select id, n, gen_random_uuid(), 1, 1, n, 3, 0, 0, 0, false, 0, n, 1, 0, 0, sha256(n::text::bytea) " +
            $"from circles, generate_series(1, {SlipsOfOne} + started_at::int) n where started_at <= {Circles}",
            "analyze",
        })
        {
            await using var command = owner.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    });

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task Of_30_000_requests_that_cross_each_other_over_four_connections_each_gets_its_own_circle_R9(Database on)
    {
        await using var own = await Crowd.CopyAsync(on);
        await using var storage = new PostgresStorage(own.Places.Postgres! + ";Maximum Pool Size=4;Timeout=60");
        var circles = await CirclesAsync(own.Places);
        var asked = 0;
        var answered = 0;
        var broken = 0;
        var wrong = new List<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Requests),
            new ParallelOptions { MaxDegreeOfParallelism = 48, CancellationToken = TestContext.Current.CancellationToken },
            async (number, cancellation) =>
            {
                Interlocked.Increment(ref asked);
                var (id, person, slips) = circles[number * 7 % circles.Count];
                try
                {
                    var right = (number % 10) switch
                    {
                        // As a page asks, but for the condition: only the wall can hold back.
                        < 6 => await CountAsync(id, person, "select count(*), coalesce(sum(case when circle = @circle then 0 else 1 end), 0) from contributions", id) == (slips, 0),

                        // As somebody asks for their tables, which are found by the person alone.
                        6 => await CountAsync(null, person, "select count(*), coalesce(sum(case when id = @circle then 0 else 1 end), 0) from circles", id) == (1, 0),

                        // Before anybody is known: whatever was set for who came before is gone.
                        7 => await CountAsync(null, null, "select count(*), coalesce(sum(case when circle = @circle then 1 else 0 end), 0) from contributions", id) == (0, 0),

                        // What breaks halfway, or is written and goes back.
                        8 => await CountAsync(id, person, "select count(*), 1 / (count(*) - count(*)) from contributions where circle = @circle", id) == (-1, -1),
                        _ => await WriteAsync(id, person) == slips,
                    };
                    Interlocked.Increment(ref answered);
                    if (!right)
                    {
                        Note($"request {number} of kind {number % 10}");
                    }
                }
                catch (PostgresException divided) when (divided.SqlState == PostgresErrorCodes.DivisionByZero && number % 10 == 8)
                {
                    Interlocked.Increment(ref broken);
                }
            });
        Assert.Equal("", string.Join('\n', wrong.Take(20)));
        Assert.Equal(Requests, asked);
        Assert.Equal(Requests / 10, broken);
        Assert.Equal(Requests, answered + broken);
        Assert.InRange(await ConnectionsAsync(own.Places), 1, 4);

        async Task<(long, long)> CountAsync(Guid? circle, Guid? person, string sql, Guid mine)
        {
            var seen = (-1L, -1L);
            await storage.AskAsync(circle, person, [new Query(sql, row => seen = (row.Number(0), row.Number(1)), ("circle", mine))], CancellationToken.None);
            return seen;
        }

        async Task<int> WriteAsync(Guid circle, Guid person)
        {
            await using var connection = (NpgsqlConnection)await storage.OpenForWritingAsync(CancellationToken.None);
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            await storage.BeginOneAsync(connection, transaction, circle, person);
            await using var command = new NpgsqlCommand("select count(*)::int from contributions", connection, transaction);
            var rows = (int)(await command.ExecuteScalarAsync(CancellationToken.None))!;
            await transaction.RollbackAsync(CancellationToken.None);
            return rows;
        }

        void Note(string what)
        {
            lock (wrong)
            {
                wrong.Add(what);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    public async Task For_a_page_no_row_of_another_circle_is_read_and_no_function_is_called_for_each_row(Database on)
    {
        await using var own = await Crowd.CopyAsync(on);
        await using var storage = new PostgresStorage(own.Places.Postgres!);
        var (id, person, slips) = (await CirclesAsync(own.Places))[17];
        var questions = new List<string> { Questions.CircleForMeSql, Questions.TableForMeSql, Questions.SeatsSql, Questions.SpokenSql, Questions.AsideSql };
        questions.AddRange(Questions.QueriesOf(Look.Table()));
        foreach (var sql in questions)
        {
            var told = "";
            await storage.AskAsync(
                id, person,
                [
                    new Query(
                        "explain (analyze, verbose, format json) " + sql, row => told = row.Text(0),
                        ("circle", id), ("person", person), ("now", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()), ("session", PersonId.New().Value)),
                ],
                TestContext.Current.CancellationToken);
            using var plan = JsonDocument.Parse(told);
            var nodes = new List<JsonElement>();
            Walk(plan.RootElement[0].GetProperty("Plan"), nodes);
            Assert.NotEmpty(nodes);
            foreach (var node in nodes)
            {
                var table = Text(node, "Relation Name");
                if (table is "contributions" or "seats" or "circles" or "laid_aside" or "drafts")
                {
                    Assert.True(Text(node, "Node Type") is "Index Scan" or "Index Only Scan" or "Bitmap Heap Scan" || table is "laid_aside" or "drafts", $"{sql}\n{told}");
                    var read = Number(node, "Actual Rows") * Number(node, "Actual Loops") + Number(node, "Rows Removed by Filter") * Number(node, "Actual Loops");
                    Assert.True(read <= slips, $"{table}: {read} rows of {slips}\n{sql}\n{told}");
                }

                // The wall asks what was set once, before any row: a call in a filter would be made for each row.
                foreach (var where in new[] { "Filter", "Index Cond", "Recheck Cond", "Join Filter", "Hash Cond", "Merge Cond" })
                {
                    Assert.DoesNotContain("current_setting", Text(node, where), StringComparison.Ordinal);
                    Assert.DoesNotContain("tables_of_person()", Text(node, where), StringComparison.Ordinal);
                }

                if (node.TryGetProperty("Output", out var output) && output.GetRawText() is var shown
                    && (shown.Contains("current_setting", StringComparison.Ordinal) || shown.Contains("tables_of_person", StringComparison.Ordinal)))
                {
                    Assert.True(Number(node, "Actual Loops") <= 1, $"{sql}\n{told}");
                }
            }

            // The page's own question finds all there is to find: a plan that reads nothing would prove nothing.
            if (sql == Questions.QueriesOf(Look.Table())[0])
            {
                Assert.Equal(Math.Min(61, slips), Number(nodes[0], "Actual Rows"));
            }
        }
    }

    private static void Walk(JsonElement node, List<JsonElement> nodes)
    {
        nodes.Add(node);
        if (node.TryGetProperty("Plans", out var plans))
        {
            foreach (var one in plans.EnumerateArray())
            {
                Walk(one, nodes);
            }
        }
    }

    private static string Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static double Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    private static async Task<long> ConnectionsAsync(Places places)
    {
        await using var owner = NpgsqlDataSource.Create(places.Postgres! + ";Pooling=false");
        await using var command = owner.CreateCommand("select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<List<(Guid Id, Guid Person, int Slips)>> CirclesAsync(Places places)
    {
        await using var owner = NpgsqlDataSource.Create(places.Postgres! + ";Pooling=false");
        await using var command = owner.CreateCommand(
            $"select s.circle, s.person, (select count(*)::int from contributions c where c.circle = s.circle) from seats s join circles k on k.id = s.circle where k.started_at <= {Circles} order by k.started_at");
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<(Guid, Guid, int)>();
        while (await rows.ReadAsync())
        {
            all.Add((rows.GetGuid(0), rows.GetGuid(1), rows.GetInt32(2)));
        }

        return all;
    }
}
