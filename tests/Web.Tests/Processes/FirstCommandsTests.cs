using System.Diagnostics;
using Keukentafel.Data.Store;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Processes;

/// <summary>The commands that <c>./run</c> gives on a new machine, each as a process of its own, as they are given there.</summary>
public sealed class FirstCommandsTests
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    [Trait("Takes", "long")]
    public async Task An_empty_machine_is_made_ready_and_filled_once(Database on)
    {
        await using var own = await Template.NothingAsync(on);
        foreach (var command in new[] { "serve", "demo", "tidy" })
        {
            var (code, said) = await DoAsync(own.Places, command);
            Assert.NotEqual(0, code);
            Assert.Contains("Make it with the command migrate", said, StringComparison.Ordinal);
        }

        Assert.Equal((0, "The database is ready."), await DoAsync(own.Places, "migrate"));
        Assert.Equal((0, "The invented families sit at their tables."), await DoAsync(own.Places, "demo"));
        Assert.Equal((0, "This database is in use already: nothing was added."), await DoAsync(own.Places, "demo"));
        Assert.Equal(0, (await DoAsync(own.Places, "verify-trail")).Code);
        Assert.Equal(0, (await DoAsync(own.Places, "tidy")).Code);
        Assert.Equal(
            (0, "Removed: 0 suspicions, opinions and worries; 0 tables as a whole, and 0 requests for help, each with its key."), await DoAsync(own.Places, "remove-due"));
        Assert.Equal((1, "Nobody comes in by that name."), await DoAsync(own.Places, "representative", "add", "niemand", "--for", "parents"));
        Assert.Equal(1, (await DoAsync(own.Places, "representative", "add", "samira", "--for", "parents")).Code);
        Assert.Equal((0, ""), await DoAsync(own.Places, "representative", "add", "esra", "--for", "parents"));
        Assert.Equal((0, ""), await DoAsync(own.Places, "representative", "add", "jayden", "--for", "young"));
        Assert.Equal((0, "parents  esra\nyoung    jayden"), await DoAsync(own.Places, "representative", "list"));
        Assert.Equal((0, ""), await DoAsync(own.Places, "representative", "remove", "jayden"));
        Assert.Equal((0, "parents  esra"), await DoAsync(own.Places, "representative", "list"));
        Assert.Equal((0, ""), await DoAsync(own.Places, "team", "add", "Aanleg", "Team Aanleg"));
        Assert.Equal((1, "There is no team for that place."), await DoAsync(own.Places, "team", "answers", "samira", "Nergens"));
        Assert.Equal((1, "Nobody comes in by that name."), await DoAsync(own.Places, "team", "answers", "niemand", "Aanleg"));
        Assert.Equal((1, "Only who works with families answers for a team."), await DoAsync(own.Places, "team", "answers", "esra", "Aanleg"));
        Assert.Equal((0, ""), await DoAsync(own.Places, "team", "answers", "samira", "Aanleg"));
        Assert.StartsWith("Aanleg: Team Aanleg: samira\n", (await DoAsync(own.Places, "team", "list")).Said, StringComparison.Ordinal);
        Assert.Equal((0, ""), await DoAsync(own.Places, "team", "stops", "samira", "Aanleg"));
        Assert.Equal((1, "This person did not answer for that team."), await DoAsync(own.Places, "team", "stops", "samira", "Aanleg"));
        Assert.Equal(1, (await DoAsync(own.Places, "team", "add", "Aanleg", " ")).Code);
        Assert.Equal((0, ""), await DoAsync(own.Places, "team", "add", "Waterland", "Artsen", "--experts"));
        Assert.StartsWith("That place has a team of the other kind.", (await DoAsync(own.Places, "team", "add", "Aanleg", "Artsen", "--experts")).Said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> DoAsync(Places places, params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "keukentafel.dll"), .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["KEUKENTAFEL_POSTGRES"] = places.Postgres;
        start.Environment["KEUKENTAFEL_DATA"] = places.DataFolder;
        start.Environment["KEUKENTAFEL_KEYS"] = places.KeysFolder;
        using var process = Process.Start(start)!;
        var wrong = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (said + await wrong).Trim());
    }
}
