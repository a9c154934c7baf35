using System.Data.Common;
using Keukentafel.Data.Trail;
using Npgsql;

namespace Keukentafel.Data.Postgres;

/// <summary>Adds all lines of a transaction and moves the head in one go: each call goes to the server and back.</summary>
internal sealed class PostgresTrailWriter : TrailWriter
{
    private readonly NpgsqlCommand _head;
    private readonly NpgsqlBatch _batch;
    private readonly NpgsqlParameterCollection _lines;
    private readonly NpgsqlParameter<long> _number = new();
    private readonly NpgsqlParameter<byte[]> _hash = new();

    public PostgresTrailWriter(NpgsqlConnection connection)
    {
        _head = new NpgsqlCommand("select number, hash from trail_head where id = 1 for update", connection);
        var insert = new NpgsqlBatchCommand(
            "insert into trail (number, at, person, circle, seat, deed, permission, subject, part, shown, whose, hash) " +
            "select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");
        _lines = insert.Parameters;
        var move = new NpgsqlBatchCommand("update trail_head set number = $1, hash = $2 where id = 1");
        move.Parameters.Add(_number);
        move.Parameters.Add(_hash);
        _batch = new NpgsqlBatch(connection) { BatchCommands = { insert, move } };
    }

    protected override DbCommand Head => _head;

    public override Task WriteAsync(DbTransaction transaction, IReadOnlyList<WrittenLine> lines)
    {
        _lines.Clear();
        Add(lines, line => line.Number);
        Add(lines, line => line.Line.At.ToUnixTimeMilliseconds());
        Add(lines, line => line.Line.Person);
        Add(lines, line => line.Line.Circle);
        Add(lines, line => line.Line.Seat);
        Add(lines, line => (int)line.Line.Deed);
        Add(lines, line => (int)line.Line.Permission);
        Add(lines, line => line.Line.Subject);
        Add(lines, line => line.Line.Part);
        Add(lines, line => line.Line.Shown);
        Add(lines, line => line.Line.Whose);
        Add(lines, line => line.Hash);
        _number.TypedValue = lines[^1].Number;
        _hash.TypedValue = lines[^1].Hash;
        _batch.Transaction = (NpgsqlTransaction)transaction;
        return _batch.ExecuteNonQueryAsync();
    }

    public override void Dispose()
    {
        _head.Dispose();
        _batch.Dispose();
    }

    private void Add<T>(IReadOnlyList<WrittenLine> lines, Func<WrittenLine, T> value) =>
        _lines.Add(new NpgsqlParameter<T[]> { TypedValue = [.. lines.Select(value)] });
}
