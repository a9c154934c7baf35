using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Keukentafel.Data.Sealing;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Trail;

/// <summary>Nothing can be kept at the moment: the disk is full, or the database is away. What was typed is not lost.</summary>
public sealed class UnavailableException : Exception
{
    /// <summary>Says what failed underneath.</summary>
    /// <param name="inner">What failed.</param>
    public UnavailableException(Exception inner)
        : base("Nothing can be kept at the moment.", inner)
    {
    }
}

/// <summary>
/// The one gate for all that is written. It takes what waits, changes and lines of the trail together, commits once for all, signs the head,
/// and only then lets each go on: no answer leaves before its line is on disk, and many visitors share one commit.
/// </summary>
internal sealed class Gate : IAsyncDisposable
{
    private const int MostAtOnce = 64;

    // A page is on its way for moments; far more than can vanish meanwhile is remembered.
    private const int MostGone = 1_000;

    private readonly Storage _storage;
    private readonly TimeProvider _clock;
    private readonly HeadFile _headFile;
    private readonly BlockingCollection<Job> _waiting = new(new ConcurrentQueue<Job>());
    private readonly Thread _thread;
    private readonly List<(Guid Circle, long Number)> _gone = [];
    private DbConnection? _connection;
    private TrailWriter? _writer;

    public Gate(Storage storage, Keyring keyring, TimeProvider clock)
    {
        _storage = storage;
        _clock = clock;
        _headFile = new HeadFile(keyring);

        // SQLite's calls never give the thread back, so the gate has one of its own.
        _thread = new Thread(Work) { IsBackground = true, Name = "gate" };
        _thread.Start();
    }

    /// <summary>Writes lines.</summary>
    public Task<long> WriteAsync(params IReadOnlyList<TrailLine> lines) => PassAsync(new Job(null, null, null, () => lines));

    /// <summary>
    /// Makes a change and its lines together, or neither. The change is told the number of its first line; it may be tried on another
    /// connection than it was read on. Whoever comes after it with a page on which something stands that <paramref name="vanishes"/> (by number
    /// in the circle) is sent back to look again.
    /// </summary>
    public Task<long> ChangeAsync(
        Guid? circle, Guid? person, Func<Writing, Task> change, Func<IReadOnlyList<TrailLine>> lines, params IReadOnlyList<long> vanishes) =>
        PassAsync(new Job(circle, person, change, lines) { Vanishes = vanishes });

    /// <summary>Waits until all that was taken is written, and stops.</summary>
    public ValueTask DisposeAsync()
    {
        if (!_waiting.IsAddingCompleted)
        {
            _waiting.CompleteAdding();
            _thread.Join();
            _waiting.Dispose();
            _headFile.Dispose();
            Forget();
        }

        return ValueTask.CompletedTask;
    }

    private Task<long> PassAsync(Job job)
    {
        _waiting.Add(job);
        return job.Done.Task;
    }

    private void Work()
    {
        var batch = new List<Job>(MostAtOnce);
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < MostAtOnce && _waiting.TryTake(out var next))
            {
                batch.Add(next);
            }

            WriteAsync(batch).GetAwaiter().GetResult();
            batch.Clear();
        }

        Forget();
    }

    private bool ShowsWhatIsGone(Job job) =>
        _gone.Count > 0 && job.Lines().Any(line => line is { Deed: Deed.Opened, Circle: { } circle, Shown: not null }
            && _gone.Exists(one => one.Circle == circle && Steps.Has(line.Shown, one.Number)));

    private void Forget()
    {
        _writer?.Dispose();
        _writer = null;
        _connection?.Dispose();
        _connection = null;
    }

