using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Collaborations;

public sealed class TogetherTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_child_a_mother_and_a_guest_each_choose_a_sentence_and_stand_under_it_R108_R109(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var bo = await running.AsAsync("bo");
        await ChooseAsync(amir, ("sentence", "Apart"), ("words", "Bo vraagt oma nooit iets."));
        await ChooseAsync(bo, ("sentence", "Team"));
        await ChooseAsync(esra, ("sentence", "Apart"), ("next-words", "Bo belt oma."));

        await esra.GetAsync(esra.Table + "/together");
        var under = esra.Page.QuerySelectorAll("main li.sheet").ToDictionary(
            sentence => sentence.QuerySelector("h2")!.TextContent, sentence => sentence.QuerySelectorAll(".by b").Select(name => name.TextContent).ToList());
        Assert.Equal(5, under.Count);
        Assert.Equal([["Esra", "Amir"], [], ["Samira"], [], ["Bo"]], under.Values);
        Assert.Contains("“Bo belt oma.”", esra.Page.QuerySelector("[aria-labelledby=next-step]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(esra.Page.QuerySelector("a[href$='/plan/agreement']"));

        // Not a count, not a mean, not a percentage: with the sentences stands no number but the day on which one was chosen.
        foreach (var day in esra.Page.QuerySelectorAll("main .small, main .only-heard"))
        {
            day.Remove();
        }

        Assert.DoesNotContain(string.Concat(esra.Page.QuerySelectorAll("main > ul, main > section").Select(part => part.TextContent)), char.IsAsciiDigit);
    }

    [Fact]
    public async Task What_was_chosen_before_stays_readable_and_the_newest_stands_with_the_sentences_INV71()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await ChooseAsync(esra, ("sentence", "Apart"), ("words", "Eerst was het zo."));
        await ChooseAsync(esra, ("sentence", "SharedTask"), ("words", "Nu praten we."));
        Assert.Equal("“Nu praten we.”", Assert.Single(esra.Page.QuerySelectorAll("main li.sheet .said")).TextContent);
        Assert.Contains("Eerst was het zo.", esra.Page.QuerySelector("main details.folded")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_mother_says_no_to_a_ground_the_page_says_that_one_leader_does_not_solve_it_R106()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        await ChooseAsync(bo, ("sentence", "SharedTask"), ("SameAim", "Yes"), ("direction-words", "Ik volg Samira."), ("hands-over-words", "Het bellen met school."));
        Assert.DoesNotContain("als één iemand alles regelt", bo.Html, StringComparison.Ordinal);
        Assert.Contains("Ik volg Samira.", bo.Html, StringComparison.Ordinal);
        Assert.Contains("Het bellen met school.", bo.Html, StringComparison.Ordinal);
        await ChooseAsync(esra, ("sentence", "Apart"), ("SameAim", "No"), ("direction-words", "Dit vraagt niemand mij."));
        Assert.Contains("als één iemand alles regelt", WebUtility.HtmlDecode(esra.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("Dit vraagt niemand mij.", esra.Html, StringComparison.Ordinal);
        Assert.Contains("Nee: Esra", WebUtility.HtmlDecode(esra.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_sentence_it_is_asked_again_and_nothing_typed_is_lost_R150()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        await ChooseAsync(bo, ("words", "Ik zag iets."), ("SamePeople", "No"), ("direction-words", "Samira."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bo.Status);
        Assert.NotNull(bo.Page.QuerySelector("#sentence-error"));
        Assert.Equal("Ik zag iets.", bo.Page.QuerySelector("#words")!.TextContent);
        Assert.Equal("Samira.", bo.Page.QuerySelector("#direction-words")!.TextContent);
        Assert.NotNull(bo.Page.QuerySelector("input[name=SamePeople][value=No][checked]"));
        await bo.PressAsync("form.composer", ("sentence", "NotKnown"));
        Assert.Equal(HttpStatusCode.OK, bo.Status);
        Assert.Contains("Ik zag iets.", bo.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_for_some_is_seen_by_those_alone_and_a_stranger_finds_nothing_R12()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        using var jayden = await running.AsAsync("jayden");
        await ChooseAsync(esra, ("sentence", "Apart"), ("words", "Voor de groten."), ("readers", "GrownUps"));
        foreach (var page in new[] { "/together", "/print" })
        {
            await amir.GetAsync(amir.Table + page);
            Assert.Equal(HttpStatusCode.OK, amir.Status);
            Assert.DoesNotContain("Voor de groten.", amir.Html, StringComparison.Ordinal);
        }

        foreach (var page in new[] { "/together", "/together/new" })
        {
            await jayden.GetAsync(esra.Table + page);
            Assert.Equal(HttpStatusCode.NotFound, jayden.Status);
        }

        await jayden.PostAsync(esra.Table + "/together/new", [await jayden.ProofAsync(), KeyValuePair.Create("sentence", "Team")]);
        Assert.Equal(HttpStatusCode.NotFound, jayden.Status);
    }

    [Fact]
    public async Task A_mother_reads_what_the_father_who_lives_apart_chose_only_when_she_opens_it_T20()
    {
        await using var running = await Running.StartAsync();
        using var mark = await running.AsAsync("mark");
        await ChooseAsync(mark, ("sentence", "Apart"), ("words", "Niemand belt mij."), ("next-words", "Bel mij ook."));
        using var other = await running.AsAsync("sanne");
        await other.GetAsync(mark.Table + "/together");
        var folded = other.Page.QuerySelector("main details.folded-apart")!;
        Assert.Contains("Niemand belt mij.", folded.TextContent, StringComparison.Ordinal);
        folded.Remove();
        Assert.DoesNotContain("Niemand belt mij.", other.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Bel mij ook.", other.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task ChooseAsync(Visitor who, params (string Name, string? Value)[] typed)
    {
        await who.GetAsync(who.Table + "/together/new");
        await who.PressAsync("form.composer", typed);
    }
}
