using System.Net;
using System.Text.RegularExpressions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Docs;

/// <summary>The ten questions that readers of the vision would ask at a demonstration are answered by showing the product.</summary>
public sealed partial class TenQuestionsTests
{
    [Fact]
    public async Task Each_of_the_ten_questions_is_answered_by_the_page_that_the_document_names()
    {
        await using var running = await Running.StartAsync();
        var rows = Row().Matches(Repository.Read("docs/ten-questions.md")).ToList();
        Assert.Equal(Enumerable.Range(1, 10), rows.Select(row => int.Parse(row.Groups["nth"].Value, System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var row in rows)
        {
            var who = row.Groups["who"].Value;
            using var visitor = who == "nobody" ? running.Stranger() : await running.AsAsync(who);
            await visitor.GetAsync((row.Groups["table"].Success ? visitor.Table : "") + row.Groups["page"].Value);
            if (row.Groups["there"].Success)
            {
                await visitor.GetAsync(visitor.Page.QuerySelector($"main a[href*='{row.Groups["there"].Value}']")!.GetAttribute("href")!);
            }

            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            Assert.Contains(row.Groups["says"].Value, visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"^\| (?<nth>\d+) \| [^|]+\? \| (?<who>\w+) \| (?<table>the table)?(?:`(?<page>[^`]*)`)?(?:, and there `(?<there>[^`]*)`)? \| (?<says>[^|]+?) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
