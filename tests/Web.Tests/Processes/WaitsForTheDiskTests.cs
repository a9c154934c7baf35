using System.Diagnostics;
using System.Net;
using System.Text;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Processes;

/// <summary>A kill proves little: the system still writes what a killed program left. So the kernel is asked in what order things went.</summary>
public sealed class WaitsForTheDiskTests
{
    private const int Saves = 25;

    /// <summary>Both databases, where strace is.</summary>
    public static TheoryData<Database> BothWatched => Wanted.BothWith("strace");

    [Theory]
    [MemberData(nameof(BothWatched))]
    [Trait("Takes", "long")]
    public async Task No_answer_leaves_before_what_it_confirms_is_on_disk_R126(Database on)
    {
        var watch = await SaveAsync(on, null);
        Assert.Equal(Saves, watch.Answers);
        Assert.Equal(0, watch.TooEarly);
    }

    [Theory]
    [MemberData(nameof(BothWatched))]
    [Trait("Takes", "long")]
    public async Task A_program_that_does_not_wait_is_caught_by_the_same_watch(Database on)
    {
        // There is no switch for this: the words in a copy of the built program are overwritten.
        var folder = Directory.CreateTempSubdirectory("keukentafel-loose-").FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(AppContext.BaseDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        await OverwriteAsync(
            Path.Combine(folder, "Keukentafel.Data.dll"),
            on == Database.Sqlite ? "synchronous=full;" : "synchronous_commit=on -c statement_timeout=30000",
            on == Database.Sqlite ? "synchronous=off ;" : "synchronous_commit=off -c statement_timeout=3000");
        var watch = await SaveAsync(on, folder);
        Assert.Equal(Saves, watch.Answers);

        // The server of the tests still carries its log to disk now and then by itself, before a slow answer: so not each one is too early.
        Assert.NotEqual(0, watch.TooEarly);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<Watch> SaveAsync(Database on, string? folder)
    {
        var (places, clean) = await Databases.FilledAsync(on);
        var logs = Directory.CreateTempSubdirectory("keukentafel-watch-").FullName;
        var (ofProgram, ofServer) = (Path.Combine(logs, "program"), Path.Combine(logs, "server"));
        var server = on == Database.Postgres ? await Watch.AttachAsync((await PostgresServer.GetAsync()).Id!.Value, ofServer) : null;
        await using (var serving = await Serving.StartAsync(places, 0, folder, Watch.Strace(ofProgram)))
        {
            using var esra = await serving.AsAsync("esra");
            var table = esra.Table;
            await esra.GetAsync(table + "/lay");
            var proof = esra.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!;
            for (var i = 0; i < Saves; i++)
            {
                await esra.PostAsync(
                    "/drafts/" + Domain.Access.DraftId.New().Value, [new("proof", proof), new("page", table + "/lay"), new("words", "Even bewaren.")]);
                Assert.Equal(HttpStatusCode.NoContent, esra.Status);
            }
        }

        if (server is not null)
        {
            await Process.Start("kill", ["-INT", server.Id.ToString()]).WaitForExitAsync();
            await server.WaitForExitAsync();
        }

        var watch = Watch.Read(
            server is null ? [ofProgram] : [ofProgram, ofServer], on == Database.Sqlite ? "keukentafel.db-wal>" : "/pg_wal/", "HTTP/1.1 204");
        Directory.Delete(logs, recursive: true);
        await clean();
        return watch;
    }

    private static async Task OverwriteAsync(string file, string words, string others)
    {
        var (from, to) = (Encoding.Unicode.GetBytes(words), Encoding.Unicode.GetBytes(others));
        Assert.Equal(from.Length, to.Length);
        var bytes = await File.ReadAllBytesAsync(file);
        var at = bytes.AsSpan().IndexOf(from);
        Assert.True(at > 0, $"“{words}” does not stand in the program.");
        to.CopyTo(bytes, at);
        await File.WriteAllBytesAsync(file, bytes);
    }
}
