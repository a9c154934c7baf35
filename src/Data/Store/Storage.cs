using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Keukentafel.Data.Postgres;
using Keukentafel.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Keukentafel.Data.Store;

/// <summary>One question to the database, its values, and what to do with each row.</summary>
internal sealed record Query(string Sql, Action<DbDataReader> Row, params (string Name, object Value)[] Values);

/// <summary>
/// The database underneath: how to connect, how to ask several questions at once. The two differ in little, and what differs stands here.
/// </summary>
internal abstract class Storage : IAsyncDisposable
{
    /// <summary>A context for changes, on a connection of its own.</summary>
    public abstract AppDb NewDb();

    /// <summary>A connection that may write, for the gate.</summary>
    public abstract Task<DbConnection> OpenForWritingAsync(CancellationToken cancellation);

    /// <summary>Asks several questions in one go, each seeing only what belongs to this circle or person.</summary>
    public abstract ValueTask AskAsync(Guid? circle, Guid? person, IReadOnlyList<Query> queries, CancellationToken cancellation);

    /// <summary>Makes the following writes of this transaction belong to one circle or person (the second wall, on PostgreSQL).</summary>
    public abstract Task ScopeAsync(DbConnection connection, DbTransaction transaction, Guid? circle, Guid? person);

    /// <summary>Adds a value, never null, in the form in which this database keeps it.</summary>
    public abstract void Bind(DbCommand command, string name, object value);

    /// <summary>An insert that is used many times.</summary>
    public DbCommand PrepareInsert(DbConnection connection, string table, params IReadOnlyList<(string Name, DbType Type)> columns)
    {
        var command = connection.CreateCommand();
        command.CommandText =
            $"insert into {table} ({string.Join(", ", columns.Select(c => c.Name))}) values ({string.Join(", ", columns.Select(c => "@" + c.Name))})";
        foreach (var (name, type) in columns)
        {
            AddTyped(command, name, type);
        }

        return command;
    }

    /// <summary>Sets the values of a prepared command, in order.</summary>
    public void Fill(DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] is { } value ? Kept(value) : DBNull.Value;
        }
    }

    /// <summary>A value in the form in which this database keeps it.</summary>
    protected abstract object Kept(object value);

    protected abstract void AddTyped(DbCommand command, string name, DbType type);

    /// <summary>Whether a failure means that a later try may work: the disk is full, the server is away, it took too long.</summary>
    public abstract bool IsUnavailable(Exception exception);

    /// <summary>Locks the head of the trail until the end of the transaction.</summary>
    public abstract string LockHead { get; }

    public abstract ValueTask DisposeAsync();
}

internal sealed class SqliteStorage : Storage
{
    private readonly string _connectionString;
    private readonly DbContextOptions<SqliteDb> _options;
    private readonly ConcurrentBag<Reader> _idle = [];

    public SqliteStorage(string path)
    {
        Path = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 10 }.ToString();
        var pooled = new SqliteConnectionStringBuilder { DataSource = path, Pooling = true, DefaultTimeout = 10 }.ToString();
        _options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite(pooled).AddInterceptors(new PragmasOnOpen()).Options;
    }

    public string Path { get; }

    public override string LockHead => "select number, hash from trail_head where id = 1";

    public override AppDb NewDb() => new SqliteDb(_options);

    public override async Task<DbConnection> OpenForWritingAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        await using var pragmas = connection.CreateCommand();
        pragmas.CommandText = SqliteDb.Pragmas;
        await pragmas.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    public override ValueTask AskAsync(Guid? circle, Guid? person, IReadOnlyList<Query> queries, CancellationToken cancellation)
    {
        if (!_idle.TryTake(out var reader))
        {
            reader = new Reader(_connectionString);
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

    public override Task ScopeAsync(DbConnection connection, DbTransaction transaction, Guid? circle, Guid? person) => Task.CompletedTask;

    public override void Bind(DbCommand command, string name, object value) =>
        ((SqliteCommand)command).Parameters.AddWithValue("@" + name, Kept(value));

    protected override void AddTyped(DbCommand command, string name, DbType type) =>
        ((SqliteCommand)command).Parameters.Add(new SqliteParameter { ParameterName = "@" + name });

    protected override object Kept(object value) => AsKept(value);

    private static object AsKept(object value) => value switch { Guid id => id.ToByteArray(), bool yes => yes ? 1L : 0L, _ => value };

    // 5 busy, 8 read-only, 10 input or output failed, 13 full, 14 cannot open.
    public override bool IsUnavailable(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: 5 or 8 or 10 or 13 or 14 } || exception.InnerException is { } inner && IsUnavailable(inner);

    public override ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }

        using var pooled = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = true, DefaultTimeout = 10 }.ToString());
        SqliteConnection.ClearPool(pooled);
        return ValueTask.CompletedTask;
    }

    /// <summary>A connection that only reads, with its statements kept prepared.</summary>
    private sealed class Reader : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly Dictionary<string, SqliteCommand> _prepared = [];
        private readonly SqliteCommand _begin;
        private readonly SqliteCommand _end;

        public Reader(string connectionString)
        {
            _connection = new SqliteConnection(connectionString);
            _connection.Open();
            using var pragmas = _connection.CreateCommand();
            pragmas.CommandText = SqliteDb.Pragmas + " pragma query_only=on;";
            pragmas.ExecuteNonQuery();
            _begin = Plain("begin");
            _end = Plain("commit");
        }

        public void Ask(IReadOnlyList<Query> queries)
        {
            if (queries.Count > 1)
            {
                _begin.ExecuteNonQuery();
            }

            foreach (var query in queries)
            {
                if (!_prepared.TryGetValue(query.Sql, out var command))
                {
                    command = Plain(query.Sql);
                    foreach (var (name, value) in query.Values)
                    {
                        command.Parameters.AddWithValue("@" + name, AsKept(value));
                    }

                    command.Prepare();
                    _prepared[query.Sql] = command;
                }
                else
                {
                    for (var i = 0; i < query.Values.Length; i++)
                    {
                        command.Parameters[i].Value = AsKept(query.Values[i].Value);
                    }
                }

                using var rows = command.ExecuteReader();
                while (rows.Read())
                {
                    query.Row(rows);
                }
            }

            if (queries.Count > 1)
            {
                _end.ExecuteNonQuery();
            }
        }

        public void Dispose()
        {
            foreach (var command in _prepared.Values)
            {
                command.Dispose();
            }

            _begin.Dispose();
            _end.Dispose();
            _connection.Dispose();
        }

        private SqliteCommand Plain(string sql)
        {
            var command = _connection.CreateCommand();
            command.CommandText = sql;
            return command;
        }
    }
}

