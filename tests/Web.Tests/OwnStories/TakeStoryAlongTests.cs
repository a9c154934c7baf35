using System.Net;
using System.Text.Json;
using Keukentafel.Web.OwnStories;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Docs;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.OwnStories;

public sealed class TakeStoryAlongTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_takes_her_own_words_along_to_read_as_a_document_and_as_data_R7_N46(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        await esra.LayAsync("worry", "Dit weet iedereen.");
        await esra.LayAsync("worry", "Dit is van mij alleen.", ("readers", "OnlyMe"));
        await esra.GetAsync(table);
        await esra.GetAsync(esra.Page.QuerySelector("main a[href$='/story']")!.GetAttribute("href")!);
        Assert.Equal("Mijn verhaal meenemen", esra.Page.QuerySelector("h1")!.TextContent);

        foreach (var way in new[] { "read", "document", "data" })
        {
            await esra.GetAsync($"{table}/story/{way}");
            Assert.Equal(HttpStatusCode.OK, esra.Status);
            Assert.Contains("Dit weet iedereen.", esra.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("Dit is van mij alleen.", esra.Html, StringComparison.Ordinal);
            await esra.GetAsync($"{table}/story/{way}?private=yes");
            Assert.Contains("Dit is van mij alleen.", esra.Html, StringComparison.Ordinal);
            var disposition = esra.Answer.Content.Headers.ContentDisposition;
            Assert.Equal(way == "read" ? null : "attachment", disposition?.DispositionType);
            Assert.DoesNotContain("Esra", disposition?.FileName ?? "", StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal("application/json", esra.Answer.Content.Headers.ContentType!.MediaType);
        using var data = JsonDocument.Parse(esra.Html);
        Assert.Equal(StoryFile.Now, data.RootElement.GetProperty("format").GetString());
        Assert.Equal("Esra", data.RootElement.GetProperty("of").GetString());
        var alone = data.RootElement.GetProperty("pages").EnumerateArray().Last();
        Assert.Equal(("worry", "own", "onlyMe"), (alone.GetProperty("thing").GetString(), alone.GetProperty("why").GetString(), alone.GetProperty("readers").GetString()));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Fatma_finds_nothing_of_third_persons_in_her_story_R7(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var fatma = await running.AsAsync("fatma");
        await fatma.LayAsync("good-thing", "Ik kook op vrijdag.");
        foreach (var way in new[] { "read", "document", "data" })
        {
            await fatma.GetAsync($"{fatma.Table}/story/{way}?private=yes&apart=yes");
            Assert.Contains("Ik kook op vrijdag.", fatma.Html, StringComparison.Ordinal);
        }

        // Whatever else lies on the table, she can read it there; none of it stands in her story.
        using var story = JsonDocument.Parse(fatma.Html);
        var pages = story.RootElement.GetProperty("pages").EnumerateArray().ToLookup(page => page.GetProperty("why").GetString());
        Assert.NotEmpty(pages["beside"]);
        Assert.NotEmpty(pages["own"]);
        Assert.All(pages["beside"].SelectMany(SaidIn), said => Assert.Equal("Fatma", said.By));
        Assert.All(
            pages["aboutMe"],
            page => Assert.All(SaidIn(page), said => Assert.Contains(said.By, new[] { "Fatma", page.GetProperty("by").GetString() })));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_words_of_Amir_go_along_only_after_his_own_yes_R7(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var amir = await running.AsAsync("amir");
        var worry = await esra.LayAsync("worry", "Amir slaapt weinig.", ("about", await esra.SeatAsync("Amir")));
        await amir.GetAsync(worry);
        await amir.GetAsync(amir.Page.QuerySelector("a[href$='/answer']")?.GetAttribute("href") ?? worry + "/answer");
        await amir.PressAsync("main form", ("words", "Ik slaap best goed."));
        await esra.GetAsync(esra.Table + "/story/read");
        Assert.Contains("Amir slaapt weinig.", esra.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ik slaap best goed.", esra.Html, StringComparison.Ordinal);
        Assert.Contains("Wat anderen erbij zeiden, blijft aan tafel.", esra.Html, StringComparison.Ordinal);
        await esra.GetAsync(esra.Table + "/story");
        Assert.Contains("Woorden van een kind gaan alleen mee als dat kind ja zei.", esra.Html, StringComparison.Ordinal);
        var before = esra.Steady();

        await amir.GetAsync(esra.Table + "/story");
        await amir.GetAsync(amir.Page.QuerySelector("main a[href$='/let-go']")!.GetAttribute("href")!);
        Assert.Empty(amir.Page.QuerySelectorAll("input[name=with]:checked"));
        var her = amir.Page.QuerySelectorAll("label.tile").Single(tile => tile.TextContent.Contains("Esra", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value");
        await amir.PressAsync("main form", ("with", her));
        Assert.Equal(esra.Table + "/story", amir.Path);
        await esra.GetAsync(esra.Table + "/story");
        Assert.Equal(before, esra.Steady());
        await esra.GetAsync(esra.Table + "/story/read");
        Assert.Contains("Ik slaap best goed.", esra.Html, StringComparison.Ordinal);
        await amir.GetAsync(esra.Table + "/story/let-go");
        Assert.Single(amir.Page.QuerySelectorAll("input[name=with]:checked"));
    }

    [Fact]
    public async Task A_professional_and_a_stranger_take_nothing_along_and_a_grown_up_says_nothing_for_a_child_R7()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var samira = await running.AsAsync("samira");
        using var deniz = await running.AsAsync("mark");
        foreach (var page in new[] { "/story", "/story/read", "/story/document", "/story/data", "/story/let-go" })
        {
            foreach (var who in new[] { samira, deniz })
            {
                await who.GetAsync(esra.Table + page);
                Assert.Equal(HttpStatusCode.NotFound, who.Status);
            }
        }

        var table = esra.Table;
        await esra.GetAsync(table + "/story/let-go");
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
        await esra.PostAsync(table + "/story/let-go", [await esra.ProofAsync(), new("asked", "yes")]);
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);
    }

    [Fact]
    public async Task Amir_who_ticks_what_is_not_there_gets_a_sentence_and_nothing_changes()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        var table = amir.Table;
        var proof = await amir.ProofAsync();
        await amir.PostAsync(table + "/story/let-go", [proof, new("asked", "yes"), new("with", Domain.Access.SeatId.New().Value.ToString()), new("with", "niets")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, amir.Status);
        Assert.NotNull(amir.Page.QuerySelector("[role=alert]"));
        await amir.GetAsync(table + "/story/let-go");
        Assert.NotEmpty(amir.Page.QuerySelectorAll("input[name=with]"));
        Assert.Empty(amir.Page.QuerySelectorAll("input[name=with]:checked"));
    }

    [Fact]
    public async Task What_the_other_parent_said_goes_along_with_Sanne_only_when_she_chooses_it_T20()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        await sanne.GetAsync(sanne.Table + "/story/data?private=yes");
        Assert.DoesNotContain("\"by\": \"Mark\"", sanne.Html, StringComparison.Ordinal);

        // An answer does not stand under the kind of a sentence that stays at the table.
        using var mark = await running.AsAsync("mark");
        await mark.GetAsync(mark.Table + "/story/read");
        var answer = mark.Page.QuerySelectorAll("article").Single(article => article.TextContent.Contains("Ik zie dit anders.", StringComparison.Ordinal));
        Assert.Null(answer.QuerySelector(".kind"));
        await sanne.GetAsync(sanne.Table + "/story");
        Assert.NotNull(sanne.Page.QuerySelector("input[name=apart]"));
        await sanne.GetAsync(sanne.Table + "/story/data?apart=yes");
        Assert.Contains("\"by\": \"Mark\"", sanne.Html, StringComparison.Ordinal);
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/story");
        Assert.Null(esra.Page.QuerySelector("input[name=apart]"));
    }

    [Fact]
    public async Task A_story_as_a_document_fetches_nothing_and_says_no_name_in_its_title_R128()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/story/document");
        Assert.Equal("Mijn verhaal", esra.Page.Title);
        Assert.NotEmpty(esra.Page.QuerySelectorAll("article"));
        Assert.Empty(esra.Page.QuerySelectorAll("[src], [href], use, link, script, iframe, form"));
    }

    [Fact]
    public async Task Every_field_of_the_data_and_every_name_in_it_is_described_R7()
    {
        var described = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "own-story.md"), TestContext.Current.CancellationToken);
        var fields = new[] { typeof(StoryFile), typeof(StoryFile.Page), typeof(StoryFile.Aloud), typeof(StoryFile.Words) }
            .SelectMany(type => type.GetConstructors()[0].GetParameters())
            .Select(field => StoryFile.Camel(field.Name!));
        var names = Enum.GetNames<Domain.OwnStories.StoryWhat>().Concat(Enum.GetNames<Domain.OwnStories.StoryBond>()).Select(StoryFile.Camel);
        Assert.All(fields.Concat(names), name => Assert.Contains($"| {name} |", described, StringComparison.Ordinal));
    }

    private static IEnumerable<(string By, string? Text)> SaidIn(JsonElement page) => page.GetProperty("said").EnumerateArray()
        .Select(said => (said.GetProperty("by").GetString()!, said.TryGetProperty("text", out var text) ? text.GetString() : null));
}
