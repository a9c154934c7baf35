using System.Text.RegularExpressions;
using Keukentafel.Data.Requests;
using Keukentafel.Domain.Requests;
using Keukentafel.Web.Tests.Ground;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Library;

/// <summary>What people ask, in totals that everybody reads, with what there is to talk about (R144, INV-84).</summary>
public sealed partial class SeeAskedTests
{
    [Fact]
    public async Task A_neighbour_reads_what_is_asked_how_long_it_took_and_how_many_wrote_in_tens_with_what_to_talk_about_and_no_team_or_place_R144()
    {
        var clock = new Clock();
        await using var running = await Running.StartAsync(clock: clock);
        using var neighbour = running.Stranger();
        await neighbour.GetAsync("/know");
        await neighbour.GetAsync(neighbour.Page.QuerySelector("main a[href$='/know/asked']")!.GetAttribute("href")!);
        Assert.Contains("Er is nog niets te zien. Kijk na 1 ", neighbour.Html, StringComparison.Ordinal);
        Assert.Empty(neighbour.Page.QuerySelectorAll("main table"));

        var requests = running.Services.GetRequiredService<HelpRequests>();
        var team = (await running.Services.GetRequiredService<LocalTeams>().AnsweringAsync(CancellationToken.None))[0];
        for (byte i = 0; i < 20; i++)
        {
            await requests.AskAsync(
                HelpAsk.Of("kanarie-1", null, i < 9 ? [HelpKind.Housing] : [HelpKind.Money], [HelpFrom.Neighbours], null, null, null), team.Id, [7, i], "hash");
        }

        clock.Later += TimeSpan.FromDays(HelpRequest.WaitsFor + 1);
        Assert.InRange(await requests.RemoveDueAsync(CancellationToken.None), 20, 40);
        clock.Later += TimeSpan.FromDays(190);
        await neighbour.GetAsync("/know/asked");
        var main = neighbour.Page.QuerySelector("main")!;
        Assert.Matches("^minstens [12]0 keer$", Assert.Single(Row("buren")));
        Assert.Equal(["te weinig om te zeggen"], Row("wonen"));
        Assert.Matches("^minstens [12]0 keer$", Row("Niemand").Single());
        Assert.NotNull(main.QuerySelector("a[href$='/near']"));
        Assert.True(main.QuerySelector("ul.door-list")!.CompareDocumentPosition(main.QuerySelector("table")!).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
        foreach (var words in new[] { team.Name, team.Place, "kanarie-1", "%" })
        {
            Assert.DoesNotContain(words, main.TextContent, StringComparison.Ordinal);
        }

        Assert.All(Numbers().Matches(string.Concat(main.QuerySelectorAll("td").Select(cell => cell.TextContent))), found => Assert.EndsWith("0", found.Value, StringComparison.Ordinal));

        // The order is that of the questions, whatever the numbers are (N31).
        Assert.Equal(
            Enum.GetValues<HelpKind>().Length + Enum.GetValues<HelpFrom>().Length + (2 * Enum.GetValues<AskedWait>().Length) + Enum.GetValues<AskedFaces>().Length, main.QuerySelectorAll("td").Length);

        IEnumerable<string> Row(string what) => main.QuerySelectorAll("tr").Where(row => row.QuerySelector("th")!.TextContent == what).Select(row => row.QuerySelector("td")!.TextContent);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Later { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Later;
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
