using System.Data.Common;
using Keukentafel.Data.Circles;
using Keukentafel.Data.Mapping;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Contributions;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Keukentafel.Bench;

/// <summary>Writes very many circles, in the order of life: everybody lays one thing down in turn, at every table.</summary>
internal static class Many
{
    private static readonly string[] People = ["id", "called", "age", "is_professional", "is_fictional", "user_name", "normalized_user_name", "email_confirmed", "phone_number_confirmed", "two_factor_enabled", "lockout_enabled", "access_failed_count"];
    private static readonly string[] Circles = ["id", "started_at", "parents_apart", "order", "version", "sheet"];
    private static readonly string[] Seats = ["circle", "number", "bit", "id", "person", "side", "age", "mug", "since"];
    private static readonly string[] Contributions = ["circle", "number", "id", "kind", "seat", "at", "readers", "named", "about", "waits_for", "open", "voices", "replied", "flags", "changed_at", "version", "sheet"];
    private static readonly string[] Trail = ["number", "at", "person", "circle", "seat", "deed", "permission", "subject", "whose", "hash"];

    public static async Task<IReadOnlyList<(Caller Caller, CircleId Circle)>> FillAsync(IServiceProvider services, Places places, int circles, int things)
    {
        var keyring = services.GetRequiredService<Keyring>();
        var begin = TimeProvider.System.GetUtcNow().AddDays(-400);
        await using var writer = await Writer.OpenAsync(places);
        var tables = new List<(Circle Circle, PersonId[] Persons)>(circles);
        for (var i = 0; i < circles; i++)
        {
            tables.Add(await TableAsync(writer, keyring, begin, i));
        }

        var (number, hash) = (0L, Chain.Start);
        for (var turn = 0; turn < things; turn++)
        {
            foreach (var (circle, persons) in tables)
            {
                var by = persons[turn % persons.Length];
                var act = circle.Admit(by, Permission.Speak, begin.AddMinutes((turn * 200) + (number % 100)))!;
                var laid = GoodThing.Lay(
                    circle, $"Ding {turn} op tafel. Het is een zin zoals mensen die zeggen, niet te lang en niet te kort.", SeatSet.None, Audience.Everyone, act);
                number++;
                var line = TrailLine.Of(laid.Traces[0]);
                hash = Chain.Next(hash, number, line);
                var row = Sheets.RowOf(laid, keyring);
                await writer.AddAsync(
                    "contributions", Contributions, row.Circle, number, row.Id, row.Kind, row.Seat, row.At, row.Readers, row.Named, row.About,
                    row.WaitsFor, row.Open, row.Voices, row.Replied, row.Flags, row.ChangedAt, row.Version, row.Sheet);
                await writer.AddAsync(
                    "trail", Trail, number, line.At.ToUnixTimeMilliseconds(), line.Person, line.Circle!.Value, line.Seat, (int)line.Deed,
                    (int)line.Permission, line.Subject!.Value, line.Whose, hash);
            }
        }

        await writer.HeadAsync(number, hash);
        var session = Guid.Empty;
        return [.. tables.Select(table => (new Caller(table.Persons[0], session), table.Circle.Id))];
    }

    private static async Task<(Circle, PersonId[])> TableAsync(Writer writer, Keyring keyring, DateTimeOffset begin, int i)
    {
        var persons = Enumerable.Range(0, 10).Select(_ => PersonId.New()).ToArray();
        var circle = Circle.Start(persons[0], "Esra", "mama", AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, begin);
        var host = circle.Admit(persons[0], Permission.Host, begin)!;
        for (var p = 1; p < persons.Length; p++)
        {
            _ = p < 4
                ? circle.Add(persons[p], "Mens " + p, "helpt mee", SeatSide.Network, AgeGroup.Adult, null, host)
                : circle.AddFromBefore(persons[p], "Mens " + p, "helpt mee", null, host);
        }

        for (var p = 0; p < persons.Length; p++)
        {
            var name = $"mens-{i}-{p}";
            await writer.AddAsync("people", People, persons[p].Value, name, 3, false, true, name, name.ToUpperInvariant(), false, false, false, false, 0);
        }

        var row = CircleMapping.RowOf(circle, keyring);
        await writer.AddAsync("circles", Circles, row.Id, row.StartedAt, row.ParentsApart, row.Order, row.Version, row.Sheet);
        foreach (var seat in circle.Seats.Select(seat => CircleMapping.RowOf(circle, seat)))
        {
            await writer.AddAsync(
                "seats", Seats, seat.Circle, seat.Number, seat.Bit, seat.Id, seat.Person is { } person ? person : DBNull.Value, seat.Side, seat.Age, seat.Mug, seat.Since);
        }

        return (circle, persons);
    }

