using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Circles;

public sealed class MyTablesTests
{
    private const string New = "Er is iets nieuws";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task At_which_table_something_is_new_is_said_in_words_and_only_of_what_one_may_read(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var samira = await running.AsAsync("samira");
        using var esra = await running.AsAsync("esra");
        using var noor = await running.AsAsync("noor");
        await SitDownEverywhereAsync(samira);
        Assert.DoesNotContain(New, await TablesAsync(samira), StringComparison.Ordinal);

        // Not for her: nothing is said.
        await esra.LayAsync("worry", "Dit is nog even van mij.", ("readers", "OnlyMe"));
        Assert.DoesNotContain(New, await TablesAsync(samira), StringComparison.Ordinal);

        // For her, at one of her tables.
        await esra.LayAsync("good-thing", "Amir lachte bij het ontbijt.");
        await TablesAsync(samira);
        var card = Assert.Single(samira.Page.QuerySelectorAll("li.sheet"), one => one.TextContent.Contains(New, StringComparison.Ordinal));
        Assert.Contains("Esra", card.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("lachte", samira.Html, StringComparison.Ordinal);

        // Once seen in a later session, it is not new any more; what one lays down oneself never is.
        using var later = await running.AsAsync("samira");
        await SitDownEverywhereAsync(later);
        await later.GetAsync(esra.Table + "/lay?what=good-thing");
        await later.PressAsync("form.composer", ("words", "Ik zag dat ook."), ("what", "good-thing"));
        Assert.DoesNotContain(New, await TablesAsync(later), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_choice_of_readers_is_no_news_and_an_answer_to_something_old_is()
    {
        await using var running = await Running.StartAsync();
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        using var fatma = await running.AsAsync("fatma");
        var wish = await amir.LayAsync("wish", "Ik wil vrijdag bij oma slapen.");
        using (var before = await running.AsAsync("fatma"))
        {
            await before.GetAsync(before.Table);
        }

        await amir.GetAsync(wish + "/readers");
        await amir.PressAsync("form[action$='/readers']", ("readers", "GrownUps"));
        Assert.DoesNotContain(New, await TablesAsync(fatma), StringComparison.Ordinal);
        await esra.GetAsync(wish + "/promise");
        await esra.PressAsync("form[action$='/promise']", "yes");
        Assert.Contains(New, await TablesAsync(fatma), StringComparison.Ordinal);
    }

    private static async Task SitDownEverywhereAsync(Visitor who)
    {
        await who.GetAsync("/tables");
        foreach (var address in who.Page.QuerySelectorAll("li.sheet h2 a").Select(link => link.GetAttribute("href")!).ToList())
        {
            await who.GetAsync(address);
        }
    }

    private static async Task<string> TablesAsync(Visitor who)
    {
        await who.GetAsync("/tables");
        return who.Html;
    }
}
