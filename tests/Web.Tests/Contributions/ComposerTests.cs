using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Overviews;
using Keukentafel.Web.Tests.Plans;
using Keukentafel.Web.Tests.Processes;

namespace Keukentafel.Web.Tests.Contributions;

public sealed class ComposerTests
{
    public static TheoryData<Database> Both => Databases.Both;

    /// <summary>How many answers each act asks at most (R150). A number that goes up is a decision, not an accident.</summary>
    public static TheoryData<string, int, string[]> Budget => new()
    {
        { "/lay?what=good-thing", 1, ["words"] },
        { "/lay?what=help", 1, ["words"] },
        { "/lay?what=wish", 1, ["words"] },
        { "/lay?what=worry", 1, ["words"] },
        { "/lay?what=statement", 2, ["words", "know"] },
        { "answer", 1, ["words"] },
        { "/plan/goal", 2, ["words", "better-words"] },
        { "/plan/agreement", 2, ["words", "others-words"] },
        { "/plan/condition", 3, ["words", "ground-words", "consequence-words"] },
        { "/plan/advice", 1, ["words"] },
        { "/plan/protection", 1, ["words"] },
        { "/together/new", 1, ["sentence"] },
        { "/overview/helps", 1, ["words"] },
        { "/overview/also", 1, ["words"] },
        { "/overview/outcome", 4, ["instrument-words", "on", "words", "not-said-words"] },
        { "works", 1, ["works"] },
        { "/incidents/new", 2, ["kind", "words"] },
        { "stand", 1, ["stance"] },
    };

