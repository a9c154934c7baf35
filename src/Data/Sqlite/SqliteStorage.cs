using System.Collections.Concurrent;
using System.Data.Common;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Keukentafel.Data.Sqlite;

internal sealed class SqliteStorage : Storage
{
    private readonly string _connectionString;
    private readonly DbContextOptions<SqliteDb> _options;
    private readonly PooledDbContextFactory<SqliteDb> _changes = new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite().Options, MostContexts);
    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private SqliteCheckpoints? _checkpoints;

    public SqliteStorage(string path)
    {
        Path = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 10 }.ToString();
        var pooled = new SqliteConnectionStringBuilder { DataSource = path, Pooling = true, DefaultTimeout = 10 }.ToString();
        _options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite(pooled).AddInterceptors(new PragmasOnOpen()).Options;
    }

    public string Path { get; }

    public override string True => "1";

    public override AppDb NewDb() => new SqliteDb(_options);

    public override AppDb NewChange() => _changes.CreateDbContext();

    public override Task<DbConnection> OpenForWritingAsync(CancellationToken cancellation) => Task.FromResult<DbConnection>(Open());

    public override void Committed() => (_checkpoints ??= new SqliteCheckpoints(Open)).Committed();

    public override ValueTask AskAsync(Guid? circle, Guid? person, IReadOnlyList<Query> queries, CancellationToken cancellation)
    {
        if (!_idle.TryTake(out var reader))
        {
            reader = new SqliteReader(Path);
        }

        try
        {
            reader.Ask(queries);
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        _idle.Add(reader);
        return ValueTask.CompletedTask;
    }

    public override Task BeginOneAsync(DbConnection connection, DbTransaction transaction, Guid? circle, Guid? person) =>
        transaction.SaveAsync(BeforeOne);

    public override TrailWriter NewTrailWriter(DbConnection connection) => new SqliteTrailWriter((SqliteConnection)connection);

    public override void Bind(DbCommand command, string name, object value) =>
        ((SqliteCommand)command).Parameters.AddWithValue("@" + name, AsKept(value));

    public static object AsKept(object value) => value switch { Guid id => id.ToByteArray(), bool yes => yes ? 1L : 0L, _ => value };

    // 5 busy, 8 read-only, 10 input or output failed, 13 full, 14 cannot open.
    public override bool IsUnavailable(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: 5 or 8 or 10 or 13 or 14 } || exception.InnerException is { } inner && IsUnavailable(inner);

    public override ValueTask DisposeAsync()
    {
        _checkpoints?.Dispose();
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }

        using var pooled = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = true, DefaultTimeout = 10 }.ToString());
        SqliteConnection.ClearPool(pooled);
        return ValueTask.CompletedTask;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = $"{SqliteDb.Pragmas} pragma wal_autocheckpoint={SqliteCheckpoints.MostPages};";
        pragmas.ExecuteNonQuery();
        return connection;
    }
}
