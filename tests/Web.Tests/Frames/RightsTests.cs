using System.Net;
using Keukentafel.Web.Frames;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Processes;

namespace Keukentafel.Web.Tests.Frames;

public sealed class RightsTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Fact]
    public async Task Jayden_reaches_his_rights_and_Jeugdstem_in_two_presses_from_every_page_R116()
    {
        await using var running = await Running.StartAsync();
        using var jayden = await running.AsAsync("jayden");
        foreach (var page in new[] { jayden.Table, jayden.Table + "/plan", jayden.Table + "/frames", jayden.Table + "/lay", "/tables", "/me", "/nothing-here" })
        {
            await jayden.GetAsync(page);
            await jayden.GetAsync(jayden.Page.QuerySelector("footer a[href$='/rights']")!.GetAttribute("href")!);
            Assert.NotNull(jayden.Page.QuerySelector("main a[href='tel:0885551000']"));
            await jayden.GetAsync(jayden.Page.QuerySelector("main a[href$='/rights/young']")!.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, jayden.Status);
            Assert.NotNull(jayden.Page.QuerySelector("main a[href='tel:0885551000']"));
            Assert.Contains("als jij én je ouders ja zeggen", jayden.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Anybody_reads_them_without_signing_in_in_both_languages_and_also_from_the_door_R116()
    {
        await using var running = await Running.StartAsync();
        using var stranger = running.Stranger();
        await stranger.GetAsync("/");
        await stranger.GetAsync(stranger.Page.QuerySelector("footer a[href$='/rights']")!.GetAttribute("href")!);
        foreach (var who in Enum.GetValues<RightsFor>())
        {
            foreach (var (start, call) in new[] { ("/nl", "Bel "), ("/en", "Call ") })
            {
                await stranger.GetAsync($"{start}/rights/{who.ToString().ToLowerInvariant()}");
                Assert.Equal(HttpStatusCode.OK, stranger.Status);
                var lines = stranger.Page.QuerySelectorAll(".rights-lines > li");
                Assert.Equal(Rights.Current.For(who).Count(), lines.Length);
                Assert.Contains(call, stranger.Page.QuerySelector(".rights-lines")!.TextContent, StringComparison.Ordinal);
                Assert.InRange(stranger.Page.QuerySelectorAll(".rights-may > li").Length, 8, 10);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Whoever_reads_about_rights_leaves_nothing_in_any_trail_D12(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var jayden = await running.AsAsync("jayden");
        var before = await Trails.IsWholeAsync(running.Places);
        foreach (var page in new[] { "/rights", "/rights/child", "/rights/young", "/rights/older", "/rights/parent" })
        {
            await jayden.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, jayden.Status);
        }

        Assert.Equal(before, await Trails.IsWholeAsync(running.Places));
        await jayden.GetAsync("/tables");
        Assert.NotEqual(before, await Trails.IsWholeAsync(running.Places));
    }

    [Fact]
    public void Ages_numbers_and_addresses_stand_in_one_dated_file_inside_the_program_R116()
    {
        var rights = Rights.Current;
        Assert.Equal("juridisch nakijken", rights.Legal);
        Assert.True(rights.CheckedOn > new DateOnly(2026, 1, 1) && rights.Source.Length > 0);
        Assert.All(rights.Lines, line => Assert.True(line.Source.Length > 0 && line.CheckedOn > new DateOnly(2026, 1, 1) && line.For.Count > 0, line.Key));

        Assert.True(rights.Duty is { Source.Length: > 0 } duty && duty.Since < duty.WeighingSince && duty.WeighingSince < duty.CheckedOn);
        Assert.Equal("112", rights.Danger);
        Assert.Equal(rights.Lines.Min(line => line.CheckedOn), rights.AllCheckedOn);

        // The ages follow upon each other, up to 18, and the youngest and everybody else have somebody to call.
        Assert.Equal([0, 12, 16], rights.Groups.Select(group => group.From));
        Assert.Equal([11, 15, 17], rights.Groups.Select(group => group.To));
        Assert.All(Enum.GetValues<RightsFor>(), who => Assert.Contains(rights.For(who), line => line is { Key: "Trusted", Number: not null }));
    }

    [Fact]
    public async Task No_setting_of_a_house_hides_or_changes_a_number_R116()
    {
        await using var running = await Running.StartAsync();
        using var stranger = running.Stranger();
        await stranger.GetAsync("/nl/rights");
        foreach (var line in Rights.Current.Lines.Where(line => line.Number is not null))
        {
            Assert.Contains(line.Name!, stranger.Page.QuerySelector(".rights-lines")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(stranger.Page.QuerySelector($"a[href='tel:{line.Number!.Replace(" ", "", StringComparison.Ordinal)}']"));
        }

        // The file lies inside the program: beside it is none that a house could change.
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(typeof(Rights).Assembly.Location)!, "rights*.json", SearchOption.AllDirectories));
    }
}
