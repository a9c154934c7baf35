using System.Globalization;
using Keukentafel.Data.Postgres;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Npgsql;

namespace Keukentafel.Data.Tests.Store;

/// <summary>A PostgreSQL database with, in every table there is, one row of one circle and person and one of another.</summary>
internal sealed class Town : IAsyncDisposable
{
    private readonly OwnDatabase _own;
    private readonly Dictionary<string, List<(string Name, string Type)>> _columns = [];

    private Town(OwnDatabase own, int? most)
    {
        _own = own;
        Storage = new PostgresStorage(own.Places.Postgres! + (most is null ? "" : $";Maximum Pool Size={most}"));
    }

    public PostgresStorage Storage { get; }

    public Guid Circle { get; } = CircleId.New().Value;

    public Guid Person { get; } = PersonId.New().Value;

    public Guid OtherCircle { get; } = CircleId.New().Value;

    public Guid OtherPerson { get; } = PersonId.New().Value;

    public static async Task<Town> MakeAsync(OwnDatabase own, int? most = null)
    {
        var town = new Town(own, most);
        await using var owner = NpgsqlDataSource.Create(own.Places.Postgres!);
        await using (var ask = owner.CreateCommand(
            "select c.table_name, c.column_name, c.data_type from information_schema.columns c join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace " +
            "where c.table_schema = 'public' and t.relrowsecurity and (c.is_nullable = 'NO' or c.column_name in ('circle', 'person')) and c.is_identity = 'NO'"))
        {
            await using var rows = await ask.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                if (!town._columns.TryGetValue(rows.GetString(0), out var columns))
                {
                    town._columns[rows.GetString(0)] = columns = [];
                }

                columns.Add((rows.GetString(1), rows.GetString(2)));
            }
        }

        foreach (var table in town._columns.Keys)
        {
            foreach (var (circle, person, number) in new[] { (town.Circle, town.Person, 1), (town.OtherCircle, town.OtherPerson, 2) })
            {
                await using var put = owner.CreateCommand($"insert into {table} {town.RowFor(table, circle, person, number)}");
                await put.ExecuteNonQueryAsync();
            }
        }

        return town;
    }

    /// <summary>A row of a circle and a person, with in every other column something that fits.</summary>
    public string RowFor(string table, Guid circle, Guid person, int number)
    {
        var values = _columns[table].Select(column => column switch
        {
            ("circle", _) => $"'{circle}'",
            ("person", _) => $"'{person}'",
            ("id", "uuid") when table == "circles" => $"'{circle}'",

            // Each person answers for a team that has the id of their circle, so that there is no third of each.
            ("team", "uuid") => $"'{circle}'",
            (_, "uuid") => "gen_random_uuid()",
            (_, "bytea") => $"sha256('{table}{number}')",
            (_, "boolean") => "false",
            (_, "character varying" or "text") => $"'x{number}'",
            _ => number.ToString(CultureInfo.InvariantCulture),
        });
        return $"({string.Join(", ", _columns[table].Select(column => $"\"{column.Name}\""))}) values ({string.Join(", ", values)})";
    }

    /// <summary>Puts the ids in a question.</summary>
    public string Fill(string sql) => sql
        .Replace("{circle}", $"'{Circle}'", StringComparison.Ordinal).Replace("{person}", $"'{Person}'", StringComparison.Ordinal)
        .Replace("{other circle}", $"'{OtherCircle}'", StringComparison.Ordinal).Replace("{other person}", $"'{OtherPerson}'", StringComparison.Ordinal);

    /// <summary>Asks as the program asks.</summary>
    public async Task<long> CountAsync(Guid? circle, Guid? person, string sql)
    {
        var count = 0L;
        await Storage.AskAsync(circle, person, [new Query(sql, row => count = row.Number(0))], TestContext.Current.CancellationToken);
        return count;
    }

    /// <summary>Writes as the program writes, and takes it back.</summary>
    public async Task<int> RunAsync(Guid? circle, Guid? person, string sql)
    {
        await using var connection = (NpgsqlConnection)await Storage.OpenForWritingAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Storage.BeginOneAsync(connection, transaction, circle, person);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        var rows = await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        return rows;
    }

    /// <summary>Asks with something else than an id set where the circle's id belongs.</summary>
    public async Task<long> RawAsync(string set, string sql)
    {
        await using var connection = (NpgsqlConnection)await Storage.OpenForWritingAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var scope = new NpgsqlCommand("select set_config('keukentafel.circle', $1, true)", connection, transaction) { Parameters = { new() { Value = set } } };
        await scope.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Which process of the server answers.</summary>
    public Task<long> ServerProcessAsync() => CountAsync(null, null, "select pg_backend_pid()::bigint");

    public async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        await _own.DisposeAsync();
    }
}
