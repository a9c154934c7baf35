using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Keukentafel.Bench;

/// <summary>What the bare reference must write: literal bytes, and places for what it reads.</summary>
/// <param name="Row">Which row; -1 for literal text, -2 and lower for a seat.</param>
/// <param name="Column">Which column.</param>
/// <param name="Literal">The text.</param>
internal sealed record Op(int Row, int Column, string Literal);

/// <summary>
/// The reference: the same rows by hand-written ADO.NET, the same bytes by string writing with encoding; no sign-in, no rules, no trail. The
/// literal text between the values is taken from our own page, so that it stays the same page whatever the look.
/// </summary>
internal static class Bare
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly HtmlEncoder Encoder = Whole.Encoder;

    /// <summary>Takes our page apart into literal text and values.</summary>
    public static List<Op> TakeApart(string html, World world)
    {
        var ops = new List<Op>();
        var found = new List<(int At, int Length, int Row, int Column)>();
        var from = html.IndexOf("<section", html.IndexOf("wide-button", StringComparison.Ordinal), StringComparison.Ordinal);
        var cards = world.Cards.Select((card, row) => (card, row)).OrderBy(c => html.IndexOf("/things/" + c.card.Id, from, StringComparison.Ordinal)).ToList();
        AddSeats(found, html, from, world);
        foreach (var (card, row) in cards)
        {
            var link = html.IndexOf("/things/" + card.Id, from, StringComparison.Ordinal);
            var start = html.LastIndexOf("<li><", html.IndexOf(Encoder.Encode(card.Words), from, StringComparison.Ordinal), StringComparison.Ordinal);
            var end = html.IndexOf("</li>", link, StringComparison.Ordinal);
            var values = Values(card);
            foreach (var (value, column) in values.Select((value, column) => (value, column)).Where(v => v.value.Length > 0).OrderByDescending(v => v.value.Length))
            {
                for (var at = html.IndexOf(value, start, end - start, StringComparison.Ordinal); at >= 0; at = html.IndexOf(value, at + 1, end - at - 1, StringComparison.Ordinal))
                {
                    if (!found.Exists(other => at < other.At + other.Length && other.At < at + value.Length))
                    {
                        found.Add((at, value.Length, row, column));
                    }
                }
            }

            from = end;
        }

        var done = 0;
        foreach (var (at, length, row, column) in found.OrderBy(f => f.At))
        {
            ops.Add(new Op(-1, 0, html[done..at]));
            ops.Add(new Op(row, column, ""));
            done = at + length;
        }

        ops.Add(new Op(-1, 0, html[done..]));
        return ops;
    }

    public static async Task FillAsync(string? postgres, string file, World world)
    {
        await using var connection = Open(postgres, file);
        var uuid = postgres is null ? "blob" : "uuid";
        var tail = postgres is null ? " without rowid" : "";
        await RunAsync(connection, $"create table seats (circle {uuid} not null, number integer not null, name text not null, what text not null, mug integer not null, primary key (circle, number)){tail}");
        await RunAsync(connection, $"create table cards (circle {uuid} not null, number integer not null, id {uuid} not null, name text not null, whole text not null, at bigint not null, words text not null, second text not null, second_by text not null, primary key (circle, number)){tail}");
        await RunAsync(connection, $"create table saved (id {uuid} primary key, circle {uuid} not null, words text not null, kind integer not null, at bigint not null)");
        await RunAsync(connection, $"create table asked (id {uuid} primary key, print {uuid} not null unique, team {uuid} not null, word text not null, words text not null)");
        for (var i = 0; i < world.Seats.Count; i++)
        {
            await RunAsync(connection, "insert into seats values (@a, @b, @c, @d, @e)", world.Circle.Value, i, world.Seats[i].Name, world.Seats[i].What, world.Seats[i].Mug);
        }

        for (var i = 0; i < world.Cards.Count; i++)
        {
            var card = world.Cards[i];
            await RunAsync(connection, "insert into cards values (@a, @b, @c, @d, @e, @f, @g, @h, @i)", world.Circle.Value, i, card.Id, card.Name, card.Full, card.At, card.Words, card.Second, card.SecondBy);
        }
    }

    /// <summary>Where the bytes that answer a request for help are kept.</summary>
    public static string SentOf(string opsFile) => Path.ChangeExtension(opsFile, ".sent");

    /// <summary>Where the bytes of our own front are kept, beside what the page is made of.</summary>
    public static string FrontOf(string opsFile) => Path.ChangeExtension(opsFile, ".front");

    public static async Task ServeAsync(string url, string? postgres, string file, Guid circle, string opsFile, CancellationToken cancellation)
    {
        var ops = JsonSerializer.Deserialize<List<Op>>(await File.ReadAllTextAsync(opsFile, cancellation))!;
        var literals = ops.ConvertAll(op => Encoding.UTF8.GetBytes(op.Literal));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        ThreadPool.SetMinThreads(32, 32);
        var reader = new Reader(postgres, file);
        var writer = Open(postgres, file);
        using var oneAtATime = new SemaphoreSlim(1);
        await using var insert = writer.CreateCommand();
        insert.CommandText = "insert into saved values (@a, @b, @c, @d, @e)";
        app.MapGet("/page", async http =>
        {
            var (seats, cards) = await reader.ReadAsync(circle);
            http.Response.ContentType = "text/html; charset=utf-8";
            var body = new ArrayBufferWriter<byte>(64 * 1024);
            for (var i = 0; i < ops.Count; i++)
            {
                var op = ops[i];
                if (op.Row == -1)
                {
                    body.Write(literals[i]);
                }
                else
                {
                    Encode(body, op.Row >= 0 ? Text(cards[op.Row], op.Column) : seats[-2 - op.Row][op.Column]);
                }
            }

            http.Response.ContentLength = body.WrittenCount;
            await http.Response.Body.WriteAsync(body.WrittenMemory);
        });
        // The bytes of our own front, out of memory: what a page without anybody in it could cost at least.
        var front = await File.ReadAllBytesAsync(FrontOf(opsFile), cancellation);
        app.MapGet("/front", async http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = front.Length;
            await http.Response.Body.WriteAsync(front, http.RequestAborted);
        });
        app.MapPost("/save", async http =>
        {
            var form = await http.Request.ReadFormAsync();
            await oneAtATime.WaitAsync();
            try
            {
                await using var transaction = await writer.BeginTransactionAsync();
                insert.Transaction = transaction;
                Bind(insert, [Domain.Access.ContributionId.New().Value, circle, form["words"].ToString(), 3, 1L]);
                await insert.ExecuteNonQueryAsync();
                await transaction.CommitAsync();
            }
            finally
            {
                oneAtATime.Release();
            }

            http.Response.StatusCode = 303;
            http.Response.Headers.Location = "/page";
        });
        // A request for help: the own word as slow as the demo has it, one row, and the bytes of our own answer.
        var sent = await File.ReadAllBytesAsync(SentOf(opsFile), cancellation);
        var hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));
        await using var ask = writer.CreateCommand();
        ask.CommandText = "insert into asked values (@a, @b, @c, @d, @e)";
        app.MapPost("/ask", async http =>
        {
            var form = await http.Request.ReadFormAsync();
            var word = hasher.HashPassword(form, form["word"].ToString());
            await oneAtATime.WaitAsync();
            try
            {
                await using var transaction = await writer.BeginTransactionAsync();
                ask.Transaction = transaction;
                var id = Domain.Access.ContributionId.New().Value;
                Bind(ask, [id, id, circle, word, form["helps-words"].ToString()]);
                await ask.ExecuteNonQueryAsync();
                await transaction.CommitAsync();
            }
            finally
            {
                oneAtATime.Release();
            }

            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = sent.Length;
            await http.Response.Body.WriteAsync(sent, http.RequestAborted);
        });
        await app.StartAsync(cancellation);
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync(cancellation);
    }

    private static void AddSeats(List<(int At, int Length, int Row, int Column)> found, string html, int end, World world)
    {
        for (var i = 0; i < world.Seats.Count; i++)
        {
            foreach (var (value, column) in new[] { (world.Seats[i].Name, 0), (world.Seats[i].What, 1) })
            {
                var at = html.IndexOf(">" + value + "<", StringComparison.Ordinal) + 1;
                if (at > 0 && at < end && !found.Exists(other => at < other.At + other.Length && other.At < at + value.Length))
                {
                    found.Add((at, value.Length, -2 - i, column));
                }
            }
        }
    }

    private static string[] Values(Card card) =>
        [card.Id.ToString(), Encoder.Encode(card.Name), Encoder.Encode(card.Full), Day(card.At), Encoder.Encode(card.Words), Encoder.Encode(card.Second), Encoder.Encode(card.SecondBy)];

    private static string Text(Card card, int column) => column switch
    {
        0 => card.Id.ToString(),
        1 => card.Name,
        2 => card.Full,
        3 => Day(card.At),
        4 => card.Words,
        5 => card.Second,
        _ => card.SecondBy,
    };

    private static string Day(long at) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(at), Domain.Access.Netherlands.Zone).ToString("d MMMM", Dutch);

    private static void Encode(ArrayBufferWriter<byte> body, string text)
    {
        Span<byte> utf8 = stackalloc byte[2048];
        var length = Encoding.UTF8.GetBytes(text, utf8);
        var target = body.GetSpan(length * 3);
        Encoder.EncodeUtf8(utf8[..length], target, out _, out var written);
        body.Advance(written);
    }

    private static DbConnection Open(string? postgres, string file)
    {
        if (postgres is not null)
        {
            var connection = new NpgsqlConnection(postgres);
            connection.Open();
            return connection;
        }

        var sqlite = new SqliteConnection($"Data Source={file};Pooling=False");
        sqlite.Open();
        using var pragmas = sqlite.CreateCommand();
        pragmas.CommandText = "pragma journal_mode=wal; pragma synchronous=full; pragma busy_timeout=5000;";
        pragmas.ExecuteNonQuery();
        return sqlite;
    }

    private static async Task RunAsync(DbConnection connection, string sql, params object[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Bind(command, values);
        await command.ExecuteNonQueryAsync();
    }

    private static void Bind(DbCommand command, object[] values)
    {
        if (command.Parameters.Count == 0)
        {
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@" + (char)('a' + i);
                command.Parameters.Add(parameter);
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] is Guid id && command is SqliteCommand ? id.ToByteArray() : values[i];
        }
    }

    /// <summary>Pooled connections with prepared commands.</summary>
    private sealed class Reader(string? postgres, string file)
    {
        private const string SeatsSql = "select name, what, mug from seats where circle = @a order by number";
        private const string CardsSql = "select id, name, whole, at, words, second, second_by from cards where circle = @a order by number";
        private readonly System.Collections.Concurrent.ConcurrentBag<(DbConnection, DbCommand, DbCommand)> _idle = [];
        private readonly NpgsqlDataSource? _source = postgres is null ? null : NpgsqlDataSource.Create(postgres + ";Max Auto Prepare=20;Auto Prepare Min Usages=2");

        public async Task<(List<string[]> Seats, List<Card> Cards)> ReadAsync(Guid circle)
        {
            var seats = new List<string[]>(10);
            var cards = new List<Card>(60);
            if (_source is not null)
            {
                await using var connection = await _source.OpenConnectionAsync();
                await using var batch = connection.CreateBatch();
                foreach (var sql in new[] { SeatsSql, CardsSql })
                {
                    var command = new NpgsqlBatchCommand(sql);
                    command.Parameters.Add(new NpgsqlParameter("a", circle));
                    batch.BatchCommands.Add(command);
                }

                await using var rows = await batch.ExecuteReaderAsync();
                while (await rows.ReadAsync())
                {
                    seats.Add([rows.GetString(0), rows.GetString(1)]);
                }

                await rows.NextResultAsync();
                while (await rows.ReadAsync())
                {
                    cards.Add(CardOf(rows));
                }

                return (seats, cards);
            }

            if (!_idle.TryTake(out var prepared))
            {
                var connection = Open(null, file);
                prepared = (connection, Prepare(connection, SeatsSql, circle), Prepare(connection, CardsSql, circle));
            }

            await using (var rows = await prepared.Item2.ExecuteReaderAsync())
            {
                while (await rows.ReadAsync())
                {
                    seats.Add([rows.GetString(0), rows.GetString(1)]);
                }
            }

            await using (var rows = await prepared.Item3.ExecuteReaderAsync())
            {
                while (await rows.ReadAsync())
                {
                    cards.Add(CardOf(rows));
                }
            }

            _idle.Add(prepared);
            return (seats, cards);
        }

        private static Card CardOf(DbDataReader row) =>
            new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetString(6));

        private static DbCommand Prepare(DbConnection connection, string sql, Guid circle)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            Bind(command, [circle]);
            command.Prepare();
            return command;
        }
    }
}
