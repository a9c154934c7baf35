using System.Net;
using System.Text.RegularExpressions;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Reflections;

/// <summary>Sanne wants Ilse as her face. Mark, who hosts too, does not.</summary>
public sealed partial class OwnPartTests
{
    private const string OfMark = "Isa was om vijf uur thuis.";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Mark_says_no_twice_and_Sanne_keeps_Ilse_with_a_colleague_and_no_page_of_hers_differs_by_it_T20_D8_D29(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        using var ilse = await running.AsAsync("ilse");
        using var dennis = await running.AsAsync("dennis");
        var table = sanne.Table;
        var face = table + "/face";
        var guest = await sanne.SeatAsync("Ilse");
        List<string> pages =
        [
            "/tables", table, table + "/list", face, face + "/stop", $"{table}/people/{guest}", table + "/talks", table + "/who", table + "/lay?what=worry", table + "/plan",
            table + "/read-by", table + "/print",
        ];
        await sanne.GetAsync(face);
        await sanne.PressAsync("form[action$='/face/ask']", ("who", guest));
        await ilse.GetAsync(face + "/colleague");
        await ilse.PressAsync("form.composer", ("name", "Dennis"), ("what-words", "werkt met jongeren"), ("words", "Dennis vraagt door."), ("sign-in", "dennis"));
        Assert.Equal(HttpStatusCode.OK, ilse.Status);

        // The first no: he reads before it who reads it, and after it what he said.
        await LookAsync(sanne, pages);
        var before = await LookAsync(sanne, pages);
        await mark.GetAsync(face);
        Assert.Contains("Dan leest Ilse dat het van jou komt. Anderen van het gezin lezen dat niet.", mark.Html, StringComparison.Ordinal);
        await mark.PressAsync("form[action$='/face/agree']", "no");
        Assert.Contains("Je zei: niet voor mij. Wat jij zegt, gaat niet naar Dennis.", mark.Html, StringComparison.Ordinal);
        Assert.Null(mark.Page.QuerySelector("form[action$='/face/agree']"));
        Assert.Equal(before, await LookAsync(sanne, pages));
        await ilse.GetAsync(face);
        Assert.Contains("Mark wil liever niet dat Dennis meekijkt.", ilse.Html, StringComparison.Ordinal);
        Assert.Contains("Anderen van het gezin lezen dit niet.", ilse.Html, StringComparison.Ordinal);

        await sanne.GetAsync(face);
        await sanne.PressAsync("form[action$='/face/agree']", "yes");
        await dennis.GetAsync(table + "/along");
        await dennis.PressAsync($"form[action='{table}/along']", "yes");
        Assert.Equal(HttpStatusCode.OK, dennis.Status);
        var sentence = await mark.LayAsync("statement", OfMark, ("know", "WasThere"));
        await ilse.GetAsync(face + "/new");
        await ilse.PressAsync("form.composer", ("words", "Is vrijdag te laat?"), ("thing", sentence.Split('/')[^1]));
        Assert.Equal(HttpStatusCode.OK, ilse.Status);
        var id = ilse.Path.Split('/')[^1];
        pages.Add($"{table}/reflections/{id}");
        await mark.GetAsync(face);
        await mark.PressAsync("form[action$='/face/for-me']");
        await sanne.GetAsync(pages[^1]);
        await sanne.PressAsync("form[action$='/let-read']");
        await mark.GetAsync(pages[^1]);
        await mark.PressAsync("form[action$='/let-mine']");
        await dennis.GetAsync($"{table}/along/{id}");
        Assert.Contains(OfMark, dennis.Html, StringComparison.Ordinal);

        // The second no: to the face. What is his goes along no more.
        await LookAsync(sanne, pages);
        before = await LookAsync(sanne, pages);
        await mark.GetAsync(face + "/stop");
        Assert.Contains("Ilse leest wel dat het van jou komt. Anderen van het gezin lezen dat niet.", mark.Html, StringComparison.Ordinal);
        await mark.PressAsync("main form[action$='/face/stop']", "face");
        Assert.Contains("Je zei: niet voor mij.", mark.Html, StringComparison.Ordinal);
        Assert.Equal(before, await LookAsync(sanne, pages));
        await dennis.GetAsync($"{table}/along/{id}");
        Assert.Equal(HttpStatusCode.OK, dennis.Status);
        Assert.DoesNotContain(OfMark, dennis.Html, StringComparison.Ordinal);
        await sanne.GetAsync(face);
        Assert.Contains("Ilse is het vaste gezicht. Dennis, werkt met jongeren, kijkt mee sinds", sanne.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Mark", sanne.Page.QuerySelector("section[aria-labelledby^='now']")!.TextContent, StringComparison.Ordinal);
        await ilse.GetAsync(face);
        Assert.Contains("Je bent niet het vaste gezicht van Mark.", ilse.Html, StringComparison.Ordinal);
        using var theo = await running.AsAsync("theo");
        using var isa = await running.AsAsync("isa");
        foreach (var other in new[] { theo, isa, dennis })
        {
            await other.GetAsync(other == dennis ? table + "/along" : face);
            Assert.DoesNotContain("niet het vaste gezicht van", other.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("niet voor mij", other.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        // He can take it back with one press, and what he let go along goes along again. What Dennis and Ilse read meanwhile is counted on a page of hers.
        before = await LookAsync(sanne, pages);
        await mark.GetAsync(face);
        Assert.Null(mark.Page.QuerySelector($"main a[href='{face}/stop']"));
        await mark.PressAsync("form[action$='/face/for-me']");
        Assert.Equal(HttpStatusCode.OK, mark.Status);
        Assert.NotNull(mark.Page.QuerySelector($"main a[href='{face}/stop']"));
        Assert.Equal(before, await LookAsync(sanne, pages));
        await dennis.GetAsync($"{table}/along/{id}");
        Assert.Contains(OfMark, dennis.Html, StringComparison.Ordinal);
    }

    // What somebody gets of each page: ids by the order in which they stand there, and without what proves that a form is ours.
    private static async Task<string> LookAsync(Visitor who, IReadOnlyList<string> pages)
    {
        var all = new List<string>();
        foreach (var page in pages)
        {
            await who.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, who.Status);
            var ids = new Dictionary<string, string>();
            all.Add(page + "\n" + Id().Replace(Proof().Replace(who.Html, ""), id => ids.TryGetValue(id.Value, out var known) ? known : ids[id.Value] = $"#{ids.Count}"));
        }

        return string.Join("\n\n", all);
    }

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"")]
    private static partial Regex Proof();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