    /// <summary>Writes rows in the order in which they come, many to a transaction.</summary>
    private sealed class Writer : IAsyncDisposable
    {
        private readonly DbConnection _connection;
        private readonly Dictionary<string, DbCommand> _inserts = [];
        private readonly Dictionary<string, (string[] Columns, List<object[]> Rows)> _copies = [];
        private DbTransaction? _transaction;
        private int _waiting;

        private Writer(DbConnection connection) => _connection = connection;

        public static async Task<Writer> OpenAsync(Places places)
        {
            DbConnection connection = places.Postgres is { } postgres
                ? new NpgsqlConnection(postgres)
                : new SqliteConnection($"Data Source={places.SqliteFile};Pooling=False");
            await connection.OpenAsync();
            if (connection is SqliteConnection)
            {
                // Only while it is filled: rows of all circles in turn touch every page of the file again and again.
                await using var fast = connection.CreateCommand();
                fast.CommandText = "pragma synchronous=off; pragma cache_size=-2000000; pragma wal_autocheckpoint=100000";
                await fast.ExecuteNonQueryAsync();
            }

            return new Writer(connection);
        }

        public async Task AddAsync(string table, string[] columns, params object[] values)
        {
            if (_connection is NpgsqlConnection)
            {
                await CopyAsync(table, columns, values);
                return;
            }

            _transaction ??= await _connection.BeginTransactionAsync();
            if (!_inserts.TryGetValue(table, out var insert))
            {
                insert = _connection.CreateCommand();
                insert.CommandText =
                    $"insert into {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) values ({string.Join(", ", columns.Select((_, n) => "@p" + n))})";
                for (var n = 0; n < columns.Length; n++)
                {
                    var parameter = insert.CreateParameter();
                    parameter.ParameterName = "@p" + n;
                    parameter.Value = Kept(values[n]);
                    insert.Parameters.Add(parameter);
                }

                await insert.PrepareAsync();
                _inserts[table] = insert;
            }

            insert.Transaction = _transaction;
            for (var n = 0; n < values.Length; n++)
            {
                insert.Parameters[n].Value = Kept(values[n]);
            }

            await insert.ExecuteNonQueryAsync();
            if (++_waiting % 20_000 == 0)
            {
                await CommitAsync();
            }
        }

        /// <summary>PostgreSQL takes rows by the thousand far faster than one by one.</summary>
        private async Task CopyAsync(string table, string[] columns, object[] values)
        {
            if (!_copies.TryGetValue(table, out var waiting))
            {
                _copies[table] = waiting = (columns, new List<object[]>(20_000));
            }

            waiting.Rows.Add(values);
            if (waiting.Rows.Count >= 20_000)
            {
                await SendAsync(table, waiting.Columns, waiting.Rows);
            }
        }

        private async Task SendAsync(string table, string[] columns, List<object[]> rows)
        {
            var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
            await using var copy = await ((NpgsqlConnection)_connection).BeginBinaryImportAsync($"copy {table} ({names}) from stdin (format binary)");
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                foreach (var value in row)
                {
                    await copy.WriteAsync(value);
                }
            }

            await copy.CompleteAsync();
            rows.Clear();
        }

        public async Task HeadAsync(long number, byte[] hash)
        {
            await CommitAsync();
            await using var command = _connection.CreateCommand();
            command.CommandText = "update trail_head set number = @number, hash = @hash where id = 1";
            foreach (var (name, value) in new[] { ("@number", (object)number), ("@hash", hash) })
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                parameter.Value = value;
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync();
            if (_connection is NpgsqlConnection)
            {
                command.Parameters.Clear();
                command.CommandText = "analyze";
                await command.ExecuteNonQueryAsync();
            }
            else
            {
                // What was just filled in is not written out while the readers are timed.
                command.Parameters.Clear();
                command.CommandText = "pragma synchronous=full; pragma wal_checkpoint(truncate)";
                await command.ExecuteNonQueryAsync();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await CommitAsync();
            await _connection.DisposeAsync();
        }

        private object Kept(object value) => value is Guid id && _connection is SqliteConnection ? id.ToByteArray() : value;

        private async Task CommitAsync()
        {
            foreach (var (table, (columns, rows)) in _copies)
            {
                await SendAsync(table, columns, rows);
            }

            if (_transaction is not null)
            {
                await _transaction.CommitAsync();
                await _transaction.DisposeAsync();
                _transaction = null;
            }
        }
    }
}
