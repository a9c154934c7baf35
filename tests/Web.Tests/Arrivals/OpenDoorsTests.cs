using System.Net;
using Keukentafel.Web.Arrivals;
using Keukentafel.Web.Frames;
using Keukentafel.Web.Shell;
using Keukentafel.Web.Tests.Ground;
using Keukentafel.Web.Tests.Wording;
using Sentences = Keukentafel.Web.Tests.Wording.Sentences;

namespace Keukentafel.Web.Tests.Arrivals;

/// <summary>Whoever comes from the street finds a door that fits, and behind it somebody to talk with (J3, J5).</summary>
public sealed class OpenDoorsTests(OnThePageTests.Table table) : IClassFixture<OnThePageTests.Table>
{
    private Running Running => table.Running;

    [Fact]
    public async Task A_mother_finds_the_door_to_help_first_each_door_leads_to_a_page_with_words_and_every_way_of_asking_begins_with_what_would_help_R56()
    {
        using var mother = Running.Stranger();
        await mother.GetAsync("/nl");
        var doors = mother.Page.QuerySelectorAll(".doors a").Select(door => (Title: door.QuerySelector("b")!.TextContent, Address: door.GetAttribute("href")!)).ToList();
        Assert.Equal(
            ["Ik kan hulp gebruiken", "Ik maak me zorgen over een kind", "Ik ben een kind of jongere", "Ik doe iets wat ik niet wil", "Ik werk met gezinnen"],
            doors.Select(door => door.Title));
        foreach (var (title, address) in doors)
        {
            await mother.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, mother.Status);
            Assert.Equal(title, mother.Page.QuerySelector("h1")!.TextContent);
            Assert.True(Sentences.Words(mother.Page.QuerySelector("main")!.TextContent).Count() > 80, address);
        }

