using System.Net;
using AngleSharp.Html.Dom;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Access;

/// <summary>A press too many does nothing: what was sent is done once, and the second time one comes where the first led.</summary>
public sealed class SentTwiceTests
{
    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_same_words_sent_twice_lie_on_the_table_once(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        await esra.GetAsync(table + "/lay?what=worry");
        var form = Form(esra, "form.composer", ("words", "Ik slaap al weken slecht."));
        await SendAsync(esra, form);
        Assert.Contains("Het ligt op tafel", esra.Html, StringComparison.Ordinal);
        await SendAsync(esra, form);
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        Assert.Equal(table, esra.Path);
        Assert.Contains("Dat was al gelukt.", esra.Page.QuerySelector(".told")!.TextContent, StringComparison.Ordinal);
        Assert.Single(esra.Page.QuerySelectorAll("[aria-labelledby=worries] .said"), said => said.TextContent.Contains("al weken slecht", StringComparison.Ordinal));

        // Other words in the same form are another thing to say, and are never lost.
        await SendAsync(esra, Form(form, ("words", "Ik maak me ook zorgen om mijn werk.")));
        Assert.Single(esra.Page.QuerySelectorAll("[aria-labelledby=worries] .said"), said => said.TextContent.Contains("om mijn werk", StringComparison.Ordinal));

        // And the same words in a form of their own, by somebody who wants to say them again.
        await esra.LayAsync("worry", "Ik slaap al weken slecht.");
        await esra.GetAsync(table);
        Assert.Equal(2, esra.Page.QuerySelectorAll("[aria-labelledby=worries] .said").Count(said => said.TextContent.Contains("al weken slecht", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Sent_ten_times_at_once_it_lies_there_once(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        await esra.GetAsync(table + "/lay?what=good-thing");
        var form = Form(esra, "form.composer", ("words", "We lachten om de kat."));
        var windows = Enumerable.Range(0, 10).Select(_ => running.Stranger()).ToList();
        foreach (var window in windows)
        {
            window.Cookies.Add(esra.Cookies.GetAllCookies());
        }

        await Task.WhenAll(windows.Select(window => SendAsync(window, form)));
        Assert.All(windows, window => Assert.Equal((HttpStatusCode.OK, table), (window.Status, window.Path)));
        await esra.GetAsync(table);
        Assert.Single(esra.Page.QuerySelectorAll("[aria-labelledby=good] .said"), said => said.TextContent.Contains("om de kat", StringComparison.Ordinal));
        windows.ForEach(window => window.Dispose());
    }

    [Fact]
    public async Task A_table_started_twice_is_one_table()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync("/tables/new");
        await esra.PressAsync("main form");
        await esra.PressAsync("main form", ("child1", "Pien"));
        var form = Form(esra, "main form");
        await SendAsync(esra, form);
        await SendAsync(esra, form);
        Assert.Equal("/tables", esra.Path);
        Assert.Single(esra.Page.QuerySelectorAll("main li.sheet"), sheet => sheet.TextContent.Contains("Pien", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_added_twice_sits_there_once()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        await esra.IntroduceAsync(table, "Wim");
        var form = Form(esra, "main form");
        await SendAsync(esra, form);
        await SendAsync(esra, form);
        Assert.Equal(HttpStatusCode.OK, esra.Status);
        await esra.GetAsync(table + "/list");
        Assert.Single(esra.Page.QuerySelectorAll(".table-list li"), li => li.TextContent.Contains("Wim", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_words_for_another_thing_are_another_form()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        var one = await bo.LaySentenceAsync(bo.Table, "De deur stond open.", about: "Esra");
        var other = await bo.LaySentenceAsync(bo.Table, "Het raam stond open.", about: "Esra");
        await esra.GetAsync(one + "/answer");
        var form = Form(esra, "form.composer", ("words", "Dat klopt."));
        await SendAsync(esra, form);
        await SendAsync(esra, (other + "/answer", form.Fields));
        await esra.GetAsync(other);
        Assert.Contains("“Dat klopt.”", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_again_after_other_words_it_still_lies_there_once_and_leaves_no_draft()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        await esra.GetAsync(table + "/lay?what=worry");
        var first = Form(esra, "form.composer", ("words", "Ik slaap al weken slecht."));
        var other = Form(first, ("words", "Ik maak me ook zorgen om mijn werk."));
        foreach (var form in new[] { first, first, other, first, other })
        {
            await SendAsync(esra, form);
        }

        await esra.GetAsync(table);
        foreach (var words in new[] { "al weken slecht", "om mijn werk" })
        {
            Assert.Single(esra.Page.QuerySelectorAll("[aria-labelledby=worries] .said"), said => said.TextContent.Contains(words, StringComparison.Ordinal));
        }

        // Kept on the way, and then done before: nothing is left to be done.
        await SendAsync(esra, Form(first, ("open", "yes")));
        await SendAsync(esra, first);
        await esra.GetAsync("/drafts");
        Assert.Empty(esra.Page.QuerySelectorAll("main li"));
    }

    [Fact]
    public async Task A_form_that_was_done_and_comes_again_after_the_session_ended_does_not_come_back_as_a_draft()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync(esra.Table + "/lay?what=worry");
        var form = Form(esra, "form.composer", ("words", "Ik slaap al weken slecht."));
        await SendAsync(esra, form);
        var cookies = esra.Cookies.GetAllCookies().Where(cookie => cookie.Name == "keukentafel").ToList();
        await esra.GetAsync("/me");
        await esra.PressAsync("form[action='/sign-out']");
        using var late = running.Stranger();
        cookies.ForEach(late.Cookies.Add);
        await SendAsync(late, form);
        Assert.Equal("/sign-in", late.Path);
        Assert.Contains("Dat was al gelukt.", late.Html, StringComparison.Ordinal);
        using var later = await running.AsAsync("esra");
        await later.GetAsync("/drafts");
        Assert.Empty(later.Page.QuerySelectorAll("main li"));
    }

    [Fact]
    public async Task What_is_taken_back_twice_is_gone_and_no_page_says_that_it_was_never_there()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        var table = esra.Table;
        var thing = await esra.LayAsync("worry", "Dit zeg ik toch liever niet.");
        await esra.GetAsync(thing + "/take-back");
        var form = Form(esra, "form[action$='/take-back']");
        await SendAsync(esra, form);
        await SendAsync(esra, form);
        Assert.Equal((HttpStatusCode.OK, table), (esra.Status, esra.Path));
        Assert.DoesNotContain("toch liever niet", esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_be_done_once_and_is_sent_twice_is_not_answered_as_a_mistake()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        var sentence = await bo.LaySentenceAsync(bo.Table, "De deur stond open.", about: "Esra");
        await esra.GetAsync(sentence + "/answer");
        var form = Form(esra, "form.composer", ("words", "Ik was net de vuilnis aan het wegbrengen."));
        await SendAsync(esra, form);
        await SendAsync(esra, form);
        Assert.Equal((HttpStatusCode.OK, sentence), (esra.Status, esra.Path));
        Assert.Single(esra.Page.QuerySelectorAll(".said"), said => said.TextContent.Contains("vuilnis", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Going_back_to_a_form_that_is_done_leads_to_the_table()
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        var table = bo.Table;
        await bo.GetAsync(table + "/lay");
        await bo.PressAsync("form.composer", ("words", "Amir was op tijd."));
        await bo.PressAsync("form.composer", ("what", "GoodThing"));
        var last = bo.Path;
        Assert.Contains("step=Who", last, StringComparison.Ordinal);
        await bo.PressAsync("form.composer");
        await bo.GetAsync(last);
        Assert.Equal(table, bo.Path);
        Assert.Contains("Dat was al gelukt.", bo.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_learns_of_a_form_of_somebody_else()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        using var bo = await running.AsAsync("bo");
        await esra.GetAsync(esra.Table + "/lay?what=worry");
        var form = Form(esra, "form.composer", ("words", "Ik slaap al weken slecht."));
        await SendAsync(esra, form);
        var draft = form.Fields.Single(field => field.Key == "draft").Value;
        await bo.GetAsync($"{bo.Table}/lay?draft={draft}");
        Assert.NotNull(bo.Page.QuerySelector("form.composer"));

        // The same number in somebody else's form is another form.
        await bo.PressAsync("form.composer", ("draft", draft), ("words", "Ik slaap al weken slecht."), ("what", "Worry"), ("step", "Who"));
        Assert.Contains("Het ligt op tafel", bo.Html, StringComparison.Ordinal);
    }

    private static (string Address, IReadOnlyList<KeyValuePair<string, string>> Fields) Form(
        Visitor who, string selector, params (string Name, string Value)[] typed)
    {
        var form = (IHtmlFormElement)who.Page.QuerySelector(selector)!;
        return Form((form.GetAttribute("action")!, Visitor.Fields(form)), typed);
    }

    private static (string Address, IReadOnlyList<KeyValuePair<string, string>> Fields) Form(
        (string Address, IReadOnlyList<KeyValuePair<string, string>> Fields) form, params (string Name, string Value)[] typed) =>
        (form.Address,
        [
            .. form.Fields.Where(field => typed.All(one => one.Name != field.Key)),
            .. typed.Select(one => KeyValuePair.Create(one.Name, one.Value)),
        ]);

    private static Task SendAsync(Visitor who, (string Address, IReadOnlyList<KeyValuePair<string, string>> Fields) form) =>
        who.PostAsync(form.Address, form.Fields);
}
