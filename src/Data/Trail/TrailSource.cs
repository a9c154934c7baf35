using System.Data.Common;
using Keukentafel.Data.Mapping;

namespace Keukentafel.Data.Trail;

/// <summary>Where the head says that the trail ends, and where its lines end: asked in one moment.</summary>
internal sealed record TrailEnds(long Head, byte[] Hash, long Last);

/// <summary>Reads the trail as it lies in a database, believing nothing: a value of another kind than it should be is an error.</summary>
internal sealed class TrailSource(DbConnection connection, string lines = "trail", string head = "trail_head")
{
    private const int AtOnce = 5_000;

    /// <summary>The ends; null when there is no head, or more than one.</summary>
    public async Task<TrailEnds?> EndsAsync(CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select h.number, h.hash, (select coalesce(max(number), 0) from {lines}) from {head} h";
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        if (!await rows.ReadAsync(cancellation))
        {
            return null;
        }

        var ends = new TrailEnds(Long(rows, 0), (byte[])rows.GetValue(1), Long(rows, 2));
        return await rows.ReadAsync(cancellation) ? null : ends;
    }

    /// <summary>The lines after one and up to another, a few thousand at most.</summary>
    public async Task<IReadOnlyList<TrailRow>> AfterAsync(long after, long upTo, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();

        // The length is asked apart, because SQLite hands text over only as far as the first zero byte.
        command.CommandText =
            "select number, at, person, circle, seat, deed, permission, subject, part, shown, whose, hash, octet_length(part) " +
            $"from {lines} where number > @after and number <= @upto order by number limit {AtOnce}";
        Bind(command, "after", after);
        Bind(command, "upto", upTo);
        var list = new List<TrailRow>(AtOnce);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            list.Add(RowOf(rows));
        }

        return list;
    }

    /// <summary>One line; null when there is none of this number.</summary>
    public async Task<TrailRow?> FindAsync(long number, CancellationToken cancellation) =>
        await AfterAsync(number - 1, number, cancellation) is [var row, ..] ? row : null;

    private static void Bind(DbCommand command, string name, long value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static TrailRow RowOf(DbDataReader row)
    {
        var number = Long(row, 0);
        try
        {
            var part = row.IsDBNull(8) ? null : (string)row.GetValue(8);
            return part is not null && System.Text.Encoding.UTF8.GetByteCount(part) != Long(row, 12)
                ? throw new InvalidCastException()
                : new TrailRow
                {
                    Number = number,
                    At = Long(row, 1),
                    Person = Id(row, 2),
                    Circle = row.IsDBNull(3) ? null : Id(row, 3),
                    Seat = checked((int)Long(row, 4)),
                    Deed = checked((int)Long(row, 5)),
                    Permission = checked((int)Long(row, 6)),
                    Subject = row.IsDBNull(7) ? null : Id(row, 7),
                    Part = part,
                    Shown = row.IsDBNull(9) ? null : (byte[])row.GetValue(9),
                    Whose = Long(row, 10),
                    Hash = (byte[])row.GetValue(11),
                };
        }
        catch (Exception failure) when (failure is InvalidCastException or OverflowException)
        {
            // A hash that fits nothing: the check names the line, and goes on.
            return new TrailRow { Number = number };
        }
    }

    private static long Long(DbDataReader row, int column) => row.GetValue(column) switch
    {
        long value => value,
        int value => value,
        _ => throw new InvalidCastException(),
    };

    private static Guid Id(DbDataReader row, int column) => row.GetValue(column) switch
    {
        Guid value => value,
        byte[] { Length: 16 } value => new Guid(value),
        _ => throw new InvalidCastException(),
    };
}
