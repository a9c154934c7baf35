using Keukentafel.Data.Postgres;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Sqlite;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Web.Tests.Processes;

/// <summary>Looks at a trail from underneath.</summary>
internal static class Trails
{
    /// <summary>Checks that every line follows from the one before, and that the database and the signed head say so too.</summary>
    /// <returns>How many lines there are.</returns>
    public static async Task<long> IsWholeAsync(Places places)
    {
        await using Storage storage = places.Postgres is { } postgres ? new PostgresStorage(postgres) : new SqliteStorage(places.SqliteFile);
        await using var db = storage.NewDb();
        var hash = Chain.Start;
        var number = 0L;
        await foreach (var row in db.Trail.AsNoTracking().OrderBy(line => line.Number).AsAsyncEnumerable())
        {
            Assert.Equal(++number, row.Number);
            hash = Chain.Next(hash, row);
            Assert.Equal(hash, row.Hash);
        }

        var head = await db.TrailHead.AsNoTracking().SingleAsync();
        Assert.Equal(number, head.Number);
        Assert.Equal(hash, head.Hash);

        // Killed between commit and head, the file is behind by that one commit, never ahead.
        var signed = HeadFile.Highest(new Keyring(places.KeysFolder))!;
        Assert.InRange(signed.Number, number - 64, number);
        Assert.Equal(await db.Trail.Where(line => line.Number == signed.Number).Select(line => line.Hash).SingleAsync(), signed.Hash);
        return number;
    }
}
