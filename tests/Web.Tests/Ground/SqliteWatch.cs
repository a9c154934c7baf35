using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Keukentafel.Web.Tests.Ground;

/// <summary>
/// What SQLite itself says that it was asked and gave: its own trace, put on every connection that this process opens to one file. The program
/// does not know that it is watched.
/// </summary>
internal sealed class SqliteWatch : IDisposable
{
    private const int Profile = 0x02;
    private const int Row = 0x04;
    private const int Steps = 4;

    private static readonly ConcurrentDictionary<string, SqliteWatch> Watched = [];
    private static readonly IntPtr Library = NativeLibrary.Load("e_sqlite3", typeof(SQLitePCL.raw).Assembly, null);
    private static readonly Traced OnTrace = Note;
    private static readonly Opened OnOpen = Attach;
    private static readonly TraceV2 Trace = Function<TraceV2>("sqlite3_trace_v2");
    private static readonly FileName NameOf = Function<FileName>("sqlite3_db_filename");
    private static readonly OfStatement TextOf = Function<OfStatement>("sqlite3_sql");
    private static readonly OfStatement DatabaseOf = Function<OfStatement>("sqlite3_db_handle");
    private static readonly Columns ColumnsOf = Function<Columns>("sqlite3_column_count");
    private static readonly Column BytesOf = Function<Column>("sqlite3_column_bytes");
    private static readonly Counter StatusOf = Function<Counter>("sqlite3_stmt_status");

    // For every connection that is opened from now on; to a file that nobody watches it does nothing.
    private static readonly int Refused =
        Function<AutoExtension>("sqlite3_auto_extension")(Marshal.GetFunctionPointerForDelegate(OnOpen));

    private readonly Lock _lock = new();
    private readonly string _file;
    private Cost _cost = new([], 0, 0);

    private SqliteWatch(string file) => _file = file;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Traced(int what, IntPtr context, IntPtr one, IntPtr other);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Opened(IntPtr database, IntPtr error, IntPtr routines);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int AutoExtension(IntPtr opened);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int TraceV2(IntPtr database, int mask, IntPtr traced, IntPtr context);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate IntPtr FileName(IntPtr database, IntPtr name);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate IntPtr OfStatement(IntPtr statement);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Columns(IntPtr statement);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Column(IntPtr statement, int column);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Counter(IntPtr statement, int counter, int reset);

    /// <summary>Watches a file from now on. Only connections that are opened later are seen.</summary>
    /// <param name="file">The file with the database.</param>
    public static SqliteWatch On(string file)
    {
        Assert.Equal(0, Refused);
        return Watched[file] = new SqliteWatch(file);
    }

    /// <summary>What was asked and given since this was last asked.</summary>
    public Cost Take()
    {
        lock (_lock)
        {
            var taken = _cost;
            _cost = new Cost([], 0, 0);
            return taken;
        }
    }

    public void Dispose() => Watched.TryRemove(_file, out _);

    private static int Attach(IntPtr database, IntPtr error, IntPtr routines)
    {
        if (Of(database) is not null)
        {
            Trace(database, Profile | Row, Marshal.GetFunctionPointerForDelegate(OnTrace), IntPtr.Zero);
        }

        return 0;
    }

    private static SqliteWatch? Of(IntPtr database) =>
        Marshal.PtrToStringUTF8(NameOf(database, IntPtr.Zero)) is { } file && Watched.TryGetValue(file, out var watch) ? watch : null;

    private static int Note(int what, IntPtr context, IntPtr statement, IntPtr other)
    {
        if (Of(DatabaseOf(statement)) is { } watch)
        {
            lock (watch._lock)
            {
                watch._cost = what == Row
                    ? watch._cost with
                    {
                        Rows = watch._cost.Rows + 1,
                        Bytes = watch._cost.Bytes + Enumerable.Range(0, ColumnsOf(statement)).Sum(column => BytesOf(statement, column)),
                    }
                    : watch._cost with
                    {
                        Statements =
                        [
                            .. watch._cost.Statements,
                            new Asked(Marshal.PtrToStringUTF8(TextOf(statement)) ?? "", StatusOf(statement, Steps, 1)),
                        ],
                    };
            }
        }

        return 0;
    }

    private static T Function<T>(string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(Library, name));

    /// <summary>One statement.</summary>
    /// <param name="Sql">As it was asked.</param>
    /// <param name="Steps">How many steps SQLite took for it: rows that were passed and not given count here.</param>
    internal sealed record Asked(string Sql, int Steps);

    /// <summary>What was asked and given.</summary>
    /// <param name="Statements">Each statement.</param>
    /// <param name="Rows">How many rows came back.</param>
    /// <param name="Bytes">How many bytes were in them.</param>
    internal sealed record Cost(IReadOnlyList<Asked> Statements, int Rows, long Bytes)
    {
        public int Steps => Statements.Sum(one => one.Steps);
    }
}
