using System.Data.Common;
using Keukentafel.Data.Postgres;
using Keukentafel.Data.Sqlite;
using Keukentafel.Data.Store;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Tests.Trail;

/// <summary>The trail is only ever added to, and every connection that writes waits for the disk.</summary>
public sealed class OnlyAddedToTests
{
    private static readonly Template Migrated = new();

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task No_line_of_the_trail_can_be_changed_or_taken_out_R126(Database on)
    {
        await using var own = await Migrated.CopyAsync(on);
        await using var storage = On(own.Places);
        const string Line =
            "insert into trail (number, at, person, seat, deed, permission, whose, hash) values (1, 1, @person, 0, 1, 1, 0, @hash)";
        await using var connection = await storage.OpenForWritingAsync(CancellationToken.None);
        Assert.Equal(1, await RunAsync(storage, connection, Line, ("person", Guid.Empty), ("hash", new byte[32])));
        var changed = await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(storage, connection, "update trail set seat = 5"));
        var taken = await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(storage, connection, "delete from trail"));
        var expected = on == Database.Sqlite ? "the trail is only added to" : "permission denied for table trail";
        Assert.Contains(expected, changed.Message, StringComparison.Ordinal);
        Assert.Contains(expected, taken.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await ReadAsync(connection, "select count(*) from trail"));
    }

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task Every_connection_that_writes_waits_until_the_disk_has_it_R126(Database on)
    {
        await using var own = await Migrated.CopyAsync(on);
        await using var storage = On(own.Places);
        await using var gate = await storage.OpenForWritingAsync(CancellationToken.None);
        await using var db = storage.NewDb();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var connection in new[] { gate, db.Database.GetDbConnection() })
        {
            if (on == Database.Sqlite)
            {
                Assert.Equal(2L, await ReadAsync(connection, "pragma synchronous"));
                Assert.Equal("wal", await ReadAsync(connection, "pragma journal_mode"));
                Assert.Equal(1L, await ReadAsync(connection, "pragma secure_delete"));
                Assert.Equal(1L, await ReadAsync(connection, "pragma foreign_keys"));
                Assert.Equal(0L, await ReadAsync(connection, "pragma trusted_schema"));
            }
            else
            {
                Assert.Equal("on", await ReadAsync(connection, "show synchronous_commit"));
                Assert.Equal("on", await ReadAsync(connection, "show fsync"));
            }
        }
    }

    [Fact]
    public async Task What_is_committed_goes_from_the_log_into_the_file_beside_the_commits()
    {
        await using var house = await House.OpenAsync(Database.Sqlite);
        var before = File.GetLastWriteTimeUtc(house.Places.SqliteFile);
        for (var i = 0; i < 120; i++)
        {
            await house.SayAsync(house.Everybody[i % 4], $"Iets goeds, {i}.");
        }

        // Less than what a commit carries over by itself, so it was done beside them.
        Assert.True(new FileInfo(house.Places.SqliteFile + "-wal").Length < SqliteCheckpoints.MostPages * 4096L);
        for (var i = 0; File.GetLastWriteTimeUtc(house.Places.SqliteFile) == before; i++)
        {
            Assert.True(i < 200, "Nothing was carried over.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static Storage On(Places places) =>
        places.Postgres is { } postgres ? new PostgresStorage(postgres) : new SqliteStorage(places.SqliteFile);

    private static async Task<int> RunAsync(Storage storage, DbConnection connection, string sql, params (string Name, object Value)[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            storage.Bind(command, name, value);
        }

        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<object?> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
