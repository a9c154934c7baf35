using AngleSharp.Dom;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Decisions;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Talks;

namespace Keukentafel.Web.Tests.Circles;

public sealed class ParentsApartTests
{
    // What Mark says: a slip of his own, an answer under a child's, one under a guest's, a half of a difference.
    private static readonly string[] OfMark =
        ["Ik stuur Isa op vrijdag om vijf uur", "Goed dat je het zegt.", "Zo kan ik het lezen.", "Isa heeft het goed in twee huizen."];

    private static readonly string[] OfSanne = ["Ik maak me zorgen over de vrijdagen.", "Dat wist ik niet. Mijn geluid gaat uit.", "Isa past zich te veel aan ons aan."];

    [Fact]
    public async Task What_the_other_sees_can_be_laid_with_a_decision_by_name_without_meeting_their_words_T20()
    {
        await using var running = await Running.StartAsync();
        using var mark = await running.AsAsync("mark");
        var page = await mark.AskHeavyAsync("Woont Isa doordeweeks bij mij?", await mark.SeatAsync("Isa"));
        await mark.GetAsync(page.Act() + "/help-decide?aid=Views");
        var tiles = mark.Page.QuerySelectorAll("label.tile:has(input[name=thing])").Select(tile => tile.TextContent).ToList();
        Assert.Contains(tiles, tile => tile.Contains("Zo ziet Sanne het", StringComparison.Ordinal));
        Assert.Contains(tiles, tile => tile.Contains("Isa heeft het goed in twee huizen.", StringComparison.Ordinal));
        Assert.DoesNotContain("Isa past zich te veel aan ons aan.", mark.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_with_the_other_is_asked_for_by_name_and_read_back_with_their_words_folded_T20()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");

        // Nobody chosen is everybody but him.
        var without = await sanne.PlanAsync("Over school");
        await mark.GetAsync(without);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, mark.Status);

        var talk = await mark.PlanAsync("Ik wil het over vrijdag hebben", "Sanne", "Isa");
        await sanne.GetAsync(sanne.Table);
        Assert.DoesNotContain("over vrijdag", sanne.Html, StringComparison.Ordinal);
        Assert.Contains("Mark plant een gesprek", sanne.Html, StringComparison.Ordinal);
        await sanne.GetAsync(sanne.Table + "/talks");
        Assert.DoesNotContain("over vrijdag", sanne.Html, StringComparison.Ordinal);
        await mark.GetAsync(talk + "/points/new");
        await mark.PressAsync("form.composer", ("words", "Ik wil weten hoe laat."));
        await sanne.GetAsync(talk);
        Assert.All(SaidOn(sanne, "Ik wil weten hoe laat."), said => Assert.True(IsFolded(said)));
        await mark.BeginAsync(talk, "own", "Sanne", "Isa");
        await mark.GetAsync(talk);
        await mark.SayAsync(null, "Isa lachte bij het eten.");
        await mark.PostAsync(talk + "/turn", [await mark.ProofAsync(), KeyValuePair.Create("ask", "Sheet")]);
        await mark.GetAsync(talk);
        await mark.SayAsync(null, "Vijf uur is goed genoeg.", ("part", "GoodEnough"));
        await mark.PostAsync(talk + "/end", [await mark.ProofAsync()]);
        using var isa = await running.AsAsync("isa");
        foreach (var page in new[] { talk, talk + "/sheet" })
        {
            await sanne.GetAsync(page);
            foreach (var words in new[] { "Isa lachte bij het eten.", "Vijf uur is goed genoeg." })
            {
                Assert.NotEmpty(SaidOn(sanne, words));
                Assert.All(SaidOn(sanne, words), said => Assert.True(IsFolded(said), $"{words} lies open on {page}"));
            }

            await isa.GetAsync(page);
            Assert.All(SaidOn(isa, "Vijf uur is goed genoeg."), said => Assert.False(IsFolded(said)));
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Elif_says_later_that_the_parents_live_apart_and_from_then_on_she_and_Murat_have_an_own_side_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var elif = await running.AsAsync("elif");
        using var murat = await running.AsAsync("murat");
        using var aylin = await running.AsAsync("aylin");
        await murat.LayAsync("good-thing", "Deniz lachte bij het eten.");
        await elif.GetAsync(elif.Table);
        Assert.All(SaidOn(elif, "Deniz lachte bij het eten."), said => Assert.False(IsFolded(said)));

        // Her own people are not asked, find no page, and say nothing.
        await aylin.GetAsync(aylin.Table + "/who");
        Assert.Empty(aylin.Page.QuerySelectorAll("a[href$='/apart']"));
        await aylin.GetAsync(aylin.Table + "/apart");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, aylin.Status);
        await aylin.PostAsync(aylin.Table + "/apart", [await aylin.ProofAsync()]);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, aylin.Status);

