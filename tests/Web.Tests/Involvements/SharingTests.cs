using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Involvements;

public sealed class SharingTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Esra_gives_Bo_nothing_any_more_he_reads_that_at_his_next_request_and_nobody_sees_what_she_chose_T20_R102(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        using var joris = await running.AsAsync("joris");
        var good = await esra.LayAsync("good-thing", "KANARIE-4471 wij lachten zondag.");
        await bo.GetAsync(good);
        Assert.Contains("KANARIE-4471", bo.Html, StringComparison.Ordinal);

        await esra.GetAsync(esra.Table + "/who");
        var link = esra.Page.QuerySelectorAll(".who-card a[href$='/reads']").Single(a => a.TextContent.Contains("Bo", StringComparison.Ordinal)).GetAttribute("href")!;
        await esra.GetAsync(link);
        Assert.Equal("Before", esra.Page.QuerySelector("input[name='what'][checked]")!.GetAttribute("value"));
        await esra.PressAsync("form[action$='/reads']", ("what", "Nothing"));
        Assert.EndsWith("/who", esra.Path, StringComparison.Ordinal);
        await esra.GetAsync(link);
        Assert.Equal("Nothing", esra.Page.QuerySelector("input[name='what'][checked]")!.GetAttribute("value"));

        await bo.GetAsync(good);
        Assert.Equal(HttpStatusCode.NotFound, bo.Status);
        foreach (var page in new[] { bo.Table, bo.Table + "/print", bo.Table + "/find?words=KANARIE" })
        {
            await bo.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, bo.Status);
            Assert.DoesNotContain("KANARIE-4471", bo.Html, StringComparison.Ordinal);
        }

        await joris.GetAsync(good);
        Assert.Equal(HttpStatusCode.OK, joris.Status);
        await bo.GetAsync(bo.Table + "/who");
        Assert.Contains("Dat hoeft niet alles te zijn.", bo.Html, StringComparison.Ordinal);
        Assert.Empty(bo.Page.QuerySelectorAll("a[href$='/reads']"));

        // No professional chooses, no stranger finds the page, and nothing chosen comes back with a sentence.
        foreach (var person in new[] { bo, joris })
        {
            await person.GetAsync(link);
            Assert.Equal(HttpStatusCode.NotFound, person.Status);
            await person.PostAsync(link, [await person.ProofAsync(), new("what", "Before")]);
            Assert.Equal(HttpStatusCode.NotFound, person.Status);
        }

        using var sanne = await running.AsAsync("sanne");
        await sanne.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, sanne.Status);
        await esra.PostAsync(link, [await esra.ProofAsync()]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, esra.Status);
        Assert.Contains("Kies wat er gelezen mag worden.", esra.Page.QuerySelector("#what")!.TextContent, StringComparison.Ordinal);
        await esra.PostAsync(link.Replace("/reads", "x/reads", StringComparison.Ordinal), [await esra.ProofAsync()]);
        Assert.Equal(HttpStatusCode.NotFound, esra.Status);

        // And given again he reads it again.
        await esra.GetAsync(link);
        await esra.PressAsync("form[action$='/reads']", ("what", "SinceThen"));
        await bo.GetAsync(good);
        Assert.Equal(HttpStatusCode.OK, bo.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_answer_of_who_gives_Bo_nothing_stands_on_no_page_on_which_he_does_something_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        using var joris = await running.AsAsync("joris");
        var sentence = await joris.LaySentenceAsync(joris.Table, "Esra haalde Amir op tijd op.", about: "Esra");
        await esra.GetAsync(sentence + "/answer");
        await esra.PressAsync("form.composer", ("words", "KANARIE-4472 dat klopt."));
        string[] pages = ["", "/read-as", "/means", "/find-out"];
        foreach (var page in pages)
        {
            await bo.GetAsync(sentence + page);
            Assert.Contains("KANARIE-4472", bo.Html, StringComparison.Ordinal);
        }

        await esra.GetAsync($"{esra.Table}/people/{await esra.SeatAsync("Bo")}/reads");
        await esra.PressAsync("form[action$='/reads']", ("what", "Nothing"));
        foreach (var page in pages)
        {
            await bo.GetAsync(sentence + page);
            Assert.Equal(HttpStatusCode.OK, bo.Status);
            Assert.DoesNotContain("KANARIE-4472", bo.Html, StringComparison.Ordinal);
        }

        // What he does there leaves her answer where it is.
        await bo.GetAsync(sentence + "/means");
        await bo.PressAsync("form.composer", ("words", "Fijn om te horen."));
        await joris.GetAsync(sentence);
        Assert.Contains("KANARIE-4472", joris.Html, StringComparison.Ordinal);
        Assert.Contains("Fijn om te horen.", joris.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_child_chooses_for_itself_in_its_own_words_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var amir = await running.AsAsync("amir");
        await amir.GetAsync(amir.Table + "/who");
        var link = amir.Page.QuerySelector(".who-card a[href$='/reads']")!.GetAttribute("href")!;
        await amir.GetAsync(link);
        Assert.Contains("Niemand ziet wat jij kiest.", amir.Html, StringComparison.Ordinal);
        await amir.PressAsync("form[action$='/reads']", ("what", "Nothing"));
        Assert.Contains("Zo is het vanaf nu.", amir.Html, StringComparison.Ordinal);
    }
}