    [Theory]
    [MemberData(nameof(Budget))]
    public async Task No_act_asks_more_answers_than_its_budget_R150(string page, int budget, string[] fields)
    {
        await using var running = await Running.StartAsync();

        // A condition is only of a guest.
        using var esra = await running.AsAsync(page == "/plan/condition" ? "bo" : "esra");
        if (page == "stand")
        {
            using var bo = await running.AsAsync("bo");
            page = await bo.AgreeAsync("Alleen dit veld.") + "/stand";
        }
        else if (page == "works" || page.StartsWith("/overview/", StringComparison.Ordinal))
        {
            using var fatma = await running.AsAsync("fatma");
            await esra.OpenOverviewAsync(fatma);
            page = page == "works" ? await fatma.AddAsync("also", ("words", "Alleen dit veld.")) + "/works" : esra.Table + page;
        }
        else if (page == "answer")
        {
            using var bo = await running.AsAsync("bo");
            page = await bo.LaySentenceAsync(bo.Table, "De deur stond open.", about: "Esra") + "/answer";
        }
        else
        {
            page = esra.Table + page;
        }

        Assert.Equal(budget, fields.Length);
        (string Name, string Value)[] answers =
        [
            .. fields.Select(field => (field, field switch
            {
                "know" => "WasThere", "stance" => "Unsure", "sentence" => "Team", "kind" => "WentWrong", "works" => "Unknown", "on" => "2026-01-12", _ => "Alleen dit veld.",
            })),
        ];
        (string Name, string Value)[] what = page.Contains("what=", StringComparison.Ordinal) ? [("what", page.Split('=')[1])] : [];
        if (fields.Contains("know"))
        {
            what = [.. what, ("step", "Know")];
        }

        if (page.Contains("/overview/", StringComparison.Ordinal))
        {
            await esra.GetAsync(page);
            what = [("overview", esra.Page.QuerySelector("input[name=overview]")!.GetAttribute("value")!)];
        }

        // Each of them is asked: without any one of them nothing is laid.
        foreach (var left in fields)
        {
            await esra.GetAsync(page);
            await esra.PressOnlyAsync("form.composer", [.. what, .. answers.Where(answer => answer.Name != left)]);
            Assert.NotNull(esra.Page.QuerySelector("form.composer"));
        }

        await esra.GetAsync(page);
        await esra.PressOnlyAsync("form.composer", [.. what, .. answers]);
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        Assert.Null(esra.Page.QuerySelector("form.composer"));
        Assert.Contains(fields.Contains("sentence") ? "We zijn een team." : "“Alleen dit veld.”", esra.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Words_come_first_then_two_small_questions_and_going_back_keeps_everything(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(bo.Table + "/lay");
        Assert.Empty(bo.Page.QuerySelectorAll("form.composer input[type=radio], form.composer input[type=checkbox]"));
        await PressAsync(bo, ("words", "Amir was op tijd."));
        Assert.Equal("Vraag 1 van 2", bo.Page.QuerySelector(".step-of")!.TextContent);
        await PressAsync(bo);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bo.Status);
        Assert.NotNull(bo.Page.QuerySelector("#what-error"));
        await PressAsync(bo, ("what", "Statement"));
        Assert.Equal("Vraag 2 van 2", bo.Page.QuerySelector(".step-of")!.TextContent);
        var fatma = bo.Page.SeatOf("Fatma");
        var amir = bo.Page.SeatOf("Amir");
        await bo.PressAsync("form.composer", "What", ("know", "WasTold"), ("source", fatma), ("happened", "2026-11-01"), ("about", amir), ("readers", "These"), ("named", fatma));
        Assert.True(bo.Page.QuerySelector("input[name=what][value=Statement]")!.HasAttribute("checked"));
        await bo.PressAsync("form.composer", "Words");
        Assert.Equal("Amir was op tijd.", bo.Page.QuerySelector("#words")!.TextContent);
        await PressAsync(bo, ("words", "Amir was twee keer op tijd."));
        await PressAsync(bo);
        Assert.True(bo.Page.QuerySelector("input[name=know][value=WasTold]")!.HasAttribute("checked"));
        Assert.Equal(fatma, bo.Page.QuerySelector("#source option[selected]")!.GetAttribute("value"));
        Assert.Equal("2026-11-01", bo.Page.QuerySelector("#happened")!.GetAttribute("value"));
        Assert.Equal(amir, bo.Page.QuerySelector("input[name=about][checked]")!.GetAttribute("value"));
        Assert.True(bo.Page.QuerySelector("input[name=readers][value=These]")!.HasAttribute("checked"));
        Assert.Equal(fatma, bo.Page.QuerySelector("input[name=named][checked]")!.GetAttribute("value"));
        Assert.Contains("Amir kan dit ook lezen.", bo.Html, StringComparison.Ordinal);
        await PressAsync(bo);
        Assert.Contains("Amir was twee keer op tijd.", bo.Html, StringComparison.Ordinal);
        Assert.Contains("Fatma leest dit eerst.", bo.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Every_question_has_an_address_so_that_going_back_never_sends_a_form_again(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        var composer = bo.Table + "/lay";
        await bo.GetAsync(composer);
        var words = bo.Path;
        await PressAsync(bo, ("words", "Amir was op tijd."));
        var what = bo.Path;
        await PressAsync(bo, ("what", "Statement"));
        var know = bo.Path;
        Assert.Equal(["What", "Know"], new[] { what, know }.Select(page => page.Split("step=")[1].Split('&')[0]));
        Assert.All([what, know], page => Assert.StartsWith(composer + "?", page, StringComparison.Ordinal));

        // What a browser does when one goes back, and forward, and loads again.
        await bo.GetAsync(words);
        Assert.Equal("Amir was op tijd.", bo.Page.QuerySelector("#words")!.TextContent);

        // What was sent while typing there, and comes only now, comes too late.
        var draft = bo.Page.QuerySelector("[name=draft]")!.GetAttribute("value");
        await bo.PostAsync($"/drafts/{draft}", [await bo.ProofAsync(), new("page", composer), new("words", "Amir was op"), new("turn", "0")]);
        await bo.GetAsync(what);
        Assert.Equal("Vraag 1 van 2", bo.Page.QuerySelector(".step-of")!.TextContent);
        Assert.True(bo.Page.QuerySelector("input[name=what][value=Statement]")!.HasAttribute("checked"));
        await bo.GetAsync(know);
        Assert.Contains("“Amir was op tijd.”", bo.Html, StringComparison.Ordinal);

        // The address is for the writer alone: for somebody else it is an empty composer.
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(know);
        Assert.DoesNotContain("op tijd", esra.Html, StringComparison.Ordinal);
        Assert.Equal("", esra.Page.QuerySelector("#words")!.TextContent);
        await PressAsync(bo, ("know", "WasThere"));
        Assert.Contains("Het ligt op tafel", bo.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_press_that_lays_the_words_down_waits_for_the_disk_once_R126(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(bo.Table + "/lay?what=statement");
        await PressAsync(bo, ("words", "Amir was op tijd."));
        var form = (IHtmlFormElement)bo.Page.QuerySelector("form.composer")!;
        var before = await Trails.IsWholeAsync(running.Places);
        using var press = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent([.. Visitor.Fields(form), new("know", "WasThere")]),
        };
        Assert.Equal(HttpStatusCode.SeeOther, (await bo.SendAsync(press)).StatusCode);

        // That Bo came in, and what he laid: one commit.
        Assert.Equal(2, await Trails.IsWholeAsync(running.Places) - before);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Going_back_to_the_words_never_lays_them_down_unseen(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(bo.Table + "/lay?what=statement");
        await PressAsync(bo, ("words", "Amir was op tijd."));
        await bo.PressAsync("form.composer", "Words", ("know", "WasThere"), ("readers", "Everyone"));
        Assert.Null(bo.Page.QuerySelector("[name=last]"));
        await PressAsync(bo);
        Assert.NotNull(bo.Page.QuerySelector("form.composer input[name=know][checked]"));
        Assert.NotNull(bo.Page.QuerySelector("[name=last]"));
        await PressAsync(bo);
        Assert.Contains("Het ligt op tafel", bo.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Who_may_read_it_is_never_widened_but_asked_R12(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        foreach (var (readers, named) in new[] { ("These", false), ("Everyone", true), ("GrownUps", true), ("OnlyMe", true), ("Iets", false) })
        {
            var composer = await esra.GetAsync(esra.Table + "/lay?what=worry");
            await PressAsync(esra, ("words", "Ik slaap slecht."), ("readers", readers), ("named", named ? composer.SeatOf("Fatma") : null));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
            Assert.NotNull(esra.Page.QuerySelector("#readers-error"));
            Assert.True(esra.Page.QuerySelector("details.choice:has(#readers)")!.HasAttribute("open"));
            Assert.Equal("Ik slaap slecht.", esra.Page.QuerySelector("#words")!.TextContent);
        }

        await PressAsync(esra, ("readers", "These"), ("named", esra.Page.SeatOf("Fatma")));
        Assert.Contains("Ik slaap slecht.", esra.Html, StringComparison.Ordinal);
        await bo.GetAsync(bo.Table);
        Assert.DoesNotContain("Ik slaap slecht.", bo.Html, StringComparison.Ordinal);
        using var fatma = await running.AsAsync("fatma");
        Assert.Contains("Ik slaap slecht.", fatma.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folded_line_never_says_everyone_when_something_else_is_chosen_R12()
    {
        await using var running = await Running.StartAsync();
        using var jayden = await running.AsAsync("jayden");
        await jayden.GetAsync(jayden.Table + "/lay?what=worry");
        Assert.StartsWith("Iedereen aan deze tafel", Line(), StringComparison.Ordinal);
        await jayden.PressAsync("form.composer", ("words", ""), ("readers", "OnlyMe"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, jayden.Status);
        Assert.Equal("Alleen ik", Line());

        string Line() => jayden.Page.QuerySelectorAll("details.choice > summary > [data-reads]:not([hidden])").Single().TextContent;
    }

    [Fact]
    public async Task A_professional_sees_who_always_reads_it_and_is_asked_whether_they_would_say_it_with_them_there_R3_T41()
    {
        await using var running = await Running.StartAsync();
        using var ilse = await running.AsAsync("ilse");
        using var mark = await running.AsAsync("mark");
        const string Ask = "Zou je dit ook zo zeggen als zij aan tafel zitten?";
        foreach (var what in new[] { "worry", "statement" })
        {
            await ilse.GetAsync($"{ilse.Table}/lay?what={what}");
            if (what == "statement")
            {
                await PressAsync(ilse, ("words", "Mark was op tijd."));
            }

            Assert.Contains("Mark kan dit dan ook lezen", ilse.Html, StringComparison.Ordinal);
            Assert.Single(ilse.Page.QuerySelectorAll("main p"), line => line.TextContent == Ask);
            await mark.GetAsync($"{mark.Table}/lay?what={what}");
            await PressAsync(mark, ("words", what == "worry" ? " " : "Ik was op tijd."));
            Assert.DoesNotContain(Ask, mark.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_child_is_never_asked_how_it_knows_D5()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        await amir.GetAsync(amir.Table + "/lay");
        await PressAsync(amir, ("words", "Lina kan fietsen."));
        await PressAsync(amir, ("what", "Statement"));
        Assert.Null(amir.Page.QuerySelector("[name=know]"));
        await PressAsync(amir);
        Assert.Equal("zo vertelt Amir het", amir.Page.QuerySelectorAll("article").First(one => one.TextContent.Contains("Lina kan fietsen.", StringComparison.Ordinal)).QuerySelector(".kind")!.TextContent);
    }

    [Fact]
    public async Task Enter_presses_the_main_button_on_every_page_of_the_composer()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        await bo.GetAsync(bo.Table + "/lay");
        MainComesFirst(bo);
        await PressAsync(bo, ("words", "Amir was op tijd."));
        MainComesFirst(bo);
        await PressAsync(bo, ("what", "Worry"));
        Assert.Equal("Wie mag dit lezen?", bo.Page.QuerySelector("h1")!.TextContent);
        MainComesFirst(bo);
        await PressAsync(bo);
        Assert.Contains("Amir was op tijd.", bo.Page.QuerySelector("#worries")!.Closest("section")!.TextContent, StringComparison.Ordinal);
    }

    private static void MainComesFirst(Visitor visitor)
    {
        var main = visitor.Page.QuerySelector("form.composer button")!;
        Assert.True(main.ClassList.Contains("nl-button--primary"));
        Assert.False(main.HasAttribute("name"));
        Assert.Single(visitor.Page.QuerySelectorAll("main .nl-button--primary"));
    }

    private static Task PressAsync(Visitor visitor, params (string Name, string? Value)[] typed) => visitor.PressAsync("form.composer", typed);
}
