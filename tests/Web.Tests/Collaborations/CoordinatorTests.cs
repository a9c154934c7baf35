using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Collaborations;

public sealed class CoordinatorTests
{
    private const string Direction = "Wat Fatma afspreekt over de week.";
    private const string HandsOver = "Ik bel school niet meer zelf.";

    private static readonly (string Name, string? Value)[] Firm = [("SameAim", "Yes"), ("FitsTogether", "Yes"), ("SamePeople", "NotKnown")];

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_asks_Fatma_who_keeps_the_overview_after_the_yes_of_Amir_on_his_own_page_Lina_and_each_guest_R105_R107_INV67_INV69(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        using var amir = await running.AsAsync("amir");
        using var bo = await running.AsAsync("bo");
        await esra.GetAsync(esra.Table + "/talks");
        await esra.GetAsync(esra.Page.QuerySelector("main a[href$='/coordinator']")!.GetAttribute("href")!);
        Assert.Contains("een tafel kan ook zonder", esra.Html, StringComparison.Ordinal);
        await AskAsync(esra, "Fatma");
        Assert.Contains("Nog niet iedereen heeft ja gezegd.", esra.Html, StringComparison.Ordinal);

        // Until the family said yes the guests know nothing of it.
        await bo.GetAsync(bo.Table);
        Assert.DoesNotContain("overzicht", bo.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await bo.GetAsync(bo.Table + "/coordinator");
        Assert.Contains("Er wordt jou nu niets gevraagd.", bo.Html, StringComparison.Ordinal);

        await fatma.GetAsync(fatma.Table);
        Assert.Contains("Esra vraagt of jij het overzicht wilt houden.", fatma.Html, StringComparison.Ordinal);
        await SayAsync(fatma, "Yes");
        using var lina = await running.AsAsync("lina");
        await SayAsync(lina, "Yes");

        // A child is asked on its own page, in its own words, and answers with one press.
        await amir.GetAsync(amir.Table + "/mine");
        await amir.GetAsync(amir.Page.QuerySelector("main .sheet-waits a[href$='/mine/coordinator']")!.GetAttribute("href")!);
        Assert.Contains("Mag Fatma bijhouden wie wat doet?", amir.Html, StringComparison.Ordinal);
        Assert.Empty(amir.Page.QuerySelectorAll("main textarea, main input:not([type=hidden])"));
        await amir.PressAsync("main form", "Yes");
        Assert.Contains("Jij zei: ja.", amir.Html, StringComparison.Ordinal);

        // It finds back what it said, and can say it otherwise.
        await amir.GetAsync(amir.Table + "/mine");
        Assert.Contains("Mag Fatma bijhouden wie wat doet?", amir.Page.QuerySelector("main .links a[href$='/mine/coordinator']")!.TextContent, StringComparison.Ordinal);
        await amir.GetAsync(amir.Table + "/coordinator");
        Assert.EndsWith("/mine/coordinator", amir.Path, StringComparison.Ordinal);

        var guests = new[] { "samira", "joris", "bo" };
        foreach (var name in guests)
        {
            using var guest = await running.AsAsync(name);
            await guest.GetAsync(esra.Table);
            Assert.NotNull(guest.Page.QuerySelector($"main .sheet-waits a[href='{esra.Table}/coordinator']"));
            await guest.GetAsync(esra.Table + "/coordinator");
            Assert.Contains("Het gezin zei ja.", guest.Html, StringComparison.Ordinal);
            await guest.PressAsync("form[action$='/answer']", ("answer", "Yes"), ("direction-words", Direction), ("hands-over-words", HandsOver));
            Assert.Equal(name == guests[^1], guest.Html.Contains("Fatma houdt het overzicht sinds", StringComparison.Ordinal));
        }

        // In sight for everybody at the table, also what each guest said of it.
        foreach (var reader in new[] { esra, bo, fatma })
        {
            await reader.GetAsync(reader.Table);
            Assert.NotNull(reader.Page.QuerySelector($"main .links a[href='{reader.Table}/coordinator']"));
            await reader.GetAsync(reader.Table + "/who");
            Assert.Contains(reader == fatma ? "Jij houdt hier het overzicht." : "Fatma houdt het overzicht.", reader.Html, StringComparison.Ordinal);
        }

        await esra.GetAsync(esra.Table + "/coordinator");
        Assert.Equal(3, esra.Page.QuerySelectorAll("main .answer").Count(said => said.TextContent.Contains(HandsOver, StringComparison.Ordinal)));
        await esra.GetAsync($"{esra.Table}/people/{await esra.SeatAsync("Fatma")}");
        Assert.Contains("Fatma houdt het overzicht.", esra.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Amir_takes_his_yes_back_and_it_stops_at_once_in_sight_and_nowhere_is_said_that_it_was_he_INV68(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var fatma = await running.AsAsync("fatma");
        await BeginAsync(running, esra, amir, fatma);
        await amir.GetAsync(amir.Table + "/mine");
        await amir.GetAsync(amir.Page.QuerySelector("main .links a[href$='/mine/coordinator']")!.GetAttribute("href")!);
        Assert.Equal(["RatherNot"], amir.Page.QuerySelectorAll("main form button[name=answer]").Select(button => ((IHtmlButtonElement)button).Value));
        await amir.PressAsync("main form", "RatherNot");
        using var bo = await running.AsAsync("bo");
        foreach (var reader in new[] { esra, fatma, bo })
        {
            await reader.GetAsync(reader.Table);
            Assert.Contains("Fatma houdt het overzicht niet meer.", reader.Html, StringComparison.Ordinal);
            await reader.GetAsync(reader.Table + "/coordinator");
            Assert.Contains("Niemand hoeft te zeggen waarom.", reader.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("Amir", reader.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(HandsOver, reader.Html, StringComparison.Ordinal);
            await reader.GetAsync(reader.Table + "/who");
            Assert.DoesNotContain("overzicht", reader.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        // And it can be asked again.
        await AskAsync(esra, "Samira");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_no_of_Mark_is_seen_by_nobody_and_looks_as_silence_does_to_Sanne_Isa_and_Ilse_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        using var isa = await running.AsAsync("isa");
        using var ilse = await running.AsAsync("ilse");
        await AskAsync(sanne, "Sanne");
        var before = await ShownAsync();
        await SayAsync(mark, "RatherNot");
        Assert.Equal("RatherNot", ((IHtmlInputElement)mark.Page.QuerySelector("[name=answer]:checked")!).Value);
        Assert.Contains("Alleen jij ziet wat je hier zegt.", mark.Html, StringComparison.Ordinal);
        Assert.Equal(before, await ShownAsync());

        async Task<string> ShownAsync()
        {
            var shown = "";
            foreach (var who in new[] { sanne, isa, ilse })
            {
                foreach (var page in new[] { "", "/coordinator", "/who", "/talks" })
                {
                    await who.GetAsync(sanne.Table + page);
                    shown += Regex.Replace(Things.Steady(who.Page.QuerySelector("main")!.OuterHtml), "(data-draft|name=\"draft\" value)=\"[^\"]*\"", "");
                }
            }

            return shown;
        }
    }

    [Fact]
    public async Task When_Fatma_would_rather_not_Esra_hears_it_and_can_ask_another_and_no_guest_hears_of_it_R105()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        using var bo = await running.AsAsync("bo");
        await AskAsync(esra, "Fatma");
        await SayAsync(fatma, "NotKnown");
        await esra.GetAsync(esra.Table + "/coordinator");
        Assert.Contains("Fatma weet het nog niet.", Regex.Replace(esra.Page.QuerySelector("main .answer")!.TextContent, "\\s+", " "), StringComparison.Ordinal);
        await SayAsync(fatma, "RatherNot");
        await esra.GetAsync(esra.Table);
        Assert.Contains("Fatma wil het overzicht liever niet houden.", esra.Html, StringComparison.Ordinal);
        await bo.GetAsync(bo.Table + "/coordinator");
        Assert.Contains("Er wordt jou nu niets gevraagd.", bo.Html, StringComparison.Ordinal);
        await esra.GetAsync(esra.Table + "/coordinator");
        Assert.Contains(": liever niet.", esra.Page.QuerySelector("main .empty")!.TextContent, StringComparison.Ordinal);
        await AskAsync(esra, "Samira");
        Assert.Null(esra.Page.QuerySelector("main .empty"));
    }

    [Fact]
    public async Task When_Esra_says_no_to_one_of_three_questions_she_reads_that_nobody_mends_it_and_may_still_ask_R106()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var fatma = await esra.SeatAsync("Fatma");
        await esra.GetAsync(esra.Table + "/coordinator/ask");
        await esra.PressAsync("form.composer", ("SameAim", "Yes"), ("who", fatma));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.NotNull(esra.Page.QuerySelector("#FitsTogether-error"));
        Assert.Equal(fatma, ((IHtmlInputElement)esra.Page.QuerySelector("[name=who]:checked")!).Value);
        Assert.DoesNotContain("kan dat niet oplossen", esra.Html, StringComparison.Ordinal);
        await esra.PressAsync("form.composer", ("FitsTogether", "No"), ("SamePeople", "Yes"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Contains("“Past wat iedereen doet bij elkaar?” Iemand die het overzicht houdt, kan dat niet oplossen.", WebUtility.HtmlDecode(esra.Html), StringComparison.Ordinal);
        Assert.Equal("No", ((IHtmlInputElement)esra.Page.QuerySelector("[name=FitsTogether]:checked")!).Value);
        await esra.PressAsync("form.composer", ("nevertheless", "yes"));
        Assert.Equal(esra.Table + "/coordinator", esra.Path);

        // Everybody who is asked reads the same beside the question.
        using var asked = await running.AsAsync("fatma");
        await asked.GetAsync(asked.Table + "/coordinator");
        Assert.Contains("Iemand die het overzicht houdt, kan dat niet oplossen.", asked.Html, StringComparison.Ordinal);
        await esra.PressAsync("form[action$='/take-back']");
        await asked.GetAsync(asked.Table + "/coordinator");
        Assert.Contains("Er wordt jou nu niets gevraagd.", asked.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Samira_says_what_she_follows_and_what_she_leaves_to_Fatma_or_it_is_asked_again_with_everything_typed_R107()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var fatma = await running.AsAsync("fatma");
        using var samira = await running.AsAsync("samira");
        await GrantAsync(running, esra, amir, fatma);
        await samira.GetAsync(esra.Table + "/coordinator");
        (string Name, string? Value)[] all = [("direction-words", Direction), ("hands-over-words", HandsOver)];
        foreach (var left in all)
        {
            await samira.GetAsync(esra.Table + "/coordinator");
            await samira.PressAsync("form[action$='/answer']", [("answer", "Yes"), .. all.Where(one => one.Name != left.Name)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
            Assert.NotNull(samira.Page.QuerySelector($"#{left.Name}-error"));
            Assert.All(all.Where(one => one.Name != left.Name), one => Assert.Equal(one.Value, samira.Page.QuerySelector($"#{one.Name}")!.TextContent));
            Assert.Equal("Yes", ((IHtmlInputElement)samira.Page.QuerySelector("[name=answer]:checked")!).Value);
        }

        // Nothing was chosen, or too much was written.
        await samira.GetAsync(esra.Table + "/coordinator");
        await samira.PressAsync("form[action$='/answer']", all);
        Assert.NotNull(samira.Page.QuerySelector("#answer-error"));
        await samira.PressAsync("form[action$='/answer']", ("answer", "Yes"), ("hands-over-words", new string('x', 1001)));
        Assert.NotNull(samira.Page.QuerySelector("#hands-over-words-error"));

        // A no needs no words, and is in sight.
        await samira.PressAsync("form[action$='/answer']", ("answer", "RatherNot"), ("hands-over-words", ""));
        await esra.GetAsync(esra.Table + "/coordinator");
        Assert.Contains("zegt: liever niet.", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_asked_says_nothing_and_finds_no_question_N21()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var bo = await running.AsAsync("bo");
        using var noor = await running.AsAsync("noor");
        await AskAsync(esra, "Fatma");
        var address = esra.Page.QuerySelector("form[action$='/take-back']")!.GetAttribute("action")!;
        foreach (var who in new[] { bo, noor })
        {
            await who.PostAsync(address, [await who.ProofAsync()]);
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
        }

        // A child who hosts is asked too, and takes back only what it asked itself.
        await amir.PostAsync(address, [await amir.ProofAsync()]);
        Assert.Equal(HttpStatusCode.NotFound, amir.Status);
        await esra.GetAsync(esra.Table + "/coordinator");
        Assert.NotNull(esra.Page.QuerySelector("form[action$='/take-back']"));
        await bo.PostAsync(address.Replace("take-back", "answer", StringComparison.Ordinal), [await bo.ProofAsync(), new("answer", "Yes")]);
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        foreach (var who in new[] { bo, amir, noor })
        {
            await who.GetAsync(esra.Table + "/coordinator/ask");
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
            await who.PostAsync(esra.Table + "/coordinator/ask", [await who.ProofAsync(), .. Firm.Select(one => KeyValuePair.Create(one.Name, one.Value!))]);
            Assert.NotEqual(HttpStatusCode.OK, who.Status);
        }

        foreach (var who in new[] { esra, bo })
        {
            await who.GetAsync(esra.Table + "/mine/coordinator");
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
        }

        await amir.PostAsync(amir.Table + "/mine/coordinator", [await amir.ProofAsync(), new("answer", "Yes"), new("which", Guid.Empty.ToString())]);
        Assert.Equal(HttpStatusCode.NotFound, amir.Status);
        await noor.GetAsync(esra.Table + "/coordinator");
        Assert.Equal(HttpStatusCode.NotFound, noor.Status);
    }

    private static async Task BeginAsync(Running running, Visitor esra, Visitor amir, Visitor fatma)
    {
        await GrantAsync(running, esra, amir, fatma);
        foreach (var name in new[] { "samira", "joris", "bo" })
        {
            using var guest = await running.AsAsync(name);
            await guest.GetAsync(esra.Table);
            await SayAsync(guest, "Yes", ("direction-words", Direction), ("hands-over-words", HandsOver));
        }

        await esra.GetAsync(esra.Table + "/coordinator");
        Assert.Contains("Fatma houdt het overzicht sinds", esra.Html, StringComparison.Ordinal);
    }

    private static async Task GrantAsync(Running running, Visitor esra, Visitor amir, Visitor fatma)
    {
        await AskAsync(esra, "Fatma");
        await SayAsync(fatma, "Yes");
        using var lina = await running.AsAsync("lina");
        await SayAsync(lina, "Yes");
        await SayAsync(amir, "Yes");
    }

    private static async Task AskAsync(Visitor host, string name)
    {
        var seat = name == "Sanne" ? null : await host.SeatAsync(name);
        await host.GetAsync(host.Table + "/coordinator");
        await host.GetAsync(host.Page.QuerySelector("main a[href$='/ask']")!.GetAttribute("href")!);
        seat ??= ((IHtmlInputElement)host.Page.QuerySelectorAll("label:has([name=who])").Single(label => label.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelector("input")!).Value;
        await host.PressAsync("form.composer", [.. Firm, ("who", seat)]);
        Assert.Equal(host.Table + "/coordinator", host.Path);
    }

    private static async Task SayAsync(Visitor who, string answer, params (string Name, string? Value)[] words)
    {
        await who.GetAsync(who.Table + "/coordinator");
        await (who.Path.EndsWith("/mine/coordinator", StringComparison.Ordinal)
            ? who.PressAsync("main form", answer)
            : who.PressAsync("form[action$='/answer']", [("answer", answer), .. words]));
        Assert.Equal(HttpStatusCode.OK, who.Status);
    }
}
