using System.Net;
using Keukentafel.Web.Tests.Contributions;
using Keukentafel.Web.Tests.Decisions;
using Keukentafel.Web.Tests.Ground;

namespace Keukentafel.Web.Tests.Reflections;

public sealed class ReflectionTests
{
    private const string OfSamira = "Amir zat een uur stil op de bank.";
    private const string OfAmir = "Ik wil dat het stil is.";

    public static TheoryData<Database> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Samira_and_Dennis_look_together_and_Esra_sees_it_begin_reads_it_whole_and_answers_R91_R93_R94_R95_N11_N13(Database on)
    {
        await using var at = await (await Looking.StartAsync(on)).ActiveAsync();
        var sentence = await at.Samira.LaySentenceAsync(at.Table, OfSamira, about: "Amir");
        var id = await at.StartReflectionAsync("Is Amir moe, of bang?", sentence);
        var page = $"{at.Table}/reflections/{id}";

        // From the beginning the family sees who, with whom, about what, since when, and what Dennis would read.
        await at.Esra.GetAsync(at.Table);
        Assert.Contains("mag Dennis een paar zinnen lezen?", at.Esra.Html, StringComparison.Ordinal);
        await at.Esra.GetAsync(page);
        Assert.Contains("Samira kijkt samen met Dennis", at.Esra.Html, StringComparison.Ordinal);
        Assert.Contains("Is Amir moe, of bang?", at.Esra.Html, StringComparison.Ordinal);
        Assert.Contains(OfSamira, at.Esra.Html, StringComparison.Ordinal);
        await at.Dennis.GetAsync($"{at.Table}/along/{id}");
        Assert.Equal(HttpStatusCode.NotFound, at.Dennis.Status);
        await at.SamiraSaysAsync(id, ("words", "Ik neig naar moe."));
        await at.LetAsync(id);
        Assert.DoesNotContain("Ik neig naar moe.", at.Esra.Html, StringComparison.Ordinal);

        // Dennis reads the sentence with its kind, and not yet what Samira tends to.
        await at.Dennis.GetAsync($"{at.Table}/along/{id}");
        Assert.Contains(OfSamira, at.Dennis.Html, StringComparison.Ordinal);
        Assert.NotNull(at.Dennis.Page.QuerySelector(".kind-line"));
        Assert.DoesNotContain("Ik neig naar moe.", at.Dennis.Html, StringComparison.Ordinal);
        await at.DennisSaysAsync(id, ("words", "Ik lees een bang kind."));
        Assert.Contains("Ik neig naar moe.", at.Dennis.Html, StringComparison.Ordinal);
        await at.DennisSaysAsync(id, ("words", "Stil kan ook bang zijn."), ("family-words", "Kom kijken."), ("wouldask-words", "Sinds wanneer?"));
        await at.Samira.GetAsync(at.Table);
        Assert.Contains("Dennis schreef hoe het ook kan zijn.", at.Samira.Html, StringComparison.Ordinal);
        await at.SamiraSaysAsync(id, ("words", "Dat hij niet at."), ("changedby-words", "de vraag van Dennis"), ("outcome", "Change"));
        Assert.Equal(HttpStatusCode.OK, at.Samira.Status);

        // Esra and Amir read it whole, and answer at equal size; it stays.
        await at.Esra.GetAsync(page);
        foreach (var said in new[] { "Ik neig naar moe.", "Ik lees een bang kind.", "Stil kan ook bang zijn.", "Dat hij niet at.", "de vraag van Dennis", "werkt met jongeren" })
        {
            Assert.Contains(said, at.Esra.Html, StringComparison.Ordinal);
        }

        await at.Esra.GetAsync($"{at.Table}/things/{id}/answer");
        await at.Esra.PressAsync("form.composer", ("words", "Hij is bang voor de hond."));
        Assert.Equal(page, at.Esra.Path);
        await at.Amir.GetAsync($"{at.Table}/things/{id}/answer");
        await at.Amir.PressAsync("form.composer", ("words", "Ik was moe."));
        foreach (var reader in new[] { at.Samira, at.Amir })
        {
            await reader.GetAsync(page);
            Assert.Contains("Hij is bang voor de hond.", reader.Html, StringComparison.Ordinal);
        }

        await at.Dennis.GetAsync($"{at.Table}/along/{id}");
        Assert.Contains("Ik was moe.", at.Dennis.Html, StringComparison.Ordinal);
        Assert.Null(at.Dennis.Page.QuerySelector("main form"));
        await at.Samira.GetAsync($"{at.Table}/things/{id}/take-back");
        await at.Samira.PressAsync("main form");
        Assert.Contains("Dit is klaar en blijft staan", at.Samira.Html, StringComparison.Ordinal);
        await at.Esra.GetAsync(at.Table + "/print");
        Assert.Contains("Stil kan ook bang zijn.", at.Esra.Html, StringComparison.Ordinal);
        await at.Samira.GetAsync(at.Table + "/read-by");
        Assert.Contains("Dennis", at.Samira.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_it_is_finished_nobody_finds_the_half_of_it_by_searching_or_printing_R94_N11()
    {
        await using var at = await (await Looking.StartAsync()).ActiveAsync();
        var id = await at.StartReflectionAsync("Is Amir moe?");
        await at.LetAsync(id);
        await at.DennisSaysAsync(id, ("words", "Ik lees bangigheid."));
        foreach (var reader in new[] { at.Samira, at.Esra })
        {
            foreach (var page in new[] { "/print", $"/reflections/{id}", $"/things/{id}", "/face" })
            {
                await reader.GetAsync(at.Table + page);
                Assert.DoesNotContain("bangigheid", reader.Html, StringComparison.Ordinal);
            }

            await reader.LookForAsync(at.Table, "bangigheid");
            Assert.DoesNotContain("Ik lees bangigheid", reader.Html, StringComparison.Ordinal);
        }

        await at.SamiraSaysAsync(id, ("unknown", "yes"));
        Assert.Contains("Ik lees bangigheid.", at.Samira.Html, StringComparison.Ordinal);
        await at.Esra.LookForAsync(at.Table, "bangigheid");
        Assert.DoesNotContain("Ik lees bangigheid", at.Esra.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amirs_own_sentence_goes_along_only_when_Amir_says_so_and_can_be_left_out_D29()
    {
        await using var at = await (await Looking.StartAsync()).ActiveAsync();
        var sentence = await at.Amir.LaySentenceAsync(at.Table, OfAmir, know: null);
        var id = await at.StartReflectionAsync("Waarom wil Amir stilte?", sentence);
        await at.LetAsync(id);
        Assert.Contains("Wat Amir zei, gaat nog niet mee.", at.Esra.Html, StringComparison.Ordinal);
        await at.Dennis.GetAsync($"{at.Table}/along/{id}");
        Assert.DoesNotContain(OfAmir, at.Dennis.Html, StringComparison.Ordinal);
        await at.Amir.GetAsync($"{at.Table}/reflections/{id}");
        await at.Amir.PressAsync("form[action$='/let-mine']");
        await at.Dennis.GetAsync($"{at.Table}/along/{id}");
        Assert.Contains(OfAmir, at.Dennis.Html, StringComparison.Ordinal);
        await at.Amir.PressAsync("form[action$='/leave-out']", sentence.Split('/')[^1]);
        Assert.Equal(HttpStatusCode.OK, at.Amir.Status);
        await at.Dennis.GetAsync($"{at.Table}/along/{id}");
        Assert.DoesNotContain(OfAmir, at.Dennis.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dennis_finds_nothing_at_any_other_address_the_same_as_where_there_is_no_table_R9_R12()
    {
        await using var at = await (await Looking.StartAsync()).ActiveAsync();
        var sentence = await at.Samira.LaySentenceAsync(at.Table, OfSamira, about: "Amir");
        var id = await at.StartReflectionAsync("Is Amir moe?", sentence);
        await at.LetAsync(id);
        var addresses = Web.Commands.Address.Of((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)at.Running.App)
            .Where(one => one.Who == "at-this-table").ToList();
        Assert.True(addresses.Count > 80);
        var proof = await at.Dennis.ProofAsync();
        var open = new List<string>();
        foreach (var address in addresses)
        {
            foreach (var thing in new[] { id, sentence.Split('/')[^1] })
            {
                var pages = new List<string>();
                foreach (var table in new[] { at.Table, "/tables/" + Guid.Empty })
                {
                    var path = System.Text.RegularExpressions.Regex.Replace(
                        address.Pattern.Replace("/tables/{circle:guid}", table, StringComparison.Ordinal), @"\{[^}]*\}", thing);
                    if (address.Method == "POST")
                    {
                        await at.Dennis.PostAsync(path, [proof, new("words", "x")]);
                    }
                    else
                    {
                        await at.Dennis.GetAsync(path);
                    }

                    pages.Add($"{at.Dennis.Status} {Things.Steady(at.Dennis.Html.Replace(path, "", StringComparison.Ordinal))}");
                }

                if (pages[0] != pages[1] || at.Dennis.Status != HttpStatusCode.NotFound)
                {
                    open.Add($"{address.Method} {address.Pattern}");
                }
            }
        }

        Assert.Equal(
            ["GET /tables/{circle:guid}/along", "GET /tables/{circle:guid}/along/{id:guid}", "POST /tables/{circle:guid}/along",
                "POST /tables/{circle:guid}/along/stop", "POST /tables/{circle:guid}/along/{id:guid}"],
            open.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Others_at_the_table_do_not_read_it_and_nobody_speaks_in_anothers_turn_R12()
    {
        await using var at = await (await Looking.StartAsync()).ActiveAsync();
        var sentence = await at.Samira.LaySentenceAsync(at.Table, OfSamira, about: "Amir");
        var id = await at.StartReflectionAsync("Is Amir geheimzinnig moe?", sentence);
        using var bo = await at.Running.AsAsync("bo");
        using var fatma = await at.Running.AsAsync("fatma");
        using var wendy = await at.Running.AsAsync("wendy");
        foreach (var who in new[] { bo, fatma, wendy })
        {
            await who.GetAsync($"{at.Table}/reflections/{id}");
            Assert.Equal(HttpStatusCode.NotFound, who.Status);
            var proof = await who.ProofAsync();
            foreach (var act in new[] { $"/reflections/{id}", $"/things/{id}/let-read", $"/things/{id}/let-mine", $"/things/{id}/leave-out", $"/along/{id}" })
            {
                await who.PostAsync(at.Table + act, [proof, new("words", "x"), new("part", "Judgement"), new("sentence", sentence.Split('/')[^1])]);
                Assert.Equal(HttpStatusCode.NotFound, who.Status);
            }

            await who.GetAsync(at.Table + "/print");
            Assert.DoesNotContain("geheimzinnig", who.Html, StringComparison.Ordinal);
        }

        var ofEsra = await at.Esra.ProofAsync();
        await at.Esra.PostAsync($"{at.Table}/reflections/{id}", [ofEsra, new("words", "x"), new("part", "Judgement")]);
        Assert.Equal(HttpStatusCode.NotFound, at.Esra.Status);
        var ofAmir = await at.Amir.ProofAsync();
        await at.Amir.PostAsync($"{at.Table}/things/{id}/let-read", [ofAmir]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, at.Amir.Status);
    }

    [Fact]
    public async Task Each_turn_asks_one_answer_not_knowing_is_enough_and_nothing_typed_is_lost_R150_INV53()
    {
        await using var at = await (await Looking.StartAsync()).ActiveAsync();
        await at.Samira.GetAsync(at.Table + "/face/new");
        await at.Samira.PressAsync("form.composer", ("words", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, at.Samira.Status);
        Assert.NotNull(at.Samira.Page.QuerySelector("#words-error"));
        var id = await at.StartReflectionAsync("Is Amir moe?");
        await at.LetAsync(id);
        await at.SamiraSaysAsync(id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, at.Samira.Status);
        Assert.NotNull(at.Samira.Page.QuerySelector("#words-error"));
        await at.SamiraSaysAsync(id, ("unknown", "yes"));
        foreach (var more in new[] { 1, 2 })
        {
            await at.DennisSaysAsync(id);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, at.Dennis.Status);
            await at.DennisSaysAsync(id, ("unknown", "yes"));
            Assert.Equal(HttpStatusCode.OK, at.Dennis.Status);
        }

        await at.SamiraSaysAsync(id, ("words", "Dat hij lachte."), ("whatnow-words", "Bellen."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, at.Samira.Status);
        Assert.NotNull(at.Samira.Page.QuerySelector("#outcome-error"));
        Assert.Equal("Dat hij lachte.", at.Samira.Page.QuerySelector("#words")!.TextContent);
        Assert.Equal("Bellen.", at.Samira.Page.QuerySelector("#whatnow-words")!.TextContent);
        await at.Samira.PressAsync("form.composer", ("outcome", "Unknown"));
        Assert.Equal(HttpStatusCode.OK, at.Samira.Status);
    }

    [Fact]
    public async Task Two_windows_of_Dennis_keep_both_texts_and_pressing_twice_is_once()
    {
        await using var at = await (await Looking.StartAsync()).ActiveAsync();
        var id = await at.StartReflectionAsync("Is Amir moe?");
        await at.LetAsync(id);
        using var second = await at.Running.AsAsync("dennis");
        await second.GetAsync($"{at.Table}/along/{id}");
        await at.Dennis.GetAsync($"{at.Table}/along/{id}");
        var fields = Visitor.Fields((AngleSharp.Html.Dom.IHtmlFormElement)at.Dennis.Page.QuerySelector("form.composer")!);
        List<KeyValuePair<string, string>> sent = [.. fields.Where(field => field.Key != "words"), new("words", "Eerst dit.")];
        await at.Dennis.PostAsync($"{at.Table}/along/{id}", sent);
        await at.Dennis.PostAsync($"{at.Table}/along/{id}", sent);
        Assert.Equal($"{at.Table}/along", at.Dennis.Path);
        Assert.Equal(HttpStatusCode.OK, at.Dennis.Status);
        await second.PressAsync("form.composer", ("words", "Toen dat."));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("Eerst dit.", second.Html, StringComparison.Ordinal);
        Assert.Equal("Toen dat.", second.Page.QuerySelector("#words")!.TextContent);
    }

    [Fact]
    public async Task A_heavy_decision_shows_both_ways_with_dates_or_which_is_missing_on_its_page_and_on_paper_R92()
    {
        await using var at = await (await Looking.StartAsync()).ActiveAsync();
        await at.Samira.GetAsync(at.Table);
        var page = await at.Samira.AskHeavyAsync("Gaat Amir een tijd naar oma?");
        await at.Esra.GetAsync(page);
        Assert.Contains("Met het gezin: hier staat nog niets van het gezin.", at.Esra.Html, StringComparison.Ordinal);
        Assert.Contains("Met een collega: dat is nog niet gebeurd.", at.Esra.Html, StringComparison.Ordinal);
        await at.Esra.DoAsync(page, "propose", ("words", "Twee weken."));
        await at.Esra.GetAsync(page);
        Assert.Contains("Met het gezin: Esra zei hier het laatst iets", at.Esra.Html, StringComparison.Ordinal);
        await at.Samira.GetAsync(at.Table + "/face/new");
        await at.Samira.PressAsync("form.composer", ("words", "Is oma de goede plek?"), ("decision", page.Split('/')[^1]));
        await at.FinishAsync(at.Samira.Path.Split('/')[^1]);

        // Everybody who takes part sees that it was, and with whom; only the family and Samira read what was said.
        using var fatma = await at.Running.AsAsync("fatma");
        foreach (var reader in new[] { at.Esra, at.Amir, fatma })
        {
            foreach (var where in new[] { page, at.Table + "/print" })
            {
                await reader.GetAsync(where);
                Assert.Contains("Met een collega: Samira en Dennis keken samen", reader.Html, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain("Stil kan ook bang zijn.", fatma.Html, StringComparison.Ordinal);
        await fatma.GetAsync(page);
        Assert.DoesNotContain("Stil kan ook bang zijn.", fatma.Html, StringComparison.Ordinal);
        await at.Esra.GetAsync(page);
        Assert.Contains("Stil kan ook bang zijn.", at.Esra.Html, StringComparison.Ordinal);
        await at.Esra.GetAsync(at.Table + "/decisions/new");
        var light = await at.Esra.AskAsync("Gaan we zwemmen?", "Ja.");
        await at.Esra.GetAsync(light);
        Assert.DoesNotContain("Met een collega:", at.Esra.Html, StringComparison.Ordinal);
    }
}
