using System.Net;
using AngleSharp.Dom;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Statements;

public sealed class TravelsWithItsKindTests
{
    public static TheoryData<Database> Both => Databases.Both;

    private sealed record Marked(string Words, string Kind, string Source, string Answer, string Address);

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Wherever_a_sentence_goes_its_kind_source_and_answer_go_with_it_R35_INV16(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        using var amir = await running.AsAsync("amir");
        using var samira = await running.AsAsync("samira");
        var table = esra.Table;
        List<Marked> all =
        [
            await LayAsync(bo, table, "merkfeit", "feit, zegt Bo", "was erbij", "WasThere"),
            await LayAsync(bo, table, "merkverteld", "vermoeden, zegt Bo", "Fatma vertelde het", "WasTold", source: "Fatma"),
            await LayAsync(bo, table, "merkburen", "vermoeden, zegt Bo", "een buur vertelde het", "WasTold", told: "een buur"),
            await LayAsync(bo, table, "merkbrief", "vermoeden, zegt Bo", "las het in: de brief", "HaveRead", read: "de brief"),
            await LayAsync(bo, table, "merkdenk", "vermoeden, zegt Bo", "denkt het", "Think"),
            await LayAsync(bo, table, "merkvind", "mening, zegt Bo", "vindt het", "Find"),
            await LayAsync(amir, table, "merkkind", "zo vertelt Amir het", "vertelt het zelf", null),
        ];
        await fatma.GetAsync(all[1].Address + "/source");
        await fatma.PressAsync("form[action$='/source']", "yes");
        foreach (var one in all)
        {
            await esra.GetAsync(one.Address + "/answer");
            await esra.PressAsync("form.composer", ("words", one.Answer));
            Assert.Equal(HttpStatusCode.OK, esra.Status);
        }

        var things = all.ConvertAll(one => one.Address);
        foreach (var reader in on == Database.Sqlite ? new[] { esra, fatma, amir, samira, bo } : [esra])
        {
            var seen = all.ToDictionary(one => one.Words, _ => 0);
            var found = 0;
            await running.WalkAsync(reader, table, things, "merk", visitor =>
            {
                foreach (var one in all.Where(one => Check(visitor, one)))
                {
                    seen[one.Words]++;
                    found += visitor.Path.Contains("/find?q=", StringComparison.Ordinal) ? 1 : 0;
                }
            });
            Assert.Equal(all.Count, found);

            // The table, the list, its own page, and a page for each act: fewer means that the walk went past them.
            Assert.All(seen, one => Assert.True(one.Value >= 6, $"{one.Key} was seen on {one.Value} pages only"));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Until_the_named_source_says_yes_nobody_else_sees_it_on_any_page_D9(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        using var fatma = await running.AsAsync("fatma");
        var table = bo.Table;
        var address = await bo.LaySentenceAsync(table, "merkwacht", "WasTold", about: "Esra", source: "Fatma");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(fatma, address)).Status);
        Assert.Contains("merkwacht", fatma.Html, StringComparison.Ordinal);
        foreach (var answer in new[] { null, "no" })
        {
            if (answer is not null)
            {
                await fatma.GetAsync(address + "/source");
                await fatma.PressAsync("form[action$='/source']", answer);
            }

            foreach (var name in new[] { "esra", "amir", "samira", "joris" })
            {
                using var other = await running.AsAsync(name);
                await running.WalkAsync(other, table, [address], "merk", visitor => Assert.DoesNotContain("merkwacht", visitor.Html, StringComparison.Ordinal));
                Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(other, address)).Status);
                Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(other, address + "/source")).Status);
            }
        }

        await fatma.GetAsync(address + "/source");
        await fatma.PressAsync("form[action$='/source']", "yes");
        using var esra = await running.AsAsync("esra");
        Assert.Contains("merkwacht", esra.Html, StringComparison.Ordinal);
    }

    private static async Task<Visitor> GetAsync(Visitor visitor, string address)
    {
        await visitor.GetAsync(address);
        return visitor;
    }

    private static async Task<Marked> LayAsync(
        Visitor by, string table, string words, string kind, string origin, string? know, string? source = null, string? told = null, string? read = null) =>
        new(words, kind, origin, words + "antwoord", await by.LaySentenceAsync(table, words, know, "Esra", source, told, read));

    private static bool Check(Visitor visitor, Marked one)
    {
        if (!visitor.Html.Contains(one.Words, StringComparison.Ordinal))
        {
            return false;
        }

        Assert.DoesNotContain("merk", visitor.Page.Title ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Answer.Headers.Concat(visitor.Answer.Content.Headers), header => string.Concat(header.Value).Contains("merk", StringComparison.Ordinal));
        Assert.All(visitor.Page.QuerySelectorAll("h1, h2, h3, h4, h5, h6"), heading => Assert.DoesNotContain("merk", heading.TextContent, StringComparison.Ordinal));
        Assert.All(
            visitor.Page.All.Where(element => element is not AngleSharp.Html.Dom.IHtmlInputElement).SelectMany(element => element.Attributes),
            attribute => Assert.False(attribute.Value.Contains(one.Words, StringComparison.Ordinal), $"{visitor.Path}: {attribute.Name}"));
        var places = visitor.Page.QuerySelectorAll("main *")
            .Where(element => element is not AngleSharp.Html.Dom.IHtmlTextAreaElement
                && element.ChildNodes.OfType<IText>().Any(text => text.Data.Contains(one.Words, StringComparison.Ordinal) && !text.Data.Contains(one.Answer, StringComparison.Ordinal)))
            .ToList();
        Assert.True(places.Count > 0 || visitor.Page.QuerySelector("textarea") is null || visitor.Status != HttpStatusCode.OK, visitor.Path);
        foreach (var place in places)
        {
            var whole = place.Closest(".statement, .statement-quote");
            Assert.True(whole is not null, $"{visitor.Path} shows the sentence bare");
            Assert.Contains(one.Kind, whole.QuerySelector(".kind")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(one.Source, whole.QuerySelector(".source")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(one.Answer, whole.TextContent, StringComparison.Ordinal);
        }

        return places.Count > 0;
    }
}
