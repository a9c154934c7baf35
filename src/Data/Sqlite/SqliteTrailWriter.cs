using System.Data.Common;
using Keukentafel.Data.Trail;
using Microsoft.Data.Sqlite;

namespace Keukentafel.Data.Sqlite;

/// <summary>Adds lines one by one: a call into SQLite goes nowhere.</summary>
internal sealed class SqliteTrailWriter : TrailWriter
{
    private static readonly string[] Columns =
        ["number", "at", "person", "circle", "seat", "deed", "permission", "subject", "part", "shown", "whose", "hash"];

    private readonly SqliteCommand _head;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _move;

    public SqliteTrailWriter(SqliteConnection connection)
    {
        _head = new SqliteCommand("select number, hash from trail_head where id = 1", connection);
        _insert = new SqliteCommand(
            $"insert into trail ({string.Join(", ", Columns)}) values (@{string.Join(", @", Columns)})", connection);
        foreach (var column in Columns)
        {
            _insert.Parameters.Add(new SqliteParameter { ParameterName = "@" + column });
        }

        _move = new SqliteCommand("update trail_head set number = @number, hash = @hash where id = 1", connection);
        _move.Parameters.Add(new SqliteParameter { ParameterName = "@number" });
        _move.Parameters.Add(new SqliteParameter { ParameterName = "@hash" });
    }

    protected override DbCommand Head => _head;

    public override Task WriteAsync(DbTransaction transaction, IReadOnlyList<WrittenLine> lines)
    {
        _insert.Transaction = _move.Transaction = (SqliteTransaction)transaction;
        foreach (var (number, line, hash) in lines)
        {
            Run(
                _insert, number, line.At.ToUnixTimeMilliseconds(), line.Person, line.Circle, (long)line.Seat, (long)line.Deed, (long)line.Permission,
                line.Subject, line.Part, line.Shown, line.Whose, hash);
        }

        Run(_move, lines[^1].Number, lines[^1].Hash);
        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        _head.Dispose();
        _insert.Dispose();
        _move.Dispose();
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] is { } value ? SqliteStorage.AsKept(value) : DBNull.Value;
        }

        command.ExecuteNonQuery();
    }
}
