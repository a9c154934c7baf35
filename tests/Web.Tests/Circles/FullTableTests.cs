using AngleSharp.Dom;
using Keukentafel.Data.Circles;
using Keukentafel.Web.Circles;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Invitations;
using Keukentafel.Web.Tests.Talks;

namespace Keukentafel.Web.Tests.Circles;

public sealed class FullTableTests
{
    [Fact]
    public async Task A_full_table_is_no_wall_the_newest_few_lie_open_and_the_rest_is_one_press_away()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        for (var i = 1; i <= 6; i++)
        {
            await Things.LayAsync(esra, "good-thing", $"Goed ding {i}.");
        }

        await esra.GetAsync(esra.Table);
        var good = Section(esra, "good");
        Assert.Equal(6, Open(good).Count);
        Assert.Contains("Goed ding 6.", Open(good)[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(5, good.QuerySelectorAll("details.folded-more article").Length);
        Assert.Equal("Kijk verder: nog 5", good.QuerySelector("details.folded-more summary")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_others_still_have_to_read_back_takes_no_room_on_the_table()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var good = await fatma.LayAsync("good-thing", "De kat slaapt bij Lina.");
        await fatma.GetAsync(fatma.Table);
        var cards = fatma.Page.QuerySelectorAll("main article").Length;
        var talk = await esra.PlanAsync("De ochtend");
        await esra.BeginAsync(talk, "table", "Fatma", "Amir", "Samira");
        await esra.PressAsync("#steer", ("to", "Sheet"));
        for (var i = 0; i < Door.PageLength; i++)
        {
            await esra.GetAsync(talk + "/at-table");
            await esra.SayAsync(i % 2 == 0 ? "Amir" : "Samira", $"Zin {i}.", ("part", "GoodEnough"));
        }

        await fatma.GetAsync(fatma.Table);
        Assert.Equal(cards, fatma.Page.QuerySelectorAll("main article").Length);
        Assert.NotNull(fatma.Page.QuerySelector($"main a[href='{good}']"));
        Assert.DoesNotContain("Zin ", fatma.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // To whose words they are it is the one thing: the newest first.
        using var samira = await running.AsAsync("samira");
        await samira.GetAsync(fatma.Table);
        Assert.Contains($"Zin {Door.PageLength - 1}.", samira.Page.QuerySelector(".sheet-waits")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_puts_away_what_others_said_by_saying_much_T20()
    {
        await using var running = await Running.StartAsync();
        using var isa = await running.AsAsync("isa");
        using var mark = await running.AsAsync("mark");
        using var sanne = await running.AsAsync("sanne");
        var said = await Things.LayAsync(sanne, "good-thing", "Ik mocht de hond uitlaten.");
        for (var i = 1; i < Door.MostADay; i++)
        {
            await Things.LayAsync(mark, "good-thing", $"Goed ding {i}.");
        }

        await isa.GetAsync(isa.Table);
        Assert.Contains(Open(Section(isa, "good")), card => card.QuerySelector($"a[href='{said}']") is not null);
        Assert.Contains(Open(Section(isa, "good")), card => card.TextContent.Contains("Goed ding 59.", StringComparison.Ordinal));
        Assert.All(["worries", "statements"], name => Assert.NotEmpty(Section(isa, name).QuerySelectorAll("article")));

        // Where more lies than on one page, no section says that there is nothing yet.
        var back = isa.Page.QuerySelectorAll("main a").Single(link => link.TextContent.Trim() == "Kijk verder terug").GetAttribute("href")!;
        await isa.GetAsync(isa.Table + back);
        Assert.DoesNotContain("Nog geen", isa.Page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        await mark.GetAsync(isa.Table);
        Assert.All(mark.Page.QuerySelectorAll("main section"), section => Assert.DoesNotContain("Nog geen", section.TextContent, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Two_who_say_half_each_put_away_nothing_of_a_third_nor_what_the_family_reads_first_T20()
    {
        await using var running = await Running.StartAsync();
        using var isa = await running.AsAsync("isa");
        using var mark = await running.AsAsync("mark");
        using var theo = await running.AsAsync("theo");
        using var sanne = await running.AsAsync("sanne");
        using var ilse = await running.AsAsync("ilse");
        var wish = await Things.LayAsync(isa, "wish", "Ik wil dat opa belt.");
        await ilse.GetAsync(ilse.Table + "/consults/new");
        var about = ilse.Page.QuerySelectorAll("input[name=about]").First(box => box.Closest("label")!.TextContent.Contains("Sanne", StringComparison.Ordinal));
        await ilse.PressAsync(
            "form.composer", ("words", "Wat kan ik het kind vragen?"), ("fact-words", "Het kind slaapt slecht."), ("family-words", "Het gaat."), ("about", about.GetAttribute("value")));
        for (var i = 0; i < Door.PageLength / 2; i++)
        {
            await Things.LayAsync(mark, "wish", $"Wens van de een {i}.");
            await Things.LayAsync(theo, "wish", $"Wens van de ander {i}.");
        }

        await sanne.GetAsync(sanne.Table);
        Assert.NotNull(sanne.Page.QuerySelector($"main a[href='{wish}']"));
        Assert.NotNull(sanne.Page.QuerySelector(".sheet-waits:has(a[href$='/consults'])"));
        Assert.All(["good", "worries", "statements"], name => Assert.NotEmpty(Section(sanne, name).QuerySelectorAll("article")));
        await isa.GetAsync(isa.Table);
        Assert.NotNull(isa.Page.QuerySelector($"main a[href='{wish}']"));
    }

    [Fact]
    public async Task Nobody_puts_away_what_others_said_with_people_of_their_own_beside_them_T20()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        using var ilse = await running.AsAsync("ilse");
        using var kees = await InvitationPageTests.BringAsync(running, mark, "Kees");
        using var wim = await InvitationPageTests.BringAsync(running, mark, "Wim");
        var hers = await Things.LayAsync(sanne, "worry", "Isa slaapt slecht.");
        for (var i = 0; i < TableSection.MostOpen / 2; i++)
        {
            foreach (var his in new[] { mark, kees, wim })
            {
                await Things.LayAsync(his, "worry", $"Zorg {i}.");
            }
        }

        await ilse.GetAsync(ilse.Table);
        var open = Open(Section(ilse, "worries"));
        Assert.Equal(TableSection.MostOpen, open.Count);
        Assert.Contains(open, card => card.QuerySelector($"a[href='{hers}']") is not null);
    }

    [Fact]
    public async Task What_is_typed_for_a_child_in_a_talk_uses_up_nothing_of_what_it_says_itself_T20()
    {
        await using var running = await Running.StartAsync();
        using var isa = await running.AsAsync("isa");
        using var mark = await running.AsAsync("mark");
        var said = await Things.LayAsync(isa, "good-thing", "Ik mocht naar oma.");
        var talk = await mark.PlanAsync("Even samen");
        await mark.BeginAsync(talk, "table", "Isa", "Theo");
        for (var i = 0; i < 11; i++)
        {
            await mark.GetAsync(talk + "/at-table");
            await mark.SayAsync("Isa", $"Papa is lief {i}.");
        }

        // On a table with room her own words stay in sight too.
        await isa.GetAsync(isa.Table);
        Assert.Contains(Open(Section(isa, "good")), card => card.QuerySelector($"a[href='{said}']") is not null);
        using var phone = await running.AsAsync("mark");
        for (var i = 0; i < Door.PageLength - 10; i++)
        {
            await Things.LayAsync(phone, "good-thing", $"Goed ding {i}.");
        }

        foreach (var reader in new[] { isa, phone })
        {
            await reader.GetAsync(isa.Table);
            Assert.NotNull(reader.Page.QuerySelector($"main a[href='{said}']"));
        }
    }

    [Fact]
    public async Task However_many_plan_a_talk_each_stands_on_the_table_T20()
    {
        await using var running = await Running.StartAsync();
        using var isa = await running.AsAsync("isa");
        var talks = new List<string>();
        foreach (var name in new[] { "sanne", "mark", "theo", "ilse" })
        {
            using var planner = await running.AsAsync(name);
            talks.Add(await planner.PlanAsync($"Gesprek van {name}"));
        }

        await isa.GetAsync(isa.Table);
        Assert.All(talks, talk => Assert.NotNull(isa.Page.QuerySelector($"main a[href='{talk}']")));
    }

    [Fact]
    public async Task What_is_typed_for_a_child_lies_behind_its_own_words_on_its_own_page_and_says_who_wrote_it_T20()
    {
        await using var running = await Running.StartAsync();
        using var deniz = await running.AsAsync("deniz");
        using var elif = await running.AsAsync("elif");
        await Things.LayAsync(deniz, "good-thing", "De hond slaapt bij mij.");
        var talk = await elif.PlanAsync("Even samen");
        await elif.BeginAsync(talk, "table", "Deniz");
        for (var i = 0; i < 5; i++)
        {
            await elif.GetAsync(talk + "/at-table");
            await elif.SayAsync("Deniz", $"Mama is lief {i}.");
        }

        await deniz.GetAsync(deniz.Table + "/mine");
        var good = deniz.Page.QuerySelectorAll(".child-place > .child-thing").Where(thing => thing.ParentElement!.TextContent.Contains("De hond slaapt", StringComparison.Ordinal)).ToList();
        Assert.Contains(good, thing => thing.TextContent.Contains("De hond slaapt bij mij.", StringComparison.Ordinal));
        var typed = deniz.Page.QuerySelectorAll(".child-place .child-thing").First(thing => thing.TextContent.Contains("Mama is lief", StringComparison.Ordinal));
        Assert.Contains("Elif schreef dit voor jou op. Zei jij het zo?", typed.TextContent, StringComparison.Ordinal);
        await deniz.GetAsync(typed.QuerySelector("a[href$='/read-back']")!.GetAttribute("href")!);
        Assert.Equal(System.Net.HttpStatusCode.OK, deniz.Status);
    }

    [Fact]
    public async Task What_is_not_given_to_one_is_seen_or_missed_by_nobody_through_what_another_saw_before_D12_T22()
    {
        await using var running = await Running.StartAsync();
        using var isa = await running.AsAsync("isa");
        using var sanne = await running.AsAsync("sanne");
        using var ilse = await running.AsAsync("ilse");
        var ilses = await sanne.SeatAsync("Ilse");
        await sanne.GetAsync($"{sanne.Table}/people/{ilses}/reads");
        await sanne.PressAsync("main form:has(input[name=what])", ("what", "Nothing"));
        var worry = await Things.LayAsync(isa, "worry", "Ik slaap slecht.", ("readers", "Everyone"), ("about", await isa.SeatAsync("Sanne")));
        await sanne.GetAsync(worry + "/answer");
        await sanne.PressAsync("form.composer", ("words", "Het is niet jouw schuld."));
        foreach (var first in new[] { ilse, isa })
        {
            // Whoever looks first after the table changed, each reads what is theirs.
            await sanne.GetAsync($"{sanne.Table}/people/{ilses}/reads");
            await sanne.PressAsync("main form:has(input[name=what])", ("what", "Nothing"));
            await first.GetAsync(isa.Table);
            await isa.GetAsync(isa.Table);
            Assert.Contains("Het is niet jouw schuld.", isa.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            await ilse.GetAsync(isa.Table);
            Assert.Contains("Ik slaap slecht.", ilse.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Het is niet jouw schuld.", ilse.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_card_more_is_not_put_behind_a_press()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        for (var i = 1; i <= 2; i++)
        {
            await Things.LayAsync(esra, "good-thing", $"Goed ding {i}.");
        }

        await esra.GetAsync(esra.Table);
        Assert.Equal(7, Open(Section(esra, "good")).Count);
        Assert.Null(Section(esra, "good").QuerySelector("details.folded-more"));
    }

    [Fact]
    public async Task A_child_sees_fewer_cards_at_once_and_what_people_saw_stays_closed_until_it_looks()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        await amir.GetAsync(amir.Table);
        Assert.Empty(Open(Section(amir, "statements")));
        Assert.NotEmpty(Section(amir, "statements").QuerySelectorAll("details.folded-more article"));
        Assert.Null(amir.Page.QuerySelector("a[href$='/people/new']"));
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table);
        Assert.NotEmpty(Open(Section(esra, "statements")));
        Assert.NotNull(esra.Page.QuerySelector("a[href$='/people/new']"));
    }

    [Theory]
    [InlineData("", "a[href*='/things/']")]
    [InlineData("/views", "a[href*='/things/']:not([href$='/stays'])")]
    public async Task Every_link_into_a_card_says_whose_card_it_is_to_who_hears_it(string part, string links)
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + part);
        foreach (var card in esra.Page.QuerySelectorAll("main article"))
        {
            var name = card.QuerySelector(".by b")!.TextContent.Split(',', ' ')[0];
            foreach (var link in card.QuerySelectorAll(links))
            {
                Assert.Contains(name, link.QuerySelector(".only-heard")!.TextContent, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Where_parents_live_apart_the_words_of_the_other_parent_lie_folded_for_a_parent_alone_T20()
    {
        await using var running = await Running.StartAsync();
        using var mark = await running.AsAsync("mark");
        using var isa = await running.AsAsync("isa");
        using var ilse = await running.AsAsync("ilse");
        await mark.GetAsync(mark.Table);
        await isa.GetAsync(isa.Table);
        await ilse.GetAsync(ilse.Table);
        var folded = Section(mark, "worries").QuerySelector("details.folded-more")!;
        Assert.StartsWith("Wat Sanne hier zei", folded.QuerySelector("summary")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.NotEmpty(folded.QuerySelectorAll("article"));
        Assert.DoesNotContain(Open(Section(mark, "worries")), card => Says(card, "Sanne"));
        Assert.Contains(Open(Section(isa, "worries")), card => Says(card, "Sanne"));
        Assert.Contains(Open(Section(ilse, "worries")), card => Says(card, "Sanne"));
    }

    [Fact]
    public async Task Where_parents_live_apart_what_one_wrote_about_the_other_is_announced_without_its_words_T20()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        using var isa = await running.AsAsync("isa");

        // What Isa wishes waits for her father too, as long as she did not say that her mother's answer came across (R14).
        await mark.GetAsync(mark.Table);
        var waits = mark.Page.QuerySelector("section[aria-labelledby=for-you] .actions a")!.GetAttribute("href")!.Replace("/promise", "", StringComparison.Ordinal);
        await isa.GetAsync(waits);
        await isa.PostAsync(waits + "/heard", [await isa.ProofAsync(), KeyValuePair.Create("heard", "yes")]);
        var seat = await sanne.SeatAsync("Mark");
        await Things.LayAsync(sanne, "statement", "Mark kwam gisteren later.", ("know", "WasThere"), ("about", seat));
        await mark.GetAsync(mark.Table);
        var one = mark.Page.QuerySelector("section[aria-labelledby=for-you]")!;
        Assert.Contains("Sanne schreef iets over jou.", one.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("later", one.TextContent, StringComparison.Ordinal);
        await mark.GetAsync(one.QuerySelector(".actions a")!.GetAttribute("href")!);
        Assert.Contains("Mark kwam gisteren later.", mark.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_table_a_child_says_a_wish_again_with_one_press_R14()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        var wish = await Things.LayAsync(amir, "wish", "Ik wil een hond.");
        await amir.GetAsync(amir.Table);
        await amir.PressAsync($"form[action='{wish}/say-again']");
        await amir.GetAsync(amir.Table);
        var card = amir.Page.QuerySelector($"a[href='{wish}']")!.Closest("article")!;
        Assert.Contains("2 keer gezegd", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_a_card_stands_what_this_reader_can_do_with_it_and_the_card_is_the_same_for_all()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        await esra.GetAsync(esra.Table);
        await fatma.GetAsync(fatma.Table);
        var own = esra.Page.QuerySelectorAll("section[aria-labelledby=worries] li").Last(card => Says(card, "Esra"));
        Assert.EndsWith("/stands", own.QuerySelector(".card-act a")!.GetAttribute("href"), StringComparison.Ordinal);
        var more = own.QuerySelector("article a[href*='/things/']")!.GetAttribute("href");
        var others = fatma.Page.QuerySelector($"section[aria-labelledby=worries] a[href='{more}']")!.Closest("li")!;
        Assert.Null(others.QuerySelector(".card-act"));
        Assert.Equal(own.QuerySelector("article")!.OuterHtml, others.QuerySelector("article")!.OuterHtml);
    }

    [Fact]
    public async Task What_is_new_is_told_above_the_table_and_leads_to_it()
    {
        await using var running = await Running.StartAsync();
        using (var before = await running.AsAsync("esra"))
        {
            Assert.Null(before.Page.QuerySelector(".news"));
        }

        using var fatma = await running.AsAsync("fatma");
        await Things.LayAsync(fatma, "help", "Ik kan koken.");
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table);
        Assert.Equal("#new", esra.Page.QuerySelector(".news a")!.GetAttribute("href"));
        Assert.Contains("Ik kan koken.", esra.Page.QuerySelector("#new")!.TextContent, StringComparison.Ordinal);
    }

    private static IElement Section(Visitor who, string name) => who.Page.QuerySelector($"section[aria-labelledby={name}]")!;

    private static List<IElement> Open(IElement section) =>
        [.. section.QuerySelectorAll("article").Where(card => card.Closest("details.folded-more") is null)];

    private static bool Says(IElement card, string name) =>
        card.QuerySelector(".by b")?.TextContent.StartsWith(name, StringComparison.Ordinal) ?? false;
}
