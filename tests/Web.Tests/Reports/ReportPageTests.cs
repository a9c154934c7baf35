using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Reports;

/// <summary>A professional passes something on all the same: the family reads it first, answers as large, and is asked afterwards what it did (P21).</summary>
public sealed class ReportPageTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Samira_writes_a_letter_with_labels_Esra_answers_in_it_and_says_afterwards_what_it_did_R37_R62_R63_N10(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var samira = await running.AsAsync("samira");
        using var esra = await running.AsAsync("esra");
        await samira.GetAsync(esra.Table);
        var sentence = await Things.LayAsync(samira, "statement", "Amir zat om elf uur buiten.", ("know", "WasThere"), ("about", await samira.SeatAsync("Esra")));
        var thought = await Things.LayAsync(samira, "statement", "Amir slaapt te weinig.", ("know", "Think"), ("about", await samira.SeatAsync("Esra")));
        await samira.GetAsync(samira.Table + "/frames");
        await samira.GetAsync(samira.Page.QuerySelector("main a[href$='/reports/new']")!.GetAttribute("href")!);

        // Her duty is explained there, as hers (R61).
        Assert.Contains("Dit programma neemt die plicht niet over.", samira.Page.QuerySelector("main details")!.TextContent, StringComparison.Ordinal);
        var about = await samira.SeatAsync("Esra");
        await samira.GetAsync(samira.Table + "/reports/new");

        // One small question at a time. Without how the family heard of it there is no letter, and nothing typed is lost.
        await samira.PressAsync("form.composer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.NotNull(samira.Page.QuerySelector("#thing-error"));
        await samira.PressAsync("form.composer", ("thing", Id(sentence)), ("thing", Id(thought)));
        await samira.PressAsync("form.composer", ("heard-words", "Zondag, bij Esra thuis."));
        Assert.NotNull(samira.Page.QuerySelector("#about-error"));
        Assert.Equal("Zondag, bij Esra thuis.", samira.Page.QuerySelector("#heard-words")!.TextContent);
        await samira.PressAsync("form.composer", ("about", about), ("heard-words", " "));
        Assert.Contains("Vertel het eerst", samira.Page.QuerySelector("#heard-words-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(samira.Page.QuerySelector($"input[name=about][value='{about}'][checked]"));
        await samira.PressAsync("form.composer", ("heard-words", "Zondag, bij Esra thuis."));
        await samira.PressAsync("form.composer", ("offered-words", "Een oppas. Dat wil Esra wel."), ("keeps-words", "Ik kom elke week."));

        // Whoever goes away finds it again: by its words, and where it begins.
        await samira.GetAsync("/drafts");
        Assert.Contains(samira.Page.QuerySelectorAll("li.sheet .said"), said => said.TextContent is "Zondag, bij Esra thuis." or "Ik kom elke week.");
        await samira.GetAsync(esra.Table + "/reports/new");
        await samira.GetAsync(samira.Page.QuerySelector("main aside a[href^='/drafts/']")!.GetAttribute("href")!);
        Assert.Null(samira.Page.QuerySelector("main aside"));

        // She goes back to look, and all of it stands there still.
        await samira.PressAsync("form.composer", ("back", "Sentences"), ("to", "Veilig Thuis"));
        Assert.Equal(2, samira.Page.QuerySelectorAll("input[name=thing][checked]").Length);
        await samira.PressAsync("form.composer");
        await samira.PressAsync("form.composer");
        Assert.Equal("Ik kom elke week.", samira.Page.QuerySelector("#keeps-words")!.TextContent);
        await samira.PressAsync("form.composer");
        Assert.Equal("Veilig Thuis", samira.Page.QuerySelector("#to")!.GetAttribute("value"));
        await samira.PressAsync("form.composer");
        Assert.NotNull(samira.Page.QuerySelector("#why-words-error"));
        await samira.PressAsync("form.composer", ("why-words", "Het stopt niet."));

        // She reads it over as others will read it, changes one thing, and comes back to it; nothing is on the table until then.
        var over = samira.Page.QuerySelector(".letter")!.TextContent;
        foreach (var words in new[] { "Veilig Thuis", "Zondag, bij Esra thuis.", "Het stopt niet.", "Amir zat om elf uur buiten.", "Amir slaapt te weinig.", "Een oppas.", "Ik kom elke week." })
        {
            Assert.Contains(words, over, StringComparison.Ordinal);
        }

        await esra.GetAsync(esra.Table + "/frames");
        Assert.DoesNotContain("Veilig Thuis”", esra.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(esra.Page.QuerySelector("main a[href*='/reports/']"));
        await samira.PressAsync("form.composer", ("back", "Help"));
        await samira.PressAsync("form.composer", ("keeps-words", "Ik kom elke dinsdag."));
        await samira.PressAsync("form.composer");
        Assert.Contains("Ik kom elke dinsdag.", samira.Page.QuerySelector(".letter")!.TextContent, StringComparison.Ordinal);
        await samira.PressAsync("form.composer");
        var letter = samira.Path;
        Assert.Matches("/reports/[0-9a-f-]{36}$", letter);
        Assert.Equal(["Wat ik zelf zag of hoorde", "Wat ik vermoed"], samira.Page.QuerySelectorAll(".letter section > h2").Select(head => head.TextContent));
        Assert.Contains("Esra zei hier nog niets op. Dat is geen ja en geen nee.", samira.Page.QuerySelector(".letter")!.TextContent, StringComparison.Ordinal);

        // She is told where it lies, and answers; it stands in the letter as large.
        await esra.GetAsync(esra.Table);
        Assert.NotNull(esra.Page.QuerySelector(".news a[href$='/frames']"));

        // However often she comes by: until she says something of it, it stands before her.
        await esra.GetAsync(esra.Table);
        Assert.Contains("Samira schreef een brief waar jij in staat.", esra.Page.QuerySelector($".sheet-waits:has(a[href='{letter}'])")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(letter);
        await esra.GetAsync(esra.Page.QuerySelector("main .actions a[href$='/answer']")!.GetAttribute("href")!);
        await esra.PressAsync("form.composer", ("words", "Zo erg is het niet. Ik wil die oppas."));
        Assert.Equal(letter, esra.Path);
        await esra.GetAsync(esra.Table);
        Assert.Null(esra.Page.QuerySelector($".sheet-waits:has(a[href='{letter}'])"));
        await esra.GetAsync(letter);
        Assert.Contains("“Zo erg is het niet. Ik wil die oppas.”", esra.Page.QuerySelector(".letter")!.TextContent, StringComparison.Ordinal);
        await esra.GetAsync(Thing(letter) + "/what-it-did");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);

        // Nobody else at the table has it: not grandmother, not who is no member.
        using var fatma = await running.AsAsync("fatma");
        using var stranger = await running.AsAsync("jayden");
        foreach (var other in new[] { fatma, stranger })
        {
            await other.GetAsync(letter);
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
            await other.GetAsync(esra.Table + "/reports/new");
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }

        // It went out on paper; now the family is asked what it did, and she keeps what she said she would do.
        await samira.GetAsync(Thing(letter) + "/passed-on");
        await samira.PressAsync("form.composer");
        Assert.Contains("gaf dit door op", samira.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(samira.Page.QuerySelector("main a[href$='/take-back']"));
        await esra.GetAsync(letter);
        await esra.GetAsync(esra.Page.QuerySelector("main .actions a[href$='/what-it-did']")!.GetAttribute("href")!);
        await esra.PressAsync("form.composer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        await esra.PressAsync("form.composer", ("words", "Niemand vraagt mij iets."), ("trust-words", "Minder."));
        var main = esra.Page.QuerySelector("main")!.TextContent;
        Assert.Contains("“Niemand vraagt mij iets.”", main, StringComparison.Ordinal);
        Assert.Contains("“Minder.”", main, StringComparison.Ordinal);
        await samira.GetAsync(Thing(letter) + "/what-came");
        await samira.PressAsync("form.composer", ("words", "Er komt een oppas."));
        Assert.Contains("“Er komt een oppas.”", samira.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]+ ?%|score|cijfer", main);
    }

    [Fact]
    public async Task Who_wrote_nothing_here_begins_there_and_a_mother_passes_nothing_on_R61()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        await esra.GetAsync(table + "/reports/new");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        await esra.PostAsync(table + "/reports/new", [await esra.ProofAsync(), KeyValuePair.Create("step", "Letter"), KeyValuePair.Create("to", "Veilig Thuis")]);
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        await bo.GetAsync(table + "/reports/new");
        Assert.True(bo.Page.QuerySelector("main a[href$='/lay?what=statement']") is not null || bo.Page.QuerySelector("form.composer") is not null);
    }

    private static string Id(string thing) => thing.Split('/')[^1];

    private static string Thing(string letter) => letter.Replace("/reports/", "/things/", StringComparison.Ordinal);
}
