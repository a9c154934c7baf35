using System.Diagnostics;
using Npgsql;

namespace Keukentafel.Web.Tests.Ground;

/// <summary>How often PostgreSQL was gone to, and with what, as the driver tells whoever listens. The program does not know that it is watched.</summary>
internal sealed class PostgresWatch : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ActivityListener _listener;
    private List<string> _asked = [];

    /// <summary>Listens for one database.</summary>
    /// <param name="connection">How to connect to it.</param>
    public PostgresWatch(string connection)
    {
        var database = new NpgsqlConnectionStringBuilder(connection).Database;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("db.namespace") as string == database && activity.GetTagItem("db.query.text") is string text)
                {
                    lock (_lock)
                    {
                        _asked.Add(text);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>What was asked since this was last asked.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_lock)
        {
            var taken = _asked;
            _asked = [];
            return taken;
        }
    }

    public void Dispose() => _listener.Dispose();
}
