using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Keukentafel.Web.Nudges;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Nudges;

/// <summary>One mail as a mail server took it.</summary>
/// <param name="Bytes">Every byte of it.</param>
/// <param name="From">The sender of the envelope.</param>
/// <param name="To">To whom the envelope went.</param>
/// <param name="Hello">By which name the program greeted.</param>
internal sealed record Letter(string Bytes, string From, string To, string Hello)
{
    /// <summary>The words, without the head.</summary>
    public string Words => Bytes[(Bytes.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    /// <summary>The code in the words.</summary>
    public string Code => string.Concat(Words.Where(char.IsAsciiDigit));
}

/// <summary>A real mail server (Debian's python3-aiosmtpd), on this machine alone, that keeps what it takes as it came.</summary>
internal sealed class Postman : IAsyncDisposable
{
    // What it answers to whom a mail is for stands in a file, so that a test can change its mind.
    private const string Script =
        """
        import os

        class Postman:
            def __init__(self, folder):
                self.folder = folder
                self.count = len([one for one in os.listdir(folder) if one.endswith('.eml')])

            @classmethod
            def from_cli(cls, parser, *args):
                return cls(args[0])

            async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
                answer = os.path.join(self.folder, 'answer')
                if os.path.exists(answer):
                    with open(answer) as file:
                        return file.read()
                envelope.rcpt_tos.append(address)
                return '250 OK'

            async def handle_DATA(self, server, session, envelope):
                self.count += 1
                path = os.path.join(self.folder, '%04d' % self.count)
                head = '\n'.join([envelope.mail_from, ' '.join(envelope.rcpt_tos), session.host_name]) + '\n'
                with open(path + '.part', 'wb') as file:
                    file.write(head.encode() + envelope.original_content)
                os.rename(path + '.part', path + '.eml')
                return '250 OK'
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kt-post-").FullName;
    private Process? _process;

    private Postman(int port) => Port = port;

    /// <summary>Both databases, where the mail server is.</summary>
    public static TheoryData<Database> Both => Wanted.BothWith("aiosmtpd", "python3-aiosmtpd");

    /// <summary>SQLite, where the mail server is.</summary>
    public static TheoryData<Database> One => [Both.First()];

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>How the program is told of it.</summary>
    public MailServer Server => MailServer.Read($"smtp://127.0.0.1:{Port}", "Post <post@brievenbus.example>")!;

    /// <summary>Starts it.</summary>
    public static async Task<Postman> StartAsync()
    {
        var postman = new Postman(Serving.FreePort());
        await postman.ComeAsync();
        return postman;
    }

    /// <summary>It is there again.</summary>
    public async Task ComeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "postman.py"), Script);
        var start = new ProcessStartInfo("aiosmtpd", ["-n", "-c", "postman.Postman", "-l", $"127.0.0.1:{Port}", _folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONPATH"] = _folder;
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        _process = Process.Start(start)!;
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromSeconds(30);)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (!_process.HasExited)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("The mail server does not answer.");
    }

    /// <summary>It goes away.</summary>
    public async Task GoAsync()
    {
        if (_process is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    /// <summary>What it answers from now on when it is told to whom a mail is; null for yes.</summary>
    public void Answers(string? answer)
    {
        var file = Path.Combine(_folder, "answer");
        if (answer is null)
        {
            File.Delete(file);
        }
        else
        {
            File.WriteAllText(file, answer);
        }
    }

    /// <summary>All that it took, in order.</summary>
    public IReadOnlyList<Letter> Taken() =>
    [
        .. Directory.GetFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(file =>
        {
            var parts = Encoding.Latin1.GetString(File.ReadAllBytes(file)).Split('\n', 4);
            return new Letter(parts[3], parts[0], parts[1], parts[2]);
        }),
    ];

    /// <summary>Waits until it took so many.</summary>
    public async Task<Letter> WaitForAsync(int count)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromSeconds(30);)
        {
            if (Taken() is var taken && taken.Count >= count)
            {
                return taken[count - 1];
            }

            await Task.Delay(30);
        }

        throw new InvalidOperationException($"It took {Taken().Count}, not {count}.");
    }

    public async ValueTask DisposeAsync()
    {
        await GoAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