#pragma warning disable CA1031 // Whatever fails, everybody who waits must hear it, and the gate must stay open for the next.
    private async Task WriteAsync(List<Job> batch)
    {
        var gone = new List<(Guid Circle, long Number)>();
        try
        {
            _connection ??= await _storage.OpenForWritingAsync(CancellationToken.None);
            _writer ??= _storage.NewTrailWriter(_connection);
            await using var transaction = await _connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
            var (number, hash) = await _writer.LockHeadAsync(transaction);
            var before = number;
            var lines = new List<WrittenLine>(batch.Count);
            _gone.RemoveRange(0, Math.Max(0, _gone.Count - MostGone));
            foreach (var job in batch)
            {
                job.First = number + 1;
                try
                {
                    if (ShowsWhatIsGone(job))
                    {
                        job.Failure = new DbUpdateConcurrencyException();
                        continue;
                    }

                    if (job.Change is not null)
                    {
                        await _storage.BeginOneAsync(_connection, transaction, job.Circle, job.Person);
                        await job.Change(new Writing(_storage, _connection, transaction, job.First));
                    }
                }
                catch (Exception failure) when (!_storage.IsUnavailable(failure))
                {
                    // Only what this one did is undone: the others in this batch go on.
                    await transaction.RollbackAsync(Storage.BeforeOne);
                    job.Failure = failure;
                    continue;
                }

                if (job is { Vanishes.Count: > 0, Circle: { } circle })
                {
                    gone.AddRange(job.Vanishes.Select(vanished => (circle, vanished)));
                    _gone.AddRange(job.Vanishes.Select(vanished => (circle, vanished)));
                }

                foreach (var line in job.Lines())
                {
                    number++;
                    hash = Chain.Next(hash, number, line);
                    lines.Add(new WrittenLine(number, line, hash));
                }
            }

            if (lines.Count > 0)
            {
                await _writer.WriteAsync(transaction, lines);
            }

            await transaction.CommitAsync();
            if (number > before)
            {
                _headFile.Write(number, hash, _clock.GetUtcNow());
            }
        }
        catch (Exception failure)
        {
            Forget();
            gone.ForEach(one => _gone.Remove(one));

            var told = _storage.IsUnavailable(failure) || failure is IOException ? new UnavailableException(failure) : failure;
            batch.ForEach(job => job.Done.TrySetException(told));
            return;
        }

        foreach (var job in batch)
        {
            if (job.Failure is not null)
            {
                job.Done.TrySetException(job.Failure);
            }
            else
            {
                job.Done.TrySetResult(job.First);
            }
        }

        _storage.Committed();
    }
#pragma warning restore CA1031

    private sealed class Job(Guid? circle, Guid? person, Func<Writing, Task>? change, Func<IReadOnlyList<TrailLine>> lines)
    {
        public Guid? Circle { get; } = circle;

        public Guid? Person { get; } = person;

        public Func<Writing, Task>? Change { get; } = change;

        public Func<IReadOnlyList<TrailLine>> Lines { get; } = lines;

        public IReadOnlyList<long> Vanishes { get; init; } = [];

        public long First { get; set; }

        public Exception? Failure { get; set; }

        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>The gate's connection and transaction, for a change in its turn.</summary>
internal sealed record Writing(Storage Storage, DbConnection Connection, DbTransaction Transaction, long Number)
{
    /// <summary>Runs one statement; tells how many rows it touched.</summary>
    public async Task<int> RunAsync(string sql, params IReadOnlyList<(string Name, object Value)> values)
    {
        await using var command = CommandOf(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Goes on as another person at another table, or as nobody: for what is made of one and of the other in the same moment.</summary>
    public Task GoOnAsAsync(Guid? circle, Guid? person) => Storage.GoOnAsAsync(Connection, Transaction, circle, person);

    /// <summary>Asks one question: nobody else writes before this change is kept.</summary>
    public async Task ReadAsync(string sql, Action<DbDataReader> each, params IReadOnlyList<(string Name, object Value)> values)
    {
        await using var command = CommandOf(sql, values);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            each(rows);
        }
    }

    /// <summary>Saves a context's changes on this connection.</summary>
    public async Task SaveAsync(AppDb db)
    {
        db.Database.SetDbConnection(Connection, contextOwnsConnection: false);
        await db.Database.UseTransactionAsync(Transaction);

        // The gate has made a savepoint already.
        db.Database.AutoSavepointsEnabled = false;
        try
        {
            await db.SaveChangesAsync();
        }
        finally
        {
            await db.Database.UseTransactionAsync(null);
            db.Database.SetDbConnection(null);
        }
    }

    private DbCommand CommandOf(string sql, IReadOnlyList<(string Name, object Value)> values)
    {
        var command = Connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            Storage.Bind(command, name, value);
        }

        return command;
    }
}
