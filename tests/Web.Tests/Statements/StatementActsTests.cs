using System.Net;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Statements;

public sealed class StatementActsTests
{
    public static TheoryData<Database> Both => Databases.Both;

    private static readonly string[] Acts = ["source", "read-as", "kind", "correct", "find-out", "found", "means"];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_stranger_finds_none_of_the_pages_and_can_send_nothing(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        using var noor = await running.AsAsync("noor");
        using var nobody = running.Stranger();
        var address = await bo.LaySentenceAsync(bo.Table, "De deur stond open.", about: "Esra");
        await noor.GetAsync(noor.Table + "/lay");
        var proof = noor.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!;
        foreach (var act in Acts)
        {
            await noor.GetAsync($"{address}/{act}");
            Assert.Equal(HttpStatusCode.NotFound, noor.Status);
            await noor.PostAsync($"{address}/{act}", [new("proof", proof), new("words", "x"), new("reason", "x"), new("kind", "Opinion"), new("agrees", "yes")]);
            Assert.Equal(HttpStatusCode.NotFound, noor.Status);
            await nobody.GetAsync($"{address}/{act}");
            Assert.EndsWith("/sign-in", nobody.Path, StringComparison.Ordinal);
        }

        await bo.GetAsync(address);
        Assert.DoesNotContain("“x”", bo.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Only_the_author_corrects_or_changes_the_kind_and_only_others_read_it_otherwise_R33_R34_R36(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        using var esra = await running.AsAsync("esra");
        var address = await bo.LaySentenceAsync(bo.Table, "De deur stond open.", about: "Esra");
        await RefusedAsync(esra, address, "correct", ("words", "De deur was dicht."), ("reason", "omdat"), ("seen", "0"));
        await RefusedAsync(esra, address, "kind", ("kind", "Opinion"), ("reason", "omdat"), ("seen", "0"));
        await RefusedAsync(esra, address, "source", ("agrees", "yes"));
        await RefusedAsync(bo, address, "read-as", ("kind", "Opinion"), ("reason", "omdat"));

        await DoAsync(esra, address, "read-as", ("kind", "Opinion"), ("reason", "Het ging over één keer."));
        Assert.Contains("Esra ziet dit als een mening.", esra.Html, StringComparison.Ordinal);
        Assert.Equal("feit, zegt Bo", esra.Page.QuerySelector(".statement .kind")!.TextContent);

        await DoAsync(bo, address, "kind", ("kind", "Opinion"), ("reason", "Ik zag het niet zelf."));
        Assert.Equal("mening, zegt Bo", bo.Page.QuerySelector(".statement .kind")!.TextContent);
        Assert.Contains("Was eerst feit.", bo.Html, StringComparison.Ordinal);

        await DoAsync(bo, address, "correct", ("words", "De deur stond op een kier."), ("reason", "preciezer"));
        await esra.GetAsync(address);
        Assert.Equal("“De deur stond open.”", esra.Page.QuerySelector("del")!.TextContent);
        Assert.Equal("“De deur stond op een kier.”", esra.Page.QuerySelector(".half .said")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_it_means_stands_beside_what_it_means_to_others_INV20_R39(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        using var amir = await running.AsAsync("amir");
        var address = await bo.LaySentenceAsync(bo.Table, "De deur stond open.");
        await DoAsync(bo, address, "means", ("words", "Ik schrok."));
        await DoAsync(amir, address, "means", ("words", "Ik kon weg."));
        Assert.Equal(["“Ik schrok.”", "“Ik kon weg.”"], amir.Page.QuerySelectorAll(".readings .said").Select(said => said.TextContent));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_was_found_out_is_a_new_sentence_with_its_own_kind_and_source_R38(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        using var esra = await running.AsAsync("esra");
        var address = await bo.LaySentenceAsync(bo.Table, "De deur staat vaak open.", "Think");
        await esra.GetAsync(address + "/find-out");
        var fatma = esra.Page.QuerySelectorAll("label.tile").First(tile => tile.TextContent.Contains("Fatma", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
        await MendAsync(esra, "who", ("before", "2099-01-01"));
        await MendAsync(esra, "before", ("who", fatma), ("before", "2020-01-01"));
        Assert.Equal("2020-01-01", esra.Page.QuerySelector("#before")!.GetAttribute("value"));
        await esra.PressAsync("form.composer", ("before", "2099-01-01"));
        Assert.Contains("Fatma zoekt dit uit, vóór 1 januari 2099.", esra.Html, StringComparison.Ordinal);

        // Two at once: the second finds it done already and keeps what was chosen.
        await esra.GetAsync(address + "/find-out");
        await esra.PressAsync("form.composer", ("who", fatma), ("before", "2098-01-01"));
        Assert.Equal(HttpStatusCode.Conflict, esra.Status);
        Assert.Equal("2098-01-01", esra.Page.QuerySelector("#before")!.GetAttribute("value"));

        using var gran = await running.AsAsync("fatma");
        using var also = await running.AsAsync("fatma");
        await also.GetAsync(address + "/found");
        await gran.GetAsync(address + "/found");
        await MendAsync(gran, "know", ("words", "Het slot is stuk."));
        Assert.Equal("Het slot is stuk.", gran.Page.QuerySelector("#words")!.TextContent);
        await gran.PressAsync("form.composer", ("know", "WasThere"));
        Assert.Equal(HttpStatusCode.OK, gran.Status);
        Assert.Equal("feit, zegt Fatma", gran.Page.QuerySelectorAll(".statement .kind")[1].TextContent);
        Assert.Contains("Fatma zocht dit uit", gran.Html, StringComparison.Ordinal);
        await also.PressAsync("form.composer", ("words", "Nog een keer."), ("know", "WasThere"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, also.Status);
        Assert.Equal("Nog een keer.", also.Page.QuerySelector("#words")!.TextContent);
        await bo.GetAsync(address);
        Assert.Equal(2, bo.Page.QuerySelectorAll("article.statement").Length);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Mark_sets_Isa_to_find_out_nothing_it_is_said_that_he_asked_and_Ilse_may_rather_not_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        using var ilse = await running.AsAsync("ilse");
        var address = await sanne.LaySentenceAsync(sanne.Table, "Mark kwam te laat.", about: "Mark");
        await mark.GetAsync(address + "/find-out");
        Assert.DoesNotContain(mark.Page.QuerySelectorAll("label.tile"), tile => tile.TextContent.Contains("Isa", StringComparison.Ordinal));
        await mark.PressAsync("form.composer", ("who", Who(mark, "Ilse")), ("before", Ahead.Days(9)));
        Assert.Equal(HttpStatusCode.OK, mark.Status);
        await ilse.GetAsync(address);
        Assert.Contains("Ilse zoekt dit uit", ilse.Html, StringComparison.Ordinal);
        Assert.Contains("Mark vroeg dat.", ilse.Html, StringComparison.Ordinal);
        await ilse.GetAsync(ilse.Page.QuerySelectorAll("main a[href$='/find-out']").Single(link => link.TextContent == "Ik zoek dit liever niet uit").GetAttribute("href")!);
        await ilse.PressAsync("form.composer", ("who", Who(ilse, "Sanne")), ("before", Ahead.Days(9)));
        Assert.Equal(HttpStatusCode.OK, ilse.Status);
        await sanne.GetAsync(address);
        Assert.Contains("Sanne zoekt dit uit", sanne.Html, StringComparison.Ordinal);

        static string Who(Visitor visitor, string name) =>
            visitor.Page.QuerySelectorAll("label.tile").Single(tile => tile.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Broken_input_is_said_beside_the_field_and_every_word_stays(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        using var esra = await running.AsAsync("esra");
        var address = await bo.LaySentenceAsync(bo.Table, "De deur stond open.", about: "Esra");
        await bo.GetAsync(address + "/correct");
        await MendAsync(bo, "reason", ("words", "De deur stond op een kier."));
        Assert.Equal("De deur stond op een kier.", bo.Page.QuerySelector("#words")!.TextContent);
        await MendAsync(bo, "words", ("words", " "), ("reason", "preciezer"));
        Assert.Equal("preciezer", bo.Page.QuerySelector("#reason")!.TextContent);
        await MendAsync(bo, "words", ("words", new string('x', 4001)), ("reason", "preciezer"));
        await bo.GetAsync(address + "/kind");
        await MendAsync(bo, "kind", ("reason", "omdat"));
        await MendAsync(bo, "reason", ("kind", "Opinion"), ("reason", ""));
        Assert.True(bo.Page.QuerySelector("input[value=Opinion]")!.HasAttribute("checked"));
        await esra.GetAsync(address + "/read-as");
        await MendAsync(esra, "kind", ("reason", "omdat"), ("kind", "9"));
        await esra.GetAsync(address + "/means");
        await MendAsync(esra, "words", ("words", ""));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_author_who_corrects_while_another_answers_loses_nothing_and_nor_does_the_other(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var address = await bo.LaySentenceAsync(bo.Table, "De deur stond open.", about: "Esra");
        await bo.GetAsync(address + "/correct");
        await esra.GetAsync(address + "/answer");
        await fatma.GetAsync(address + "/read-as");
        await Task.WhenAll(
            bo.PressAsync("form.composer", ("words", "De deur stond op een kier."), ("reason", "preciezer")),
            esra.PressAsync("form.composer", ("words", "Dat klopt niet.")),
            fatma.PressAsync("form.composer", ("kind", "Opinion"), ("reason", "Niemand keek op de klok.")));
        await bo.GetAsync(address);
        foreach (var words in new[] { "De deur stond op een kier.", "De deur stond open.", "Dat klopt niet.", "Niemand keek op de klok." })
        {
            Assert.Contains(words, bo.Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_author_in_two_windows_sees_both_sentences_and_then_chooses(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var one = await running.AsAsync("bo");
        using var two = await running.AsAsync("bo");
        var address = await one.LaySentenceAsync(one.Table, "De deur stond open.");
        await one.GetAsync(address + "/correct");
        await two.GetAsync(address + "/correct");
        await one.PressAsync("form.composer", ("words", "De deur stond op een kier."), ("reason", "preciezer"));
        await two.PressAsync("form.composer", ("words", "De deur was dicht."), ("reason", "vergist"));
        Assert.Equal(HttpStatusCode.Conflict, two.Status);
        Assert.Equal(["“De deur stond op een kier.”", "“De deur was dicht.”"], two.Page.QuerySelectorAll(".side-by-side .said").Select(said => said.TextContent));
        Assert.Equal("De deur was dicht.", two.Page.QuerySelector("#words")!.TextContent);
        await two.PressAsync("form.composer");
        Assert.Equal(HttpStatusCode.OK, two.Status);
        Assert.Equal(["“De deur stond open.”", "“De deur stond op een kier.”"], two.Page.QuerySelectorAll("del").Select(was => was.TextContent));

        await one.GetAsync(address + "/kind");
        await two.GetAsync(address + "/kind");
        await one.PressAsync("form.composer", ("kind", "Opinion"), ("reason", "Ik vond het."));
        await two.PressAsync("form.composer", ("kind", "Suspicion"), ("reason", "Ik dacht het."));
        Assert.Equal(HttpStatusCode.Conflict, two.Status);
        Assert.Contains("“Ik vond het.”", two.Html, StringComparison.Ordinal);
        Assert.Equal("Ik dacht het.", two.Page.QuerySelector("#reason")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_source_says_yes_or_rather_not_and_reads_again_after_a_correction_D9(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        using var fatma = await running.AsAsync("fatma");
        using var esra = await running.AsAsync("esra");
        var address = await bo.LaySentenceAsync(bo.Table, "Fatma zag licht branden.", "WasTold", source: "Fatma");
        await RefusedAsync(bo, address, "source", ("agrees", "yes"));
        await fatma.GetAsync(address + "/source");
        await fatma.PressAsync("form[action$='/source']", "no");
        Assert.Contains("Jij zei: liever niet.", fatma.Html, StringComparison.Ordinal);
        await bo.GetAsync(address);
        Assert.Contains("Fatma vindt dat dit hier niet zo mag staan.", bo.Html, StringComparison.Ordinal);
        await DoAsync(bo, address, "correct", ("words", "Fatma zag eens licht branden."), ("reason", "Het was één keer."));
        await fatma.GetAsync(address + "/source");
        await fatma.PressAsync("form[action$='/source']", "yes");
        await esra.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, esra.Status);

        // A second press finds it done.
        await bo.GetAsync(bo.Table + "/lay");
        await DoAsync(bo, address, "correct", ("words", "Fatma zag vaak licht branden."), ("reason", "Toch vaker."));
        await esra.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        using var also = await running.AsAsync("fatma");
        await also.GetAsync(address + "/source");
        await fatma.GetAsync(address + "/source");
        await fatma.PressAsync("form[action$='/source']", "yes");
        await also.PressAsync("form[action$='/source']", "yes");
        Assert.Equal(HttpStatusCode.Conflict, also.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Each_person_it_is_about_has_an_own_half_and_a_child_tells_without_being_sorted_INV18(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        var composer = await amir.GetAsync(amir.Table + "/lay?what=statement");
        Assert.Null(composer.QuerySelector("[name=know]"));
        await amir.PressOnlyAsync(
            "form.composer", ("what", "Statement"), ("last", "yes"), ("words", "Wij aten pannenkoeken."), ("about", composer.SeatOf("Esra")), ("about", composer.SeatOf("Lina")),
            ("about", composer.SeatOf("Fatma")));
        var address = amir.AddressOf("Wij aten pannenkoeken.");
        await esra.GetAsync(address);
        Assert.Equal(4, esra.Page.QuerySelectorAll(".statement .pair > .half").Length);
        Assert.Equal("zo vertelt Amir het", esra.Page.QuerySelector(".kind")!.TextContent);
        await RefusedAsync(amir, address, "kind", ("kind", "Fact"), ("reason", "omdat"), ("seen", "0"));
        await amir.GetAsync(address);
        Assert.Null(amir.Page.QuerySelector("a[href$='/kind']"));
    }

    private static async Task DoAsync(Visitor by, string address, string act, params (string Name, string? Value)[] typed)
    {
        await by.GetAsync($"{address}/{act}");
        await by.PressAsync("form.composer", typed);
        Assert.Equal((HttpStatusCode.OK, address), (by.Status, by.Path));
    }

    private static async Task RefusedAsync(Visitor by, string address, string act, params (string Name, string Value)[] typed)
    {
        await by.GetAsync($"{address}/{act}");
        Assert.Equal(HttpStatusCode.NotFound, by.Status);
        await by.GetAsync(by.Table + "/lay");
        var proof = by.Page.QuerySelector("input[name=proof]")!.GetAttribute("value")!;
        await by.PostAsync($"{address}/{act}", [new("proof", proof), .. typed.Select(one => KeyValuePair.Create(one.Name, one.Value))]);
        Assert.Equal(HttpStatusCode.NotFound, by.Status);
    }

    private static async Task MendAsync(Visitor by, string field, params (string Name, string? Value)[] typed)
    {
        await by.PressAsync("form.composer", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, by.Status);
        var error = by.Page.QuerySelector($"#{field}-error");
        Assert.True(error is not null, $"nothing is said beside {field} on {by.Path}: {by.Page.QuerySelector("[role=alert]")?.TextContent}");
        Assert.Contains($"{field}-error", by.Page.QuerySelector("#" + field)!.GetAttribute("aria-describedby") ?? "", StringComparison.Ordinal);
        Assert.NotEmpty(by.Page.QuerySelectorAll("[aria-invalid=true]"));
        Assert.Equal("#" + field, by.Page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
    }
}
