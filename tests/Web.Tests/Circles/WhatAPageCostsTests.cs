using System.Text;
using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Circles;

/// <summary>A gate on what does not depend on the machine: how much is asked of the database for a page, and how large the answer is.</summary>
public sealed class WhatAPageCostsTests
{
    private const string Table = "";
    private const string List = "/list";
    private const string Views = "/views";
    private const string Print = "/print";

    // How much is laid on a table where some lies already.
    private static readonly int[] Sizes = [10, 60, 200];
    private static readonly string[] People = ["esra", "fatma", "samira", "bo"];

    [Fact]
    public async Task A_page_asks_no_more_of_SQLite_the_fuller_the_table()
    {
        await using var running = await Running.StartAsync();
        using var watch = SqliteWatch.On(running.Places.SqliteFile);
        using var esra = await running.AsAsync("esra");
        var found = await WalkAsync(running, esra, watch.Take);
        foreach (var (size, page, cost, bytes) in found)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{size,3} {page,-8} {cost.Statements.Count,2} statements, {cost.Rows,3} rows, {cost.Bytes,6} bytes, {cost.Steps,6} steps; answer {bytes}");
            var (statements, rows, steps) = page switch
            {
                // Where more lies than a page, the last few of everybody are looked for among all: that is counted, and little of it is read.
                Table or List => (12, 90, size < 60 ? 3_600 : 100 * (65 + size)),
                Print => (8, 65 + size, 60 * (65 + size)),
                Views => (8, 24, 900),
                _ => (8, 16, 600),
            };
            Assert.InRange(cost.Statements.Count, 2, statements);
            Assert.InRange(cost.Rows, 2, rows);
            Assert.InRange(cost.Bytes, 100, rows * 256);
            Assert.InRange(cost.Steps, 50, steps);
        }

        // From sixty on a table is as large as it gets; what shows one thing, or only views, never grew.
        foreach (var page in found.Select(one => one.Page).Distinct().Where(page => page != Print))
        {
            var (few, many) = (found.Single(one => one.Size == 60 && one.Page == page), found.Single(one => one.Size == 200 && one.Page == page));
            Assert.Equal(few.Cost.Statements.Select(one => one.Sql), many.Cost.Statements.Select(one => one.Sql));
            Assert.Equal(few.Cost.Rows, many.Cost.Rows);
            Assert.InRange(many.Cost.Steps, 0, page is Table or List ? few.Cost.Steps + (100 * 140) : few.Cost.Steps * 1.02);
            Assert.InRange(many.Bytes, 0, few.Bytes * 1.02);
        }

        // The watch sees what it must see.
        Assert.Contains(found[0].Cost.Statements, one => one.Sql.Contains("from contributions", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Wanted.OnlyPostgres), MemberType = typeof(Wanted))]
    [Trait("Takes", "long")]
    public async Task A_page_goes_no_more_often_to_PostgreSQL_the_fuller_the_table(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var watch = new PostgresWatch(running.Places.Postgres!);
        using var esra = await running.AsAsync("esra");
        var found = await WalkAsync(running, esra, watch.Take);
        foreach (var (size, page, asked, _) in found)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{size,3} {page,-8} {asked.Count} times");

            // The page of one's tables also asks whether somebody comes back in with a lost password, so that it can be stopped (T20).
            Assert.InRange(asked.Count, 2, page is Table or List or "/tables" ? 6 : 5);
            var atSixty = found.Single(one => one.Size == 60 && one.Page == page).Cost.Count;
            Assert.InRange(asked.Count, size < 60 ? 2 : atSixty, atSixty);
        }
    }

    private static async Task<List<(int Size, string Page, T Cost, int Bytes)>> WalkAsync<T>(Running running, Visitor esra, Func<T> take)
    {
        var table = esra.Table;
        var found = new List<(int, string, T, int)>();
        var laid = 0;
        var thing = "";
        foreach (var size in Sizes)
        {
            for (; laid < size; laid++)
            {
                thing = await LayAsync(running, table, laid);
            }

            foreach (var page in new[] { Table, List, Views, Print, thing, "/tables" })
            {
                var address = page == "/tables" ? page : table + page;
                await esra.GetAsync(address);
                take();
                await esra.GetAsync(address);
                found.Add((size, page == thing ? "/thing" : page, take(), Encoding.UTF8.GetByteCount(esra.Html)));
            }
        }

        return found;
    }

    private static async Task<string> LayAsync(Running running, string table, int number)
    {
        await using var scope = running.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(People[number % People.Length]);
        return await running.Services.GetRequiredService<Door>().ChangeAsync(
            new Caller(new PersonId(person!.Id), Guid.Empty),
            new CircleId(Guid.Parse(table.Split('/')[2])),
            Permission.Speak,
            visit =>
            {
                var laid = GoodThing.Lay(visit.Circle, $"Dit ging goed, nummer {number}.", SeatSet.None, Audience.Everyone, visit.Act);
                visit.Lay(laid);
                return Task.FromResult($"/things/{laid.Id.Value}");
            },
            CancellationToken.None);
    }
}