        await elif.GetAsync(elif.Table + "/who");
        await elif.GetAsync(elif.Page.QuerySelector("a[href$='/apart']")!.GetAttribute("href")!);
        await elif.PressAsync("form[action$='/apart']");
        Assert.EndsWith("/who", elif.Path, StringComparison.Ordinal);
        foreach (var person in new[] { elif, murat, aylin })
        {
            await person.GetAsync(person.Table + "/who");
            Assert.Contains("De ouders wonen niet bij elkaar. Deze tafel is van", person.Html, StringComparison.Ordinal);
            Assert.Empty(person.Page.QuerySelectorAll("a[href$='/apart']"));
        }

        await elif.GetAsync(elif.Table);
        Assert.All(SaidOn(elif, "Deniz lachte bij het eten."), said => Assert.True(IsFolded(said)));

        // Pressed by the other in the same moment, it stands as it stood.
        await murat.PostAsync(murat.Table + "/apart", [await murat.ProofAsync()]);
        Assert.EndsWith("/who", murat.Path, StringComparison.Ordinal);
        await murat.GetAsync(murat.Table + "/apart");
        Assert.EndsWith("/who", murat.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_meets_the_words_of_the_other_only_by_pressing_and_sees_that_they_are_there_T20()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        using var mark = await running.AsAsync("mark");
        using var isa = await running.AsAsync("isa");

        // In this order, so that a card drawn for one would show for the next.
        foreach (var (reader, theirs) in new[] { (isa, Array.Empty<string>()), (sanne, OfMark), (mark, OfSanne), (isa, []), (sanne, OfMark) })
        {
            var seen = new HashSet<string>();
            foreach (var part in new[] { "", "/views", "/print", "/find?q=vrijdag", "/find?q=isa" })
            {
                await reader.OpenAsync(reader.Table, part);
                foreach (var words in theirs)
                {
                    foreach (var said in SaidOn(reader, words))
                    {
                        seen.Add(words);
                        Assert.True(IsFolded(said), $"{words} lies open on {reader.Path}");
                    }
                }

                if (theirs.Length == 0)
                {
                    Assert.Null(reader.Page.QuerySelector(".folded-apart, .own-sheet"));
                }
            }

            Assert.Equal(theirs.Order(), seen.Order());
        }
    }

    [Fact]
    public async Task On_the_page_of_a_childs_slip_the_other_parents_answer_waits_and_ones_own_stands_open()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        await sanne.GetAsync(await sanne.FindAsync("Ik maak me zorgen als ze appen."));
        var answer = Assert.Single(SaidOn(sanne, "Goed dat je het zegt."));
        Assert.Contains("Mark antwoordt", answer.Closest(".folded-apart")!.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.False(IsFolded(Assert.Single(SaidOn(sanne, "Dat wist ik niet."))));

        // Who goes to what the other said has chosen to read it.
        await sanne.GetAsync(await sanne.FindAsync("Ik stuur Isa op vrijdag"));
        Assert.False(IsFolded(Assert.Single(SaidOn(sanne, "Ik stuur Isa op vrijdag"))));
    }

    [Fact]
    public async Task On_paper_the_other_parents_words_have_a_sheet_of_their_own_with_what_they_answer_R35_partly()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        await sanne.GetAsync(sanne.Table + "/print");
        var sheet = Assert.Single(sanne.Page.QuerySelectorAll(".own-sheet"));
        foreach (var words in OfMark)
        {
            Assert.Contains(words, sheet.TextContent, StringComparison.Ordinal);
        }

        // The answer stands beside what it answers, and where it was left out it is said that it is there.
        Assert.Contains("Ik maak me zorgen als ze appen.", sheet.TextContent, StringComparison.Ordinal);
        Assert.Null(sheet.QuerySelector(".folded-apart"));
        Assert.NotEmpty(sanne.Page.QuerySelectorAll(".folded-apart .apart-note"));
    }

    private static List<IElement> SaidOn(Visitor reader, string words) =>
        [.. reader.Page.QuerySelectorAll(".said").Where(said => said.TextContent.Contains(words, StringComparison.Ordinal))];

    private static bool IsFolded(IElement said) =>
        said.Closest(".folded-apart:not([open])") is not null || said.Closest(".own-sheet .folded:not([open])") is not null;
}
