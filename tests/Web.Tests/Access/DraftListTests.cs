using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Access;

public sealed class DraftListTests
{
    [Theory]
    [InlineData("statement", "Jan zei iets over de klas.")]
    [InlineData("statement", "Hij sliep")]
    [InlineData("statement", "Ja")]
    public async Task A_draft_is_known_by_the_words_of_its_writer_and_never_by_ours(string what, string words)
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync($"{esra.Table}/lay?what={what}");
        await esra.PressAsync("form.composer", ("words", words));
        await esra.GetAsync("/drafts");
        Assert.Equal(words, esra.Page.QuerySelector("li.sheet .said")!.TextContent);
        Assert.DoesNotContain(what, esra.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_without_a_word_does_not_quote_anybody()
    {
        await using var running = await Running.StartAsync();
        using var esra = await running.AsAsync("esra");
        await esra.GetAsync($"{esra.Table}/lay?what=good-thing");
        string Value(string field) => esra.Page.QuerySelector($"form.composer [name={field}]")!.GetAttribute("value")!;
        await esra.PostAsync("/drafts/" + Value("draft"), Fields(("proof", Value("proof")), ("page", esra.Path), ("what", "good-thing"), ("words", " ")));
        await esra.GetAsync("/drafts");
        Assert.Contains("(nog geen woorden)", esra.Page.QuerySelector("li.sheet")!.TextContent, StringComparison.Ordinal);
        Assert.Null(esra.Page.QuerySelector("li.sheet .said"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    [InlineData("/nl")]
    public async Task What_is_typed_at_a_table_is_counted_there_in_either_language(string language)
    {
        await using var running = await Running.StartAsync();
        using var bo = await running.AsAsync("bo");
        var table = bo.Table;
        Assert.Null(bo.Page.QuerySelector("main a[href='/drafts']"));
        await bo.GetAsync($"{table}/lay?what=good-thing");
        string Value(string field) => bo.Page.QuerySelector($"form.composer [name={field}]")!.GetAttribute("value")!;
        await bo.PostAsync(
            "/drafts/" + Value("draft"), Fields(("proof", Value("proof")), ("page", $"{language}{table}/lay?what=good-thing"), ("words", "We lachten.")));
        await bo.GetAsync(table);
        Assert.NotNull(bo.Page.QuerySelector("main a[href='/drafts']"));
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) =>
        fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
}
