using System.Data.Common;
using Keukentafel.Data.Postgres;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Sqlite;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Tests.Trail;

/// <summary>Many share one commit, and none pays for another.</summary>
public sealed class DurableTests
{
    private static readonly Template Migrated = new();

    [Theory]
    [MemberData(nameof(Wanted.Both), MemberType = typeof(Wanted))]
    public async Task A_change_that_fails_is_undone_whole_and_leaves_those_beside_it_alone(Database on)
    {
        await using var own = await Migrated.CopyAsync(on);
        await using Storage storage = own.Places.Postgres is { } postgres ? new PostgresStorage(postgres) : new SqliteStorage(own.Places.SqliteFile);
        await using (var gate = new Gate(storage, new Keyring(own.Places.KeysFolder), TimeProvider.System))
        {
            // The first holds the gate, so that the others wait together and share a commit.
            var first = gate.ChangeAsync(null, null, _ => Task.Delay(200), () => []);
            var good = Enumerable.Range(0, 20).Select(i => gate.ChangeAsync(null, null, writing => MarkAsync(writing, "good" + i), () => [])).ToList();
            var bad = gate.ChangeAsync(
                null,
                null,
                async writing =>
                {
                    await MarkAsync(writing, "bad");
                    await writing.RunAsync("insert into no_such_table (a) values (1)");
                },
                () => []);
            var after = gate.ChangeAsync(null, null, writing => MarkAsync(writing, "after"), () => []);
            await Task.WhenAll([first, .. good, after]);
            await Assert.ThrowsAnyAsync<DbException>(() => bad);
        }

        await using var db = storage.NewDb();
        var marks = await db.Marks.Select(mark => mark.Name).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(20, marks.Count(name => name.StartsWith("good", StringComparison.Ordinal)));
        Assert.Contains("after", marks);
        Assert.DoesNotContain("bad", marks);
    }

    private static Task MarkAsync(Writing writing, string name) =>
        writing.RunAsync("insert into marks (name, value) values (@name, 'yes')", ("name", name));
}
