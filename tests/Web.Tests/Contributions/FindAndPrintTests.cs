using System.Net;
using System.Text;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Contributions;

public sealed class FindAndPrintTests
{
    [Fact]
    public async Task Words_are_found_in_what_one_may_read_large_or_small_with_or_without_accents()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        await esra.GetAsync(table + "/find");
        Assert.Empty(esra.Page.QuerySelectorAll("article"));
        await esra.PressGetAsync(table, "SLAAP beter");
        var found = Assert.Single(esra.Page.QuerySelectorAll("article"));
        Assert.Contains("Ik slaap beter.", found.TextContent, StringComparison.Ordinal);
        await esra.PressGetAsync(table, "wekkér");
        Assert.Contains("De wekker gaat", esra.Html, StringComparison.Ordinal);
        await esra.PressGetAsync(table, "xyzzy");
        Assert.Empty(esra.Page.QuerySelectorAll("article"));
        Assert.Equal(HttpStatusCode.OK, esra.Status);
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%F0%9F%8E%A0")]
    [InlineData("%ED%A0%80")]
    [InlineData("%3Cscript%3E")]
    [InlineData("a&page=-1")]
    [InlineData("a&page=99999999999999")]
    [InlineData("a&page=2147483647")]
    public async Task No_question_breaks_it(string question)
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/find?q=" + question);
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        Assert.DoesNotContain("<script>", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_looked_for_is_kept_nowhere()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.PressGetAsync(esra.Table, "zoekgeheim");
        foreach (var file in Directory.EnumerateFiles(running.Places.DataFolder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes("zoekgeheim")) < 0, file);
        }
    }

    [Fact]
    public async Task What_was_found_comes_in_pages_of_sixty_and_paper_has_it_all()
    {
        await using var running = await Running.StartAsync();
        using var noor = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        var table = noor.Table;
        for (var i = 0; i < 70; i++)
        {
            var by = i < 40 ? noor : amir;
            await by.GetAsync(table + "/lay?what=help");
            await by.PressAsync("form.composer", ("words", $"Marsepein {i}"));
        }

        await noor.PressGetAsync(table, "marsepein");
        Assert.Equal(60, noor.Page.QuerySelectorAll("article").Length);
        await noor.GetAsync(noor.Page.QuerySelector("a[href*='page=2']")!.GetAttribute("href")!);
        Assert.Equal(10, noor.Page.QuerySelectorAll("article").Length);
        Assert.Null(noor.Page.QuerySelector("a[href*='page=3']"));
        await noor.GetAsync(table + "/print");
        Assert.All(Enumerable.Range(0, 70), i => Assert.Contains($"“Marsepein {i}”", noor.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Paper_has_kinds_sources_dates_and_answers_R35()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        Assert.NotNull(esra.Page.QuerySelector($"a[href='{esra.Table}/print']"));
        await esra.GetAsync(esra.Table + "/print");
        var statement = esra.Page.QuerySelectorAll("article.statement").First(one => one.TextContent.Contains("vier keer te laat", StringComparison.Ordinal));
        Assert.Equal("feit, zegt Bo", statement.QuerySelector(".kind")!.TextContent.Trim());
        Assert.Contains("was erbij", statement.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lina wilde haar schoenen niet aan.", statement.TextContent, StringComparison.Ordinal);
        Assert.Empty(esra.Page.QuerySelectorAll("main details"));
        Assert.Contains("Dit is wat Esra mag lezen", esra.Html, StringComparison.Ordinal);
    }
}

/// <summary>Looking for words as a browser does it.</summary>
internal static class Looking
{
    /// <summary>Fills in the form and presses.</summary>
    public static async Task PressGetAsync(this Visitor visitor, string table, string question)
    {
        await visitor.GetAsync(table + "/find");
        var form = visitor.Page.QuerySelector("form[role=search]")!;
        Assert.Equal("get", form.GetAttribute("method"));
        await visitor.GetAsync(form.GetAttribute("action") + "?q=" + Uri.EscapeDataString(question));
    }
}
