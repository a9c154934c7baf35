using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Keukentafel.Data.Postgres;

internal sealed partial class PostgresStorage : Storage
{
    /// <summary>The role as which the program works: it owns nothing and may not change the trail.</summary>
    public const string Role = "keukentafel_program";

    private readonly NpgsqlDataSource _source;
    private readonly DbContextOptions<PostgresDb> _options;
    private readonly PooledDbContextFactory<PostgresDb> _changes = new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql().Options, MostContexts);

    // The questions are constants, so the same text is the same object.
    private readonly ConcurrentDictionary<string, (string Sql, string[] Names)> _byPlace = new(ReferenceEqualityComparer.Instance);

    public PostgresStorage(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Options = $"-c role={Role} -c synchronous_commit=on -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000",
            MaxAutoPrepare = 60,
            AutoPrepareMinUsages = 2,

            // What is set, is set for one transaction: a connection goes back to the pool as it came.
            NoResetOnClose = true,
        };
        if (!connectionString.Contains("pool size", StringComparison.OrdinalIgnoreCase))
        {
            settings.MaxPoolSize = 40;
        }

        _source = NpgsqlDataSource.Create(settings);
        _options = new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(_source).Options;
    }

    public override string True => "true";

    public override AppDb NewDb() => new PostgresDb(_options);

    public override AppDb NewChange() => _changes.CreateDbContext();

    public override async Task<DbConnection> OpenForWritingAsync(CancellationToken cancellation) => await _source.OpenConnectionAsync(cancellation);

    public override async ValueTask AskAsync(Guid? circle, Guid? person, IReadOnlyList<Query> queries, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var batch = connection.CreateBatch();

        // One batch is one transaction: what is set here is gone when it ends, whatever pool stands between.
        if (circle is not null || person is not null)
        {
            batch.BatchCommands.Add(Scope(circle, person));
        }

        foreach (var query in queries)
        {
            batch.BatchCommands.Add(CommandOf(query));
        }

        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        var row = new PostgresRow(rows);
        var isFirst = circle is null && person is null;
        foreach (var query in queries)
        {
            if (!isFirst)
            {
                await rows.NextResultAsync(cancellation);
            }

            isFirst = false;
            while (await rows.ReadAsync(cancellation))
            {
                query.Row(row);
            }
        }
    }

    public override async Task BeginOneAsync(DbConnection connection, DbTransaction transaction, Guid? circle, Guid? person)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)connection, (NpgsqlTransaction)transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("savepoint " + BeforeOne));
        batch.BatchCommands.Add(Scope(circle, person));
        await batch.ExecuteNonQueryAsync();
    }

    public override async Task GoOnAsAsync(DbConnection connection, DbTransaction transaction, Guid? circle, Guid? person)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)connection, (NpgsqlTransaction)transaction);
        batch.BatchCommands.Add(Scope(circle, person));
        await batch.ExecuteNonQueryAsync();
    }

    public override TrailWriter NewTrailWriter(DbConnection connection) => new PostgresTrailWriter((NpgsqlConnection)connection);

    public override void Bind(DbCommand command, string name, object value) =>
        ((NpgsqlCommand)command).Parameters.AddWithValue(name, value);

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

    /// <summary>A question with its values by place: by name, the driver would read all its letters each time.</summary>
    private NpgsqlBatchCommand CommandOf(Query query)
    {
        if (!_byPlace.TryGetValue(query.Sql, out var known))
        {
            var names = new List<string>();
            var sql = Named().Replace(query.Sql, named =>
            {
                var name = named.Groups[1].Value;
                if (!names.Contains(name))
                {
                    names.Add(name);
                }

                return "$" + (names.IndexOf(name) + 1).ToString(CultureInfo.InvariantCulture);
            });
            known = _byPlace.GetOrAdd(query.Sql, (sql, [.. names]));
        }

        var command = new NpgsqlBatchCommand(known.Sql);
        foreach (var name in known.Names)
        {
            var value = Array.Find(query.Values, value => value.Name == name).Value;
            command.Parameters.Add(value switch
            {
                Guid id => new NpgsqlParameter<Guid> { TypedValue = id },
                long number => new NpgsqlParameter<long> { TypedValue = number },
                _ => new NpgsqlParameter { Value = value },
            });
        }

        return command;
    }

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Named();

    private static NpgsqlBatchCommand Scope(Guid? circle, Guid? person)
    {
        var scope = new NpgsqlBatchCommand("select set_config('keukentafel.circle', $1, true), set_config('keukentafel.person', $2, true)");
        scope.Parameters.Add(new NpgsqlParameter<string> { TypedValue = circle?.ToString() ?? "" });
        scope.Parameters.Add(new NpgsqlParameter<string> { TypedValue = person?.ToString() ?? "" });
        return scope;
    }

    private sealed class PostgresRow(NpgsqlDataReader rows) : Row
    {
        public override bool Has(int column) => !rows.IsDBNull(column);

        public override long Number(int column) => rows.GetInt64(column);

        public override Guid Id(int column) => rows.GetGuid(column);

        public override string Text(int column) => rows.GetString(column);

        public override byte[] Bytes(int column) => rows.GetFieldValue<byte[]>(column);
    }
}
