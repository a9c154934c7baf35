using System.Diagnostics;
using System.Globalization;
using System.Net;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Processes;

/// <summary>
/// The program starts fast and stays small. A test machine does many things at once, so that the gate on time is wide; the figures themselves
/// stand in the output.
/// </summary>
public sealed class StartAndMemoryTests
{
    // A start that hangs, not one on a machine that does other things at once: how fast it starts is measured by ./bench.
    private const int MostSeconds = 30;
    private const int MostMegabytes = 250;
    private const int Readers = 16;
    private const int PagesEach = 250;

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    [Trait("Takes", "long")]
    public async Task It_starts_within_seconds_and_stays_small_under_load(Database on)
    {
        var (places, clean) = await Databases.FilledAsync(on);
        var since = Stopwatch.StartNew();
        await using (var serving = await Serving.StartAsync(places))
        {
            using (var first = serving.Stranger())
            {
                await first.GetAsync("/");
                Assert.Equal(HttpStatusCode.OK, first.Status);
            }

            var started = since.Elapsed;
            await Task.WhenAll(Enumerable.Range(0, Readers).Select(number => ReadAsync(serving, number)));
            var most = PeakOf(serving.Id) / 1024;
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{on}: first page after {started.TotalSeconds:F1} s; at most {most} MB during {Readers * PagesEach} pages for {Readers} people at once");
            Assert.InRange(started.TotalSeconds, 0, MostSeconds);
            Assert.InRange(most, 20, MostMegabytes);
        }

        await clean();
    }

    private static async Task ReadAsync(Serving serving, int number)
    {
        using var who = await serving.AsAsync(new[] { "esra", "amir", "wendy", "chantal" }[number % 4]);
        if (!who.Path.StartsWith("/tables/", StringComparison.Ordinal))
        {
            await who.GetAsync(who.Page.QuerySelector("a[href^='/tables/']:not([href='/tables/new'])")!.GetAttribute("href")!);
        }

        var table = who.Table;
        string[] pages = [table, table + "/list", table, table + "/views", table + "/print", $"{table}/lay?draft={Domain.Access.DraftId.New().Value}"];
        for (var page = 0; page < PagesEach; page++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, pages[page % pages.Length]);
            using var answer = await who.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await answer.Content.ReadAsByteArrayAsync();
        }
    }

    // The most memory that was ever resident, in kilobytes, as the kernel counts it.
    private static long PeakOf(int process) => long.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
