using System.Runtime.InteropServices;
using System.Text;
using Keukentafel.Data.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Keukentafel.Data.Sqlite;

/// <summary>
/// A connection that only reads, with its statements kept prepared; for one thread at a time. It calls SQLite itself: a page reads a thousand
/// values, and the readers of ADO.NET make several guarded calls for each (docs/decisions/0014).
/// </summary>
internal sealed class SqliteReader : IDisposable
{
    /// <summary>More than the program has questions, with room: whoever composed them anew each time would fill the memory.</summary>
    internal const int MostPrepared = 400;

    private readonly sqlite3 _connection;
    private readonly Dictionary<string, Prepared> _prepared = new(ReferenceEqualityComparer.Instance);
    private readonly Prepared _begin;
    private readonly Prepared _end;

    // The provider of ADO.NET does this for itself, but it may not be the first to come.
    static SqliteReader() => Batteries_V2.Init();

    public SqliteReader(string path)
    {
        // Nobody else uses this connection meanwhile, so it needs no lock of its own.
        var opened = raw.sqlite3_open_v2(path, out _connection, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null);
        SqliteException.ThrowExceptionForRC(opened, _connection);
        foreach (var pragma in (SqliteDb.Pragmas + " pragma query_only=on").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            using var setting = new Prepared(_connection, pragma);
            setting.Run([], null);
        }

        _begin = new Prepared(_connection, "begin");
        _end = new Prepared(_connection, "commit");
    }

    /// <summary>Asks; several questions see the same state of the database.</summary>
    public void Ask(IReadOnlyList<Query> queries)
    {
        if (queries.Count > 1)
        {
            _begin.Run([], null);
        }

        foreach (var query in queries)
        {
            PreparedOf(query.Sql).Run(query.Values, query.Row);
        }

        if (queries.Count > 1)
        {
            _end.Run([], null);
        }
    }

    public void Dispose()
    {
        Forget();
        _begin.Dispose();
        _end.Dispose();
        _connection.Dispose();
    }

    private Prepared PreparedOf(string sql)
    {
        // The questions are constants, so the same text is the same object: no need to look at its letters.
        if (!_prepared.TryGetValue(sql, out var prepared))
        {
            if (_prepared.Count == MostPrepared)
            {
                Forget();
            }

            _prepared[sql] = prepared = new Prepared(_connection, sql);
        }

        return prepared;
    }

    private void Forget()
    {
        foreach (var prepared in _prepared.Values)
        {
            prepared.Dispose();
        }

        _prepared.Clear();
    }

    private sealed class Prepared : Row, IDisposable
    {
        private readonly sqlite3 _connection;
        private readonly sqlite3_stmt _statement;
        private readonly nint _handle;
        private int[]? _places;

        public Prepared(sqlite3 connection, string sql)
        {
            _connection = connection;
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection, sql, out _statement), connection);
            _handle = _statement.DangerousGetHandle();
        }

        public void Run((string Name, object Value)[] values, Action<Row>? each)
        {
            // Names are bound by place, and the places are asked once.
            _places ??= [.. values.Select(value => raw.sqlite3_bind_parameter_index(_statement, "@" + value.Name))];
            for (var i = 0; i < values.Length; i++)
            {
                Bind(_places[i], SqliteStorage.AsKept(values[i].Value));
            }

            try
            {
                int step;
                while ((step = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
                {
                    each?.Invoke(this);
                }

                if (step != raw.SQLITE_DONE)
                {
                    SqliteException.ThrowExceptionForRC(step, _connection);
                }
            }
            finally
            {
                _ = raw.sqlite3_reset(_statement);
            }
        }

        public override bool Has(int column) => Native.Type(_handle, column) != raw.SQLITE_NULL;

        public override long Number(int column) => Native.Number(_handle, column);

        public override Guid Id(int column) => new(Blob(column));

        public override string Text(int column) => Encoding.UTF8.GetString(Blob(column));

        public override byte[] Bytes(int column) => Blob(column).ToArray();

        public void Dispose() => _statement.Dispose();

        private unsafe ReadOnlySpan<byte> Blob(int column)
        {
            var start = Native.Blob(_handle, column);
            return new ReadOnlySpan<byte>((void*)start, Native.Length(_handle, column));
        }

        private void Bind(int place, object value)
        {
            var bound = value switch
            {
                long number => raw.sqlite3_bind_int64(_statement, place, number),
                int number => raw.sqlite3_bind_int64(_statement, place, number),
                byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
                string text => raw.sqlite3_bind_text(_statement, place, text),
                _ => throw new InvalidOperationException($"A {value.GetType().Name} is not kept."),
            };
            SqliteException.ThrowExceptionForRC(bound, _connection);
        }
    }
}

/// <summary>The calls that are made for each value: they wait for nothing, so the collector need not be told of them.</summary>
internal static partial class Native
{
    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static partial int Type(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static partial long Number(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static partial nint Blob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static partial int Length(nint statement, int column);
}
