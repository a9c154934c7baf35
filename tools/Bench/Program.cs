using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Keukentafel.Bench;
using Keukentafel.Tests.Ground;

if (args is ["bare", ..])
{
    await Bare.ServeAsync(args[1], args[2] == "-" ? null : args[2], args[3], Guid.Parse(args[4]), args[5], CancellationToken.None);
    return 0;
}

const string Usage = "bench [--only sqlite|postgres] [--rounds N] [--seconds N] [growth [--national] | read | save | ask]";
if (args.Where((arg, at) => !Takes(arg) && (at == 0 || args[at - 1] is not ("--only" or "--rounds" or "--seconds"))).Any())
{
    Console.WriteLine(Usage);
    return args is ["--help"] ? 0 : 2;
}

static bool Takes(string arg) => arg is "--only" or "--rounds" or "--seconds" or "--national" or "growth" or "read" or "save" or "ask";

string? Option(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;
var rounds = int.Parse(Option("--rounds") ?? "5");
var seconds = int.Parse(Option("--seconds") ?? "4");
foreach (var on in new[] { Database.Sqlite, Database.Postgres })
{
    if (Option("--only") is { } only && !only.Equals(on.ToString(), StringComparison.OrdinalIgnoreCase))
    {
        continue;
    }

    if (args.Contains("growth"))
    {
        await Growth.RunAsync(on, args.Contains("--national"));
        continue;
    }

    await using var run = await Run.StartAsync(on, rounds, seconds);
    var all = !args.Contains("read") && !args.Contains("save") && !args.Contains("ask");
    if (all || args.Contains("read"))
    {
        await run.ReadAsync();
    }

    if (all || args.Contains("save"))
    {
        await run.SaveAsync();
    }

    if (all || args.Contains("ask"))
    {
        await run.AskAsync();
    }
}

if (!args.Contains("growth") && !args.Contains("read") && !args.Contains("save") && !args.Contains("ask"))
{
    foreach (var on in new[] { Database.Sqlite, Database.Postgres })
    {
        await Growth.RunAsync(on, national: false);
    }
}

return 0;

internal sealed class Run : IAsyncDisposable
{
    private readonly World _world;
    private readonly Server _ours;
    private readonly Server _bare;
    private readonly string _folder;
    private readonly int _rounds;
    private readonly int _seconds;
    private readonly string _on;
    private readonly string _cookie;

    private Run(World world, Server ours, Server bare, string folder, int rounds, int seconds, string on, string cookie)
    {
        _world = world;
        _ours = ours;
        _bare = bare;
        _folder = folder;
        _rounds = rounds;
        _seconds = seconds;
        _on = on;
        _cookie = cookie;
    }

    // What goes with every request for help: the cookie, and the form but for its number and its words.
    private string Asking { get; init; } = "";

    private string Page => $"/tables/{_world.Circle.Value}";

    public static async Task<Run> StartAsync(Database on, int rounds, int seconds)
    {
        var world = await World.MakeAsync(on, savers: 1500);
        var folder = Directory.CreateTempSubdirectory("keukentafel-bench-").FullName;
        var (oursAt, bareAt) = (new Uri($"http://localhost:{FreePort()}"), new Uri($"http://localhost:{FreePort()}"));
        var environment = new Dictionary<string, string?>
        {
            ["KEUKENTAFEL_POSTGRES"] = world.Places.Postgres,
            ["KEUKENTAFEL_DATA"] = world.Places.DataFolder,
            ["KEUKENTAFEL_KEYS"] = world.Places.KeysFolder,
        };
        var ours = await Server.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "keukentafel.dll"), "At the table", oursAt, environment, "serve", "--demo", "--urls", oursAt.ToString());
        var (cookie, _) = await SignInAsync(ours, "bench-esra");
        var html = await FetchAsync(ours, $"/tables/{world.Circle.Value}", cookie);
        var ops = Bare.TakeApart(html, world);
        var opsFile = Path.Combine(folder, "ops.json");
        await File.WriteAllTextAsync(opsFile, JsonSerializer.Serialize(ops));
        using (var stranger = new HttpClient { BaseAddress = ours.Address })
        {
            await File.WriteAllBytesAsync(Bare.FrontOf(opsFile), await stranger.GetByteArrayAsync("/"));
        }

        var asked = await AskFormAsync(ours, world);
        await File.WriteAllBytesAsync(Bare.SentOf(opsFile), asked.Sent);

        string? bareDatabase = null;
        if (on == Database.Postgres)
        {
            var server = await PostgresServer.GetAsync();
            bareDatabase = server.To(await server.CreateAsync());
        }

        var file = Path.Combine(folder, "bare.db");
        await Bare.FillAsync(bareDatabase, file, world);
        var bare = await Server.StartAsync(
            typeof(Run).Assembly.Location, "ready", bareAt, new Dictionary<string, string?>(),
            "bare", bareAt.ToString(), bareDatabase ?? "-", file, world.Circle.Value.ToString(), opsFile);
        var theirs = await FetchAsync(bare, "/page", "a=b");
        var now = await FetchAsync(ours, $"/tables/{world.Circle.Value}", cookie);
        if (theirs != now)
        {
            throw new InvalidOperationException($"The bare page has other bytes than ours ({theirs.Length} and {now.Length}).");
        }

        Console.WriteLine($"{on}: bare answers the same {System.Text.Encoding.UTF8.GetByteCount(now)} bytes, with {ops.Count(op => op.Row != -1)} values of rows in it");
        return new Run(world, ours, bare, folder, rounds, seconds, on.ToString().ToLowerInvariant(), cookie) { Asking = asked.Line };
    }

    public async Task ReadAsync()
    {
        // Long enough for the compiler to have done with both.
        await Load.RunAsync(_ours, Page, Warm, _cookie);
        await Load.RunAsync(_bare, "/page", Warm / 2);
        var (ours, bare) = (new List<Measured>(), new List<Measured>());
        for (var round = 0; round < _rounds; round++)
        {
            ours.Add(await Load.RunAsync(_ours, Page, _seconds, _cookie));
            bare.Add(await Load.RunAsync(_bare, "/page", _seconds));
        }

        Tell("read circle page", ours, bare, _on == "sqlite" ? 0.50 : 0.45);
        await ReadFrontAsync();
        if (_world.Places.Postgres is { } postgres)
        {
            await ReadBesideWallAsync(postgres);
        }

        foreach (var (name, page) in new[]
        {
            ("read plan page", $"/tables/{_world.Talking.Value}/plan"),
            ("read talk of 200 slips", $"/tables/{_world.Talking.Value}/talks/{_world.Talk.Value}"),
        })
        {
            await Load.RunAsync(_ours, page, 5, _cookie);
            var measured = new List<Measured>();
            for (var round = 0; round < _rounds; round++)
            {
                measured.Add(await Load.RunAsync(_ours, page, _seconds, _cookie));
            }

            // Beside the same bare page of sixty things: there is none of these.
            Tell(name, measured, bare, null);
        }

        Report.Line($"memory under load {_on}", _ours.MegaBytes, _bare.MegaBytes, "MB (less is better)");
    }

    // The second wall (row level security) on and off in turn, on the same rows: it may cost at most 15 %.
    private async Task ReadFrontAsync()
    {
        await Load.RunAsync(_ours, "/", Warm / 4);
        await Load.RunAsync(_bare, "/front", Warm / 4);
        var (ours, bare) = (new List<Measured>(), new List<Measured>());
        for (var round = 0; round < _rounds; round++)
        {
            ours.Add(await Load.RunAsync(_ours, "/", _seconds));
            bare.Add(await Load.RunAsync(_bare, "/front", _seconds));
        }

        Tell("read public front", ours, bare, 0.60);
    }

    private async Task ReadBesideWallAsync(string postgres)
    {
        var (on, off) = (new List<Measured>(), new List<Measured>());
        for (var round = 0; round < _rounds; round++)
        {
            on.Add(await Load.RunAsync(_ours, Page, _seconds, _cookie));
            await WallAsync("disable");
            off.Add(await Load.RunAsync(_ours, Page, _seconds, _cookie));
            await WallAsync("enable");
        }

        Report.Line("second wall on and off postgres", Report.Median(on.Select(m => m.PerSecond)), Report.Median(off.Select(m => m.PerSecond)), "requests/s (more is better)", 0.85);

        async Task WallAsync(string what)
        {
            await using var source = Npgsql.NpgsqlDataSource.Create(postgres);
            await using var tables = source.CreateCommand(
                "select coalesce(string_agg(format('alter table %s " + what + " row level security', c.oid::regclass), '; '), '') " +
                "from pg_class c where exists (select 1 from pg_policy p where p.polrelid = c.oid)");
            await using var change = source.CreateCommand((string)(await tables.ExecuteScalarAsync())!);
            await change.ExecuteNonQueryAsync();
        }
    }

    public async Task SaveAsync()
    {
        var script = Path.Combine(_folder, "save.lua");
        await File.WriteAllTextAsync(script, Lua);
        var lines = new List<string>();
        foreach (var (name, circle) in _world.Savers)
        {
            var (cookie, client) = await SignInAsync(_ours, name);
            using (client)
            {
                var form = new HtmlParser().ParseDocument(await client.GetStringAsync($"/tables/{circle.Value}/lay?what=worry"));
                var proof = form.QuerySelector("input[name=proof]")!.GetAttribute("value")!;
                var all = string.Join("; ", client.DefaultRequestHeaders.GetValues("Cookie"));
                lines.Add($"{all}\t/tables/{circle.Value}/lay\tproof={Uri.EscapeDataString(proof)}&step=Know&what=Statement&know=Find&readers=Everyone&words=");
            }
        }

        var to = Path.Combine(_folder, "savers.txt");
        await File.WriteAllLinesAsync(to, lines);
        var plain = Path.Combine(_folder, "bare.txt");
        await File.WriteAllLinesAsync(plain, lines.Select(_ => "a=b\t/save\tproof=x&what=Statement&know=Find&readers=Everyone&words="));
        var (ours, bare) = (new List<Measured>(), new List<Measured>());
        await Load.RunAsync(_ours, Page, 10, null, script, to, "0");
        await Load.RunAsync(_bare, "/save", 5, null, script, plain, "0");
        for (var round = 0; round < _rounds; round++)
        {
            ours.Add(await Load.RunAsync(_ours, Page, Math.Min(2, _seconds), null, script, to, (round + 1).ToString()));
            bare.Add(await Load.RunAsync(_bare, "/save", Math.Min(2, _seconds), null, script, plain, (round + 1).ToString()));
        }

        Tell("save a statement", ours, bare, 0.50);
        Report.Line($"save p99 {_on}", Report.Median(ours.Select(m => m.P99)), Report.Median(bare.Select(m => m.P99)), "ms (less is better)", 2.0);
    }

    /// <summary>Somebody sends a request for help, with a word of their own. Nobody sends many: each few come from another address of this machine.</summary>
    public async Task AskAsync()
    {
        var (ours, bare) = (new List<Measured>(), new List<Measured>());
        for (var round = 0; round <= _rounds; round++)
        {
            var theirs = await Load.FromManyAsync(_bare, "/ask", _seconds, Asking, round);
            var own = await Load.FromManyAsync(_ours, "/ask/send", _seconds, Asking, round);
            if (round > 0)
            {
                // The first is for the compiler.
                ours.Add(own);
                bare.Add(theirs);
            }
        }

        Tell("send a request for help", ours, bare, 0.60);
    }

    public async ValueTask DisposeAsync()
    {
        await _ours.DisposeAsync();
        await _bare.DisposeAsync();
        await _world.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void Tell(string name, List<Measured> ours, List<Measured> bare, double? aim)
    {
        if (ours.Concat(bare).Any(measured => measured.Bad > 0))
        {
            Console.WriteLine($"{name}: {ours.Sum(m => m.Bad)} answers of ours and {bare.Sum(m => m.Bad)} of bare were refused or broken: the figure does not count");
        }

        Report.Line($"{name} {_on}", Report.Median(ours.Select(m => m.PerSecond)), Report.Median(bare.Select(m => m.PerSecond)), "requests/s (more is better)", aim);
        Report.Line($"{name} processor {_on}", Report.Median(ours.Select(m => m.Processor)), Report.Median(bare.Select(m => m.Processor)), "ms a request (less is better)");
    }

    private static async Task<(string Cookie, HttpClient Client)> SignInAsync(Server server, string name)
    {
        var jar = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/demo"));
        var proof = page.QuerySelector("input[name=proof]")!.GetAttribute("value")!;
        await client.PostAsync("/demo/" + name, new FormUrlEncodedContent([KeyValuePair.Create("proof", proof)]));
        var cookie = string.Join("; ", jar.GetCookies(server.Address).Select(c => $"{c.Name}={c.Value}"));
        var own = new HttpClient { BaseAddress = server.Address };
        own.DefaultRequestHeaders.Add("Cookie", cookie);
        return (cookie, own);
    }

    private static async Task<(string Line, byte[] Sent)> AskFormAsync(Server server, World world)
    {
        var jar = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/ask"));
        var proof = page.QuerySelector("input[name=proof]")!.GetAttribute("value")!;
        var body = $"proof={Uri.EscapeDataString(proof)}&step=Read&team={world.Team.Id.Value}&name=Esra&word=een+blauwe+fiets";
        var sent = await client.PostAsync(
            "/ask/send", new StringContent($"{body}&form={Keukentafel.Domain.Requests.HelpRequestId.New().Value}&helps-words=Een+oppas.", null, "application/x-www-form-urlencoded"));
        var html = await sent.Content.ReadAsStringAsync();
        return sent.IsSuccessStatusCode && html.Contains(world.Team.Name, StringComparison.Ordinal)
            ? (string.Join("; ", jar.GetCookies(server.Address).Select(c => $"{c.Name}={c.Value}")) + "\t" + body, System.Text.Encoding.UTF8.GetBytes(html))
            : throw new InvalidOperationException($"A request for help was not sent: {(int)sent.StatusCode}");
    }

    private static async Task<string> FetchAsync(Server server, string path, string cookie)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return await client.GetStringAsync(path);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private const int Warm = 40;

    private const string Lua =
        """
        local lines = {}
        local n = 0
        function init(args)
          for line in io.lines(args[1]) do lines[#lines + 1] = line end
          n = tonumber(args[2]) * 197
        end
        function request()
          n = n + 1
          local cookie, path, body = lines[(n % #lines) + 1]:match("([^\t]*)\t([^\t]*)\t([^\t]*)")
          return wrk.format("POST", path, { ["Cookie"] = cookie, ["Content-Type"] = "application/x-www-form-urlencoded" },
            body .. "Ik+vind+dat+het+beter+gaat+dan+vorige+maand+" .. n)
        end
        """;
}
