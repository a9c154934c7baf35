using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Circles;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Ground;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Keukentafel.Web.Tests.Circles;

public sealed partial class KeepAddressTests
{
    private const string Street = "Kanarielaan 4412";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Sanne_keeps_where_she_lives_and_only_Ilse_reads_it_and_Sanne_sees_that_T22(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var sanne = await running.AsAsync("sanne");
        using var ilse = await running.AsAsync("ilse");
        using var theo = await running.AsAsync("theo");
        var (table, hers) = (sanne.Table, $"{sanne.Table}/people/{await sanne.SeatAsync("Sanne")}");
        await sanne.GetAsync(hers);
        await sanne.GetAsync(sanne.Page.QuerySelector("main a[href$='/hidden-address']")!.GetAttribute("href")!);
        Assert.Empty(sanne.Page.QuerySelectorAll("input[name=reader][checked]"));
        Assert.DoesNotContain("Mark", sanne.Page.QuerySelector("fieldset")!.TextContent, StringComparison.Ordinal);
        await KeepAsync(sanne, "Ilse");
        Assert.Contains("Alleen wie je koos, kan het lezen.", sanne.Html, StringComparison.Ordinal);
        Assert.Contains("Niemand keek tot nu toe.", sanne.Html, StringComparison.Ordinal);
        Assert.Equal(Street, Value(sanne, "street-words"));

        await ilse.GetAsync(hers);
        Assert.DoesNotContain(Street, ilse.Html, StringComparison.Ordinal);
        await ilse.GetAsync(ilse.Page.QuerySelector("main a[href$='/address']")!.GetAttribute("href")!);
        var read = ilse.Page.QuerySelector("main")!.TextContent;
        foreach (var words in new[] { Street, "4412 KN", "De Regenboog" })
        {
            Assert.Contains(words, read, StringComparison.Ordinal);
        }

        await sanne.GetAsync(table + "/hidden-address");
        Assert.Contains("Ilse", sanne.Page.QuerySelector("section[aria-labelledby=looks]")!.TextContent, StringComparison.Ordinal);

        // Whom she did not tell finds nothing, as with any other.
        await theo.GetAsync(hers + "/address");
        Assert.Equal(HttpStatusCode.NotFound, theo.Status);
        var nothing = Plain(theo);
        await theo.GetAsync($"{table}/people/{await theo.SeatAsync("Ilse")}/address");
        Assert.Equal(HttpStatusCode.NotFound, theo.Status);
        Assert.Equal(nothing, Plain(theo));

        // Changed: she told it to another.
        await sanne.GetAsync(table + "/hidden-address");
        await sanne.PressAsync("form.composer", ("street-words", "Vinkenlaan 3"), ("reader", Seat(sanne, "Theo")));
        await theo.GetAsync(hers + "/address");
        Assert.Contains("Vinkenlaan 3", theo.Html, StringComparison.Ordinal);
        await sanne.PressAsync("form[action$='/take-away']");
        Assert.Contains("Er staat niets meer.", sanne.Html, StringComparison.Ordinal);
        await theo.GetAsync(hers + "/address");
        Assert.Equal(HttpStatusCode.NotFound, theo.Status);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task To_Mark_not_one_letter_differs_whether_Sanne_keeps_an_address_and_he_finds_none_by_typing_it_T22(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var mark = await running.AsAsync("mark");
        using var sanne = await running.AsAsync("sanne");
        using var ilse = await running.AsAsync("ilse");
        var table = mark.Table;
        var hers = $"{table}/people/{await mark.SeatAsync("Sanne")}";
        string[] pages = [hers, hers + "/address", table, table + "/list", table + "/print", table + "/read-by", table + "/hidden-address", "/tables", "/me", table + "/who", table + "/booklet"];
        await LooksAsync(mark, pages);
        var before = await LooksAsync(mark, pages);
        await sanne.GetAsync(table + "/hidden-address");
        await KeepAsync(sanne, "Ilse");
        await ilse.GetAsync(hers + "/address");
        Assert.Contains(Street, ilse.Html, StringComparison.Ordinal);
        Assert.Equal(before, await LooksAsync(mark, pages));
        await sanne.GetAsync(table + "/hidden-address");
        await sanne.PressAsync("form[action$='/take-away']");
        Assert.Equal(before, await LooksAsync(mark, pages));

        async Task<string> LooksAsync(Visitor who, IEnumerable<string> asked)
        {
            var all = new List<string>();
            foreach (var page in asked)
            {
                await who.GetAsync(page);
                all.Add(Plain(who));
            }

            // He guesses: by its very words, a wrong one, and another word that gives it away. What would be laid down is not.
            foreach (var guess in new[] { Street, "Kanarielaan 4413", "4412 KN", "4412 KM" })
            {
                await who.GetAsync(table + "/lay?what=worry");
                await who.PressAsync("form.composer", ("words", guess), ("what", "worry"));
                Assert.Equal(HttpStatusCode.UnprocessableEntity, who.Status);
                Assert.NotNull(who.Page.QuerySelector($"button[name={CatchAddress.Stays}]"));
                all.Add(Plain(who));
            }

            return string.Join('\n', all);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Words_that_Mark_tells_Theo_as_an_address_make_no_choice_impossible_and_no_sentence_T20(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var mark = await running.AsAsync("mark");
        using var theo = await running.AsAsync("theo");
        var table = theo.Table;
        await mark.GetAsync(mark.Table + "/hidden-address");
        await mark.PressAsync(
            "form.composer", ("street-words", "veilig"), ("also-words", "Everyone\nwish\nniet"), ("reader", Seat(mark, "Theo")));
        Assert.Contains("Alleen wie je koos, kan het lezen.", mark.Html, StringComparison.Ordinal);

        // What he chooses is never an address.
        await theo.GetAsync(table + "/lay?what=wish");
        await theo.PressAsync("form.composer", ("words", "Samen eten."), ("what", "wish"), ("readers", "Everyone"));
        Assert.Equal(HttpStatusCode.OK, theo.Status);

        // Neither is a day, though he keeps it as a street with a number: it is asked about, and not stopped.
        await mark.GetAsync(mark.Table + "/hidden-address");
        await mark.PressAsync("form.composer", ("street-words", "vrijdag 5, groep 8, om 5"), ("also-words", null), ("reader", Seat(mark, "Theo")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mark.Status);
        await mark.GetAsync(mark.Table + "/hidden-address");
        await mark.PressAsync("form.composer", ("street-words", "vrijdag 5, veilig"), ("also-words", "Everyone\nwish\nniet"), ("reader", Seat(mark, "Theo")));
        Assert.Equal(HttpStatusCode.OK, mark.Status);
        await theo.GetAsync(table + "/lay?what=wish");
        await theo.PressAsync("form.composer", ("words", "Ik kom op vrijdag 5 december."), ("what", "wish"));
        Assert.Equal("Zegt dit waar iemand woont?", theo.Page.QuerySelector("h1")!.TextContent);
        await theo.PressAsync("form.composer", (CatchAddress.Stays, "yes"));
        Assert.Equal(HttpStatusCode.OK, theo.Status);

        // A word is asked about once that evening, and may stay.
        await theo.GetAsync(table + "/lay?what=wish");
        await theo.PressAsync("form.composer", ("words", "Het is niet veilig."), ("what", "wish"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, theo.Status);
        Assert.Equal("Zegt dit waar iemand woont?", theo.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Dit staat bij een verborgen adres: “veilig” en “niet”.", theo.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await theo.PressAsync("form.composer", (CatchAddress.Stays, "yes"));
        Assert.Equal(HttpStatusCode.OK, theo.Status);
        await theo.GetAsync(table + "/lay?what=wish");
        await theo.PressAsync("form.composer", ("words", "Het is nog niet veilig."), ("what", "wish"));
        Assert.Equal(HttpStatusCode.OK, theo.Status);
        await theo.GetAsync(table + "/list");
        Assert.Equal(1, Count(theo.Html, "Het is nog niet veilig."));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Theo_is_asked_about_an_address_keeps_all_he_typed_and_may_let_it_stand_T22(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var theo = await running.AsAsync("theo");
        var table = theo.Table;
        await theo.GetAsync(table + "/lay?what=wish");
        var sent = ((IHtmlFormElement)theo.Page.QuerySelector("form.composer")!).GetAttribute("action");
        var seat = await theo.SeatAsync("Sanne");
        await theo.GetAsync(table + "/lay?what=wish");
        await theo.PressAsync("form.composer", ("words", "Kom langs op Lindelaan 12, of in week 12."), ("what", "wish"), ("readers", "These"), ("named", seat));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, theo.Status);
        Assert.Contains("Wie dit leest, weet misschien waar iemand woont.", theo.Html, StringComparison.Ordinal);
        Assert.Contains("“Lindelaan 12”", theo.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("week 12”", theo.Html, StringComparison.Ordinal);
        var form = (IHtmlFormElement)theo.Page.QuerySelector("form.composer")!;
        Assert.EndsWith(sent!, form.GetAttribute("action"), StringComparison.Ordinal);
        Assert.Equal("Kom langs op Lindelaan 12, of in week 12.", ((IHtmlTextAreaElement)form.QuerySelector("textarea[name=words]")!).Value);
        foreach (var (name, value) in new[] { ("what", "wish"), ("readers", "These"), ("named", seat) })
        {
            Assert.Contains(form.QuerySelectorAll($"input[name={name}]"), field => field.GetAttribute("value") == value);
        }

        // Still an address: asked again. Then let it stand.
        await theo.PressAsync("form.composer", ("words", "Kom langs op Lindelaan 14."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, theo.Status);
        var twice = Visitor.Fields((IHtmlFormElement)theo.Page.QuerySelector("form.composer")!)
            .Where(field => field.Key != CatchAddress.Stays).Append(new(CatchAddress.Stays, "yes")).ToList();
        var action = theo.Page.QuerySelector("form.composer")!.GetAttribute("action")!;
        await theo.PressAsync("form.composer", (CatchAddress.Stays, "yes"));
        Assert.Equal(HttpStatusCode.OK, theo.Status);
        await theo.GetAsync(table + "/list");
        Assert.Equal(1, Count(theo.Html, "Kom langs op Lindelaan 14."));

        // Pressed twice it lies there once.
        await theo.PostAsync(action, twice);
        await theo.GetAsync(table + "/list");
        Assert.Equal(1, Count(theo.Html, "Kom langs op Lindelaan 14."));
    }

    [Fact]
    public async Task What_was_mended_goes_on_and_is_laid_down()
    {
        await using var running = await Running.StartAsync();
        using var theo = await running.AsAsync("theo");
        var table = theo.Table;
        await theo.GetAsync(table + "/lay?what=worry");
        await theo.PressAsync("form.composer", ("words", "Zij is in 3512 JK."), ("what", "worry"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, theo.Status);
        await theo.PressAsync("form.composer", ("words", "Zij is in de stad."));
        Assert.Equal(HttpStatusCode.OK, theo.Status);
        await theo.GetAsync(table + "/list");
        Assert.Contains("Zij is in de stad.", theo.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("3512 JK", theo.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_lets_much_stand_makes_nobody_else_be_asked_again_T22()
    {
        var stand = new LetStand(TimeProvider.System);
        var (theo, mark, draft) = (PersonId.New(), PersonId.New(), DraftId.New().Value);
        stand.Note(theo, draft, "Dorpsstraat 4");
        for (var nth = 0; nth < 20_000; nth++)
        {
            stand.Note(mark, draft, $"Dorpsstraat {nth}");
        }

        Assert.True(stand.Has(theo, draft, "Dorpsstraat 4"));
        Assert.True(stand.Has(mark, draft, "Dorpsstraat 4"));
        Assert.False(stand.Has(mark, draft, "Dorpsstraat 19999"));
        Assert.False(stand.Has(theo, DraftId.New().Value, "Dorpsstraat 4"));
    }

    [Fact]
    public async Task It_is_caught_however_the_way_to_the_table_is_written_T22()
    {
        await using var running = await Running.StartAsync();
        using var theo = await running.AsAsync("theo");
        var table = theo.Table;
        await theo.PostAsync(
            table.Replace("/tables", "/TABLES", StringComparison.Ordinal) + "/lay", [await theo.ProofAsync(), new("what", "good-thing"), new("words", "Fijn op Dorpsstraat 4.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, theo.Status);
        Assert.Contains("Hier staat een adres", theo.Html, StringComparison.Ordinal);
        Assert.Equal(table, theo.Page.QuerySelector("main form a.nl-link")!.GetAttribute("href"));

        // The words that Sanne hides are stopped there too.
        using var sanne = await running.AsAsync("sanne");
        await sanne.GetAsync(table + "/hidden-address");
        await KeepAsync(sanne, "Ilse");
        await sanne.PostAsync(
            table.Replace("/tables", "/TABLES", StringComparison.Ordinal) + "/lay", [await sanne.ProofAsync(), new("what", "good-thing"), new("words", $"Fijn op {Street}.")]);
        Assert.Contains("Dit is een verborgen adres", sanne.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_form_of_more_pages_it_is_asked_once()
    {
        await using var running = await Running.StartAsync();
        using var ilse = await running.AsAsync("ilse");
        var table = ilse.Table;
        await ilse.GetAsync(table + "/lay?what=statement");
        await ilse.PressAsync("form.composer", ("words", "De school staat in de Schoolstraat 3."), ("what", "statement"));
        Assert.NotNull(ilse.Page.QuerySelector($"button[name={CatchAddress.Stays}]"));
        await ilse.PressAsync("form.composer", (CatchAddress.Stays, "yes"));
        Assert.Equal(HttpStatusCode.OK, ilse.Status);
        await ilse.PressAsync("form.composer", ("know", "WasThere"));
        Assert.Null(ilse.Page.QuerySelector($"button[name={CatchAddress.Stays}]"));
        Assert.Equal(HttpStatusCode.OK, ilse.Status);
        await ilse.GetAsync(table + "/list");
        Assert.Contains("De school staat in de Schoolstraat 3.", ilse.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Sanne_and_whom_she_told_cannot_lay_her_hidden_address_on_the_table_T22(Database on)
    {
        await using var running = await Running.StartAsync(on);
        using var sanne = await running.AsAsync("sanne");
        using var ilse = await running.AsAsync("ilse");
        var table = sanne.Table;
        await sanne.GetAsync(table + "/hidden-address");
        await KeepAsync(sanne, "Ilse");
        foreach (var who in new[] { sanne, ilse })
        {
            foreach (var words in new[] { "Wij zijn op de kanarielaan 4412.", "Schrijf naar 4412 kn." })
            {
                await who.GetAsync(table + "/lay?what=worry");
                await who.PressAsync("form.composer", ("words", words), ("what", "worry"));
                Assert.Equal(HttpStatusCode.UnprocessableEntity, who.Status);
                Assert.Contains("Dit is een verborgen adres", who.Html, StringComparison.Ordinal);
                Assert.Null(who.Page.QuerySelector($"button[name={CatchAddress.Stays}]"));
                await who.PressAsync("form.composer", (CatchAddress.Stays, "yes"));
                Assert.Equal(HttpStatusCode.UnprocessableEntity, who.Status);
                Assert.Equal(words, ((IHtmlTextAreaElement)who.Page.QuerySelector("textarea[name=words]")!).Value);
            }

            // A word that gives the place away is asked about: it could be any word.
            await who.PressAsync("form.composer", ("words", "Isa zit op De Regenboog."));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, who.Status);
            Assert.Contains("“De Regenboog”", who.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            await who.PressAsync("form.composer", ("words", "Isa gaat naar school."));
            Assert.Equal(HttpStatusCode.OK, who.Status);
            await who.GetAsync(table + "/print");
            Assert.DoesNotContain("Regenboog", who.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_child_has_no_such_page_and_nobody_reaches_another_ones()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        using var amir = await running.AsAsync("amir");
        using var esra = await running.AsAsync("esra");
        foreach (var (who, table) in new[] { (amir, amir.Table), (esra, sanne.Table) })
        {
            await who.GetAsync(table + "/hidden-address");
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
            foreach (var path in new[] { "/hidden-address", "/hidden-address/take-away" })
            {
                await who.PostAsync(table + path, [await who.ProofAsync(), new("street-words", "x")]);
                Assert.Equal(HttpStatusCode.NotFound, who.Status);
            }
        }

        await amir.GetAsync($"{amir.Table}/people/{await amir.SeatAsync("Amir")}");
        Assert.Null(amir.Page.QuerySelector("a[href$='/hidden-address']"));
    }

    [Fact]
    public async Task What_is_to_be_mended_stands_beside_the_field_and_on_two_devices_nothing_is_overwritten()
    {
        await using var running = await Running.StartAsync();
        using var phone = await running.AsAsync("sanne");
        using var laptop = await running.AsAsync("sanne");
        var table = phone.Table;
        await phone.GetAsync(table + "/hidden-address");
        await laptop.GetAsync(table + "/hidden-address");
        await phone.PressAsync("form.composer", ("reader", Seat(phone, "Ilse")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, phone.Status);
        Assert.NotNull(phone.Page.QuerySelector("#street-words-error"));
        Assert.Single(phone.Page.QuerySelectorAll("input[name=reader][checked]"));
        await phone.PressAsync("form.composer", ("street-words", Street), ("also-words", "een"));
        Assert.NotNull(phone.Page.QuerySelector("#also-words-error"));
        Assert.Equal(Street, Value(phone, "street-words"));
        await phone.PressAsync("form.composer", ("also-words", ""));
        await laptop.PressAsync("form.composer", ("street-words", "Vinkenlaan 3"));
        Assert.Equal(HttpStatusCode.Conflict, laptop.Status);
        Assert.Contains(Street, laptop.Page.QuerySelector(".stands-now")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Vinkenlaan 3", Value(laptop, "street-words"));
    }

    [Fact]
    public async Task Only_these_fields_take_an_address()
    {
        await using var running = await Running.StartAsync();
        Assert.Equal(
            [
                "/tables/{circle:guid}/contact: number-words hours-words code-words hear-words mind-words", "/tables/{circle:guid}/find: q",
                "/tables/{circle:guid}/hidden-address/open: street-words place-words also-words",
                "/tables/{circle:guid}/hidden-address: street-words place-words also-words",
            ],
            running.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(one => one.Metadata.GetMetadata<TakesAddresses>() is not null)
                .Select(one => $"{one.RoutePattern.RawText}: {string.Join(' ', one.Metadata.GetMetadata<TakesAddresses>()!.Fields)}").Order(StringComparer.Ordinal));
        using var theo = await running.AsAsync("theo");
        var table = theo.Table;
        await theo.GetAsync(table + "/contact");
        await theo.PressAsync("form.composer", ("number-words", "Lindelaan 12"));
        Assert.Equal(HttpStatusCode.OK, theo.Status);
        await theo.GetAsync(table + "/find");
        await theo.PressAsync("main form", ("q", "Lindelaan 12"));
        Assert.Equal(HttpStatusCode.OK, theo.Status);
    }

    [Fact]
    public async Task What_she_keeps_is_in_no_export_or_print_and_no_word_lies_open_on_the_disk_T22()
    {
        await using var running = await Running.StartAsync();
        using var sanne = await running.AsAsync("sanne");
        var table = sanne.Table;
        await sanne.GetAsync(table + "/hidden-address");
        await KeepAsync(sanne, "Ilse");
        foreach (var page in new[] { "/print", "/booklet", "/story/read?private=yes", "/story/document?private=yes", "/story/data?private=yes&apart=yes" })
        {
            await sanne.GetAsync(table + page);
            Assert.Equal(HttpStatusCode.OK, sanne.Status);
            Assert.DoesNotContain("Kanarielaan", sanne.Html, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var file in Directory.EnumerateFiles(running.Places.DataFolder))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain("Kanarielaan", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Task KeepAsync(Visitor who, string reader) => who.PressAsync(
        "form.composer", ("street-words", Street), ("place-words", "4412 KN Utrecht"), ("also-words", "De Regenboog"), ("reader", Seat(who, reader)));

    private static string Seat(Visitor who, string name) =>
        who.Page.QuerySelectorAll("label.tile").Single(tile => tile.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;

    private static string Value(Visitor who, string field) => ((IHtmlInputElement)who.Page.QuerySelector("#" + field)!).Value;

    private static int Count(string text, string words) => text.Split(words).Length - 1;

    // Ids in the order in which they come, so that a form that is drawn anew is the same.
    private static string Plain(Visitor who)
    {
        var seen = new Dictionary<string, string>();
        var headers = string.Join('\n', who.Answer.Headers.Concat(who.Answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Set-Cookie" or "Content-Length")).Select(header => $"{header.Key}: {string.Join(',', header.Value)}"));
        return Id().Replace(Proof().Replace($"{who.Status}\n{headers}\n{who.Html}", ""), id =>
            seen.TryGetValue(id.Value, out var known) ? known : seen[id.Value] = $"#{seen.Count}");
    }

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"")]
    private static partial Regex Proof();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
