using Microsoft.Data.Sqlite;

namespace Keukentafel.Data.Sqlite;

/// <summary>
/// Carries what was committed from the log over into the database file, on a thread and a connection of its own: inside a commit, as SQLite
/// does it by itself, everybody who waits for that commit would wait for this too. What is committed is safe in the log meanwhile.
/// </summary>
internal sealed class SqliteCheckpoints : IDisposable
{
    /// <summary>When the log has this many pages after all, it is carried over inside a commit, so that it cannot grow without end.</summary>
    public const int MostPages = 16_000;

    // Some hundreds of pages: more at once holds up a commit that meets it, fewer costs the reading (docs/decisions/0014).
    private const int CommitsBetween = 100;

    private readonly Func<SqliteConnection> _open;
    private readonly AutoResetEvent _due = new(false);
    private readonly Thread _thread;
    private int _commits;
    private volatile bool _stopping;

    public SqliteCheckpoints(Func<SqliteConnection> open)
    {
        _open = open;
        _thread = new Thread(Work) { IsBackground = true, Name = "checkpoints" };
        _thread.Start();
    }

    /// <summary>Something was committed. Called by one thread.</summary>
    public void Committed()
    {
        if (++_commits >= CommitsBetween)
        {
            _commits = 0;
            _due.Set();
        }
    }

    public void Dispose()
    {
        _stopping = true;
        _due.Set();
        _thread.Join();
        _due.Dispose();
    }

    private void Work()
    {
        SqliteConnection? connection = null;
        while (_due.WaitOne() && !_stopping)
        {
            try
            {
                connection ??= _open();
                using var command = connection.CreateCommand();
                command.CommandText = "pragma wal_checkpoint(passive)";
                command.ExecuteNonQuery();
            }
            catch (SqliteException)
            {
                // A full disk, say: what was committed stands in the log, and the next time tries again.
                connection?.Dispose();
                connection = null;
            }
        }

        connection?.Dispose();
    }
}