internal sealed class PostgresStorage : Storage
{
    /// <summary>The role as which the program works: it owns nothing and may not change the trail.</summary>
    public const string Role = "keukentafel_program";

    private readonly NpgsqlDataSource _source;
    private readonly DbContextOptions<PostgresDb> _options;

    public PostgresStorage(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Options = $"-c role={Role} -c synchronous_commit=on -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000",
            MaxAutoPrepare = 60,
            AutoPrepareMinUsages = 2,
        };
        if (!connectionString.Contains("pool size", StringComparison.OrdinalIgnoreCase))
        {
            settings.MaxPoolSize = 40;
        }

        _source = NpgsqlDataSource.Create(settings);
        _options = new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(_source).Options;
    }

    public override string LockHead => "select number, hash from trail_head where id = 1 for update";

    public override AppDb NewDb() => new PostgresDb(_options);

    public override async Task<DbConnection> OpenForWritingAsync(CancellationToken cancellation) => await _source.OpenConnectionAsync(cancellation);

    public override async ValueTask AskAsync(Guid? circle, Guid? person, IReadOnlyList<Query> queries, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var batch = connection.CreateBatch();

        // One batch is one transaction: what is set here is gone when it ends, whatever pool stands between.
        var scope = new NpgsqlBatchCommand("select set_config('keukentafel.circle', $1, true), set_config('keukentafel.person', $2, true)");
        scope.Parameters.Add(new NpgsqlParameter<string> { TypedValue = circle?.ToString() ?? "" });
        scope.Parameters.Add(new NpgsqlParameter<string> { TypedValue = person?.ToString() ?? "" });
        batch.BatchCommands.Add(scope);
        foreach (var query in queries)
        {
            var command = new NpgsqlBatchCommand(query.Sql);
            foreach (var (name, value) in query.Values)
            {
                command.Parameters.Add(new NpgsqlParameter(name, value));
            }

            batch.BatchCommands.Add(command);
        }

        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        foreach (var query in queries)
        {
            await rows.NextResultAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                query.Row(rows);
            }
        }
    }

    public override async Task ScopeAsync(DbConnection connection, DbTransaction transaction, Guid? circle, Guid? person)
    {
        await using var scope = new NpgsqlCommand(
            "select set_config('keukentafel.circle', $1, true), set_config('keukentafel.person', $2, true)",
            (NpgsqlConnection)connection,
            (NpgsqlTransaction)transaction);
        scope.Parameters.Add(new NpgsqlParameter<string> { TypedValue = circle?.ToString() ?? "" });
        scope.Parameters.Add(new NpgsqlParameter<string> { TypedValue = person?.ToString() ?? "" });
        await scope.ExecuteNonQueryAsync();
    }

    public override void Bind(DbCommand command, string name, object value) =>
        ((NpgsqlCommand)command).Parameters.AddWithValue(name, value);

    protected override void AddTyped(DbCommand command, string name, DbType type) =>
        ((NpgsqlCommand)command).Parameters.Add(new NpgsqlParameter(name, type));

    protected override object Kept(object value) => value;

    // 53 no room, 57 server going down, 08 connection, 25006 read-only, 58 system; timeouts of ours.
    public override bool IsUnavailable(Exception exception) =>
        exception switch
        {
            PostgresException p => p.SqlState.StartsWith("53", StringComparison.Ordinal) || p.SqlState.StartsWith("57", StringComparison.Ordinal)
                || p.SqlState.StartsWith("08", StringComparison.Ordinal) || p.SqlState is "25006" || p.SqlState.StartsWith("58", StringComparison.Ordinal),
            NpgsqlException => true,
            TimeoutException => true,
            _ => exception.InnerException is { } inner && IsUnavailable(inner),
        };

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}
