using Npgsql;

namespace Keukentafel.Data.Store;

/// <summary>Somebody else uses the database in a way that does not go together with this.</summary>
public sealed class InUseException : Exception
{
    internal InUseException(string message)
        : base(message)
    {
    }
}

/// <summary>
/// Says that somebody works on the database, until it is disposed or the process ends, however it ends. SQLite: locks on two files beside the
/// database. PostgreSQL: an advisory lock of a connection that stays open.
/// </summary>
public sealed class Hold : IAsyncDisposable
{
    private const long Key = 0x4B6575_6B656E; // "Keuken"

    private readonly List<IAsyncDisposable> _held = [];

    private Hold()
    {
    }

    /// <summary>To serve. On SQLite one process serves; on PostgreSQL any number.</summary>
    /// <param name="places">Where.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="InUseException">It is served already, or being restored.</exception>
    public static Task<Hold> ToServeAsync(Places places, CancellationToken cancellation) =>
        TakeAsync(places, serve: true, alone: false, cancellation);

    /// <summary>To write beside who serves.</summary>
    /// <param name="places">Where.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="InUseException">It is being restored or brought to another version.</exception>
    public static Task<Hold> ToWriteAsync(Places places, CancellationToken cancellation) =>
        TakeAsync(places, serve: false, alone: false, cancellation);

    /// <summary>To do what goes together with nothing: restoring; on SQLite also bringing it to another version.</summary>
    /// <param name="places">Where.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="InUseException">Somebody serves or writes.</exception>
    public static Task<Hold> AloneAsync(Places places, CancellationToken cancellation) =>
        TakeAsync(places, serve: false, alone: true, cancellation);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var held in _held)
        {
            await held.DisposeAsync();
        }
    }

    private static async Task<Hold> TakeAsync(Places places, bool serve, bool alone, CancellationToken cancellation)
    {
        var hold = new Hold();
        try
        {
            if (places.Postgres is { } postgres)
            {
                hold._held.Add(await LockAsync(postgres, alone, cancellation));
            }
            else
            {
                Directory.CreateDirectory(places.DataFolder);
                if (serve)
                {
                    hold._held.Add(Lock(places, "serving.lock", FileShare.None, "These tables are served already by another process. Stop it first."));
                }

                hold._held.Add(alone
                    ? Lock(places, "writing.lock", FileShare.None, "These tables are in use: stop the program that serves them first.")
                    : Lock(places, "writing.lock", FileShare.Read, "The database is being restored or upgraded. Wait until that is done."));
            }

            return hold;
        }
        catch
        {
            await hold.DisposeAsync();
            throw;
        }
    }

    private static FileStream Lock(Places places, string name, FileShare share, string otherwise)
    {
        var path = Path.Combine(places.DataFolder, name);
        try
        {
            return new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = share,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new InUseException(otherwise);
        }
    }

#pragma warning disable CA2000 // Handed over when the lock was got, disposed of when not.
    private static async Task<IAsyncDisposable> LockAsync(string connectionString, bool alone, CancellationToken cancellation)
    {
        // Not out of a pool: giving it back there would let go of the lock.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 }.ToString());
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand($"select pg_try_advisory_lock{(alone ? "" : "_shared")}({Key})", connection);
            return await command.ExecuteScalarAsync(cancellation) is true
                ? new HeldLock(connection)
                : throw new InUseException(alone
                    ? "These tables are in use: stop every program that serves them first."
                    : "The database is being restored. Wait until that is done.");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
#pragma warning restore CA2000

    /// <summary>A lock that is let go of before its connection goes: the server would do that by itself only some moments later.</summary>
    private sealed class HeldLock(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                try
                {
                    await using var command = new NpgsqlCommand("select pg_advisory_unlock_all()", connection);
                    await command.ExecuteNonQueryAsync();
                }
                catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
                {
                    // The server went first, and the lock with it.
                }
            }
        }
    }
}
