using System.Data.Common;
using Keukentafel.Data.Trail;

namespace Keukentafel.Data.Store;

/// <summary>One row of an answer. The values stand in the order of the question.</summary>
internal abstract class Row
{
    public abstract bool Has(int column);

    public abstract long Number(int column);

    public abstract Guid Id(int column);

    public abstract string Text(int column);

    public abstract byte[] Bytes(int column);

    public int Small(int column) => (int)Number(column);

    public long? NumberOrNone(int column) => Has(column) ? Number(column) : null;

    public Guid? IdOrNone(int column) => Has(column) ? Id(column) : null;
}

/// <summary>One question to the database, its values, and what to do with each row.</summary>
internal sealed record Query(string Sql, Action<Row> Row, params (string Name, object Value)[] Values);

/// <summary>
/// The database underneath: how to connect, how to ask several questions at once. The two differ in little, and what differs stands here.
/// </summary>
internal abstract class Storage : IAsyncDisposable
{
    /// <summary>How many contexts lie ready: each costs more to make than to use.</summary>
    protected const int MostContexts = 32;

    /// <summary>A context on a connection of its own.</summary>
    public abstract AppDb NewDb();

    /// <summary>A context for one change, without a connection: the gate lends it its own.</summary>
    public abstract AppDb NewChange();

    /// <summary>A connection that may write, for the gate.</summary>
    public abstract Task<DbConnection> OpenForWritingAsync(CancellationToken cancellation);

    /// <summary>Asks several questions in one go, each seeing only what belongs to this circle or person.</summary>
    public abstract ValueTask AskAsync(Guid? circle, Guid? person, IReadOnlyList<Query> queries, CancellationToken cancellation);

    /// <summary>The savepoint before each change in a transaction of many.</summary>
    public const string BeforeOne = "before_one";

    /// <summary>
    /// Begins one change of a transaction: sets the savepoint to which it alone goes back, and makes its writes belong to one circle or person
    /// (the second wall, on PostgreSQL).
    /// </summary>
    public abstract Task BeginOneAsync(DbConnection connection, DbTransaction transaction, Guid? circle, Guid? person);

    /// <summary>Makes what follows in a transaction belong to another circle or person, or to nobody (the second wall, on PostgreSQL).</summary>
    public virtual Task GoOnAsAsync(DbConnection connection, DbTransaction transaction, Guid? circle, Guid? person) => Task.CompletedTask;

    /// <summary>Told by the gate after each commit, when nobody waits for it any more.</summary>
    public virtual void Committed()
    {
    }

    /// <summary>What adds to the trail on a connection.</summary>
    public abstract TrailWriter NewTrailWriter(DbConnection connection);

    /// <summary>Adds a value, never null, in the form in which this database keeps it.</summary>
    public abstract void Bind(DbCommand command, string name, object value);

    /// <summary>How this database writes "true".</summary>
    public abstract string True { get; }

    /// <summary>Whether a failure means that a later try may work: the disk is full, the server is away, it took too long.</summary>
    public abstract bool IsUnavailable(Exception exception);

    public abstract ValueTask DisposeAsync();
}
