using System.Data.Common;

namespace Keukentafel.Data.Trail;

/// <summary>A line with its number and its link in the chain.</summary>
internal readonly record struct WrittenLine(long Number, TrailLine Line, byte[] Hash);

/// <summary>Adds lines to the trail on the gate's one connection, with commands that are kept.</summary>
internal abstract class TrailWriter : IDisposable
{
    /// <summary>The head, locked until the end of the transaction.</summary>
    public async Task<(long Number, byte[] Hash)> LockHeadAsync(DbTransaction transaction)
    {
        Head.Transaction = transaction;
        await using var rows = await Head.ExecuteReaderAsync();
        return await rows.ReadAsync() ? (rows.GetInt64(0), (byte[])rows[1]) : throw new InvalidOperationException("The trail has no head: migrate first.");
    }

    /// <summary>Adds the lines and moves the head to the last of them.</summary>
    public abstract Task WriteAsync(DbTransaction transaction, IReadOnlyList<WrittenLine> lines);

    public abstract void Dispose();

    protected abstract DbCommand Head { get; }
}