        // Telling an agency is no door (N16).
        await mother.GetAsync("/nl/help");
        Assert.StartsWith("Wat zou jullie helpen?", mother.Page.QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(OpenDoors.Kinds.Count, mother.Page.QuerySelectorAll(".door-kinds dt").Length);
        Assert.Contains(Text.All(english: false)["arrivals.help-who.Volunteers"], mother.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // Alone, together or for a family that knows: what would help comes before who asks and what is hard.
        foreach (var asked in new[] { "/nl/ask", "/nl/ask?for=Together", "/nl/ask?for=Family" })
        {
            await mother.GetAsync(asked);
            Assert.Equal("helps-words", mother.Page.QuerySelector("main form :is(input:not([type=hidden]), textarea, select)")!.Id);
        }
    }

    [Fact]
    public async Task What_others_tell_who_asked_for_help_stands_before_the_form_and_says_that_it_is_invented_R29_partly()
    {
        using var mother = Running.Stranger();
        await mother.GetAsync("/nl/stories");
        var stories = mother.Page.QuerySelectorAll("article.story");
        Assert.Equal(Stories.Invented.Count, stories.Length);
        Assert.All(stories, story => Assert.Contains("Dit verhaal is verzonnen.", story.TextContent, StringComparison.Ordinal));
        Assert.Contains("Straks raak ik mijn kinderen kwijt.", stories[0].TextContent, StringComparison.Ordinal);
        Assert.Empty(mother.Page.QuerySelectorAll("main form"));

        // A part of one stands on the page that leads to the form, before the button to it.
        foreach (var (door, who) in new[] { ("/help", "mother"), ("/young", "boy"), ("/stop", "father") })
        {
            await mother.GetAsync("/nl" + door);
            var story = mother.Page.QuerySelector("main .story")!;
            Assert.Contains("Dit verhaal is verzonnen.", story.TextContent, StringComparison.Ordinal);
            Assert.EndsWith("/stories#" + who, story.QuerySelector("a")!.GetAttribute("href")!, StringComparison.Ordinal);
            if (mother.Page.QuerySelector("main a[href$='/ask']") is { } ask)
            {
                Assert.True(story.CompareDocumentPosition(ask).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
            }
        }
    }

    [Theory]
    [InlineData("/", "Het komt vaak voor", "Dat maakt het nog niet goed")]
    [InlineData("/think", "Dat gebeurt veel mensen", "maakt het nog niet goed")]
    [InlineData("/help", "In veel gezinnen", "maakt het nog niet goed")]
    [InlineData("/young", "Het gebeurt bij meer kinderen", "Dat maakt het niet goed")]
    [InlineData("/stop", "Meer ouders doen dit", "Dat maakt het niet goed")]
    public async Task Whoever_reads_that_it_is_common_reads_beside_it_that_this_does_not_make_it_good_R30_N41_partly(string path, string common, string notGood)
    {
        using var stranger = Running.Stranger();
        await stranger.GetAsync("/nl" + path);
        var both = stranger.Page.QuerySelectorAll("main p").Select(part => part.TextContent).Single(part => part.Contains(common, StringComparison.Ordinal));
        Assert.Contains(notGood, both, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_boy_of_15_reads_whom_to_talk_to_now_and_what_to_ask_before_he_tells_R57_partly()
    {
        using var boy = Running.Stranger();
        await boy.GetAsync("/nl/young");
        var main = boy.Page.QuerySelector("main")!;
        foreach (var name in new[] { "Kindertelefoon", "Jeugdstem", "Veilig Thuis", "Iemand die je vertrouwt", "Je huisarts" })
        {
            Assert.Contains(name, main.TextContent, StringComparison.Ordinal);
        }

        Assert.All(["Children", "Trusted", "Home"], key => Assert.NotNull(main.QuerySelector($"a[href='tel:{Fragments.Dialled(Rights.Current.Line(key).Number!)}']")));
        Assert.Contains("Vraag eerst: aan wie vertel je dit? Soms moet een volwassene iets doen", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Luistert iemand niet goed? Probeer het bij een ander.", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Een volwassene die jij kiest", main.TextContent, StringComparison.Ordinal);
        Assert.NotNull(main.QuerySelector("a[href$='/rights']"));

        // As short as what a child of 11 reads.
        var sentences = Text.All(english: false).Where(pair => pair.Key.StartsWith("arrivals.young-", StringComparison.Ordinal)).SelectMany(pair => Sentences.Of(pair.Value)).ToList();
        Assert.DoesNotContain(sentences, one => Sentences.Length(one) > 15);
        Assert.InRange(sentences.Average(Sentences.Length), 1, 8);
    }

    [Fact]
    public async Task Somebody_who_is_about_to_ask_reads_who_hears_it_what_they_must_and_what_not_without_them_R57_partly_N18_partly()
    {
        using var mother = Running.Stranger();
        await mother.GetAsync("/nl/help");
        var main = mother.Page.QuerySelector("main")!.TextContent;
        foreach (var ask in OpenDoors.Before)
        {
            Assert.Contains(Text.All(english: false)["arrivals.help-before." + ask], main, StringComparison.Ordinal);
        }

        // Neither a promise that cannot be kept nor a fear that is talked away (N43).
        Assert.Contains("Die angst is te begrijpen. Is een kind in gevaar, dan moet een hulpverlener soms iets doen.", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_father_who_hits_finds_what_to_do_now_and_that_he_may_call_without_his_name()
    {
        using var father = Running.Stranger();
        await father.GetAsync("/nl/stop");
        var main = father.Page.QuerySelector("main")!;
        Assert.NotNull(main.QuerySelector("a[href='tel:112']"));
        Assert.NotNull(main.QuerySelector("a[href='tel:08002000']"));
        Assert.Contains("Veilig Thuis is er ook voor wie het zelf doet. Je hoeft je naam niet te zeggen.", main.TextContent, StringComparison.Ordinal);

        // What to do now stands before whom to talk to.
        Assert.Equal(["Loopt het nu op?", "Met wie kun je praten?"], main.QuerySelectorAll("h2").Take(2).Select(heading => heading.TextContent));
    }

    [Fact]
    public async Task A_teacher_reads_that_the_duty_stays_and_comes_in_only_by_the_family_R61_partly()
    {
        using var teacher = Running.Stranger();
        await teacher.GetAsync("/nl/work");
        var main = teacher.Page.QuerySelector("main")!;
        Assert.Equal([5, 5], main.QuerySelectorAll("ol").Select(steps => steps.QuerySelectorAll("li").Length));
        Assert.Contains("De vragen om te wegen gelden sinds 1 januari 2019.", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dit programma neemt die plicht niet over.", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Zonder ja van het gezin kom je niet binnen.", main.TextContent, StringComparison.Ordinal);
        Assert.NotNull(main.QuerySelector("a[href$='/think']"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/help")]
    [InlineData("/young")]
    [InlineData("/stop")]
    [InlineData("/work")]
    [InlineData("/stories")]
    public async Task Whoever_comes_from_the_street_leaves_nothing_and_calls_for_help_in_one_press_R65_partly(string path) =>
        Assert.Empty(await Leafing.WrongAsync(Running, path));
}
